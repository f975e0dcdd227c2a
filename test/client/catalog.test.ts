// Which models a catalog finds, and how rarely it sends requests.
import { ApiError, Patchbay, type Model } from "@patchbay/client";
import {
  createModelCatalog,
  type ModelCatalog,
  type ModelCatalogOptions,
  type ModelFilter,
} from "@patchbay/client/catalog";
import { createMockServer } from "@patchbay/mock-server";
import { describe, expect, expectTypeOf, test } from "vitest";

/** A catalog over the mock server, and the requests that it sends. */
function browse(options: ModelCatalogOptions = {}): { catalogue: ModelCatalog; client: Patchbay; requests: URL[] } {
  const server = createMockServer();
  const requests: URL[] = [];
  const client = new Patchbay({
    apiKey: "sk-or-v1-test",
    maxRetries: 0,
    fetch: (request) => (requests.push(new URL(request.url)), server.fetch(request)),
  });
  return { catalogue: createModelCatalog(client, options), client, requests };
}

/** A catalog whose list fails a number of times before it succeeds. */
function failing(times: number): { catalogue: ModelCatalog; count: () => number } {
  const server = createMockServer();
  let count = 0;
  const fetch = (request: Request): Promise<Response> =>
    ++count > times
      ? server.fetch(request)
      : Promise.resolve(Response.json({ error: { code: 500, message: "oops" } }, { status: 500 }));
  const client = new Patchbay({ apiKey: "sk-or-v1-test", maxRetries: 0, fetch });
  return { catalogue: createModelCatalog(client), count: () => count };
}

/** A model of the list, with changes. */
async function listOf(...changes: readonly Partial<Model>[]): Promise<ModelCatalog> {
  const { data } = await browse().client.models.get({ author: "openai", slug: "gpt-5-mini" });
  const models = changes.map((change) => ({ ...data, ...change }));
  const fetch = (): Promise<Response> => Promise.resolve(Response.json({ data: models, total_count: models.length }));
  return createModelCatalog(new Patchbay({ apiKey: "sk-or-v1-test", fetch }));
}

const reads =
  (kind: string) =>
  ({ architecture }: Model): boolean =>
    architecture.input_modalities.includes(kind);
const writes =
  (kind: string) =>
  ({ architecture }: Model): boolean =>
    architecture.output_modalities.includes(kind);
const knows =
  (name: string) =>
  ({ supported_parameters: known }: Model): boolean =>
    (known as readonly string[]).includes(name);

