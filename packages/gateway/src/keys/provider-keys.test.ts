import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { encryptionOf, createProviderKeys } from "./provider-keys.ts";
import { openSqliteKeys } from "./sqlite.ts";

const folder = mkdtempSync(join(tmpdir(), "patchbay-provider-keys-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("keys are listed in the order in which they were added, also when the clock stands still or goes back", async () => {
  const store = openSqliteKeys(join(folder, "keys.sqlite"));
  const keys = createProviderKeys(store, encryptionOf(new Uint8Array(32)));
  const times = [1000, 1000, 1000, 999, 5, 0, -3, 1000, 2000, 1_800_000_000_000, 1_800_000_000_000, 1_799_999_999_999];
  const added: string[] = [];
  for (const [index, now] of times.entries()) {
    const settings = { account: "default", provider: "local", fallbackOnly: false, exclusive: false };
    added.push((await keys.add({ ...settings, secret: `sk-${index}` }, now)).id);
  }
  const listed = await keys.list("default");
  expect(listed.map(({ id }) => id)).toEqual(added);
  expect(listed.map(({ createdAt }) => createdAt)).toEqual(times);
  await store.close();
});
