// The formats in which services and gateways send a stream: what is accepted as a completion, and what is an error.
import { ApiError, PatchbayError, StreamError, type ChatStreamEvent, type ChatStream } from "@patchbay/client";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  answer,
  eventsOf,
  finish,
  head,
  piece,
  say,
  streamOf,
  streamOfText,
  usage,
  usageChunk,
  written,
} from "./chunks.ts";
import { against, caught, chat } from "./support.ts";

const readEvents = async (stream: ChatStream): Promise<ChatStreamEvent[]> => Array.fromAsync(stream.events());
const readText = async (stream: ChatStream): Promise<string> => (await Array.fromAsync(stream.textStream())).join("");

interface Call {
  readonly id: string;
  readonly function: { readonly name: string; readonly arguments: string };
}
const show = ({ id, function: { name, arguments: text } }: Call): string => `${id}:${name}(${text})`;

/** The tool calls of deltas, one per chunk and all in one chunk, both from final() and from events(). */
async function callsOf(pieces: readonly unknown[]): Promise<string[]> {
  const apart = pieces.map((call) => piece({ tool_calls: [call] }));
  const results: string[][] = [];
  for (const chunks of [apart, [piece({ tool_calls: pieces })]]) {
    // The chunks are created for each stream, which may write into them.
    const stream = streamOf(...chunks, finish("tool_calls"), "[DONE]");
    const emitted = (await readEvents(stream)).flatMap((event) =>
      event.type === "tool-call" ? [show(event.call)] : [],
    );
    const { choices } = await stream.final();
    results.push((choices[0]!.message.tool_calls ?? []).map(show), emitted);
  }
  for (const result of results) expect(result).toEqual(results[0]);
  return results[0]!;
}

