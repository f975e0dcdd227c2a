/** How the service or the network misbehaves towards the client, whatever the model said. Times are in milliseconds. */
export type Fault =
  /** The port refuses the connection. On a shared port the connection is reset instead. */
  | { readonly kind: "connection_refused" }
  /** The connection breaks: before the headers, or after so many events or bytes of the body. */
  | ({ readonly kind: "connection_reset" } & Place)
  /** A stream ends too soon, as if it were complete; any other body is shorter than its `content-length`. Default: after 1 event. */
  | ({ readonly kind: "truncated" } & Place)
  /** Nothing more comes, for a while or for ever. Default: after 1 event, for ever. */
  | ({ readonly kind: "stall"; readonly ms?: number } & Place)
  /** Comments come before the first event of a stream, as they do while a model thinks. Default: 3, at once. */
  | { readonly kind: "keep_alive_comments"; readonly count?: number; readonly everyMs?: number }
  /** A stream ends with an error. Default: after 1 event, 502. */
  | {
      readonly kind: "mid_stream_error";
      readonly afterEvents?: number;
      readonly status?: number;
      readonly message?: string;
    }
  /** An error under HTTP 200. Default: 502. */
  | { readonly kind: "error_in_200"; readonly status?: number; readonly message?: string }
  /** A body, or an event of a stream after so many, that is not JSON. Default: after 1 event. */
  | { readonly kind: "malformed_json"; readonly afterEvents?: number }
  /** A stream without `[DONE]`. */
  | { readonly kind: "missing_done" }
  /** Another content type. Default: `text/html`. */
  | { readonly kind: "wrong_content_type"; readonly value?: string }
  /** White space before the body. */
  | { readonly kind: "leading_whitespace"; readonly text?: string }
  /** No usage; in a stream, also a duplicate. */
  | { readonly kind: "usage"; readonly how: "missing" | "duplicate" }
  /** Another finish reason. */
  | { readonly kind: "finish_reason"; readonly value: string | null }
  /** Arguments of tool calls that are not JSON. */
  | { readonly kind: "invalid_tool_arguments" }
  /** A body, or an event of a stream, with so many more bytes. */
  | { readonly kind: "oversized_event"; readonly bytes: number };

/**
 * Where in the body a fault happens. An answer that is not streamed has no events: with `afterEvents: 0` none of its bytes
 * are sent, otherwise the first half.
 */
interface Place {
  readonly afterEvents?: number;
  readonly afterBytes?: number;
}

/** A fault of one answer, and whether it could be applied. */
export interface FaultReport {
  readonly kind: Fault["kind"];
  readonly applied: boolean;
  /** Why it could not be applied. */
  readonly reason?: string;
}