describe("catalog.find", () => {
  test.each<[filter: ModelFilter, expected: (model: Model) => boolean]>([
    [{}, writes("text")],
    [{ inputModalities: ["image"] }, reads("image")],
    [{ inputModalities: ["image", "audio"] }, (model) => reads("image")(model) && reads("audio")(model)],
    [{ outputModalities: ["image"] }, writes("image")],
    [{ outputModalities: ["embeddings"] }, writes("embeddings")],
    [{ outputModalities: [] }, () => true],
    [{ tools: true }, knows("tools")],
    [{ tools: false }, (model) => !knows("tools")(model)],
    [{ structuredOutputs: true }, knows("structured_outputs")],
    [{ structuredOutputs: false }, (model) => !knows("structured_outputs")(model)],
    [{ reasoning: true }, knows("reasoning")],
    [{ reasoning: false }, (model) => !knows("reasoning")(model)],
    [{ supportedParameters: ["seed", "top_k"] }, (model) => knows("seed")(model) && knows("top_k")(model)],
    [{ minContextLength: 500_000 }, (model) => model.context_length! >= 500_000],
    [{ maxPromptPrice: 0.25 }, ({ pricing }) => Number(pricing.prompt) <= 0.000_000_25],
    [{ maxCompletionPrice: 2 }, ({ pricing }) => Number(pricing.completion) <= 0.000_002],
    [{ free: true }, ({ pricing }) => Number(pricing.prompt) + Number(pricing.completion) === 0],
    [{ free: false }, ({ pricing }) => Number(pricing.prompt) + Number(pricing.completion) > 0],
    [{ author: "anthropic" }, ({ id }) => id.startsWith("anthropic/")],
    [
      { author: "openai", inputModalities: ["image"], maxPromptPrice: 2 },
      ({ id, pricing, ...model }) =>
        id.startsWith("openai/") &&
        model.architecture.input_modalities.includes("image") &&
        Number(pricing.prompt) <= 0.000_002,
    ],
  ])("returns exactly the models that match %j", async (filter, expected) => {
    const { catalogue } = browse();
    const all = await catalogue.list();
    const isText = filter.outputModalities ? (): boolean => true : writes("text");
    const wanted = all.filter((model) => expected(model) && isText(model)).map(({ id }) => id);
    const found = (await catalogue.find(filter)).map(({ id }) => id);
    expect(found.toSorted()).toEqual(wanted.toSorted());
    expect(found.length).toBeGreaterThan(0);
    if (filter.outputModalities?.length !== 0) expect(found.length).toBeLessThan(all.length);
  });

  test("a price equal to the limit matches, despite floating-point errors", async () => {
    // 0.0000011 * 1_000_000 is 1.0999999999999999.
    const catalogue = await listOf({ id: "acme/one", pricing: { prompt: "0.0000011", completion: "0.0000033" } });
    expect(await catalogue.find({ maxPromptPrice: 1.1, maxCompletionPrice: 3.3 })).toHaveLength(1);
    expect(await catalogue.find({ maxPromptPrice: 1.099_999_999 })).toHaveLength(0);
  });

  test("sorts by price: one prompt token plus one completion token", async () => {
    const found = await browse().catalogue.find();
    const prices = found.map(({ pricing }) => Number(pricing.prompt) + Number(pricing.completion));
    expect(prices).toEqual(prices.toSorted((a, b) => a - b));
    expect(new Set(prices).size).toBeGreaterThan(20);
  });

  test("a router has no price: it sorts last, is not free, and matches no price limit", async () => {
    const catalogue = await listOf(
      { id: "acme/router", pricing: { prompt: "-1", completion: "-1" } },
      { id: "acme/expensive", pricing: { prompt: "0.01", completion: "0.01" } },
      { id: "acme/free", pricing: { prompt: "0", completion: "0" } },
    );
    const ids = async (filter: ModelFilter): Promise<string[]> => (await catalogue.find(filter)).map(({ id }) => id);
    expect(await ids({})).toEqual(["acme/free", "acme/expensive", "acme/router"]);
    expect(await ids({ free: true })).toEqual(["acme/free"]);
    expect(await ids({ free: false })).toEqual(["acme/expensive", "acme/router"]);
    expect(await ids({ maxPromptPrice: 1_000_000 })).toEqual(["acme/free", "acme/expensive"]);
  });

  test("an author matches as a whole word", async () => {
    expect(await browse().catalogue.find({ author: "open" })).toEqual([]);
  });

  test("a model of unknown context length matches no minimum", async () => {
    const catalogue = await listOf({ id: "acme/one", context_length: null }, { id: "acme/two" });
    expect((await catalogue.find({ minContextLength: 1 })).map(({ id }) => id)).toEqual(["acme/two"]);
    expect(await catalogue.find()).toHaveLength(2);
  });
});

describe("one model of a catalog", () => {
  test("list returns every model of any output modality", async () => {
    const { catalogue, client } = browse();
    const { data } = await client.models.count({ output_modalities: "all" });
    expect(await catalogue.list()).toHaveLength(data.count);
  });

  test("get finds a model by id or canonical slug, and returns undefined otherwise", async () => {
    const catalogue = await listOf({ id: "acme/one", canonical_slug: "acme/one-2025-08-07" }, { id: "acme/two" });
    expect((await catalogue.get("acme/one"))?.id).toBe("acme/one");
    expect((await catalogue.get("acme/one-2025-08-07"))?.id).toBe("acme/one");
    expect(await catalogue.get("acme/three")).toBeUndefined();
    // A variant that is listed first shares the canonical slug, and must not be returned.
    const variants = await listOf(
      { id: "acme/one:free", canonical_slug: "acme/one" },
      { id: "acme/one", canonical_slug: "acme/one" },
    );
    expect((await variants.get("acme/one"))?.id).toBe("acme/one");
    expectTypeOf(catalogue.get).returns.resolves.toEqualTypeOf<Model | undefined>();
  });

  test("listEndpoints returns the endpoints of a model, also for variants of its name", async () => {
    const { catalogue } = browse();
    const endpoints = await catalogue.listEndpoints("openai/gpt-5");
    expect(endpoints.map(({ tag }) => tag)).toEqual(["openai", "azure", "openai/priority", "openai/flex"]);
    expect((await catalogue.listEndpoints("openai/gpt-oss-20b:free")).map(({ tag }) => tag)).toEqual(["chutes"]);
  });

  test("listZdrEndpoints returns its endpoints with zero data retention", async () => {
    const { catalogue, client } = browse();
    const safe = await catalogue.listZdrEndpoints("openai/gpt-5");
    expect(safe.map(({ tag }) => tag)).toEqual(["azure"]);
    const { data } = await client.endpoints.listZdr();
    for (const id of ["meta-llama/llama-3.3-70b-instruct", "anthropic/claude-sonnet-4.5"]) {
      const tags = data.filter(({ model_id: model }) => model === id).map(({ tag }) => tag);
      const found = await catalogue.listZdrEndpoints(id);
      expect(found.map(({ tag }) => tag).toSorted()).toEqual(tags.toSorted());
      expect(found.length).toBeLessThan((await catalogue.listEndpoints(id)).length);
    }
  });

  test("an unknown model has no endpoints: the API's error is thrown", async () => {
    const error = await browse()
      .catalogue.listEndpoints("acme/none")
      .catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: "not_found" });
  });
});

