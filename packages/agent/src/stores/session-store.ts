import { SessionError } from "../errors/agent-error.ts";
import type { RunState } from "../report/run-report.ts";

/** Stores conversations between runs, by session id. */
export interface SessionStore {
  /** The last saved state; `undefined` if there is none. */
  readonly load: (session: string) => Promise<RunState | undefined>;
  /**
   * Replaces the stored state, completely or not at all.
   *
   * @throws SessionConflictError if the stored state does not have the previous revision: another run saved in between
   */
  readonly save: (session: string, state: RunState) => Promise<void>;
}

/** Two concurrent runs of one session: the later save would overwrite the state of the other one. */
export class SessionConflictError extends SessionError {
  static override readonly kind: string = "SessionConflictError";
  override readonly name: string = "SessionConflictError";
  constructor(session: string, saved: number | undefined, revision: number | undefined) {
    super(
      session,
      `The session ${JSON.stringify(session)} has revision ${saved ?? 0}, so revision ${revision ?? 0} cannot be saved: another run saved in between. Load the session again and continue from its state.`,
    );
  }
}
