import { AgentError } from "../errors/agent-error.ts";
import type { ListableSessionStore } from "./memory-store.ts";
import type { RunState } from "../report/run-report.ts";
import { SessionConflictError } from "./session-store.ts";

/** The part of a database that the store uses: `DatabaseSync` of node:sqlite and `Database` of bun:sqlite have it. */
export interface SqliteDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): {
    run(...values: (string | number)[]): { readonly changes: number | bigint };
    get(...values: (string | number)[]): unknown;
    all(...values: (string | number)[]): unknown[];
  };
}

/** A store with an open database. */
export interface SqliteStore extends ListableSessionStore {
  /** Closes the database that the store opened. A database that was passed in stays open. */
  readonly close: () => void;
}

/** The version of the tables below. */
const version = 1;

const upsert = `
  INSERT INTO patchbay_sessions (session, revision, state, saved_at)
  SELECT ?, ?, ?, ? WHERE ? = 1 + coalesce((SELECT revision FROM patchbay_sessions WHERE session = ?), 0)
  ON CONFLICT (session) DO UPDATE
  SET revision = excluded.revision, state = excluded.state, saved_at = excluded.saved_at`;

/**
 * Stores conversations in the table `patchbay_sessions` of an SQLite database, which several processes may share. A
 * path is opened with node:sqlite (Node from 22.13, where Node prints a warning that it is experimental; Deno, Bun);
 * `":memory:"` works as well.
 *
 * @throws AgentError if the database cannot be opened, or a newer version of this package created its tables
 * @example
 * ```ts
 * const store = sqliteStore("sessions.db");
 * const agent = createAgent({ client, model: "openai/gpt-5-mini", store });
 * ```
 */
export function sqliteStore(database: string | SqliteDatabase): SqliteStore {
  const { db, close } = typeof database === "string" ? open(database) : { db: database, close: () => {} };
  try {
    setUp(db);
  } catch (error) {
    close();
    throw error;
  }
  const one = db.prepare("SELECT revision, state FROM patchbay_sessions WHERE session = ?");
  const keep = db.prepare(upsert);
  const erase = db.prepare("DELETE FROM patchbay_sessions WHERE session = ?");
  const every = db.prepare("SELECT session FROM patchbay_sessions");
  const find = (session: string) =>
    one.get(toKey(session)) as { readonly revision: number; readonly state: string } | null | undefined;
  return {
    async load(session) {
      const found = find(session);
      return found ? parse(session, found.state) : undefined;
    },
    async save(session, state) {
      const { revision = 0 } = state;
      const key = toKey(session);
      const { changes } = keep.run(key, revision, JSON.stringify(state), new Date().toISOString(), revision, key);
      if (Number(changes) === 0) throw new SessionConflictError(session, find(session)?.revision, revision);
    },
    async delete(session) {
      erase.run(toKey(session));
    },
    async list() {
      return (every.all() as { readonly session: string }[]).map(({ session }) => fromKey(session)).sort();
    },
    close,
  };
}

/** Escapes quotes, control characters and lone surrogates, which SQLite does not preserve. */
const toKey = (session: string): string => JSON.stringify(session).slice(1, -1);
const fromKey = (key: string): string => JSON.parse(`"${key}"`) as string;

function open(path: string): { db: SqliteDatabase; close: () => void } {
  // Loaded on demand, so that this module works on runtimes without SQLite.
  const sqlite = globalThis.process?.getBuiltinModule?.("node:sqlite");
  if (sqlite === undefined)
    throw new AgentError(
      `The database ${JSON.stringify(path)} cannot be opened: this runtime has no node:sqlite. Use Node 22.13 or later, pass an open database to sqliteStore, or use fileStore.`,
    );
  let db: InstanceType<typeof sqlite.DatabaseSync> | undefined;
  try {
    db = new sqlite.DatabaseSync(path);
    db.exec("PRAGMA busy_timeout = 5000");
    db.exec("PRAGMA journal_mode = WAL");
  } catch (cause) {
    db?.close();
    throw new AgentError(
      `The database ${JSON.stringify(path)} cannot be opened: ${(cause as Error).message}. Pass the path of an SQLite database, or of a new file in an existing directory.`,
      { cause },
    );
  }
  return { db, close: () => db.close() };
}

function setUp(db: SqliteDatabase): void {
  db.exec("CREATE TABLE IF NOT EXISTS patchbay_schema (version INTEGER PRIMARY KEY)");
  const found = db.prepare("SELECT max(version) AS version FROM patchbay_schema").get() as { version: number | null };
  if (Number(found.version) > version)
    throw new AgentError(
      `The sessions in this database have version ${found.version}, but this @patchbay/agent supports versions up to ${version}. Update @patchbay/agent.`,
    );
  db.exec(`
    INSERT OR IGNORE INTO patchbay_schema VALUES (${version});
    CREATE TABLE IF NOT EXISTS patchbay_sessions (
      session TEXT PRIMARY KEY, revision INTEGER NOT NULL, state TEXT NOT NULL, saved_at TEXT NOT NULL
    );`);
}

function parse(session: string, text: string): RunState {
  try {
    return JSON.parse(text) as RunState;
  } catch (cause) {
    throw new AgentError(
      `The session ${JSON.stringify(session)} in the table patchbay_sessions is not valid JSON: it was modified outside of the store. Restore it, or delete it.`,
      { cause },
    );
  }
}
