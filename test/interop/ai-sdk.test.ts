// The published `ai` and `@openrouter/ai-sdk-provider`, with only a base URL and a key.
import { createOpenRouter } from "@openrouter/ai-sdk-provider";
import type { MockServerOptions } from "@patchbay/mock-server";
import { APICallError, embed, embedMany, generateText, isStepCount, Output, streamText, tool } from "ai";
import { expect, test } from "vitest";
import { z } from "zod";
import { useJudgedPorts } from "../support/judged-ports.ts";

const model = "openai/gpt-5-mini";
const serve = useJudgedPorts();
const add = tool({
  description: "Adds two numbers",
  inputSchema: z.object({ a: z.number(), b: z.number() }),
  execute: ({ a, b }) => a + b,
});

async function connect(options: MockServerOptions): Promise<ReturnType<typeof createOpenRouter>> {
  const { baseURL } = await serve(options);
  return createOpenRouter({ apiKey: "sk-or-v1-test", baseURL });
}

/** The provider's metadata in addition to the AI SDK's own fields. */
interface Facts {
  readonly provider: string;
  readonly usage: { readonly cost: number; readonly totalTokens: number };
}

function factsOf(metadata: unknown): Facts {
  return (metadata as { openrouter: Facts }).openrouter;
}

test("the SDK receives a completion with usage and cost", async () => {
  const provider = await connect({ script: ["One two three."] });
  const result = await generateText({ model: provider(model), prompt: "Count.", maxRetries: 0 });
  expect(result.text).toBe("One two three.");
  expect(result.finishReason).toBe("stop");
  expect(result.response.modelId).toBe(model);
  expect(result.usage).toMatchObject({ inputTokens: 8, outputTokens: 4, totalTokens: 12 });
  expect(result.response.id).toMatch(/^gen-/);
  expect(result.usage.raw).toMatchObject({ prompt_tokens: 8, completion_tokens: 4, cost: 0.00001, is_byok: false });
  expect(factsOf(result.providerMetadata)).toMatchObject({
    provider: "OpenAI",
    usage: { cost: 0.00001, totalTokens: 12 },
  });
});

test("the SDK receives stream chunks and the cost at the end", async () => {
  const provider = await connect({ script: ["One two three."] });
  const result = streamText({ model: provider(model), prompt: "Count.", maxRetries: 0 });
  const pieces = await Array.fromAsync(result.textStream);
  expect(pieces).toEqual(["One", " two", " three", "."]);
  expect(await result.finishReason).toBe("stop");
  expect(await result.usage).toMatchObject({
    inputTokens: 8,
    outputTokens: 4,
    totalTokens: 12,
    raw: { cost: 0.00001 },
  });
  expect((await result.response).modelId).toBe(model);
  expect(factsOf(await result.providerMetadata)).toMatchObject({
    provider: "OpenAI",
    usage: { cost: 0.00001, totalTokens: 12 },
  });
});

test("the SDK calls a tool with its arguments and continues with the result", async () => {
  const provider = await connect({
    script: [
      { toolCalls: [{ name: "add", arguments: { a: 2, b: 3 } }] },
      ({ messages }) => `The sum is ${JSON.stringify(messages.at(-1)?.content)}.`,
    ],
  });
  const result = await generateText({
    model: provider(model),
    prompt: "Add 2 and 3.",
    tools: { add },
    stopWhen: isStepCount(3),
    maxRetries: 0,
  });
  expect(result.steps).toHaveLength(2);
  expect(result.steps[0]!.finishReason).toBe("tool-calls");
  expect(result.steps[0]!.toolCalls[0]).toMatchObject({ toolName: "add", input: { a: 2, b: 3 } });
  expect(result.steps[0]!.toolResults[0]).toMatchObject({ output: 5 });
  expect(result.finishReason).toBe("stop");
  expect(result.text).toBe('The sum is "5".');
  for (const { providerMetadata } of result.steps) expect(factsOf(providerMetadata).usage.cost).toBeGreaterThan(0);
});

