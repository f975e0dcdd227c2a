import fc from "fast-check";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Events, RequestEvent, SummaryGroup, SummaryQuery } from "../../packages/gateway/src/ports/events.ts";
import { openPostgresEvents } from "../../packages/gateway/src/records/postgres.ts";
import type { RecordQueueOptions } from "../../packages/gateway/src/records/record-queue.ts";
import { openSqliteEvents } from "../../packages/gateway/src/records/sqlite.ts";
import { isPostgresSkipped, startPostgres, type PostgresServer } from "../support/postgres.ts";

const DAY = 86_400_000;
const NOW = Date.parse("2026-11-29T12:34:56.789Z");
const directory = mkdtempSync(join(tmpdir(), "patchbay-records-"));
afterAll(() => rmSync(directory, { recursive: true }));

let records = 0;
const event = (change: Partial<RequestEvent> = {}): RequestEvent => ({
  id: `gen-${String(++records).padStart(6, "0")}`,
  account: "default",
  keyHash: "hash",
  model: "acme/tiny",
  provider: "acme",
  endpoint: "acme/tiny@acme",
  createdAt: NOW,
  status: 200,
  cost: 2n ** 60n + 1n,
  listPrice: 5n,
  isByok: false,
  promptTokens: 10,
  cachedTokens: 3,
  completionTokens: 4,
  reasoningTokens: 1,
  durationMs: 12.5,
  firstTokenMs: null,
  generation: { id: "gen" } as unknown as RequestEvent["generation"],
  attempts: [{ provider: "acme", endpoint: "e", status: 200, latencyMs: 5 }],
  ...change,
});
const content = { request: 'a \u0000 "text" \ud83d\ude00', completion: null, reasoning: "r" };

/** The summary computed in the simplest way. */
function summarize(events: readonly RequestEvent[], { from, to, by, account, keyHash }: SummaryQuery): unknown[] {
  const chosen = events.filter(
    (one) =>
      one.createdAt >= from &&
      one.createdAt < to &&
      (account === undefined || one.account === account) &&
      (keyHash === undefined || one.keyHash === keyHash),
  );
  const fields: Record<SummaryGroup, (event: RequestEvent) => string> = {
    model: ({ model }) => model,
    key: ({ keyHash }) => keyHash,
    provider: ({ provider }) => provider,
    endpoint: ({ endpoint }) => endpoint,
    day: ({ createdAt }) => new Date(createdAt).toISOString().slice(0, 10),
    hour: ({ createdAt }) => new Date(createdAt).toISOString().slice(0, 13),
  };
  const groups = Map.groupBy(chosen, (one) =>
    JSON.stringify(Object.fromEntries(by.map((name) => [name, fields[name](one)]))),
  );
  return [...groups].map(([group, members]) => ({
    group: JSON.parse(group) as unknown,
    requests: members.length,
    errors: members.filter(({ status }) => status >= 400).length,
    cost: members.reduce((sum, { cost }) => sum + cost, 0n),
    byokCost: members.reduce((sum, { isByok, listPrice }) => sum + (isByok ? listPrice : 0n), 0n),
    reportedCost: members.reduce((sum, { reportedCost = 0n }) => sum + reportedCost, 0n),
    comparedCost: members.reduce((sum, one) => sum + (one.reportedCost === undefined ? 0n : one.listPrice), 0n),
    promptTokens: members.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
    cachedTokens: members.reduce((sum, { cachedTokens }) => sum + cachedTokens, 0),
    completionTokens: members.reduce((sum, { completionTokens }) => sum + completionTokens, 0),
    reasoningTokens: members.reduce((sum, { reasoningTokens }) => sum + reasoningTokens, 0),
  }));
}

