// The published `@openrouter/sdk`, with only a server URL and a key. It converts values that it cannot parse into
// `{ isUnknown: true }` and drops unknown fields without an exception, so every test checks fields.
import { OpenRouter } from "@openrouter/sdk";
import {
  BadRequestResponseError,
  ForbiddenResponseError,
  NotFoundResponseError,
  OpenRouterError,
  PaymentRequiredResponseError,
  UnauthorizedResponseError,
} from "@openrouter/sdk/models/errors";
import type { MockServerOptions } from "@patchbay/mock-server";
import { beforeAll, expect, test } from "vitest";
import { useJudgedPorts } from "../support/judged-ports.ts";
import { unknowns } from "./unknowns.ts";

type ChatRequest = Parameters<OpenRouter["chat"]["send"]>[0]["chatRequest"];
type Sent = Awaited<ReturnType<OpenRouter["chat"]["send"]>>;
type Script = NonNullable<MockServerOptions["script"]>;

const model = "openai/gpt-5-mini";
const messages = [{ role: "user" as const, content: "hi there" }];
const text = "One two three.";
const start = useJudgedPorts();
let baseURL: string;
let client: OpenRouter;

beforeAll(async () => {
  baseURL = await serve({ script: () => text });
  client = connect(baseURL);
});

test("the SDK receives a completion with usage and cost", async () => {
  const reply = await ask(client);
  expect(reply).toMatchObject({ model, object: "chat.completion", systemFingerprint: null });
  expect(reply.id).toMatch(/^gen-/);
  expect(Math.abs(reply.created - Date.now() / 1000)).toBeLessThan(60);
  expect(reply.choices).toHaveLength(1);
  expect(reply.choices[0]).toMatchObject({
    index: 0,
    finishReason: "stop",
    message: { role: "assistant", content: text },
  });
  expect(reply.usage).toMatchObject({ promptTokens: 8, completionTokens: 4, totalTokens: 12, cost: 0.00001 });
  expect(reply.usage!.costDetails).toMatchObject({
    upstreamInferencePromptCost: 0.000002,
    upstreamInferenceCompletionsCost: 0.000008,
  });
  expect(unknowns(reply)).toEqual([]);
});

test("the SDK receives stream chunks of one id, with the usage at the end", async () => {
  const chunks = await Array.fromAsync(await stream(client));
  const pieces = chunks.map(({ choices }) => choices[0]?.delta.content ?? "").filter(Boolean);
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.join("")).toBe(text);
  expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
  expect(chunks[0]).toMatchObject({
    model,
    object: "chat.completion.chunk",
    choices: [{ delta: { role: "assistant" } }],
  });
  expect(chunks.flatMap(({ choices }) => choices[0]?.finishReason ?? [])).toContain("stop");
  expect(chunks.slice(0, -1).every(({ usage }) => usage === undefined)).toBe(true);
  expect(chunks.at(-1)!.usage).toMatchObject({ promptTokens: 8, completionTokens: 4, totalTokens: 12, cost: 0.00001 });
  expect(unknowns(chunks)).toEqual([]);
});

test("the SDK receives a mid-stream error as a chunk", async () => {
  const broken = await scripted([{ content: "Half", error: { status: 502, message: "Provider disconnected" } }]);
  const chunks = await Array.fromAsync(await stream(broken));
  expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("")).toBe("Half");
  expect(chunks.at(-1)).toMatchObject({
    error: { code: 502, message: "Provider disconnected" },
    choices: [{ finishReason: "error" }],
  });
  expect(unknowns(chunks)).toEqual([]);
});

