import type { ProviderReply, ProviderUsage } from "./reply.ts";

/** What the provider does with one request. Without any field it answers "Hello there." at once. Times are milliseconds. */
export interface ProviderBehavior {
  /** The text. A stream sends it word by word. */
  readonly text?: string;
  /** The text as the pieces of a stream, instead of `text`. */
  readonly pieces?: readonly string[];
  readonly reasoning?: string;
  readonly toolCall?: ProviderReply["toolCall"];
  /** Default: `tool` with a tool call, else `stop`. */
  readonly finish?: ProviderReply["finish"];
  /** Tokens that the provider reports; `null` for none. Default: 10 of the prompt, and one for each piece. */
  readonly usage?: ProviderUsage | null;
  /** An error under status 200, in the body or after the pieces of a stream. */
  readonly errorUnder200?: string;

  /** Responds with this status and `message` in the provider's format of errors. */
  readonly status?: number;
  readonly message?: string;
  /** The body verbatim, instead of the one in the provider's format. */
  readonly body?: string;
  /** Additional headers, such as `retry-after`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of the right one. */
  readonly contentType?: string;

  /** Settles when the provider may respond. Default: at once. */
  readonly after?: Promise<unknown>;
  readonly delayToHeaders?: number;
  /** After the headers of a stream. */
  readonly delayToFirstToken?: number;
  readonly delayBetweenTokens?: number;

  /** Closes the connection after this many bytes of the body, without the end of the body. */
  readonly cutAfter?: number;
  /** Resets the connection after this many bytes of the body; below zero, instead of responding. */
  readonly resetAfter?: number;
  /** Never responds, or never goes on after the headers or after the first token. The caller must leave. */
  readonly hang?: "before-headers" | "after-headers" | "after-first-token";
}

/** The content of the answer to a request for a model. */
export function replyOf(behavior: ProviderBehavior, model: string, id: string): ProviderReply {
  const { text = "Hello there.", toolCall, usage, finish } = behavior;
  const isText = behavior.text !== undefined || !toolCall;
  const pieces = behavior.pieces ?? (isText ? text.split(/(?= )/) : []);
  return {
    pieces,
    reasoning: behavior.reasoning,
    toolCall,
    finish: finish ?? (toolCall ? "tool" : "stop"),
    usage: usage === null ? undefined : (usage ?? { prompt: 10, completion: Math.max(pieces.length, 1) }),
    model,
    id,
    error: behavior.errorUnder200,
  };
}
