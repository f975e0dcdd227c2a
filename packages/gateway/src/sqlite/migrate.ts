import type { DatabaseSync } from "node:sqlite";

/**
 * Brings the schema to the newest version: applies the migrations that the table `schema_version` does not list, each in a
 * transaction of its own.
 *
 * @throws If the file was written by a newer version with migrations that this one does not know.
 */
export function migrate(database: DatabaseSync, path: string, migrations: readonly string[]): void {
  database.exec(
    "CREATE TABLE IF NOT EXISTS schema_version(version INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT",
  );
  const row = database.prepare("SELECT coalesce(max(version), 0) AS version FROM schema_version").get();
  const version = Number(row?.["version"]);
  if (version > migrations.length)
    throw new Error(
      `\`${path}\` has schema version ${version}; this gateway knows versions up to ${migrations.length}. ` +
        "Start the newer gateway that wrote it, or restore a backup.",
    );
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue;
    database.exec("BEGIN IMMEDIATE");
    try {
      database.exec(sql);
      database.prepare("INSERT INTO schema_version VALUES(?, ?)").run(index + 1, Date.now());
      database.exec("COMMIT");
    } catch (error) {
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  }
}
