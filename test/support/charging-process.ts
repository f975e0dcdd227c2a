// Charges requests in the ledger at the given path until it is killed. Prints each acknowledged step. With the name of a failpoint
// and a number, it kills itself when it reaches that point for the nth time. With `LEASES=1`, it grants from leases as the gateway does.
import { writeSync } from "node:fs";
import { leaseLedger } from "../../packages/gateway/src/ledger/leases/lease-ledger.ts";
import { openSqliteLedger } from "../../packages/gateway/src/ledger/sqlite/ledger.ts";

const [, , path, at, call] = process.argv;
let calls = 0;
const alone = openSqliteLedger(path!, {
  failpoint: (point) => {
    if (point === at && ++calls >= Number(call)) process.kill(process.pid, "SIGKILL");
  },
});

const ledger = process.env["LEASES"] === "1" ? leaseLedger(alone, { node: String(process.pid) }) : alone;

const account = "customer";
const budgets = [{ id: "budget", unit: "usd", limit: 10n ** 15n, window: "total" } as const];
const run = `${process.pid}-${Date.now()}`;
await ledger.addCredits({ id: run, account, amount: 10n ** 15n, kind: "purchase", now: Date.now() });

async function charge(id: string): Promise<void> {
  const now = Date.now();
  await ledger.reserve({ id, account, floor: 0n, budgets, wanted: 100n, least: 100n, now, deadline: now + 60_000 });
  writeSync(1, `reserved ${id}\n`);
  const postings = [{ to: "provider:acme", amount: 40n }];
  await ledger.settle({ id, account, postings, counted: 40n, priceVersion: "v1", basis: "reported", now });
  writeSync(1, `settled ${id}\n`);
}

for (let round = 0; ; round++)
  await Promise.all(Array.from({ length: 8 }, (_, index) => charge(`${run}-${round}-${index}`)));
