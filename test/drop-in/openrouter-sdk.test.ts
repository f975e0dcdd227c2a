import { OpenRouter } from "@openrouter/sdk";
import { createMockServer, type Listening, type MockServerOptions } from "@patchbay/mock-server";
import { afterAll, expect, test } from "vitest";

// This client turns what it cannot read into `{ isUnknown: true }` and drops fields that it does not know, without an
// exception. So every test looks at fields.
const model = "openai/gpt-5-mini";
const messages = [{ role: "user" as const, content: "hi there" }];
const open: Listening[] = [];

afterAll(() => Promise.all(open.map((listening) => listening.close())));

async function connect(
  options: MockServerOptions = {},
): Promise<{ sdk: OpenRouter; account: OpenRouter; base: string }> {
  const listening = await createMockServer(options).listen({ port: 0 });
  open.push(listening);
  const make = (apiKey: string): OpenRouter =>
    new OpenRouter({ apiKey, serverURL: listening.baseURL, retryConfig: { strategy: "none" }, timeoutMs: 20_000 });
  return { sdk: make("sk-or-v1-test"), account: make("sk-or-mgmt-test"), base: listening.baseURL };
}

type ChatRequest = Parameters<OpenRouter["chat"]["send"]>[0]["chatRequest"];
type Sent = Awaited<ReturnType<OpenRouter["chat"]["send"]>>;

/** Its overloads do not tell a stream from an answer unless the literal stands in the call. */
async function ask(sdk: OpenRouter, more: Partial<ChatRequest> = {}): Promise<Extract<Sent, { choices: unknown }>> {
  const reply = await sdk.chat.send({ chatRequest: { model, messages, ...more, stream: false } });
  if (!("choices" in reply)) throw new Error("A stream came where an answer was asked for.");
  return reply;
}

async function stream(sdk: OpenRouter): Promise<Extract<Sent, AsyncIterable<unknown>>> {
  const reply = await sdk.chat.send({ chatRequest: { model, messages, stream: true } });
  if ("choices" in reply) throw new Error("An answer came where a stream was asked for.");
  return reply;
}

function notText<Reply>(reply: Reply | string): Reply {
  if (typeof reply === "string") throw new Error(`The answer is a text: ${reply}`);
  return reply;
}

function unknowns(value: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(value, (name, member: unknown) => {
    if (name === "isUnknown" && member === true) found.push(JSON.stringify(value));
    return member;
  });
  return found;
}

test("a chat is answered, counted and priced", async () => {
  const { sdk } = await connect({ script: ["One two three."] });
  const reply = await ask(sdk);
  expect(reply).toMatchObject({ model, object: "chat.completion", systemFingerprint: null });
  expect(reply.choices[0]).toMatchObject({ finishReason: "stop", message: { content: "One two three." } });
  expect(reply.usage).toMatchObject({ promptTokens: 8, completionTokens: 4, totalTokens: 12, cost: 0.00001 });
  expect(reply.usage?.costDetails?.upstreamInferenceCompletionsCost).toBe(0.000008);
});

test("a stream keeps one id and ends with usage", async () => {
  const { sdk } = await connect({ script: ["One two three."] });
  const chunks = await Array.fromAsync(await stream(sdk));
  expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
  expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("")).toBe("One two three.");
  expect(chunks.at(-1)!.usage).toMatchObject({ completionTokens: 4, cost: 0.00001 });
  expect(unknowns(chunks)).toEqual([]);
});

test("a tool is called with arguments that obey its schema", async () => {
  const { sdk } = await connect();
  const parameters = { type: "object", properties: { a: { const: 1 } }, required: ["a"] };
  const reply = await ask(sdk, {
    toolChoice: "required",
    tools: [{ type: "function", function: { name: "add", parameters } }],
  });
  expect(reply.choices[0]).toMatchObject({
    finishReason: "tool_calls",
    message: { content: null, toolCalls: [{ type: "function", function: { name: "add", arguments: '{"a":1}' } }] },
  });
});

test("structured output obeys its schema", async () => {
  const { sdk } = await connect();
  const schema = { type: "object", properties: { n: { type: "integer", minimum: 3, maximum: 5 } }, required: ["n"] };
  const reply = await ask(sdk, {
    responseFormat: { type: "json_schema", jsonSchema: { name: "n", schema } },
  });
  const { n } = JSON.parse(reply.choices[0]!.message.content as string) as { n: number };
  expect([3, 4, 5]).toContain(n);
});

test("reasoning, citations and tool details are all understood", async () => {
  const { sdk } = await connect({ script: [{ reasoning: "Hm.", content: "Done." }] });
  const reply = await ask(sdk, { plugins: [{ id: "web" }] });
  expect(reply.choices[0]!.message).toMatchObject({ reasoning: "Hm.", content: "Done." });
  expect(reply.choices[0]!.message.reasoningDetails).toMatchObject([{ type: "reasoning.text", text: "Hm." }]);
  expect(unknowns(reply)).toEqual([]);
});

test("an error in the middle of a stream is a chunk of its own", async () => {
  const { sdk } = await connect({
    script: [{ content: "Half", error: { status: 502, message: "Provider disconnected" } }],
  });
  const chunks = await Array.fromAsync(await stream(sdk));
  expect(chunks.at(-1)).toMatchObject({
    error: { code: 502, message: "Provider disconnected" },
    choices: [{ finishReason: "error" }],
  });
});

