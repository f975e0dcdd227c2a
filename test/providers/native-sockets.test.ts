import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ProviderFailure } from "../../packages/providers/src/failure.ts";
import { createProvider, type Provider } from "../../packages/providers/src/provider.ts";
import type { ProviderPart, UnifiedRequest } from "../../packages/providers/src/unified.ts";
import { startProvider, type ProviderServer } from "../support/provider-server.ts";
import { callsOf, finishesOf, textOf, usageOf } from "./replay.ts";

let server: ProviderServer;
let provider: Provider;

beforeAll(async () => {
  server = await startProvider();
});

afterAll(() => server.stop());

const request: UnifiedRequest = { messages: [{ role: "user", content: "Hi" }] };

async function collect(signal?: AbortSignal): Promise<ProviderPart[]> {
  const parts: ProviderPart[] = [];
  for await (const part of provider.stream(request, { target: { model: "tiny" }, signal })) parts.push(part);
  return parts;
}

async function failureOf(): Promise<ProviderFailure> {
  const error = await collect().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ProviderFailure);
  return error as ProviderFailure;
}

describe.each([
  ["gemini", "/v1beta", { "x-goog-api-key": "secret-1" }, true],
  ["cohere", "", { authorization: "Bearer secret-1" }, false],
  ["ollama", "", { authorization: "Bearer secret-1" }, true],
] as const)("a provider of the kind %s", (kind, path, headers, hasReasoning) => {
  beforeEach(() => {
    server.behave({});
    server.reset();
    provider = createProvider({ kind, baseURL: server.url + path, apiKeys: ["secret-1"] });
  });

  afterEach(() => provider.close());

  test("streams text with its usage, and sends its key", async () => {
    server.behave({ text: "Hei på deg. 🐟", usage: { prompt: 12, completion: 5 } });
    const parts = await collect();
    expect(textOf(parts)).toBe("Hei på deg. 🐟");
    // Cohere bills less than it counts.
    expect(usageOf(parts)).toMatchObject({ promptTokens: kind === "cohere" ? 10 : 12, completionTokens: 5 });
    expect(finishesOf(parts)).toMatchObject([{ reason: "stop" }]);
    expect(server.requests[0]!.headers).toMatchObject(headers);
  });

  test("streams a tool call", async () => {
    server.behave({ toolCall: { name: "get_weather", arguments: { city: "Bodø" } } });
    const parts = await collect();
    expect(callsOf(parts)).toMatchObject([{ name: "get_weather", arguments: '{"city":"Bodø"}' }]);
    expect(finishesOf(parts)).toMatchObject([{ reason: "tool_calls" }]);
  });

  test.runIf(hasReasoning)("streams reasoning", async () => {
    server.behave({ text: "Two.", reasoning: "Count.", usage: { prompt: 3, completion: 9, reasoning: 4 } });
    const parts = await collect();
    expect(textOf(parts, "reasoning")).toBe("Count.");
    expect(usageOf(parts)).toMatchObject({ completionTokens: 9 });
  });

  test("a response without usage has no invented usage", async () => {
    server.behave({ usage: null });
    expect(usageOf(await collect())).toBeUndefined();
  });

  test.each([
    [
      "an error under status 200",
      { errorUnder200: "Broken." },
      { fault: "provider", status: expect.any(Number) as number },
    ],
    ["a stream that is cut off", { text: "one two three four", cutAfter: 150 }, { fault: "provider", status: 502 }],
    ["a connection that is reset", { resetAfter: -1 }, { fault: "provider", status: 502 }],
    ["a rate limit", { status: 429, headers: { "retry-after": "9" } }, { fault: "capacity", retryAfterMs: 9000 }],
    ["a wrong key", { status: 401, message: "Wrong key secret-1." }, { fault: "key" }],
  ])("%s is a failure that another endpoint can repair", async (_, behavior, facts) => {
    server.behave(behavior);
    const failure = await failureOf();
    expect(failure.facts).toMatchObject({ ...facts, next: "next-endpoint" });
    expect(JSON.stringify(failure.facts)).not.toContain("secret-1");
  });

  test("an abort reaches the provider", async () => {
    server.behave({ hang: "after-first-token" });
    const controller = new AbortController();
    const parts = provider.stream(request, { target: { model: "tiny" }, signal: controller.signal });
    await parts.next();
    controller.abort(new Error("left"));
    await expect(parts.next().then(() => parts.next())).rejects.toThrow("left");
    expect(await server.requests[0]!.aborted).toBe(true);
  });

  test("embeds texts", async () => {
    const { vectors } = await provider.embed({ model: "m", input: ["a", "bb"] }, { target: { model: "tiny" } });
    expect(vectors.map(({ length }) => length)).toEqual([4, 4]);
  });

  test.runIf(kind !== "cohere")("lists its models", async () => {
    const [model] = await provider.listModels();
    expect(model!.id).toMatch(/^tiny/);
  });
});

test("a provider of the kind cohere ranks documents", async () => {
  const cohere = createProvider({ kind: "cohere", baseURL: server.url, apiKeys: ["secret-1"] });
  const ranked = await cohere.rerank(
    { model: "m", query: "q", documents: ["a", "b"], top_n: 1 },
    { target: { model: "t" } },
  );
  expect(ranked).toEqual({ results: [{ index: 0, score: 1 }], searchUnits: 1 });
  await cohere.close();
});
