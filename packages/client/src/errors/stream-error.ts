import { hideDetails } from "./error-view.ts";
import { PatchbayError } from "./patchbay-error.ts";

/** Why a stream did not produce a complete response. */
export type StreamErrorReason = "interrupted" | "truncated" | "malformed" | "not_a_stream" | "already_consumed";

/**
 * A stream did not produce a complete response: it is not a stream, was interrupted, truncated or malformed, or was
 * already read.
 *
 * @example
 * ```ts
 * if (error instanceof StreamError) console.log(error.reason, error.partial);
 * ```
 */
export class StreamError extends PatchbayError {
  static override readonly kind = "StreamError";
  override readonly name = "StreamError";
  readonly reason: StreamErrorReason;
  /** With `malformed` and `not_a_stream`: the parsed event or response, if it was JSON. */
  readonly body: unknown;

  constructor(
    reason: StreamErrorReason,
    message: string,
    { body, ...options }: ErrorOptions & { body?: unknown } = {},
  ) {
    super(message, options);
    this.reason = reason;
    this.body = body;
    hideDetails(this);
  }
}
