// Policies: which requests pass, what the policy adds to them, and that a rejected request is not sent.
import { createAgent, AgentError, fallback, tool } from "@patchbay/agent";
import {
  createPolicy,
  PolicyError,
  type Policy,
  type PolicyOptions,
  type PolicyViolationCode,
} from "@patchbay/agent/policy";
import { Patchbay, type ChatCompletionRequest, type Endpoint, type Model } from "@patchbay/client";
import { createModelCatalog, type ModelCatalog } from "@patchbay/client/catalog";
import {
  createMockServer,
  type CatalogData,
  type DataPolicy,
  type EndpointData,
  type MockServer,
} from "@patchbay/mock-server";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";

const zdr = { training: false, retention_days: 0, zdr: true };
const keeps = { training: false, retention_days: 30, zdr: false };
const trains = { training: true, retention_days: null, zdr: false };

function endpoint(tag: string, perMillion: number, data_policy: DataPolicy): EndpointData {
  const price = (perMillion / 1_000_000).toFixed(12);
  return { provider: tag.split("/")[0]!, tag, pricing: { prompt: price, completion: price }, data_policy };
}

/** Each model hides its safe endpoints in a different way. */
const catalogData: CatalogData = {
  providers: ["near", "far", "loud"].map((slug) => ({ name: slug, slug, privacy_policy_url: null })),
  models: [
    { id: "acme/safe", endpoints: [endpoint("near", 0.3, zdr), endpoint("far/eu", 0.5, zdr)] },
    { id: "acme/split", endpoints: [endpoint("near", 0.1, keeps), endpoint("far/us", 0.9, zdr)] },
    { id: "acme/keeps", endpoints: [endpoint("near", 0.1, keeps), endpoint("near/flex", 0.05, zdr)] },
    { id: "acme/keeps:free", endpoints: [endpoint("loud", 0, trains)] },
    { id: "other/safe", endpoints: [endpoint("loud", 0.2, trains), endpoint("near", 0.4, zdr)] },
    { id: "other/safe:free", endpoints: [endpoint("near", 0, zdr)] },
  ].map((model) => ({ ...model, context_length: 8000 })),
  aliases: { "~acme/safe-latest": "acme/safe" },
};

let server: MockServer;
let client: Patchbay;
let catalogue: ModelCatalog;

beforeEach(() => {
  server = createMockServer({ catalog: catalogData });
  client = new Patchbay({ apiKey: "sk-or-v1-policy", fetch: server.fetch, maxRetries: 0 });
  catalogue = createModelCatalog(client);
});

const messages: ChatCompletionRequest["messages"] = [{ role: "user", content: "Hi" }];
const gate = (options: Omit<PolicyOptions, "catalog">): Policy => createPolicy({ catalog: catalogue, ...options });
const chats = (): number => server.journal.entries({ operation: "chat.completions.create" }).length;

/** The result of a policy for a request: the violation codes, or undefined. */
async function refusals(
  one: Policy,
  request: Partial<ChatCompletionRequest>,
): Promise<PolicyViolationCode[] | undefined> {
  const error = await one.apply({ messages, ...request }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error !== undefined) expect(error).toBeInstanceOf(PolicyError);
  return (error as PolicyError | undefined)?.violations.map(({ code: reason }) => reason);
}

/** The provider that answered a request that passed. */
async function served(one: Policy, request: Partial<ChatCompletionRequest>): Promise<string | undefined> {
  await client.chat.completions.create(await one.apply({ messages, ...request }));
  return server.journal.last!.attempts[0]?.provider;
}

test("a request that passes goes to a provider with zero data retention, although another one is cheaper", async () => {
  expect(await served(gate({ zdr: true }), { model: "acme/split" })).toBe("far");
  expect(await served(gate({ zdr: true }), { model: "other/safe:nitro" })).toBe("near");
  expect(server.journal.last!.input).toMatchObject({ provider: { zdr: true } });
});

