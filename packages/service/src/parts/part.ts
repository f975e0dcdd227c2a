import type { Annotation, ReasoningDetail } from "@patchbay/spec";

/**
 * A piece of a model's output, in the order in which the model produces it. Every dialect writes its response and its events
 * from parts, and every upstream produces them.
 */
export type Part =
  | TextPart
  | ReasoningPart
  /** Complete reasoning details: encrypted reasoning, summaries, calls of server tools. */
  | { readonly type: "reasoning-details"; readonly details: readonly ReasoningDetail[] }
  | ToolCallPart
  /** Data URLs of images. */
  | { readonly type: "images"; readonly urls: readonly string[] }
  | { readonly type: "annotations"; readonly annotations: readonly Annotation[] }
  | ResponsePart
  | { readonly type: "usage"; readonly usage: ReportedUsage }
  | FinishPart
  | { readonly type: "error"; readonly error: ProviderError };

/** How the provider identifies its response. Not sent to the client. */
export interface ResponsePart {
  readonly type: "response";
  readonly id?: string;
  /** The provider's name of the model that responded. */
  readonly model?: string;
}

/** Text of the output, or the text of a refusal. */
export interface TextPart {
  readonly type: "text" | "refusal";
  readonly text: string;
}

/** Reasoning as text. A signature covers the reasoning before it, too. */
export interface ReasoningPart {
  readonly type: "reasoning";
  readonly text: string;
  /** Such as `anthropic-claude-v1`. */
  readonly format?: string;
  readonly signature?: string;
}

/** The first part of a tool call has its id and its name. The later ones have fragments of the arguments, as JSON text. */
export interface ToolCallPart {
  readonly type: "tool-call-delta";
  /** Number of the call in the output, from 0. */
  readonly index: number;
  readonly id?: string;
  readonly name?: string;
  readonly arguments?: string;
}

/** Why the output ended. The last part of a complete output. */
export interface FinishPart {
  readonly type: "finish";
  readonly reason: string;
  /** The provider's own name for the reason. Default: the usual one of the model family. */
  readonly nativeReason?: string;
  /** The stop sequence of the request that ended the output. */
  readonly stopSequence?: string;
}

/** Usage as an upstream reports it, in native tokens. Each report is cumulative, so the last one counts. */
export interface ReportedUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly reasoningTokens?: number;
  readonly cachedTokens?: number;
  readonly cacheWriteTokens?: number;
  /** The part of `cacheWriteTokens` that the cache keeps for an hour, which has its own price. */
  readonly cacheWriteHourTokens?: number;
  /** The cost that the provider reports, in USD. It is recorded in addition to the computed one. */
  readonly cost?: number;
}

/** A failure of a provider. */
export interface ProviderError {
  /** HTTP status. */
  readonly status: number;
  readonly message: string;
  /** The error type. Default: derived from the status. */
  readonly errorType?: string;
  /** Milliseconds after which a retry can succeed. */
  readonly retryAfterMs?: number;
}
