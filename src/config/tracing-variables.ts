import * as z from "zod";
import { address, told } from "./variable.ts";

/** The only protocol of OTLP in which traces are delivered. */
const spoken = "http/protobuf";

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
  OTEL_EXPORTER_OTLP_PROTOCOL: z.string().optional().register(told, {
    about: "How the collector is spoken to: in http/protobuf, as without this. Nothing else is spoken here.",
    example: spoken,
  }),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: z.string().optional().register(told, {
    about: "The same for traces alone, where other programs of yours speak otherwise.",
    example: spoken,
  }),
  OTEL_TRACES_EXPORTER: z
    .enum(["otlp", "none"], { error: "must be otlp or none: traces are delivered in no other way" })
    .prefault("otlp")
    .register(told, {
      about: "Whether traces go to the collector (otlp) or nowhere (none).",
      example: "none",
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

type Given = {
  readonly [Name in keyof typeof tracingVariables]?: z.output<(typeof tracingVariables)[Name]> | undefined;
};

/** Whether traces are switched off, whatever else is set for them. */
const isOff = (env: Given): boolean =>
  env.OTEL_SDK_DISABLED === "true" || env.OTEL_TRACES_EXPORTER === "none";

/** What cannot work together, each with the variable it is about: a collector that is spoken to as we cannot. */
export const tracingComplaints = (env: Given): readonly (readonly [name: string, message: string])[] => {
  const name =
    env.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL === undefined
      ? "OTEL_EXPORTER_OTLP_PROTOCOL"
      : "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL";
  return isOff(env) || [undefined, spoken].includes(env[name])
    ? []
    : [
        [
          name,
          `must be ${spoken}, which is all that is spoken here: have the collector take it (port 4318 as a rule), or set OTEL_TRACES_EXPORTER=none to do without traces`,
        ],
      ];
};

/** Whether traces are wanted. */
export const wantsTraces = (env: Given): boolean =>
  !isOff(env) && (env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? env.OTEL_EXPORTER_OTLP_ENDPOINT) !== undefined;
