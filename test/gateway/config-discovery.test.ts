import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { discoverConfig, discoverModels, type DiscoverOptions } from "../../packages/gateway/src/config/discover.ts";
import { toProvider } from "../../packages/gateway/src/config/discovery/sources.ts";
import knownPrices from "../../packages/gateway/src/config/known-prices.json" with { type: "json" };

/** Servers on this machine and OpenRouter, by URL. Any other URL refuses the connection. */
function fetchFrom(responses: Readonly<Record<string, unknown>>): typeof globalThis.fetch {
  return async (input) => {
    const body = responses[String(input)];
    if (body === undefined) throw new TypeError("fetch failed");
    return body instanceof Response ? body : Response.json(body);
  };
}

const listNothing: DiscoverOptions["listModels"] = async () => [];
const now = Date.parse("2026-11-29T00:00:00Z");
const nothing = { fetch: fetchFrom({}), listModels: listNothing, now };

test("an empty environment without servers has no providers", async () => {
  const { config, notes } = await discoverConfig({ ...nothing, env: { OPENAI_API_KEY: " " } });
  expect(config.providers).toEqual({});
  expect(notes).toEqual([]);
});

test("every API key of the environment becomes a provider with its own address", async () => {
  const env = {
    OPENAI_API_KEY: "o",
    ANTHROPIC_API_KEY: "a",
    GEMINI_API_KEY: "g",
    COHERE_API_KEY: "c",
    OPENROUTER_API_KEY: "r",
    ANTHROPIC_BASE_URL: "http://127.0.0.1:9999/",
  };
  const { config } = await discoverConfig({ ...nothing, env });
  expect(
    Object.entries(config.providers).map(([slug, { kind, baseURL, apiKeys }]) => [slug, kind, baseURL, apiKeys]),
  ).toEqual([
    ["openai", "openai-compatible", "https://api.openai.com/v1", ["o"]],
    ["anthropic", "anthropic", "http://127.0.0.1:9999", ["a"]],
    ["google", "gemini", undefined, ["g"]],
    ["cohere", "cohere", undefined, ["c"]],
    ["openrouter", "openai-compatible", "https://openrouter.ai/api/v1", ["r"]],
  ]);
});

test("listed models get the built-in price, and a model without one is unpriced, never free", async () => {
  const { config, notes } = await discoverConfig({
    ...nothing,
    env: { OPENAI_API_KEY: "o" },
    listModels: async () => [
      { id: "gpt-5-mini" },
      { id: "gpt-99" },
      { id: "whisper-1" },
      { id: "text-embedding-3-small" },
    ],
  });
  expect(config.models.map(({ id, modalities, endpoints }) => [id, modalities.output[0], endpoints[0]!.price])).toEqual(
    [
      ["openai/gpt-5-mini", "text", { prompt: 250_000_000n, completion: 2_000_000_000n, cacheRead: 25_000_000n }],
      ["openai/gpt-99", "text", "unpriced"],
      ["openai/text-embedding-3-small", "embeddings", { prompt: 20_000_000n, completion: 0n }],
    ],
  );
  expect(notes).toEqual(["openai (OPENAI_API_KEY): 4 models"]);
});

test("a provider that cannot be reached offers the built-in models, and its note does not contain the key", async () => {
  const { config, notes } = await discoverConfig({
    ...nothing,
    env: { ANTHROPIC_API_KEY: "sk-ant-secret" },
    listModels: async () => {
      throw new Error("401 for sk-ant-secret");
    },
  });
  expect(config.models.map(({ id }) => id)).toContain("anthropic/claude-haiku-4-5");
  expect(notes[0]).toMatch(
    /^anthropic \(ANTHROPIC_API_KEY\): the models cannot be listed: 401 for \[key\] Using \d+ well-known models\.$/,
  );
});