test("the SDK receives a tool call and sends its result", async () => {
  const caller = await scripted([{ toolCalls: [{ name: "add", arguments: { a: 1, b: 2 } }] }, "It is 3."]);
  const number = { type: "number" };
  const parameters = { type: "object", properties: { a: number, b: number }, required: ["a", "b"] };
  const tools = [{ type: "function" as const, function: { name: "add", description: "Adds", parameters } }];
  const called = await ask(caller, { tools, toolChoice: "required" });
  const { finishReason, message } = called.choices[0]!;
  expect(finishReason).toBe("tool_calls");
  expect(message).toMatchObject({ content: null, toolCalls: [{ type: "function", function: { name: "add" } }] });
  const call = message.toolCalls![0]!;
  expect(call.id).toMatch(/\w/);
  expect(JSON.parse(call.function.arguments)).toEqual({ a: 1, b: 2 });
  expect(unknowns(called)).toEqual([]);
  const final = await ask(caller, {
    tools,
    messages: [...messages, message, { role: "tool", toolCallId: call.id, content: "3" }],
  });
  expect(final.choices[0]).toMatchObject({ finishReason: "stop", message: { content: "It is 3." } });
  expect(final.usage!.promptTokens).toBeGreaterThan(called.usage!.promptTokens);
});

test("the SDK accumulates a streamed tool call", async () => {
  const caller = await scripted([{ toolCalls: [{ name: "find", arguments: { query: "a cat on a mat" } }] }]);
  const tools = [{ type: "function" as const, function: { name: "find", parameters: { type: "object" } } }];
  const chunks = await Array.fromAsync(await stream(caller, { tools }));
  const pieces = chunks.flatMap(({ choices }) => choices[0]?.delta.toolCalls ?? []);
  expect(pieces.every(({ index }) => index === 0)).toBe(true);
  expect(pieces.map((piece) => piece.function?.name ?? "").join("")).toBe("find");
  expect(pieces.flatMap(({ id }) => id ?? []).length).toBeGreaterThan(0);
  expect(JSON.parse(pieces.map((piece) => piece.function?.arguments ?? "").join(""))).toEqual({
    query: "a cat on a mat",
  });
  expect(chunks.flatMap(({ choices }) => choices[0]?.finishReason ?? [])).toContain("tool_calls");
});

test("the SDK sends a response format and receives conforming JSON", async () => {
  const schema = { type: "object", properties: { n: { type: "integer", minimum: 3, maximum: 5 } }, required: ["n"] };
  const asked: unknown[] = [];
  const caller = await scripted([
    (request) => {
      asked.push(request.response_format);
      return JSON.stringify({ n: 4 });
    },
  ]);
  const reply = await ask(caller, {
    responseFormat: { type: "json_schema", jsonSchema: { name: "n", strict: true, schema } },
  });
  expect(asked).toEqual([{ type: "json_schema", json_schema: { name: "n", strict: true, schema } }]);
  expect(JSON.parse(textOf(reply))).toEqual({ n: 4 });
  expect(reply.choices[0]!.finishReason).toBe("stop");
});

test("the SDK receives reasoning with details of a known type", async () => {
  const caller = await scripted([{ reasoning: "Hm.", content: "Done." }]);
  const reply = await ask(caller, { reasoning: { effort: "low" } });
  expect(reply.choices[0]!.message).toMatchObject({ reasoning: "Hm.", content: "Done." });
  expect(reply.choices[0]!.message.reasoningDetails).toMatchObject([{ type: "reasoning.text", text: "Hm." }]);
  expect(reply.usage!.completionTokensDetails!.reasoningTokens).toBeGreaterThan(0);
  expect(unknowns(reply)).toEqual([]);
});

test("the SDK receives streamed reasoning before the text", async () => {
  const caller = await scripted([{ reasoning: "Let me think about it.", content: "Done." }]);
  const chunks = await Array.fromAsync(await stream(caller, { reasoning: { effort: "low" } }));
  const deltas = chunks.flatMap(({ choices }) => choices[0]?.delta ?? []);
  const details = deltas.flatMap(({ reasoningDetails }) => reasoningDetails ?? []);
  expect(deltas.map(({ reasoning }) => reasoning ?? "").join("")).toBe("Let me think about it.");
  expect(details.map((detail) => (detail.type === "reasoning.text" ? detail.text : "?")).join("")).toBe(
    "Let me think about it.",
  );
  expect(deltas.findLastIndex(({ reasoning }) => reasoning)).toBeLessThan(deltas.findIndex(({ content }) => content));
  expect(unknowns(chunks)).toEqual([]);
});

