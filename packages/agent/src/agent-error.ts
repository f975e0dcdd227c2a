import { PatchbayError } from "@patchbay/client";

/** An agent, a tool or a run that cannot work as it is set up; thrown before anything is sent. */
export class AgentError extends PatchbayError {
  static override readonly kind: string = "AgentError";
  override readonly name: string = "AgentError";
}