function describeEvents(store: string, open: (options?: Omit<RecordQueueOptions, "write">) => Promise<Events>): void {
  describe(`records on ${store}`, () => {
    test("a record is found while it is queued and when it is stored, with its prompts only if it has some", async () => {
      const events = await open({ delay: 1e6 });
      const [plain, full] = [event({ reportedCost: 7n }), event({ content })];
      events.record(plain);
      events.record(full);
      expect(await events.generation(full.id)).toEqual(full);
      await events.flush();
      expect(await events.generation(full.id)).toEqual(full);
      expect(await events.generation(plain.id)).toEqual(plain);
      expect(await events.generation("unknown")).toBeUndefined();
      await events.close();
      const again = await open();
      expect(await again.generation(full.id)).toEqual(full);
      await again.close();
    });

    test("lists are filtered and show the newest first, page by page, also within one millisecond", async () => {
      const events = await open();
      const account = `lists-${store}`;
      const all = Array.from({ length: 30 }, (_, index) =>
        event({
          account,
          createdAt: NOW - Math.floor(index / 4) * (DAY / 3),
          model: index % 2 === 0 ? "a" : "b",
          keyHash: index % 3 === 0 ? "k" : "l",
          status: index % 5 === 0 ? 500 : 200,
          provider: index % 7 === 0 ? "x" : "acme",
          content,
        }),
      );
      for (const one of all) events.record(one);
      const expected = all
        .map(({ content: _, ...rest }) => rest)
        .toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
      expect(await events.list({ account, limit: 100 })).toEqual(expected);
      const failed = expected.filter(({ status, keyHash }) => status >= 400 && keyHash === "k");
      expect(await events.list({ account, limit: 100, keyHash: "k", failedOnly: true })).toEqual(failed);
      const ofProvider = expected.filter(({ provider }) => provider === "x");
      expect(await events.list({ account, limit: 100, provider: "x" })).toEqual(ofProvider);
      const ofModel = expected.filter(({ model }) => model === "b");
      expect(await events.list({ account, limit: 3, model: "b" })).toEqual(ofModel.slice(0, 3));
      const pages: RequestEvent[] = [];
      for (;;) {
        const last = pages.at(-1);
        const page = await events.list({ account, limit: 7, before: last?.createdAt, beforeId: last?.id });
        if (page.length === 0) break;
        pages.push(...page);
      }
      expect(pages).toEqual(expected);
      await events.close();
    });

    test("a summary equals the sum of the records, for any span and grouping", async () => {
      const events = await open();
      const one = fc.record({
        createdAt: fc.integer({ min: NOW - 2 * DAY, max: NOW }),
        model: fc.constantFrom("a", "b"),
        keyHash: fc.constantFrom("k", "l"),
        status: fc.constantFrom(200, 429),
        isByok: fc.boolean(),
        reportedCost: fc.option(fc.constant(9n), { nil: undefined }),
        cost: fc.bigInt({ min: 0n, max: 2n ** 55n }),
        promptTokens: fc.nat(1000),
      });
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(one, { minLength: 1, maxLength: 30 }),
          fc.integer({ min: NOW - 3 * DAY, max: NOW }),
          fc.integer({ min: 0, max: 3 * DAY }),
          fc.subarray(["model", "key", "provider", "day", "hour", "endpoint"] as const),
          fc.constantFrom(undefined, "k"),
          async (changes, from, length, by, keyHash) => {
            const account = `run-${++runs}-${store}`;
            const all = changes.map((change) => event({ ...change, account }));
            for (const one of all) events.record(one);
            // Recording again changes nothing.
            for (const one of all) events.record(one);
            await events.flush();
            events.record(all[0]!);
            const query = { from, to: from + length, by, account, keyHash };
            const rows = await events.summary(query);
            expect(rows.toSorted(byGroup)).toEqual((summarize(all, query) as typeof rows).toSorted(byGroup));
          },
        ),
        { numRuns: 30 },
      );
      await events.close();
    });

    test("pruning deletes whole days and keeps the rest", async () => {
      const events = await open();
      const account = `prune-${store}`;
      const [old, recent] = [event({ account, createdAt: NOW - 40 * DAY }), event({ account })];
      for (const one of [old, recent]) events.record(one);
      await events.flush();
      await events.prune(NOW - 40 * DAY);
      expect(await events.list({ account, limit: 9 })).toHaveLength(2);
      await events.prune(NOW - 30 * DAY);
      expect(await events.list({ account, limit: 9 })).toEqual([recent]);
      expect(await events.generation(old.id)).toBeUndefined();
      expect(await events.summary({ from: 0, to: NOW + DAY, by: [], account })).toMatchObject([{ requests: 1 }]);
      events.record(event({ account, createdAt: NOW - 40 * DAY }));
      expect(await events.list({ account, limit: 9 })).toHaveLength(2);
      await events.close();
    });

    test("beyond its bounds the queue drops the oldest prompts, then the oldest records, and counts both", async () => {
      const events = await open({ delay: 1e6, most: 3, mostContent: 25 });
      const large = { request: "0123456789", completion: null, reasoning: null };
      const all = Array.from({ length: 4 }, () => event({ content: large }));
      for (const one of all.slice(0, 3)) events.record(one);
      expect(events.dropped()).toEqual({ records: 0, contents: 1 });
      expect((await events.generation(all[0]!.id))?.content).toBeUndefined();
      expect((await events.generation(all[2]!.id))?.content).toEqual(large);
      events.record(all[3]!);
      expect(events.dropped()).toEqual({ records: 1, contents: 2 });
      expect(await events.generation(all[0]!.id)).toBeUndefined();
      await events.close();
    });
  });
}

function byGroup(a: { readonly group: object }, b: { readonly group: object }): number {
  return JSON.stringify(a.group) < JSON.stringify(b.group) ? -1 : 1;
}

