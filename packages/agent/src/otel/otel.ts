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

/** Where spans and figures go, and what they tell. */
export interface TelemetryOptions {
  /** Default: of the global provider. */
  readonly tracer?: Tracer | undefined;
  /** Default: of the global provider. */
  readonly meter?: Meter | undefined;
  /** Whether prompts, answers, what tools take and give, and messages of errors are in the spans. Default: false. */
  readonly captureContent?: boolean | undefined;
  /**
   * Whether there is a span for each request to a model, with its duration and tokens; `false` where the client has `telemetry()` of
   * `@patchbay/client/otel`, which tells the same. Default: true.
   */
  readonly modelSpans?: boolean | undefined;
}

/** An activity, with what those within it have to know. */
interface Place extends ObserverSpan {
  readonly context: Context;
  /** Agent and conversation. */
  readonly run: Attributes;
  /** Requests to models within it that are under way. */
  asking: number;
}

/**
 * An observer of agents: spans by OpenTelemetry's conventions for generative AI, one for a run (`invoke_agent`), each step, each request
 * to a model (`chat`) and each call of a tool (`execute_tool`), within each other; how long they took, tokens, and
 * `patchbay.client.cost`. What tools and the client do is within their spans. No prompt, no answer, and nothing that a tool takes or
 * gives is recorded, unless `content` is asked for.
 *
 * @example
 * ```ts
 * const bot = agent({ client, model: "openai/gpt-5-mini", name: "helper", observe: telemetry() });
 * ```
 */
export function telemetry({
  tracer = trace.getTracer("@patchbay/agent"),
  meter = metrics.getMeter("@patchbay/agent"),
  captureContent: content = false,
  modelSpans: modelCalls = true,
}: TelemetryOptions = {}): Observer {
  const figures = new Metrics(meter);
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
        const told = toEndAttributes(end);
        try {
          span?.setAttributes({ ...told, ...(content && toEndContent(end)) });
          if ("error.type" in told)
            span?.setStatus({ code: SpanStatusCode.ERROR, message: content ? toErrorMessage(end) : reasonOf(end) });
        } finally {
          span?.end();
        }
        const seconds = (performance.now() - began) / 1000;
        const measured = { type, seconds, end, attributes: { ...asked, ...told } };
        if (isAttempt) figures.spend(measured);
        if (hasSpan) figures.record(measured);
      };
      return { context: own, run, asking: 0, runInContext: (work) => context.with(own, work), end: finish };
    },
  };
}
