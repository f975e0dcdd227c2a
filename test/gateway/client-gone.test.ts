// A caller disconnects while a provider answers. Where that ends the bill, the gateway aborts; else it reads on to learn the usage.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openSqliteLedger } from "../../packages/gateway/src/ledger/sqlite/ledger.ts";
import { type RunningGateway, startGateway } from "../support/gateway.ts";
import { type ProviderBehavior, type ProviderServer, startProvider } from "../support/provider-server.ts";
import { sendChat } from "../support/send-chat.ts";

const usage = { prompt: 100, completion: 10 };
const fullCost = 0.00014;
const text = "one two three four five six seven eight nine ten";

const behaviors = {
  slow: { text, delayBetweenTokens: 40, usage },
  long: { text: `${text} `.repeat(3), delayBetweenTokens: 100, usage },
  late: { text, delayToHeaders: 250, usage },
  stuck: { text, hang: "after-first-token" },
  broken: { text, delayBetweenTokens: 40, errorUnder200: "overloaded", usage: null },
} as const satisfies Record<string, ProviderBehavior>;
type Case = keyof typeof behaviors;

let provider: ProviderServer;
let dataDir: string;
let gateway: RunningGateway;
beforeAll(async () => {
  const modelOf = (path: string, body: Readonly<Record<string, unknown>>): string =>
    String(body.model ?? /models\/([^:]+)/.exec(path)?.[1]);
  provider = await startProvider({ behave: ({ path, body }) => behaviors[modelOf(path, body) as Case] });
  const price = { prompt: 1, completion: 4 };
  const config = {
    providers: {
      stopping: { kind: "openai-compatible", baseURL: `${provider.url}/v1`, apiKey: "$KEY" },
      billing: { kind: "gemini", baseURL: `${provider.url}/v1beta`, apiKey: "$KEY" },
    },
    models: ["stopping", "billing"].flatMap((name) =>
      Object.keys(behaviors).map((model) => ({
        id: `${name}/${model}`,
        context: 10_000,
        endpoints: [{ provider: name, model, price }],
      })),
    ),
    clientGone: { drain: 2000 },
  };
  dataDir = await mkdtemp(join(tmpdir(), "gateway-gone-"));
  gateway = await startGateway({ config, dataDir, env: { KEY: "key" } });
  await sendChat({ ...gateway, body: { model: "stopping/slow" } });
  // Its charge is stored soon after its response.
  await vi.waitFor(async () => expect(await usageOfKey()).toBeGreaterThan(0), 20_000);
});
afterAll(async () => {
  await gateway?.stop();
  await provider?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const usageOfKey = async (): Promise<number> => {
  const response = await fetch(`${gateway.baseURL}/key`, { headers: { authorization: `Bearer ${gateway.key}` } });
  return ((await response.json()) as { data: { usage: number } }).data.usage;
};

/** Resolves when the first text of a stream has arrived. A time can be over before that on a busy machine. */
async function firstText(model: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(`${gateway.baseURL}/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${gateway.key}`, "content-type": "application/json" },
    body: JSON.stringify({ model, stream: true, messages: [{ role: "user", content: "Hi" }] }),
    signal,
  });
  let text = "";
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  while (!/"content":"[^"]/.test(text)) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`The stream ended without a text: ${text}`);
    text += value;
  }
}

/** Sends a chat and disconnects after some milliseconds, or after the first text of a stream. Returns its cost, and whether the provider saw the end of the connection. */
async function leave(model: string, stream: boolean, ms?: number): Promise<{ cost: number; aborted: boolean }> {
  const before = await usageOfKey();
  const asked = provider.requests.length;
  const left = new AbortController();
  if (stream && ms === undefined) {
    await firstText(model, left.signal);
    left.abort();
  } else {
    const sending = sendChat({ ...gateway, body: { model, stream }, signal: left.signal }).catch(() => undefined);
    await expect.poll(() => provider.requests.length, { interval: 5 }).toBe(asked + 1);
    await sleep(ms ?? 150);
    left.abort();
    await sending;
  }
  const aborted = await provider.requests[asked]!.aborted;
  await expect.poll(usageOfKey).not.toBe(before);
  return { cost: (await usageOfKey()) - before, aborted };
}

describe.each([
  ["streamed", true],
  ["complete", false],
])("%s response", (_, stream) => {
  test("a provider that stops its bill is aborted at once, and what it produced is charged", async () => {
    const { cost, aborted } = await leave("stopping/long", stream, stream ? undefined : 350);
    expect(aborted).toBe(true);
    expect(cost).toBeGreaterThan(0);
    expect(cost).toBeLessThan(fullCost);
  });

  test("a provider that bills the whole output is read to its end, and the usage that it reports is charged", async () => {
    const { cost, aborted } = await leave("billing/slow", stream);
    expect(aborted).toBe(false);
    expect(cost).toBeCloseTo(fullCost, 9);
  });

  test("a caller who leaves before the first token pays a provider that bills the whole output", async () => {
    const { cost, aborted } = await leave("billing/late", stream, 100);
    expect(aborted).toBe(false);
    expect(cost).toBeCloseTo(fullCost, 9);
  });

  test("a provider that does not end is aborted after the time for draining, and what it produced is charged", async () => {
    const { cost, aborted } = await leave("billing/stuck", stream);
    expect(aborted).toBe(true);
    expect(cost).toBeGreaterThan(0);
    expect(cost).toBeLessThan(fullCost);
  });

  test("a provider that fails after the caller has left is paid for what it produced", async () => {
    const { cost } = await leave("billing/broken", stream);
    expect(cost).toBeGreaterThan(0);
    expect(cost).toBeLessThan(fullCost);
  });
});

test("a gateway that shuts down settles the outputs that it drains", async () => {
  const before = await usageOfKey();
  const left = new AbortController();
  const asked = provider.requests.length;
  await firstText("billing/stuck", left.signal);
  left.abort();
  await gateway.stop();
  expect(await provider.requests[asked]!.aborted).toBe(true);
  const ledger = openSqliteLedger(join(dataDir, "ledger.db"));
  const { used } = await ledger.balanceOf("default");
  expect(await ledger.verify()).toMatchObject({ problems: [], openHolds: 0 });
  await ledger.close();
  expect(Number(used) / 1e9).toBeGreaterThan(before + 1e-9);
});
