// The clock of the machine steps by a day, forward and back, while the gateway runs.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../packages/gateway/src/config/read-config.ts";
import { createGateway, type Gateway } from "../../packages/gateway/src/gateway/gateway.ts";
import { listen } from "../../packages/service/src/http/listen.ts";
import type { ListeningServer } from "../../packages/service/src/http/request.ts";
import { type ProviderServer, startProvider } from "../support/provider-server.ts";
import { type ChatReply, sendChat } from "../support/send-chat.ts";

const day = 86_400_000;
const noon = Date.UTC(2026, 0, 14, 12);
const usage = { prompt: 100, completion: 10 };

let now = noon;
let folder: string;
let provider: ProviderServer;
let gateway: Gateway;
let server: ListeningServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gateway-clock-"));
  provider = await startProvider({
    behave: ({ body }) => {
      if (body.model === "bad") return { status: 500 };
      return body.model === "slow" ? { text: "one two three four", delayBetweenTokens: 100, usage } : { usage };
    },
  });
  const own = { kind: "openai-compatible", baseURL: `${provider.url}/v1`, apiKey: "$KEY" };
  const price = { prompt: 1, completion: 4, cacheRead: 0.1 };
  const config = {
    data: folder,
    providers: { first: own, second: own },
    models: [
      { id: "test/one", context: 9000, endpoints: [{ provider: "first", model: "good", price }] },
      { id: "test/slow", context: 9000, endpoints: [{ provider: "first", model: "slow", price }] },
      {
        id: "test/broken",
        context: 9000,
        endpoints: [
          { provider: "first", model: "bad", price },
          { provider: "second", model: "good", price: { prompt: 20, completion: 80 } },
        ],
      },
      {
        id: "test/two",
        context: 9000,
        endpoints: [
          { provider: "first", model: "good", price },
          { provider: "second", model: "good", price },
        ],
      },
    ],
    keys: [
      { name: "daily", secret: "$DAILY", budgets: [{ requests: 3, per: "day" }] },
      { name: "free", secret: "$FREE" },
    ],
    routing: { breaker: { failures: 3 }, retryBudget: { ratio: 1, perSecond: 100 } },
  };
  const env = { KEY: "key", DAILY: dailyKey, FREE: freeKey };
  const read = readConfig(JSON.stringify(config), { env });
  gateway = await createGateway(read.config, { adminKey: "sk-admin-0123456789abcdef", now: () => now });
  server = await listen(gateway.handle, { port: 0 });
});
afterAll(async () => {
  await server?.close({});
  await gateway?.close();
  await provider?.stop();
  await rm(folder, { recursive: true, force: true });
});

const dailyKey = "sk-daily-0123456789abcdef";
const freeKey = "sk-free-0123456789abcdef";

const send = (model: string, fields: object = {}, key = freeKey): Promise<ChatReply> =>
  sendChat({ baseURL: server.baseURL, key, body: { model, ...fields } });

const statuses = async (count: number): Promise<number[]> => {
  const all: number[] = [];
  for (let index = 0; index < count; index++) all.push((await send("test/one", {}, dailyKey)).status);
  return all;
};

const isAvoided = async (): Promise<boolean> => {
  const bad = (): number => provider.requests.filter(({ body }) => body.model === "bad").length;
  const before = bad();
  const { status, provider: name } = await send("test/broken");
  expect([status, name]).toEqual([200, "second"]);
  return bad() === before;
};

test("daily budgets follow the clock to the next day and back", async () => {
  now = noon;
  expect(await statuses(4)).toEqual([200, 200, 200, 402]);
  now = noon + day;
  expect(await statuses(2)).toEqual([200, 200]);
  now = noon;
  expect(await statuses(1)).toEqual([402]);
  now = noon + day;
  expect(await statuses(2)).toEqual([200, 402]);
  expect(await gateway.store.ledger.verify()).toMatchObject({ problems: [] });
});

test.each([
  ["forward", day],
  ["back", -day],
])(
  "a request during which the clock steps %s by a day is charged once, even if its hold has expired",
  async (_, step) => {
    now = noon;
    const untilClosed = (): Promise<void> =>
      expect.poll(() => gateway.store.ledger.verify()).toMatchObject({ problems: [], openHolds: 0 });
    const spent = async (): Promise<bigint> => (await gateway.store.ledger.balanceOf("default")).used;
    await untilClosed();
    const before = await spent();
    const asked = provider.requests.length;
    const running = send("test/slow", { stream: true });
    await expect.poll(() => provider.requests.length, { interval: 5 }).toBe(asked + 1);
    now = noon + step;
    expect(await gateway.store.ledger.sweep(now)).toHaveLength(step > 0 ? 1 : 0);
    expect((await running).cost).toBe(0.00014);
    await expect.poll(spent).toBe(before + 140_000n);
    await untilClosed();
    // The step does not count as the duration of a response, which would spoil the timeouts of the next requests.
    expect((await send("test/slow")).status).toBe(200);
  },
);

test("after a step of the clock back, a provider that is down is avoided for seconds, not for a day", async () => {
  now = noon;
  for (let count = 0; count < 4; count++) await isAvoided();
  expect(await isAvoided()).toBe(true);
  now = noon - day;
  expect(await isAvoided()).toBe(true);
  // The longest period of a breaker is 30 seconds.
  now += 31_000;
  expect(await isAvoided()).toBe(false);
  expect(await isAvoided()).toBe(true);
  now += day;
  expect(await isAvoided()).toBe(false);
});

test("conversations stay at one provider before and after a step of the clock", async () => {
  const providersOf = async (): Promise<Set<string | undefined>> => {
    await send("test/two", { session_id: "s1" });
    const names = new Set<string | undefined>();
    for (let count = 0; count < 8; count++) names.add((await send("test/two", { session_id: "s1" })).provider);
    return names;
  };
  for (const step of [0, day, -day, 0]) {
    now = noon + step;
    expect(await providersOf()).toHaveProperty("size", 1);
  }
});
