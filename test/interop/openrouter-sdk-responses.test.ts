// The Responses API of the published `@openrouter/sdk`, with only a server URL and a key. It converts values that it cannot
// parse into `{ isUnknown: true }` without an exception, so every test checks fields.
import { OpenRouter } from "@openrouter/sdk";
import type { OpenResponsesResult, ResponsesRequest, StreamEvents } from "@openrouter/sdk/models";
import {
  BadRequestResponseError,
  PaymentRequiredResponseError,
  TooManyRequestsResponseError,
  UnauthorizedResponseError,
} from "@openrouter/sdk/models/errors";
import type { MockServer, MockServerOptions } from "@patchbay/mock-server";
import { expect, test } from "vitest";
import { useJudgedPorts } from "../support/judged-ports.ts";
import { unknowns } from "./unknowns.ts";

const model = "openai/gpt-5-mini";
const serve = useJudgedPorts();

interface Connected {
  readonly server: MockServer;
  readonly send: (request: ResponsesRequest) => Promise<OpenResponsesResult>;
  readonly stream: (request: ResponsesRequest) => Promise<StreamEvents[]>;
}

async function connect(options: MockServerOptions = {}): Promise<Connected> {
  const { baseURL, server } = await serve(options);
  const client = new OpenRouter({
    apiKey: "sk-or-v1-test",
    serverURL: baseURL,
    retryConfig: { strategy: "none" },
  });
  return {
    server,
    send: (request) =>
      client.responses.send({ responsesRequest: { model, ...request, stream: false } }) as Promise<OpenResponsesResult>,
    stream: async (request) => {
      const events = await client.responses.send({ responsesRequest: { model, ...request, stream: true } });
      return Array.fromAsync(events as AsyncIterable<StreamEvents>);
    },
  };
}

const tools = [
  {
    type: "function" as const,
    name: "add",
    parameters: { type: "object", properties: { a: { type: "number" }, b: { type: "number" } } },
  },
];
const callsAdd = { toolCalls: [{ name: "add", arguments: { a: 1, b: 2 } }] };

test("the SDK receives a response with usage and cost", async () => {
  const { send } = await connect({ script: ["One two three."] });
  const response = await send({ input: "Count." });
  expect(response).toMatchObject({
    object: "response",
    model,
    status: "completed",
    output: [{ type: "message", content: [{ type: "output_text", text: "One two three." }] }],
    usage: { outputTokens: 4 },
  });
  expect(response.usage!.cost).toBeGreaterThan(0);
  expect(unknowns(response)).toEqual([]);
});

test("the SDK receives every event of a stream as a type that it knows", async () => {
  const { stream } = await connect({ script: [{ reasoning: "Let me think.", content: "One two.", ...callsAdd }] });
  const events = await stream({ input: "Count.", tools, reasoning: { effort: "low", summary: "auto" } });
  const text = events.flatMap((event) => (event.type === "response.output_text.delta" ? event.delta : []));
  expect(text).toEqual(["One", " two", "."]);
  expect(events.at(-1)).toMatchObject({ type: "response.completed", response: { status: "completed" } });
  expect(unknowns(events)).toEqual([]);
});

test("the SDK completes a tool round", async () => {
  const { send, server } = await connect();
  server.on({ toolResult: false }).reply({ reasoning: "I need a sum.", ...callsAdd });
  server.on({ toolResult: "3" }).reply("It is 3.");
  const first = await send({ input: "Add 1 and 2.", tools });
  const call = first.output.find((item) => item.type === "function_call");
  expect(call).toMatchObject({ name: "add", arguments: '{"a":1,"b":2}' });
  const { callId } = call as { readonly callId: string };
  const final = await send({
    tools,
    input: [
      { role: "user", content: "Add 1 and 2." },
      ...(first.output as never[]),
      { type: "function_call_output", callId, output: "3" },
    ],
  });
  expect(final.output).toMatchObject([{ type: "message", content: [{ text: "It is 3." }] }]);
  expect(unknowns([first, final])).toEqual([]);
});

test("the SDK receives a mid-stream failure as response.failed", async () => {
  const { stream } = await connect({
    script: [{ content: "Half", error: { status: 502, message: "Provider disconnected" } }],
  });
  const events = await stream({ input: "Hi" });
  expect(events.at(-1)).toMatchObject({
    type: "response.failed",
    response: { status: "failed", error: { message: "Provider disconnected" } },
  });
  expect(unknowns(events)).toEqual([]);
});

test.each([
  [400, BadRequestResponseError],
  [401, UnauthorizedResponseError],
  [402, PaymentRequiredResponseError],
  [429, TooManyRequestsResponseError],
] as const)("the SDK throws its class for %s", async (status, kind) => {
  const { send, stream, server } = await connect();
  server.on().reply({ status, message: "Not today" });
  for (const ask of [send, stream]) {
    const failure = await ask({ input: "Hi" }).then(
      () => expect.fail("no error"),
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(kind);
    expect(failure).toMatchObject({ error: { code: status, message: "Not today" } });
  }
});
