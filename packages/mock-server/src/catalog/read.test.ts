import { describe, expect, test } from "vitest";
import { readCatalog } from "./read.ts";

/** The text of a catalog whose model, or its endpoint, has a field with a value that is written as JSON. */
function catalogWith(field: string, value: string, inEndpoint: boolean): string {
  const extra = `"${field}":${value}`;
  const pricing = '"pricing":{"prompt":"0","completion":"0"}';
  const endpoint = `{"provider":"acme",${pricing}${inEndpoint ? `,${extra}` : ""}}`;
  const context = field === "context_length" && !inEndpoint ? "" : '"context_length":4096,';
  const model = `{"id":"acme/tiny",${context}"endpoints":[${endpoint}]${inEndpoint ? "" : `,${extra}`}}`;
  return `{"providers":[{"name":"Acme","slug":"acme"}],"models":[${model}]}`;
}

function listWith(change: (model: Record<string, unknown>) => object): string {
  const model = {
    id: "acme/tiny",
    name: "Tiny",
    created: 1,
    context_length: 100,
    architecture: { modality: "text->text", input_modalities: ["text"], output_modalities: ["text"] },
    pricing: { prompt: "0", completion: "0" },
  };
  return JSON.stringify({ data: [{ ...model, ...change(model) }] });
}

describe.each([
  ["context_length", false],
  ["created", false],
  ["max_completion_tokens", false],
  ["dimensions", false],
  ["context_length", true],
  ["max_completion_tokens", true],
  ["capacity", true],
  ["status", true],
])("%s (of an endpoint: %s)", (field, inEndpoint) => {
  test.each(["9007199254740993", "1e21", "1e300", "1e400", "1.5"])("cannot be %s", (value) => {
    expect(() => readCatalog(catalogWith(field, value, inEndpoint), "catalog.json")).toThrow(`/${field}: expected`);
  });

  test("can be the largest exact integer", () => {
    const text = catalogWith(field, String(Number.MAX_SAFE_INTEGER), inEndpoint);
    expect(readCatalog(text, "catalog.json").models).toHaveLength(1);
  });
});

test.each(["x", "NaN", "1,5", "free"])("A list with the price %j is refused", (prompt) => {
  const text = listWith(() => ({ pricing: { prompt, completion: "0" } }));
  expect(() => readCatalog(text, "models.json")).toThrow(/acme\/tiny has an invalid price: pricing\/prompt/);
});

test("A list with a router, whose price is -1, is read without it", () => {
  const text = listWith(() => ({ pricing: { prompt: "-1", completion: "-1" } }));
  expect(readCatalog(text, "models.json").models).toEqual([]);
});

test.each(["created", "context_length"])("A list with a %s that is not exact is refused", (field) => {
  const text = listWith(() => ({ [field]: 1e300 }));
  expect(() => readCatalog(text, "models.json")).toThrow(`/data/0/${field}: expected at most`);
});