test("the SDK accepts a completion with web search", async () => {
  const reply = await ask(client, { plugins: [{ id: "web" }] });
  expect(textOf(reply)).toContain(text);
  expect(reply.usage!.cost).toBeGreaterThan(0.00001);
  expect(unknowns(reply)).toEqual([]);
});

test("the SDK receives embeddings as numbers and as base64", async () => {
  const requestBody = { model: "openai/text-embedding-3-small", input: ["a", "b"], dimensions: 8 };
  const asNumbers = notText(await client.embeddings.generate({ requestBody }));
  const inBase64 = notText(
    await client.embeddings.generate({ requestBody: { ...requestBody, encodingFormat: "base64" } }),
  );
  const vectors = asNumbers.data.map(({ embedding }) => embedding as number[]);
  expect(asNumbers).toMatchObject({ object: "list", model: requestBody.model });
  expect(asNumbers.data.map(({ index, object }) => [index, object])).toEqual([
    [0, "embedding"],
    [1, "embedding"],
  ]);
  expect(vectors.map(({ length }) => length)).toEqual([8, 8]);
  expect(inBase64.data.map(({ embedding }) => floats(embedding as string))).toEqual(
    vectors.map((vector) => vector.map((value) => Math.fround(value))),
  );
  expect(asNumbers.usage).toMatchObject({ promptTokens: 2, totalTokens: 2 });
  expect(asNumbers.usage!.cost).toBeGreaterThan(0);
  expect(inBase64.usage).toEqual(asNumbers.usage);
});

test("the SDK receives reranked documents as objects", async () => {
  const documents = ["a dog", "the cat sat", { text: "cat and cat" }];
  const reply = notText(
    await client.rerank.rerank({ requestBody: { model: "cohere/rerank-v3.5", query: "cat", documents } }),
  );
  const scores = reply.results.map(({ relevanceScore }) => relevanceScore);
  expect(reply.model).toBe("cohere/rerank-v3.5");
  expect(reply.results.map(({ index }) => index)).toEqual([2, 1, 0]);
  expect(reply.results.map(({ document }) => document)).toEqual([
    { text: "cat and cat" },
    { text: "the cat sat" },
    { text: "a dog" },
  ]);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(scores[0]).toBeGreaterThan(scores[2]!);
  expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  expect(reply.usage).toMatchObject({ searchUnits: 1, cost: 0.002 });
});

test("the SDK receives top_n documents", async () => {
  const documents = ["a dog", "the cat sat", "cat and cat"];
  const reply = notText(
    await client.rerank.rerank({ requestBody: { model: "cohere/rerank-v3.5", query: "cat", documents, topN: 2 } }),
  );
  expect(reply.results.map(({ index }) => index)).toEqual([2, 1]);
});

test("the SDK lists models with prices and architecture", async () => {
  const { result } = await client.models.list();
  expect(result.data.find(({ id }) => id === model)).toMatchObject({
    name: expect.stringContaining("GPT-5 Mini") as string,
    contextLength: 400_000,
    pricing: { prompt: "0.00000025", completion: "0.000002" },
    architecture: {
      modality: expect.stringContaining("->text") as string,
      inputModalities: ["text", "image", "file"],
      outputModalities: ["text"],
    },
    supportedParameters: expect.arrayContaining(["tools", "max_tokens"]) as string[],
  });
  expect(result.data.every(({ pricing }) => Number(pricing.prompt) >= 0)).toBe(true);
  expect(result.links.next).toBeNull();
  expect(unknowns(result)).toEqual([]);
});

test("the SDK reads all pages of models", async () => {
  const all = (await client.models.list()).result;
  const pages = await Array.fromAsync(await client.models.list({ limit: 20 }));
  const ids = pages.flatMap(({ result }) => result.data.map(({ id }) => id));
  expect(pages.length).toBe(Math.ceil(all.data.length / 20));
  expect(ids).toEqual(all.data.map(({ id }) => id));
  expect(pages.map(({ result }) => result.totalCount)).toEqual(pages.map(() => all.totalCount));
});

