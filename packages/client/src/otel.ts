import { metrics, SpanKind, SpanStatusCode, trace, type Attributes, type Meter, type Tracer } from "@opentelemetry/api";
import type { ChatCompletion, MessagesResponse, ResponseObject } from "@patchbay/spec";
import { ApiError } from "./errors/api-error.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import { PatchbayError } from "./errors/patchbay-error.ts";
import { TimeoutError } from "./errors/timeout-error.ts";
import type { AttemptContext, Middleware } from "./options/middleware.ts";
import { optionsOf } from "./options/read-given.ts";

/** The destination of spans and metrics. */
export interface TelemetryOptions {
  /** Default: the global provider's, named `@patchbay/client`. */
  readonly tracer?: Tracer | undefined;
  /** Default: the global provider's, named `@patchbay/client`. */
  readonly meter?: Meter | undefined;
}

/** Operation → its `gen_ai.operation.name` in the OpenTelemetry GenAI conventions. What streams is a `chat`. */
const names: Readonly<Record<string, string>> = {
  "embeddings.create": "embeddings",
  "rerank.create": "rerank",
};

/**
 * Creates a middleware that records a client span for each attempt, following OpenTelemetry's GenAI conventions, and
 * the metrics `gen_ai.client.operation.duration` (seconds) and `gen_ai.client.token.usage`. Records no prompts and no
 * completions. The span of a stream ends with the stream.
 *
 * @throws PatchbayError when the options are not an object
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
    const start = toStartAttributes(request, context);
    const name = [start["gen_ai.operation.name"], start["gen_ai.request.model"]].filter(Boolean).join(" ");
    return tracer.startActiveSpan(name, { kind: SpanKind.CLIENT, attributes: start }, (span) => {
      context.onEnd(({ response, error }) => {
        const end = toEndAttributes(response, error);
        span.setAttributes(end);
        if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: statusMessageOf(error) });
        span.end();
        const common = pick({ ...start, ...end }, metricAttributes);
        duration.record((performance.now() - began) / 1000, common);
        for (const kind of ["input", "output"]) {
          const count = end[`gen_ai.usage.${kind}_tokens`];
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

function toStartAttributes(request: Request, { operation, input, attempt }: AttemptContext): Attributes {
  const { hostname, port, protocol } = new URL(request.url);
  return defined({
    "gen_ai.operation.name": operation.stream ? "chat" : (names[operation.id] ?? operation.id),
    "gen_ai.provider.name": "openrouter",
    "gen_ai.request.model": input.model,
    "gen_ai.request.max_tokens": input.max_tokens ?? input.max_completion_tokens ?? input.max_output_tokens,
    "gen_ai.request.temperature": input.temperature,
    "gen_ai.request.top_p": input.top_p,
    "gen_ai.request.seed": input.seed,
    "server.address": hostname,
    "server.port": Number(port) || (protocol === "http:" ? 80 : 443),
    ...(attempt > 1 && { "http.request.resend_count": attempt - 1 }),
  });
}

function toEndAttributes(response: unknown, error: unknown): Attributes {
  const { id, model, provider, usage } = (response ?? {}) as Partial<ChatCompletion & MessagesResponse>;
  return defined({
    "gen_ai.response.id": id,
    "gen_ai.response.model": model,
    "gen_ai.response.finish_reasons": finishReasonsOf(response),
    "gen_ai.usage.input_tokens": usage?.prompt_tokens ?? inputTokensOf(usage),
    "gen_ai.usage.output_tokens": usage?.completion_tokens ?? usage?.output_tokens,
    "patchbay.response.provider": provider,
    "patchbay.usage.cost_usd": usage?.cost,
    "error.type": error === undefined ? undefined : errorTypeOf(error),
  });
}

/** The reasons why a response of any API ended. */
function finishReasonsOf(response: unknown): string[] | undefined {
  const { choices } = (response ?? {}) as Partial<ChatCompletion>;
  if (choices) return choices.map(({ finish_reason: reason }) => reason ?? "none");
  const { incomplete_details: details, status } = (response ?? {}) as Partial<ResponseObject>;
  const reason = (response as Partial<MessagesResponse> | undefined)?.stop_reason ?? details?.reason ?? status;
  return reason === undefined ? undefined : [reason];
}

/** The Messages API does not count cached tokens as input tokens. */
function inputTokensOf(usage: Partial<MessagesResponse["usage"]> | undefined): number | undefined {
  if (usage?.input_tokens === undefined) return undefined;
  return usage.input_tokens + (usage.cache_read_input_tokens ?? 0) + (usage.cache_creation_input_tokens ?? 0);
}

/** A value of low cardinality: the code of an `ApiError`, or the name of the error. */
function errorTypeOf(error: unknown): string {
  if (error instanceof ApiError) return error.code;
  if (error instanceof TimeoutError) return `timeout_${error.phase}`;
  return error instanceof PatchbayError || error instanceof Error ? error.name : "unknown";
}

/**
 * The status message of the span. The error's own message is used only when it cannot quote a prompt or a completion.
 */
function statusMessageOf(error: unknown): string {
  if (error instanceof ApiError) return `${error.status} ${error.code}`;
  return error instanceof ConnectionError || error instanceof TimeoutError ? error.message : errorTypeOf(error);
}

function defined(attributes: Readonly<Record<string, unknown>>): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null));
}

function pick(attributes: Attributes, names: readonly string[]): Attributes {
  return Object.fromEntries(
    names.flatMap((name) => (attributes[name] === undefined ? [] : [[name, attributes[name]]])),
  );
}
