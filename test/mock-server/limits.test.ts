// Rate limits of free models and keys, spending limits, and their headers.
import { Patchbay } from "@patchbay/client";
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { expect, test } from "vitest";
import { ask, fleet, offer } from "../support/fleet.ts";

const free = { id: "acme/one:free", context_length: 1000, endpoints: [offer("alpha", 0)] };
const catalog = fleet([offer("alpha", 1), offer("beta", 2)], [free]);
const model = "acme/one:free";

async function askMany(server: MockServer, count: number, key?: string): Promise<number> {
  let good = 0;
  for (let turn = 0; turn < count; turn++)
    if ((await ask(server, { model, user: String(turn) }, key ? { key } : {})).status === 200) good++;
  return good;
}

test("free models allow 20 requests per minute and account, across its keys", async () => {
  let now = Date.parse("2025-11-20T12:00:00Z");
  const server = createMockServer({ catalog, now: () => now });
  const account = new Patchbay({ apiKey: "sk-or-mgmt-test", fetch: server.fetch });
  const { key } = await account.keys.create({ name: "second" });
  expect(await askMany(server, 15)).toBe(15);
  expect(await askMany(server, 10, key)).toBe(5);
  const { status, headers, error } = await ask(server, { model });
  expect(status).toBe(429);
  expect(error.message).toBe("Rate limit exceeded: free-models-per-min.");
  expect(headers.get("x-ratelimit-limit")).toBe("20");
  expect(headers.get("x-ratelimit-remaining")).toBe("0");
  expect(Number(headers.get("x-ratelimit-reset"))).toBe(now + 60_000);
  expect(headers.get("retry-after")).toBe("60");
  expect(error.metadata).toMatchObject({
    limit_source: "openrouter_free_tier_minute",
    headers: { "X-RateLimit-Limit": "20", "X-RateLimit-Remaining": "0" },
  });
  expect(await askMany(server, 1, "sk-or-v1-stranger")).toBe(1);
  now += 60_000;
  expect(await askMany(server, 1)).toBe(1);
});

test.each([
  [9.99, 50, "Rate limit exceeded: free-models-per-day. Add 10 credits to unlock 1000 free model requests per day"],
  [10, 1000, "Rate limit exceeded: free-models-per-day-high-balance."],
])("an account that bought $%d of credits has %d free-model requests per UTC day", async (credits, limit, message) => {
  let now = Date.parse("2025-11-20T00:00:00Z");
  const server = createMockServer({ catalog, credits, now: () => now });
  const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
  for (let turn = 0; turn < limit; turn++, now += 3001)
    expect((await ask(server, { model, user: String(turn) })).status).toBe(200);
  const { status, error, headers } = await ask(server, { model });
  expect({ status, message: error.message }).toEqual({ status: 429, message });
  expect(error.metadata.limit_source).toBe("openrouter_free_tier_daily");
  expect(Number(headers.get("x-ratelimit-reset"))).toBe(Date.parse("2025-11-21T00:00:00Z"));
  expect((await client.keys.getCurrent()).data.free_model_daily_requests).toEqual({ limit, used: limit, remaining: 0 });
  now = Date.parse("2025-11-21T00:00:00Z");
  expect((await client.keys.getCurrent()).data.free_model_daily_requests).toEqual({ limit, used: 0, remaining: limit });
  expect((await ask(server, { model })).status).toBe(200);
});

test("a rejected request does not count toward the free-model limit, and paid models have none", async () => {
  const server = createMockServer({ catalog, now: () => 0 });
  await askMany(server, 25);
  const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
  expect((await client.keys.getCurrent()).data.free_model_daily_requests.used).toBe(20);
  for (let turn = 0; turn < 30; turn++) expect((await ask(server, { user: String(turn) })).status).toBe(200);
});

test("a free-model request counts once for any number of attempts", async () => {
  const twice = { ...free, endpoints: [offer("alpha", 0), offer("beta", 0)] };
  const script = [{ error: { status: 500, message: "no" } }, "yes"];
  const server = createMockServer({ catalog: fleet([offer("alpha", 1)], [twice]), script });
  expect((await ask(server, { model })).routing.attempts).toHaveLength(2);
  const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
  expect((await client.keys.getCurrent()).data.free_model_daily_requests.used).toBe(1);
});

