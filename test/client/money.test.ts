// Exact money: parsing and formatting USD, the cost of a response, and estimates from prices.
import {
  Patchbay,
  type ChatCompletion,
  type ChatCompletionRequest,
  type Endpoint,
  type Pricing,
} from "@patchbay/client";
import { getCost, estimateCost, formatUsd, parseUsd, type Usd } from "@patchbay/client/money";
import { createMockServer, type EndpointData, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { fleet, offer } from "../support/fleet.ts";

const one = 10n ** 18n;
const nano = 10n ** 9n;

/** Rounds up to a whole nano-USD, as OpenRouter charges. */
const charged = (amount: Usd): Usd => ((amount + nano - 1n) / nano) * nano;

function connect(server: MockServer): Patchbay {
  return new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
}

/** A server with one model, `acme/one`, at one dollar per million tokens, and other prices. */
function serve(
  pricing: Partial<Pricing>,
  options: MockServerOptions = {},
  more: Partial<EndpointData> = {},
): MockServer {
  const endpoint = offer("alpha", 2, more);
  const catalogue = fleet([{ ...endpoint, pricing: { ...endpoint.pricing, ...pricing } }]);
  return createMockServer({ catalog: catalogue, script: () => "four words it is", ...options });
}

async function endpointOf(client: Patchbay): Promise<Endpoint> {
  const { data } = await client.models.listEndpoints({ author: "acme", slug: "one" });
  return data.endpoints[0]!;
}

async function ask(client: Patchbay, input: Partial<ChatCompletionRequest> = {}): Promise<ChatCompletion> {
  return client.chat.completions.create({
    model: "acme/one",
    messages: [{ role: "user", content: "Hello there" }],
    ...input,
    stream: false,
  });
}

describe("USD amounts", () => {
  // Rows of a table cannot contain a bigint.
  test.each([
    { amount: "0", expected: String(0n) },
    { amount: "1", expected: String(one) },
    { amount: "0.25", expected: String(one / 4n) },
    { amount: ".5", expected: String(one / 2n) },
    { amount: "2.", expected: String(2n * one) },
    { amount: " 1 ", expected: String(one) },
    { amount: "+1", expected: String(one) },
    { amount: "-0.000000001", expected: String(-nano) },
    { amount: "0.00000015", expected: String(150n * nano) },
    { amount: "0.000000000000000001", expected: String(1n) },
    { amount: "1.50000000000000000000000", expected: String((3n * one) / 2n) },
    { amount: "1.5e-7", expected: String(150n * nano) },
    { amount: "15E-8", expected: String(150n * nano) },
    { amount: "1e3", expected: String(1000n * one) },
    { amount: 0.1, expected: String(one / 10n) },
    { amount: 1.5e-7, expected: String(150n * nano) },
    { amount: 1e21, expected: String(10n ** 39n) },
    { amount: -2, expected: String(-2n * one) },
  ])("$amount is parsed digit by digit", ({ amount, expected }) => {
    expect(String(parseUsd(amount))).toBe(expected);
  });

  test.each(["", ".", "-", "1,5", "1.2.3", "$1", "0x10", "1e", "1e1.5", "Infinity", "one", Number.NaN, Infinity])(
    "%j is not an amount, and the error shows it",
    (amount) => {
      expect(() => parseUsd(amount)).toThrow(RangeError);
      const shown = typeof amount === "string" ? JSON.stringify(amount) : String(amount);
      expect(() => parseUsd(amount)).toThrow(`The amount must be a decimal number of USD, got ${shown}.`);
    },
  );

  test("digits of a price beyond 10^-18 are rounded half up, like those of a number", () => {
    expect(parseUsd("0.00000013499999999999998")).toBe(134_999_999_999n + 1n);
    expect(parseUsd("0.0000000000000000015")).toBe(2n);
    expect(parseUsd("1e-19")).toBe(0n);
  });

  test.each([["1e401"], ["1e-401"], ["1".repeat(401)], ["1e999999999"]])(
    "an amount of extreme size is refused without computing it (%#)",
    (amount) => {
      expect(() => parseUsd(amount)).toThrow(RangeError);
    },
  );

  test("floating-point noise beyond 10^-18 is rounded away", () => {
    expect(parseUsd(0.000_001_400_000_000_000_000_1)).toBe(1_400n * nano);
    expect(parseUsd(0.000_014_849_999_999_999_998)).toBe(14_849_999_999_999n + 1n);
    expect(parseUsd(-1e-19)).toBe(0n);
  });

  test("a formatted amount is parsed back to the same amount", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 40n), 10n ** 40n), (amount) => {
        expect(parseUsd(formatUsd(amount))).toBe(amount);
      }),
    );
  });

  test("any finite number and its text are the same amount", () => {
    const short = fc.tuple(fc.maxSafeInteger(), fc.nat({ max: 15 })).map(([whole, power]) => whole / 10 ** power);
    const any = fc.double({ min: -1e300, max: 1e300, noNaN: true });
    fc.assert(
      fc.property(fc.oneof(short, any), (amount) => {
        expect(parseUsd(amount)).toBe(parseUsd(String(amount)));
      }),
      { numRuns: 1000 },
    );
  });

  test("sums are exact where floating-point numbers are not", () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(parseUsd(0.1) + parseUsd(0.2)).toBe(parseUsd(0.3));
    const million = Array.from({ length: 1000 }, () => parseUsd("0.00000015") * 1000n);
    expect(million.reduce((sum, cost) => sum + cost)).toBe(parseUsd("0.15"));
  });

  test.each([
    { amount: String(0n), decimals: undefined, text: "0" },
    { amount: String(150n * nano), decimals: undefined, text: "0.00000015" },
    { amount: String(-one / 2n), decimals: undefined, text: "-0.5" },
    { amount: String(12n * one), decimals: undefined, text: "12" },
    { amount: String(12n * one), decimals: 2, text: "12.00" },
    { amount: String((5n * one) / 1000n), decimals: 2, text: "0.01" },
    { amount: String((4n * one) / 1000n), decimals: 2, text: "0.00" },
    { amount: String((-5n * one) / 1000n), decimals: 2, text: "-0.01" },
    { amount: String((-4n * one) / 1000n), decimals: 2, text: "0.00" },
    { amount: String((999n * one) / 1000n), decimals: 2, text: "1.00" },
    { amount: String((3n * one) / 2n), decimals: 0, text: "2" },
    { amount: String(1n), decimals: 18, text: "0.000000000000000001" },
    { amount: String(1n), decimals: 20, text: "0.00000000000000000100" },
  ])("an amount with $decimals decimals is formatted as $text", ({ amount, decimals, text }) => {
    expect(formatUsd(BigInt(amount), decimals)).toBe(text);
  });
});

