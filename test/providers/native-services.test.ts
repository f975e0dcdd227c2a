import { describe, expect, test } from "vitest";
import { cohereAdapter } from "../../packages/providers/src/cohere/cohere.ts";
import { ProviderFailure, UnsupportedRequest } from "../../packages/providers/src/failure.ts";
import { geminiAdapter } from "../../packages/providers/src/gemini/gemini.ts";
import { ollamaAdapter } from "../../packages/providers/src/ollama/ollama.ts";

const target = { model: "tiny", issuer: "test" };
const bodyOf = ({ body }: { readonly body?: string | Buffer }): unknown => JSON.parse(String(body)) as unknown;

describe("embeddings", () => {
  const input = ["a pier", "a gull"];

  test("Cohere gets search_document and float by default, and the caller's own purpose", () => {
    const request = { model: "m", input, dimensions: 256 };
    expect(bodyOf(cohereAdapter.embed!.toWire(request, target))).toEqual({
      model: "tiny",
      texts: input,
      input_type: "search_document",
      embedding_types: ["float"],
      output_dimension: 256,
    });
    const query = { model: "m", input: "a pier", input_type: "search_query", encoding_format: "base64" };
    expect(bodyOf(cohereAdapter.embed!.toWire(query, target))).toMatchObject({
      texts: ["a pier"],
      input_type: "search_query",
      embedding_types: ["float"],
    });
  });

  test("Cohere gets images as inputs", () => {
    const content = [{ type: "image_url" as const, image_url: { url: "data:image/png;base64,AAAA" } }];
    expect(bodyOf(cohereAdapter.embed!.toWire({ model: "m", input: [{ content }] }, target))).toMatchObject({
      inputs: [{ content }],
    });
  });

  test("Gemini gets one request for each input", () => {
    const wire = geminiAdapter.embed!.toWire({ model: "m", input, dimensions: 3, input_type: "search_query" }, target);
    expect(wire.path).toBe("/models/tiny:batchEmbedContents");
    const settings = { taskType: "RETRIEVAL_QUERY", outputDimensionality: 3 };
    expect(bodyOf(wire)).toEqual({
      requests: input.map((text) => ({ model: "models/tiny", content: { parts: [{ text }] }, ...settings })),
    });
  });

  test("Ollama gets the context length of the endpoint", () => {
    const wire = ollamaAdapter.embed!.toWire({ model: "m", input }, { ...target, context: 2048 });
    expect(wire.path).toBe("/api/embed");
    expect(bodyOf(wire)).toEqual({ model: "tiny", input, options: { num_ctx: 2048 } });
  });

  test.each([
    ["gemini", geminiAdapter, { embeddings: [{ values: [1, 2] }, { values: [3, 4] }] }, undefined],
    [
      "cohere",
      cohereAdapter,
      {
        embeddings: {
          float: [
            [1, 2],
            [3, 4],
          ],
        },
        meta: { billed_units: { input_tokens: 5 } },
      },
      5,
    ],
    [
      "ollama",
      ollamaAdapter,
      {
        model: "tiny",
        embeddings: [
          [1, 2],
          [3, 4],
        ],
        prompt_eval_count: 6,
      },
      6,
    ],
  ])("the vectors of %s are in the order of the inputs", (_, adapter, body, promptTokens) => {
    const vectors = [
      [1, 2],
      [3, 4],
    ];
    expect(adapter.embed!.fromWire(body, { model: "m", input })).toEqual({ vectors, promptTokens });
  });

  test.each([
    ["a vector that is missing", { embeddings: [[1, 2]] }],
    ["a vector that is not a list of numbers", { embeddings: [[1, 2], ["3"]] }],
    ["an empty vector", { embeddings: [[1, 2], []] }],
    ["no vectors", { message: "ok" }],
  ])("a response with %s is a failure of the provider", (_, body) => {
    expect(() => ollamaAdapter.embed!.fromWire(body, { model: "m", input })).toThrow(ProviderFailure);
  });

  test.each([
    ["gemini", geminiAdapter],
    ["cohere", cohereAdapter],
    ["ollama", ollamaAdapter],
  ])("token ids, which %s does not take, are left to another endpoint", (_, adapter) => {
    expect(() => adapter.embed!.toWire({ model: "m", input: [1, 2] }, target)).toThrow(UnsupportedRequest);
    expect(() => adapter.embed!.toWire({ model: "m", input: [[1, 2]] }, target)).toThrow(UnsupportedRequest);
  });
});

describe("reranking by Cohere", () => {
  const request = { model: "m", query: "opening hours", documents: ["Open at 8.", { text: "Closed." }], top_n: 1 };

  test("documents are sent as strings", () => {
    const wire = cohereAdapter.rerank!.toWire(request, target);
    expect(wire).toMatchObject({ method: "POST", path: "/v2/rerank", format: "json" });
    expect(bodyOf(wire)).toEqual({
      model: "tiny",
      query: "opening hours",
      documents: ["Open at 8.", "Closed."],
      top_n: 1,
    });
  });

  test("a document with an image is left to another endpoint", () => {
    const documents = [{ image: "https://pier.example/a.png" }];
    expect(() => cohereAdapter.rerank!.toWire({ ...request, documents }, target)).toThrow(UnsupportedRequest);
  });

  test("results have scores and the billed search units", () => {
    const body = {
      results: [{ index: 1, relevance_score: 0.87 }],
      meta: { api_version: { version: "2" }, billed_units: { search_units: 1 } },
    };
    expect(cohereAdapter.rerank!.fromWire(body, request)).toEqual({
      results: [{ index: 1, score: 0.87 }],
      searchUnits: 1,
    });
  });

  test.each([{ results: [{ index: 2, relevance_score: 0.5 }] }, { results: [{ index: 0 }] }, { message: "ok" }])(
    "a response without usable results is a failure of the provider: %j",
    (body) => {
      expect(() => cohereAdapter.rerank!.fromWire(body, request)).toThrow(ProviderFailure);
    },
  );
});

test.each([
  [
    "gemini",
    geminiAdapter,
    { models: [{ name: "models/gemini-2.5-flash", inputTokenLimit: 1_048_576 }, { name: "models/aqa" }] },
    [{ id: "gemini-2.5-flash", context: 1_048_576 }, { id: "aqa" }],
  ],
  [
    "cohere",
    cohereAdapter,
    {
      models: [
        { name: "command-a", context_length: 256_000 },
        { name: "rerank-v4", context_length: 0 },
      ],
    },
    [{ id: "command-a", context: 256_000 }, { id: "rerank-v4" }],
  ],
  [
    "ollama",
    ollamaAdapter,
    {
      models: [
        { name: "qwen3:4b", model: "qwen3:4b", details: { family: "qwen3" } },
        { name: "old", context_length: 8192 },
      ],
    },
    [{ id: "qwen3:4b" }, { id: "old", context: 8192 }],
  ],
])("the models of %s are listed with their context lengths", (_, adapter, body, listed) => {
  expect(adapter.models!.toWire().method).toBe("GET");
  expect(adapter.models!.fromWire(body)).toEqual(listed);
  expect(adapter.models!.fromWire({ error: "odd" })).toEqual([]);
});
