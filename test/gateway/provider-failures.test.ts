// A provider fails in every way that a provider can: before its first token another provider answers, and after it the caller learns of
// the failure. Both pay for what they got.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningGateway, startGateway } from "../support/gateway.ts";
import { type ProviderBehavior, type ProviderServer, startProvider } from "../support/provider-server.ts";

const early = {
  "is down": { status: 503 },
  "has an internal error": { status: 500 },
  "is overloaded": { status: 529 },
  "refuses by its rate limit": { status: 429, headers: { "retry-after": "1" } },
  "refuses the key": { status: 401 },
  "has no credit left": { status: 402 },
  "does not know the model": { status: 404 },
  "resets the connection": { resetAfter: -1 },
  "closes the connection after its headers": { cutAfter: 0 },
  "sends an empty body": { body: "" },
  "sends a web page": { body: "<html>Service unavailable</html>", contentType: "text/html" },
  "sends an error under 200": { pieces: [], errorUnder200: "overloaded" },
  "sends no headers": { hang: "before-headers" },
  "sends nothing after its headers": { hang: "after-headers" },
} as const satisfies Record<string, ProviderBehavior>;

const late = {
  "closes the connection": { text: "one two three four five six", delayBetweenTokens: 5, cutAfter: 700 },
  "resets the connection": { text: "one two three four five six", delayBetweenTokens: 5, resetAfter: 700 },
  "sends an error": { text: "one two three", errorUnder200: "overloaded" },
  "sends nothing more": { text: "one two three", hang: "after-first-token" },
} as const satisfies Record<string, ProviderBehavior>;

const cases = [...Object.values<ProviderBehavior>(early), ...Object.values<ProviderBehavior>(late)];
const numberOf = (behavior: ProviderBehavior): number => cases.indexOf(behavior);
const usage = { prompt: 100, completion: 10 };
const goodCost = (100 * 2 + 10 * 8) / 1e6;

let bad: ProviderServer;
let good: ProviderServer;
let gateway: RunningGateway;
beforeAll(async () => {
  bad = await startProvider({ behave: ({ body }) => cases[Number(String(body.model).slice("case".length))] ?? {} });
  good = await startProvider({ behave: { text: "All is well.", usage } });
  const timeouts = { idle: 300 };
  // A failure says something about its provider, so each case has a provider of its own.
  const providers = cases.map((_, index) => [
    `bad${index}`,
    { kind: "openai-compatible", baseURL: `${bad.url}/v1`, apiKey: "$KEY", timeouts },
  ]);
  const config = {
    providers: {
      ...(Object.fromEntries(providers) as object),
      good: { kind: "openai-compatible", baseURL: `${good.url}/v1`, apiKey: "$KEY" },
    },
    models: cases.map((_, index) => ({
      id: `test/case${index}`,
      context: 100_000,
      endpoints: [
        { provider: `bad${index}`, model: `case${index}`, price: { prompt: 1, completion: 4 } },
        { provider: "good", model: "good", price: { prompt: 2, completion: 8 } },
      ],
    })),
    // It also limits the good provider, on a machine that is busy.
    routing: { firstTokenTimeout: 1500, retryBudget: { ratio: 1, perSecond: 100 } },
  };
  gateway = await startGateway({ config, env: { KEY: "key" } });
});
afterAll(async () => {
  await gateway?.stop();
  await Promise.all([bad?.stop(), good?.stop()]);
});

const send = (behavior: ProviderBehavior, stream: boolean): Promise<Response> =>
  fetch(`${gateway.baseURL}/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${gateway.key}`, "content-type": "application/json" },
    body: JSON.stringify({
      model: `test/case${numberOf(behavior)}`,
      stream,
      messages: [{ role: "user", content: "Hi" }],
      provider: { order: [`bad${numberOf(behavior)}`, "good"] },
    }),
  });

const requestsTo = (behavior: ProviderBehavior): number =>
  bad.requests.filter(({ body }) => body.model === `case${numberOf(behavior)}`).length;

const usageOfKey = async (): Promise<number> => {
  const response = await fetch(`${gateway.baseURL}/key`, { headers: { authorization: `Bearer ${gateway.key}` } });
  return ((await response.json()) as { data: { usage: number } }).data.usage;
};

interface Chunk {
  readonly provider?: string;
  readonly choices: readonly { readonly delta: { readonly content?: string }; readonly finish_reason: string | null }[];
  readonly usage?: { readonly cost: number };
  readonly error?: { readonly message: string };
}

const chunksOf = (text: string): Chunk[] =>
  text
    .split("\n")
    .flatMap((line) => (line.startsWith("data: {") ? [JSON.parse(line.slice("data: ".length)) as Chunk] : []));

describe("before the first token another provider answers, and only it is paid", () => {
  test.each(Object.entries<ProviderBehavior>(early))("when a provider %s", async (_, behavior) => {
    const before = await usageOfKey();
    const [response, stream] = await Promise.all([send(behavior, false), send(behavior, true)]);
    const completion = (await response.json()) as { provider: string; usage: { cost: number }; choices: unknown[] };
    expect(completion).toMatchObject({ provider: "good", choices: [{ message: { content: "All is well." } }] });
    expect(completion.usage.cost).toBeCloseTo(goodCost, 9);
    const chunks = chunksOf(await stream.text());
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("")).toBe("All is well.");
    expect(chunks.findLast((chunk) => chunk.usage)?.usage?.cost).toBeCloseTo(goodCost, 9);
    expect(requestsTo(behavior)).toBeGreaterThan(0);
    await expect.poll(usageOfKey).toBeCloseTo(before + 2 * goodCost, 9);
  });
});

describe("after the first token the stream ends with an error", () => {
  test.each(Object.entries<ProviderBehavior>(late))("when a provider %s", async (_, behavior) => {
    const asked = good.requests.length;
    const response = await send(behavior, true);
    expect(response.status).toBe(200);
    const chunks = chunksOf(await response.text());
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("")).toMatch(/^one/);
    expect(chunks.findLast(({ error }) => error)?.error?.message).toEqual(expect.any(String));
    expect(chunks.flatMap(({ choices }) => choices[0]?.finish_reason ?? [])).toEqual(["error"]);
    expect(good.requests.length).toBe(asked);
    await expect.poll(() => bad.open()).toBe(0);
  });
});
