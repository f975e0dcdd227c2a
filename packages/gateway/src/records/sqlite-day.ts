import { open, type FileHandle } from "node:fs/promises";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { ListQuery, RequestEvent, SummaryGroup, SummaryQuery, SummaryRow } from "../ports/events.ts";
import { checkpoint, needsCheckpoint } from "../sqlite/checkpoint.ts";
import { toStoreFailure } from "../sqlite/failure.ts";
import { openSqlite } from "../sqlite/open.ts";
import { decodeEvent, encodeEvent } from "./encode.ts";
import { amountsOf, dimensionsOf, HourTotals } from "./hour-totals.ts";
import { groupColumns, splitHours, sums, toSummaryRow } from "./summary.ts";

const counted = `
    account TEXT NOT NULL,
    key_hash TEXT NOT NULL,
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    requests INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    cost INTEGER NOT NULL,
    byok_cost INTEGER NOT NULL,
    reported_cost INTEGER NOT NULL,
    compared_cost INTEGER NOT NULL,
    prompt_tokens INTEGER NOT NULL,
    cached_tokens INTEGER NOT NULL,
    completion_tokens INTEGER NOT NULL,
    reasoning_tokens INTEGER NOT NULL`;

/** Versions of the schema, oldest first. Never edit a released one; append. */
const migrations: readonly string[] = [
  `
  CREATE TABLE record(
    id TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    ${counted},
    data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX record_time ON record(created_at, id);
  CREATE INDEX record_account ON record(account, created_at, id);
  CREATE INDEX record_key ON record(key_hash, created_at, id);
  CREATE INDEX record_model ON record(model, created_at, id);
  CREATE INDEX record_provider ON record(provider, created_at, id);
  CREATE INDEX record_failed ON record(created_at, id) WHERE errors > 0;
  CREATE TABLE content(id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE hourly(
    hour INTEGER NOT NULL,
    ${counted},
    PRIMARY KEY(hour, account, key_hash, model, provider, endpoint)
  ) STRICT, WITHOUT ROWID;
  `,
];

const groupExpressions: Readonly<Record<SummaryGroup, string>> = {
  ...groupColumns,
  day: "strftime('%Y-%m-%d', at / 1000, 'unixepoch')",
  hour: "strftime('%Y-%m-%dT%H', at / 1000, 'unixepoch')",
};

const insertRecord = `INSERT INTO record VALUES(${Array(18).fill("?").join(", ")}) ON CONFLICT DO NOTHING`;
const addToHour = `INSERT INTO hourly VALUES(${Array(16).fill("?").join(", ")})
  ON CONFLICT DO UPDATE SET ${Object.values(sums)
    .map((column) => `${column} = ${column} + excluded.${column}`)
    .join(", ")}`;

/** The records of one day, in a file of their own that is deleted as a whole. Losing the last writes in a crash is accepted. */
export class SqliteDay {
  readonly #path: string;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  /** For checkpoints, which explain why it stays open. */
  #file: FileHandle | undefined;
  #isCheckpointing = false;
  #isClosed = false;

  /** @throws StoreUnavailable */
  constructor(path: string) {
    this.#path = path;
    this.#database = this.#run(() => openSqlite(path, { synchronous: "NORMAL", checkpoints: "manual", migrations }));
  }

