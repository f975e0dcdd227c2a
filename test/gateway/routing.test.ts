// Routing through a gateway in this process, with providers on real sockets.
import { afterEach, describe, expect, test } from "vitest";
import { type RoutingGateway, type RoutingOptions, startRoutingGateway } from "../support/routing-gateway.ts";

let running: RoutingGateway | undefined;
const start = async (options: RoutingOptions): Promise<RoutingGateway> =>
  (running = await startRoutingGateway(options));
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

/** Provider → its share of the answers. */
async function shares({ ask }: RoutingGateway, count: number, input: object = {}): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (let turn = 0; turn < count; turn++) {
    const { provider } = await ask(input);
    found[provider] = (found[provider] ?? 0) + 1 / count;
  }
  return found;
}

const session = (id: string): object => ({ session_id: id });
const cached = (price: number): object => ({ prompt: price, completion: price, cacheRead: price / 10 });
const down = { status: 500 };
const tool = { type: "function", function: { name: "look", parameters: { type: "object", required: ["at"] } } };

test("endpoints of $1 and $3 are drawn 9 to 1", async () => {
  const gateway = await start({
    models: {
      "acme/one": [
        { provider: "a", price: 1 },
        { provider: "b", price: 3 },
      ],
    },
  });
  const { a = 0 } = await shares(gateway, 300);
  // Three standard errors of 300 draws.
  expect(Math.abs(a - 0.9)).toBeLessThan(0.052);
});

describe("preferences choose the provider", () => {
  test("as the table says", async () => {
    const { ask } = await start({
      models: {
        "acme/one": [
          { provider: "a", price: 1, quantization: "fp8", dataPolicy: { training: true } },
          { provider: "b", price: 2, quantization: "bf16", dataPolicy: { zdr: true, retentionDays: 0 } },
          { provider: "c", price: 3 },
        ],
      },
    });
    const rows: [input: object, providers: string][] = [
      [{ provider: { order: ["c"] } }, "c"],
      [{ provider: { order: ["b", "a"], allow_fallbacks: false } }, "b"],
      [{ provider: { only: ["c"] } }, "c"],
      [{ provider: { ignore: ["a", "b"] } }, "c"],
      [{ provider: { sort: "price" } }, "a"],
      [{ model: "acme/one:floor" }, "a"],
      [{ provider: { data_collection: "deny", sort: "price" } }, "b"],
      [{ provider: { zdr: true } }, "b"],
      [{ provider: { quantizations: ["bf16"] } }, "b"],
      [{ provider: { max_price: { prompt: 1 } } }, "a"],
    ];
    for (const [input, provider] of rows)
      for (let turn = 0; turn < 5; turn++) expect([input, (await ask(input)).provider]).toEqual([input, provider]);
  });

  test("without one that is left, the error names each excluded endpoint and why", async () => {
    const { ask } = await start({
      models: {
        "acme/one": [
          { provider: "a", price: 1 },
          { provider: "b", price: 5 },
        ],
      },
    });
    const { status, body } = await ask({ provider: { ignore: ["a"], max_price: { prompt: 2 } } });
    expect(status).toBe(404);
    expect(body.error.metadata.excluded_endpoints).toMatchObject([
      { endpoint: "a", reason: "ignored" },
      { endpoint: "b", reason: "price" },
    ]);
  });

  test("`allow_fallbacks: false` makes one attempt, at an endpoint that is in routing and no fallback", async () => {
    const gateway = await start({
      models: {
        "acme/one": [
          { provider: "a", price: 1, weight: 0 },
          { provider: "b", price: 1 },
          { provider: "c", price: 1 },
        ],
      },
    });
    await setEnabled(gateway, "acme/one#c", false);
    expect(await shares(gateway, 20, { provider: { allow_fallbacks: false } })).toEqual({ b: expect.closeTo(1) });
    gateway.behave("b", down);
    const { status, body } = await gateway.ask({ provider: { allow_fallbacks: false } });
    expect(status).toBeGreaterThanOrEqual(500);
    expect(body.openrouter_metadata.attempts).toHaveLength(1);
  });

  test("`preferred_max_latency` and `:nitro` follow the measured speed", async () => {
    const gateway = await start({
      models: {
        "acme/one": [
          { provider: "slow", price: 1 },
          { provider: "fast", price: 1.5 },
        ],
      },
    });
    const answer = { text: "one two three four five six" };
    gateway.behave("slow", { ...answer, delayToHeaders: 2000, delayBetweenTokens: 30 });
    gateway.behave("fast", answer);
    const only = (slug: string): object => ({ provider: { only: [slug] } });
    await shares(gateway, 20, only("fast"));
    await Promise.all(Array.from({ length: 20 }, () => gateway.ask(only("slow"))));
    expect(await shares(gateway, 10, { provider: { preferred_max_latency: 1.5 } })).toEqual({
      fast: expect.closeTo(1),
    });
    expect((await gateway.ask({ model: "acme/one:nitro" })).provider).toBe("fast");
  });
});

