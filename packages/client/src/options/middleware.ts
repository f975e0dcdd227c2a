import type { OperationCall } from "@patchbay/spec";

/** Context of one attempt of a call. */
export interface AttemptContext {
  readonly operation: OperationCall;
  /** Path, query and body fields, as passed by the caller. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The number of the attempt, starting at 1. */
  readonly attempt: number;
  /**
   * Adds a listener that is called once when the attempt has ended, with its response (complete, also after streaming)
   * or its error. An error of the listener is logged on the console.
   */
  readonly onEnd: (listener: (end: AttemptResult) => unknown) => void;
}

/** The result of an attempt. */
export interface AttemptResult {
  /** The parsed response; for a stream, the completion received so far. */
  readonly response?: unknown;
  /** The error that ended the attempt; absent after a success. */
  readonly error?: unknown;
}

/**
 * A function around each attempt. It can change the request, return its own response, inspect the response, or call
 * `next` again. Its errors are thrown unchanged.
 *
 * @example
 * ```ts
 * const timing: Middleware = async (request, next, { operation }) => {
 *   const start = performance.now();
 *   const response = await next(request);
 *   console.log(operation.id, response.status, performance.now() - start);
 *   return response;
 * };
 * ```
 */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
  context: AttemptContext,
) => Promise<Response>;
