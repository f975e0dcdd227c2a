import contract from "@patchbay/mock-server/openapi.json" with { type: "json" };
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Accumulator } from "../../packages/codegen/src/model/merge.ts";
import { streamOf } from "../client/chunks.ts";
import { framesOf, messagesApi, responsesApi, streamTyped, type TypedApi } from "../client/typed-events.ts";
import { GenericAccumulator } from "./accumulator.ts";

type Fields = Record<string, unknown>;

const policy = contract["x-merge"] as unknown as Readonly<Record<string, Accumulator>>;

/** The response as the merge policy of the contract describes it, as JSON. */
function merge(accumulator: string, events: readonly object[]): unknown {
  const generic = new GenericAccumulator(policy[accumulator]!);
  for (const event of events) generic.add(structuredClone(event) as Fields);
  return toJson(generic.result());
}

const toJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A record whose fields may all be absent. */
const some = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Fields> =>
  fc.record(fields, { requiredKeys: [] });
const word = fc.constantFrom("", "a", "Oslo ", "🌧", '"');
const list = fc.array(fc.constantFrom<unknown>({ n: 1 }, { n: 2, deep: [1] }), { maxLength: 2 });

describe("chat", () => {
  const call = some({
    index: fc.constantFrom<unknown>(0, 0, 1, 2, 5, -1, 1.5, 500, "1", null),
    id: fc.constantFrom("a", "a", "b", "", null),
    type: fc.constantFrom("function", "custom", null),
    function: some({
      name: fc.constantFrom("f", "g", "", "get", null),
      arguments: fc.constantFrom("", " ", "{}", '{"a":1}', '{"a"', ":1}", '["]', '"]', "}", "\\", null),
      extra: fc.constantFrom(1, null),
    }),
    extra: fc.constantFrom("x", null),
  });
  const detail = some({
    type: fc.constantFrom("reasoning.text", "reasoning.text", "reasoning.summary", "reasoning.encrypted"),
    index: fc.constantFrom<unknown>(0, 1, null),
    id: fc.constantFrom("r1", "r2", null),
    text: word,
    summary: word,
    data: word,
    signature: fc.constantFrom("s1", "s2", "", null),
    format: fc.constantFrom("unknown", null),
  });
  const delta = some({
    role: fc.constant("assistant"),
    content: fc.option(word),
    reasoning: fc.option(word),
    refusal: fc.option(word),
    tool_calls: fc.option(fc.array(call, { maxLength: 3 })),
    reasoning_details: fc.option(fc.array(detail, { maxLength: 2 })),
    annotations: fc.option(list),
    images: list,
    audio: some({ id: word, data: fc.option(word), transcript: fc.option(word), expires_at: fc.nat(9) }),
    function_call: some({ name: word, arguments: word }),
    new_text: fc.option(word),
    new_list: fc.option(list),
    new_value: fc.constantFrom<unknown>(1, true, null, { deep: 1 }),
  });
  const choice = some({
    index: fc.constantFrom<unknown>(0, 0, 1, 2, "1", -1, null),
    delta: fc.option(delta),
    finish_reason: fc.constantFrom(null, "", "stop", "tool_calls"),
    native_finish_reason: fc.constantFrom(null, "STOP", "end_turn"),
    logprobs: fc.option(some({ content: fc.option(list), refusal: fc.option(list), new_value: fc.nat(3) })),
    new_field: fc.constantFrom<unknown>(1, null, "x", [1]),
  });
  const chunk = some({
    id: word,
    object: fc.constant("chat.completion.chunk"),
    created: fc.nat(9),
    model: word,
    provider: word,
    system_fingerprint: fc.option(word),
    service_tier: fc.constantFrom("flex", "default"),
    usage: fc.option(fc.record({ total_tokens: fc.nat(9) })),
    openrouter_metadata: fc.record({ attempt: fc.nat(9) }),
    debug: fc.constant({ x: 1 }),
    new_field: fc.constantFrom<unknown>(1, null, "x", [1]),
    other_field: word,
  });
  const choices = fc.array(choice, { maxLength: 3 });
  const chunks = fc.array(
    fc.tuple(chunk, choices).map(([fields, given]) => ({ ...fields, choices: given })),
    { minLength: 1, maxLength: 8 },
  );

  test("chunks add up to the same completion by the merge policy and in the client", async () => {
    await fc.assert(
      fc.asyncProperty(chunks, async (sent) => {
        const completion = await streamOf(...sent, "[DONE]").final();
        expect(merge("chat", sent)).toEqual(toJson(completion));
      }),
      { numRuns: 300 },
    );
  });
});

