// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ClientPolicy, RetryPolicy } from "../policies.ts";

/** Which failures a client retries, and how long it waits. */
export const retryPolicy: RetryPolicy = {
  statuses: [408, 409, 429],
  statusFrom: 500,
  shouldRetryHeader: "x-should-retry",
  retryableField: "availability.retryable",
  unknownOutcome: "idempotent_only",
  idempotencyHeader: "idempotency-key",
  maxRetries: 2,
  initialDelayMs: 500,
  multiplier: 2,
  maxDelayMs: 8000,
  jitter: "full",
  retryAfter: [
    {
      header: "retry-after-ms",
      format: "ms",
    },
    {
      header: "retry-after",
      format: "s",
    },
    {
      header: "retry-after",
      format: "http_date",
    },
    {
      field: "availability.retry_after",
      format: "s",
    },
    {
      rateLimit: "reset",
      format: "unix_time",
      statuses: [429],
    },
  ],
  maxRetryAfterMs: 60000,
};

/** Defaults of a client, and the headers of responses that it reads. */
export const clientPolicy: ClientPolicy = {
  baseURL: "https://openrouter.ai/api/v1",
  defaults: {
    timeoutMs: 600000,
    idleTimeoutMs: 300000,
    totalTimeoutMs: null,
    retryNonIdempotent: false,
    logLevel: "warn",
  },
  environment: {
    apiKey: "OPENROUTER_API_KEY",
    baseURL: "OPENROUTER_BASE_URL",
    logLevel: "PATCHBAY_LOG",
  },
  poll: {
    status: 404,
    delayMs: 250,
    maxAttempts: 40,
  },
  headers: {
    requestId: ["x-request-id", "cf-ray"],
    generationId: ["x-generation-id"],
    rateLimit: {
      limit: "X-RateLimit-Limit",
      remaining: "X-RateLimit-Remaining",
      reset: "X-RateLimit-Reset",
      field: "metadata.headers",
    },
  },
};

/** Option of the client → the header that it is sent as. */
export const optionHeaders = {
  "app.url": "HTTP-Referer",
  "app.title": "X-OpenRouter-Title",
  "app.categories": "X-OpenRouter-Categories",
} as const;