async function setEnabled({ send }: RoutingGateway, endpoint: string, enabled: boolean): Promise<void> {
  const { status } = await send("PUT", `/admin/api/endpoints/${encodeURIComponent(endpoint)}`, { enabled });
  expect(status).toBe(200);
}

test("an endpoint that an administrator took out of routing gets no requests until it is put back", async () => {
  const gateway = await start({ models: { "acme/one": [{ provider: "a" }, { provider: "b", weight: 0 }] } });
  await setEnabled(gateway, "acme/one#a", false);
  expect((await gateway.ask()).provider).toBe("b");
  await setEnabled(gateway, "acme/one#b", false);
  const refused = await gateway.ask();
  expect(refused.status).toBe(503);
  expect(refused.body.error.message).toContain("acme/one#a was taken out of routing");
  await setEnabled(gateway, "acme/one#a", true);
  expect((await gateway.ask()).provider).toBe("a");
});

test.each([{}, { tools: [tool] }, { provider: { sort: "price" } }])(
  "an endpoint of weight 0 is a fallback only: %j",
  async (input) => {
    const gateway = await start({
      models: {
        "acme/one": [
          { provider: "a", price: 0.1, weight: 0 },
          { provider: "b", price: 5 },
        ],
      },
    });
    expect(await shares(gateway, 10, input)).toEqual({ b: expect.closeTo(1) });
    gateway.behave("b", down);
    const { provider, body } = await gateway.ask(input);
    expect(provider).toBe("a");
    expect(body.openrouter_metadata).toMatchObject({
      attempt: 2,
      attempts: [
        { provider: "b", status: 502 },
        { provider: "a", status: 200 },
      ],
    });
  },
);

describe("fallback models", () => {
  const failures = {
    "no credit at the provider": { status: 402 },
    "a prompt that is too long": {
      status: 400,
      body: JSON.stringify({
        error: { code: "context_length_exceeded", message: "The maximum context length is 10." },
      }),
    },
    "an outage": down,
  };
  test.each(Object.entries(failures))("the next model answers after %s", async (_, failure) => {
    const gateway = await start({ models: { "acme/one": [{ provider: "a" }], "acme/two": [{ provider: "b" }] } });
    gateway.behave("a", failure);
    const { model, body } = await gateway.ask({ models: ["acme/one", "acme/two"], model: undefined });
    expect(model).toBe("acme/two");
    expect(body.openrouter_metadata.strategy).toBe("fallback");
  });

  test("aliases and routers name models, and a wrong name is refused", async () => {
    const { ask } = await start({
      models: { "acme/one": [{ provider: "a" }] },
      config: { aliases: { fast: "acme/one" } },
    });
    expect((await ask({ model: "fast" })).model).toBe("acme/one");
    expect((await ask({ model: "openrouter/auto" })).model).toBe("acme/one");
    expect((await ask({ model: "acme/none" })).status).toBe(400);
    expect((await ask({ model: "openrouter/fusion" })).body.error.message).toContain("This server does not support");
  });
});