test("a free-model limit falls back to the next entry of `models`", async () => {
  const server = createMockServer({ catalog, now: () => 0 });
  await askMany(server, 20);
  expect((await ask(server, { model, models: ["acme/one"] })).model).toBe("acme/one");
});

test("requestsPerMinute limits each key", async () => {
  let now = 0;
  const server = createMockServer({ catalog, requestsPerMinute: 2, now: () => now });
  const ask2 = (key: string): Promise<number> =>
    ask(server, { user: String(now) }, { key }).then(({ status }) => status);
  expect([await ask2("sk-or-v1-a"), await ask2("sk-or-v1-a"), await ask2("sk-or-v1-a")]).toEqual([200, 200, 429]);
  expect(await ask2("sk-or-v1-b")).toBe(200);
  const { headers, error } = await ask(server, {}, { key: "sk-or-v1-a" });
  expect(headers.get("x-ratelimit-limit")).toBe("2");
  expect(error.metadata.limit_source).toBe("key_requests_per_minute");
  now = 60_000;
  expect(await ask2("sk-or-v1-a")).toBe(200);
});

test("successful responses have no X-RateLimit headers", async () => {
  const { headers } = await ask(createMockServer({ catalog, requestsPerMinute: 9 }), { model });
  expect([...headers.keys()].filter((name) => name.startsWith("x-ratelimit"))).toEqual([]);
});

test("a key's spending limit returns 402 beyond it, and resets on its day", async () => {
  let now = Date.parse("2025-11-19T12:00:00Z"); // a Wednesday
  const server = createMockServer({ catalog, now: () => now });
  const account = new Patchbay({ apiKey: "sk-or-mgmt-test", fetch: server.fetch });
  for (const [limit_reset, renewed] of [
    ["daily", "2025-11-20T00:00:00Z"],
    ["weekly", "2025-11-24T00:00:00Z"],
    ["monthly", "2025-12-01T00:00:00Z"],
  ] as const) {
    now = Date.parse("2025-11-19T12:00:00Z");
    const { key } = await account.keys.create({ name: limit_reset, limit: 0.000_02, limit_reset });
    const spend = (): Promise<number> => ask(server, { max_tokens: 20 }, { key }).then(({ status }) => status);
    expect([await spend(), await spend()]).toEqual([200, 402]);
    now = Date.parse(renewed) - 1;
    expect(await spend()).toBe(402);
    now = Date.parse(renewed);
    expect(await spend()).toBe(200);
  }
});

test("every key has its own balance, and sk-or-mgmt-NAME manages that of sk-or-v1-NAME", async () => {
  const server = createMockServer({ catalog });
  await ask(server, {}, { key: "sk-or-v1-ada" });
  const totals = async (name: string): Promise<number> =>
    (await new Patchbay({ apiKey: `sk-or-mgmt-${name}`, fetch: server.fetch }).credits.get()).data.total_usage;
  expect(await totals("ada")).toBeGreaterThan(0);
  expect(await totals("bob")).toBe(0);
});

test("with strictKeys only created keys are accepted", async () => {
  const server = createMockServer({ catalog, strictKeys: true, managementKeys: ["sk-or-mgmt-root"] });
  expect((await ask(server)).status).toBe(401);
  const account = new Patchbay({ apiKey: "sk-or-mgmt-root", fetch: server.fetch });
  const { key } = await account.keys.create({ name: "real" });
  expect((await ask(server, {}, { key })).status).toBe(200);
});

test("keys and generations of other accounts return 404", async () => {
  const server = createMockServer({ catalog });
  const [ada, bob] = ["ada", "bob"].map(
    (name) => new Patchbay({ apiKey: `sk-or-mgmt-${name}`, fetch: server.fetch }),
  ) as [Patchbay, Patchbay];
  const { data } = await ada.keys.create({ name: "hers" });
  await expect(bob.keys.get({ hash: data.hash })).rejects.toMatchObject({ status: 404 });
  expect((await bob.keys.list()).data).toEqual([]);
  const { body } = await ask(server, {}, { key: "sk-or-v1-ada" });
  const reader = new Patchbay({ apiKey: "sk-or-v1-bob", fetch: server.fetch });
  await expect(reader.generations.get({ id: String(body.id) })).rejects.toMatchObject({ status: 404 });
});
