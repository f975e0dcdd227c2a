import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openStore } from "../../packages/gateway/src/stores/open-store.ts";
import { isPostgresSkipped, startPostgres } from "../support/postgres.ts";
import { reservation, settlement } from "./ledger-contract.ts";

const directory = mkdtempSync(join(tmpdir(), "patchbay-store-"));
afterAll(() => rmSync(directory, { recursive: true }));

test("a data directory keeps everything across restarts, in private files", async () => {
  const dataDir = join(directory, "data");
  const { id } = reservation("a");
  for (const used of [0n, 40n]) {
    const store = await openStore({ dataDir });
    expect((await store.ledger.balanceOf("a")).used).toBe(used);
    expect(await store.keys.all()).toEqual([]);
    await store.ledger.settle(settlement(id, "a"));
    await store.close();
    await store.close();
  }
  expect(statSync(dataDir).mode % 0o1000).toBe(0o700);
  for (const file of readdirSync(dataDir, { withFileTypes: true }))
    expect(statSync(join(dataDir, file.name)).mode % 0o100, file.name).toBe(0);
});

test("a second gateway on a data directory is refused and leaves the first running", async () => {
  const dataDir = join(directory, "shared");
  const store = await openStore({ dataDir });
  await expect(openStore({ dataDir })).rejects.toThrow(/in use by another gateway/);
  await store.ledger.settle(settlement("s1", "a"));
  await store.close();
});

test.skipIf(isPostgresSkipped)("gateways that start together on an empty database share it", async () => {
  const server = await startPostgres();
  const database = await server.createDatabase();
  const stores = await Promise.all([1, 2, 3].map(() => openStore({ database })));
  await stores[0]!.ledger.settle(settlement("s1", "a"));
  expect((await stores[1]!.ledger.balanceOf("a")).used).toBe(40n);
  await Promise.all(stores.map((store) => store.close()));
  await server.close();
});
