import { SessionError } from "../errors/agent-error.ts";
import type { RunState } from "../report/run-report.ts";
import type { Conversation } from "../state/conversation.ts";
import type { SessionStore } from "../stores/session-store.ts";
import { messageOfThrown } from "../errors/thrown.ts";
import { untilAborted } from "../async/until-aborted.ts";

/** The stored state; `undefined` for a new session. Throws `SessionError`. */
export async function loadSession(
  store: SessionStore,
  session: string,
  signal: AbortSignal,
): Promise<RunState | undefined> {
  signal.throwIfAborted();
  try {
    return await untilAborted(signal, store.load(session));
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw toSessionError(session, cause, (why) => `could not be loaded: ${why} No request was sent.`);
  }
}

/** Saves states of a conversation in its session, each with the next revision. Throws `SessionError`. */
export function saveTo(
  store: SessionStore,
  session: string,
  conversation: Conversation,
  seal: (state: RunState) => Promise<RunState>,
): (state: RunState) => Promise<void> {
  return async (state) => {
    const revision = conversation.revision + 1;
    try {
      await store.save(session, await seal({ ...state, revision }));
    } catch (cause) {
      throw toSessionError(
        session,
        cause,
        (why) => `could not be saved: ${why} The run stops here. Resume it from \`getRunReport(error).state\`.`,
      );
    }
    conversation.revision = revision;
  };
}

/** The error for a failed store. */
function toSessionError(session: string, cause: unknown, describe: (why: string) => string): SessionError {
  if (cause instanceof SessionError) return cause;
  const message = messageOfThrown(cause);
  const why = /[.!?]$/.test(message) ? message : `${message}.`;
  return new SessionError(session, `The session ${JSON.stringify(session)} ${describe(why)}`, { cause });
}
