import { StoreUnavailable } from "../ports/store-unavailable.ts";
import type { Events, ListQuery, RequestEvent, SummaryGroup, SummaryQuery } from "../ports/events.ts";
import { PostgresClient, type PostgresOptions } from "../postgres/client.ts";
import { migratePostgres } from "../postgres/migrate.ts";
import { decodeEvent, encodeEvent } from "./encode.ts";
import { recordMigrations, writeRecords } from "./postgres-schema.ts";
import { RecordQueue, type RecordQueueOptions } from "./record-queue.ts";
import { groupColumns, splitHours, sums, toSummaryRow } from "./summary.ts";

export type PostgresEventsOptions = PostgresOptions & Omit<RecordQueueOptions, "write">;

/**
 * Opens the records in a PostgreSQL database, partitioned by day (UTC).
 *
 * @throws StoreUnavailable if the database cannot be reached.
 */
export async function openPostgresEvents(url: string, options: PostgresEventsOptions = {}): Promise<Events> {
  const client = await PostgresClient.create(url, { connections: 2, ...options });
  try {
    await migratePostgres(client, "records", recordMigrations);
    return new PostgresEvents(client, options);
  } catch (error) {
    await client.close();
    throw error;
  }
}

const groupExpressions: Readonly<Record<SummaryGroup, string>> = {
  ...groupColumns,
  day: "to_char(to_timestamp(at / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD')",
  hour: `to_char(to_timestamp(at / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24')`,
};

class PostgresEvents implements Events {
  readonly #client: PostgresClient;
  readonly #queue: RecordQueue;
  /** Days whose partition exists. */
  readonly #days = new Set<string>();

  constructor(client: PostgresClient, options: PostgresEventsOptions) {
    this.#client = client;
    this.#queue = new RecordQueue({ ...options, write: (events) => this.#write(events) });
  }

  readonly record: Events["record"] = (event) => this.#queue.add(event);

  readonly queued: Events["queued"] = () => this.#queue.size;

  readonly dropped: Events["dropped"] = () => this.#queue.dropped();

  readonly generation: Events["generation"] = async (id) => {
    const queued = this.#queue.get(id);
    if (queued) return queued;
    return this.#client.run(async (sql) => {
      const [row] = await sql<{ data: string; content: string | null }[]>`
        SELECT data, content FROM record WHERE id = ${id} LIMIT 1`;
      return row && decodeEvent(row.data, row.content);
    });
  };

  readonly summary: Events["summary"] = async (query: SummaryQuery) => {
    await this.#tryFlush();
    return this.#client.run(async (sql) => {
      const { hours, edges } = splitHours(query);
      const columns = `account, key_hash, model, provider, endpoint, ${Object.values(sums).join(", ")}`;
      const filter = "AND ($1::text IS NULL OR account = $1) AND ($2::text IS NULL OR key_hash = $2)";
      const parts = [hours, ...edges].map(({ from, to }, index) => {
        const [table, time] = index === 0 ? ["hourly", "hour"] : ["record", "created_at"];
        return `SELECT ${time} AS at, ${columns} FROM ${table} WHERE ${time} >= ${from} AND ${time} < ${to} ${filter}`;
      });
      const groups = query.by.map((group) => `${groupExpressions[group]} AS "${group}"`);
      const totals = Object.entries(sums).map(([field, column]) => `sum(${column}) AS "${field}"`);
      const grouping =
        groups.length > 0 ? `GROUP BY ${groups.map((_, index) => index + 1).join(", ")}` : "HAVING count(*) > 0";
      const text = `SELECT ${[...groups, ...totals].join(", ")} FROM (${parts.join(" UNION ALL ")}) AS counted ${grouping}`;
      const rows = await sql.unsafe(text, [query.account ?? null, query.keyHash ?? null]);
      return rows.map((row) => toSummaryRow(row, query.by));
    });
  };

  readonly list: Events["list"] = async (query: ListQuery) => {
    await this.#tryFlush();
    return this.#client.run(async (sql) => {
      const rows = await sql<{ data: string }[]>`
        SELECT data FROM record WHERE true
        ${query.account === undefined ? sql`` : sql`AND account = ${query.account}`}
        ${query.keyHash === undefined ? sql`` : sql`AND key_hash = ${query.keyHash}`}
        ${query.model === undefined ? sql`` : sql`AND model = ${query.model}`}
        ${query.provider === undefined ? sql`` : sql`AND provider = ${query.provider}`}
        ${query.failedOnly ? sql`AND errors > 0` : sql``}
        ${query.before === undefined ? sql`` : sql`AND (created_at, id) < (${query.before}, ${query.beforeId ?? ""})`}
        ORDER BY created_at DESC, id DESC LIMIT ${query.limit}`;
      return rows.map(({ data }) => decodeEvent(data));
    });
  };

  readonly prune: Events["prune"] = async (before) => {
    this.#days.clear();
    await this.#client.run(async (sql) => {
      await sql`SELECT record_prune(${before})`;
    });
  };

  readonly flush: Events["flush"] = () => this.#queue.flush();

  readonly close: Events["close"] = async () => {
    await this.#tryFlush();
    this.#queue.close();
    await this.#client.close();
  };

  async #write(events: readonly RequestEvent[]): Promise<void> {
    const rows = events.map((event) => ({
      id: event.id,
      created_at: event.createdAt,
      account: event.account,
      key_hash: event.keyHash,
      model: event.model,
      provider: event.provider,
      endpoint: event.endpoint,
      errors: event.status >= 400 ? 1 : 0,
      cost: String(event.cost),
      byok_cost: event.isByok ? String(event.listPrice) : "0",
      reported_cost: String(event.reportedCost ?? 0n),
      compared_cost: event.reportedCost === undefined ? "0" : String(event.listPrice),
      prompt_tokens: event.promptTokens,
      cached_tokens: event.cachedTokens,
      completion_tokens: event.completionTokens,
      reasoning_tokens: event.reasoningTokens,
      // PostgreSQL cannot store U+0000; JSON writes it as an escape, which is text here.
      data: encodeEvent(event),
      content: event.content ? JSON.stringify(event.content) : null,
    }));
    await this.#addPartitions(events);
    await this.#client.run(async (sql) => {
      await sql.unsafe(writeRecords, [JSON.stringify(rows)]);
    });
  }

  async #addPartitions(events: readonly RequestEvent[]): Promise<void> {
    for (const day of new Set(events.map(({ createdAt }) => new Date(createdAt).toISOString().slice(0, 10)))) {
      if (this.#days.has(day)) continue;
      await this.#client.run(async (sql) => {
        await sql`SELECT record_add_day(${Date.parse(day)})`;
      });
      this.#days.add(day);
    }
  }

  /** A query shows what is queued, too, unless it cannot be stored now. */
  async #tryFlush(): Promise<void> {
    try {
      await this.#queue.flush();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}
