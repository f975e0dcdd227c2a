// Measures the ledger on SQLite: charges (reserve and settle) per second, and the same number of bare inserts into one table with the
// same guarantee, in groups of the same size, in the same run. A charge has ended when its settlement is on disk. When `reserve` resolves,
// a hold is on disk that covers the request: its own, or with leases, as in the gateway, one for several requests of its key.
// Usage: node ledger.mjs [--json=FILE]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { leaseLedger } from "../../packages/gateway/dist/ledger/leases/lease-ledger.js";
import { openSqliteLedger } from "../../packages/gateway/dist/ledger/sqlite/ledger.js";
import { createReport, median, ratio } from "../support/report.mjs";

// Of a thousand keys, ten make most of the requests.
const budgetsOf = Array.from({ length: 1000 }, (_, key) => [
  { id: `key-${key}`, unit: "usd", limit: 10n ** 15n, window: "monthly" },
]);

async function charge(ledger, number) {
  const key = number % 5 === 0 ? (number / 5) % 1000 : number % 10;
  const [id, account, now] = [`gen-${String(number).padStart(9, "0")}`, `account-${key}`, Date.now()];
  const budgets = budgetsOf[key];
  const [floor, wanted, least, deadline] = [null, 50_000n, 50_000n, now + 600_000];
  await ledger.reserve({ id, account, floor, budgets, wanted, least, now, deadline });
  const postings = [{ to: "provider:acme", amount: 12_345n }];
  await ledger.settle({ id, account, postings, counted: 12_345n, priceVersion: "v1", basis: "reported", now });
}

/** Charges per second with this many requests at a time, and the median duration of one in milliseconds. */
async function measureCharges(directory, concurrency, count, open) {
  const ledger = open(join(directory, `${open.name}-${concurrency}.db`));
  const durations = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const started = performance.now();
      await charge(ledger, next++);
      durations.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - started) / 1000;
  const { problems } = await ledger.verify();
  await ledger.close();
  if (problems.length > 0) throw new Error(`The ledger does not balance: ${problems.join(" ")}`);
  return { perSecond: count / seconds, medianMs: median(durations) };
}

/** Pairs of bare inserts per second in transactions of `group` inserts. */
function measureInserts(directory, group, count) {
  const database = new DatabaseSync(join(directory, `bare-${group}.db`));
  database.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE bare(id TEXT PRIMARY KEY, amount INTEGER) STRICT",
  );
  const insert = database.prepare("INSERT INTO bare VALUES(?, ?)");
  const started = performance.now();
  for (let row = 0; row < 2 * count; row += group) {
    database.exec("BEGIN IMMEDIATE");
    for (let index = row; index < row + group; index++) insert.run(`gen-${index}`, 12_345);
    database.exec("COMMIT");
  }
  const seconds = (performance.now() - started) / 1000;
  database.close();
  return count / seconds;
}

/** The ledger as the gateway uses it. */
const withLeases = (path) => leaseLedger(openSqliteLedger(path), { node: "bench" });
const withoutLeases = (path) => openSqliteLedger(path);

/** Adds the table of the ledger to a report. Returns the charges per second of 32 requests at a time, as the gateway makes them. */
export async function measureLedger(report, charges) {
  const directory = mkdtempSync(join(tmpdir(), "patchbay-bench-"));
  const round = (value) => Math.round(value).toLocaleString("en-US");
  const columns = [
    "at a time",
    "charges ÷ bare inserts",
    "charges/s",
    "charges/s without leases",
    "bare pairs of inserts/s",
    "median charge, ms",
  ];
  const rows = [];
  const rates = new Map();
  for (const concurrency of [1, 32, 256]) {
    const count = concurrency === 1 ? Math.ceil(charges / 20) : charges;
    const bare = measureInserts(directory, concurrency, count);
    const alone = await measureCharges(directory, concurrency, count, withoutLeases);
    const { perSecond, medianMs } = await measureCharges(directory, concurrency, count, withLeases);
    rates.set(concurrency, perSecond);
    const cells = [perSecond, alone.perSecond, bare].map(round);
    rows.push([String(concurrency), ratio(perSecond, bare), ...cells, medianMs.toFixed(2)]);
  }
  report.table("Ledger on SQLite, durable", columns, rows);
  rmSync(directory, { recursive: true });
  return rates.get(32);
}

if (import.meta.main) {
  const report = createReport("gateway-ledger");
  await measureLedger(report, 20_000);
  report.finish();
}
