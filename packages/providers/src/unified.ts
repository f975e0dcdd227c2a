// The one place from which adapters take the forms of the server: what they get, and what they produce.
import type { Part, ProviderError, ReportedUsage } from "@patchbay/service/parts/part";
import type { ProviderFailureFacts } from "./failure.ts";

export type { Part, ProviderError, ToolCallPart } from "@patchbay/service/parts/part";
export type { UnifiedRequest, UnifiedToolMessage, MarkedToolCall } from "@patchbay/service/parts/unified-request";

/** A piece of a provider's output: a part, with what providers report in addition. */
export type ProviderPart =
  | Exclude<Part, { readonly type: "usage" | "error" }>
  /** The provider's own id of the response and its name of the model that answered. Not shown to the client. */
  | { readonly type: "response"; readonly id?: string; readonly model?: string }
  | { readonly type: "usage"; readonly usage: ProviderUsage }
  /** `facts` classifies the failure. Without it, the status does. */
  | { readonly type: "error"; readonly error: ProviderError; readonly facts?: ProviderFailureFacts };

/** Usage as a provider reports it, in native tokens. `promptTokens` includes cached tokens, `completionTokens` reasoning. */
export interface ProviderUsage extends ReportedUsage {
  /** The part of `cacheWriteTokens` that the cache keeps for an hour, which has its own price. */
  readonly cacheWriteHourTokens?: number;
  /** The part of `promptTokens` that is sound. */
  readonly audioTokens?: number;
  /** Web searches that the provider ran. */
  readonly webSearches?: number;
  /** The cost that the provider reports, in USD. */
  readonly cost?: number;
}