/** What the client makes of the events. */
async function final(api: TypedApi, events: readonly Fields[]): Promise<unknown> {
  const frames = framesOf(events) + (api.done === undefined ? "" : `data: ${api.done}\n\n`);
  return toJson(await streamTyped(api, frames).final());
}

/** An event with this type, and fields of which any may be absent. */
const event = (types: readonly string[], required: object, optional: object = {}): fc.Arbitrary<Fields> =>
  fc
    .tuple(
      fc.record({ type: fc.constantFrom(...types), ...(required as Record<string, fc.Arbitrary<unknown>>) }),
      some(optional as Record<string, fc.Arbitrary<unknown>>),
    )
    .map(([fields, more]) => ({ ...fields, ...more }));

test.each([messagesApi, responsesApi])("the events of the tests of $name add up by the merge policy", async (api) => {
  expect(merge(api.name, api.events)).toEqual(await final(api, api.events));
});

test("events add up to the same response by the merge policy and in the client", async () => {
  const place = {
    output_index: fc.constantFrom<unknown>(0, 0, 1, 3, -1, 1e9, null),
    item_id: fc.constantFrom("i1", "i2"),
    content_index: fc.constantFrom<unknown>(0, 1, 2, 500, null),
    summary_index: fc.constantFrom<unknown>(0, 1, 500),
  };
  const part = some({
    type: fc.constantFrom("output_text", "refusal", "new_part"),
    text: word,
    annotations: list,
    logprobs: list,
    new_field: fc.nat(9),
  });
  const item = some({
    id: fc.constantFrom("i1", "i2", "i3"),
    type: fc.constantFrom("message", "reasoning", "function_call", "openrouter:new_tool"),
    status: fc.constant("in_progress"),
    content: fc.array(part, { maxLength: 2 }),
    summary: fc.array(part, { maxLength: 1 }),
    arguments: word,
    operation: fc.constant({ type: "update_file" }),
    new_field: fc.constantFrom<unknown>(1, null, { deep: 1 }),
  });
  const response = some({ id: word, model: word, error: fc.constant(null), usage: fc.record({ total: fc.nat(9) }) });
  const texts: Record<string, string> = {
    "response.output_text": "text",
    "response.refusal": "refusal",
    "response.reasoning_text": "text",
    "response.reasoning_summary_text": "text",
    "response.function_call_arguments": "arguments",
    "response.mcp_call_arguments": "arguments",
    "response.custom_tool_call_input": "input",
    "response.code_interpreter_call_code": "code",
    "response.apply_patch_call_operation_diff": "diff",
  };
  const logprobs = fc.option(list);
  const events = fc.array(
    fc.oneof(
      event(["response.created", "response.in_progress"], { response }),
      event(["response.output_item.added", "response.output_item.done"], { item }, place),
      event(["response.content_part.added", "response.content_part.done"], { part }, place),
      event(["response.reasoning_summary_part.added", "response.reasoning_summary_part.done"], { part }, place),
      event(
        ["response.output_text.annotation.added"],
        { annotation: fc.record({ url: word }) },
        { ...place, annotation_index: fc.constantFrom(0, 1, 500) },
      ),
      ...Object.entries(texts).flatMap(([type, field]) => [
        event([`${type}.delta`], { delta: word }, { ...place, ...(type === "response.output_text" && { logprobs }) }),
        event([`${type}.done`], { [field]: word }, { ...place, ...(type === "response.output_text" && { logprobs }) }),
      ]),
      event(["response.web_search_call.searching", "response.new_call.completed", "response.x_call.failed"], {}, place),
      event(["response.unknown", "response.mcp_list_tools.in_progress"], { delta: word }, place),
    ),
    { maxLength: 10 },
  );
  const last = event(["response.completed", "response.incomplete"], {
    response: fc
      .tuple(response, fc.constantFrom({}, { output: [] }, { output: [{ type: "message", id: "i9" }] }))
      .map((pair) => Object.assign({}, ...pair) as Fields),
  });
  await fc.assert(
    fc.asyncProperty(events, last, async (sent, end) => {
      expect(merge("responses", [...sent, end])).toEqual(await final(responsesApi, [...sent, end]));
    }),
    { numRuns: 300 },
  );
});

