/** How the service or the network misbehaves towards the client, whatever the model said. */
export type Fault =
  /** Nobody listens. */
  | { readonly kind: "refused" }
  /** The connection breaks: before the headers, or after so many events or bytes of the body. */
  | { readonly kind: "reset"; readonly afterEvents?: number; readonly afterBytes?: number }
  /** The body ends too soon, as if that were all. */
  | { readonly kind: "cut"; readonly afterEvents?: number; readonly afterBytes?: number }
  /** Nothing more comes after so many events: for a while, or for ever. */
  | { readonly kind: "stall"; readonly afterEvents?: number; readonly ms?: number }
  /** The answer begins late. */
  | { readonly kind: "slow"; readonly ms: number }
  /** Comments come before the first event, as they do while a model thinks. */
  | { readonly kind: "comments"; readonly count?: number; readonly everyMs?: number }
  /** A stream ends with an error. */
  | { readonly kind: "error-chunk"; readonly afterEvents?: number; readonly status?: number; readonly message?: string }
  /** An error under HTTP 200. */
  | { readonly kind: "error-in-200"; readonly status?: number; readonly message?: string }
  /** Text that is no JSON: the body, or an event after so many. */
  | { readonly kind: "malformed"; readonly afterEvents?: number }
  /** A stream without its last line. */
  | { readonly kind: "no-done" }
  /** Another content type. */
  | { readonly kind: "content-type"; readonly value?: string }
  /** White space before the body. */
  | { readonly kind: "whitespace"; readonly text?: string }
  /** No usage, or twice. */
  | { readonly kind: "usage"; readonly how: "missing" | "twice" }
  /** Another reason to finish. */
  | { readonly kind: "finish-reason"; readonly value: string | null }
  /** Arguments of tool calls that are no JSON. */
  | { readonly kind: "arguments" }
  /** An event or a body with so many more bytes. */
  | { readonly kind: "huge"; readonly bytes: number };
