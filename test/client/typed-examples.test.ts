// The streams of the contract's examples, and those of the mock server, through the client.
import { ApiError, Patchbay, type MessageStream, type ResponseStream } from "@patchbay/client";
import { responseValidation } from "@patchbay/client/validation";
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import examples from "@patchbay/mock-server/examples.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { caught } from "./support.ts";
import { framesOf, messagesApi, responsesApi, streamTyped, typedApis, type TypedApi } from "./typed-events.ts";

type Fields = Readonly<Record<string, unknown>>;

const streamsOf = ({ name }: TypedApi): (readonly [name: string, events: readonly Fields[]])[] =>
  examples.flatMap(({ operation, kind, name: example, value }) =>
    operation === `${name}.create` && kind === "stream"
      ? [[example, value as unknown as readonly Fields[]] as const]
      : [],
  );

describe.each(typedApis)("a stream in the examples of the $name API", (api) => {
  const streams = streamsOf(api);
  test("exists", () => expect(streams.length).toBeGreaterThan(3));

  test.each(streams)("%s is read event by event, or fails with its error", async (_, events) => {
    const stream = streamTyped(api, framesOf(events), { validate: responseValidation("error") });
    const last = events.at(-1)!;
    const isFailure = last.type === "error" || last.type === "response.failed";
    const received: unknown[] = [];
    const reading = (async () => {
      for await (const event of stream) received.push(event);
    })();
    if (isFailure) expect(await caught(reading)).toBeInstanceOf(ApiError);
    else await reading;
    expect(received).toEqual(
      (isFailure ? events.slice(0, -1) : events).filter(({ type }) => type !== "ping" && type !== "keepalive"),
    );
  });

  test.each(streams.filter(([, events]) => /completed|incomplete|stop/.test(String(events.at(-1)!.type))))(
    "%s accumulates the output of its response",
    async (_, events) => {
      const stream = streamTyped(api, framesOf(events.slice(0, -1)));
      await caught(stream.final());
      const whole = await streamTyped(api, framesOf(events)).final();
      expect(api.outputOf(stream.partial)).toEqual(api.outputOf(whole));
      if (api === responsesApi) expect(whole).toEqual(events.at(-1)!.response);
    },
  );
});

describe("against the mock server", () => {
  const connect = (server: MockServer = createMockServer({ defaultReply: "echo" })): Patchbay =>
    new Patchbay({
      apiKey: "sk-or-v1-test",
      fetch: server.fetch,
      validate: responseValidation("error"),
      maxRetries: 0,
    });
  const ask = { model: "openai/gpt-5-mini", input: "one two three" };
  const say = {
    model: "anthropic/claude-sonnet-4.5",
    max_tokens: 100,
    messages: [{ role: "user" as const, content: "one two three" }],
  };
  /** A response without what differs between two requests. */
  const alike = (response: object): unknown =>
    JSON.parse(
      JSON.stringify(response, (key, value: unknown) =>
        /^id$|_id$|_at$|^created/.test(key) || (key === "total_cost" && typeof value === "number") ? "…" : value,
      ),
    );

  test("a response is the same with and without streaming", async () => {
    const client = connect();
    const whole = await client.responses.create(ask);
    const streamed = await client.responses.stream(ask).final();
    expect(alike(streamed)).toEqual(alike(whole));
    expect((await Array.fromAsync(client.responses.stream(ask).textStream())).join("")).toBe("one two three");
  });

  test("a message is the same with and without streaming", async () => {
    const client = connect();
    const whole = await client.messages.create(say);
    const streamed = await client.messages.stream(say).final();
    expect(alike(streamed)).toEqual(alike(whole));
    expect((await Array.fromAsync(client.messages.stream(say).textStream())).join("")).toBe("one two three");
  });

  test("tool calls go there and back", async () => {
    const server = createMockServer();
    server.on({ userMessage: /weather/ }).reply({ toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] });
    const client = connect(server);
    const parameters = { type: "object", properties: { city: { type: "string" } } };
    const input = [{ role: "user" as const, content: "weather" }];
    const tools = [{ type: "function" as const, name: "weather", parameters, strict: false }];
    const { output } = await client.responses.stream({ ...ask, input, tools }).final();
    const call = output.find((item) => item.type === "function_call")!;
    expect(JSON.parse(call.arguments)).toEqual({ city: "Oslo" });
    const result = { type: "function_call_output" as const, call_id: call.call_id, output: "Rain." };
    const second = await client.responses.create({ ...ask, input: [...input, ...output, result], tools });
    expect(second.status).toBe("completed");

    const content = "weather";
    const messageTools = [{ name: "weather", input_schema: parameters }];
    const message = await client.messages
      .stream({ ...say, messages: [{ role: "user", content }], tools: messageTools })
      .final();
    expect(message.stop_reason).toBe("tool_use");
    const use = message.content.find((block) => block.type === "tool_use")!;
    expect(use.input).toEqual({ city: "Oslo" });
    const answer = await client.messages.create({
      ...say,
      tools: messageTools,
      messages: [
        { role: "user", content },
        { role: "assistant", content: message.content },
        { role: "user", content: [{ type: "tool_result", tool_use_id: use.id, content: "Rain." }] },
      ],
    });
    expect(answer.type).toBe("message");
  });

  test("an error before the first event and one in the middle are ApiErrors", async () => {
    const failures = [
      [429, { status: 429 }],
      [502, { content: "one two three", fault: { kind: "mid_stream_error", afterEvents: 4, status: 502 } }],
    ] as const;
    for (const [status, reply] of failures) {
      const server = createMockServer();
      server.on({}).reply(reply);
      const client = connect(server);
      const streams: (ResponseStream | MessageStream)[] = [client.responses.stream(ask), client.messages.stream(say)];
      for (const stream of streams) {
        const error = await caught(stream.final());
        expect(error).toBeInstanceOf(ApiError);
        // An error event of the Messages API has the same type for a provider's failure and for any other one.
        expect([status, status === 502 ? 500 : status]).toContain((error as ApiError).status);
        expect(stream.partial === undefined).toBe(status === 429);
      }
    }
  });

  test("a truncated stream is a StreamError with what arrived", async () => {
    const server = createMockServer();
    server.on({}).reply({ content: "one two three four five", fault: { kind: "truncated", afterEvents: 6 } });
    const client = connect(server);
    for (const stream of [client.responses.stream(ask), client.messages.stream(say)]) {
      const error = await caught(stream.final());
      expect(error).toMatchObject({ name: "StreamError", reason: "truncated" });
      expect(stream.partial).toBeDefined();
    }
  });

  test("countTokens() counts without charge", async () => {
    const { max_tokens: _, ...counted } = say;
    const { input_tokens: tokens } = await connect().messages.countTokens(counted);
    expect(tokens).toBeGreaterThan(0);
  });

  test("a request that the API refuses names what is wrong", async () => {
    const client = connect();
    const errors = [
      await caught(client.responses.create({ ...ask, store: true })),
      await caught(client.messages.create({ ...say, messages: "none" as never })),
    ];
    for (const error of errors) {
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status: 400, code: "bad_request" });
    }
    expect((errors[0] as Error).message).toMatch(/store/);
    expect((errors[1] as Error).message).toMatch(/messages/);
  });
});

test("the fixtures of these tests conform to the contract", async () => {
  for (const api of [responsesApi, messagesApi])
    expect(await streamTyped(api, framesOf(api.events), { validate: responseValidation("error") }).final()).toEqual(
      api.whole,
    );
});