describeEvents("SQLite", async (options) => openSqliteEvents(join(directory, "records"), options));

describe.skipIf(isPostgresSkipped)("with a PostgreSQL server", () => {
  let server: PostgresServer;
  let url: string;
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.createDatabase();
  });
  afterAll(() => server.close());
  describeEvents("PostgreSQL", (options) => openPostgresEvents(url, options));
});

test("each day has a private file, which pruning deletes", async () => {
  const folder = join(directory, "files");
  const events = openSqliteEvents(folder);
  events.record(event());
  events.record(event({ createdAt: NOW - DAY }));
  await events.flush();
  expect(readdirSync(folder).filter((file) => file.endsWith(".db"))).toEqual(["2026-11-28.db", "2026-11-29.db"]);
  expect(statSync(join(folder, "2026-11-29.db")).mode % 0o1000).toBe(0o600);
  await events.prune(NOW);
  expect(existsSync(join(folder, "2026-11-28.db"))).toBe(false);
  await events.close();
});

test("a locked file delays records and loses none", async () => {
  const folder = join(directory, "locked");
  const events = openSqliteEvents(folder, { delay: 5, retryDelay: 20 });
  events.record(event());
  await events.flush();
  const other = new DatabaseSync(join(folder, "2026-11-29.db"));
  other.exec("BEGIN IMMEDIATE");
  const waiting = event();
  events.record(waiting);
  await expect(events.flush()).rejects.toThrow(/is locked by another process/);
  expect(await events.generation(waiting.id)).toEqual(waiting);
  other.exec("ROLLBACK");
  await expect.poll(() => other.prepare("SELECT count(*) AS n FROM record").get()?.["n"]).toBe(2);
  other.close();
  await events.close();
});

test("a record that comes after the end opens no file again", async () => {
  const folder = join(directory, "ended");
  const events = openSqliteEvents(folder, { delay: 1 });
  await events.close();
  events.record(event());
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(readdirSync(folder)).toEqual([]);
  expect(events.queued()).toBe(1);
});

test("the write-ahead log stays short, and grows only while another process reads", async () => {
  const folder = join(directory, "log");
  const log = join(folder, "2026-11-29.db-wal");
  const events = openSqliteEvents(folder);
  const large = { request: "x".repeat(100_000), completion: null, reasoning: null };
  const record = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index++) events.record(event({ content: large, cost: 1n }));
    await events.flush();
  };
  await record(100);
  expect(statSync(log).size).toBeLessThan(10_000);
  const reader = new DatabaseSync(join(folder, "2026-11-29.db"));
  const counted = reader.prepare("SELECT count(*) AS n FROM record");
  reader.exec("BEGIN");
  expect(counted.get()).toEqual({ n: 100 });
  await record(100);
  expect(statSync(log).size).toBeGreaterThan(10_000_000);
  expect(counted.get()).toEqual({ n: 100 });
  reader.exec("COMMIT");
  await record(1);
  expect(statSync(log).size).toBeLessThan(10_000);
  expect(counted.get()).toEqual({ n: 201 });
  reader.close();
  await events.close();
});

test("a file that is closed during a checkpoint is complete", async () => {
  const folder = join(directory, "closed");
  const events = openSqliteEvents(folder);
  const all = Array.from({ length: 34 }, (_, index) => event({ createdAt: NOW - index * DAY, cost: 1n }));
  for (const one of all) events.record(one);
  await events.flush();
  const large = { request: "x".repeat(5_000_000), completion: null, reasoning: null };
  const last = event({ content: large, cost: 1n });
  events.record(last);
  const flushed = events.flush();
  // The list opens more files than are kept open.
  expect(await events.list({ limit: 100 })).toHaveLength(35);
  await flushed;
  expect(await events.generation(last.id)).toEqual(last);
  await events.close();
  const file = new DatabaseSync(join(folder, "2026-11-29.db"));
  expect(file.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
  file.close();
});

test("the lists of the dashboard use an index for every filter", async () => {
  const folder = join(directory, "plans");
  const events = openSqliteEvents(folder);
  events.record(event());
  await events.close();
  const database = new DatabaseSync(join(folder, "2026-11-29.db"));
  for (const filter of ["true", "account = 'a'", "key_hash = 'k'", "model = 'm'", "provider = 'p'", "errors > 0"]) {
    const plan = database
      .prepare(
        `EXPLAIN QUERY PLAN SELECT data FROM record WHERE ${filter} AND (created_at, id) < (1, 'x')
         ORDER BY created_at DESC, id DESC LIMIT 50`,
      )
      .all();
    expect(plan.map(({ detail }) => String(detail)).join("; ")).toMatch(/^SEARCH record USING INDEX \w+ \([^;]*$/);
  }
  database.close();
});