test("the SDK lists the models of the key's account", async () => {
  const { result } = await client.models.listForUser({ bearer: "sk-or-v1-test" });
  expect(result.data.map(({ id }) => id)).toContain(model);
  expect(result.totalCount).toBeGreaterThan(20);
});

test("the SDK counts models", async () => {
  const { result } = await client.models.list();
  const { data } = await client.models.count();
  expect(data.count).toBeGreaterThan(20);
  expect(data.count).toBe(result.data.length);
  expect(result.totalCount).toBe(data.count);
});

test("the SDK gets a model by author and slug", async () => {
  const { data } = await client.models.get({ author: "openai", slug: "gpt-5-mini" });
  expect(data).toMatchObject({ id: model, pricing: { prompt: "0.00000025" }, contextLength: 400_000 });
});

test("the SDK lists the endpoints of a model with prices and speed", async () => {
  const { data } = await client.endpoints.list({ author: "meta-llama", slug: "llama-3.3-70b-instruct" });
  expect(data).toMatchObject({ id: "meta-llama/llama-3.3-70b-instruct", architecture: { outputModalities: ["text"] } });
  expect(data.endpoints.map(({ tag }) => tag)).toContain("deepinfra/turbo");
  for (const endpoint of data.endpoints) {
    expect(endpoint.providerName).toMatch(/\w/);
    expect(Number(endpoint.pricing.prompt)).toBeGreaterThan(0);
    expect(endpoint.contextLength).toBeGreaterThan(0);
    expect(endpoint.latencyLast30m!.p50).toBeGreaterThan(0);
    expect(endpoint.throughputLast30m!.p50).toBeGreaterThan(0);
    expect(endpoint.uptimeLast30m).toBeGreaterThan(0);
  }
  expect(unknowns(data)).toEqual([]);
});

test("the SDK lists embedding models", async () => {
  const { result } = await client.embeddings.listModels();
  expect(result.data.map(({ id }) => id)).toContain("openai/text-embedding-3-small");
  expect(result.data.every(({ architecture }) => architecture.outputModalities.includes("embeddings"))).toBe(true);
  expect(result.totalCount).toBe(result.data.length);
});

test("the SDK lists providers", async () => {
  const { data } = await client.providers.list();
  expect(data.find(({ slug }) => slug === "deepinfra")).toMatchObject({ name: "DeepInfra", slug: "deepinfra" });
  expect(data.every(({ name, slug }) => name && slug)).toBe(true);
});

test("the SDK lists zero-data-retention endpoints", async () => {
  const { data } = await client.endpoints.listZdrEndpoints();
  expect(data.length).toBeGreaterThan(20);
  expect(data.every(({ tag, modelId, providerName }) => tag && modelId && providerName)).toBe(true);
  expect(data.every(({ pricing }) => Number(pricing.prompt) >= 0)).toBe(true);
});

test("the SDK reads credits that decrease by the cost of a chat", async () => {
  const url = await serve({ credits: 3, script: () => text });
  const { usage } = await ask(connect(url));
  expect(usage!.cost).toBeGreaterThan(0);
  const { data } = await connect(url, "sk-or-mgmt-test").credits.getCredits();
  expect(data).toEqual({ totalCredits: 3, totalUsage: usage!.cost });
});

test("the SDK reads the usage of the current key", async () => {
  const url = await serve({ script: () => text });
  const caller = connect(url);
  const { usage } = await ask(caller);
  const cost = usage!.cost;
  expect((await caller.apiKeys.getCurrentKeyMetadata()).data).toMatchObject({
    label: expect.stringMatching(/^sk-or-v1-/) as string,
    usage: cost,
    usageDaily: cost,
    usageWeekly: cost,
    usageMonthly: cost,
    byokUsage: 0,
    limit: null,
    limitRemaining: null,
    isManagementKey: false,
    isProvisioningKey: false,
  });
  expect((await connect(url, "sk-or-mgmt-test").apiKeys.getCurrentKeyMetadata()).data).toMatchObject({
    isManagementKey: true,
    usage: 0,
  });
});

