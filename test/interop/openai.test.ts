// The published package `openai`, with only a base URL and a key.
import OpenAI from "openai";
import { beforeAll, expect, test } from "vitest";
import { useJudgedPorts } from "../support/judged-ports.ts";

const model = "openai/gpt-5-mini";
const messages = [{ role: "user" as const, content: "Hello from OpenAI's SDK" }];
const serve = useJudgedPorts();
let client: OpenAI;

beforeAll(async () => {
  const { baseURL } = await serve({ credits: 1, defaultReply: "echo" });
  client = new OpenAI({ apiKey: "sk-or-v1-test", baseURL, maxRetries: 0 });
});

test("the SDK receives a chat completion", async () => {
  const reply = await client.chat.completions.create({ model, messages });
  expect(reply.choices[0]).toMatchObject({
    finish_reason: "stop",
    message: { role: "assistant", content: messages[0]!.content },
  });
  expect(reply.usage).toMatchObject({ completion_tokens: 6, cost: expect.any(Number) as number });
});

test("the SDK's stream helper accumulates a stream of tokens", async () => {
  let events = 0;
  const stream = client.chat.completions.stream({ model, messages });
  for await (const _ of stream) events++;
  expect(events).toBeGreaterThan(6);
  expect((await stream.finalChatCompletion()).choices[0]?.message.content).toBe(messages[0]!.content);
});

test("the SDK receives a tool call", async () => {
  const reply = await client.chat.completions.create({
    model,
    messages,
    tools: [
      {
        type: "function",
        function: { name: "add", parameters: { type: "object", properties: { a: { const: 1 } }, required: ["a"] } },
      },
    ],
    tool_choice: "required",
  });
  expect(reply.choices[0]?.message.tool_calls?.[0]).toMatchObject({
    type: "function",
    function: { name: "add", arguments: '{"a":1}' },
  });
});

test("the SDK requests embeddings as base64 by default and decodes them", async () => {
  const model = "openai/text-embedding-3-small";
  const inBase64 = await client.embeddings.create({
    model,
    input: ["a cat on a mat", "the cat on the mat", "price of tin"],
  });
  const asNumbers = await client.embeddings.create({ model, input: "a cat on a mat", encoding_format: "float" });
  const [cat, sameCat, tin] = inBase64.data.map(({ embedding }) => embedding);
  expect(cat).toHaveLength(1536);
  expect(Math.hypot(...cat!)).toBeCloseTo(1, 5);
  expect(cat!.map((value) => Math.fround(value))).toEqual(
    asNumbers.data[0]!.embedding.map((value) => Math.fround(value)),
  );
  expect(cosine(cat!, sameCat!)).toBeGreaterThan(cosine(cat!, tin!) + 0.2);
});

test("the SDK lists models", async () => {
  const ids = (await Array.fromAsync(client.models.list())).map(({ id }) => id);
  expect(ids).toContain(model);
});

test("the SDK throws its error class for an API error", async () => {
  await expect(client.chat.completions.create({ model: "acme/none", messages })).rejects.toBeInstanceOf(
    OpenAI.BadRequestError,
  );
  await expect(
    client.chat.completions.create({ model, messages, max_tokens: 128_000, temperature: 9 }),
  ).rejects.toThrow("/temperature");
});

test("the SDK throws a mid-stream error after the earlier text", async () => {
  const script = [{ content: "Half of it", error: { status: 502, message: "Provider disconnected" } }];
  const broken = await serve({ script });
  const caller = new OpenAI({ apiKey: "sk-or-v1-test", baseURL: broken.baseURL, maxRetries: 0 });
  let text = "";
  const read = async (): Promise<void> => {
    for await (const { choices } of await caller.chat.completions.create({ model, messages, stream: true }))
      text += choices[0]?.delta.content ?? "";
  };
  await expect(read()).rejects.toThrow("Provider disconnected");
  expect(text).toBe("Half of it");
});

test("the SDK parses structured output", async () => {
  const schema = { type: "object", properties: { n: { type: "integer", minimum: 3, maximum: 5 } }, required: ["n"] };
  const reply = await client.chat.completions.parse({
    model,
    messages,
    response_format: { type: "json_schema", json_schema: { name: "n", schema } },
  });
  expect([3, 4, 5]).toContain((JSON.parse(reply.choices[0]!.message.content!) as { n: number }).n);
});

function cosine(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
}
