import {
  context,
  metrics,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Meter,
  type Tracer,
} from "@opentelemetry/api";
import type { SpanEnd, Observer, ObserverSpan } from "../report/observers.ts";
import { pick, reasonOf, toStartAttributes, toEndAttributes } from "./attributes.ts";
import { toStartContent, toEndContent, toErrorMessage } from "./content.ts";
import { Metrics } from "./metrics.ts";

/** The options of `telemetry`. */
export interface TelemetryOptions {
  /** Default: the tracer of the global provider. */
  readonly tracer?: Tracer | undefined;
  /** Default: the meter of the global provider. */
  readonly meter?: Meter | undefined;
  /** Whether spans contain prompts, completions, tool inputs and outputs, and error messages. Default: false. */
  readonly captureContent?: boolean | undefined;
  /**
   * Whether each model request has a span with its duration and tokens. Set it to `false` if the client uses
   * `telemetry()` from `@patchbay/client/otel`, which records the same. Default: true.
   */
  readonly modelSpans?: boolean | undefined;
}

/** A span, with what its child spans need. */
interface Place extends ObserverSpan {
  readonly context: Context;
  /** The attributes of the agent and the conversation. */
  readonly run: Attributes;
  /** The number of pending model requests in this span. */
  asking: number;
}

/**
 * Creates an observer that records OpenTelemetry spans and metrics by the conventions for generative AI: a span for
 * each run (`invoke_agent`), each step, each model request (`chat`) and each tool call (`execute_tool`), nested;
 * durations, tokens and `patchbay.client.cost`. Spans of tools and of the client are nested in them. Prompts,
 * completions, tool inputs and tool outputs are not recorded unless `captureContent` is true.
 *
 * @example
 * ```ts
 * const agent = createAgent({ client, model: "openai/gpt-5-mini", name: "helper", observers: telemetry() });
 * ```
 */
export function telemetry({
  tracer = trace.getTracer("@patchbay/agent"),
  meter = metrics.getMeter("@patchbay/agent"),
  captureContent: content = false,
  modelSpans: modelCalls = true,
}: TelemetryOptions = {}): Observer {
  const metrics = new Metrics(meter);
  return {
    onSpanStart(activity, parent): Place {
      const around = parent as Place | undefined;
      const outer = around?.context ?? context.active();
      const { name, kind, attributes } = toStartAttributes(activity);
      const { type } = activity;
      const run =
        type === "run" ? pick(attributes, ["gen_ai.agent.name", "gen_ai.conversation.id"]) : (around?.run ?? {});
      const asked = { ...run, ...attributes };
      const isAttempt = type === "attempt";
      const isHedge = isAttempt && around !== undefined && around.asking > 0;
      const hasSpan = !isAttempt || modelCalls;
      const began = performance.now();
      const span = hasSpan
        ? tracer.startSpan(
            name,
            {
              kind,
              attributes: {
                ...asked,
                ...(isHedge && { "patchbay.attempt.hedged": true }),
                ...(content && toStartContent(activity)),
              },
            },
            outer,
          )
        : undefined;
      if (isAttempt && around) around.asking++;
      const own = span ? trace.setSpan(outer, span) : outer;

      const finish = (end: SpanEnd): void => {
        if (isAttempt && around) around.asking--;
        const attributesAtEnd = toEndAttributes(end);
        try {
          span?.setAttributes({ ...attributesAtEnd, ...(content && toEndContent(end)) });
          if ("error.type" in attributesAtEnd)
            span?.setStatus({ code: SpanStatusCode.ERROR, message: content ? toErrorMessage(end) : reasonOf(end) });
        } finally {
          span?.end();
        }
        const seconds = (performance.now() - began) / 1000;
        const measured = { type, seconds, end, attributes: { ...asked, ...attributesAtEnd } };
        if (isAttempt) metrics.spend(measured);
        if (hasSpan) metrics.record(measured);
      };
      return { context: own, run, asking: 0, runInContext: (work) => context.with(own, work), end: finish };
    },
  };
}
