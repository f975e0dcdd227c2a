// Streams that an application of this client passes on: `toResponse()` is read by the published SDKs of OpenAI and Anthropic.
import Anthropic, { APIError as AnthropicError } from "@anthropic-ai/sdk";
import { Patchbay, type ClientOptions } from "@patchbay/client";
import { createMockServer, type RuleReplyObject } from "@patchbay/mock-server";
import OpenAI, { APIError as OpenAIError } from "openai";
import { expect, test } from "vitest";

const model = "openai/gpt-5-mini";
const text = "one two three four five";

/** The SDKs, connected to an application that answers with the streams of this client. */
function relay(reply: RuleReplyObject): { readonly openai: OpenAI; readonly anthropic: Anthropic } {
  const server = createMockServer();
  server.on({}).reply(reply);
  const options: ClientOptions = { apiKey: "sk-or-v1-test", fetch: server.fetch, maxRetries: 0 };
  const client = new Patchbay(options);
  const settings = { apiKey: "browser", maxRetries: 0 };
  return {
    openai: new OpenAI({
      ...settings,
      fetch: (_, init) => client.responses.stream(JSON.parse(init!.body as string) as never).toResponse(),
    }),
    anthropic: new Anthropic({
      ...settings,
      fetch: (_, init) => client.messages.stream(JSON.parse(init!.body as string) as never).toResponse(),
    }),
  };
}

const messages = [{ role: "user" as const, content: "Count." }];

test("a relayed stream is read by each SDK as that of the API", async () => {
  const { openai, anthropic } = relay({ content: text });
  expect((await openai.responses.stream({ model, input: "Count." }).finalResponse()).output_text).toBe(text);
  const message = await anthropic.messages.stream({ model, max_tokens: 100, messages }).finalMessage();
  expect(message).toMatchObject({ stop_reason: "end_turn", content: [{ type: "text", text }] });
});

test("an error before the first event has its status in each SDK", async () => {
  const { openai, anthropic } = relay({ status: 429, message: "Slow down" });
  const fromOpenai = await openai.responses
    .create({ model, input: "Count.", stream: true })
    .catch((error: unknown) => error);
  expect(fromOpenai).toBeInstanceOf(OpenAIError);
  expect(fromOpenai).toMatchObject({ status: 429, message: expect.stringContaining("Slow down") as string });
  const fromAnthropic = await anthropic.messages
    .create({ model, max_tokens: 100, messages, stream: true })
    .catch((error: unknown) => error);
  expect(fromAnthropic).toBeInstanceOf(AnthropicError);
  expect(fromAnthropic).toMatchObject({ status: 429, message: expect.stringContaining("Slow down") as string });
});

test("an error after the first event is thrown by each SDK", async () => {
  const { openai, anthropic } = relay({
    content: text,
    fault: { kind: "mid_stream_error", afterEvents: 6, status: 502, message: "Provider disconnected" },
  });
  const events: string[] = [];
  const fromOpenai = await (async () => {
    for await (const event of await openai.responses.create({ model, input: "Count.", stream: true }))
      events.push(event.type === "error" ? `error: ${event.message}` : event.type);
  })().catch((error: unknown) => error);
  // The SDK passes an error event to the caller.
  expect(fromOpenai ?? events.at(-1)).toSatisfy((error) => String(error).includes("Provider disconnected"));
  const fromAnthropic = await anthropic.messages
    .stream({ model, max_tokens: 100, messages })
    .finalMessage()
    .catch((error: unknown) => error);
  expect(fromAnthropic).toBeInstanceOf(AnthropicError);
  expect(String(fromAnthropic)).toContain("Provider disconnected");
});
