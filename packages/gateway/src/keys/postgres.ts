import { randomUUID } from "node:crypto";
import type { KeyStore, ProviderKeyRow, StoredKey } from "../ports/keys.ts";
import { PostgresClient, type PostgresOptions, type Sql } from "../postgres/client.ts";
import { migratePostgres } from "../postgres/migrate.ts";
import { KeyPoll, type KeyChange } from "./poll.ts";

/** Versions of the schema, oldest first. Never edit a released one; append. `data` is the key as JSON. */
const migrations: readonly string[] = [
  `
  CREATE TABLE api_key(hash text PRIMARY KEY, data text NOT NULL);
  CREATE TABLE api_key_change(position bigserial PRIMARY KEY, hash text NOT NULL UNIQUE, writer text NOT NULL);
  CREATE TABLE provider_key(id text PRIMARY KEY, account text NOT NULL, data text NOT NULL);
  CREATE INDEX provider_key_account ON provider_key(account);

  -- The lock makes positions visible in their order, so that a reader who has seen one has seen all before it.
  CREATE FUNCTION api_key_note(changed text, by_writer text) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(7226918);
    DELETE FROM api_key_change WHERE hash = changed;
    INSERT INTO api_key_change(hash, writer) VALUES(changed, by_writer);
  END $$;
  `,
];

export interface PostgresKeysOptions extends PostgresOptions {
  /** Milliseconds between two looks for changes of other gateways. Default: 1,000. */
  readonly pollInterval?: number;
}

/** Opens the keys in a PostgreSQL database that any number of gateways share. @throws StoreUnavailable */
export async function openPostgresKeys(url: string, options: PostgresKeysOptions = {}): Promise<KeyStore> {
  const client = await PostgresClient.create(url, { connections: 2, ...options });
  try {
    await migratePostgres(client, "keys", migrations);
    const position = await client.run(async (sql) => {
      const [row] = await sql`SELECT coalesce(max(position), 0) AS position FROM api_key_change`;
      return Number(row?.["position"]);
    });
    return new PostgresKeys(client, position, options.pollInterval ?? 1000);
  } catch (error) {
    await client.close();
    throw error;
  }
}

class PostgresKeys implements KeyStore {
  readonly #client: PostgresClient;
  readonly #writer: string = randomUUID();
  readonly #poll: KeyPoll;

  constructor(client: PostgresClient, position: number, pollInterval: number) {
    this.#client = client;
    this.#poll = new KeyPoll((after) => this.#changes(after), position, pollInterval);
  }

  readonly all: KeyStore["all"] = () =>
    this.#client.run(async (sql) => parseAll<StoredKey>(await sql`SELECT data FROM api_key ORDER BY hash`));

  readonly put: KeyStore["put"] = async (key) => {
    await this.#write(key.hash, async (sql) => {
      await sql`INSERT INTO api_key VALUES(${key.hash}, ${JSON.stringify(key)})
        ON CONFLICT(hash) DO UPDATE SET data = excluded.data`;
    });
  };

  readonly delete: KeyStore["delete"] = (hash) =>
    this.#write(hash, async (sql) => (await sql`DELETE FROM api_key WHERE hash = ${hash}`).count > 0);

  readonly watch: KeyStore["watch"] = (listener) => this.#poll.watch(listener);

  readonly putProviderKey: KeyStore["putProviderKey"] = (key) =>
    this.#client.run(async (sql) => {
      await sql`INSERT INTO provider_key VALUES(${key.id}, ${key.account}, ${JSON.stringify(key)})
        ON CONFLICT(id) DO UPDATE SET account = excluded.account, data = excluded.data`;
    });

  readonly providerKeys: KeyStore["providerKeys"] = (account) =>
    this.#client.run(async (sql) =>
      parseAll<ProviderKeyRow>(await sql`SELECT data FROM provider_key WHERE account = ${account} ORDER BY id`),
    );

  readonly deleteProviderKey: KeyStore["deleteProviderKey"] = (id) =>
    this.#client.run(async (sql) => (await sql`DELETE FROM provider_key WHERE id = ${id}`).count > 0);

  readonly close: KeyStore["close"] = async () => {
    this.#poll.close();
    await this.#client.close();
  };

  #changes(after: number): Promise<readonly KeyChange[]> {
    return this.#client.run(async (sql) => {
      const rows = await sql<{ position: bigint; hash: string; data: string | null }[]>`
        SELECT position, hash, data FROM api_key_change LEFT JOIN api_key USING(hash)
        WHERE position > ${after} AND writer <> ${this.#writer} ORDER BY position`;
      return rows.map(({ position, hash, data }) => ({
        position: Number(position),
        hash,
        key: data === null ? undefined : (JSON.parse(data) as StoredKey),
      }));
    });
  }

  /** Changes a key and notes the change in the same transaction. */
  #write<Result>(hash: string, write: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.#poll.write(hash, () =>
      this.#client.run(
        (sql) =>
          sql.begin(async (sql) => {
            // First, so that the order of changes to one key is the order of their positions.
            await sql`SELECT api_key_note(${hash}, ${this.#writer})`;
            return write(sql as unknown as Sql);
          }) as Promise<Result>,
      ),
    );
  }
}

function parseAll<Row>(rows: readonly Record<string, unknown>[]): Row[] {
  return rows.map(({ data }) => JSON.parse(String(data)) as Row);
}