test.each<[string, Omit<PolicyOptions, "catalog">, Partial<ChatCompletionRequest>, PolicyViolationCode[] | undefined]>([
  ["is on the allow-list by its author", { allow: ["acme/*"] }, { model: "acme/keeps" }, undefined],
  ["is on the allow-list by its id", { allow: ["acme/safe"] }, { model: "acme/safe:floor" }, undefined],
  ["is not on the allow-list", { allow: ["acme/*"] }, { model: "other/safe" }, ["not_allowed"]],
  [
    "is a free variant of one that is allowed",
    { allow: ["other/safe"] },
    { model: "other/safe:free" },
    ["not_allowed"],
  ],
  ["is denied", { deny: ["acme/*"] }, { model: "acme/safe:nitro" }, ["denied"]],
  ["is a free variant of one that is denied", { deny: ["other/safe"] }, { model: "other/safe:free" }, ["denied"]],
  ["has data retention at every provider", { zdr: true }, { model: "acme/keeps" }, ["data_retention"]],
  [
    "is free, without a provider that excludes training",
    { dataCollection: "deny" },
    { model: "acme/keeps:free" },
    ["data_training"],
  ],
  ["is free, with zero data retention", { dataCollection: "deny" }, { model: "other/safe:free" }, undefined],
  ["costs exactly maxPrice", { maxPrice: { prompt: 0.3, completion: 0.3 } }, { model: "acme/safe" }, undefined],
  ["costs more than maxPrice", { maxPrice: { completion: 0.299 } }, { model: "acme/safe" }, ["price_exceeded"]],
  [
    "is cheap with data retention, and expensive without",
    { zdr: true, maxPrice: { prompt: 0.5 } },
    { model: "acme/split" },
    ["price_exceeded"],
  ],
  [
    "has zero data retention at other providers only",
    { zdr: true, providers: { only: ["near"] } },
    { model: "acme/split" },
    ["provider_not_allowed"],
  ],
  ["is served in the right region", { providers: { only: ["far/eu"] } }, { model: "acme/safe" }, undefined],
  [
    "is served in the wrong region",
    { providers: { only: ["far/eu"] } },
    { model: "acme/split" },
    ["provider_not_allowed"],
  ],
  [
    "is served by ignored providers only",
    { providers: { ignore: ["loud"] } },
    { model: "acme/keeps:free" },
    ["provider_not_allowed"],
  ],
  [
    "is requested from a provider that is not allowed",
    { providers: { only: ["far"] } },
    { model: "acme/safe", provider: { only: ["near"] } },
    ["provider_not_allowed"],
  ],
  [
    "is cheap in a service tier that was not requested",
    { zdr: true, maxPrice: { prompt: 0.05 } },
    { model: "acme/keeps" },
    ["data_retention"],
  ],
  [
    "is cheap in the requested service tier",
    { zdr: true, maxPrice: { prompt: 0.05 } },
    { model: "acme/keeps:floor" },
    undefined,
  ],
  [
    "is served in a service tier of an ignored provider",
    { providers: { ignore: ["near"] } },
    { model: "acme/keeps:floor" },
    ["provider_not_allowed"],
  ],
  ["is missing", { zdr: true }, {}, ["unknown_model"]],
  ["is unknown", { allow: ["acme/*"] }, { model: "acme/gone" }, ["unknown_model"]],
  ["is a router", { allow: ["openrouter/*"] }, { model: "openrouter/auto" }, ["unknown_model"]],
  ["is an alias", { deny: ["other/*"] }, { model: "~acme/safe-latest" }, ["unknown_model"]],
  ["is a preset", { maxPrice: { prompt: 1 } }, { model: "@preset/mail" }, ["unknown_model"]],
  ["is a preset of a model", { zdr: true }, { model: "acme/safe@preset/mail" }, ["unknown_model"]],
  ["is requested with a preset", { zdr: true }, { model: "acme/safe", preset: "mail" }, ["unknown_model"]],
  ["searches the web", { zdr: true }, { model: "acme/safe:online" }, ["third_party"]],
])("a model that %s: %j, %j", async (_, options, request, expected) => {
  expect(await refusals(gate(options), request)).toEqual(expected);
  if (!expected) await served(gate(options), request);
});

