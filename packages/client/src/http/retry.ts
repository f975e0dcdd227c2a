import { retryPolicy, type OperationCall } from "@patchbay/spec";
import { ApiError, ConnectionError, StreamError, TimeoutError } from "../errors/errors.ts";

/** Whether a failure deserves another attempt at all. */
export function shouldRetry(error: unknown, { idempotent }: OperationCall, retryNonIdempotent: boolean): boolean {
  if (error instanceof ApiError && isClear(error)) return error.retryable;
  if (error instanceof ConnectionError && !error.requestSent) return true;
  const isUnknown =
    (error instanceof ApiError && (error.retryable || error.code === "invalid_response")) ||
    error instanceof ConnectionError ||
    (error instanceof TimeoutError && error.phase === "attempt") ||
    // Before the first event.
    (error instanceof StreamError && (error.reason === "interrupted" || error.reason === "truncated"));
  // Nobody knows what became of the request: sending it again could be paid twice.
  return isUnknown && (idempotent || retryNonIdempotent);
}

/** Whether an answer says that nothing was made: neither is it unusable, nor does it hold a part of what was asked for. */
function isClear({ code, partial }: ApiError): boolean {
  return code !== "invalid_response" && !partial?.choices.some(({ message }) => message.content || message.tool_calls);
}

/** Milliseconds to wait after an attempt, from 1: what the service asks for, else up to a bound that doubles, by chance. */
export function delayAfter(attempt: number, error: unknown, random: () => number = Math.random): number {
  const { initialDelayMs, maxDelayMs } = retryPolicy;
  const told = error instanceof ApiError ? error.retryAfterMs : undefined;
  return told ?? Math.min(initialDelayMs * 2 ** (attempt - 1), maxDelayMs) * random();
}

/** Milliseconds between two looks for a record that is still being written. */
export const lateDelayMs = 250;

/** Whether a record may only be late. */
export function isNotYetAvailable(error: unknown, attempt: number): boolean {
  return error instanceof ApiError && error.status === 404 && attempt < 40;
}

/** Waits; an abort ends the wait with its reason. */
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
