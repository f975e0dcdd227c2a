// What limits a key: allow-lists, budgets, rates, places; and rotation.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTestGateway, type CallResult, type TestGateway } from "../support/test-gateway.ts";
import { startProvider, type ProviderServer } from "../support/provider-server.ts";

let provider: ProviderServer;
let served: TestGateway;

const endpoint = (slug: string) => ({
  provider: slug,
  model: "tiny",
  context: 8192,
  // A request of 10 prompt tokens and 2 completion tokens costs 0.00003 USD.
  price: { prompt: 1, completion: 10 },
});
const config = () => ({
  providers: Object.fromEntries(
    ["one", "two"].map((slug) => [
      slug,
      { kind: "openai-compatible", baseURL: `${provider.url}/v1`, apiKey: "$GATEWAY_KEY" },
    ]),
  ),
  models: [
    { id: "acme/tiny", endpoints: [endpoint("one"), endpoint("two")] },
    { id: "acme/large", endpoints: [endpoint("two")] },
  ],
  accounts: { team: { budgets: [{ requests: 2, per: "day" }], limits: { requestsPerMinute: 100 } } },
  keys: [{ name: "team", account: "team", secret: "$TEAM_KEY" }],
});

// A day that does not end during the tests.
const started = performance.now();
const now = (): number => Math.round(Date.UTC(2026, 0, 14, 12) + performance.now() - started);

beforeAll(async () => {
  provider = await startProvider();
  served = await createTestGateway(config(), { now });
});
afterEach(() => {
  provider.reset();
  provider.behave({});
});
afterAll(async () => {
  await served.close();
  await provider.stop();
});

const chat = (key: string, body: object = {}): Promise<CallResult> =>
  served.call("POST", "/chat/completions", {
    key,
    body: { model: "acme/tiny", messages: [{ role: "user", content: "hi" }], max_tokens: 10, ...body },
  });
const statusesOf = async (key: string, count: number): Promise<number[]> => {
  const statuses: number[] = [];
  for (let index = 0; index < count; index++) statuses.push((await chat(key)).status);
  return statuses;
};

test("a key with a list of models gets 403 for others, and lists only its own", async () => {
  const { secret } = await served.createKey({ allowedModels: ["acme/t*"] });
  expect((await chat(secret)).status).toBe(200);
  const refused = await chat(secret, { model: "acme/large" });
  expect(refused.status).toBe(403);
  expect(refused.json.error.message).toMatch(/may not use acme\/large\. It is limited to acme\/t\*/);
  const listed = await served.call("GET", "/models/user", { key: secret });
  expect(listed.json.data.map(({ id }: { id: string }) => id)).toEqual(["acme/tiny"]);
});

test("a key with a list of providers reaches no other, and gets 403 for a model without one of them", async () => {
  const { secret } = await served.createKey({ allowedProviders: ["one"] });
  for (let count = 0; count < 5; count++) expect((await chat(secret)).json.provider).toBe("one");
  const refused = await chat(secret, { model: "acme/large" });
  expect(refused.status).toBe(403);
  expect(refused.json.error.message).toMatch(/the key may not use two/);
  const listed = await served.call("GET", "/models/user", { key: secret });
  expect(listed.json.data.map(({ id }: { id: string }) => id)).toEqual(["acme/tiny"]);
});

test("a management key cannot call models", async () => {
  const refused = await chat(served.adminKey);
  expect(refused.status).toBe(403);
  expect(refused.json.error.message).toMatch(/Management keys cannot be used for inference/);
});

test("each of several budgets of a key is enforced, and the key reports those in USD", async () => {
  const { secret } = await served.createKey({
    budgets: [
      { unit: "usd", limit: "1", window: "daily" },
      { unit: "usd", limit: "5", window: "weekly" },
      { unit: "usd", limit: "20", window: "monthly" },
      { unit: "usd", limit: "100", window: "total" },
      { unit: "requests", limit: "2", window: "daily" },
    ],
  });
  expect(await statusesOf(secret, 3)).toEqual([200, 200, 402]);
  const refused = await chat(secret);
  expect(refused.json.error.message).toMatch(/The daily budget of this key, 2 requests, is used up\. It resets at/);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  await expect
    .poll(async () => {
      const { json } = await served.call("GET", "/key", { key: secret });
      return json.data.budgets.map((budget: Record<string, unknown>) => [
        budget.limit_usd,
        budget.spend_usd,
        budget.reset_interval,
      ]);
    })
    .toEqual([
      [1, 0.00006, "daily"],
      [5, 0.00006, "weekly"],
      [20, 0.00006, "monthly"],
      [100, 0.00006, null],
    ]);
});