test("events add up to the same message by the merge policy and in the client", async () => {
  const usage = some({ input_tokens: fc.nat(9), output_tokens: fc.option(fc.nat(9)), new_count: fc.option(fc.nat(9)) });
  const block = some({
    type: fc.constantFrom("text", "thinking", "tool_use", "new_block"),
    text: word,
    thinking: word,
    signature: word,
    citations: fc.option(list),
    input: fc.constantFrom<unknown>({}, { a: 1 }),
    new_field: fc.constantFrom<unknown>(1, null, "x"),
  });
  const message = fc
    .tuple(
      some({ id: word, model: word, stop_reason: fc.constant(null), usage, new_field: fc.option(word) }),
      fc.array(block, { maxLength: 2 }),
    )
    .map(([fields, content]) => ({ ...fields, content }));
  const index = fc.constantFrom<unknown>(0, 0, 1, 3, -1, 1e9, "1", null);
  const deltas = fc.oneof(
    event(["text_delta"], { text: word }),
    event(["thinking_delta"], { thinking: word }),
    event(["signature_delta", "compaction_delta"], {}, { signature: word, content: fc.option(word), text: word }),
    event(["citations_delta"], { citation: fc.record({ url: word }) }),
    event(["input_json_delta"], {
      partial_json: fc.constantFrom("", "{", '{"a"', ":1", ",", '"b":[', '"]', "]", "}", "\\", '\\"', "tru", "e", "7"),
    }),
    event(["new_delta"], {}, { text: fc.option(word), new_field: fc.constantFrom<unknown>(1, null, "x", {}) }),
  );
  const fields = { stop_reason: fc.option(word), stop_sequence: fc.option(word), new_field: fc.option(word) };
  const events = fc.array(
    fc.oneof(
      event(["content_block_start"], { content_block: block }, { index }),
      event(["content_block_delta"], { delta: deltas }, { index }),
      event(["content_block_delta"], { delta: deltas, index: fc.constantFrom(0, 1) }),
      event(["content_block_delta"], { delta: deltas, index: fc.constant(0) }),
      event(["message_delta"], {}, { delta: some({ ...fields, usage }), usage: fc.option(usage), ...fields }),
      event(["ping", "content_block_stop", "new_event"], {}, { index }),
    ),
    { maxLength: 12 },
  );
  const ends = fc.tuple(
    fc.record({ type: fc.constant("message_start"), message }),
    event(["message_stop"], {}, { openrouter_metadata: fc.constantFrom(null, { attempt: 1 }) }),
  );
  await fc.assert(
    fc.asyncProperty(events, ends, async (sent, [start, stop]) => {
      const all = [start, ...sent, stop];
      expect(merge("messages", all)).toEqual(await final(messagesApi, all));
    }),
    { numRuns: 300 },
  );
});
