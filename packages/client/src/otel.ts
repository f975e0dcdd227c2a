import { metrics, SpanKind, SpanStatusCode, trace, type Attributes, type Meter, type Tracer } from "@opentelemetry/api";
import type { ChatCompletion } from "@patchbay/spec";
import { ApiError, ConnectionError, PatchbayError, TimeoutError } from "./errors/errors.ts";
import type { AttemptContext, Middleware } from "./options/middleware.ts";
import { optionsOf } from "./options/read-given.ts";

/** Where spans and figures go. */
export interface TelemetryOptions {
  /** Default: of the global provider. */
  readonly tracer?: Tracer | undefined;
  /** Default: of the global provider. */
  readonly meter?: Meter | undefined;
}

/** Operation → its name in the GenAI conventions. */
const names: Readonly<Record<string, string>> = {
  "chat.completions.create": "chat",
  "embeddings.create": "embeddings",
  "rerank.create": "rerank",
};

/**
 * A client span for each attempt, by OpenTelemetry's conventions for generative AI, and the figures
 * `gen_ai.client.operation.duration` (seconds) and `gen_ai.client.token.usage`. No prompt and no answer is recorded. The span
 * of a stream ends with the stream.
 *
 * @example
 * ```ts
 * const client = new Patchbay({ middleware: [telemetry()] });
 * ```
 */
export function telemetry(options: TelemetryOptions = {}): Middleware {
  const given = optionsOf("telemetry", options);
  const tracer = given.tracer ?? trace.getTracer("@patchbay/client");
  const meter = given.meter ?? metrics.getMeter("@patchbay/client");
  const duration = meter.createHistogram("gen_ai.client.operation.duration", {
    unit: "s",
    advice: { explicitBucketBoundaries: Array.from({ length: 14 }, (_, at) => 0.01 * 2 ** at) },
  });
  const tokens = meter.createHistogram("gen_ai.client.token.usage", {
    unit: "{token}",
    advice: { explicitBucketBoundaries: Array.from({ length: 14 }, (_, at) => 4 ** at) },
  });
  return (request, next, context) => {
    const began = performance.now();
    const asked = attributesOf(request, context);
    const name = [asked["gen_ai.operation.name"], asked["gen_ai.request.model"]].filter(Boolean).join(" ");
    return tracer.startActiveSpan(name, { kind: SpanKind.CLIENT, attributes: asked }, (span) => {
      context.onEnd(({ response: answer, error }) => {
        const told = { ...answerOf(answer), ...(error !== undefined && { "error.type": kindOf(error) }) };
        span.setAttributes(told);
        if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: reasonOf(error) });
        span.end();
        const common = pick({ ...asked, ...told }, metricAttributes);
        duration.record((performance.now() - began) / 1000, common);
        for (const kind of ["input", "output"]) {
          const count = (told as Attributes)[`gen_ai.usage.${kind}_tokens`];
          if (typeof count === "number") tokens.record(count, { ...common, "gen_ai.token.type": kind });
        }
      });
      return next(request);
    });
  };
}

const metricAttributes = [
  "gen_ai.operation.name",
  "gen_ai.provider.name",
  "gen_ai.request.model",
  "gen_ai.response.model",
  "server.address",
  "server.port",
  "error.type",
];

function attributesOf(request: Request, { operation, input, attempt }: AttemptContext): Attributes {
  const { hostname, port, protocol } = new URL(request.url);
  return withoutNothing({
    "gen_ai.operation.name": names[operation.id] ?? operation.id,
    "gen_ai.provider.name": "openrouter",
    "gen_ai.request.model": input.model,
    "gen_ai.request.max_tokens": input.max_tokens ?? input.max_completion_tokens,
    "gen_ai.request.temperature": input.temperature,
    "gen_ai.request.top_p": input.top_p,
    "gen_ai.request.seed": input.seed,
    "server.address": hostname,
    "server.port": Number(port) || (protocol === "http:" ? 80 : 443),
    ...(attempt > 1 && { "http.request.resend_count": attempt - 1 }),
  });
}

function answerOf(answer: unknown): Attributes {
  const { id, model, provider, choices, usage } = (answer ?? {}) as Partial<ChatCompletion>;
  return withoutNothing({
    "gen_ai.response.id": id,
    "gen_ai.response.model": model,
    "gen_ai.response.finish_reasons": choices?.map(({ finish_reason: reason }) => reason ?? "none"),
    "gen_ai.usage.input_tokens": usage?.prompt_tokens,
    "gen_ai.usage.output_tokens": usage?.completion_tokens,
    "patchbay.response.provider": provider,
    "patchbay.usage.cost_usd": usage?.cost,
  });
}

/** A word of a small set: the code of a refusal, or the name of the error. */
function kindOf(error: unknown): string {
  if (error instanceof ApiError) return error.code;
  if (error instanceof TimeoutError) return `timeout_${error.phase}`;
  return error instanceof PatchbayError || error instanceof Error ? error.name : "unknown";
}

/** The error's own message only where it cannot quote a prompt or an answer. */
function reasonOf(error: unknown): string {
  if (error instanceof ApiError) return `${error.status} ${error.code}`;
  return error instanceof ConnectionError || error instanceof TimeoutError ? error.message : kindOf(error);
}

function withoutNothing(attributes: Readonly<Record<string, unknown>>): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null));
}

function pick(attributes: Attributes, names: readonly string[]): Attributes {
  return Object.fromEntries(
    names.flatMap((name) => (attributes[name] === undefined ? [] : [[name, attributes[name]]])),
  );
}
