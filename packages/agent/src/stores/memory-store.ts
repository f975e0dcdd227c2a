import type { RunState } from "../report/run-report.ts";
import { SessionConflictError, type SessionStore } from "./session-store.ts";

/** A store that also says what it keeps, and forgets it when it is told to. */
export interface ListableSessionStore extends SessionStore {
  /** Forgets a session; it is no error when there is none. */
  readonly delete: (session: string) => Promise<void>;
  /** The names of all sessions, sorted. */
  readonly list: () => Promise<string[]>;
}

/**
 * Keeps conversations for as long as the process lives.
 *
 * @example
 * ```ts
 * const bot = agent({ client, model: "openai/gpt-5-mini", store: memoryStore() });
 * await bot.run("And then?", { session: "chat-42" });
 * ```
 */
export function memoryStore(): ListableSessionStore {
  // As text, so that whoever changes what it gave or got changes nothing that is kept.
  const kept = new Map<string, { readonly revision: number; readonly text: string }>();
  return {
    async load(session) {
      const found = kept.get(session);
      return found && (JSON.parse(found.text) as RunState);
    },
    async save(session, state) {
      const { revision = 0 } = state;
      const last = kept.get(session)?.revision ?? 0;
      if (revision !== last + 1) throw new SessionConflictError(session, last, revision);
      kept.set(session, { revision, text: JSON.stringify(state) });
    },
    async delete(session) {
      kept.delete(session);
    },
    async list() {
      return [...kept.keys()].sort();
    },
  };
}
