import { PatchbayError } from "@patchbay/client";

/** An agent, a tool or a run has invalid options. Thrown before a request is sent. */
export class AgentError extends PatchbayError {
  static override readonly kind: string = "AgentError";
  override readonly name: string = "AgentError";
}

/** A store failed to load or save a session. `getRunReport(error)?.state` has the state, so that nothing is lost. */
export class SessionError extends AgentError {
  static override readonly kind: string = "SessionError";
  override readonly name: string = "SessionError";
  readonly session: string;

  constructor(session: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.session = session;
  }
}

/**
 * A limit of the run, or of a run that called it, forbids the next request. It ends the run and never reaches the
 * caller.
 */
export class BudgetExceededError extends AgentError {
  constructor() {
    super("A limit of the run forbids another request.");
  }
}
