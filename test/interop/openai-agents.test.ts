// The published `@openai/agents` with its default API, Responses: with only a base URL and a key.
import { Agent, OpenAIProvider, Runner, tool, type AgentInputItem } from "@openai/agents";
import type { MockServer, MockServerOptions } from "@patchbay/mock-server";
import { expect, test } from "vitest";
import { z } from "zod";
import { useJudgedPorts } from "../support/judged-ports.ts";

const model = "openai/gpt-5-mini";
const serve = useJudgedPorts();

async function connect(
  options: MockServerOptions = {},
): Promise<{ readonly runner: Runner; readonly server: MockServer }> {
  const { baseURL, server } = await serve(options);
  const modelProvider = new OpenAIProvider({ apiKey: "sk-or-v1-test", baseURL });
  // Traces go to OpenAI's own service, whatever the base URL.
  return { runner: new Runner({ modelProvider, tracingDisabled: true }), server };
}

const add = tool({
  name: "add",
  description: "Adds two numbers",
  parameters: z.object({ a: z.number(), b: z.number() }),
  execute: ({ a, b }) => `The sum is ${a + b}.`,
});
const callsAdd = { toolCalls: [{ name: "add", arguments: { a: 1, b: 2 } }] };

test("an agent answers, with usage", async () => {
  const { runner, server } = await connect({ script: ["One two three."] });
  const result = await runner.run(new Agent({ name: "Counter", model, instructions: "Be brief." }), "Count.");
  expect(result.finalOutput).toBe("One two three.");
  expect(result.state.usage).toMatchObject({ requests: 1, outputTokens: 4 });
  expect(server.journal.last).toMatchObject({ operation: "responses.create", status: 200 });
});

test("an agent runs a tool and answers with its result", async () => {
  const { runner, server } = await connect();
  server.on({ toolResult: false }).reply({ reasoning: "I need a sum.", ...callsAdd });
  server.on({ toolResult: "The sum is 3." }).reply("It is 3.");
  const result = await runner.run(new Agent({ name: "Adder", model, tools: [add] }), "Add 1 and 2.");
  expect(result.finalOutput).toBe("It is 3.");
  expect(server.journal.entries().map(({ status }) => status)).toEqual([200, 200]);
});

test("an agent runs two calls of one response, streamed", async () => {
  const { runner, server } = await connect();
  const second = { name: "add", arguments: { a: 3, b: 4 } };
  server.on({ toolResult: false }).reply({ content: "Two sums.", toolCalls: [...callsAdd.toolCalls, second] });
  server.on({ toolResult: true }).reply("3 and 7.");
  const result = await runner.run(new Agent({ name: "Adder", model, tools: [add] }), "Add.", { stream: true });
  const text = (await Array.fromAsync(result.toTextStream())).join("");
  await result.completed;
  expect(text).toContain("3 and 7.");
  expect(result.finalOutput).toBe("3 and 7.");
  expect(JSON.stringify(server.journal.last!.input)).toContain("The sum is 7.");
  expect(server.journal.entries()).toHaveLength(2);
});

test("an agent returns structured output", async () => {
  const { runner } = await connect();
  const outputType = z.object({ name: z.string(), population: z.int().min(1) });
  const { finalOutput } = await runner.run(new Agent({ name: "Geographer", model, outputType }), "A city, please.");
  expect(outputType.safeParse(finalOutput).success).toBe(true);
});

test("an agent continues with the history of its last run", async () => {
  const { runner, server } = await connect();
  server.on({ toolResult: false }).reply({ reasoning: "I need a sum.", ...callsAdd });
  server.on({ toolResult: true }).reply("It is 3.");
  server.on({ turn: 2 }).reply("You are welcome.");
  const agent = new Agent({ name: "Adder", model, tools: [add], modelSettings: { store: false } });
  const first = await runner.run(agent, "Add 1 and 2.");
  const history: AgentInputItem[] = [...first.history, { role: "user", content: "Thanks." }];
  expect((await runner.run(agent, history)).finalOutput).toBe("You are welcome.");
});

test("an agent hands over to another agent", async () => {
  const { runner, server } = await connect();
  const poet = new Agent({ name: "Poet", model, instructions: "Write verse." });
  const desk = Agent.create({ name: "Desk", model, handoffs: [poet] });
  server.on({ toolResult: false }).reply({ toolCalls: [{ name: "transfer_to_Poet", arguments: {} }] });
  server.on({ toolResult: true }).reply("A verse.");
  const result = await runner.run(desk, "A poem, please.");
  expect(result.finalOutput).toBe("A verse.");
  expect(result.lastAgent?.name).toBe("Poet");
});

test("a failure of the provider is thrown with its message", async () => {
  const { runner } = await connect({ script: () => ({ error: { status: 400, message: "Prompt refused" } }) });
  await expect(runner.run(new Agent({ name: "Counter", model }), "Count.")).rejects.toThrow("Prompt refused");
});

// The SDK's error names the event, but not the message in it.
test("a failure in mid-stream is thrown after the earlier text", async () => {
  const { runner } = await connect({
    script: () => ({ content: "Half of it", error: { status: 502, message: "Provider disconnected" } }),
  });
  const result = await runner.run(new Agent({ name: "Counter", model }), "Count.", { stream: true });
  let text = "";
  const read = async (): Promise<void> => {
    for await (const delta of result.toTextStream()) text += delta;
    await result.completed;
  };
  await expect(read()).rejects.toThrow("response.failed");
  expect(text).toBe("Half of it");
});
