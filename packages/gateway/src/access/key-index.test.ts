import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultConfig } from "../config/default-config.ts";
import { readConfig } from "../config/read-config.ts";
import { emptyKey } from "../keys/empty-key.ts";
import { rotateKey } from "../keys/rotate-key.ts";
import { createSecret, fingerprint } from "../keys/secret.ts";
import type { KeyStore, StoredKey } from "../ports/keys.ts";
import { KeyIndex } from "./key-index.ts";

const pepper = new Uint8Array(32);
const now = Date.parse("2026-11-29T12:00:00Z");
const createIndex = (config = defaultConfig): KeyIndex => new KeyIndex(config, { pepper, now: () => now });

function createKey(changes: Partial<StoredKey> = {}): { readonly secret: string; readonly key: StoredKey } {
  const secret = createSecret();
  return { secret, key: { ...emptyKey(secret, now), hash: fingerprint(secret, pepper), ...changes } };
}

test("after any changes, the index finds exactly the keys that are stored", () => {
  const all = Array.from({ length: 4 }, () => createKey());
  const step = fc.record({ index: fc.nat(3), action: fc.constantFrom("put", "disable", "delete", "find") });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const index = createIndex();
      const stored = new Map<string, boolean>();
      for (const { index: place, action } of steps) {
        const { key, secret } = all[place]!;
        if (action === "delete") {
          index.delete(key.hash);
          stored.delete(secret);
        } else if (action !== "find") {
          const disabled = action === "disable";
          index.put({ ...key, disabled });
          stored.set(secret, disabled);
        }
        for (const one of all) expect(index.find(one.secret)?.stored.disabled).toBe(stored.get(one.secret));
      }
    }),
  );
});

test("a secret that is not a key is not found, nor one after its key was deleted", () => {
  const index = createIndex();
  const { key, secret } = createKey();
  index.put(key);
  expect(index.find(secret)?.hash).toBe(key.hash);
  expect(index.find(`${secret}x`)).toBeUndefined();
  expect(index.find("")).toBeUndefined();
  index.delete(key.hash);
  expect(index.find(secret)).toBeUndefined();
});

test("a new configuration changes the terms of stored keys and the declared keys at once", () => {
  const source = (accounts: object, keys: object[]) =>
    readConfig(JSON.stringify({ providers: {}, models: [], accounts, keys }), {
      env: { APP_KEY: "sk-declared-0123456789" },
    }).config;
  const budgets = [{ usd: 5, per: "day" }];
  const index = createIndex(source({ acme: {} }, [{ name: "app", account: "acme", secret: "$APP_KEY", budgets }]));
  const { key, secret } = createKey({ account: "acme" });
  index.put(key);
  expect(index.find("sk-declared-0123456789")).toMatchObject({
    account: "acme",
    stored: { name: "app", budgets: [{ unit: "usd", limit: "5", window: "daily" }] },
  });
  expect(index.find(secret)?.budgets).toEqual([]);
  index.use(source({ acme: { budgets: [{ requests: 1 }] } }, []));
  expect(index.find("sk-declared-0123456789")).toBeUndefined();
  expect(index.find(secret)?.budgets).toMatchObject([{ id: "account:acme:total-requests", limit: 1n }]);
  expect([...index.stored]).toEqual([key]);
});

test("a key and its successors have the same budgets in the ledger", () => {
  const index = createIndex();
  let { key } = createKey({ budgets: [{ unit: "usd", limit: "1", window: "total" }] });
  index.put(key);
  const ids = index.get(key.hash)!.budgets.map(({ id }) => id);
  for (let count = 0; count < 3; count++) {
    const secret = createSecret();
    const rotated = rotateKey(key, { secret, hash: fingerprint(secret, pepper), graceMs: 1000, now });
    expect(rotated.old).toMatchObject({ rotatedTo: rotated.successor.hash, expiresAt: now + 1000 });
    key = rotated.successor;
    index.put(key);
    expect(index.find(secret)!.budgets.map(({ id }) => id)).toEqual(ids);
  }
});

test("keys of a store are loaded, and the changes of other processes are followed until the index is closed", async () => {
  const [first, second] = [createKey(), createKey()];
  let listener: Parameters<KeyStore["watch"]>[0] | undefined;
  const store = {
    all: async () => [first.key],
    watch: (added: typeof listener) => {
      listener = added;
      return () => (listener = undefined);
    },
  } as Partial<KeyStore> as KeyStore;
  const index = createIndex();
  await index.load(store);
  expect(index.find(first.secret)?.hash).toBe(first.key.hash);
  listener!(second.key.hash, second.key);
  listener!(first.key.hash, undefined);
  expect([index.find(first.secret), index.find(second.secret)?.hash]).toEqual([undefined, second.key.hash]);
  index.close();
  expect(listener).toBeUndefined();
});

test("a key that changes while all keys are read has its new state", async () => {
  const index = createIndex();
  const [deleted, disabled] = [createKey(), createKey()];
  let report: Parameters<KeyStore["watch"]>[0] | undefined;
  const all = Promise.withResolvers<StoredKey[]>();
  const store: Pick<KeyStore, "watch" | "all"> = {
    watch: (listener) => {
      report = listener;
      return () => undefined;
    },
    all: () => all.promise,
  };
  const loaded = index.load(store);
  report!(deleted.key.hash, undefined);
  report!(disabled.key.hash, { ...disabled.key, disabled: true });
  all.resolve([deleted.key, disabled.key]);
  await loaded;
  expect(index.find(deleted.secret)).toBeUndefined();
  expect(index.find(disabled.secret)?.stored.disabled).toBe(true);
  report!(disabled.key.hash, disabled.key);
  expect(index.find(disabled.secret)?.stored.disabled).toBe(false);
});
