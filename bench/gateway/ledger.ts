// Measures the ledger on SQLite: charges (reserve and settle, both durable) per second, and the same number of bare inserts into one
// table with the same guarantee, in groups of the same size, in the same run.
//
//   node --conditions=@patchbay/source bench/gateway/ledger.ts [charges]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { DatabaseSync } from "node:sqlite";
import { openSqliteLedger } from "../../packages/gateway/src/ledger/sqlite/ledger.ts";
import type { Ledger } from "../../packages/gateway/src/ports/ledger.ts";

const charges = Number(process.argv[2] ?? 20_000);
const directory = mkdtempSync(join(tmpdir(), "patchbay-bench-"));

async function charge(ledger: Ledger, number: number): Promise<void> {
  const [id, account, now] = [`gen-${number}`, `account-${number % 1000}`, Date.now()];
  const budgets = [{ id: `key-${number % 1000}`, unit: "usd", limit: 10n ** 15n, window: "monthly" } as const];
  await ledger.reserve({
    id,
    account,
    floor: null,
    budgets,
    wanted: 50_000n,
    least: 50_000n,
    now,
    deadline: now + 600_000,
  });
  const postings = [{ to: "provider:acme", amount: 12_345n }];
  await ledger.settle({ id, account, postings, counted: 12_345n, priceVersion: "v1", basis: "reported", now });
}

/** Charges per second with this many requests at a time, and the median duration of one in milliseconds. */
async function measureLedger(concurrency: number, count: number): Promise<{ perSecond: number; medianMs: number }> {
  const ledger = openSqliteLedger(join(directory, `ledger-${concurrency}.db`));
  const durations: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
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
  return { perSecond: count / seconds, medianMs: durations.toSorted((a, b) => a - b)[Math.floor(count / 2)]! };
}

/** Pairs of bare inserts per second in transactions of `group` inserts. */
function measureInserts(group: number, count: number): number {
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

const round = (value: number): string => Math.round(value).toLocaleString("en-US");
console.log(
  "| Requests at a time | Charges per second | Bare pairs of inserts per second | Ratio | Median charge, ms |",
);
console.log("| --: | --: | --: | --: | --: |");
for (const concurrency of [1, 32, 256]) {
  const count = concurrency === 1 ? Math.ceil(charges / 20) : charges;
  const bare = measureInserts(concurrency, count);
  const { perSecond, medianMs } = await measureLedger(concurrency, count);
  const ratio = (perSecond / bare).toFixed(2);
  console.log(`| ${concurrency} | ${round(perSecond)} | ${round(bare)} | ${ratio} | ${medianMs.toFixed(2)} |`);
}
rmSync(directory, { recursive: true });
