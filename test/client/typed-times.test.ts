// Long streams of the Responses API and of the Messages API: their processor time, and that of their partial results.
import type { MessageStream, ResponseStream } from "@patchbay/client";
import { describe, expect, test } from "vitest";
import { expectLinear } from "../support/linear.ts";
import { finish, piece, streamOf } from "./chunks.ts";
import { framesOf, messagesApi, responsesApi, streamTyped, type TypedApi } from "./typed-events.ts";

type Fields = Record<string, unknown>;

const part = { output_index: 0, item_id: "m", content_index: 0 };
const text = { type: "response.output_text.delta", ...part, delta: "word " };
const logprob = { token: "word", logprob: -1, top_logprobs: [] };
const annotation = { type: "url_citation", url: "u" };
const delta = (fields: Fields, index = 0): Fields => ({ type: "content_block_delta", index, delta: fields });
const json = (partial_json: string): Fields => delta({ type: "input_json_delta", partial_json });

/** The event at a position of a stream of some size. */
type EventAt = (at: number, size: number) => Fields;

const cases: readonly (readonly [TypedApi, name: string, count: number, event: EventAt])[] = [
  [responsesApi, "the pieces of a text", 10_000, () => text],
  [responsesApi, "log probabilities", 5000, () => ({ ...text, logprobs: [logprob] })],
  [
    responsesApi,
    "annotations",
    5000,
    (at) => ({ type: "response.output_text.annotation.added", ...part, annotation_index: at, annotation }),
  ],
  [
    responsesApi,
    "annotations without an index",
    5000,
    () => ({ type: "response.output_text.annotation.added", ...part, annotation }),
  ],
  [
    responsesApi,
    "the pieces of arguments",
    10_000,
    () => ({ type: "response.function_call_arguments.delta", output_index: 0, item_id: "f", delta: "[1," }),
  ],
  [
    responsesApi,
    "the pieces of a diff",
    10_000,
    () => ({ type: "response.apply_patch_call_operation_diff.delta", output_index: 0, item_id: "p", delta: "+ a" }),
  ],
  [
    responsesApi,
    "items",
    5000,
    (at) => ({ type: "response.output_item.added", output_index: at, item: { type: "message", id: `m${at}` } }),
  ],
  [
    responsesApi,
    "items without an index",
    10_000,
    (at) => ({ type: "response.output_item.added", item: { type: "message", id: `m${at}` } }),
  ],
  [
    responsesApi,
    "states of items without an index",
    5000,
    (at, size) =>
      at < size / 2
        ? { type: "response.output_item.added", item: { type: "web_search_call", id: `s${at}` } }
        : { type: "response.web_search_call.completed", item_id: `s${size - at}` },
  ],
  [
    responsesApi,
    "parts",
    5000,
    (at) => ({
      type: "response.content_part.added",
      ...part,
      content_index: at,
      part: { type: "output_text", text: "" },
    }),
  ],
  [messagesApi, "the pieces of a text", 10_000, () => delta({ type: "text_delta", text: "word " })],
  [messagesApi, "the pieces of an unknown text", 10_000, () => delta({ type: "new_delta", log: "word " })],
  [messagesApi, "citations", 5000, () => delta({ type: "citations_delta", citation: { cited_text: "a" } })],
  [
    messagesApi,
    "blocks",
    5000,
    (index) => ({ type: "content_block_start", index, content_block: { type: "text", text: "" } }),
  ],
  [messagesApi, "blocks that are not announced", 5000, (at) => delta({ type: "text_delta", text: "a" }, at)],
  [messagesApi, "fields of a block", 2000, (at) => delta({ type: "new_delta", [`f${at}`]: at })],
  [
    messagesApi,
    "fields of the message",
    2000,
    (at) => ({ type: "message_delta", delta: { [`f${at}`]: at }, [`g${at}`]: at }),
  ],
  [messagesApi, "counts of the usage", 2000, (at) => ({ type: "message_delta", usage: { [`f${at}`]: at } })],
  [messagesApi, "the pieces of an input", 10_000, (at) => json(at === 0 ? '{"a":"' : "word ")],
  [messagesApi, "open arrays of an input", 5000, () => json("[")],
  [messagesApi, "open objects of an input", 5000, () => json('{"a":')],
  [messagesApi, "values in open arrays of an input", 10_000, (at, size) => json(at < size / 4 ? "[" : "1,")],
];