test("a free model that `allow` names is requested, and OpenRouter still enforces the policy", async () => {
  const careful = gate({ dataCollection: "deny", allow: ["acme/keeps:free"] });
  const passed = await careful.apply({ messages, model: "acme/keeps:free" });
  await expect(client.chat.completions.create(passed)).rejects.toMatchObject({ status: 404 });
});

test("all models of a list must pass, and the error names each one that does not", async () => {
  const error = await gate({ name: "personal data", zdr: true, allow: ["acme/*"] })
    .apply({ messages, model: "acme/keeps", models: ["acme/safe", "other/safe", "openrouter/auto"] })
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    policy: "personal data",
    violations: [
      { model: "acme/keeps", code: "data_retention" },
      { model: "other/safe", code: "not_allowed" },
      { model: "openrouter/auto", code: "unknown_model" },
    ],
  });
  const { message } = error as Error;
  for (const words of [
    "personal data",
    "acme/keeps",
    "near without",
    "other/safe",
    "openrouter/auto",
    "No request was sent",
  ])
    expect(message).toContain(words);
});

test.each<[what: string, request: Partial<ChatCompletionRequest>]>([
  ["a search tool", { tools: [{ type: "openrouter:web_search" }] }],
  ["a tool that asks other models", { tools: [{ type: "openrouter:subagent" }] as never }],
  ["an unknown tool", { tools: [{ type: "openrouter:new" }] as never }],
  ["a tool that is forced", { tool_choice: { type: "openrouter:web_search" } }],
  ["a search plugin", { plugins: [{ id: "web" }] }],
  ["an unknown plugin", { plugins: [{ id: "new" }] as never }],
  ["a reader of files", { plugins: [{ id: "file-parser", pdf: { engine: "mistral-ocr" } }] }],
  ["the provider's own search", { web_search_options: {} }],
])("personal data does not go to third parties through %s, unless the policy allows it", async (_, request) => {
  const asked = { model: "acme/safe", ...request };
  expect(await refusals(gate({ zdr: true }), asked)).toEqual(["third_party"]);
  expect(await refusals(gate({ dataCollection: "deny" }), asked)).toEqual(["third_party"]);
  expect(await refusals(gate({ zdr: true, allowThirdParties: true }), asked)).toBeUndefined();
  expect(await refusals(gate({ allow: ["acme/*"] }), asked)).toBeUndefined();
});

test("local tools, the clock, and plugins that are off or stay within OpenRouter pass every policy", async () => {
  const passed = await gate({ zdr: true }).apply({
    messages,
    model: "acme/safe",
    tools: [{ type: "openrouter:datetime" }, { type: "function", function: { name: "own" } }],
    plugins: [{ id: "web", enabled: false }, { id: "response-healing" }],
  });
  expect(passed.tools).toHaveLength(2);
  expect(passed.plugins).toEqual([{ id: "response-healing" }, { id: "web", enabled: false }]);
});

test("a file is read by the model or rejected", async () => {
  const file = {
    type: "file" as const,
    file: { filename: "a.pdf", file_data: "data:application/pdf;base64,JVBERi0=" },
  };
  const request = { model: "acme/safe", messages: [{ role: "user" as const, content: [file] }] };
  const passed = await gate({ zdr: true }).apply(request);
  expect(passed.plugins).toContainEqual({ id: "file-parser", pdf: { engine: "native" } });
  await expect(client.chat.completions.create(passed)).rejects.toMatchObject({ status: 404 });
});

