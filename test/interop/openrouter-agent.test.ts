// The published `@openrouter/agent`, with only a server URL and a key. It streams every request, and it discards the last
// event of a stream that lacks one of the fields that it requires.
import { OpenRouter, stepCountIs, tool } from "@openrouter/agent";
import type { MockServer, MockServerOptions } from "@patchbay/mock-server";
import { expect, test } from "vitest";
import { z } from "zod";
import { useJudgedPorts } from "../support/judged-ports.ts";

const model = "openai/gpt-5-mini";
const serve = useJudgedPorts();

async function connect(
  options: MockServerOptions = {},
): Promise<{ readonly client: OpenRouter; readonly server: MockServer }> {
  const { baseURL, server } = await serve(options);
  const client = new OpenRouter({ apiKey: "sk-or-v1-test", serverURL: baseURL, retryConfig: { strategy: "none" } });
  return { client, server };
}

const add = tool({
  name: "add",
  description: "Adds two numbers",
  inputSchema: z.object({ a: z.number(), b: z.number() }),
  outputSchema: z.object({ sum: z.number() }),
  execute: ({ a, b }) => ({ sum: a + b }),
});
const callsAdd = { toolCalls: [{ name: "add", arguments: { a: 1, b: 2 } }] };

test("a call returns its text and the response with usage and cost", async () => {
  const { client, server } = await connect({ script: ["One two three."] });
  const result = client.callModel({ model, input: "Count.", instructions: "Be brief." });
  expect(await result.getText()).toBe("One two three.");
  const response = await result.getResponse();
  expect(response).toMatchObject({ model, status: "completed", usage: { outputTokens: 4 } });
  expect(response.usage!.cost).toBeGreaterThan(0);
  expect(server.journal.entries().map(({ operation }) => operation)).toEqual(["responses.create"]);
});

test("a call streams its text and its reasoning", async () => {
  const { client } = await connect({ script: [{ reasoning: "Let me think.", content: "One two." }] });
  // Its stream of reasoning ignores summaries, which are all that OpenAI's models return.
  const result = client.callModel({
    model: "deepseek/deepseek-chat-v3.1",
    input: "Count.",
    reasoning: { effort: "low" },
  });
  const [text, reasoning] = await Promise.all([
    Array.fromAsync(result.getTextStream()),
    Array.fromAsync(result.getReasoningStream()),
  ]);
  expect(text).toEqual(["One", " two", "."]);
  expect(reasoning.join("")).toBe("Let me think.");
});

test("a call runs its tool and answers with the result", async () => {
  const { client, server } = await connect();
  server.on({ toolResult: false }).reply({ reasoning: "I need a sum.", ...callsAdd });
  server.on({ toolResult: '{"sum":3}' }).reply("It is 3.");
  const result = client.callModel({ model, input: "Add 1 and 2.", tools: [add] as const, stopWhen: stepCountIs(3) });
  expect(await result.getText()).toBe("It is 3.");
  expect(server.journal.entries().map(({ status }) => status)).toEqual([200, 200]);
});

test("a call streams the arguments of its tool calls", async () => {
  const { client, server } = await connect();
  server.on({ toolResult: false }).reply(callsAdd);
  server.on({ toolResult: true }).reply("It is 3.");
  const result = client.callModel({ model, input: "Add 1 and 2.", tools: [add] as const });
  const calls = await Array.fromAsync(result.getToolCallsStream());
  expect(calls).toMatchObject([{ name: "add", arguments: { a: 1, b: 2 } }]);
  expect(await result.getText()).toBe("It is 3.");
});

test("a tool without an implementation ends the call with its arguments", async () => {
  const { client } = await connect({ script: [{ toolCalls: [{ name: "confirm", arguments: { action: "delete" } }] }] });
  const confirm = tool({ name: "confirm", inputSchema: z.object({ action: z.string() }), execute: false });
  const result = client.callModel({ model, input: "Delete it.", tools: [confirm] as const });
  expect(await result.getToolCalls()).toMatchObject([{ name: "confirm", arguments: { action: "delete" } }]);
});

test("an error of the API is thrown with its message", async () => {
  const { client, server } = await connect();
  server.on().reply({ status: 402, message: "Insufficient credits, top up" });
  await expect(client.callModel({ model, input: "Hi" }).getText()).rejects.toMatchObject({
    statusCode: 402,
    message: expect.stringContaining("Insufficient credits, top up") as string,
  });
});

test("a failure in mid-stream is thrown with its message", async () => {
  const { client } = await connect({
    script: () => ({ content: "Half of it", error: { status: 502, message: "Provider disconnected" } }),
  });
  await expect(client.callModel({ model, input: "Hi" }).getText()).rejects.toThrow("Provider disconnected");
});
