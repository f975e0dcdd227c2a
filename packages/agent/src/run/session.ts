import { SessionError } from "../errors/agent-error.ts";
import type { RunState } from "../report/run-report.ts";
import type { Conversation } from "../state/conversation.ts";
import type { SessionStore } from "../stores/session-store.ts";
import { messageOfThrown } from "../errors/thrown.ts";
import { untilAborted } from "../async/until-aborted.ts";

/** What the store has; undefined when the session is a new one. Throws `SessionError`. */
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
    throw toSessionError(session, cause, (why) => `could not be loaded: ${why} Nothing was sent.`);
  }
}

/** Saves states of a conversation in its session, each with the next revision; throws `SessionError`. */
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
        (why) =>
          `could not be saved: ${why} The run stops here; its state is in \`reportOf(error).state\`, to go on from.`,
      );
    }
    conversation.revision = revision;
  };
}

/** What a failed store means. */
function toSessionError(session: string, cause: unknown, tell: (why: string) => string): SessionError {
  if (cause instanceof SessionError) return cause;
  const message = messageOfThrown(cause);
  const why = /[.!?]$/.test(message) ? message : `${message}.`;
  return new SessionError(session, `The session ${JSON.stringify(session)} ${tell(why)}`, { cause });
}
