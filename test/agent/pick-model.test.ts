// pickModel: which model is selected, how few endpoints are loaded, and the error when none fits.
import { AgentError } from "@patchbay/agent";
import { pickModel, createPolicy, PolicyError, type ModelRequirements } from "@patchbay/agent/policy";
import { Patchbay, type Endpoint, type Model } from "@patchbay/client";
import { createModelCatalog, type ModelCatalog } from "@patchbay/client/catalog";
import { estimateCost } from "@patchbay/client/money";
import { createMockServer } from "@patchbay/mock-server";
import fc from "fast-check";
import { expect, test } from "vitest";

/** The mock server's catalog, and the models whose endpoints were loaded. */
function browse({ apiKey = "sk-or-v1-pick" } = {}): { catalogue: ModelCatalog; asked: string[] } {
  const server = createMockServer();
  const asked: string[] = [];
  const fetch = (request: Request): Promise<Response> => {
    const [, id] = /\/models\/(.+)\/endpoints$/.exec(decodeURIComponent(new URL(request.url).pathname)) ?? [];
    if (id !== undefined) asked.push(id);
    return server.fetch(request);
  };
  return { catalogue: createModelCatalog(new Patchbay({ apiKey, fetch, maxRetries: 0 })), asked };
}

interface Offer {
  readonly tag?: string;
  /** Of prompt and completion, USD per million tokens. */
  readonly price?: number | readonly [prompt: number, completion: number];
  readonly zdr?: boolean;
  readonly ms?: number;
  readonly rate?: number;
  readonly knows?: readonly string[];
  readonly context?: number;
}

/** A catalog of these models, each listed with the best values of its endpoints, and the models that were loaded. */
function shop(models: Readonly<Record<string, readonly Offer[]>>, changes: Partial<Model> = {}) {
  const asked: string[] = [];
  const perToken = (one: number): string => (one / 1_000_000).toFixed(12);
  const endpoints = new Map(
    Object.entries(models).map(([id, offers]) => [
      id,
      offers.map(({ tag = "near", price = 1, zdr = false, ms, rate, knows = [], context = 8000 }) => {
        const [prompt, completion] = typeof price === "number" ? [price, price] : price;
        return {
          zdr,
          tag,
          model_id: id,
          pricing: { prompt: perToken(prompt), completion: perToken(completion) },
          supported_parameters: knows,
          context_length: context,
          latency_last_30m: ms === undefined ? null : { p50: ms, p75: ms, p90: 3 * ms, p99: 9 * ms },
          throughput_last_30m: rate === undefined ? null : { p50: rate, p75: rate, p90: rate / 3, p99: rate / 9 },
        } as Endpoint & { zdr: boolean };
      }),
    ]),
  );
  const data = [...endpoints].map(([id, list]) => ({
    id,
    canonical_slug: id,
    architecture: { input_modalities: ["text"], output_modalities: ["text"] },
    pricing: list.toSorted((a, b) => Number(a.pricing.prompt) - Number(b.pricing.prompt))[0]!.pricing,
    supported_parameters: [...new Set(list.flatMap((one) => one.supported_parameters))],
    context_length: Math.max(...list.map((one) => one.context_length)),
    ...changes,
  }));
  const fetch = (request: Request): Promise<Response> => {
    const path = decodeURIComponent(new URL(request.url).pathname).replace("/api/v1/", "");
    const id = path.replace(/^models\/(.+)\/endpoints$/, "$1");
    if (path === "models") return Promise.resolve(Response.json({ data }));
    if (path === "endpoints/zdr")
      return Promise.resolve(Response.json({ data: [...endpoints.values()].flat().filter(({ zdr }) => zdr) }));
    asked.push(id);
    return Promise.resolve(Response.json({ data: { endpoints: endpoints.get(id) } }));
  };
  const client = new Patchbay({ apiKey: "sk-or-v1-pick", fetch, maxRetries: 0 });
  return { catalogue: createModelCatalog(client), asked };
}

const pick = async (from: { catalogue: ModelCatalog }, needs?: ModelRequirements): Promise<string> =>
  (await pickModel(from.catalogue, needs)).id;
const refusal = (from: { catalogue: ModelCatalog }, needs: ModelRequirements): Promise<unknown> =>
  pickModel(from.catalogue, needs).catch((thrown: unknown) => thrown);

test("the cheapest model that fits is picked, and only its endpoints are loaded", async () => {
  const at = browse();
  expect(await pick(at, { tools: true, inputModalities: ["image"], free: false })).toBe("google/gemma-3-27b-it");
  expect(at.asked).toEqual(["google/gemma-3-27b-it"]);
});

test("of equal models the first by id is picked, whatever the order of the list", async () => {
  expect(await pick(shop({ "b/one": [{}], "a/two": [{}], "a/one": [{}], "c/expensive": [{ price: 2 }] }))).toBe(
    "a/one",
  );
  expect(await pick(shop({ "a/one": [{}], "b/one": [{}] }))).toBe("a/one");
});

