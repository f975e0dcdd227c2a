// What only streams of the Responses API have: its terminal states, and services that send fewer events.
import { ApiError, type ResponsesRequest, type ResponseStream } from "@patchbay/client";
import { describe, expect, test } from "vitest";
import { expectLinear } from "../support/linear.ts";
import { caught } from "./support.ts";
import { framesOf, responsesApi, streamTyped } from "./typed-events.ts";

type Fields = Record<string, unknown>;

const streamOf = (events: readonly Fields[]): ResponseStream =>
  streamTyped(responsesApi, framesOf(events)) as ResponseStream;
const { events, whole } = responsesApi;
const created = events[0]!;
const output = whole.output as Fields[];
const usage = whole.usage as Fields;

/** The output accumulated from these events. */
async function accumulate(sent: readonly Fields[]): Promise<unknown> {
  const stream = streamOf(sent);
  await caught(stream.final());
  return stream.partial?.output;
}

describe("an output", () => {
  test("is accumulated from deltas alone", async () => {
    const deltas = events.filter(({ type }) => !/\.(done|completed)$/.test(String(type)));
    const [reasoning, search, message, call, custom] = output as [Fields, Fields, Fields, Fields, Fields];
    const { encrypted_content: _, signature: _s, format: _f, ...started } = reasoning;
    expect(await accumulate(deltas)).toEqual([
      started,
      { ...search, status: "searching" },
      { ...message, status: "in_progress" },
      call,
      custom,
    ]);
  });

  test("is accumulated without the events that announce items and parts", async () => {
    const place = { output_index: 0, item_id: "msg_1", content_index: 0 };
    expect(
      await accumulate([
        created,
        { type: "response.output_text.delta", ...place, delta: "Hel" },
        { type: "response.output_text.delta", ...place, delta: "lo" },
        { type: "response.function_call_arguments.delta", output_index: 1, item_id: "fc_1", delta: "{}" },
        {
          type: "response.reasoning_summary_text.done",
          output_index: 2,
          item_id: "rs_1",
          summary_index: 0,
          text: "So",
        },
      ]),
    ).toEqual([
      {
        id: "msg_1",
        type: "message",
        role: "assistant",
        status: "in_progress",
        content: [{ type: "output_text", text: "Hello" }],
      },
      { id: "fc_1", type: "function_call", arguments: "{}" },
      { id: "rs_1", type: "reasoning", summary: [{ type: "summary_text", text: "So" }] },
    ]);
  });

  test.each<[kind: string, item: Fields, sent: readonly Fields[], expected: Fields]>([
    [
      "the code of a code interpreter",
      { type: "code_interpreter_call", id: "x", code: "", status: "in_progress" },
      [
        { type: "response.code_interpreter_call_code.delta", delta: "1+" },
        { type: "response.code_interpreter_call_code.delta", delta: "1" },
        { type: "response.code_interpreter_call.interpreting" },
      ],
      { code: "1+1", status: "interpreting" },
    ],
    [
      "the arguments of an MCP call",
      { type: "mcp_call", id: "x", arguments: "" },
      [
        { type: "response.mcp_call_arguments.delta", delta: '{"a' },
        { type: "response.mcp_call_arguments.done", arguments: '{"a":1}' },
        { type: "response.mcp_call.failed" },
      ],
      { arguments: '{"a":1}', status: "failed" },
    ],
    [
      "the diff of a patch",
      { type: "apply_patch_call", id: "x", operation: { type: "update_file", path: "a.ts", diff: "" } },
      [
        { type: "response.apply_patch_call_operation_diff.delta", delta: "+a" },
        { type: "response.apply_patch_call_operation_diff.delta", delta: "\n-b" },
      ],
      { operation: { type: "update_file", path: "a.ts", diff: "+a\n-b" } },
    ],
    [
      "the progress of an image",
      { type: "image_generation_call", id: "x", status: "in_progress" },
      [
        { type: "response.image_generation_call.generating" },
        { type: "response.image_generation_call.partial_image", partial_image_b64: "abc" },
      ],
      { status: "generating" },
    ],
    [
      "log probabilities",
      { type: "message", id: "x", content: [{ type: "output_text", text: "", logprobs: [] }] },
      [
        { type: "response.output_text.delta", content_index: 0, delta: "a", logprobs: [{ token: "a" }] },
        { type: "response.output_text.delta", content_index: 0, delta: "b", logprobs: [{ token: "b" }] },
      ],
      { content: [{ type: "output_text", text: "ab", logprobs: [{ token: "a" }, { token: "b" }] }] },
    ],
  ])("has %s, by index and by id", async (_, item, sent, expected) => {
    for (const place of [{ output_index: 0, item_id: "x" }, { output_index: 0 }, { item_id: "x" }]) {
      const added = { type: "response.output_item.added", output_index: 0, item };
      expect(await accumulate([created, added, ...sent.map((event) => ({ ...event, ...place }))])).toEqual([
        { ...item, ...expected },
      ]);
    }
  });

  test("that the last event omits is the accumulated one", async () => {
    for (const omitted of [undefined, [], null]) {
      const last = { type: "response.completed", response: { ...whole, output: omitted } };
      expect(await streamOf([...events.slice(0, -1), last]).final()).toEqual(whole);
    }
  });

  test("can be sent back as input unchanged", async () => {
    const final = await streamOf(events).final();
    expect(final.output).toEqual(output);
    // The type of an output is one of an input.
    const stream = streamTyped(responsesApi, framesOf(events)) as ResponseStream;
    const input = (await stream.final()).output satisfies ResponsesRequest["input"];
    expect(input).toEqual(output);
  });
});