test("the SDK creates, updates and deletes a key", async () => {
  const url = await serve({ script: () => text });
  const { apiKeys } = connect(url, "sk-or-mgmt-test");
  const expiresAt = new Date(Date.now() + 86_400_000);
  const { data, key } = await apiKeys.create({
    requestBody: { name: "robot", limit: 5, limitReset: "daily", expiresAt },
  });
  const { hash } = data;
  expect(key).toMatch(/^sk-or-v1-/);
  expect(data).toMatchObject({ name: "robot", limit: 5, limitRemaining: 5, limitReset: "daily", expiresAt, usage: 0 });

  const cost = (await ask(connect(url, key))).usage!.cost!;
  expect((await apiKeys.list()).data.find((listed) => listed.hash === hash)).toMatchObject({
    name: "robot",
    disabled: false,
    usage: cost,
    limitRemaining: expect.closeTo(5 - cost, 9) as number,
  });

  const updated = await apiKeys.update({ hash, requestBody: { name: "still", disabled: true, limit: null } });
  expect(updated.data).toMatchObject({ hash, name: "still", disabled: true, limit: null, limitRemaining: null });
  expect((await apiKeys.get({ hash })).data).toEqual(updated.data);
  expect((await apiKeys.list({ includeDisabled: true })).data.map(({ hash }) => hash)).toContain(hash);
  expect((await apiKeys.list()).data.map(({ hash }) => hash)).not.toContain(hash);
  expect(await refusal(ask(connect(url, key)))).toBeInstanceOf(UnauthorizedResponseError);

  expect(await apiKeys.delete({ hash })).toEqual({ deleted: true });
  expect((await apiKeys.list({ includeDisabled: true })).data.map(({ hash }) => hash)).not.toContain(hash);
  expect(await refusal(apiKeys.get({ hash }))).toBeInstanceOf(NotFoundResponseError);
});

test("the SDK gets a generation by id with the cost of its completion", async () => {
  const { id, usage } = await ask(client);
  const { data } = await client.generations.getGeneration({ id });
  expect(usage!.cost).toBeGreaterThan(0);
  expect(data).toMatchObject({
    id,
    model,
    totalCost: usage!.cost,
    usage: usage!.cost,
    apiType: "completions",
    providerName: "OpenAI",
    finishReason: "stop",
    streamed: false,
    cancelled: false,
    isByok: false,
    nativeTokensPrompt: 8,
    nativeTokensCompletion: 4,
  });
  expect(data.providerResponses).toMatchObject([{ providerName: "OpenAI", status: 200 }]);
});

test("the SDK gets the prompt and response of a generation", async () => {
  const { id } = await ask(client);
  const { data } = await client.generations.listGenerationContent({ id });
  expect(data).toMatchObject({ input: { messages }, output: { completion: text } });
});

test("the SDK lists the activity of past days", async () => {
  let now = Date.UTC(2026, 0, 5, 12);
  const url = await serve({ script: () => text, now: () => now });
  const { analytics } = connect(url, "sk-or-mgmt-test");
  const { usage } = await ask(connect(url));
  await ask(connect(url));
  expect((await analytics.getUserActivity()).data).toEqual([]);
  now += 86_400_000;
  const { data } = await analytics.getUserActivity({ date: "2026-01-05" });
  expect(data).toMatchObject([
    { date: "2026-01-05", model, providerName: "OpenAI", requests: 2, promptTokens: 16, completionTokens: 8 },
  ]);
  expect(data[0]!.usage).toBeCloseTo(2 * usage!.cost!, 9);
  expect(data[0]!.byokUsageInference).toBe(0);
  expect((await analytics.getUserActivity()).data).toEqual(data);
});

test("the SDK throws a bad request for an unknown model", async () => {
  const error = await refusal(ask(client, { model: "acme/none" }));
  expect(error).toBeInstanceOf(BadRequestResponseError);
  expect(error).toMatchObject({ statusCode: 400, error: { code: 400, message: "acme/none is not a valid model ID" } });
  expect(error.message).toBe("acme/none is not a valid model ID");
});

test("the SDK throws a bad request for a stream of an unknown model", async () => {
  const error = await refusal(stream(client, { model: "acme/none" }));
  expect(error).toBeInstanceOf(BadRequestResponseError);
  expect(error.message).toBe("acme/none is not a valid model ID");
});