describe("a model server on this machine", () => {
  test.each([
    [undefined, "http://127.0.0.1:11434"],
    ["0.0.0.0", "http://127.0.0.1:11434"],
    ["0.0.0.0:8000", "http://127.0.0.1:8000"],
    ["gpu:11434", "http://gpu:11434"],
    ["https://ollama.example", "https://ollama.example:443"],
    ["http://10.0.0.2:80/", "http://10.0.0.2:80"],
    ["::: no", "http://127.0.0.1:11434"],
  ])("OLLAMA_HOST=%s is looked for at %s", async (host, url) => {
    const { config } = await discoverConfig({
      ...nothing,
      env: { OLLAMA_HOST: host },
      fetch: fetchFrom({ [`${url}/api/tags`]: { models: [] } }),
    });
    expect(config.providers.ollama).toMatchObject({ kind: "ollama", baseURL: url, dataPolicy: { zdr: true } });
  });

  test("its models are free, and their ids have no colon and no path", async () => {
    const lists: Readonly<Record<string, readonly string[]>> = {
      ollama: ["llama3.2:latest", "llama3.2", "qwen3:8b", "hf.co/acme/Tiny-GGUF:Q4_K_M", ":"],
      "llama-cpp": ["/models/tiny.gguf"],
    };
    const { config } = await discoverConfig({
      ...nothing,
      env: {},
      fetch: fetchFrom({
        "http://127.0.0.1:11434/api/tags": { models: [] },
        "http://127.0.0.1:8080/v1/models": { data: [] },
      }),
      listModels: async (slug) => lists[slug]!.map((id) => ({ id, context: 4096 })),
    });
    expect(config.models.map(({ id, endpoints: [one] }) => [id, one!.model, one!.price])).toEqual([
      ["ollama/llama3.2", "llama3.2:latest", "free"],
      ["ollama/qwen3-8b", "qwen3:8b", "free"],
      ["ollama/Tiny-GGUF-Q4_K_M", "hf.co/acme/Tiny-GGUF:Q4_K_M", "free"],
      ["local/tiny", "/models/tiny.gguf", "free"],
    ]);
  });

  test("a server that is busy for a second is found", async () => {
    const respond = fetchFrom({ "http://127.0.0.1:11434/api/tags": { models: [] } });
    const { config } = await discoverConfig({
      ...nothing,
      env: {},
      fetch: async (input, init) => {
        await setTimeout(1200, undefined, { signal: init!.signal! });
        return respond(input);
      },
    });
    expect(Object.keys(config.providers)).toEqual(["ollama"]);
  });

  test.each([
    ["a web page", new Response("<html>", { headers: { "content-type": "text/html" } })],
    ["JSON of another kind", { status: "ok" }],
    ["null", Response.json(null)],
    ["an error", new Response("no", { status: 404 })],
  ])("another server that responds with %s is not a provider", async (_, body) => {
    const fetch = fetchFrom({ "http://127.0.0.1:8080/v1/models": body });
    const { config, notes } = await discoverConfig({ ...nothing, env: {}, fetch });
    expect(config.providers).toEqual({});
    expect(notes).toEqual([]);
  });
});

test("OpenRouter's prices are read exactly, with tiers, and a model at two providers has two endpoints", async () => {
  const data = [
    {
      id: "openai/gpt-5-mini",
      name: "GPT-5 Mini",
      context_length: 400_000,
      top_provider: { max_completion_tokens: 128_000 },
      pricing: { prompt: "0.00000025", completion: "0.000002", request: "0", input_cache_read: "0.000000025" },
    },
    {
      id: "google/gemini-2.5-pro",
      context_length: 1_048_576,
      pricing: {
        prompt: "0.00000125",
        completion: "0.00001",
        overrides: [{ min_prompt_tokens: 200_000, prompt: "0.0000025", completion: "0.000015" }],
      },
    },
    { id: "openrouter/auto", pricing: { prompt: "-1", completion: "-1" } },
    { id: "no-author", pricing: { prompt: "0", completion: "0" } },
    { id: "acme/odd", pricing: { prompt: "x" } },
    null,
  ];
  const { config } = await discoverConfig({
    ...nothing,
    env: { OPENAI_API_KEY: "o", OPENROUTER_API_KEY: "r" },
    fetch: fetchFrom({ "https://openrouter.ai/api/v1/models": { data } }),
    listModels: async () => [{ id: "gpt-5-mini" }],
  });
  expect(config.models.map(({ id, endpoints }) => [id, endpoints.map(({ tag }) => tag)])).toEqual([
    ["openai/gpt-5-mini", ["openai", "openrouter"]],
    ["google/gemini-2.5-pro", ["openrouter"]],
    ["openrouter/auto", ["openrouter"]],
    ["acme/odd", ["openrouter"]],
  ]);
  const prices = config.models.map(({ endpoints }) => endpoints.at(-1)!.price);
  expect(prices[0]).toMatchObject({ prompt: 250_000_000n, completion: 2_000_000_000n, cacheRead: 25_000_000n });
  expect(prices[1]).toMatchObject({
    tiers: [{ promptTokens: 200_000, prompt: 2_500_000_000n, completion: 15_000_000_000n }],
  });
  expect(prices.slice(2)).toEqual(["unpriced", "unpriced"]);
});

test("a file without models offers what its providers list, under the provider's slug or its author", async () => {
  const providers = {
    gpu: toProvider({ slug: "gpu", name: "gpu", kind: "openai-compatible" }, { baseURL: "http://10.0.0.2/v1" }),
    claude: toProvider({ slug: "claude", name: "claude", kind: "anthropic" }, {}),
  };
  const { models } = await discoverModels(providers, {
    ...nothing,
    listModels: async (slug) => (slug === "gpu" ? [{ id: "acme/big" }] : [{ id: "claude-haiku-4-5-20251001" }]),
  });
  expect(models.map(({ id, endpoints: [one] }) => [id, one!.price])).toMatchObject([
    ["gpu/big", "unpriced"],
    ["anthropic/claude-haiku-4-5-20251001", { prompt: 1_000_000_000n }],
  ]);
});

test("the built-in list has a source, a day and valid prices for every model", async () => {
  for (const [slug, { source, asOf, models, hosts }] of Object.entries(knownPrices.providers)) {
    expect(URL.canParse(source), slug).toBe(true);
    expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const provider = toProvider({ slug, name: slug, kind: "openai-compatible" }, { baseURL: `https://${hosts[0]}` });
    const { models: found } = await discoverModels(
      { [slug]: provider },
      { ...nothing, listModels: async () => Object.keys(models).map((id) => ({ id })) },
    );
    for (const { id, endpoints } of found)
      expect(endpoints[0]!.price, id).toMatchObject({ prompt: expect.any(BigInt) });
    expect(found).toHaveLength(Object.keys(models).length);
  }
});
