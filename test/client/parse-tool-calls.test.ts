// Structured output when the model calls a tool instead.
import { OutputError, Patchbay } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
import { expect, test } from "vitest";

const server = createMockServer({ script: () => ({ toolCalls: [{ name: "weather", arguments: {} }] }) });
const client = new Patchbay({ apiKey: "sk-or-v1-parse", fetch: server.fetch });
const model = "openai/gpt-5-mini";
const output = { type: "object", properties: { city: { type: "string" } } } as const;

test("the error of a chat completion says that the model called tools, and has the calls", async () => {
  const messages = [{ role: "user" as const, content: "Hi" }];
  const tools = [{ type: "function" as const, function: { name: "weather" } }];
  const error = await client.chat.completions
    .parse({ model, messages, tools, output })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OutputError);
  expect(error).toMatchObject({
    message: expect.stringContaining("the model called tools"),
    completion: { choices: [{ message: { tool_calls: [{ function: { name: "weather" } }] } }] },
  });
});

test("the error of a response says that the model called tools, and has the calls", async () => {
  const tools = [{ type: "function" as const, name: "weather", parameters: { type: "object" } }];
  const error = await client.responses.parse({ model, input: "Hi", tools, output }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    message: expect.stringContaining("the model called tools"),
    response: { output: [{ type: "function_call", name: "weather" }] },
  });
});