describe("the cache of a catalog", () => {
  test("answers every question about models with one request", async () => {
    const { catalogue, requests } = browse();
    await catalogue.list();
    await catalogue.find({ tools: true });
    await catalogue.get("openai/gpt-5");
    expect(requests.map(({ pathname, search }) => pathname + search)).toEqual(["/api/v1/models?output_modalities=all"]);
  });

  test("requests each model's endpoints once, and the ZDR list once for all models", async () => {
    const { catalogue, requests } = browse();
    for (let turn = 0; turn < 2; turn++)
      for (const id of ["openai/gpt-5", "openai/gpt-4o"]) {
        await catalogue.listEndpoints(id);
        await catalogue.listZdrEndpoints(id);
      }
    expect(requests.map(({ pathname }) => pathname)).toEqual([
      "/api/v1/models/openai/gpt-5/endpoints",
      "/api/v1/endpoints/zdr",
      "/api/v1/models/openai/gpt-4o/endpoints",
    ]);
  });

  test("shares one request between concurrent callers", async () => {
    const { catalogue, requests } = browse();
    const lists = await Promise.all(Array.from({ length: 10 }, () => catalogue.list()));
    expect(new Set(lists).size).toBe(1);
    expect(requests).toHaveLength(1);
  });

  test("requests a response again when it expires, and not before", async () => {
    let now = 1_000_000;
    const { catalogue, requests } = browse({ ttl: 60_000, now: () => now });
    await catalogue.list();
    now += 59_999;
    await catalogue.list();
    expect(requests).toHaveLength(1);
    now += 1;
    await catalogue.list();
    expect(requests).toHaveLength(2);
  });

  test("keeps a response for an hour by default, and not at all with a ttl of 0", async () => {
    let now = 1_000_000;
    const hour = browse({ now: () => now });
    await hour.catalogue.list();
    now += 3_599_999;
    await hour.catalogue.list();
    expect(hour.requests).toHaveLength(1);
    now += 1;
    await hour.catalogue.list();
    expect(hour.requests).toHaveLength(2);
    const none = browse({ ttl: 0 });
    await none.catalogue.list();
    await none.catalogue.list();
    expect(none.requests).toHaveLength(2);
  });

  test("is emptied by clear", async () => {
    const { catalogue, requests } = browse();
    await catalogue.list();
    catalogue.clear();
    await catalogue.list();
    expect(requests).toHaveLength(2);
  });

  test("passes a failure to every waiting caller, and does not store it", async () => {
    const { catalogue, count } = failing(1);
    const both = await Promise.allSettled([catalogue.list(), catalogue.find()]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(count()).toBe(1);
    expect((await catalogue.list()).length).toBeGreaterThan(40);
    expect(count()).toBe(2);
  });

  test("keeps a newer response when an older, cleared request fails", async () => {
    const { catalogue, count } = failing(1);
    const first = catalogue.list();
    catalogue.clear();
    await catalogue.list();
    await expect(first).rejects.toThrow(ApiError);
    await catalogue.list();
    expect(count()).toBe(2);
  });
});
