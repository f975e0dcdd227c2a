import type { DatabaseSync } from "node:sqlite";
import { randomUUID } from "node:crypto";
import { StoreUnavailable } from "../ports/store-unavailable.ts";
import type { KeyStore, ProviderKeyRow, StoredKey } from "../ports/keys.ts";
import { toStoreFailure } from "../sqlite/failure.ts";
import { openSqlite } from "../sqlite/open.ts";
import { KeyPoll, type KeyChange } from "./poll.ts";

/** Versions of the schema, oldest first. Never edit a released one; append. `data` is the key as JSON. */
const migrations: readonly string[] = [
  `
  CREATE TABLE api_key(hash TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE api_key_change(
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    hash TEXT NOT NULL UNIQUE,
    writer TEXT NOT NULL
  ) STRICT;
  CREATE TABLE provider_key(id TEXT PRIMARY KEY, account TEXT NOT NULL, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX provider_key_account ON provider_key(account);
  `,
];

export interface SqliteKeysOptions {
  /** Milliseconds between two looks for changes of other processes. Default: 1,000. */
  readonly pollInterval?: number;
}

/**
 * Opens the keys in one SQLite file. Several processes can use it, for example the command line while the gateway runs.
 *
 * @throws If the file cannot be opened or belongs to a newer version.
 */
export function openSqliteKeys(path: string, options: SqliteKeysOptions = {}): KeyStore {
  // Writes are rare and short, so a process that has the lock releases it soon.
  const database = openSqlite(path, { synchronous: "FULL", migrations, lockTimeout: 2000 });
  return new SqliteKeys(database, path, options.pollInterval ?? 1000);
}

class SqliteKeys implements KeyStore {
  readonly #database: DatabaseSync;
  readonly #path: string;
  readonly #writer: string = randomUUID();
  readonly #poll: KeyPoll;

  constructor(database: DatabaseSync, path: string, pollInterval: number) {
    this.#database = database;
    this.#path = path;
    const row = database.prepare("SELECT coalesce(max(position), 0) AS position FROM api_key_change").get();
    this.#poll = new KeyPoll((after) => this.#changes(after), Number(row?.["position"]), pollInterval);
  }

  readonly all: KeyStore["all"] = () =>
    this.#run((database) => parseAll<StoredKey>(database.prepare("SELECT data FROM api_key ORDER BY hash").all()));

  readonly put: KeyStore["put"] = (key) =>
    this.#write(key.hash, (database) => {
      database.prepare("INSERT OR REPLACE INTO api_key VALUES(?, ?)").run(key.hash, JSON.stringify(key));
    });

  readonly delete: KeyStore["delete"] = (hash) =>
    this.#write(hash, (database) => {
      const { changes } = database.prepare("DELETE FROM api_key WHERE hash = ?").run(hash);
      return Number(changes) > 0;
    });

  readonly watch: KeyStore["watch"] = (listener) => this.#poll.watch(listener);

  readonly putProviderKey: KeyStore["putProviderKey"] = (key) =>
    this.#run((database) => {
      const statement = database.prepare("INSERT OR REPLACE INTO provider_key VALUES(?, ?, ?)");
      statement.run(key.id, key.account, JSON.stringify(key));
    });

  readonly providerKeys: KeyStore["providerKeys"] = (account) =>
    this.#run((database) => {
      const statement = database.prepare("SELECT data FROM provider_key WHERE account = ? ORDER BY id");
      return parseAll<ProviderKeyRow>(statement.all(account));
    });

  readonly deleteProviderKey: KeyStore["deleteProviderKey"] = (id) =>
    this.#run((database) => Number(database.prepare("DELETE FROM provider_key WHERE id = ?").run(id).changes) > 0);

  readonly close: KeyStore["close"] = async () => {
    this.#poll.close();
    if (this.#database.isOpen) this.#database.close();
  };

  #changes(after: number): Promise<readonly KeyChange[]> {
    return this.#run((database) => {
      const statement = database.prepare(
        `SELECT position, hash, data FROM api_key_change LEFT JOIN api_key USING(hash)
         WHERE position > ? AND writer <> ? ORDER BY position`,
      );
      return statement.all(after, this.#writer).map(({ position, hash, data }) => ({
        position: Number(position),
        hash: String(hash),
        key: typeof data === "string" ? (JSON.parse(data) as StoredKey) : undefined,
      }));
    });
  }

  /** Changes a key and notes the change in the same transaction. */
  #write<Result>(hash: string, write: (database: DatabaseSync) => Result): Promise<Result> {
    const run = (database: DatabaseSync): Result => {
      database.exec("BEGIN IMMEDIATE");
      try {
        const result = write(database);
        // A replaced row gets a new position.
        const statement = database.prepare("INSERT OR REPLACE INTO api_key_change(hash, writer) VALUES(?, ?)");
        statement.run(hash, this.#writer);
        database.exec("COMMIT");
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      }
    };
    return this.#poll.write(hash, () => this.#run(run));
  }

  async #run<Result>(action: (database: DatabaseSync) => Result): Promise<Result> {
    if (!this.#database.isOpen) throw new StoreUnavailable("The key store is closed.");
    try {
      return action(this.#database);
    } catch (error) {
      throw toStoreFailure(error, this.#path)?.error ?? error;
    }
  }
}

function parseAll<Row>(rows: readonly Record<string, unknown>[]): Row[] {
  return rows.map(({ data }) => JSON.parse(String(data)) as Row);
}
