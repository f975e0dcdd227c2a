import type { ChatCompletionRequest } from "@patchbay/spec";

/** What a model says to a conversation. */
export interface Completion {
  readonly content?: string;
  readonly reasoning?: string;
  /** Calls that the model asks for; `arguments` is any JSON value, or text that is sent as it is. */
  readonly toolCalls?: readonly { readonly name: string; readonly arguments: unknown }[];
  /** Default: `tool_calls` with tool calls, else `stop`. */
  readonly finishReason?: string;
}

/** Who answers a conversation: an echo, a script, later a real provider. */
export interface Upstream {
  complete(request: ChatCompletionRequest): Completion | Promise<Completion>;
}