const streamOfSize = ({ name, ...api }: TypedApi, size: number, event: EventAt): ResponseStream | MessageStream => {
  const events = Array.from({ length: size }, (_, at) => event(at, size));
  return streamTyped({ name, ...api }, framesOf([api.events[0]!, ...events, api.events.at(-1)!]));
};

describe("the time of a stream is linear in", () => {
  test.each(cases.map(([api, name, ...rest]) => [api.name, name, api, ...rest] as const))(
    "%s: %s",
    async (_api, _name, api, count, event) => {
      await expectLinear(async (size) => {
        const stream = streamOfSize(api, size, event);
        for await (const each of stream) if (each.type === api.events.at(-1)!.type) break;
        expect(api.outputOf(stream.partial)).toBeDefined();
      }, count);
    },
  );

  test("the fields of the audio of a chat completion", async () => {
    await expectLinear(async (size) => {
      const chunks = Array.from({ length: size }, (_, at) => piece({ audio: { data: "a", [`f${at}`]: at } }));
      const { choices } = await streamOf(...chunks, finish(), "[DONE]").final();
      expect(choices[0]!.message.audio).toMatchObject({ data: "a".repeat(size), f1: 1 });
    }, 2000);
  });
});

describe("the time of a partial result after every event is linear in", () => {
  const ofTexts = cases.filter(([, name]) => name.startsWith("the pieces of"));
  test.each(ofTexts.map(([api, name, ...rest]) => [api.name, name, api, ...rest] as const))(
    "%s: %s",
    async (_api, _name, api, count, event) => {
      await expectLinear(async (size) => {
        const stream = streamOfSize(api, size, event);
        let partials = 0;
        for await (const _ of stream) if (stream.partial) partials++;
        expect(partials).toBe(size + 2);
      }, count / 2);
    },
  );
});

describe("a partial result and the event before it do not change when more arrives", () => {
  const mixed: readonly (readonly [TypedApi, name: string, count: number, event: EventAt])[] = [
    ...cases,
    [
      responsesApi,
      "complete texts between pieces",
      0,
      (at) => (at % 2 ? text : { ...text, type: "response.output_text.done", text: "word", delta: undefined }),
    ],
    [
      responsesApi,
      "complete log probabilities between pieces",
      0,
      (at) => ({
        ...text,
        ...(at % 2 && { type: "response.output_text.done", delta: undefined }),
        text: "word",
        logprobs: [logprob],
      }),
    ],
    [
      responsesApi,
      "items with contents between pieces",
      0,
      (at) =>
        at % 2
          ? { ...text, logprobs: [logprob] }
          : {
              type: "response.output_item.done",
              output_index: 0,
              item: { type: "message", content: [{ type: "output_text", text: "a", logprobs: [logprob] }] },
            },
    ],
    [
      messagesApi,
      "blocks with citations between citations",
      0,
      (at) =>
        at % 2
          ? delta({ type: "citations_delta", citation: { cited_text: "a" } })
          : {
              type: "content_block_start",
              index: 0,
              content_block: { type: "text", text: "", citations: [{ cited_text: "b" }] },
            },
    ],
    [
      messagesApi,
      "a usage in each place",
      0,
      (at) => ({ type: "message_delta", delta: { usage: { [`d${at}`]: 1 } }, usage: { [`f${at}`]: at } }),
    ],
  ];

  test.each(mixed.map(([api, name, , event]) => [api.name, name, api, event] as const))(
    "%s: %s",
    async (_api, _name, api, event) => {
      const stream = streamOfSize(api, 8, event);
      const seen: (readonly [value: unknown, text: string])[] = [];
      for await (const each of stream)
        for (const value of [each, stream.partial]) seen.push([value, JSON.stringify(value)]);
      expect(seen).toHaveLength(20);
      for (const [value, json] of seen) expect(JSON.stringify(value)).toBe(json);
    },
  );
});
