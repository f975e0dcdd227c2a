// The published `ai` with `@ai-sdk/openai` (Responses) and `@ai-sdk/anthropic` (Messages), with only a base URL and a key.
import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { generateText, isStepCount, Output, streamText, tool, type LanguageModel } from "ai";
import type { MockServer } from "@patchbay/mock-server";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { useJudgedPorts } from "../support/judged-ports.ts";

const serve = useJudgedPorts();
const apiKey = "sk-or-v1-test";
// Without a limit, `@ai-sdk/anthropic` warns about every model whose name it does not know.
const settings = { maxRetries: 0, maxOutputTokens: 1000 };
const add = tool({
  description: "Adds two numbers",
  inputSchema: z.object({ a: z.number(), b: z.number() }),
  execute: ({ a, b }) => a + b,
});

const dialects: readonly [
  name: string,
  operation: string,
  tokens: number,
  connect: (baseURL: string) => LanguageModel,
][] = [
  [
    "@ai-sdk/openai",
    "responses.create",
    4,
    (baseURL) => createOpenAI({ apiKey, baseURL }).responses("openai/gpt-5-mini"),
  ],
  [
    "@ai-sdk/anthropic",
    "messages.create",
    5,
    (baseURL) => createAnthropic({ apiKey, baseURL })("anthropic/claude-sonnet-4.5"),
  ],
];

describe.each(dialects)("%s", (_, operation, outputTokens, connect) => {
  async function start(): Promise<{ readonly server: MockServer; readonly model: LanguageModel }> {
    const { server, baseURL } = await serve();
    return { server, model: connect(baseURL) };
  }

  test("receives text and usage", async () => {
    const { server, model } = await start();
    server.on().reply("One two three.");
    const result = await generateText({ model, prompt: "Count.", ...settings });
    expect(result.text).toBe("One two three.");
    expect(result.finishReason).toBe("stop");
    expect(result.usage).toMatchObject({ outputTokens });
    expect(server.journal.last!.operation).toBe(operation);
  });

  test("streams text token by token", async () => {
    const { server, model } = await start();
    server.on().reply("One two three.");
    const result = streamText({ model, prompt: "Count.", ...settings });
    expect(await Array.fromAsync(result.textStream)).toEqual(["One", " two", " three", "."]);
    expect(await result.usage).toMatchObject({ outputTokens });
  });

  test.each(["generated", "streamed"])("runs a tool, %s", async (way) => {
    const { server, model } = await start();
    server.on({ toolResult: false }).reply({ toolCalls: [{ name: "add", arguments: { a: 2, b: 3 } }] });
    server.on({ toolResult: "5" }).reply("It is 5.");
    const options = { model, prompt: "Add 2 and 3.", tools: { add }, stopWhen: isStepCount(3), ...settings };
    const text = way === "streamed" ? await streamText(options).text : (await generateText(options)).text;
    expect(text).toBe("It is 5.");
    expect(server.journal.entries().map(({ status }) => status)).toEqual([200, 200]);
  });

  test("receives structured output", async () => {
    const { model } = await start();
    const schema = z.object({ name: z.string(), population: z.int() });
    const { output } = await generateText({
      model,
      prompt: "A city.",
      output: Output.object({ schema }),
      ...settings,
    });
    expect(schema.safeParse(output).success).toBe(true);
  });

  test("keeps status and message of an error", async () => {
    const { server, model } = await start();
    server.on().reply({ status: 402, message: "Insufficient credits" });
    await expect(generateText({ model, prompt: "Hi", ...settings })).rejects.toMatchObject({
      statusCode: 402,
      message: "Insufficient credits",
    });
  });
});