test("embeddings come as numbers and as base64", async () => {
  const { sdk } = await connect();
  const requestBody = { model: "openai/text-embedding-3-small", input: ["a", "b"], dimensions: 8 };
  const asNumbers = notText(await sdk.embeddings.generate({ requestBody }));
  const inBase64 = notText(
    await sdk.embeddings.generate({ requestBody: { ...requestBody, encodingFormat: "base64" } }),
  );
  expect(asNumbers.data.map(({ embedding }) => (embedding as number[]).length)).toEqual([8, 8]);
  const bytes = Buffer.from(inBase64.data[0]!.embedding as string, "base64");
  const first = new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0, true);
  expect(first).toBeCloseTo((asNumbers.data[0]!.embedding as number[])[0]!, 6);
  expect(asNumbers.usage).toMatchObject({ promptTokens: 2, totalTokens: 2 });
});

test("documents are ranked, and come back as objects", async () => {
  const { sdk } = await connect();
  const reply = notText(
    await sdk.rerank.rerank({
      requestBody: { model: "cohere/rerank-v3.5", query: "cat", documents: ["a dog", "the cat sat", "cat and cat"] },
    }),
  );
  expect(reply.results.map(({ index }) => index)).toEqual([2, 1, 0]);
  expect(reply.results[0]!.document).toEqual({ text: "cat and cat" });
  expect(reply.usage).toMatchObject({ searchUnits: 1, cost: 0.002 });
});

test("the catalogue is read whole", async () => {
  const { sdk } = await connect();
  const { result } = await sdk.models.list({});
  const listed = result.data.find(({ id }) => id === model)!;
  expect(listed).toMatchObject({
    pricing: { prompt: "0.00000025" },
    architecture: { inputModalities: ["text", "image", "file"] },
  });
  const { data } = await sdk.models.count({});
  expect(data.count).toBe(result.data.length);
  const served = await sdk.endpoints.list({ author: "meta-llama", slug: "llama-3.3-70b-instruct" });
  expect(served.data.endpoints.map(({ tag }) => tag)).toContain("deepinfra/turbo");
  expect(served.data.endpoints[0]!.latencyLast30m?.p50).toBeGreaterThan(0);
  const embedding = await sdk.embeddings.listModels();
  expect(embedding.result.data.map(({ id }) => id)).toContain("openai/text-embedding-3-small");
  expect((await sdk.providers.list()).data.map(({ slug }) => slug)).toContain("deepinfra");
  expect((await sdk.endpoints.listZdrEndpoints()).data.length).toBeGreaterThan(20);
});

test("what a chat costs is in its record, in the credits and at its key", async () => {
  const { sdk, account } = await connect();
  const { id, usage } = await ask(sdk);
  const { data } = await sdk.generations.getGeneration({ id });
  expect(data).toMatchObject({ id, model, totalCost: usage!.cost, providerName: "OpenAI" });
  expect((await account.credits.getCredits()).data).toEqual({ totalCredits: 100, totalUsage: usage!.cost });
  expect((await sdk.apiKeys.getCurrentKeyMetadata()).data).toMatchObject({
    usage: usage!.cost,
    isManagementKey: false,
  });
  expect((await account.analytics.getUserActivity({})).data).toEqual([]);
});

test("a key lives from its making to its deletion", async () => {
  const { account } = await connect();
  const { data, key } = await account.apiKeys.create({ requestBody: { name: "robot", limit: 5, limitReset: "daily" } });
  expect(key).toMatch(/^sk-or-v1-/);
  expect(data).toMatchObject({ name: "robot", limit: 5, limitRemaining: 5, limitReset: "daily" });
  expect((await account.apiKeys.list({})).data.map(({ hash }) => hash)).toContain(data.hash);
  const updated = await account.apiKeys.update({ hash: data.hash, requestBody: { disabled: true } });
  expect(updated.data.disabled).toBe(true);
  expect((await account.apiKeys.get({ hash: data.hash })).data.disabled).toBe(true);
  expect(await account.apiKeys.delete({ hash: data.hash })).toMatchObject({ deleted: true });
});

test("every refusal is its own error class, in the service's words", async () => {
  const { sdk, account, base } = await connect();
  const { sdk: poor } = await connect({ credits: 0.000_000_1 });
  const stranger = new OpenRouter({ apiKey: "undefined", serverURL: base, retryConfig: { strategy: "none" } });
  const failure = (call: () => Promise<unknown>): Promise<unknown> =>
    call().then(
      () => expect.fail(),
      (error: unknown) => error,
    );
  const cases: [() => Promise<unknown>, string, RegExp][] = [
    [() => ask(sdk, { model: "acme/none" }), "BadRequestResponseError", /is not a valid model ID/],
    [() => ask(stranger), "UnauthorizedResponseError", /User not found/],
    [() => ask(poor), "PaymentRequiredResponseError", /Insufficient credits/],
    [() => sdk.credits.getCredits(), "ForbiddenResponseError", /Only management keys/],
    [() => ask(account), "ForbiddenResponseError", /Management keys cannot/],
    [() => sdk.generations.getGeneration({ id: "gen-1" }), "NotFoundResponseError", /gen-1 not found/],
  ];
  for (const [call, name, message] of cases)
    expect(await failure(call)).toMatchObject({ name, message: expect.stringMatching(message) as string });
});