describe("deltas of tool calls", () => {
  const f = (name: string | null, text: unknown): object => ({ name, arguments: text });
  test.each<[string, readonly unknown[], readonly string[]]>([
    [
      "with new ids at one index are separate calls",
      [
        { index: 0, id: "a", function: f("one", '{"x":1}') },
        { index: 0, id: "b", function: f("two", '{"y":2}') },
        { index: 0, id: "c", function: f("one", '{"x":1}') },
      ],
      ['a:one({"x":1})', 'b:two({"y":2})', 'c:one({"x":1})'],
    ],
    [
      "without an id continue the last call of their index",
      [
        { index: 0, id: "a", function: f("one", "") },
        { index: 0, function: f(null, '{"x":') },
        { index: 0, function: f(null, "1}") },
        { index: 0, id: "b", function: f("one", "") },
        { index: 0, id: "", function: f("", '{"x":2}') },
      ],
      ['a:one({"x":1})', 'b:one({"x":2})'],
    ],
    [
      "with the same id at one index belong together",
      [
        { index: 0, id: "a", function: f("one", "") },
        { index: 0, id: "a", function: f(null, '{"x":') },
        { index: 0, id: "a", function: f(null, "1}") },
      ],
      ['a:one({"x":1})'],
    ],
    [
      "with an id that changes in each piece belong together while they have no name",
      [
        { index: 0, id: "a", function: f("one", "") },
        { index: 0, id: "b", function: f(null, '{"x":{"z":') },
        { index: 0, id: "c", function: f(null, '"}"}') },
        { index: 0, id: "d", function: f(null, "}") },
      ],
      ['a:one({"x":{"z":"}"}})'],
    ],
    [
      "with a new id, a complete call before them and a late name start a call",
      [
        { index: 0, id: "a", function: f("one", '{"x":1}') },
        { index: 0, id: "b" },
        { index: 0, function: f("two", '{"y":2}') },
      ],
      ['a:one({"x":1})', 'b:two({"y":2})'],
    ],
    [
      "with names and complete arguments, but no ids, are separate calls",
      [
        { index: 0, function: f("one", '{"x":1}') },
        { index: 0, function: f("two", '{"y":2}') },
        { index: 0, function: f("two", '{"y":3}') },
      ],
      [':one({"x":1})', ':two({"y":2})', ':two({"y":3})'],
    ],
    [
      "with neither index nor id continue the last call",
      [{ function: f("one", '{"x":') }, { function: f(null, "1}") }, { function: f("two", "{}") }],
      [':one({"x":1})', ":two({})"],
    ],
    [
      "without an index are matched by their id when they are interleaved",
      [
        { id: "a", function: f("one", '{"x"') },
        { id: "b", function: f("two", '{"y"') },
        { id: "a", function: f(null, ":1}") },
        { id: "b", function: f(null, ":2}") },
      ],
      ['a:one({"x":1})', 'b:two({"y":2})'],
    ],
    [
      "with an index of null",
      [
        { index: null, id: "a", function: f("one", "{}") },
        { index: null, id: "b", function: f("two", '{"y":') },
        { index: null, function: f(null, "2}") },
      ],
      ["a:one({})", 'b:two({"y":2})'],
    ],
    [
      "with an index of -1 for all",
      [
        { index: -1, id: "a", function: f("one", '{"x":') },
        { index: -1, function: f(null, "1}") },
        { index: -1, id: "b", function: f("two", "{}") },
      ],
      ['a:one({"x":1})', "b:two({})"],
    ],
    [
      "with huge, negative and broken indexes that differ",
      [
        { index: 1e9, id: "a", function: f("one", '{"x":') },
        { index: -7, id: "b", function: f("two", '{"y":') },
        { index: 0.5, id: "c", function: f("three", '{"z":') },
        { index: 1e9, function: f(null, "1}") },
        { index: 0.5, function: f(null, "3}") },
        { index: -7, function: f(null, "2}") },
      ],
      ['a:one({"x":1})', 'b:two({"y":2})', 'c:three({"z":3})'],
    ],
    [
      "with indexes as strings",
      [
        { index: "0", id: "a", function: f("one", '{"x":') },
        { index: "1", id: "b", function: f("two", '{"y":') },
        { index: "0", function: f(null, "1}") },
        { index: "1", function: f(null, "2}") },
      ],
      ['a:one({"x":1})', 'b:two({"y":2})'],
    ],
    [
      "at an index whose number another call took",
      [
        { index: 0, id: "a", function: f("one", "{}") },
        { index: 0, id: "b", function: f("two", "{}") },
        { index: 1, id: "c", function: f("three", '{"z":') },
        { index: 1, function: f(null, "3}") },
      ],
      ["a:one({})", "b:two({})", 'c:three({"z":3})'],
    ],
    ["with arguments as an object", [{ index: 0, id: "a", function: f("one", { x: [1] }) }], ['a:one({"x":[1]})']],
    ["with arguments as a list", [{ index: 0, id: "a", function: f("one", [1, 2]) }], ["a:one([1,2])"]],
    ["with arguments of null", [{ index: 0, id: "a", function: f("one", null) }], ["a:one({})"]],
    ["with arguments as a number", [{ index: 0, id: "a", function: f("one", 5) }], ["a:one(5)"]],
    ["without arguments", [{ index: 0, id: "a", function: { name: "one" } }], ["a:one({})"]],
    ["with an id that is a number", [{ index: 0, id: 7, function: f("one", "{}") }], ["7:one({})"]],
    [
      "with the name in pieces",
      [
        { index: 0, id: "a", function: f("get_", "") },
        { index: 0, function: f("wea", "") },
        { index: 0, function: f("ther", '{"x":') },
        { index: 0, function: f(null, "1}") },
      ],
      ['a:get_weather({"x":1})'],
    ],
    [
      "with the whole name in each piece",
      [
        { index: 0, id: "a", function: f("get_weather", "") },
        { index: 0, id: "a", function: f("get_weather", '{"x":') },
        { index: 0, id: "a", function: f("get_weather", "1}") },
        { index: 0, id: "a", function: f("get_weather", "") },
      ],
      ['a:get_weather({"x":1})'],
    ],
    [
      "with the whole call once more at the end",
      [
        { index: 0, id: "a", function: f("one", '{"x":') },
        { index: 0, function: f(null, "1}") },
        { index: 0, id: "a", function: f("one", '{"x":1}') },
      ],
      ['a:one({"x":1})'],
    ],
    [
      "with an empty object before the arguments",
      [
        { index: 0, id: "a", function: f("one", "{}") },
        { index: 0, function: f(null, '{"x":') },
        { index: 0, function: f(null, "1}") },
      ],
      ['a:one({"x":1})'],
    ],
  ])("%s", async (_, pieces, expected) => {
    expect(await callsOf(pieces)).toEqual(expected);
  });

  test("that are equal and in one chunk are separate calls, and a call repeated in a later chunk is the same", async () => {
    const flip = { function: f("flip", '{"coin":1}') };
    const two = [
      { index: 0, ...flip },
      { index: 0, ...flip },
    ];
    for (const calls of [[flip, flip], two]) {
      const { choices } = await streamOf(piece({ tool_calls: calls }), finish(), "[DONE]").final();
      expect(choices[0]!.message.tool_calls).toHaveLength(2);
    }
    const again = streamOf(piece({ tool_calls: [flip] }), piece({ tool_calls: [flip] }), finish(), "[DONE]");
    expect((await again.final()).choices[0]!.message.tool_calls).toHaveLength(1);
  });

  test("of the older function_call are joined", async () => {
    const call = (name: string, text: string): object => piece({ function_call: { name, arguments: text } });
    const stream = streamOf(call("get_", ""), call("weather", '{"city":'), call("", '"Oslo"}'), finish(), "[DONE]");
    expect((await stream.final()).choices[0]!.message).toMatchObject({
      function_call: { name: "get_weather", arguments: '{"city":"Oslo"}' },
    });
  });

  test("with an index of 30,000,000 do not create an array of that length", async () => {
    const stream = streamOf(
      piece({ tool_calls: [{ index: 3e7, id: "a", function: { name: "f" } }] }),
      finish(),
      "[DONE]",
    );
    const deltas = (await readEvents(stream)).filter(({ type }) => type === "tool-call-delta");
    expect(deltas).toMatchObject([{ call: 0, id: "a", name: "f" }]);
  });

  test("of different calls never share an index in the chunks of a loop", async () => {
    const call = (id: string): object => ({ index: 0, id, function: { name: id, arguments: "{}" } });
    const chunks = await Array.fromAsync(streamOf(piece({ tool_calls: [call("a"), call("b")] }), finish(), "[DONE]"));
    expect(chunks[0]!.choices[0]!.delta.tool_calls!.map(({ index }) => index)).toEqual([0, 1]);
  });

  test("with a name split at any place are joined", async () => {
    const name = fc.stringMatching(/^[a-z]{3,6}_[A-Z]{3,6}$/);
    await fc.assert(
      fc.asyncProperty(name, fc.array(fc.nat(12), { maxLength: 3 }), async (whole, cuts) => {
        const at = [...new Set([0, ...cuts.filter((cut) => cut < whole.length), whole.length])].toSorted(
          (a, b) => a - b,
        );
        const parts = at.slice(1).map((end, index) => whole.slice(at[index], end));
        // A delta equal to the name so far is taken for a repetition of the name.
        fc.pre(parts.every((part, index) => index === 0 || part !== parts.slice(0, index).join("")));
        const pieces = parts.map((part, index) => ({
          index: 0,
          ...(index === 0 && { id: "a" }),
          function: { name: part },
        }));
        expect(await callsOf([...pieces, { index: 0, function: { arguments: "{}" } }])).toEqual([`a:${whole}({})`]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the indexes of choices", () => {
  const of = (index: unknown, content: string, reason: string | null = null): object => ({
    ...head,
    choices: [{ index, delta: { content }, finish_reason: reason }],
  });
  test.each([
    ["missing", undefined, 0],
    ["null", null, 0],
    ["negative", -1, 0],
    ["a fraction", 0.5, 0],
    ["a string of a number", "1", 1],
    ["a word", "first", 0],
    ["huge", 1e9, 1e9],
  ])("fall back to the position for an index that is %s", async (_, index, expected) => {
    const stream = streamOf(of(index, "a"), of(index, "b", "stop"), "[DONE]");
    const completion = await stream.final();
    expect(completion.choices).toMatchObject([{ index: expected, message: { content: "ab" }, finish_reason: "stop" }]);
    expect(await readText(streamOf(of(index, "a"), of(index, "b", "stop"), "[DONE]"))).toBe("ab");
  });

  test("textStream() returns choice 0 although another one came first, otherwise the lowest", async () => {
    const read = (...events: readonly object[]): Promise<string> => readText(streamOf(...events, "[DONE]"));
    expect(await read(of(1, "x"), of(0, "a"), of(1, "y"), of(0, "b"))).toBe("ab");
    expect(await read(of(2, "x"), of(1, "a"), of(2, "y"), of(1, "b"))).toBe("ab");
  });

  test("usage in a choice is the usage of the completion", async () => {
    const { usage } = usageChunk;
    const stream = streamOf(say("a"), finish("stop", { usage }), "[DONE]");
    expect(await stream.final()).toMatchObject({ usage });
    const events = await readEvents(streamOf(say("a"), finish("stop", { usage }), "[DONE]"));
    expect(events).toContainEqual({ type: "usage", usage });
  });

  test("choices without an index are distinguished by their position in the chunk", async () => {
    const both = (a: string, b: string): object => ({
      ...head,
      choices: [{ delta: { content: a } }, { delta: { content: b } }],
    });
    const { choices } = await streamOf(both("a", "x"), both("b", "y"), "[DONE]").final();
    expect(choices.map(({ message }) => message.content)).toEqual(["ab", "xy"]);
  });
});

describe("content that is an array of parts", () => {
  const thought = { type: "thinking", thinking: [{ type: "text", text: "hm" }] };
  const image = { type: "image_url", image_url: { url: "data:image/png;base64,AA" } };
  test.each<[string, unknown, object]>([
    [
      "texts",
      [
        { type: "text", text: "a" },
        { type: "text", text: "b" },
      ],
      { content: "ab" },
    ],
    ["strings", ["a", "b"], { content: "ab" }],
    ["an object in place of a list", { type: "text", text: "a" }, { content: "a" }],
    ["thoughts as lists", [thought, { type: "text", text: "a" }], { content: "a", reasoning: "hm" }],
    ["thoughts as strings", [{ type: "reasoning", text: "hm" }], { content: null, reasoning: "hm" }],
    ["images", [{ type: "text", text: "a" }, image], { content: "a", images: [image] }],
    ["a refusal", [{ type: "refusal", refusal: "no" }], { content: null, refusal: "no" }],
    [
      "unknown parts",
      [
        { type: "text", text: "a" },
        { type: "reference", ids: [1] },
      ],
      { content: "a", content_parts: [{ type: "reference", ids: [1] }] },
    ],
    ["nothing but null", [null], { content: null }],
    ["a number", 7, { content: "7" }],
  ])("is split: %s", async (_, content, expected) => {
    const streamed = streamOf(piece({ content }), finish(), "[DONE]");
    const text = await readText(streamed);
    expect(text).toBe((expected as { content: string | null }).content ?? "");
    expect((await streamed.final()).choices[0]!.message).toMatchObject(expected);
    const message = { role: "assistant", content };
    const whole = Response.json({ id: "g", choices: [{ index: 0, message, finish_reason: "stop" }] });
    const reply = await against([() => whole]).client.chat.completions.create(chat);
    expect(reply.choices[0]!.message).toMatchObject(expected);
  });

  test("reasoning that is an array of parts is one text", async () => {
    const { choices } = await streamOf(
      piece({ reasoning: [{ type: "text", text: "hm" }] }),
      say("a"),
      "[DONE]",
    ).final();
    expect(choices[0]!.message).toMatchObject({ reasoning: "hm", content: "a" });
  });
});

describe("the blocks of reasoning_details", () => {
  const thoughts = async (...details: readonly object[]): Promise<unknown> =>
    (await streamOf(...details.map((one) => piece({ reasoning_details: [one] })), finish(), "[DONE]").final())
      .choices[0]!.message.reasoning_details;
  const text = (given: string, more: object = {}): object => ({ type: "reasoning.text", text: given, ...more });

  test.each<[string, readonly object[], readonly object[]]>([
    [
      "a null index counts as absent: a signature ends a block",
      [
        text("a", { index: null }),
        text("b", { index: null, signature: "S1" }),
        text("c", { index: null, signature: "S2" }),
      ],
      [text("ab", { signature: "S1" }), text("c", { signature: "S2" })],
    ],
    [
      "encrypted data without an index are separate blocks",
      [
        { type: "reasoning.encrypted", data: "AAA", index: null },
        { type: "reasoning.encrypted", data: "BBB", index: null },
      ],
      [
        { type: "reasoning.encrypted", data: "AAA" },
        { type: "reasoning.encrypted", data: "BBB" },
      ],
    ],
    [
      "a text after a signature starts a block under the same index",
      [
        text("a", { index: 0 }),
        { type: "reasoning.text", index: 0, signature: "S1" },
        text("b", { index: 0 }),
        text("c", { index: 0, signature: "S2" }),
      ],
      [text("a", { signature: "S1" }), text("bc", { signature: "S2" })],
    ],
    [
      "a signature that each piece repeats ends nothing",
      [text("a", { index: 0, signature: "S" }), text("b", { index: 0, signature: "S" })],
      [text("ab", { signature: "S" })],
    ],
    [
      "null and other values among the details are removed",
      [{ type: "reasoning.text", text: "a", index: 0 }],
      [text("a")],
    ],
  ])("are joined or kept apart: %s", async (_, details, expected) => {
    expect(await thoughts(...details)).toMatchObject(expected);
    expect(await thoughts(...details)).toHaveLength(expected.length);
  });

  test.each([["reasoning_details"], ["annotations"], ["images"]])("nulls in %s are removed", async (name) => {
    const events = await readEvents(
      streamOf(piece({ content: "a", [name]: [null, 5] }), piece({ [name]: null }), finish(), "[DONE]"),
    );
    expect(events.map(({ type }) => type)).toEqual(["text-delta", "finish", "done"]);
  });
});

describe("the end of a stream", () => {
  test.each(["[DONE] ", " [DONE]", "\t[DONE]\t", "[done]", '"[DONE]"', "DONE", "[ DONE ]"])(
    "%j ends it",
    async (mark) => {
      const stream = streamOf(say("a"), mark, "{broken");
      expect(await readText(stream)).toBe("a");
      expect((await stream.final()).choices).toHaveLength(1);
    },
  );

  test("a text that contains the end mark is still text", async () => {
    expect(await readText(streamOf(say("[DONE]"), "[DONE]"))).toBe("[DONE]");
  });
});

describe("the bytes of a stream", () => {
  const body = eventsOf(say("one"), say(" two"), finish(), usageChunk, "[DONE]");
  test("events without a blank line between them are read one by one", async () => {
    for (const text of [
      body.replaceAll("\n\n", "\n"),
      body.replaceAll("\n\n", "\r\n"),
      `${body.replaceAll("\n\n", "\n")}\n`,
    ]) {
      const stream = streamOfText(text);
      expect(await readText(stream)).toBe("one two");
      expect(await stream.final()).toMatchObject({ usage });
    }
  });

  test("an error inside a broken event is that error", async () => {
    const text = `${eventsOf(say("one"))}data: {"id":"gen-1","choi\ndata: {"error":{"code":503,"message":"read error"}}\n\n`;
    const error = await caught(streamOfText(text).final());
    expect(error).toMatchObject({
      name: "ApiError",
      status: 503,
      partial: { choices: [{ message: { content: "one" } }] },
    });
  });

  test("a field named __proto__ changes no object", async () => {
    const odd = `{"id":"g","choices":[{"index":0,"delta":{"__proto__":{"polluted":1},"content":"a","tool_calls":[{"index":0,"id":"c","__proto__":{"polluted":1},"function":{"name":"f","__proto__":{"polluted":1}}}],"reasoning_details":[{"type":"reasoning.text","text":"a","index":0,"__proto__":{"polluted":1}}]},"logprobs":{"__proto__":{"polluted":1},"content":[]}}]}`;
    const stream = streamOf(odd, odd, finish(), "[DONE]");
    await readEvents(stream);
    const { choices } = await stream.final();
    const { message } = choices[0]!;
    for (const one of [
      {},
      message,
      message.tool_calls![0]!,
      message.tool_calls![0]!.function,
      message.reasoning_details![0]!,
    ])
      expect((one as { polluted?: unknown }).polluted).toBeUndefined();
  });
  test("a body that was already read is a typed error", async () => {
    const response = answer(body);
    response.body!.getReader();
    const { client } = against([() => response]);
    expect(await caught(client.chat.completions.stream(chat).final())).toBeInstanceOf(PatchbayError);
  });
});

describe("an event that reports an error", () => {
  const of = (text: string): string => `${eventsOf(say("one"))}${text}${eventsOf("[DONE]")}`;
  const event = (value: unknown): string => eventsOf(value);
  test.each<[string, string, object]>([
    ["error as a string", event({ error: "EXPLODED" }), { status: 500, message: /EXPLODED/ }],
    ["error as a number", event({ error: 503 }), { message: /503/ }],
    ["error as true", event({ error: true }), {}],
    ["error as an empty object", event({ error: {} }), {}],
    ["error as a list", event({ error: ["EXPLODED"] }), { message: /EXPLODED/ }],
    ["error without a message", event({ error: { code: 429, type: "rate_limit_error" } }), { status: 429 }],
    ["a message of null", event({ error: { code: 502, message: null } }), { status: 502 }],
    ["a message that is an object", event({ error: { message: { detail: "busy" } } }), { message: /busy/ }],
    ["error next to choices", event({ ...head, choices: [], error: { code: 503, message: "busy" } }), { status: 503 }],
    [
      "error in a choice",
      event(piece({}, { error: { code: 502, message: "died" } })),
      { status: 502, message: /died/ },
    ],
    ["error in a delta", event(piece({ error: { code: 502, message: "died" } })), { status: 502, message: /died/ }],
    ["error as a string in a delta", event(piece({ error: "died" })), { message: /died/ }],
    [
      "a list of errors",
      event({ success: false, errors: [{ code: 503, message: "busy" }] }),
      { status: 503, message: /busy/ },
    ],
    [
      "a status and a message",
      event({ message: "Internal Server Error", code: 500 }),
      { status: 500, message: /Internal/ },
    ],
    ["status as a string", event({ status: "429", message: "slow down" }), { status: 429, message: /slow/ }],
    ["error as a string in a choice", event(piece({}, { error: "died" })), { message: /died/ }],
    ["object error", event({ object: "error", message: "boom", code: 400 }), { status: 400, message: /boom/ }],
    [
      "type error",
      event({ type: "error", error: { type: "overloaded_error", message: "Overloaded" } }),
      { status: 503 },
    ],
    ["event error with an object", 'event: error\ndata: {"message":"boom"}\n\n', { message: /boom/ }],
    ["event error with an error", 'event: error\ndata: {"error":{"code":402,"message":"boom"}}\n\n', { status: 402 }],
    ["event error with a text", "event: error\ndata: boom went it\n\n", { message: /boom went it/ }],
    ["event error with a JSON string", 'event: error\ndata: "boom"\n\n', { message: /boom/ }],
    ["event error with null", "event: error\ndata: null\n\n", { status: 500 }],
    ["event error with empty data", "event: error\ndata:\n\n", { status: 500 }],
    ["event error without data", "event: error\n\n", { status: 500 }],
    ["event error with [DONE]", "event: error\ndata: [DONE]\n\n", { status: 500 }],
    ["finish_reason error", event(finish("error")), { status: 502 }],
    ["finish_reason ERROR", event(finish("ERROR")), { status: 502 }],
    [
      "finish_reason error with usage behind it",
      event(finish("error")) + event(usageChunk),
      { status: 502, usage: true },
    ],
    [
      "native network_error under stop",
      event(finish("stop", { native_finish_reason: "network_error" })),
      { status: 502 },
    ],
    ["native error under stop", event(finish("stop", { native_finish_reason: "error" })), { status: 502 }],
  ])(
    "%s is an ApiError with its body and the part that was received",
    async (_, text, { usage: hasUsage, ...expected }: { usage?: boolean }) => {
      const error = (await caught(streamOfText(of(text)).final())) as ApiError;
      expect(error).toBeInstanceOf(ApiError);
      const { message, ...rest } = expected as { message?: RegExp };
      expect(error).toMatchObject(rest);
      if (message) expect(error.message).toMatch(message);
      expect(error.body).toBeDefined();
      expect(error.partial).toMatchObject({ choices: [{ message: { content: "one" } }] });
      if (hasUsage) expect(error.partial).toMatchObject({ usage });
      // The same in place of the first event.
      expect(await caught(streamOfText(text + eventsOf("[DONE]")).final())).toBeInstanceOf(ApiError);
    },
  );

  test("a failed completion whose connection stays open ends within about a second", async () => {
    const { stream, write, isLeft } = written();
    write(say("a"), finish("error"));
    const error = await caught(stream().final());
    expect(error).toMatchObject({ name: "ApiError", status: 502, partial: { choices: [{ finish_reason: "error" }] } });
    await expect.poll(isLeft).toBe(true);
  });

  test("a tool call of a failed completion is not emitted as complete", async () => {
    const call = { index: 0, id: "a", function: { name: "f", arguments: '{"x":' } };
    const seen: string[] = [];
    const work = (async () => {
      for await (const { type } of streamOf(piece({ tool_calls: [call] }), finish("error"), "[DONE]").events())
        seen.push(type);
    })();
    expect(await caught(work)).toBeInstanceOf(ApiError);
    expect(seen).toEqual(["tool-call-delta", "finish"]);
  });
});

describe("an event that is not part of a completion", () => {
  test.each<[string, unknown]>([
    ["null", "null"],
    ["a number", "5"],
    ["a string", '"hello"'],
    ["a list", "[]"],
    ["a list of lists", "[[1]]"],
    ["text", "hello"],
    ["choices that are an object", { ...head, choices: {} }],
    ["choices that are a string", { ...head, choices: "x" }],
    ["a choice of null", { ...head, choices: [null] }],
    ["a choice that is a string", { ...head, choices: ["x"] }],
    ["a choice that is a list", { ...head, choices: [[]] }],
    ["a delta that is a string", piece("x")],
    ["a delta that is a list", piece([1])],
    ["a call of null", piece({ tool_calls: [null] })],
    ["a call that is a number", piece({ tool_calls: [5] })],
    ["calls that are an object", piece({ tool_calls: {} })],
    ["a function that is a string", piece({ tool_calls: [{ index: 0, function: "f" }] })],
  ])("is a StreamError with its body and the part that was received: %s", async (_, odd) => {
    for (const read of [
      (stream: ChatStream) => stream.final(),
      (stream: ChatStream) => readEvents(stream),
      (stream: ChatStream) => readText(stream),
      (stream: ChatStream) => Array.fromAsync(stream),
    ]) {
      const error = (await caught(read(streamOf(say("one"), odd, finish(), "[DONE]")))) as StreamError;
      expect(error).toBeInstanceOf(StreamError);
      expect(error).toMatchObject({ reason: "malformed", partial: { choices: [{ message: { content: "one" } }] } });
      if (typeof odd === "object") expect(error.body).toMatchObject({ id: "gen-1" });
    }
  });

  test.each<[string, object]>([
    ["no choices", { ...head }],
    ["choices of null", { ...head, choices: null }],
    ["no delta", { ...head, choices: [{ index: 0, finish_reason: null }] }],
    ["a delta of null", piece(null)],
    ["usage that is a string", { ...head, choices: [], usage: "much" }],
    ["audio that is a string", piece({ audio: "x" })],
    ["a null in every field", piece({ role: null, content: null, tool_calls: null, images: null, audio: null })],
  ])("%s is ignored, and readers of chunks receive arrays and deltas", async (_, odd) => {
    const chunks = await Array.fromAsync(streamOf(odd, say("a"), finish(), "[DONE]"));
    for (const { choices } of chunks) for (const { delta } of choices) expect(typeof delta).toBe("object");
    const events = await readEvents(streamOf(odd, say("a"), finish(), "[DONE]"));
    expect(events.map(({ type }) => type)).toEqual(["text-delta", "finish", "done"]);
  });

  test("any JSON at any place never throws another kind of error", async () => {
    const odd = fc.jsonValue({ maxDepth: 3 });
    const field = (name: string): fc.Arbitrary<object> => odd.map((value) => ({ [name]: value }));
    const delta = fc
      .tuple(
        ...[
          "content",
          "reasoning",
          "tool_calls",
          "reasoning_details",
          "images",
          "annotations",
          "audio",
          "refusal",
          "role",
        ].map(field),
      )
      .chain((fields) => fc.subarray(fields).map((some) => Object.assign({}, ...some) as object));
    const chunk = fc.oneof(
      odd,
      odd.map((choices) => ({ ...head, choices })),
      odd.map((choice) => ({ ...head, choices: [choice] })),
      delta.map((given) => piece(given)),
      odd.map((call) => piece({ tool_calls: [call] })),
      odd.map((value) =>
        piece({ tool_calls: [{ index: value, id: value, function: { name: value, arguments: value } }] }),
      ),
      odd.map((value) => piece({}, { finish_reason: value, logprobs: value, index: value })),
      odd.map((value) => ({ ...head, choices: [], usage: value, provider: value })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(chunk, { minLength: 1, maxLength: 4 }), async (chunks) => {
        const texts = chunks.map((value) => JSON.stringify(value));
        for (const read of [(stream: ChatStream) => readEvents(stream), (stream: ChatStream) => readText(stream)]) {
          const stream = streamOf(...texts, finish(), "[DONE]");
          const error = await read(stream).then(
            () => stream.final(),
            (thrown: unknown) => thrown,
          );
          if (error instanceof Error) expect(error).toBeInstanceOf(PatchbayError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a character split between two pieces", () => {
  const high = "\ud83d";
  const low = "\ude00";
  test.each<[string, readonly string[], readonly string[]]>([
    ["is given whole", [`ok ${high}`, `${low}!`], ["ok ", "\u{1F600}!"]],
    ["is given whole when its half is a piece", [high, low], ["\u{1F600}"]],
    ["is given whole over empty pieces", [high, "", low], ["\u{1F600}"]],
    ["keeps its half when the other never comes", [`a${high}`, "b"], ["a", `${high}b`]],
    ["keeps its half at the end", [`a${high}`], ["a", high]],
    ["that begins twice keeps both halves", [high, high, low], [high, "\u{1F600}"]],
  ])("is emitted whole: %s", async (_, pieces, expected) => {
    const chunks = [...pieces.map(say), finish(), "[DONE]"];
    expect(await Array.fromAsync(streamOf(...chunks).textStream())).toEqual(expected);
    for (const [type, field] of [
      ["text", "content"],
      ["reasoning", "reasoning"],
      ["refusal", "refusal"],
    ] as const) {
      const given = pieces.map((text) => piece({ [field]: text }));
      const events = await readEvents(streamOf(...given, finish(), "[DONE]"));
      expect(
        events.flatMap((event) => (event.type === `${type}-delta` && "text" in event ? [event.text] : [])),
      ).toEqual(expected);
      expect(events.at(-2)).toMatchObject({ type: "finish" });
    }
  });

  test("is emitted whole in the pieces of arguments", async () => {
    const part = (text: string): object =>
      piece({ tool_calls: [{ index: 0, function: { name: "f", arguments: text } }] });
    const events = await readEvents(streamOf(part(`{"a":"${high}`), part(`${low}"}`), finish(), "[DONE]"));
    expect(events.flatMap((event) => (event.type === "tool-call-delta" ? [event.arguments] : []))).toEqual([
      '{"a":"',
      '\u{1F600}"}',
    ]);
  });

  test("is kept apart for each choice", async () => {
    const of = (index: number, content: string): object => ({
      ...head,
      choices: [{ index, delta: { content }, finish_reason: null }],
    });
    const events = await readEvents(streamOf(of(0, high), of(1, high), of(0, low), of(1, `${low}.`), "[DONE]"));
    expect(events.flatMap((event) => (event.type === "text-delta" ? [[event.index, event.text]] : []))).toEqual([
      [0, "\u{1F600}"],
      [1, "\u{1F600}."],
    ]);
  });
});