describe("the cost of a response", () => {
  test("is the cost of its usage, to the last digit", async () => {
    const reply = await ask(connect(serve({ prompt: "0.0000003", completion: "0.0000007" })));
    expect(getCost(reply)).toBe(parseUsd(String(reply.usage!.cost)));
    expect(getCost(reply)).toBe(BigInt(reply.usage!.prompt_tokens) * 300n * nano + 4n * 700n * nano);
  });

  test("adds up to what was charged to the balance", async () => {
    const server = createMockServer({ credits: 1 });
    const client = connect(server);
    let sum = 0n;
    for (const content of ["one", "two", "three"])
      sum += getCost(await ask(client, { model: "openai/gpt-4o-mini", messages: [{ role: "user", content }] }));
    const { data } = await new Patchbay({ apiKey: "sk-or-mgmt-test", fetch: server.fetch }).credits.get();
    expect(parseUsd(data.total_usage)).toBe(sum);
  });

  test("includes the provider's charge with a BYOK key", async () => {
    const server = serve({ request: "0.01" }, { byokKeys: [{ provider: "alpha" }], byokMonthlyAllowance: 0 });
    const reply = await ask(connect(server));
    expect(reply.usage!.is_byok).toBe(true);
    const listPrice = estimateCost(await endpointOf(connect(server)), reply.usage!);
    expect(parseUsd(reply.usage!.cost!)).toBe(charged(listPrice / 20n));
    expect(getCost(reply)).toBe(charged(listPrice / 20n) + listPrice);
  });

  test("already includes the provider's charge without a BYOK key", () => {
    const cost_details = {
      upstream_inference_cost: 0.25,
      upstream_inference_prompt_cost: 0.1,
      upstream_inference_completions_cost: 0.15,
    };
    const usage = { cost: 0.5, is_byok: false, cost_details };
    expect(getCost({ usage })).toBe(one / 2n);
    expect(getCost({ usage: { ...usage, is_byok: true } })).toBe((3n * one) / 4n);
  });

  test("is zero without a usage", () => {
    expect(getCost({})).toBe(0n);
    expect(getCost({ usage: undefined })).toBe(0n);
    expectTypeOf(getCost({})).toEqualTypeOf<bigint>();
  });
});

