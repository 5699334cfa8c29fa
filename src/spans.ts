import { type Attributes, context, ROOT_CONTEXT, type Span, SpanStatusCode, trace } from "@opentelemetry/api";
import { toldOfError } from "./error-fields.ts";

/**
 * The spans of a trace, by OpenTelemetry's interface: what takes time, and within what. Until `startTracing` has been
 * called they come to nothing and cost next to nothing. Names and attributes are of few kinds: never a learner's words,
 * nor an id of theirs.
 */
const tracer = () => trace.getTracer("dot-tutor");

/** Does work as a span, which ends when the work does; what it throws marks the span as failed. */
export const inSpan = <T>(name: string, attributes: Attributes, work: () => T): T =>
  tracer().startActiveSpan(name, { attributes }, (span) => {
    try {
      const result = work();
      if (!(result instanceof Promise)) {
        span.end();
        return result;
      }
      return result.then(
        (value) => {
          span.end();
          return value;
        },
        (error: unknown) => {
          fail(span, error, name);
          throw error;
        },
      ) as T;
    } catch (error) {
      fail(span, error, name);
      throw error;
    }
  });

/** Work that belongs to no span, whatever is under way when it begins. */
export const outsideSpans = <T>(work: () => T): T => context.with(ROOT_CONTEXT, work);

/** Says what the span that is under way is about, once that is known. */
export const describeSpan = (name: string, attributes: Attributes): void => {
  trace.getActiveSpan()?.updateName(name).setAttributes(attributes);
};

/** Notes a fault on the span that is under way; where there is none, on one of its own. */
export const noteFault = (error: unknown, what: string): void => {
  const active = trace.getActiveSpan();
  if (active === undefined) fail(tracer().startSpan("fault"), error, what);
  else mark(active, error, what);
};

const fail = (span: Span, error: unknown, what: string): void => {
  mark(span, error, what);
  span.end();
};

/** An error as a log tells it, too: its message may repeat what a learner wrote. */
const mark = (span: Span, error: unknown, what: string): void => {
  const { type: name, message = what, stack = "" } = toldOfError(error);
  span.recordException({ name, message, stack });
  span.setStatus({ code: SpanStatusCode.ERROR, message: what });
};
