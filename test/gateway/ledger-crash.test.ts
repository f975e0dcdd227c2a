import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openSqliteLedger, type Failpoint } from "../../packages/gateway/src/ledger/sqlite/ledger.ts";

const directory = mkdtempSync(join(tmpdir(), "patchbay-crash-"));
afterAll(() => rmSync(directory, { recursive: true }));

const program = join(import.meta.dirname, "../support/charging-process.ts");

interface CrashOptions {
  readonly at?: Failpoint;
  readonly call?: number;
  readonly afterLines?: number;
  /** Whether reservations are granted from leases. */
  readonly leases: boolean;
}

interface Crash {
  /** Generations whose reservation or settlement the process acknowledged before it was killed. */
  readonly reserved: readonly string[];
  readonly settled: readonly string[];
}

/** Runs a process that charges requests until it kills itself at a step, or until this process kills it after some lines. */
async function crash(path: string, options: CrashOptions): Promise<Crash> {
  const flags = ["--conditions=@patchbay/source", "--no-warnings", program, path];
  if (options.at) flags.push(options.at, String(options.call));
  const env = { ...process.env, LEASES: options.leases ? "1" : "0" };
  const child = spawn(process.execPath, flags, { env, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    if (options.afterLines !== undefined && output.split("\n").length > options.afterLines) child.kill("SIGKILL");
  });
  const signal = await new Promise((resolve) => child.on("close", (_, signal) => resolve(signal)));
  expect(signal).toBe("SIGKILL");
  return parseOutput(output);
}

function parseOutput(output: string): Crash {
  // The last line may be cut.
  const lines = output.split("\n").slice(0, -1);
  const ids = (prefix: string) => lines.filter((line) => line.startsWith(prefix)).map((line) => line.split(" ")[1]!);
  return { reserved: ids("reserved "), settled: ids("settled ") };
}

/**
 * Opens the ledger after the crash: it balances, acknowledged charges are there, open holds resolve, repeats change nothing. Resolves
 * with the number of leases of the dead process, which the first sweep returns before their deadline.
 */
async function expectIntact(path: string, { reserved, settled }: Crash): Promise<number> {
  const ledger = openSqliteLedger(path);
  expect((await ledger.verify()).problems).toEqual([]);
  const before = await ledger.balanceOf("customer");
  expect(before.used).toBeGreaterThanOrEqual(BigInt(settled.length) * 40n);
  const now = Date.now();
  const returned = await ledger.sweep(now);
  expect(returned.filter(({ id }) => !id.startsWith("lease:"))).toEqual([]);
  const charge = (id: string) =>
    ledger.settle({
      id,
      account: "customer",
      postings: [{ to: "provider:acme", amount: 40n }],
      counted: 40n,
      priceVersion: "v1",
      basis: "reported",
      now,
    });
  await Promise.all(settled.map(charge));
  expect((await ledger.balanceOf("customer")).used).toBe(before.used);
  await ledger.sweep(now + 3_600_000);
  expect((await ledger.balanceOf("customer")).pending).toBe(0n);
  await Promise.all([...new Set([...reserved, ...settled])].map(charge));
  const { used, pending } = await ledger.balanceOf("customer");
  expect({ used, pending }).toEqual({ used: (used / 40n) * 40n, pending: 0n });
  expect(used).toBeGreaterThanOrEqual(BigInt(reserved.length) * 40n);
  expect((await ledger.verify()).problems).toEqual([]);
  await ledger.close();
  return returned.length;
}

test.each(["group", "operation", "before-commit", "after-commit"] as const)(
  "a process killed at the step %s of a commit loses no acknowledged charge and charges nothing twice",
  async (at) => {
    const path = join(directory, `${at}.db`);
    await Promise.all(
      [1, 2].map(async (run) => {
        const options = { at, call: run * 7, leases: run === 2 };
        await expectIntact(`${path}${run}`, await crash(`${path}${run}`, options));
      }),
    );
  },
);

test("a process killed at any time loses no acknowledged charge and charges nothing twice", async () => {
  const path = join(directory, "random.db");
  for (const [afterLines, leases] of [
    [1, false],
    [90, true],
    [700, true],
    [700, false],
  ] as const) {
    const returned = await expectIntact(path, await crash(path, { afterLines, leases }));
    expect(returned > 0).toBe(leases);
  }
});

test.skipIf(process.platform === "win32")("a disk that really is full loses no acknowledged charge", async () => {
  const path = join(directory, "full.db");
  // Files of this process cannot grow beyond 300 KiB.
  const limited = `ulimit -f 600; exec "$0" "$@"`;
  const command = [process.execPath, "--conditions=@patchbay/source", "--no-warnings", program, path];
  const { stdout, stderr } = spawnSync("/bin/sh", ["-c", limited, ...command], { encoding: "utf8", timeout: 60_000 });
  expect(stderr).toContain("StoreUnavailable");
  const charged = parseOutput(stdout);
  expect(charged.settled.length).toBeGreaterThan(0);
  await expectIntact(path, charged);
});
