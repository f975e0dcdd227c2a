// Measures the ledger on SQLite: charges (reserve and settle, both durable) per second, and the same number of bare inserts into one
// table with the same guarantee, in groups of the same size, in the same run. Usage: node ledger.mjs [--json=FILE]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openSqliteLedger } from "../../packages/gateway/dist/ledger/sqlite/ledger.js";
import { createReport, median, ratio } from "../support/report.mjs";

async function charge(ledger, number) {
  const [id, account, now] = [`gen-${number}`, `account-${number % 1000}`, Date.now()];
  const budgets = [{ id: `key-${number % 1000}`, unit: "usd", limit: 10n ** 15n, window: "monthly" }];
  const [floor, wanted, least, deadline] = [null, 50_000n, 50_000n, now + 600_000];
  await ledger.reserve({ id, account, floor, budgets, wanted, least, now, deadline });
  const postings = [{ to: "provider:acme", amount: 12_345n }];
  await ledger.settle({ id, account, postings, counted: 12_345n, priceVersion: "v1", basis: "reported", now });
}

/** Charges per second with this many requests at a time, and the median duration of one in milliseconds. */
async function measureCharges(directory, concurrency, count) {
  const ledger = openSqliteLedger(join(directory, `ledger-${concurrency}.db`));
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

/** Adds the table of the ledger to a report. Returns the charges per second of 32 requests at a time. */
export async function measureLedger(report, charges) {
  const directory = mkdtempSync(join(tmpdir(), "patchbay-bench-"));
  const round = (value) => Math.round(value).toLocaleString("en-US");
  const columns = ["at a time", "charges ÷ bare inserts", "charges/s", "bare pairs of inserts/s", "median charge, ms"];
  const rows = [];
  const rates = new Map();
  for (const concurrency of [1, 32, 256]) {
    const count = concurrency === 1 ? Math.ceil(charges / 20) : charges;
    const bare = measureInserts(directory, concurrency, count);
    const { perSecond, medianMs } = await measureCharges(directory, concurrency, count);
    rates.set(concurrency, perSecond);
    rows.push([String(concurrency), ratio(perSecond, bare), round(perSecond), round(bare), medianMs.toFixed(2)]);
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
