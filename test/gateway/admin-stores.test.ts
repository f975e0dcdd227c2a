// The admin API over the records in SQLite: the same replies as over the records in memory.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Events } from "../../packages/gateway/src/ports/events.ts";
import { openSqliteEvents } from "../../packages/gateway/src/records/sqlite.ts";
import { adminCaller, type Caller } from "../support/admin/call-admin.ts";
import { memoryAdminData } from "../support/admin/memory-data.ts";

const data = memoryAdminData({ requests: 800 });
const folder = mkdtempSync(join(tmpdir(), "patchbay-admin-"));
const memory = adminCaller(data);
let events: Events;
let stored: Caller;

beforeAll(async () => {
  events = openSqliteEvents(join(folder, "records"));
  for (const record of data.records) events.record(record);
  await events.flush();
  stored = adminCaller({ ...data, events });
});
afterAll(async () => {
  await events.close();
  rmSync(folder, { recursive: true });
});

const { id } = data.records.findLast(({ attempts }) => attempts.length > 1)!;
const [key] = data.stored.keys();

test.each([
  "/overview",
  "/spend?by=model&days=30",
  "/spend?by=key&days=7",
  "/spend?by=provider&days=90",
  "/spend?by=day&days=30",
  "/spend.csv?days=60",
  "/requests?limit=20",
  "/requests?limit=200&failed=true",
  "/requests?model=openai/gpt-5-mini&provider=openrouter",
  `/requests?key=${key}`,
  `/requests/${id}`,
  "/requests.csv",
  "/providers",
  "/keys",
])("%s has the same reply over SQLite as over memory", async (target) => {
  const [expected, actual] = await Promise.all([memory("GET", target), stored("GET", target)]);
  expect(actual.status, actual.text).toBe(200);
  if (target.includes(".csv"))
    expect(actual.text.split("\r\n").toSorted()).toEqual(expected.text.split("\r\n").toSorted());
  else expect(actual.json()).toEqual(expected.json());
});

test("pages of records in SQLite hold every record once", async () => {
  const ids: string[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const reply = await stored("GET", `/requests?limit=100${cursor === "" ? "" : `&cursor=${cursor}`}`);
    const page = reply.json() as { requests: { id: string }[]; next: string | null };
    ids.push(...page.requests.map((row) => row.id));
    cursor = page.next;
  }
  expect(ids).toEqual(data.records.map((record) => record.id).toReversed());
});
