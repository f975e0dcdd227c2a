import { createOpenRouter } from "@openrouter/ai-sdk-provider";
import { createMockServer, type Listening, type MockServerOptions } from "@patchbay/mock-server";
import { APICallError, embedMany, generateText, isStepCount, Output, streamText, tool } from "ai";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";

const model = "openai/gpt-5-mini";
const open: Listening[] = [];
const add = tool({
  description: "Adds two numbers",
  inputSchema: z.object({ a: z.number(), b: z.number() }),
  execute: ({ a, b }) => a + b,
});

afterAll(() => Promise.all(open.map((listening) => listening.close())));

async function connect(options: MockServerOptions): Promise<ReturnType<typeof createOpenRouter>> {
  const listening = await createMockServer(options).listen({ port: 0 });
  open.push(listening);
  return createOpenRouter({ apiKey: "sk-or-v1-test", baseURL: listening.baseURL });
}

/** What the provider says beside the AI SDK's own fields. */
interface Facts {
  readonly provider: string;
  readonly usage: { readonly cost: number; readonly totalTokens: number };
}

function factsOf(metadata: unknown): Facts {
  return (metadata as { openrouter: Facts }).openrouter;
}

test("a chat is answered, counted and priced", async () => {
  const provider = await connect({ script: ["One two three."] });
  const result = await generateText({ model: provider(model), prompt: "Count.", maxRetries: 0 });
  expect(result.text).toBe("One two three.");
  expect(result.finishReason).toBe("stop");
  expect(result.response.modelId).toBe(model);
  expect(result.usage).toMatchObject({ inputTokens: 8, outputTokens: 4, totalTokens: 12 });
  expect(factsOf(result.providerMetadata)).toMatchObject({ provider: "OpenAI", usage: { cost: 0.00001 } });
});

test("a stream comes in pieces and ends with its cost", async () => {
  const provider = await connect({ script: ["One two three."] });
  const result = streamText({ model: provider(model), prompt: "Count.", maxRetries: 0 });
  const pieces = await Array.fromAsync(result.textStream);
  expect(pieces).toEqual(["One", " two", " three", "."]);
  expect(await result.finishReason).toBe("stop");
  expect(await result.usage).toMatchObject({ inputTokens: 8, outputTokens: 4 });
  expect(factsOf(await result.providerMetadata).usage.cost).toBe(0.00001);
});

test("a tool gets its arguments and the loop goes on with its result", async () => {
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
  expect(result.text).toBe('The sum is "5".');
});

test("a streamed tool call is put together", async () => {
  const provider = await connect({ script: [{ toolCalls: [{ name: "add", arguments: { a: 20, b: 22 } }] }] });
  const result = streamText({ model: provider(model), prompt: "Add.", tools: { add }, maxRetries: 0 });
  expect(await result.toolCalls).toMatchObject([{ toolName: "add", input: { a: 20, b: 22 } }]);
  expect(await result.finishReason).toBe("tool-calls");
});

test("structured output obeys its schema without a script", async () => {
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

test("reasoning arrives apart from the text", async () => {
  const provider = await connect({ script: [{ reasoning: "Let me think.", content: "Done." }] });
  const result = await generateText({ model: provider(model), prompt: "Think.", maxRetries: 0 });
  expect(result.reasoningText).toBe("Let me think.");
  expect(result.text).toBe("Done.");
  expect(result.usage.outputTokenDetails.reasoningTokens).toBe(4);
});

// Version 3.1.0 of the provider has no model for reranking.
test("embeddings of like texts lie closer than those of others", async () => {
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

test("an error in the middle of a stream ends it as an error, after the text before", async () => {
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

test("refusals keep status and message", async () => {
  const provider = await connect({ credits: 0.000_000_1 });
  const failure = (name: string): Promise<unknown> =>
    generateText({ model: provider(name), prompt: "Hi", maxRetries: 0 }).then(
      () => expect.fail(),
      (error: unknown) => error,
    );
  const unknown = await failure("acme/none");
  expect(APICallError.isInstance(unknown)).toBe(true);
  expect(unknown).toMatchObject({ statusCode: 400, message: "acme/none is not a valid model ID" });
  expect(await failure(model)).toMatchObject({
    statusCode: 402,
    message: expect.stringContaining("Insufficient credits") as string,
  });
});

function cosine(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
}
