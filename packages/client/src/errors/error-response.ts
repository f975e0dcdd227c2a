import { errorCodes, retryPolicy, type ErrorCode, type ErrorDetail, type ErrorMetadata } from "@patchbay/spec";
import { detailOf, readPath } from "./error-detail.ts";
import { explain } from "./error-message.ts";
import { getRetryDelayMs, readRateLimit, type RateLimit } from "./rate-limit.ts";
import { generationIdOf, requestIdOf } from "./response-ids.ts";

/** The codes by any status, because the API may send a status that the contract does not document. */
const codes: Readonly<Record<number, ErrorCode | undefined>> = errorCodes;

/** The error response from which an `ApiError` is made. */
export interface ApiErrorInit {
  /** HTTP status. */
  readonly status: number;
  readonly headers?: Headers | undefined;
  /** The parsed body, if it was JSON. */
  readonly body?: unknown;
  /** The unparsed body. */
  readonly responseText?: string | undefined;
  readonly cause?: unknown;
  /** Why the body of a success is unusable, such as `is not valid JSON`; the code is then `invalid_response`. */
  readonly fault?: string | undefined;
}

/** The facts of an error response. */
export interface ErrorFacts {
  /** HTTP status. For an error under HTTP 200 or in a stream, the status that its code stands for. */
  readonly status: number;
  /** Stable reason, the same in every language: `bad_request`, `insufficient_credits`, `rate_limited`, … */
  readonly code: ErrorCode | "invalid_response" | "unknown";
  /** More specific kind, such as `context_length_exceeded`, if the API sent one. */
  readonly errorType: string | undefined;
  /** Display name of the provider that failed. */
  readonly provider: string | undefined;
  /** Facts about the failure, such as `error_type`, `provider_name` or `issues`. */
  readonly metadata: ErrorMetadata | undefined;
  /** Id of the generation, if one had started (`X-Generation-Id`). */
  readonly generationId: string | undefined;
  /** Id of the HTTP request, for support (`x-request-id`, otherwise `cf-ray`). */
  readonly requestId: string | undefined;
  readonly headers: Headers;
  /** The parsed body; undefined if it was not JSON. */
  readonly body: unknown;
  /** The unparsed body. */
  readonly responseText: string | undefined;
  /** Whether the same request can succeed soon. */
  readonly retryable: boolean;
  /** Milliseconds that the API asks to wait. */
  readonly retryAfterMs: number | undefined;
  /** The rate limit that was reached. */
  readonly rateLimit: RateLimit | undefined;
  /** With `insufficient_credits`: the number of tokens that the balance can pay for. */
  readonly affordableTokens: number | undefined;
}

/** Reads the facts of an `ApiError` from an error response. */
export function readErrorResponse({
  status,
  headers = new Headers(),
  body,
  responseText,
  fault,
}: ApiErrorInit): ErrorFacts & { readonly message: string } {
  const detail = fault === undefined ? detailOf(body) : undefined;
  const metadata = detail?.metadata ?? undefined;
  const code = fault === undefined ? (codes[status] ?? "unknown") : "invalid_response";
  const message = `${status} ${code}: ${explain({ code, detail, body, text: responseText, fault })}`;
  const rateLimit = readRateLimit(headers, metadata);
  const retryAfterMs = getRetryDelayMs({ status, headers, detail, rateLimit });
  return {
    message,
    status,
    code,
    errorType: stringOf((detail as { error_type?: unknown } | undefined)?.error_type),
    provider: stringOf(metadata?.provider_name) ?? stringOf((body as { provider?: unknown } | undefined)?.provider),
    metadata,
    generationId: generationIdOf(headers),
    // Anthropic's form has the id in the body too.
    requestId: requestIdOf(headers) ?? stringOf((body as { request_id?: unknown } | undefined)?.request_id),
    headers,
    body,
    responseText,
    retryable: isRetryable(status, headers, detail, retryAfterMs),
    retryAfterMs,
    rateLimit,
    affordableTokens: code === "insufficient_credits" ? readAffordableTokens(message) : undefined,
  };
}

/** Whether the API allows the request to be sent again: `x-should-retry`, otherwise the status and the wait it asks for. */
function isRetryable(status: number, headers: Headers, detail: ErrorDetail | undefined, afterMs = 0): boolean {
  if (afterMs > retryPolicy.maxRetryAfterMs) return false;
  const shouldRetry = headers.get(retryPolicy.shouldRetryHeader)?.toLowerCase();
  if (shouldRetry === "true" || shouldRetry === "false") return shouldRetry === "true";
  const isTransient = status >= retryPolicy.statusFrom || retryPolicy.statuses.includes(status);
  return isTransient && readPath(detail, retryPolicy.retryableField) !== false;
}

/** OpenRouter reports this number only in the message: "… but can only afford 1,234". */
function readAffordableTokens(message: string): number | undefined {
  const digits = /can only afford ([\d,]+)/.exec(message)?.[1];
  return digits === undefined ? undefined : Number(digits.replaceAll(",", ""));
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
