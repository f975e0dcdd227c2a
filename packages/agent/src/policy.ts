import type { ChatCompletionRequest } from "@patchbay/client";

/** A gate that every request of a run has to pass, those of agents that it calls included. */
export interface Policy {
  readonly kind: "policy";
  /** The request as it may be sent; throws `PolicyError` when it may not. It is asked before anything of a step is sent. */
  readonly apply: (request: ChatCompletionRequest) => Promise<ChatCompletionRequest>;
}
