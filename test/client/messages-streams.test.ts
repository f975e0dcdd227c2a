// What only streams of the Messages API have: its deltas, its usage, and inputs of tools that arrive as JSON text.
import type { MessagesRequest, MessageStream } from "@patchbay/client";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { framesOf, messagesApi, streamTyped } from "./typed-events.ts";
import { caught } from "./support.ts";

type Fields = Record<string, unknown>;

const streamOf = (events: readonly Fields[]): MessageStream =>
  streamTyped(messagesApi, framesOf(events)) as MessageStream;
const { events, whole } = messagesApi;
const start = events[0]!;
const stop = events.at(-1)!;
const usage = whole.usage as Fields;

/** The events of one block. */
const block = (content_block: Fields, ...deltas: readonly Fields[]): Fields[] => [
  { type: "content_block_start", index: 0, content_block },
  ...deltas.map((delta) => ({ type: "content_block_delta", index: 0, delta })),
  { type: "content_block_stop", index: 0 },
];
const json = (partial_json: string): Fields => ({ type: "input_json_delta", partial_json });
const tool = { type: "tool_use", id: "toolu_1", name: "f", input: {} };

async function contentOf(...sent: readonly Fields[]): Promise<unknown> {
  return (await streamOf([start, ...sent, stop]).final()).content;
}

describe("the input of a tool", () => {
  test("is the JSON that arrived, however it is split", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
        fc.integer({ min: 1, max: 9 }),
        async (input, size) => {
          const text = JSON.stringify(input);
          const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
            json(text.slice(at * size, (at + 1) * size)),
          );
          expect(await contentOf(...block(tool, ...pieces))).toEqual([{ ...tool, input: JSON.parse(text) as unknown }]);
        },
      ),
      { numRuns: 100 },
    );
  });

  test.each<[text: string, input: unknown]>([
    ["", {}],
    ["{}", {}],
    ['{"a":1,"b":"x', { a: 1 }],
    ['{"a":{"b":[1,2', { a: { b: [1] } }],
    ['{"a":"\\"}","b":[', { a: '"}', b: [] }],
    ['{"a":1}}', {}],
    ["no JSON", {}],
  ])("%j is what arrived completely", async (text, input) => {
    expect(await contentOf(...block(tool, json(text)))).toEqual([{ ...tool, input }]);
  });

  test("is readable in `partial` while it arrives", async () => {
    const stream = streamOf([start, ...block(tool, json('{"a":1,'), json('"b":2}'))]);
    const inputs: unknown[] = [];
    for await (const event of stream)
      if (event.type === "content_block_delta") inputs.push((stream.partial!.content[0] as Fields).input);
      else if (event.type === "content_block_stop") break;
    expect(inputs).toEqual([{ a: 1 }, { a: 1, b: 2 }]);
  });
});

describe("a block", () => {
  test.each<[kind: string, block: Fields, deltas: readonly Fields[], expected: Fields]>([
    [
      "with text that is already in its first event",
      { type: "text", text: "He" },
      [{ type: "text_delta", text: "y" }],
      { type: "text", text: "Hey" },
    ],
    [
      "with citations",
      { type: "text", text: "a", citations: null },
      [
        { type: "citations_delta", citation: { cited_text: "1" } },
        { type: "citations_delta", citation: { cited_text: "2" } },
      ],
      { type: "text", text: "a", citations: [{ cited_text: "1" }, { cited_text: "2" }] },
    ],
    [
      "with a signature that is sent twice",
      { type: "thinking", thinking: "", signature: "" },
      [
        { type: "thinking_delta", thinking: "a", estimated_tokens: 3 },
        { type: "signature_delta", signature: "s1" },
        { type: "signature_delta", signature: "s2" },
      ],
      { type: "thinking", thinking: "a", signature: "s2" },
    ],
    [
      "of a compaction",
      { type: "compaction", content: "" },
      [{ type: "compaction_delta", content: "Summary", encrypted_content: "enc" }],
      { type: "compaction", content: "Summary", encrypted_content: "enc" },
    ],
    [
      "of a server tool",
      { type: "server_tool_use", id: "s", name: "web_search", input: {} },
      [json('{"query":"x"}')],
      { type: "server_tool_use", id: "s", name: "web_search", input: { query: "x" } },
    ],
    [
      "of an unknown type, with unknown deltas",
      { type: "new", log: "a", seen: 1 },
      [
        { type: "new_delta", log: "b", seen: 2, more: { x: 1 } },
        { type: "new_delta", log: "c" },
      ],
      { type: "new", log: "abc", seen: 2, more: { x: 1 } },
    ],
  ])("%s has everything that arrived", async (_, first, deltas, expected) => {
    expect(await contentOf(...block(first, ...deltas))).toEqual([expected]);
  });

  test("that was not announced is accumulated", async () => {
    const deltas = [
      { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "Hi" } },
      { type: "content_block_delta", index: 2, delta: json('{"a":1}') },
    ];
    expect(await contentOf(...deltas)).toEqual([
      { type: "text", text: "Hi" },
      { type: "tool_use", input: { a: 1 } },
    ]);
  });

  test("with a field named __proto__ keeps it as a field", async () => {
    const delta = JSON.parse('{"type":"new_delta","__proto__":{"polluted":true}}') as Fields;
    const [content] = (await contentOf(...block({ type: "new" }, delta))) as [Fields];
    expect(Object.getPrototypeOf(content)).toBe(Object.prototype);
    expect(Object.hasOwn(content, "__proto__")).toBe(true);
    expect(content.polluted).toBeUndefined();
  });
});

describe("the usage", () => {
  test("has the totals of the last event, and the counts that it does not repeat", async () => {
    const { usage: final } = await streamOf(events).final();
    expect(final).toEqual(usage);
  });

  test("of a stream that fails is the one that arrived", async () => {
    const stream = streamOf(events.slice(0, 5));
    await caught(stream.final());
    expect(stream.partial?.usage).toMatchObject({ input_tokens: 10, output_tokens: 1 });
  });
});

test("finalMessage() is final(), and its content can be sent back unchanged", async () => {
  const message = await streamOf(events).finalMessage();
  expect(message).toEqual(whole);
  const content = message.content satisfies MessagesRequest["messages"][number]["content"];
  expect(content).toEqual(whole.content);
});