test("the SDK accumulates streamed tool calls, runs them in parallel and sends their results", async () => {
  const provider = await connect({
    script: [
      {
        toolCalls: [
          { name: "add", arguments: { a: 20, b: 22 } },
          { name: "add", arguments: { a: 1, b: 2 } },
        ],
      },
      ({ messages }) =>
        messages.flatMap(({ role, content }) => (role === "tool" ? JSON.stringify(content) : [])).join(" and "),
    ],
  });
  const result = streamText({
    model: provider(model),
    prompt: "Add.",
    tools: { add },
    stopWhen: isStepCount(3),
    maxRetries: 0,
  });
  const parts = await Array.fromAsync(result.fullStream);
  const inputs = new Map<string, string>();
  for (const part of parts)
    if (part.type === "tool-input-delta") inputs.set(part.id, (inputs.get(part.id) ?? "") + part.delta);
  expect([...inputs.values()]).toEqual(['{"a":20,"b":22}', '{"a":1,"b":2}']);
  expect(parts.filter(({ type }) => type === "tool-input-delta").length).toBeGreaterThan(2);
  const [asked, answered] = await result.steps;
  expect(asked!.finishReason).toBe("tool-calls");
  expect(asked!.toolCalls).toMatchObject([
    { toolName: "add", input: { a: 20, b: 22 } },
    { toolName: "add", input: { a: 1, b: 2 } },
  ]);
  expect(asked!.toolResults.map(({ output }) => output)).toEqual([42, 3]);
  expect(answered).toMatchObject({ finishReason: "stop", text: '"42" and "3"' });
});

test("the SDK requests structured output by schema and parses it", async () => {
  const asked: unknown[] = [];
  const provider = await connect({
    script: [
      ({ response_format }) => {
        asked.push(response_format);
        return '{"city":"Lisbon","high":21}';
      },
    ],
  });
  const result = await generateText({
    model: provider(model),
    prompt: "Weather in Lisbon, please.",
    output: Output.object({ schema: z.object({ city: z.string(), high: z.int() }) }),
    maxRetries: 0,
  });
  expect(result.output).toEqual({ city: "Lisbon", high: 21 });
  expect(result.finishReason).toBe("stop");
  expect(asked).toMatchObject([
    { type: "json_schema", json_schema: { strict: true, schema: { required: ["city", "high"] } } },
  ]);
});

test("the SDK receives partial structured output while it streams", async () => {
  const provider = await connect({ script: ['{"city":"Lisbon","high":21}'] });
  const result = streamText({
    model: provider(model),
    prompt: "Weather in Lisbon, please.",
    output: Output.object({ schema: z.object({ city: z.string(), high: z.int() }) }),
    maxRetries: 0,
  });
  const grown = await Array.fromAsync(result.partialOutputStream);
  expect(grown.length).toBeGreaterThan(2);
  expect(grown).toContainEqual({ city: "Lisbon" });
  expect(grown.at(-1)).toEqual({ city: "Lisbon", high: 21 });
  expect(await result.output).toEqual({ city: "Lisbon", high: 21 });
});

test("unscripted structured output conforms to its schema", async () => {
  const provider = await connect({});
  const schema = z.object({ city: z.string(), days: z.array(z.object({ high: z.int(), rain: z.boolean() })).min(1) });
  const result = await generateText({
    model: provider(model),
    prompt: "Weather in Lisbon, please.",
    output: Output.object({ schema }),
    maxRetries: 0,
  });
  expect(schema.parse(result.output)).toEqual(result.output);
  expect(result.output.days.length).toBeGreaterThan(0);
});

test("the SDK receives reasoning separate from the text", async () => {
  const provider = await connect({ script: [{ reasoning: "Let me think.", content: "Done." }] });
  const result = await generateText({ model: provider(model), prompt: "Think.", maxRetries: 0 });
  expect(result.reasoningText).toBe("Let me think.");
  expect(result.text).toBe("Done.");
  expect(result.usage.outputTokenDetails.reasoningTokens).toBe(4);
});

test("the SDK receives streamed reasoning in chunks before the text", async () => {
  const provider = await connect({ script: [{ reasoning: "Let me think.", content: "Done." }] });
  const result = streamText({ model: provider(model), prompt: "Think.", maxRetries: 0 });
  const parts = await Array.fromAsync(result.fullStream);
  const reasoning = parts.flatMap((part) => (part.type === "reasoning-delta" ? part.text : []));
  expect(reasoning).toEqual(["Let", " me", " think", "."]);
  const order = parts.map(({ type }) => type);
  expect(order.indexOf("reasoning-end")).toBeGreaterThan(order.lastIndexOf("reasoning-delta"));
  expect(order.indexOf("text-start")).toBeGreaterThan(order.indexOf("reasoning-end"));
  expect(await result.text).toBe("Done.");
  expect((await result.usage).outputTokenDetails).toMatchObject({ reasoningTokens: 4, textTokens: 2 });
});

