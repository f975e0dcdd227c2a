// Keys that try to get more than they were given.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StoredKey } from "../../packages/gateway/src/ports/keys.ts";
import { type GatewayInProcess, oneModel, startInProcess } from "../support/gateway-in-process.ts";

let gateway: GatewayInProcess;
beforeAll(async () => {
  gateway = await startInProcess(oneModel("http://127.0.0.1:9"));
});
afterAll(() => gateway.stop());

const body = { callback_url: "https://example.com/callback" };

/** Limits a key as the admin API does. */
async function restrict(secret: string, limits: Partial<StoredKey>): Promise<void> {
  const { stored } = gateway.gateway.state.keys.find(secret)!;
  const key = { ...stored, ...limits };
  await gateway.gateway.store.keys.put(key);
  gateway.gateway.state.keys.put(key);
}

const restrictions: [string, Partial<StoredKey>][] = [
  ["a budget", { budgets: [{ unit: "requests", limit: "5", window: "total" }] }],
  ["an expiry", { expiresAt: Date.now() + 3_600_000 }],
  ["a list of models", { allowedModels: ["a/m"] }],
  ["a list of providers", { allowedProviders: ["a"] }],
  ["a rate limit", { limits: { requestsPerMinute: 1 } }],
  ["a limit of concurrency", { limits: { concurrency: 1 } }],
];

test.each(restrictions)("a key with %s cannot authorize a key without it", async (_name, limits) => {
  const key = await gateway.createKey({});
  await restrict(key, limits);
  const response = await gateway.call("/api/v1/auth/keys/code", { key, body });
  expect([response.status, await response.text()]).toEqual([403, expect.stringContaining("A key with limits")]);
});

test.each(restrictions)("an authorization code is void once its key has %s", async (_name, limits) => {
  const key = await gateway.createKey({});
  const created = await gateway.call("/api/v1/auth/keys/code", { key, body });
  const { data } = (await created.json()) as { data: { id: string } };
  await restrict(key, limits);
  const response = await gateway.call("/api/v1/auth/keys", { key, body: { code: data.id } });
  expect([response.status, await response.text()]).toEqual([403, expect.stringContaining("Invalid code")]);
});
