// A catalog with malformed entries: each is skipped where it cannot be evaluated, and none hides the others.
import { Patchbay } from "@patchbay/client";
import { createModelCatalog, type ModelCatalog } from "@patchbay/client/catalog";
import { getCost, estimateCost, parsePrice } from "@patchbay/client/money";
import { createMockServer } from "@patchbay/mock-server";
import { describe, expect, test } from "vitest";

/** A catalog of one valid model and one with changes. */
async function catalogWith(change: object): Promise<ModelCatalog> {
  const plain = new Patchbay({ apiKey: "sk-or-v1-test", fetch: createMockServer().fetch });
  const { data } = await plain.models.get({ author: "openai", slug: "gpt-5-mini" });
  const models = [{ ...data, ...change, id: "odd/one" }, data];
  const fetch = async (): Promise<Response> => Response.json({ data: models, total_count: 2 });
  return createModelCatalog(new Patchbay({ apiKey: "sk-or-v1-test", fetch }));
}

describe.each<[what: string, change: object]>([
  ["a price with floating-point noise", { pricing: { prompt: "0.00000013499999999999998", completion: "1e-20" } }],
  ["a price that is a word", { pricing: { prompt: "free", completion: "0" } }],
  ["a price of NaN", { pricing: { prompt: "NaN", completion: "Infinity" } }],
  ["an empty price", { pricing: { prompt: "", completion: "" } }],
  ["a price of null", { pricing: { prompt: null, completion: null } }],
  ["a price that is a number", { pricing: { prompt: 1e-7, completion: 1e-6 } }],
  ["a price that is an object", { pricing: { prompt: {}, completion: [] } }],
  ["half a router's price", { pricing: { prompt: "0", completion: "-1" } }],
  ["an absurd power", { pricing: { prompt: "1e999999999", completion: "1e-999999999" } }],
  ["no prices", { pricing: null }],
  ["no architecture", { architecture: null }],
  ["no list of modalities", { architecture: { input_modalities: null } }],
  ["no supported parameters", { supported_parameters: null }],
  ["no context length", { context_length: null }],
])("a model with %s", (_, change) => {
  test("does not hide the others", async () => {
    const catalogue = await catalogWith(change);
    const filter = {
      tools: true,
      inputModalities: ["text"],
      maxPromptPrice: 100,
      maxCompletionPrice: 100,
      minContextLength: 1,
    };
    expect((await catalogue.find(filter)).map(({ id }) => id)).toContain("openai/gpt-5-mini");
    expect((await catalogue.find()).map(({ id }) => id)).toContain("openai/gpt-5-mini");
    expect((await catalogue.find({ author: "openai", free: false }))[0]!.id).toBe("openai/gpt-5-mini");
  });
});

test("a model with an unreadable price sorts last", async () => {
  const catalogue = await catalogWith({ pricing: { prompt: "?", completion: "0" } });
  expect((await catalogue.find()).map(({ id }) => id)).toEqual(["openai/gpt-5-mini", "odd/one"]);
});

test.each([
  ["0.25", 250_000_000_000_000_000n],
  [0.25, 250_000_000_000_000_000n],
  ["0", 0n],
  ["-1", undefined],
  ["", undefined],
  ["free", undefined],
  [null, undefined],
  [undefined, undefined],
  [{}, undefined],
  [Symbol("a"), undefined],
])("parsePrice never throws (%#)", (price, expected) => {
  expect(parsePrice(price)).toBe(expected);
});

test("null details of a usage count as absent", () => {
  const pricing = { prompt: "0.001", completion: "0.002" };
  const usage = {
    prompt_tokens: 10,
    completion_tokens: 5,
    prompt_tokens_details: { cached_tokens: null, audio_tokens: null, cache_write_tokens: null },
    completion_tokens_details: { reasoning_tokens: null, image_tokens: null },
  };
  expect(estimateCost({ pricing }, usage as never)).toBe(20_000_000_000_000_000n);
  expect(getCost({ usage: null })).toBe(0n);
});
