import type { RunState } from "../report/run-report.ts";
import { SessionConflictError, type SessionStore } from "./session-store.ts";

/** A store that can list and delete its sessions. */
export interface ListableSessionStore extends SessionStore {
  /** Deletes a session. An unknown session is not an error. */
  readonly delete: (session: string) => Promise<void>;
  /** The ids of all sessions, sorted. */
  readonly list: () => Promise<string[]>;
}

/**
 * Stores conversations in memory until the process ends.
 *
 * @example
 * ```ts
 * const agent = createAgent({ client, model: "openai/gpt-5-mini", store: memoryStore() });
 * await agent.run("And then?", { sessionId: "chat-42" });
 * ```
 */
export function memoryStore(): ListableSessionStore {
  // Stored as JSON, so that changes to a saved or loaded state do not affect the stored one.
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
