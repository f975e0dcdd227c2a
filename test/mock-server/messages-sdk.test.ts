import Anthropic, { type ClientOptions } from "@anthropic-ai/sdk";
import { createMockServer, type ListeningServer, type MockServer } from "@patchbay/mock-server";
import { afterEach, describe, expect, test } from "vitest";

const model = "anthropic/claude-sonnet-4.5";
const ask: Anthropic.MessageCreateParamsNonStreaming = {
  model,
  max_tokens: 500,
  messages: [{ role: "user", content: "How is the weather in Oslo?" }],
};
const schema = { type: "object" as const, properties: { city: { type: "string" } }, required: ["city"] };

const listening: ListeningServer[] = [];
afterEach(async () => {
  await Promise.all(listening.splice(0).map((server) => server.close()));
});

/** Anthropic's SDK, connected to a server on a port. */
async function connect(server: MockServer, options: ClientOptions = {}): Promise<Anthropic> {
  const on = await server.listen({ port: 0 });
  listening.push(on);
  const baseURL = on.baseURL.replace(/\/v1$/, "");
  return new Anthropic({ apiKey: "sk-or-v1-test", baseURL, maxRetries: 0, ...options });
}

describe.each([
  ["its default version", {}],
  ["the version 2023-06-01", { defaultHeaders: { "anthropic-version": "2023-06-01" } }],
  ["the key in x-api-key", { apiKey: null, authToken: null, defaultHeaders: { "x-api-key": "sk-or-v1-test" } }],
] as [string, ClientOptions][])("Anthropic's SDK with %s", (_, options) => {
  test("creates a message", async () => {
    const anthropic = await connect(createMockServer({ script: ["It is sunny."] }), options);
    const message = await anthropic.messages.create(ask);
    expect(message.content).toEqual([{ type: "text", text: "It is sunny.", citations: null }]);
    expect(message.stop_reason).toBe("end_turn");
    expect(message.usage.output_tokens).toBeGreaterThan(0);
  });

  test("streams a message with thinking and a tool call", async () => {
    const output = {
      reasoning: "Let me look.",
      content: "One moment.",
      toolCalls: [{ name: "weather", arguments: { city: "Oslo" }, id: "t1" }],
    };
    const server = createMockServer({ script: () => output });
    const anthropic = await connect(server, options);
    const body = {
      ...ask,
      thinking: { type: "adaptive" as const },
      tools: [{ name: "weather", input_schema: schema }],
    };
    const stream = anthropic.messages.stream(body);
    const texts: string[] = [];
    stream.on("text", (text) => texts.push(text));
    const streamed = await stream.finalMessage();
    const whole = await anthropic.messages.create(body);
    expect(texts.join("")).toBe("One moment.");
    expect(streamed.content.map(({ type }) => type)).toEqual(["thinking", "text", "tool_use"]);
    expect(streamed.content.slice(1)).toEqual(whole.content.slice(1));
    expect(streamed.usage).toMatchObject({
      input_tokens: whole.usage.input_tokens,
      output_tokens: whole.usage.output_tokens,
    });
    expect(streamed.stop_reason).toBe("tool_use");
  });

  test.each([false, true])("runs tools until the model is done (stream: %s)", async (streams) => {
    const server = createMockServer({
      script: [{ toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] }, "It is sunny in Oslo."],
    });
    const anthropic = await connect(server, options);
    const cities: string[] = [];
    const runner = anthropic.beta.messages.toolRunner({
      ...ask,
      messages: [{ role: "user", content: "How is the weather in Oslo?" }],
      stream: streams,
      tools: [
        {
          type: "custom",
          name: "weather",
          input_schema: schema,
          parse: (input) => input as { city: string },
          run: ({ city }: { city: string }) => {
            cities.push(city);
            return "sunny";
          },
        },
      ],
    });
    const last = await runner.runUntilDone();
    expect(cities).toEqual(["Oslo"]);
    expect(last.content).toMatchObject([{ type: "text", text: "It is sunny in Oslo." }]);
    // The SDK first asks for a thread, and then sends the whole conversation.
    expect(server.journal.entries().map(({ status }) => status)).toEqual([400, 200, 200]);
  });

  test("counts tokens", async () => {
    const anthropic = await connect(createMockServer(), options);
    const { input_tokens: counted } = await anthropic.messages.countTokens({ model, messages: ask.messages });
    expect(counted).toBe((await anthropic.messages.create(ask)).usage.input_tokens);
  });

  test.each([
    [401, Anthropic.AuthenticationError, "authentication_error"],
    [402, Anthropic.APIError, "billing_error"],
    [403, Anthropic.PermissionDeniedError, "permission_error"],
    [404, Anthropic.NotFoundError, "not_found_error"],
    [429, Anthropic.RateLimitError, "rate_limit_error"],
    [529, Anthropic.InternalServerError, "overloaded_error"],
  ])("throws its own error for %i", async (status, type, name) => {
    const anthropic = await connect(createMockServer({ rules: [{ reply: { status } }] }), options);
    const error: unknown = await anthropic.messages.create(ask).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ status, type: name });
  });

  test("throws the error of a stream that a provider interrupts", async () => {
    const server = createMockServer({
      script: [
        { content: "One moment.", error: { status: 529, message: "Too busy", errorType: "provider_overloaded" } },
      ],
    });
    const anthropic = await connect(server, options);
    await expect(anthropic.messages.stream(ask).finalMessage()).rejects.toMatchObject({ type: "overloaded_error" });
  });
});

test("Anthropic's SDK repeats a request after a 429 with Retry-After", async () => {
  const server = createMockServer({ rules: [{ reply: { status: 429 }, times: 1 }] });
  const anthropic = await connect(server, { maxRetries: 1 });
  expect((await anthropic.messages.create(ask)).type).toBe("message");
});
