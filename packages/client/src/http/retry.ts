import {
  clientPolicy,
  retryPolicy,
  type ChatCompletion,
  type OperationCall,
  type ResponseObject,
} from "@patchbay/spec";
import type { ApiError } from "../errors/api-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { isOfKind } from "../errors/patchbay-error.ts";
import type { StreamError } from "../errors/stream-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";

/**
 * Whether a failed attempt is repeated. `ApiError.retryable` has the decision of the API (`errors/error-response.ts`). A
 * failure with an unknown outcome is repeated only if the operation is idempotent or the caller accepts the risk, because
 * the first request may be charged.
 */
export function shouldRetry(error: unknown, { idempotent }: OperationCall, retryNonIdempotent: boolean): boolean {
  if (isApiError(error) && isRejection(error)) return error.retryable;
  if (error instanceof ConnectionError && !error.requestSent) return true;
  return hasUnknownOutcome(error) && (idempotent === true || retryNonIdempotent);
}

// The classes themselves would bring the code that reads error responses into every bundle.
const isApiError = (error: unknown): error is ApiError => isOfKind(error, "ApiError");
const isStreamError = (error: unknown): error is StreamError => isOfKind(error, "StreamError");

type Content = Partial<
  Pick<ChatCompletion, "choices"> & Pick<ResponseObject, "output"> & { readonly content: readonly unknown[] }
>;

/** Whether an error response means that nothing was generated: it is usable and contains no part of a response. */
function isRejection({ code, partial }: ApiError): boolean {
  return code !== "invalid_response" && !hasContent(partial);
}

function hasContent({ choices, output, content = output }: Content = {}): boolean {
  return choices?.some(({ message }) => message.content || message.tool_calls) ?? (content?.length ?? 0) > 0;
}

/** Whether the request may have succeeded although the attempt failed. */
function hasUnknownOutcome(error: unknown): boolean {
  if (isApiError(error)) return error.retryable || error.code === "invalid_response";
  if (error instanceof ConnectionError) return true;
  if (error instanceof TimeoutError) return error.phase === "attempt";
  // Within an attempt, a stream fails only in place of its first event.
  return isStreamError(error) && (error.reason === "interrupted" || error.reason === "truncated");
}

/**
 * Milliseconds to wait after an attempt (from 1): what the API asks for, otherwise exponential backoff with full jitter.
 * `random` returns a number from 0 to 1.
 */
export function getBackoffMs(attempt: number, error: unknown, random: () => number = Math.random): number {
  const { initialDelayMs, multiplier, maxDelayMs } = retryPolicy;
  const requested = isApiError(error) ? error.retryAfterMs : undefined;
  return requested ?? Math.min(initialDelayMs * multiplier ** (attempt - 1), maxDelayMs) * random();
}

/** Whether an error can mean that the resource is not available yet, as long as `poll` waits for it: ten seconds. */
export function isNotYetAvailable(error: unknown, attempt: number): boolean {
  const { status, maxAttempts } = clientPolicy.poll;
  return isApiError(error) && error.status === status && attempt < maxAttempts;
}

/** Waits `ms` milliseconds. An abort rejects at once with the signal's reason. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
