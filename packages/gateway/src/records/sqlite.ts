import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { StoreUnavailable } from "../ports/store-unavailable.ts";
import type { Events, ListQuery, RequestEvent, SummaryQuery, SummaryRow } from "../ports/events.ts";
import { RecordQueue, type RecordQueueOptions } from "./record-queue.ts";
import { SqliteDay } from "./sqlite-day.ts";
import { mergeSummaries } from "./summary.ts";

export type SqliteEventsOptions = Omit<RecordQueueOptions, "write">;

const DAY_MS = 86_400_000;
// Most days whose files are open at the same time.
const OPEN_DAYS = 32;

/** Opens the records in a folder with one SQLite file for each day (UTC), such as `2026-11-29.db`. */
export function openSqliteEvents(directory: string, options: SqliteEventsOptions = {}): Events {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return new SqliteEvents(directory, options);
}

class SqliteEvents implements Events {
  readonly #directory: string;
  readonly #queue: RecordQueue;
  /** Open files by day, the least recently used first. */
  readonly #open = new Map<string, SqliteDay>();
  #closed = false;

  constructor(directory: string, options: SqliteEventsOptions) {
    this.#directory = directory;
    this.#queue = new RecordQueue({ ...options, write: (events) => this.#write(events) });
  }

  readonly record: Events["record"] = (event) => this.#queue.add(event);

  readonly queued: Events["queued"] = () => this.#queue.size;

  readonly dropped: Events["dropped"] = () => this.#queue.dropped();

  readonly generation: Events["generation"] = async (id) => {
    const queued = this.#queue.get(id);
    if (queued) return queued;
    for (const day of this.#days()) {
      const event = this.#day(day).get(id);
      if (event) return event;
    }
    return undefined;
  };

  readonly summary: Events["summary"] = async (query: SummaryQuery) => {
    await this.#tryFlush();
    const days = this.#days().filter((day) => Date.parse(day) + DAY_MS > query.from && Date.parse(day) < query.to);
    const rows: SummaryRow[] = [];
    for (const day of days) {
      rows.push(...this.#day(day).summary(query));
      // Requests go on between two days.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return mergeSummaries(rows);
  };

  readonly list: Events["list"] = async (query: ListQuery) => {
    await this.#tryFlush();
    const found: RequestEvent[] = [];
    for (const day of this.#days()) {
      if (query.before !== undefined && Date.parse(day) > query.before) continue;
      if (found.length >= query.limit) break;
      found.push(...this.#day(day).list({ ...query, limit: query.limit - found.length }));
    }
    return found;
  };

  readonly prune: Events["prune"] = async (before) => {
    for (const day of this.#days()) {
      if (Date.parse(day) + DAY_MS > before) continue;
      this.#open.get(day)?.close();
      this.#open.delete(day);
      for (const suffix of ["", "-wal", "-shm"]) rmSync(this.#path(day) + suffix, { force: true });
    }
  };

  readonly flush: Events["flush"] = () => this.#queue.flush();

  readonly close: Events["close"] = async () => {
    if (this.#closed) return;
    await this.#tryFlush();
    this.#closed = true;
    this.#queue.close();
    for (const day of this.#open.values()) day.close();
    this.#open.clear();
  };

  async #write(events: readonly RequestEvent[]): Promise<void> {
    for (const [day, group] of Map.groupBy(events, toDay)) {
      const file = this.#day(day);
      file.write(group);
      await file.checkpoint();
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

  /** Days with records, the newest first. */
  #days(): string[] {
    if (this.#closed) throw new StoreUnavailable("The records are closed.");
    const files = readdirSync(this.#directory).flatMap((file) => /^(\d{4}-\d\d-\d\d)\.db$/.exec(file)?.[1] ?? []);
    return files.toSorted().toReversed();
  }

  #day(day: string): SqliteDay {
    const open = this.#open.get(day) ?? new SqliteDay(this.#path(day));
    this.#open.delete(day);
    this.#open.set(day, open);
    if (this.#open.size > OPEN_DAYS) {
      // A second connection to a file must not begin before the first is closed.
      const [oldest, file] = this.#open.entries().find(([, one]) => !one.isCheckpointing)!;
      file.close();
      this.#open.delete(oldest);
    }
    return open;
  }

  #path(day: string): string {
    return join(this.#directory, `${day}.db`);
  }
}

function toDay({ createdAt }: RequestEvent): string {
  return new Date(createdAt).toISOString().slice(0, 10);
}