test("the stricter of two constraints applies, and all others are unchanged", async () => {
  const request: ChatCompletionRequest = {
    messages,
    model: "acme/safe",
    provider: {
      zdr: false,
      data_collection: "allow",
      max_price: { prompt: "0.5", completion: 9, audio: 7 },
      only: ["FAR", "loud"],
      ignore: ["absent"],
      sort: "price",
    },
  };
  const before = structuredClone(request);
  const strict = gate({
    zdr: true,
    dataCollection: "deny",
    maxPrice: { prompt: 0.7, completion: 0.6, request: 0 },
    providers: { only: ["near", "far/eu"], ignore: ["loud"] },
  });
  expect((await strict.apply(request)).provider).toEqual({
    zdr: true,
    data_collection: "deny",
    max_price: { prompt: "0.5", completion: "0.6", request: "0", audio: 7 },
    only: ["far/eu"],
    ignore: ["absent", "loud"],
    sort: "price",
  });
  expect(request).toEqual(before);
});

test("a policy without constraints passes every request unchanged and looks nothing up", async () => {
  const request: ChatCompletionRequest = { messages, model: "openrouter/auto", plugins: [{ id: "web" }] };
  expect(await gate({ name: "public" }).apply(request)).toBe(request);
  expect(server.journal.count).toBe(0);
});

test("no request passes while the catalog cannot be loaded, and requests pass again afterwards", async () => {
  server.on({ operation: "models.list" }, { times: 1 }).reply({ status: 503 });
  const careful = gate({ allow: ["acme/*"] });
  const error = await careful.apply({ messages, model: "acme/safe" }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    violations: [{ model: "acme/safe", code: "catalog_unavailable" }],
    cause: { status: 503 },
  });
  expect(await refusals(careful, { model: "acme/safe" })).toBeUndefined();
});

test("constraints on endpoints cannot be checked without the list of endpoints", async () => {
  server.on({ operation: "endpoints.listZdr" }).reply({ status: 500 });
  expect(await refusals(gate({ zdr: true }), { model: "acme/safe" })).toEqual(["catalog_unavailable"]);
});

/** A catalog of these models, all with the same endpoints. */
function books(
  models: readonly Partial<Model>[],
  endpoints: readonly Partial<Endpoint>[] = [],
): PolicyOptions["catalog"] {
  const whole = models.map((model) => ({
    canonical_slug: model.id,
    architecture: { tokenizer: "GPT" },
    pricing: { prompt: "0.000001", completion: "0.000001" },
    ...model,
  }));
  const list = endpoints.map((one) => ({ tag: "near", pricing: whole[0]!.pricing, ...one }) as Endpoint);
  return {
    list: () => Promise.resolve(whole as Model[]),
    listEndpoints: () => Promise.resolve(list),
    listZdrEndpoints: () => Promise.resolve(list),
  };
}

test("a router or an alias in the catalog is rejected as a model", async () => {
  const routers = books([
    { id: "openrouter/auto", pricing: { prompt: "-1", completion: "-1" } },
    {
      id: "openrouter/free",
      pricing: { prompt: "0", completion: "0" },
      architecture: { tokenizer: "Router" } as never,
    },
    { id: "~acme/latest", alias_target: { name: "Safe", slug: "acme/safe" } },
  ]);
  const models = ["openrouter/auto", "openrouter/free", "~acme/latest"];
  const all = createPolicy({ catalog: routers, allow: ["openrouter/*", "~acme/*"] });
  expect(await refusals(all, { models })).toEqual(["unknown_model", "unknown_model", "unknown_model"]);
});

test("a canonical slug means the model that has it, not a free variant that shares it", async () => {
  const shared = books([
    { id: "acme/one:free", canonical_slug: "acme/one-2025" },
    { id: "acme/one", canonical_slug: "acme/one-2025" },
    { id: "acme/two:free", canonical_slug: "acme/two" },
  ]);
  const one = createPolicy({ catalog: shared, allow: ["acme/one", "acme/two:free"] });
  expect(await refusals(one, { model: "acme/one-2025" })).toBeUndefined();
  expect(await refusals(one, { model: "acme/two" })).toEqual(["unknown_model"]);
});