describe("a conversation stays at the endpoint of its first success", () => {
  const long = {
    messages: [
      { role: "system", content: "Be brief. ".repeat(600) },
      { role: "user", content: "Hi" },
    ],
  };
  const models = {
    "acme/one": [
      { provider: "a", price: cached(1) },
      { provider: "b", price: cached(1) },
    ],
  };
  const usage = { prompt: 2000, completion: 4, cached: 1900 };

  test.each<[string, object, Record<string, string>]>([
    ["session_id", { ...long, ...session("s1") }, {}],
    ["x-session-id", long, { "x-session-id": "s2" }],
    ["the hash of the prompt", long, {}],
  ])("by %s, until it is down", async (_, input, headers) => {
    const gateway = await start({ models });
    for (const slug of ["a", "b"]) gateway.behave(slug, { usage });
    const { provider: first } = await gateway.ask(input, headers);
    for (let turn = 0; turn < 8; turn++) expect((await gateway.ask(input, headers)).provider).toBe(first);
    // One failure does not move the pin.
    let failing = true;
    gateway.behave(first, () => (failing ? down : { usage }));
    const { provider: second } = await gateway.ask(input, headers);
    expect(second).not.toBe(first);
    failing = false;
    expect((await gateway.ask(input, headers)).provider).toBe(first);
    failing = true;
    for (let turn = 0; turn < 8; turn++) await gateway.ask(input, headers);
    failing = false;
    expect((await gateway.ask(input, headers)).provider).toBe(second);
  });

  test.each([
    ["the configured time", undefined, 600_000],
    ["the longest cache that it marks", "1h", 3_600_000],
  ])("for %s", async (_, ttl, lasts) => {
    let time = Date.now();
    const gateway = await start({ models, now: () => time });
    for (const slug of ["a", "b"]) gateway.behave(slug, { usage });
    const [system, user] = long.messages as [{ content: string }, object];
    const marked = { type: "text", text: system.content, cache_control: { type: "ephemeral", ttl } };
    const messages = ttl ? [{ role: "system", content: [marked] }, user] : long.messages;
    const ask = async (): Promise<string> => (await gateway.ask({ messages, ...session("s") })).provider;
    const first = await ask();
    for (let turn = 0; turn < 5; turn++) {
      time += lasts - 1000;
      expect(await ask()).toBe(first);
    }
    const after = new Set<string>();
    for (let turn = 0; turn < 12; turn++) {
      time += lasts + 1000;
      after.add(await ask());
    }
    expect(after.size).toBe(2);
  });
});

describe("a customer's own key", () => {
  const models = {
    "acme/one": [
      { provider: "a", price: 1 },
      { provider: "b", price: 10 },
    ],
  };
  const keyOf = (gateway: RoutingGateway, slug: string): unknown =>
    gateway.provider(slug).requests.at(-1)?.headers.authorization;

  test("is used before the shared endpoints, which follow when it fails", async () => {
    const gateway = await start({ models, byok: [{ provider: "b" }] });
    const { provider, body } = await gateway.ask();
    expect([provider, body.usage.is_byok, keyOf(gateway, "b")]).toEqual(["b", true, "Bearer own"]);
    gateway.behave("b", { status: 401 });
    const next = await gateway.ask();
    expect([next.provider, next.body.usage.is_byok]).toEqual(["a", false]);
  });

  test("with `fallbackOnly` is used after the shared endpoints", async () => {
    const gateway = await start({
      models: { "acme/one": [{ provider: "a" }] },
      byok: [{ provider: "a", fallbackOnly: true }],
    });
    expect((await gateway.ask()).body.usage.is_byok).toBe(false);
    gateway.behave("a", ({ headers }) => (headers.authorization === "Bearer own" ? {} : { status: 429 }));
    expect((await gateway.ask()).body.usage.is_byok).toBe(true);
  });

  test("with `exclusive` is never replaced by the gateway's key at the provider", async () => {
    const gateway = await start({ models, byok: [{ provider: "b", exclusive: true }] });
    gateway.behave("a", down);
    gateway.behave("b", { status: 401 });
    expect((await gateway.ask()).status).toBeGreaterThanOrEqual(400);
    expect(gateway.provider("b").requests.map(({ headers }) => headers.authorization)).not.toContain("Bearer shared");
  });
});

