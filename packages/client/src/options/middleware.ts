import type { OperationCall } from "@patchbay/spec";

/** What surrounds one attempt of a call. */
export interface AttemptContext {
  readonly operation: OperationCall;
  /** Path, query and body fields, as the caller gave them. */
  readonly input: Readonly<Record<string, unknown>>;
  /** From 1. */
  readonly attempt: number;
  /** Is called once when the attempt has ended: with its answer, whole also when it was streamed, or with its error. */
  readonly onEnd: (listener: (end: AttemptResult) => unknown) => void;
}

/** How an attempt ended. */
export interface AttemptResult {
  /** The parsed answer; of a stream the completion, as far as it came. */
  readonly response?: unknown;
  readonly error?: unknown;
}

/**
 * Stands around each attempt: it may change the request, answer itself, look at the response, or call `next` again.
 *
 * @example
 * ```ts
 * const timing: Middleware = async (request, next, { operation }) => {
 *   const began = performance.now();
 *   const response = await next(request);
 *   console.log(operation.id, response.status, performance.now() - began);
 *   return response;
 * };
 * ```
 */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
  context: AttemptContext,
) => Promise<Response>;
