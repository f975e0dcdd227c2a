import { SessionError } from "../errors/agent-error.ts";
import type { RunState } from "../report/run-report.ts";

/** Where conversations are kept between runs, by the name of their session. */
export interface SessionStore {
  /** The state that was saved last; undefined when there is none. */
  readonly load: (session: string) => Promise<RunState | undefined>;
  /**
   * Keeps a state in place of the one before, whole or not at all.
   *
   * @throws SessionConflict when the state that is kept does not have the revision before that of this one: somebody else saved in between
   */
  readonly save: (session: string, state: RunState) => Promise<void>;
}

/** Two runs of one session at the same time: the later one would overwrite what the other one saved. */
export class SessionConflictError extends SessionError {
  static override readonly kind: string = "SessionConflict";
  override readonly name: string = "SessionConflict";
  constructor(session: string, saved: number | undefined, revision: number | undefined) {
    super(
      session,
      `The session ${JSON.stringify(session)} has revision ${saved ?? 0}, and revision ${revision ?? 0} was to be saved: another run saved in between. Load it again, and go on from there.`,
    );
  }
}
