// A real model answers through the gateway: llama.cpp with a tiny model, read by the official clients of OpenAI and Anthropic as published.
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";
import { describe, expect, test } from "vitest";
import { isLlamaSkipped } from "../support/llama.ts";
import { models, useRealModel, words } from "../support/real-model.ts";

const model = models.tiny;
const messages = [{ role: "user" as const, content: "Say a word about the river." }];
const properties = { command: { type: "string", maxLength: 20 } };
const parameters = { type: "object" as const, properties, required: ["command"] };
const shell = { name: "shell", description: "Runs a command." };
const person = {
  type: "object",
  properties: { name: { type: "string", maxLength: 40 }, age: { type: "integer" } },
  required: ["name", "age"],
  additionalProperties: false,
};
const isPerson = { name: expect.any(String) as string, age: expect.any(Number) as number };

describe.skipIf(isLlamaSkipped)("llama.cpp through the gateway", () => {
  const real = useRealModel();

  describe("with OpenAI's client", () => {
    const connect = (): OpenAI => new OpenAI({ baseURL: real().baseURL, apiKey: real().key, maxRetries: 0 });
    const tool = { type: "function" as const, function: { ...shell, parameters } };

    test("a chat has an answer and its usage", async () => {
      const { choices, usage } = await connect().chat.completions.create({ model, messages, max_tokens: 20 });
      expect(choices[0]).toMatchObject({ finish_reason: "length", message: { content: expect.stringMatching(words) } });
      expect(usage).toMatchObject({ completion_tokens: 20, total_tokens: usage!.prompt_tokens + 20 });
      expect(usage!.prompt_tokens).toBeGreaterThan(10);
    });

    test("a chat streams token by token", async () => {
      const stream = connect().chat.completions.stream({ model, messages, max_tokens: 20 });
      let chunks = 0;
      stream.on("content", () => chunks++);
      expect((await stream.finalChatCompletion()).choices[0]!.message.content).toMatch(words);
      expect(chunks).toBe(20);
    });

    test.each([false, true])("a chat calls a tool and reads its result (stream: %s)", async (isStreamed) => {
      const ask = async (all: OpenAI.ChatCompletionMessageParam[]): Promise<OpenAI.ChatCompletion.Choice> => {
        const input = { model, messages: all, max_tokens: 400, tools: [tool], parallel_tool_calls: false };
        const completions = connect().chat.completions;
        const { choices } = isStreamed
          ? await completions.stream(input).finalChatCompletion()
          : await completions.create(input);
        return choices[0]!;
      };
      const first = await ask(messages);
      expect(first.finish_reason).toBe("tool_calls");
      const call = first.message.tool_calls![0] as OpenAI.ChatCompletionMessageFunctionToolCall;
      expect(JSON.parse(call.function.arguments)).toEqual({ command: expect.any(String) as string });
      const result = { role: "tool" as const, tool_call_id: call.id, content: "42" };
      expect((await ask([...messages, first.message, result])).message.content).toMatch(words);
    });

    test("a chat follows a JSON schema", async () => {
      const response_format = {
        type: "json_schema" as const,
        json_schema: { name: "person", strict: true, schema: person },
      };
      const input = { model, messages, max_tokens: 400, response_format };
      const { choices } = await connect().chat.completions.create(input);
      expect(JSON.parse(choices[0]!.message.content!)).toEqual(isPerson);
      const streamed = await connect().chat.completions.stream(input).finalChatCompletion();
      expect(JSON.parse(streamed.choices[0]!.message.content!)).toEqual(isPerson);
    });

    test("a response has text, streamed and not", async () => {
      const input = { model, input: "Say a word.", instructions: "Be brief.", max_output_tokens: 20 };
      const response = await connect().responses.create(input);
      expect(response.output_text).toMatch(words);
      expect(response).toMatchObject({ status: "incomplete", usage: { output_tokens: 20 } });
      const streamed = await connect().responses.stream(input).finalResponse();
      expect(streamed.output_text).toMatch(words);
    });

    test("a response follows a JSON schema and calls a tool", async () => {
      const format = { type: "json_schema" as const, name: "person", strict: true, schema: person };
      const base = { model, input: "Who is there?", max_output_tokens: 400 };
      const formatted = await connect().responses.create({ ...base, text: { format } });
      expect(JSON.parse(formatted.output_text)).toEqual(isPerson);
      const tools = [{ type: "function" as const, ...shell, parameters, strict: false }];
      const called = await connect()
        .responses.stream({ ...base, tools, tool_choice: "required" })
        .finalResponse();
      expect(called.output.at(-1)).toMatchObject({ type: "function_call", name: "shell", status: "completed" });
    });

    test("embeddings have the width of the model, as numbers and as base64", async () => {
      const input = { model: models.embedder, input: ["river", "stone"] };
      const numbers = await connect().embeddings.create({ ...input, encoding_format: "float" });
      expect(numbers.data.map(({ embedding }) => embedding.length)).toEqual([64, 64]);
      const decoded = await connect().embeddings.create(input);
      expect(decoded.data.map(({ embedding }) => embedding.map(Math.fround))).toEqual(
        numbers.data.map(({ embedding }) => embedding.map(Math.fround)),
      );
    });

    test("a wrong key and an unknown model are the client's error classes", async () => {
      const stranger = new OpenAI({ baseURL: real().baseURL, apiKey: "sk-or-v1-none", maxRetries: 0 });
      await expect(stranger.chat.completions.create({ model, messages })).rejects.toThrow(OpenAI.AuthenticationError);
      const unknown = connect().chat.completions.create({ model: "acme/none", messages });
      await expect(unknown).rejects.toThrow(OpenAI.BadRequestError);
    });
  });

  describe.each(["2026-10-21", "2023-06-01"])("with Anthropic's client and version %s of the API", (version) => {
    const connect = (): Anthropic =>
      new Anthropic({
        baseURL: real().baseURL.replace(/\/v1$/, ""),
        apiKey: real().key,
        maxRetries: 0,
        defaultHeaders: { "anthropic-version": version },
      });
    const tools = [{ ...shell, input_schema: parameters }];

    test("a message has text and usage, streamed and not", async () => {
      const input = { model, max_tokens: 20, system: "Be brief.", messages };
      const message = await connect().messages.create(input);
      expect(message).toMatchObject({
        content: [{ type: "text", text: expect.stringMatching(words) as string }],
        stop_reason: "max_tokens",
        usage: { output_tokens: 20 },
      });
      const streamed = await connect().messages.stream(input).finalMessage();
      expect(streamed).toMatchObject({
        content: [{ type: "text", text: expect.stringMatching(words) as string }],
        usage: { output_tokens: 20 },
      });
    });

    test.each([false, true])("a message calls a tool and reads its result (stream: %s)", async (isStreamed) => {
      const ask = (all: Anthropic.MessageParam[]): Promise<Anthropic.Message> => {
        const input = { model, max_tokens: 400, messages: all, tools };
        return isStreamed ? connect().messages.stream(input).finalMessage() : connect().messages.create(input);
      };
      const first = await ask(messages);
      expect(first.stop_reason).toBe("tool_use");
      const call = first.content.find(({ type }) => type === "tool_use") as Anthropic.ToolUseBlock;
      expect(call).toMatchObject({ name: "shell", input: { command: expect.any(String) as string } });
      const result = { type: "tool_result" as const, tool_use_id: call.id, content: "42" };
      const second = await ask([
        ...messages,
        { role: "assistant", content: first.content },
        { role: "user", content: [result] },
      ]);
      expect(second.content).toMatchObject([{ type: "text", text: expect.stringMatching(words) as string }]);
    });

    test("tokens are counted, more of them for a longer prompt", async () => {
      const count = async (text: string): Promise<number> => {
        const input = { model, messages: [{ role: "user" as const, content: text }] };
        return (await connect().messages.countTokens(input)).input_tokens;
      };
      expect(await count("river ".repeat(100))).toBeGreaterThan((await count("river")) + 50);
    });

    test("the models are listed", async () => {
      const ids = (await Array.fromAsync(connect().models.list())).map(({ id }) => id);
      expect(ids).toContain(model);
    });
  });
});