test("the SDK throws unauthorized for a request without a key", async () => {
  const error = await refusal(ask(connect(baseURL, "")));
  expect(error).toBeInstanceOf(UnauthorizedResponseError);
  expect(error).toMatchObject({
    statusCode: 401,
    error: { code: 401, message: expect.stringMatching(/auth/i) as string },
  });
});

test("the SDK throws unauthorized for an unset key", async () => {
  const error = await refusal(ask(connect(baseURL, "undefined")));
  expect(error).toBeInstanceOf(UnauthorizedResponseError);
  expect(error.message).toMatch(/User not found/);
});

test("the SDK throws payment required for a chat beyond the balance", async () => {
  const error = await refusal(ask(connect(await serve({ credits: 0.000_000_1, script: () => text }))));
  expect(error).toBeInstanceOf(PaymentRequiredResponseError);
  expect(error).toMatchObject({ statusCode: 402, error: { code: 402 } });
  expect(error.message).toMatch(/Insufficient credits/);
});

test("the SDK throws forbidden for credits with an inference key", async () => {
  const error = await refusal(client.credits.getCredits());
  expect(error).toBeInstanceOf(ForbiddenResponseError);
  expect(error).toMatchObject({ statusCode: 403, error: { code: 403 } });
  expect(error.message).toMatch(/Only management keys/);
});

test("the SDK throws forbidden for a chat with a management key", async () => {
  const error = await refusal(ask(connect(baseURL, "sk-or-mgmt-test")));
  expect(error).toBeInstanceOf(ForbiddenResponseError);
  expect(error.message).toMatch(/Management keys cannot/);
});

test("the SDK throws not found for an unknown generation", async () => {
  const error = await refusal(client.generations.getGeneration({ id: "gen-1" }));
  expect(error).toBeInstanceOf(NotFoundResponseError);
  expect(error).toMatchObject({ statusCode: 404, error: { code: 404 } });
  expect(error.message).toMatch(/gen-1 not found/);
});

async function serve(options: MockServerOptions): Promise<string> {
  return (await start(options)).baseURL;
}

function connect(serverURL: string, apiKey = "sk-or-v1-test"): OpenRouter {
  return new OpenRouter({ apiKey, serverURL, retryConfig: { strategy: "none" }, timeoutMs: 30_000 });
}

/** A client of a new server with these scripted replies. */
async function scripted(script: Script): Promise<OpenRouter> {
  return connect(await serve({ script }));
}

/** Its overloads distinguish a stream from a completion only by a literal in the call. */
async function ask(sdk: OpenRouter, more: Partial<ChatRequest> = {}): Promise<Extract<Sent, { choices: unknown }>> {
  const reply = await sdk.chat.send({ chatRequest: { model, messages, ...more, stream: false } });
  if (!("choices" in reply)) throw new Error("A stream came where an answer was asked for.");
  return reply;
}

async function stream(
  sdk: OpenRouter,
  more: Partial<ChatRequest> = {},
): Promise<Extract<Sent, AsyncIterable<unknown>>> {
  const reply = await sdk.chat.send({ chatRequest: { model, messages, ...more, stream: true } });
  if ("choices" in reply) throw new Error("An answer came where a stream was asked for.");
  return reply;
}

/** The error of a rejected request. */
async function refusal(call: Promise<unknown>): Promise<OpenRouterError> {
  const error = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (error instanceof OpenRouterError) return error;
  throw new Error("The call was not refused by the service.", { cause: error });
}

function textOf({ choices }: Extract<Sent, { choices: unknown }>): string {
  const content = choices[0]?.message.content;
  if (typeof content !== "string") throw new Error(`The content is not a string: ${JSON.stringify(content)}`);
  return content;
}

function notText<Reply>(reply: Reply | string): Reply {
  if (typeof reply === "string") throw new Error(`The answer is a text: ${reply}`);
  return reply;
}

function floats(base64: string): number[] {
  const bytes = Buffer.from(base64, "base64");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.byteLength / 4 }, (_, index) => view.getFloat32(index * 4, true));
}