test("`expectedTokens` decides which model is cheapest", async () => {
  const at = shop({ "a/reads-well": [{ price: [0.1, 9] }], "b/writes-well": [{ price: [1, 1] }] });
  expect(await pick(at, { expectedTokens: { prompt: 100_000, completion: 100 } })).toBe("a/reads-well");
  expect(await pick(at, { expectedTokens: { prompt: 100, completion: 1000 } })).toBe("b/writes-well");
});

test("one endpoint must meet all requirements at once", async () => {
  const at = shop({
    "a/spread": [
      { price: 0.1, zdr: true },
      { tag: "far", price: 0.2, knows: ["tools"], context: 90_000 },
    ],
    "b/whole": [{ price: 0.5, zdr: true, knows: ["tools"], context: 90_000, ms: 300 }],
  });
  expect(await pick(at, { zdr: true })).toBe("a/spread");
  expect(await pick(at, { tools: true, minContextLength: 90_000 })).toBe("a/spread");
  expect(await pick(at, { zdr: true, tools: true })).toBe("b/whole");
  expect(await pick(at, { maxPromptPrice: 0.1, zdr: true })).toBe("a/spread");
  expect(await refusal(at, { maxPromptPrice: 0.1, tools: true })).toBeInstanceOf(AgentError);
  expect(await pick(at, { maxLatency: 300 })).toBe("b/whole");
});

test("the price of a model is that of the endpoint that fits, and models that cannot be cheaper are not loaded", async () => {
  const at = shop({
    "a/looks-cheap": [{ price: 0.1 }, { tag: "far", price: 3, zdr: true }],
    "b/is-cheap": [{ price: 0.5, zdr: true }],
    "c/same": [{ price: 0.5, zdr: true }],
    "d/expensive": [{ price: 0.6, zdr: true }],
  });
  expect(await pick(at, { zdr: true })).toBe("b/is-cheap");
  expect(at.asked).toEqual(["a/looks-cheap", "b/is-cheap", "c/same"]);
});

test("with `prefer` set to a speed the fastest endpoint that fits decides, at the requested percentile", async () => {
  const at = shop({
    "a/slow": [{ price: 0.1, ms: 900, rate: 20, zdr: true }],
    "b/fast": [{ price: 9, ms: 100, rate: 30 }],
    "c/quick": [{ price: 9, ms: 200, rate: 500, zdr: true }],
    "d/unknown": [{ price: 0.1 }],
  });
  expect(await pick(at, { prefer: "latency" })).toBe("b/fast");
  expect(await pick(at, { prefer: "latency", zdr: true })).toBe("c/quick");
  expect(await pick(at, { prefer: "throughput" })).toBe("c/quick");
  expect(await pick(at, { maxLatency: 200, minThroughput: 100 })).toBe("c/quick");
  expect(await pick(at, { minThroughput: 20 })).toBe("a/slow");
  expect(await pick(at, { minThroughput: 10, percentile: "p90" })).toBe("b/fast");
});

test("a service tier that was not requested makes no model cheap or fast", async () => {
  const flex = { tag: "near/flex", price: 0.1, ms: 10, zdr: true };
  const at = shop({ "a/tiers": [{ price: 2, ms: 500 }, flex], "b/plain": [{ price: 1, ms: 400 }] });
  expect(await pick(at)).toBe("b/plain");
  expect(await pick(at, { prefer: "latency" })).toBe("b/plain");
});

test("routers, aliases and unavailable models are never picked, although their price looks like zero", async () => {
  const router = { pricing: { prompt: "-1", completion: "-1" } };
  const alias = { alias_target: { name: "One", slug: "a/one" } };
  for (const change of [router, alias, { expiration_date: "2020-01-01" }])
    expect(await refusal(shop({ "a/one": [{}] }, change), {})).toBeInstanceOf(AgentError);
  expect(await pick(shop({ "a/one": [{}] }, { expiration_date: "9999-01-01" }))).toBe("a/one");
});

test("lists and a policy apply to the selection, and the selected model passes the policy", async () => {
  const at = browse();
  const personal = createPolicy({
    catalog: at.catalogue,
    zdr: true,
    providers: { only: ["azure"] },
    maxPrice: { prompt: 2 },
  });
  const id = await pick(at, { policy: personal, deny: ["openai/gpt-4o-mini"] });
  expect(id).toBe("openai/gpt-4.1");
  await personal.apply({ model: id, messages: [] });
  expect(await pick(at, { policy: personal, allow: ["openai/gpt-5"] })).toBe("openai/gpt-5");
});

test("when no model fits, the error has the number of models that each requirement excludes, and the nearest miss", async () => {
  const at = shop({
    "a/slow": [{ ms: 900, zdr: true, knows: ["tools"] }],
    "b/nearly": [{ ms: 510, zdr: true, knows: ["tools"], price: 2 }],
    "c/keeps": [{ ms: 10, knows: ["tools"] }],
    "d/mute": [{ ms: 10, zdr: true }],
  });
  const error = await refusal(at, { tools: true, zdr: true, maxLatency: 500 });
  expect(error).toBeInstanceOf(AgentError);
  const { message } = error as Error;
  expect(message).toContain("of 4 models tools rules out 1");
  expect(message).toContain("of the remaining 3 maxLatency rules out 2, zdr rules out 1");
  expect(message).toContain("The nearest is b/nearly, which has 510 ms (p50), not 500");
});