describe("an estimate from the catalog's prices", () => {
  test("equals the charge of the API, for every endpoint of every chat model", async () => {
    // Before the first of them is taken out of service.
    const client = connect(createMockServer({ credits: 1000, now: () => Date.parse("2025-09-01T12:00:00Z") }));
    const { data: models } = await client.models.list();
    let compared = 0;
    let reasoned = 0;
    let cached = 0;
    for (const { id } of models) {
      const [author = "", slug = ""] = id.split("/");
      const { data } = await client.models.listEndpoints({ author, slug });
      for (const endpoint of data.endpoints) {
        // A repeated prefix is read from the cache if the endpoint has one.
        const system = { role: "system", content: "word ".repeat(1500) } as const;
        for (const content of ["Hello there", "And what else?"]) {
          const input = {
            model: id,
            messages: [system, { role: "user", content }],
            provider: { only: [endpoint.tag], allow_fallbacks: false },
          } satisfies ChatCompletionRequest;
          const { usage, provider } = await client.chat.completions.create(input);
          expect({ id, provider }).toEqual({ id, provider: endpoint.provider_name });
          const place = { id, tag: endpoint.tag };
          expect({ ...place, cost: charged(estimateCost(endpoint, usage!)) }).toEqual({
            ...place,
            cost: parseUsd(usage!.cost!),
          });
          compared += 1;
          reasoned += usage!.completion_tokens_details!.reasoning_tokens ? 1 : 0;
          cached += usage!.prompt_tokens_details!.cached_tokens ? 1 : 0;
        }
      }
    }
    expect(compared).toBeGreaterThan(150);
    expect(reasoned).toBeGreaterThan(20);
    expect(cached).toBeGreaterThan(10);
  });

  test("uses the price of cache writes", async () => {
    const client = connect(createMockServer());
    const { data } = await client.models.listEndpoints({ author: "anthropic", slug: "claude-haiku-4.5" });
    const endpoint = data.endpoints.find(({ tag }) => tag === "anthropic")!;
    const cache_control = { type: "ephemeral" } as const;
    const input = {
      model: "anthropic/claude-haiku-4.5",
      provider: { only: ["anthropic"] },
      messages: [
        { role: "system", content: [{ type: "text", text: "word ".repeat(3000), cache_control }] },
        { role: "user", content: "Hi" },
      ],
    } satisfies ChatCompletionRequest;
    const { usage: writing } = await client.chat.completions.create(input);
    const { usage: reading } = await client.chat.completions.create(input);
    expect(writing!.prompt_tokens_details!.cache_write_tokens).toBeGreaterThan(2500);
    expect(charged(estimateCost(endpoint, writing!))).toBe(parseUsd(writing!.cost!));
    expect(reading!.prompt_tokens_details!.cached_tokens).toBe(writing!.prompt_tokens_details!.cache_write_tokens);
    expect(charged(estimateCost(endpoint, reading!))).toBe(parseUsd(reading!.cost!));
    expect(reading!.cost).toBeLessThan(writing!.cost!);
  });

  test("uses the overrides of the catalog for a long prompt", async () => {
    const client = connect(createMockServer({ script: () => "short" }));
    const { data } = await client.models.listEndpoints({ author: "anthropic", slug: "claude-sonnet-4.5" });
    const endpoint = data.endpoints.find(({ tag }) => tag === "anthropic")!;
    const { usage } = await client.chat.completions.create({
      model: "anthropic/claude-sonnet-4.5",
      provider: { only: ["anthropic"] },
      messages: [{ role: "user", content: "word ".repeat(200_000) }],
    });
    expect(usage!.prompt_tokens).toBeGreaterThan(200_000);
    expect(charged(estimateCost(endpoint, usage!))).toBe(parseUsd(usage!.cost!));
    const { overrides: _, ...plain } = endpoint.pricing;
    expect(estimateCost({ pricing: plain }, usage!)).toBeLessThan(estimateCost(endpoint, usage!));
  });

  test("applies overrides by prompt length, time and day, later ones first", async () => {
    let now = Date.parse("2025-11-21T12:00:00Z"); // a Friday
    const overrides = [
      { min_prompt_tokens: 1000, prompt: "0.000002" },
      { utc_start: 2300, utc_end: 600, completion: "0.0000005" },
      { utc_start: 900, utc_end: 1700, completion: "0.0000007" },
      { utc_days: ["saturday"], prompt: "0.000003" },
    ];
    const client = connect(serve({ overrides }, { now: () => now }));
    const endpoint = await endpointOf(client);
    const seen = new Set<Usd>();
    for (const time of [
      "2025-11-21T08:59",
      "2025-11-21T09:00",
      "2025-11-21T16:59",
      "2025-11-21T17:00",
      "2025-11-21T22:59",
      "2025-11-21T23:00",
      "2025-11-22T05:59",
      "2025-11-22T06:00",
      "2025-11-23T00:00",
    ])
      for (const content of ["short", "long ".repeat(1500)]) {
        now = Date.parse(`${time}:00Z`);
        const { usage } = await ask(client, { messages: [{ role: "user", content }] });
        const estimate = estimateCost(endpoint, usage!, new Date(now));
        expect({ time, cost: charged(estimate) }).toEqual({ time, cost: parseUsd(usage!.cost!) });
        seen.add(estimate);
      }
    expect(seen.size).toBe(10);
  });

  test("applies the discount to every price, and adds the price of a request", async () => {
    const client = connect(serve({ discount: 0.15, request: "0.001" }));
    const endpoint = await endpointOf(client);
    const { usage } = await ask(client);
    expect(charged(estimateCost(endpoint, usage!))).toBe(parseUsd(usage!.cost!));
    expect(estimateCost(endpoint, usage!)).toBe(
      ((BigInt(usage!.prompt_tokens + 4) * 1000n * nano + one / 1000n) * 85n) / 100n,
    );
  });

  test("uses the price of reasoning, and the completion's if there is none", async () => {
    const script = (): { reasoning: string; content: string } => ({ reasoning: "let me think", content: "ok" });
    for (const pricing of [{ internal_reasoning: "0.000003" }, {}]) {
      const client = connect(serve(pricing, { script }));
      const { usage } = await ask(client);
      expect(usage!.completion_tokens_details!.reasoning_tokens).toBe(3);
      const reasoning = pricing.internal_reasoning ? 3000n : 1000n;
      const expected = BigInt(usage!.prompt_tokens + 1) * 1000n * nano + 3n * reasoning * nano;
      expect(estimateCost(await endpointOf(client), usage!)).toBe(expected);
      expect(parseUsd(usage!.cost!)).toBe(expected);
    }
  });

  test("uses the prices of prompt audio and output images", async () => {
    const catalogue = fleet([
      {
        ...offer("alpha", 2),
        pricing: { prompt: "0.000001", completion: "0.000002", audio: "0.00004", image_output: "0.00003" },
      },
    ]);
    const architecture = {
      modality: "text+audio->text+image",
      input_modalities: ["text", "audio"],
      output_modalities: ["text", "image"],
    };
    const server = createMockServer({
      catalog: { ...catalogue, models: [{ ...catalogue.models[0]!, architecture }] },
    });
    const client = connect(server);
    const sound = { type: "input_audio", input_audio: { data: "A".repeat(8000), format: "wav" } } as const;
    const endpoint = await endpointOf(client);
    const { usage: heard } = await ask(client, { messages: [{ role: "user", content: [sound] }] });
    expect(heard!.prompt_tokens_details!.audio_tokens).toBe(10);
    expect(charged(estimateCost(endpoint, heard!))).toBe(parseUsd(heard!.cost!));
    const { usage: drawn } = await ask(client, { modalities: ["image", "text"] });
    expect(drawn!.completion_tokens_details!.image_tokens).toBe(1290);
    expect(charged(estimateCost(endpoint, drawn!))).toBe(parseUsd(drawn!.cost!));
  });

  test("of a model is that of its first endpoint, and needs only two counts", async () => {
    const client = connect(createMockServer());
    const { data: model } = await client.models.get({ author: "openai", slug: "gpt-5-mini" });
    expect(formatUsd(estimateCost(model, { prompt_tokens: 1200, completion_tokens: 300 }))).toBe("0.0009");
  });
});

test("a router has no price of its own, and estimateCost throws an error that says so", () => {
  const router = { pricing: { prompt: "-1", completion: "-1" } };
  expect(() => estimateCost(router, { prompt_tokens: 1, completion_tokens: 1 })).toThrow(/router and has no price/);
});