test("a prepaid account without credit can use free models, and no unpriced ones", async () => {
  const gateway = await start({
    models: {
      "acme/one": [{ provider: "a", price: "free" }],
      "acme/two": [{ provider: "b", unpriced: true }],
      "acme/three": [{ provider: "a", price: 1 }],
    },
    config: { accounts: { default: { creditLimit: "prepaid" } } },
  });
  const statuses: number[] = [];
  for (const model of ["acme/one", "acme/two", "acme/three"]) statuses.push((await gateway.ask({ model })).status);
  expect(statuses).toEqual([200, 403, 402]);
});

test("Exacto prefers endpoints whose tool calls match their schemas", async () => {
  const gateway = await start({
    models: {
      "acme/one": [
        { provider: "bad", price: 1 },
        { provider: "good", price: 2 },
      ],
    },
  });
  gateway.behave("bad", { pieces: [], toolCall: { name: "look", arguments: {} } });
  gateway.behave("good", { pieces: [], toolCall: { name: "look", arguments: { at: 1 } } });
  for (const only of ["bad", "good"])
    for (let turn = 0; turn < 60; turn++) await gateway.ask({ tools: [tool], provider: { only: [only] } });
  expect((await gateway.ask({ tools: [tool] })).provider).toBe("good");
  expect((await gateway.ask({ model: "acme/one:exacto" })).provider).toBe("good");
});

test("the list of endpoints shows the uptime and speed of real traffic", async () => {
  const gateway = await start({ models: { "acme/one": [{ provider: "a" }, { provider: "b" }] } });
  let turn = 0;
  gateway.behave("a", () => (turn++ % 4 === 0 ? down : { text: "one two three", delayToHeaders: 20 }));
  for (let count = 0; count < 32; count++) await gateway.ask({ provider: { order: ["a"] } });
  const { body } = await gateway.send("GET", "/api/v1/models/acme/one/endpoints");
  const endpoints = body.data.endpoints as Record<string, number & Record<string, number>>[];
  const [a, b] = ["a", "b"].map((tag) => endpoints.find((endpoint) => String(endpoint.tag) === tag)!);
  expect(a!.uptime_last_5m).toBeLessThan(95);
  expect(b!).toMatchObject({ uptime_last_30m: 100, latency_last_30m: null });
  expect(a!.latency_last_30m!.p50).toBeGreaterThanOrEqual(15);
});

describe("the charge follows the tokens that the provider reports", () => {
  const price = {
    prompt: 1,
    completion: 2,
    cacheRead: 0.1,
    tiers: [{ promptTokens: 1000, prompt: 3, completion: 6, cacheRead: 0.3 }],
  };
  test.each<[string, { prompt: number; completion: number; cached?: number }, number]>([
    ["below a tier", { prompt: 1000, completion: 10 }, 1000 * 1 + 10 * 2],
    ["above a tier", { prompt: 1001, completion: 10 }, 1001 * 3 + 10 * 6],
    ["with cached tokens", { prompt: 900, completion: 10, cached: 800 }, 100 * 1 + 800 * 0.1 + 10 * 2],
    ["with cached tokens above a tier", { prompt: 2000, completion: 10, cached: 1500 }, 500 * 3 + 1500 * 0.3 + 10 * 6],
  ])("%s", async (_, usage, micros) => {
    const gateway = await start({ models: { "acme/one": [{ provider: "a", price }] } });
    gateway.behave("a", { usage });
    const { body } = await gateway.ask();
    expect(body.usage.cost).toBeCloseTo(micros / 1e6, 9);
    const { upstream_inference_prompt_cost: input, upstream_inference_completions_cost: output } =
      body.usage.cost_details;
    expect(input + output).toBeCloseTo(micros / 1e6, 9);
  });
});
