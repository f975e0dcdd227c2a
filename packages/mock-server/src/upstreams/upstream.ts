import type { Annotation, ChatCompletionRequest } from "@patchbay/spec";
import type { CatalogModel } from "../engine/routing/catalog.ts";
import type { SampleBudgets } from "../schema/sample-budgets.ts";

/** What a model says to a conversation. */
export interface ModelOutput {
  readonly content?: string;
  readonly reasoning?: string;
  /**
   * Calls that the model asks for; `arguments` is any JSON value, or text that is sent as it is (default: `{}`). Default id:
   * one of the server's.
   */
  readonly toolCalls?: readonly { readonly name: string; readonly arguments?: unknown; readonly id?: string }[];
  /** Data URLs of images. */
  readonly images?: readonly string[];
  /** Sources that the text cites. */
  readonly annotations?: readonly Annotation[];
  /** Default: `tool_calls` with tool calls, else `stop`. */
  readonly finishReason?: string;
  /** The provider's own name of the finish reason. Default: the usual one of the model's family. */
  readonly nativeFinishReason?: string;
  /**
   * How the provider fails. Without content before the first token, so that another endpoint is tried; with content in
   * the middle of the answer, which then ends with this error.
   */
  readonly error?: ProviderError;
}

/** A failure of a provider. */
export interface ProviderError {
  /** HTTP status. */
  readonly status: number;
  readonly message: string;
  /** Default: what goes with the status. */
  readonly errorType?: string;
  /** Milliseconds until it is worth another try. */
  readonly retryAfterMs?: number;
}

/** What an upstream knows beside the request. */
export interface UpstreamContext {
  readonly model: CatalogModel;
  /** Unix time in milliseconds. */
  readonly now: number;
  /** The same for the same seed and request. */
  readonly seed: number;
  /** What values that are made up for the request may cost together. */
  readonly budgets?: SampleBudgets;
}

/** Who answers a conversation: a generator, an echo, a script, later a real provider. */
export interface Upstream {
  complete(request: ChatCompletionRequest, context: UpstreamContext): ModelOutput | Promise<ModelOutput>;
}
