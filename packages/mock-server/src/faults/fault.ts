/** A failure of the API or the network that the client sees, whatever the model's output. Times are in milliseconds. */
export type Fault =
  /** The port refuses the connection. A shared port resets the connection instead. */
  | { readonly kind: "connection_refused" }
  /** The connection is reset: before the headers, or after a number of events or bytes of the body. */
  | ({ readonly kind: "connection_reset" } & Place)
  /**
   * The connection is closed after the complete response, although the response announces that it stays open. Default: at
   * once. A client must send its next request on another connection.
   */
  | { readonly kind: "connection_closed"; readonly ms?: number }
  /**
   * A stream ends early, as if it were complete; any other body is shorter than its `content-length`. Default: after 1
   * event.
   */
  | ({ readonly kind: "truncated" } & Place)
  /** No more data arrives, for `ms` or indefinitely. Default: after 1 event, indefinitely. */
  | ({ readonly kind: "stall"; readonly ms?: number } & Place)
  /** Comments precede the first event of a stream, as they do while a model reasons. Default: 3, without a pause. */
  | { readonly kind: "keep_alive_comments"; readonly count?: number; readonly everyMs?: number }
  /** A stream ends with the error event of its API, such as `response.failed`. Default: after 1 event, status 502. */
  | {
      readonly kind: "mid_stream_error";
      readonly afterEvents?: number;
      readonly status?: number;
      readonly message?: string;
    }
  /** An error body with HTTP status 200. Default code in the body: 502. */
  | { readonly kind: "error_in_200"; readonly status?: number; readonly message?: string }
  /** A body, or the event after `afterEvents` others, that is not valid JSON. Default: after 1 event. */
  | { readonly kind: "malformed_json"; readonly afterEvents?: number }
  /** A stream without `[DONE]`, or without `message_stop` in Anthropic Messages. */
  | { readonly kind: "missing_done" }
  /** A wrong content type. Default: `text/html`. */
  | { readonly kind: "wrong_content_type"; readonly value?: string }
  /** White space before the body. */
  | { readonly kind: "leading_whitespace"; readonly text?: string }
  /** The usage is missing or, in a stream, sent twice. */
  | { readonly kind: "usage"; readonly how: "missing" | "duplicate" }
  /** A different finish reason. In the Responses API it changes `status`; in Anthropic Messages, `stop_reason`. */
  | { readonly kind: "finish_reason"; readonly value: string | null }
  /** Tool-call arguments that are not valid JSON. */
  | { readonly kind: "invalid_tool_arguments" }
  /** A body, or an event of a stream, that is larger by `bytes`. */
  | { readonly kind: "oversized_event"; readonly bytes: number };

/**
 * Where in the body a fault occurs. A response that is not streamed has no events: with `afterEvents: 0` none of its
 * bytes are sent, otherwise the first half.
 */
interface Place {
  readonly afterEvents?: number;
  readonly afterBytes?: number;
}

/** A fault of one response, and whether it was applied. */
export interface FaultReport {
  readonly kind: Fault["kind"];
  readonly applied: boolean;
  /** Why it was not applied. */
  readonly reason?: string;
}