  /** Stores all of the records, or none. */
  write(events: readonly RequestEvent[]): void {
    this.#run(() => {
      this.#database.exec("BEGIN IMMEDIATE");
      try {
        const totals = new HourTotals();
        for (const event of events) this.#insert(event, totals);
        for (const { hour, dimensions, amounts } of totals.values()) {
          const { counts, money, tokens } = amounts;
          this.#prepare(addToHour).run(hour, ...dimensions, ...counts, ...money, ...tokens);
        }
        this.#database.exec("COMMIT");
      } catch (error) {
        if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
        throw error;
      }
    });
  }

  get(id: string): RequestEvent | undefined {
    const sql =
      "SELECT record.data, content.data AS content FROM record LEFT JOIN content USING(id) WHERE record.id = ?";
    const row = this.#run(() => this.#prepare(sql).get(id));
    return row && decodeEvent(String(row["data"]), row["content"] as string | null);
  }

  list(query: ListQuery): RequestEvent[] {
    const filters: (readonly [string, string | number | undefined])[] = [
      ["account = ?", query.account],
      ["key_hash = ?", query.keyHash],
      ["model = ?", query.model],
      ["provider = ?", query.provider],
    ];
    const used = filters.filter(([, value]) => value !== undefined) as [string, string | number][];
    const conditions = used.map(([condition]) => condition);
    const values = used.map(([, value]) => value);
    if (query.failedOnly) conditions.push("errors > 0");
    if (query.before !== undefined) {
      conditions.push("(created_at, id) < (?, ?)");
      values.push(query.before, query.beforeId ?? "");
    }
    const where = conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
    const sql = `SELECT data FROM record ${where} ORDER BY created_at DESC, id DESC LIMIT ?`;
    const rows = this.#run(() => this.#prepare(sql).all(...values, query.limit));
    return rows.map((row) => decodeEvent(String(row["data"])));
  }

  summary(query: SummaryQuery): SummaryRow[] {
    const { hours, edges } = splitHours(query);
    const filter = `${query.account === undefined ? "" : "AND account = ?"} ${query.keyHash === undefined ? "" : "AND key_hash = ?"}`;
    const filterValues = [query.account, query.keyHash].filter((value) => value !== undefined);
    const columns = `account, key_hash, model, provider, endpoint, ${Object.values(sums).join(", ")}`;
    const parts = [
      `SELECT hour AS at, ${columns} FROM hourly WHERE hour >= ? AND hour < ? ${filter}`,
      ...edges.map(
        () => `SELECT created_at, ${columns} FROM record WHERE created_at >= ? AND created_at < ? ${filter}`,
      ),
    ];
    const values = [hours, ...edges].flatMap(({ from, to }) => [from, to, ...filterValues]);
    const groups = query.by.map((group) => `${groupExpressions[group]} AS "${group}"`);
    const totals = Object.entries(sums).map(([field, column]) => `sum(${column}) AS ${field}`);
    const grouping =
      groups.length > 0 ? `GROUP BY ${groups.map((_, index) => index + 1).join(", ")}` : "HAVING count(*) > 0";
    const sql = `SELECT ${[...groups, ...totals].join(", ")} FROM (${parts.join(" UNION ALL ")}) ${grouping}`;
    return this.#run(() => this.#prepare(sql).all(...values)).map((row) => toSummaryRow(row, query.by));
  }

  /** Keeps the write-ahead log short. Nothing may be written until the promise has resolved. It never rejects. */
  async checkpoint(): Promise<void> {
    if (!needsCheckpoint(this.#path)) return;
    this.#isCheckpointing = true;
    try {
      this.#file ??= await open(this.#path, "r+");
      await checkpoint(this.#database, this.#path, this.#file);
    } catch {
      // The log has the records. It grows until the next batch tries again.
    } finally {
      this.#isCheckpointing = false;
      if (this.#isClosed) this.#closeNow();
    }
  }

  /** Whether a checkpoint is in progress. */
  get isCheckpointing(): boolean {
    return this.#isCheckpointing;
  }

  /** Closes the file, after a checkpoint in progress: SQLite deletes the log, so its pages must be on disk. */
  close(): void {
    this.#isClosed = true;
    if (!this.#isCheckpointing) this.#closeNow();
  }

  #closeNow(): void {
    this.#database.close();
    void this.#file?.close().catch(() => undefined);
  }

  #insert(event: RequestEvent, totals: HourTotals): void {
    const { id, createdAt, content } = event;
    const dimensions = dimensionsOf(event);
    const amounts = amountsOf(event);
    const { counts, money, tokens } = amounts;
    const values = [id, createdAt, ...dimensions, ...counts, ...money, ...tokens, encodeEvent(event)];
    const { changes } = this.#prepare(insertRecord).run(...values);
    if (Number(changes) === 0) return;
    totals.add(createdAt, dimensions, amounts);
    if (content) this.#prepare("INSERT INTO content VALUES(?, ?)").run(id, JSON.stringify(content));
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    statement.setReadBigInts(true);
    this.#statements.set(sql, statement);
    return statement;
  }

  #run<Result>(action: () => Result): Result {
    try {
      return action();
    } catch (error) {
      throw toStoreFailure(error, this.#path)?.error ?? error;
    }
  }
}
