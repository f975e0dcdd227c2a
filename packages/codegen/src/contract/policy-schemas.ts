import { mergeSchema } from "./merge-schema.ts";
import { defineObject as object, list, map, oneOf, text, type Schema } from "./schema-builders.ts";

const flag: Schema = { type: "boolean" };
const count: Schema = { type: "integer", minimum: 0 };
const status: Schema = { type: "integer", minimum: 400, maximum: 599 };

/** The JSON Schema of `x-option`. */
export const optionSchema: Schema = object({
  name: text,
  scope: oneOf("client", "call"),
  "encoding?": oneOf("percent", "url"),
  "separator?": text,
});

/** Name of a policy → the JSON Schema of its file. The fields are described in the files. */
export const policySchemas: Readonly<Record<string, Schema>> = {
  merge: mergeSchema,
  retry: object({
    statuses: list(status),
    statusFrom: status,
    shouldRetryHeader: text,
    retryableField: text,
    unknownOutcome: oneOf("idempotent_only"),
    idempotencyHeader: text,
    maxRetries: count,
    initialDelayMs: count,
    multiplier: { type: "number", minimum: 1 },
    maxDelayMs: count,
    jitter: oneOf("full"),
    retryAfter: list(
      object({
        "header?": text,
        "field?": text,
        "rateLimit?": oneOf("reset"),
        format: oneOf("ms", "s", "http_date", "unix_time"),
        "statuses?": list(status),
      }),
    ),
    maxRetryAfterMs: count,
  }),
  client: object({
    defaults: object({
      timeoutMs: count,
      idleTimeoutMs: count,
      totalTimeoutMs: { type: ["integer", "null"] },
      retryNonIdempotent: flag,
      logLevel: text,
    }),
    environment: object({ apiKey: text, baseURL: text, logLevel: text }),
    poll: object({ status, delayMs: count, maxAttempts: count }),
    headers: object({
      requestId: list(text),
      generationId: list(text),
      rateLimit: object({ limit: text, remaining: text, reset: text, field: text }),
    }),
  }),
  errors: object({
    types: map(status),
    statusWords: list(object({ pattern: text, status })),
    defaultStatus: status,
    messageFields: list(text),
  }),
  fallback: object({
    kinds: map(
      object({
        action: oneOf("retry", "next", "throw"),
        "mayBeBilled?": flag,
        "blamesModel?": flag,
        "sameForAll?": flag,
        description: text,
      }),
    ),
    rules: list(
      object({
        "shown?": flag,
        "error?": oneOf("timeout", "connection", "stream", "api"),
        "requestSent?": flag,
        "types?": list(text),
        "statuses?": list(status),
        "statusFrom?": status,
        "statusBelow?": status,
        "says?": text,
        "hasOutput?": flag,
        kind: text,
      }),
    ),
    phrases: map(
      object({ "in?": oneOf("message"), "certain?": list(text), "any?": list(text), "unless?": list(text) }),
    ),
    retryDelayMs: count,
    maxRetryAfterMs: count,
    cooldown: object({ failures: count, durationMs: count, rateLimitMs: count, notFoundMs: count }),
  }),
};
