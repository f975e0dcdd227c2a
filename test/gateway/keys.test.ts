import { chmodSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEncryption } from "../../packages/gateway/src/keys/encryption.ts";
import { readMasterSecret } from "../../packages/gateway/src/keys/master-secret.ts";
import { openPostgresKeys } from "../../packages/gateway/src/keys/postgres.ts";
import { rotateProviderKeys } from "../../packages/gateway/src/keys/rotate.ts";
import { openSqliteKeys } from "../../packages/gateway/src/keys/sqlite.ts";
import type { KeyStore, ProviderKeyRow, StoredKey } from "../../packages/gateway/src/ports/keys.ts";
import { StoreUnavailable } from "../../packages/gateway/src/ports/store-unavailable.ts";
import { isPostgresSkipped, startPostgres, type PostgresServer } from "../support/postgres.ts";

const directory = mkdtempSync(join(tmpdir(), "patchbay-keys-"));
afterAll(() => rmSync(directory, { recursive: true }));

const key = (hash: string, change: Partial<StoredKey> = {}): StoredKey => ({
  hash,
  label: "sk-or-v1-0a1...9f2",
  name: "test",
  account: "default",
  isManagement: false,
  disabled: false,
  createdAt: 1,
  updatedAt: null,
  expiresAt: null,
  budgets: [{ unit: "usd", limit: "12.345678901", window: "monthly" }],
  includeByokInLimit: false,
  limits: { requestsPerMinute: 60 },
  allowedModels: ["acme/*"],
  allowedProviders: [],
  rotatedTo: null,
  ...change,
});

const providerKey = (id: string, account: string): ProviderKeyRow => ({
  id,
  account,
  provider: "openai",
  label: "sk-...abc",
  encrypted: "v1",
  fallbackOnly: false,
  exclusive: true,
  disabled: false,
  createdAt: 1,
});

function describeKeys(store: string, open: () => Promise<KeyStore>): void {
  describe(`keys on ${store}`, () => {
    let keys: KeyStore;
    let other: KeyStore;
    beforeAll(async () => {
      [keys, other] = [await open(), await open()];
    });
    afterAll(() => Promise.all([keys.close(), other.close()]));

    test("keys are stored, replaced and deleted", async () => {
      await keys.put(key("k1"));
      await keys.put(key("k2", { disabled: true }));
      await keys.put(key("k1", { name: "renamed", expiresAt: 5 }));
      expect(await other.all()).toEqual([key("k1", { name: "renamed", expiresAt: 5 }), key("k2", { disabled: true })]);
      expect(await keys.delete("k2")).toBe(true);
      expect(await keys.delete("k2")).toBe(false);
      expect((await keys.all()).map(({ hash }) => hash)).toEqual(["k1"]);
      await keys.delete("k1");
    });

    test("changes of another process are reported in order, and own changes are not", async () => {
      const seen: (readonly [string, string | undefined])[] = [];
      const stop = keys.watch((hash, changed) => seen.push([hash, changed?.name]));
      await keys.put(key("own"));
      await other.put(key("w1"));
      await other.put(key("w2", { name: "second" }));
      await expect
        .poll(() => seen)
        .toEqual([
          ["w1", "test"],
          ["w2", "second"],
        ]);
      await other.delete("w1");
      await expect.poll(() => seen.length).toBe(3);
      expect(seen.at(-1)).toEqual(["w1", undefined]);
      stop();
      await other.put(key("w3"));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(seen).toHaveLength(3);
    });

    test("provider keys belong to an account", async () => {
      await keys.putProviderKey(providerKey("p1", "a"));
      await keys.putProviderKey(providerKey("p2", "b"));
      await keys.putProviderKey({ ...providerKey("p1", "a"), label: "new" });
      expect(await other.providerKeys("a")).toEqual([{ ...providerKey("p1", "a"), label: "new" }]);
      expect(await keys.deleteProviderKey("p1")).toBe(true);
      expect(await keys.deleteProviderKey("p1")).toBe(false);
      expect(await other.providerKeys("a")).toEqual([]);
    });

    test("a rotation of the master secret encrypts all outdated provider keys again, once", async () => {
      const masters = [1, 2].map((byte) => new Uint8Array(32).fill(byte));
      const old = createEncryption([masters[0]!], "provider-keys");
      const row = providerKey("p3", "rotated");
      await keys.putProviderKey({ ...row, encrypted: old.encrypt("sk-1", row) });
      const encryption = createEncryption([masters[1]!, masters[0]!], "provider-keys");
      expect(await rotateProviderKeys(keys, encryption, ["rotated"])).toBe(1);
      expect(await rotateProviderKeys(keys, encryption, ["rotated"])).toBe(0);
      const [stored] = await other.providerKeys("rotated");
      expect(createEncryption([masters[1]!], "provider-keys").decrypt(stored!.encrypted, row)).toBe("sk-1");
    });

    test("a closed store is unavailable", async () => {
      const closed = await open();
      await closed.close();
      await expect(closed.all()).rejects.toThrow(StoreUnavailable);
    });
  });
}

describeKeys("SQLite", async () => openSqliteKeys(join(directory, "keys.db"), { pollInterval: 20 }));

describe.skipIf(isPostgresSkipped)("with a PostgreSQL server", () => {
  let server: PostgresServer;
  let url: string;
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.createDatabase();
  });
  afterAll(() => server.close());
  describeKeys("PostgreSQL", () => openPostgresKeys(url, { pollInterval: 20 }));
});

test("the master secret is created once, for its owner only, and read again", () => {
  const dataDir = join(directory, "new", "data");
  const secret = readMasterSecret({ dataDir });
  expect(secret).toHaveLength(32);
  expect(readMasterSecret({ dataDir })).toEqual(secret);
  expect(statSync(join(dataDir, "secret")).mode % 0o1000).toBe(0o600);
  expect(readMasterSecret({ dataDir, value: "ab".repeat(32) })).toEqual(new Uint8Array(32).fill(0xab));
});

test("a master secret that others can read, or of a wrong form, is refused without showing it", () => {
  const dataDir = join(directory, "open");
  readMasterSecret({ dataDir });
  chmodSync(join(dataDir, "secret"), 0o640);
  expect(() => readMasterSecret({ dataDir })).toThrow(/mode 0640.*chmod 600/);
  expect(() => readMasterSecret({ value: "hunter2" })).toThrow(/64 hexadecimal characters, got 7 characters/);
  expect(() => readMasterSecret({ value: "hunter2" })).not.toThrow(/hunter2/);
  expect(() => readMasterSecret({})).toThrow(/PATCHBAY_SECRET/);
});