test("when the catalog alone excludes all models, the nearest miss is the one that lacks least", async () => {
  const at = browse();
  const error = await refusal(at, { minContextLength: 9_000_000, author: "cohere" });
  expect((error as Error).message).toMatch(
    /minContextLength rules out 49.*The nearest is cohere\/\S+, except for minContextLength\./,
  );
  expect(at.asked).toEqual([]);
});

test("a speed that is not measured is not fast enough", async () => {
  const error = await refusal(shop({ "a/one": [{}] }), { maxLatency: 9000 });
  expect((error as Error).message).toContain("a/one, which has no measurements");
});

test("a catalog that cannot be loaded is a separate error", async () => {
  const fetch = (): Promise<Response> =>
    Promise.resolve(Response.json({ error: { code: 503, message: "no" } }, { status: 503 }));
  const catalogue = createModelCatalog(new Patchbay({ apiKey: "sk-or-v1-pick", fetch, maxRetries: 0 }));
  await expect(pickModel(catalogue)).rejects.toMatchObject({ status: 503 });
  const broken = createPolicy({ catalog: catalogue, zdr: true });
  expect(await refusal(shop({ "a/one": [{}] }), { policy: broken })).toBeInstanceOf(PolicyError);
});

test.each<[Record<string, unknown>, RegExp]>([
  [{ prefer: "cheap" }, /`prefer`.*"price" or "latency"/],
  [{ maxLatency: -1 }, /`maxLatency`.*-1/],
  [{ expectedTokens: { input: 5 } }, /`expectedTokens`/],
  [{ percentile: "p95" }, /`percentile`/],
  [{ allow: [] }, /`allow`/],
  [{ policy: { zdr: true } }, /`policy`/],
  [{ zrd: true }, /Unknown option `zrd`/],
])("an invalid requirement is rejected: %j", async (needs, said) => {
  const at = browse();
  await expect(pickModel(at.catalogue, needs)).rejects.toThrow(AgentError);
  await expect(pickModel(at.catalogue, needs)).rejects.toThrow(said);
});

const offer = fc.record({
  tag: fc.constantFrom("near", "far"),
  price: fc.constantFrom(0.1, 0.2, 0.3, 0.4),
  zdr: fc.boolean(),
  ms: fc.constantFrom(100, 200, 300),
  rate: fc.constantFrom(10, 50),
  knows: fc.constantFrom<string[]>([], ["tools"]),
});
const offers = fc.uniqueArray(offer, { selector: ({ tag }) => tag, minLength: 1 });

test("the selected model is the one that a search over every endpoint finds", async () => {
  const needs = fc.record(
    {
      zdr: fc.boolean(),
      tools: fc.constant(true),
      maxPromptPrice: fc.constantFrom(0.1, 0.2, 0.3),
      maxLatency: fc.constantFrom(100, 200),
      prefer: fc.constantFrom("price" as const, "latency" as const, "throughput" as const),
    },
    { requiredKeys: [] },
  );
  const models = fc.dictionary(fc.constantFrom("a/a", "a/b", "a/c", "b/a", "b/b", "b/c", "c/a"), offers, {
    minKeys: 1,
  });
  await fc.assert(
    fc.asyncProperty(models, needs, async (all, wish) => {
      const fit = Object.entries(all).flatMap(([id, list]) =>
        list
          .filter(
            ({ zdr, knows, price, ms }) =>
              (!wish.zdr || zdr) &&
              (!wish.tools || knows.length > 0) &&
              price <= (wish.maxPromptPrice ?? 1) &&
              ms <= (wish.maxLatency ?? 1000),
          )
          .map(({ price, ms, rate }) => ({
            id,
            rank: { price, latency: ms, throughput: -rate }[wish.prefer ?? "price"],
          })),
      );
      const [best] = fit.toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
      const found = await pickModel(shop(all).catalogue, wish).catch((error: unknown) => {
        expect(error).toBeInstanceOf(AgentError);
      });
      expect(found?.id).toBe(best?.id);
    }),
    { numRuns: 200 },
  );
});

test("in the catalog of the mock server no fitting endpoint is cheaper than the selected one", async () => {
  const { catalogue } = browse();
  const usage = { prompt_tokens: 3000, completion_tokens: 200 };
  const { id } = await pickModel(catalogue, {
    zdr: true,
    tools: true,
    free: false,
    expectedTokens: { prompt: 3000, completion: 200 },
  });
  const costs = await Promise.all(
    (await catalogue.find({ tools: true, free: false })).map(async (model) => {
      const fit = (await catalogue.listZdrEndpoints(model.id)).filter(
        (one) => one.supported_parameters.includes("tools") && !/flex|priority/.test(one.tag),
      );
      return fit.map((one) => ({ id: model.id, cost: estimateCost(one, usage) }));
    }),
  );
  const [least] = costs.flat().toSorted((a, b) => (a.cost < b.cost ? -1 : 1));
  expect(id).toBe(least!.id);
});