test("prices are compared exactly, after the discount, and include those per request and per image", async () => {
  const priced = (pricing: Partial<Endpoint["pricing"]>): PolicyOptions["catalog"] =>
    books([{ id: "acme/one" }], [{ pricing: { prompt: "0.0000003", completion: "0.000000000000000001", ...pricing } }]);
  const says = (
    pricing: Partial<Endpoint["pricing"]>,
    maxPrice: PolicyOptions["maxPrice"] & object,
  ): Promise<unknown> => refusals(createPolicy({ catalog: priced(pricing), maxPrice }), { model: "acme/one" });
  expect(await says({}, { prompt: 0.3 })).toBeUndefined();
  expect(await says({}, { completion: 1e-12 })).toBeUndefined();
  expect(await says({}, { completion: 0 })).toEqual(["price_exceeded"]);
  expect(await says({ discount: 0.5 }, { prompt: 0.15 })).toBeUndefined();
  expect(await says({ discount: 0.5 }, { prompt: 0.149 })).toEqual(["price_exceeded"]);
  expect(await says({ request: "0.005" }, { prompt: 0.3 })).toBeUndefined();
  expect(await says({ request: "0.005" }, { request: 0.004 })).toEqual(["price_exceeded"]);
  expect(await says({ image: "0.001" }, { image: 0 })).toEqual(["price_exceeded"]);
});

test("an endpoint that is offline serves no request", async () => {
  const off = books([{ id: "acme/one" }], [{ status: -10 }]);
  expect(await refusals(createPolicy({ catalog: off, zdr: true }), { model: "acme/one" })).toEqual(["unavailable"]);
});

test.each<[options: Record<string, unknown>, said: RegExp]>([
  [{ allow: [] }, /`allow`.* got \[\]/],
  [{ allow: ["acme"] }, /`allow`.*acme/],
  [{ allow: ["*/tiny"] }, /`allow`/],
  [{ allow: ["acme/*-mini"] }, /`allow`/],
  [{ allow: undefined }, /`allow`.*undefined/],
  [{ deny: "acme/*" }, /`deny`/],
  [{ zdr: "yes" }, /`zdr`.*"yes"/],
  [{ dataCollection: "never" }, /`dataCollection`.*"deny"/],
  [{ maxPrice: { prompt: -1 } }, /`maxPrice`.*-1/],
  [{ maxPrice: { prompt: Number.NaN } }, /`maxPrice`/],
  [{ maxPrice: { input: 1 } }, /`maxPrice`.*input/],
  [{ maxPrice: {} }, /`maxPrice`/],
  [{ providers: { only: [] } }, /`providers`/],
  [{ providers: ["azure"] }, /`providers`/],
  [{ zrd: true }, /Unknown option `zrd`/],
  [{ toString: true }, /Unknown option `toString`/],
  [{ catalog: undefined, zdr: true }, /`catalog`/],
])("invalid policy options are rejected: %j", (options, said) => {
  const make = (): Policy => createPolicy({ catalog: catalogue, ...options });
  expect(make).toThrow(AgentError);
  expect(make).toThrow(said);
});