test("a budget in USD refuses the request that could exceed it, before a provider is called, and says what fits", async () => {
  const { secret } = await served.createKey({ budgets: [{ unit: "usd", limit: "0.00015", window: "total" }] });
  expect(await statusesOf(secret, 2)).toEqual([200, 200]);
  provider.reset();
  const refused = await chat(secret);
  expect(refused.status).toBe(402);
  expect(refused.json.error.message).toBe(
    "This request requires more credits, or fewer max_tokens. You requested up to 10 tokens, but can only afford 8. " +
      "The limit is the total budget of this key, 0.00015 USD. It does not reset: raise it, or use another key.",
  );
  expect(provider.requests).toHaveLength(0);
  expect((await chat(secret, { max_tokens: 8 })).status).toBe(200);
});

test("a rotated key keeps what its predecessor spent, and both share one budget while both work", async () => {
  const { secret, hash } = await served.createKey({ budgets: [{ unit: "requests", limit: "2", window: "total" }] });
  expect(await statusesOf(secret, 1)).toEqual([200]);
  const rotated = await served.call("POST", `/admin/api/keys/${hash}/rotate`, { body: { graceMs: 60_000 } });
  const next: string = rotated.json.secret;
  expect(await statusesOf(next, 1)).toEqual([200]);
  expect([(await chat(secret)).status, (await chat(next)).status]).toEqual([402, 402]);
  const again = await served.call("POST", `/admin/api/keys/${rotated.json.key.hash}/rotate`, { body: {} });
  expect((await chat(again.json.secret)).status).toBe(402);
});

test("the budget of an account holds for all of its keys, and names the account", async () => {
  const key = "sk-test-of-team-0123456789";
  expect(await statusesOf(key, 3)).toEqual([200, 200, 402]);
  expect((await chat(key)).json.error.message).toMatch(/daily budget of the account team, 2 requests/);
});

test("requests per minute are limited with headers that say how many, and the message names the limit", async () => {
  const { secret } = await served.createKey({ limits: { requestsPerMinute: 2 } });
  expect(await statusesOf(secret, 3)).toEqual([200, 200, 429]);
  const refused = await chat(secret);
  expect(refused.json.error.message).toMatch(/Rate limit of the gateway reached: 2 requests per minute of this key/);
  expect(refused.headers.get("x-ratelimit-limit")).toBe("2");
  expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(refused.headers.get("x-ratelimit-reset"))).toBeGreaterThan(now());
});

test("tokens per minute count the real usage, and a prompt beyond the limit says that waiting does not help", async () => {
  const { secret } = await served.createKey({ limits: { tokensPerMinute: 100 } });
  provider.behave({ usage: { prompt: 10, completion: 200 } });
  expect((await chat(secret)).status).toBe(200);
  await expect.poll(async () => (await chat(secret)).status).toBe(429);
  const { secret: other } = await served.createKey({ limits: { tokensPerMinute: 10 } });
  const long = await chat(other, { messages: [{ role: "user", content: "word ".repeat(200) }] });
  expect(long.status).toBe(429);
  expect(long.json.error.message).toMatch(/more than the limit of 10 tokens per minute of this key allows at once/);
});

test("no more requests of a key run at once than its limit, and a place is free after the response", async () => {
  const { secret } = await served.createKey({ limits: { concurrency: 1 } });
  const gate = Promise.withResolvers<void>();
  provider.behave({ after: gate.promise });
  const first = chat(secret);
  await expect.poll(() => provider.open()).toBe(1);
  const refused = await chat(secret);
  expect(refused.status).toBe(429);
  expect(refused.json.error.message).toMatch(/1 concurrent requests of this key/);
  gate.resolve();
  expect((await first).status).toBe(200);
  expect((await chat(secret)).status).toBe(200);
});

test("a change of the configuration during a response does not lose its charge", async () => {
  const { secret, hash } = await served.createKey({ budgets: [{ unit: "usd", limit: "1", window: "total" }] });
  const gate = Promise.withResolvers<void>();
  provider.behave({ after: gate.promise });
  const running = chat(secret);
  await expect.poll(() => provider.open()).toBe(1);
  const { models, ...rest } = config();
  served.reload({ ...rest, models: [{ id: "acme/other", endpoints: models[1]!.endpoints }] });
  gate.resolve();
  expect((await running).status).toBe(200);
  await expect
    .poll(async () => {
      const { json } = await served.call("GET", "/admin/api/keys");
      return json.keys.find((key: { hash: string }) => key.hash === hash).budgets[0].spent;
    })
    .toBe("0.00003");
  served.reload(config());
});

test("the budget of the gateway holds for every key", async () => {
  const { secret } = await served.createKey();
  served.reload({ ...config(), budgets: [{ requests: 1, per: "total" }] });
  expect(await statusesOf(secret, 2)).toEqual([200, 402]);
  expect((await chat(secret)).json.error.message).toMatch(/total budget of the gateway, 1 requests/);
  served.reload(config());
});
