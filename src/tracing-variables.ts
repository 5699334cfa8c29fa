import * as z from "zod";
import { address, told } from "./variable.ts";

/** The variables of OpenTelemetry that decide whether there are traces; its SDK reads them and the others by itself. */
export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: address("http://localhost:4318").optional().register(told, {
    about:
      "A collector that takes OpenTelemetry's traces by OTLP over HTTP, in protobuf. Without it and the next one, there are none. The SDK of OpenTelemetry reads this and its other variables, such as OTEL_TRACES_SAMPLER and OTEL_EXPORTER_OTLP_HEADERS, by itself.",
    example: "http://localhost:4318",
  }),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address("http://localhost:4318/v1/traces").optional().register(told, {
    about: "The same, as the whole address for traces alone.",
    example: "http://localhost:4318/v1/traces",
  }),
  OTEL_SERVICE_NAME: z.string().optional().register(told, {
    about: "What the tutor is called in its traces.",
    example: "tutor-of-our-school",
    otherwise: "dot-tutor",
  }),
  OTEL_SDK_DISABLED: z
    .enum(["true", "false"], { error: "must be true or false" })
    .prefault("false")
    .register(told, { about: "Whether there are no traces in spite of all that.", example: "true" }),
};

interface Given {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?: string | undefined;
  readonly OTEL_SDK_DISABLED: "true" | "false";
}

/** Whether traces are wanted. */
export const wantsTraces = (env: Given): boolean =>
  env.OTEL_SDK_DISABLED === "false" &&
  (env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? env.OTEL_EXPORTER_OTLP_ENDPOINT) !== undefined;