const slugs = fc.option(fc.uniqueArray(fc.constantFrom("near", "far", "far/eu", "far/us", "loud"), { minLength: 1 }), {
  nil: undefined,
});
const amount = fc.option(fc.constantFrom(0, 0.1, 0.3, 0.5, 1), { nil: undefined });
const defined = (value: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
const wishes = fc.record({ zdr: fc.boolean(), prompt: amount, only: slugs, ignore: slugs });

test("whatever the constraints, a request that passes is answered by an endpoint that meets them, and is unchanged the second time", async () => {
  const names = catalogData.models.flatMap(({ id }) => (id.endsWith(":free") ? [id] : [id, `${id}:floor`]));
  let asking = 0;
  await fc.assert(
    fc.asyncProperty(wishes, wishes, fc.constantFrom(...names), async (own, asked, model) => {
      const { zdr, prompt, only, ignore } = own;
      const careful = gate({
        zdr,
        ...(prompt !== undefined && { maxPrice: { prompt } }),
        ...((only ?? ignore) && { providers: defined({ only, ignore }) }),
      });
      const { prompt: highest, ...rest } = asked;
      const provider = defined({ ...rest, max_price: highest === undefined ? undefined : { prompt: highest } });
      const passed = await careful.apply({ messages, model, provider }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(PolicyError);
      });
      if (!passed) return;
      expect(await careful.apply(passed)).toEqual(passed);
      // A request that names no provider is not the policy's concern if it does not look at endpoints.
      const looked = zdr || prompt !== undefined || only !== undefined || ignore !== undefined;
      // A separate account, because free models are limited per minute.
      const apiKey = `sk-or-v1-${++asking}`;
      const caller = new Patchbay({ apiKey, fetch: server.fetch, maxRetries: 0 });
      const answer = await caller.chat.completions.create(passed).catch((error: unknown) => {
        if (looked) throw error;
      });
      if (!answer) return;
      const tag = server.journal.last!.attempts[0]!.provider;
      const { endpoints } = catalogData.models.find(({ id }) => id === model.replace(":floor", ""))!;
      const fit = endpoints.filter(
        ({ provider: by, pricing, data_policy: rules, tag: place = by }) =>
          by === tag &&
          [own, asked].every(
            (wish) =>
              (!wish.zdr || rules!.zdr) &&
              (wish.prompt === undefined || Number(pricing.prompt) * 1e6 <= wish.prompt + 1e-9) &&
              (!wish.only || wish.only.some((slug) => slug === place || slug === by)) &&
              // Providers of a request do not include their service tiers; those of a policy do.
              !wish.ignore?.some((slug) => slug === place || (slug === by && (wish === own || !/flex/.test(place)))),
          ),
      );
      expect(fit).not.toHaveLength(0);
    }),
    { numRuns: 300 },
  );
});

test("an agent sends a request that passes, and none that its policy rejects; the error has the report of the run", async () => {
  const agent = createAgent({ client, model: "acme/split", policy: gate({ zdr: true }) });
  await agent.run("Hi");
  expect(server.journal.last!.attempts[0]!.provider).toBe("far");
  const error = await createAgent({ client, model: "acme/keeps", policy: gate({ zdr: true }) })
    .run("Hi")
    .then(undefined, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PolicyError);
  expect(error).toMatchObject({ violations: [{ model: "acme/keeps", code: "data_retention" }], run: { steps: [] } });
  expect(chats()).toBe(1);
});

test("the policy of a run applies in addition to the agent's, and to all fallback models", async () => {
  const agent = createAgent({
    client,
    model: fallback(["acme/safe", "acme/keeps"]),
    policy: gate({ allow: ["acme/*"] }),
  });
  await agent.run("The weather is public.", { policy: gate({ name: "public" }) });
  await expect(agent.run("My illness is not.", { policy: gate({ zdr: true }) })).rejects.toThrow(PolicyError);
  expect(chats()).toBe(1);
});

test("a sub-agent must pass its caller's policy", async () => {
  server.on({ userMessage: "Go" }).reply({ toolCalls: [{ name: "helper", arguments: { input: "secret" } }] });
  const helper = createAgent({ client, name: "helper", model: "acme/keeps" });
  const boss = createAgent({
    client,
    model: "acme/safe",
    tools: [helper, tool({ name: "own", execute: () => 1 })],
    policy: gate({ zdr: true }),
  });
  const result = await boss.run("Go").then(undefined, (thrown: unknown) => thrown);
  expect(server.journal.entries({ model: "acme/keeps" })).toHaveLength(0);
  expect(JSON.stringify(result instanceof Error ? result.message : result)).toContain("acme/keeps");
});