describe("the last event", () => {
  test("`response.incomplete` is a result", async () => {
    const incomplete = { ...whole, status: "incomplete", incomplete_details: { reason: "max_output_tokens" } };
    const stream = streamOf([...events.slice(0, -1), { type: "response.incomplete", response: incomplete }]);
    expect(await stream.finalResponse()).toEqual(incomplete);
  });

  test("`response.failed` throws an error with the response, its output and its usage", async () => {
    const failed = {
      ...whole,
      status: "failed",
      output: [],
      error: { code: "rate_limit_exceeded", message: "Slow down" },
      usage,
    };
    const stream = streamOf([...events.slice(0, -1), { type: "response.failed", response: failed }]);
    const error = (await caught(stream.final())) as ApiError;
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 429, code: "rate_limited", errorType: "rate_limit_exceeded" });
    expect(error.body).toEqual(failed);
    expect(error.partial).toEqual({ ...failed, output });
    expect(stream.partial).toEqual(error.partial);
  });

  test("`response.failed` without a reason is an error", async () => {
    for (const response of [{ status: "failed", error: null }, { object: "response", status: "failed" }, {}, null]) {
      const error = await caught(streamOf([created, { type: "response.failed", response }]).final());
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status: 500, code: "server_error" });
    }
  });

  test.each(["response.completed", "response.incomplete"])("`%s` without a response is malformed", async (type) => {
    const error = await caught(streamOf([created, { type, sequence_number: 2 }]).final());
    expect(error).toMatchObject({ name: "StreamError", reason: "malformed", body: { type } });
  });

  test("an error of a tool does not end the stream", async () => {
    const failure = { type: "response.fusion_call.panel.failed", output_index: 1, error: "timeout" };
    const stream = streamOf([...events.slice(0, -1), failure, events.at(-1)!]);
    expect(await Array.fromAsync(stream)).toContainEqual(failure);
    expect(await stream.final()).toEqual(whole);
  });
});

test("textStream() has the text of a service that sends only the last event", async () => {
  const texts = await Array.fromAsync(streamOf([created, events.at(-1)!]).textStream());
  expect(texts).toEqual([responsesApi.text]);
});

test("the time to accumulate is linear in the number of events", async () => {
  const place = { output_index: 0, item_id: "msg_1", content_index: 0 };
  const accumulateDeltas = async (count: number): Promise<void> => {
    const deltas = Array.from({ length: count }, () => ({
      type: "response.output_text.delta",
      ...place,
      delta: "word ",
      logprobs: [],
    }));
    const body = framesOf([created, ...deltas, events.at(-1)!]);
    await (streamTyped(responsesApi, body) as ResponseStream).final();
  };
  await expectLinear(accumulateDeltas, 10_000);
});
