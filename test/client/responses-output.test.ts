// Structured output of the Responses API, and what the rest of the package does with its responses and those of Messages.
import {
  createClient,
  messagesCreate,
  messagesStream,
  responsesCreate,
  responsesStream,
} from "@patchbay/client/functions";
import {
  MessageStream,
  OutputError,
  ResponseStream,
  type MessagesResponse,
  type ResponseObject,
} from "@patchbay/client";
import { estimateCost, formatUsd, getCost } from "@patchbay/client/money";
import { describe, expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import { answer } from "./chunks.ts";
import { against, caught } from "./support.ts";
import { bodyOf, messagesApi, responsesApi } from "./typed-events.ts";

type Fields = Record<string, unknown>;
const ask = { model: "openai/gpt-5-mini", input: "Where is the Eiffel Tower?" };
const message = (...content: readonly Fields[]): Fields => ({
  type: "message",
  id: "msg_1",
  role: "assistant",
  status: "completed",
  content,
});
const says = (...texts: readonly string[]): Fields =>
  message(...texts.map((text) => ({ type: "output_text", text, annotations: [] })));
const responding = (output: readonly Fields[], more: Fields = {}): ReturnType<typeof against> =>
  against([() => Response.json({ ...responsesApi.whole, ...more, output })], { maxRetries: 0 });

describe("responses.parse()", () => {
  const output = z.object({ city: z.string() });

  test("sends the schema as a strict `text.format`, and returns the output as a value", async () => {
    const { client, requests } = responding([
      { type: "reasoning", id: "r", summary: [] },
      says('{"city":', '"Paris"}'),
    ]);
    const response = await client.responses.parse({ ...ask, output, text: { verbosity: "low" } });
    expectTypeOf(response.parsed).toEqualTypeOf<{ city: string }>();
    expectTypeOf(response).toExtend<ResponseObject>();
    expect(response.parsed).toEqual({ city: "Paris" });
    expect(response.output).toHaveLength(2);
    expect(await requests[0]!.json()).toEqual({
      ...ask,
      text: {
        verbosity: "low",
        format: {
          type: "json_schema",
          name: "answer",
          strict: true,
          schema: {
            type: "object",
            properties: { city: { type: "string" } },
            required: ["city"],
            additionalProperties: false,
          },
        },
      },
    });
  });

  test("reads the final message, not the commentary before it", async () => {
    const { client } = responding([{ ...says("I look it up."), phase: "commentary" }, says('{"city":"Paris"}')]);
    expect((await client.responses.parse({ ...ask, output })).parsed).toEqual({ city: "Paris" });
  });

  test.each<[name: string, items: readonly Fields[], more: Fields, text: RegExp]>([
    ["a wrong value", [says('{"city":1}')], {}, /does not match the schema/],
    ["text in place of JSON", [says("Paris")], {}, /not valid JSON: it starts with "Paris"/],
    ["no message", [], {}, /not valid JSON/],
    ["a refusal", [message({ type: "refusal", refusal: "I cannot." })], {}, /I cannot\./],
    [
      "a truncated output",
      [says('{"city":"Par')],
      { status: "incomplete", incomplete_details: { reason: "max_output_tokens" } },
      /Raise `max_output_tokens`/,
    ],
    [
      "a filtered output",
      [says("")],
      { status: "incomplete", incomplete_details: { reason: "content_filter" } },
      /content filter/,
    ],
  ])("refuses %s with the text and the response", async (_, items, more, text) => {
    const { client } = responding(items, more);
    const error = await caught(client.responses.parse({ ...ask, output }));
    expect(error).toBeInstanceOf(OutputError);
    const { message: reason, response, completion, attempts } = error as OutputError;
    expect(reason).toMatch(text);
    expect(response).toMatchObject({ object: "response", output: items });
    expect(completion).toBeUndefined();
    expect(attempts).toBe(1);
  });

  test("has the unread response", async () => {
    const { client } = responding([says("{}")]);
    const response = await client.responses.parse({ ...ask, output }).asResponse();
    expect(await response.json()).toMatchObject({ object: "response" });
  });
});

test("the type of a result follows from `stream`", () => {
  const { client } = responding([]);
  const streaming = true as boolean;
  const say = { model: "m", max_tokens: 1, messages: [] };
  expectTypeOf(client.responses.create).toBeCallableWith({ input: "hi" });
  const calls = () =>
    [
      client.responses.create(ask),
      client.responses.create({ ...ask, stream: true }),
      client.responses.create({ ...ask, stream: streaming }),
      client.messages.create(say),
      client.messages.create({ ...say, stream: true }),
      client.messages.stream(say),
      client.messages.countTokens({ model: "m", messages: [] }),
    ] as const;
  type Calls = ReturnType<typeof calls>;
  expectTypeOf<Awaited<Calls[0]>>().toEqualTypeOf<ResponseObject>();
  expectTypeOf<Awaited<Calls[1]>>().toEqualTypeOf<ResponseStream>();
  expectTypeOf<Awaited<Calls[2]>>().toEqualTypeOf<ResponseObject | ResponseStream>();
  expectTypeOf<Awaited<Calls[3]>>().toEqualTypeOf<MessagesResponse>();
  expectTypeOf<Awaited<Calls[4]>>().toEqualTypeOf<MessageStream>();
  expectTypeOf<Calls[5]>().toEqualTypeOf<MessageStream>();
  expectTypeOf<Awaited<Calls[6]>["input_tokens"]>().toEqualTypeOf<number>();
  expectTypeOf<Awaited<ReturnType<MessageStream["final"]>>>().toEqualTypeOf<MessagesResponse>();
});

describe("the functions", () => {
  const bodies = { "/responses": responsesApi, "/messages": messagesApi };
  const client = createClient({
    apiKey: "k",
    fetch: async (request: Request) => {
      const api = bodies[new URL(request.url).pathname.replace("/api/v1", "") as keyof typeof bodies];
      const { stream } = (await request.json()) as { stream?: boolean };
      return stream ? answer(bodyOf(api)) : Response.json(api.whole);
    },
  });

  test("of both APIs return responses and streams", async () => {
    expect(await responsesCreate(client, ask)).toEqual(responsesApi.whole);
    const input = { model: "m", max_tokens: 9, messages: [{ role: "user" as const, content: "hi" }] };
    expect(await messagesCreate(client, input)).toEqual(messagesApi.whole);
    const response = responsesStream(client, ask);
    expect(response).toBeInstanceOf(ResponseStream);
    expect(await response.final()).toEqual(responsesApi.whole);
    const stream = messagesStream(client, input);
    expect(stream).toBeInstanceOf(MessageStream);
    expect(await stream.final()).toEqual(messagesApi.whole);
  });
});

describe("the cost", () => {
  const paid = { cost: 0.25, is_byok: true, cost_details: { upstream_inference_cost: 0.5 } };
  test.each([responsesApi, messagesApi])("of a $name response is read from its usage", ({ whole }) => {
    expect(formatUsd(getCost(whole))).toBe("0.001");
    expect(formatUsd(getCost({ usage: paid }))).toBe("0.75");
    expect(formatUsd(getCost({ usage: null }))).toBe("0");
  });

  test("is estimated alike from the usage of each API", () => {
    const pricing = {
      prompt: "0.001",
      completion: "0.01",
      input_cache_read: "0.0001",
      input_cache_write: "0.002",
      internal_reasoning: "0.02",
    };
    const chat = {
      prompt_tokens: 100,
      completion_tokens: 50,
      prompt_tokens_details: { cached_tokens: 30, cache_write_tokens: 20 },
      completion_tokens_details: { reasoning_tokens: 10 },
    };
    const expected = estimateCost({ pricing }, chat);
    expect(formatUsd(expected)).toBe("0.693");
    const responses = {
      input_tokens: 100,
      output_tokens: 50,
      input_tokens_details: { cached_tokens: 30, cache_write_tokens: 20 },
      output_tokens_details: { reasoning_tokens: 10 },
    };
    expect(estimateCost({ pricing }, responses)).toBe(expected);
    // The Messages API counts cached tokens apart.
    const messages = {
      input_tokens: 50,
      output_tokens: 50,
      cache_read_input_tokens: 30,
      cache_creation_input_tokens: 20,
      output_tokens_details: { thinking_tokens: 10 },
    };
    expect(estimateCost({ pricing }, messages)).toBe(expected);
  });
});
