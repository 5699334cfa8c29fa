import { DiagLogLevel, diag } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import type { Log } from "./log.ts";

/** Traces that are delivered to a collector. */
export interface Tracing {
  /** Delivers what is left, and ends. */
  readonly close: () => Promise<void>;
}

/**
 * Has every span delivered to a collector of OpenTelemetry's, by OTLP over HTTP in protobuf. Where it is, and all else,
 * the SDK reads from the standard variables (OTEL_…) by itself.
 */
export const startTracing = (log: Log): Tracing => {
  const warn = () => log.warn("traces could not be delivered");
  const silent = () => undefined;
  diag.setLogger(
    { error: warn, warn, info: silent, debug: silent, verbose: silent },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ "service.name": "dot-tutor" }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register({ propagator: null });
  return { close: () => provider.shutdown().catch(warn) };
};