// Version 3.1.0 of the provider has no model for reranking.
test("embeddings of similar texts are closer than those of unrelated ones", async () => {
  const provider = await connect({});
  const { embeddings, usage } = await embedMany({
    model: provider.textEmbeddingModel("openai/text-embedding-3-small"),
    values: ["a cat on a mat", "the cat on the mat", "price of tin"],
    maxRetries: 0,
  });
  expect(embeddings.map(({ length }) => length)).toEqual([1536, 1536, 1536]);
  const [cat, same, tin] = embeddings as [number[], number[], number[]];
  expect(cosine(cat, same)).toBeGreaterThan(cosine(cat, tin) + 0.2);
  expect(usage.tokens).toBe(13);
});

test("the SDK receives a single embedding with usage and cost", async () => {
  const provider = await connect({});
  const { embedding, usage, providerMetadata } = await embed({
    model: provider.textEmbeddingModel("openai/text-embedding-3-small"),
    value: "a cat on a mat",
    maxRetries: 0,
  });
  expect(embedding).toHaveLength(1536);
  expect(Math.hypot(...embedding)).toBeCloseTo(1, 5);
  expect(usage.tokens).toBe(5);
  const { provider: host, usage: counted } = factsOf(providerMetadata);
  expect(["OpenAI", "Azure"]).toContain(host);
  expect(counted.totalTokens).toBe(5);
  expect(counted.cost).toBeGreaterThan(0);
});

test("a mid-stream error ends the SDK's stream with an error part, after the earlier text", async () => {
  const provider = await connect({
    script: [{ content: "Half of it", error: { status: 502, message: "Provider disconnected" } }],
  });
  const result = streamText({ model: provider(model), prompt: "Go.", maxRetries: 0, onError: () => undefined });
  const parts = await Array.fromAsync(result.fullStream);
  const text = parts.flatMap((part) => (part.type === "text-delta" ? part.text : [])).join("");
  expect(text).toBe("Half of it");
  const failed = parts.find((part) => part.type === "error");
  expect(JSON.stringify(failed, (_, value: unknown) => (value instanceof Error ? value.message : value))).toContain(
    "Provider disconnected",
  );
});

test("API errors keep status and message in the SDK", async () => {
  const provider = await connect({ credits: 0.000_000_1 });
  const failure = (name: string): Promise<unknown> =>
    generateText({ model: provider(name), prompt: "Hi", maxRetries: 0 }).then(
      () => expect.fail(),
      (error: unknown) => error,
    );
  const unknown = await failure("acme/none");
  expect(APICallError.isInstance(unknown)).toBe(true);
  expect(unknown).toMatchObject({
    statusCode: 400,
    isRetryable: false,
    message: "acme/none is not a valid model ID",
  });
  const unpaid = await failure(model);
  expect(APICallError.isInstance(unpaid)).toBe(true);
  expect(unpaid).toMatchObject({
    statusCode: 402,
    isRetryable: false,
    message: expect.stringContaining("Insufficient credits") as string,
  });
});

test("a rejected streaming request yields only an error part after the start", async () => {
  const provider = await connect({ script: ["Never said."] });
  const result = streamText({ model: provider("acme/none"), prompt: "Hi", maxRetries: 0, onError: () => undefined });
  const [start, failed, ...rest] = await Array.fromAsync(result.fullStream);
  expect(start?.type).toBe("start");
  expect(failed).toMatchObject({
    type: "error",
    error: { statusCode: 400, message: "acme/none is not a valid model ID" },
  });
  expect(rest).toEqual([]);
});

test.each([
  "openai/gpt-5-mini",
  "anthropic/claude-sonnet-4.5",
  "google/gemini-2.5-flash",
  "deepseek/deepseek-chat-v3.1",
])("the SDK sends the reasoning of %s back unchanged with a tool result", async (name) => {
  const sent: unknown[] = [];
  const provider = await connect({
    script: (request) => {
      const before = request.messages.find(({ role }) => role === "assistant");
      if (!before) return { reasoning: "I need a sum.", toolCalls: [{ name: "add", arguments: { a: 2, b: 3 } }] };
      sent.push((before as { reasoning_details?: unknown }).reasoning_details);
      return "It is 5.";
    },
  });
  const options = { prompt: "Add 2 and 3.", tools: { add }, stopWhen: isStepCount(3), maxRetries: 0 };
  await generateText({ model: provider(name), ...options });
  await streamText({ model: provider(name), ...options }).text;
  for (const details of sent)
    expect((details as { text?: string }[]).map(({ text }) => text).join("")).toBe("I need a sum.");
  expect(sent).toHaveLength(2);
});

function cosine(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
}
