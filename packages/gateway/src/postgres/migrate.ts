import type { PostgresClient } from "./client.ts";

// Any constant that all gateways share: migrations of two gateways that start together run one after the other.
const MIGRATION_LOCK = 7_226_917;

/**
 * Brings the tables of one part of the gateway, such as `ledger`, to the newest version, in one transaction.
 *
 * @throws If a newer gateway has migrated the database to a version that this one does not know.
 */
export async function migratePostgres(
  client: PostgresClient,
  part: string,
  migrations: readonly string[],
): Promise<void> {
  await client.run((sql) =>
    sql.begin(async (sql) => {
      await sql`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`;
      await sql`CREATE SCHEMA IF NOT EXISTS ${sql(client.schema)}`;
      await sql`CREATE TABLE IF NOT EXISTS schema_version(
        part text, version integer, applied_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY(part, version)
      )`;
      const [row] = await sql`SELECT coalesce(max(version), 0) AS version FROM schema_version WHERE part = ${part}`;
      const version = Number(row?.["version"]);
      if (version > migrations.length)
        throw new Error(
          `The database has version ${version} of the ${part} tables; this gateway knows versions up to ` +
            `${migrations.length}. Start the newer gateway that migrated it, or restore a backup.`,
        );
      for (const [index, text] of migrations.entries()) {
        if (index < version) continue;
        await sql.unsafe(text).simple();
        await sql`INSERT INTO schema_version(part, version) VALUES(${part}, ${index + 1})`;
      }
    }),
  );
}
