import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { defaultConfig } from "../config/default-config.ts";
import { openStore } from "../stores/open-store.ts";
import { startUpkeep } from "./upkeep.ts";

const dataDir = mkdtempSync(join(tmpdir(), "patchbay-upkeep-"));
afterAll(() => rmSync(dataDir, { recursive: true }));

const now = Date.parse("2026-11-29T12:00:00Z");

test("upkeep reports charges that differ from the provider's, and reservations of requests that never ended", async () => {
  const store = await openStore({ dataDir });
  const charge = { account: "acme", priceVersion: "v1", basis: "reported", now: now - 60_000 } as const;
  const settle = (id: string, amount: bigint, reported: bigint): Promise<void> =>
    store.ledger.settle({ ...charge, id, postings: [{ to: "provider:a", amount }], counted: amount, reported });
  await settle("gen-equal", 1000n, 1000n);
  await settle("gen-expensive", 1000n, 1500n);
  const lost = { account: "acme", floor: null, budgets: [], now: now - 60_000, deadline: now - 1 };
  await store.ledger.reserve({ ...lost, id: "gen-lost", wanted: 500n, least: 500n });
  await store.ledger.reserve({ ...lost, id: "lease:dead:1", wanted: 400n, least: 400n, requests: 4n });
  // Nothing is left of this lease, because each of its requests has been charged.
  await store.ledger.reserve({ ...lost, id: "lease:dead:2", wanted: 0n, least: 0n, requests: 0n });
  const reports: string[] = [];
  const report = (message: string, error?: unknown): number => reports.push(`${message}${error ? String(error) : ""}`);
  const upkeep = startUpkeep({
    store,
    now: () => now,
    config: () => defaultConfig,
    report,
    noteStore: () => undefined,
  });
  await expect
    .poll(() => reports.toSorted())
    .toEqual([
      "1 of 2 charges of the last hour differ by more than 1 % from the cost that the provider reported, " +
        "most of all gen-expensive, by a factor of 1.50. Check the prices in the configuration.",
      "Requests of account acme may never have ended in the last second of a gateway. " +
        "Its lease of 400 nano-USD was released; compare it with the provider's bill.",
      "The request gen-lost of account acme never ended. Its reservation of 500 nano-USD was released; compare it with the provider's bill.",
    ]);
  upkeep.stop();
  await store.close();
});

test("upkeep reports what fails and goes on", async () => {
  const store = await openStore({ dataDir });
  await store.close();
  const reports: string[] = [];
  const states: boolean[] = [];
  const upkeep = startUpkeep({
    store,
    now: () => now,
    config: () => defaultConfig,
    report: (message) => reports.push(message),
    noteStore: (isUp) => states.push(isUp),
  });
  await expect.poll(() => reports.length).toBeGreaterThan(1);
  upkeep.stop();
  expect(reports).toContain("Expired reservations could not be released");
  expect(states).toContain(false);
});
