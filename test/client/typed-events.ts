// Streams of typed events, of the Responses API and of the Messages API, for the tests of streams.
import type { MessageStream, RequestOptions, ClientOptions, ResponseStream } from "@patchbay/client";
import { answer } from "./chunks.ts";
import { against } from "./support.ts";

type Fields = Readonly<Record<string, unknown>>;

/** An API whose streams have typed events. */
export interface TypedApi {
  readonly name: "responses" | "messages";
  /** The events of a complete stream. */
  readonly events: readonly Fields[];
  /** The same response without streaming. */
  readonly whole: Fields;
  /** The text of the response. */
  readonly text: string;
  /** The last `data:` payload; undefined if the last event ends the stream. */
  readonly done: string | undefined;
  /** An error event in the form of the API, with the error that it becomes. */
  readonly errors: readonly (readonly [event: Fields, error: Fields])[];
  /** What has been accumulated. */
  readonly outputOf: (response: unknown) => unknown;
}

/** Events as on the wire. A string is sent verbatim. */
export function framesOf(events: readonly (Fields | string)[], end = "\n"): string {
  return events
    .map((event) =>
      typeof event === "string"
        ? event
        : [`event: ${String(event.type)}`, `data: ${JSON.stringify(event)}`, "", ""].join(end),
    )
    .join("");
}

/** The body of a complete stream. */
export function bodyOf({ events, done }: TypedApi, end = "\n"): string {
  return framesOf(events, end) + (done === undefined ? "" : `data: ${done}${end}${end}`);
}

/** A stream with this body. */
export function streamTyped(
  { name }: TypedApi,
  body: BodyInit,
  options: Partial<ClientOptions> = {},
  callOptions?: RequestOptions,
): ResponseStream | MessageStream {
  const { client } = against([() => answer(body)], { maxRetries: 0, ...options });
  return name === "responses"
    ? client.responses.stream({ model: "m", input: "hi" }, callOptions)
    : client.messages.stream({ model: "m", max_tokens: 10, messages: [{ role: "user", content: "hi" }] }, callOptions);
}

const head = {
  id: "gen-1",
  object: "response",
  created_at: 1,
  model: "m",
  error: null,
  incomplete_details: null,
  instructions: null,
  metadata: null,
  parallel_tool_calls: true,
  temperature: null,
  top_p: null,
  presence_penalty: null,
  frequency_penalty: null,
  tool_choice: "auto",
  tools: [],
};
const started = { ...head, status: "in_progress", completed_at: null, output: [] };
const citation = { type: "url_citation", url: "https://a.example", title: "A", start_index: 0, end_index: 3 };
const text = (value: string, more: object = {}): Fields => ({
  type: "output_text",
  text: value,
  annotations: [],
  logprobs: [],
  ...more,
});

const reasoning = {
  type: "reasoning",
  id: "rs_1",
  summary: [{ type: "summary_text", text: "I look it up." }],
  content: [{ type: "reasoning_text", text: "Let me think." }],
  encrypted_content: "gAAA",
  signature: "sig",
  format: "anthropic-claude-v1",
  unknown_field: { kept: true },
};
const search = {
  type: "web_search_call",
  id: "ws_1",
  status: "completed",
  action: { type: "search", query: "oslo" },
};
const message = {
  type: "message",
  id: "msg_1",
  role: "assistant",
  status: "completed",
  content: [text("Oslo 🌧 is wet.", { annotations: [citation] }), { type: "refusal", refusal: "No more." }],
};
const call = {
  type: "function_call",
  id: "fc_1",
  call_id: "call_1",
  name: "weather",
  arguments: '{"city":"Oslo"}',
  status: "completed",
};
const custom = {
  type: "custom_tool_call",
  id: "ct_1",
  call_id: "call_2",
  name: "shell",
  input: "ls -l",
  status: "completed",
};
const unknown = { type: "openrouter:new_tool", id: "nt_1", status: "completed", data: [1, { two: null }] };
const usage = {
  input_tokens: 10,
  input_tokens_details: { cached_tokens: 2 },
  output_tokens: 20,
  output_tokens_details: { reasoning_tokens: 5 },
  total_tokens: 30,
  cost: 0.001,
};
const whole = {
  ...head,
  status: "completed",
  completed_at: 2,
  output: [reasoning, search, message, call, custom, unknown],
  usage,
};

function numbered(events: readonly Fields[]): Fields[] {
  return events.map((event, index) => ({ ...event, sequence_number: index }));
}

const place = { output_index: 2, item_id: "msg_1" };

/** The Responses API: reasoning, web search, text with a citation, a refusal, two kinds of tool calls, an unknown item. */
export const responsesApi: TypedApi = {
  name: "responses",
  whole,
  text: "Oslo 🌧 is wet.",
  done: "[DONE]",
  outputOf: (response) => (response as { output: unknown } | undefined)?.output,
  events: numbered([
    { type: "response.created", response: started },
    { type: "response.in_progress", response: started },
    {
      type: "response.output_item.added",
      output_index: 0,
      item: { type: "reasoning", id: "rs_1", summary: [], unknown_field: { kept: true } },
    },
    {
      type: "response.reasoning_summary_part.added",
      output_index: 0,
      item_id: "rs_1",
      summary_index: 0,
      part: { type: "summary_text", text: "" },
    },
    {
      type: "response.reasoning_summary_text.delta",
      output_index: 0,
      item_id: "rs_1",
      summary_index: 0,
      delta: "I look ",
    },
    {
      type: "response.reasoning_summary_text.delta",
      output_index: 0,
      item_id: "rs_1",
      summary_index: 0,
      delta: "it up.",
    },
    { type: "response.reasoning_text.delta", output_index: 0, item_id: "rs_1", content_index: 0, delta: "Let me " },
    { type: "response.reasoning_text.delta", output_index: 0, item_id: "rs_1", content_index: 0, delta: "think." },
    { type: "response.output_item.done", output_index: 0, item: reasoning },
    { type: "response.output_item.added", output_index: 1, item: { ...search, status: "in_progress" } },
    { type: "response.web_search_call.searching", output_index: 1, item_id: "ws_1" },
    { type: "response.web_search_call.completed", output_index: 1, item_id: "ws_1" },
    { type: "response.output_item.added", output_index: 2, item: { ...message, status: "in_progress", content: [] } },
    { type: "response.content_part.added", ...place, content_index: 0, part: text("") },
    { type: "response.output_text.delta", ...place, content_index: 0, delta: "Oslo ", logprobs: [] },
    { type: "response.new_kind.delta", ...place, delta: "ignored", extra: [1] },
    { type: "response.output_text.delta", ...place, content_index: 0, delta: "\uD83C", logprobs: [] },
    { type: "response.output_text.delta", ...place, content_index: 0, delta: "\uDF27 is wet.", logprobs: [] },
    {
      type: "response.output_text.annotation.added",
      ...place,
      content_index: 0,
      annotation_index: 0,
      annotation: citation,
    },
    { type: "response.output_text.done", ...place, content_index: 0, text: "Oslo 🌧 is wet.", logprobs: [] },
    { type: "response.content_part.added", ...place, content_index: 1, part: { type: "refusal", refusal: "" } },
    { type: "response.refusal.delta", ...place, content_index: 1, delta: "No " },
    { type: "response.refusal.delta", ...place, content_index: 1, delta: "more." },
    { type: "response.output_item.done", output_index: 2, item: message },
    { type: "response.output_item.added", output_index: 3, item: { ...call, status: "completed", arguments: "" } },
    { type: "response.function_call_arguments.delta", output_index: 3, item_id: "fc_1", delta: '{"city":' },
    { type: "response.function_call_arguments.delta", output_index: 3, item_id: "fc_1", delta: '"Oslo"}' },
    { type: "response.output_item.added", output_index: 4, item: { ...custom, input: "" } },
    { type: "response.custom_tool_call_input.delta", output_index: 4, item_id: "ct_1", delta: "ls " },
    { type: "response.custom_tool_call_input.delta", output_index: 4, item_id: "ct_1", delta: "-l" },
    { type: "response.output_item.done", output_index: 5, item: unknown },
    { type: "response.completed", response: whole },
  ]),
  errors: [
    [
      {
        type: "response.failed",
        sequence_number: 9,
        response: {
          ...started,
          status: "failed",
          error: { code: "server_error", message: "The provider is overloaded" },
          error_type: "provider_overloaded",
        },
      },
      { status: 503, errorType: "provider_overloaded" },
    ],
    [
      { type: "error", sequence_number: 9, code: "rate_limit_exceeded", message: "Slow down", param: null },
      { status: 429, code: "rate_limited", errorType: "rate_limit_exceeded" },
    ],
    [{ type: "error", sequence_number: 9, code: null, message: "Something broke", param: null }, { status: 500 }],
  ],
};

const thinking = { type: "thinking", thinking: "Let me think.", signature: "sig==" };
const redacted = { type: "redacted_thinking", data: "abc" };
const cited = {
  type: "char_location",
  cited_text: "wet",
  document_index: 0,
  document_title: null,
  start_char_index: 0,
  end_char_index: 3,
  file_id: null,
};
const words = { type: "text", text: "Oslo 🌧 is wet.", citations: [cited] };
const toolUse = {
  type: "tool_use",
  id: "toolu_1",
  name: "weather",
  input: { city: "Oslo" },
  caller: { type: "direct" },
};
const emptyUse = { type: "tool_use", id: "toolu_2", name: "now", input: {} };
const newBlock = { type: "new_block", data: [1, { two: null }], label: "x" };
const messageUsage = {
  input_tokens: 10,
  output_tokens: 20,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 2,
  cache_creation: null,
  inference_geo: null,
  output_tokens_details: { thinking_tokens: 5 },
  server_tool_use: null,
  service_tier: "standard",
  cost: 0.001,
};
const routing = {
  requested: "m",
  strategy: "direct",
  region: "us",
  summary: "available=1, selected=Anthropic",
  attempt: 1,
  is_byok: false,
  endpoints: { total: 1, available: [] },
};
const wholeMessage = {
  id: "gen-1",
  type: "message",
  role: "assistant",
  model: "m",
  content: [thinking, redacted, words, toolUse, emptyUse, newBlock],
  stop_reason: "tool_use",
  stop_sequence: null,
  provider: "Anthropic",
  usage: messageUsage,
  context_management: { applied_edits: [] },
  openrouter_metadata: routing,
};
const { context_management: _edits, openrouter_metadata: _metadata, ...startedMessage } = wholeMessage;

/** The Messages API: thinking, text with a citation, tool calls with and without input, an unknown block. */
export const messagesApi: TypedApi = {
  name: "messages",
  whole: wholeMessage,
  text: "Oslo 🌧 is wet.",
  done: undefined,
  outputOf: (message) => (message as { content: unknown } | undefined)?.content,
  events: [
    {
      type: "message_start",
      message: {
        ...startedMessage,
        content: [],
        stop_reason: null,
        usage: { ...messageUsage, output_tokens: 1, cost: undefined },
      },
    },
    { type: "content_block_start", index: 0, content_block: { type: "thinking", thinking: "", signature: "" } },
    { type: "content_block_delta", index: 0, delta: { type: "thinking_delta", thinking: "Let me " } },
    { type: "content_block_delta", index: 0, delta: { type: "thinking_delta", thinking: "think." } },
    { type: "content_block_delta", index: 0, delta: { type: "signature_delta", signature: "sig==" } },
    { type: "content_block_stop", index: 0 },
    { type: "content_block_start", index: 1, content_block: redacted },
    { type: "content_block_stop", index: 1 },
    { type: "content_block_start", index: 2, content_block: { type: "text", text: "", citations: null } },
    { type: "content_block_delta", index: 2, delta: { type: "text_delta", text: "Oslo \uD83C" } },
    { type: "new_event", index: 2, anything: { kept: true } },
    { type: "content_block_delta", index: 2, delta: { type: "text_delta", text: "\uDF27 is wet." } },
    { type: "content_block_delta", index: 2, delta: { type: "citations_delta", citation: cited } },
    { type: "content_block_stop", index: 2 },
    { type: "content_block_start", index: 3, content_block: { ...toolUse, input: {} } },
    { type: "content_block_delta", index: 3, delta: { type: "input_json_delta", partial_json: "" } },
    { type: "content_block_delta", index: 3, delta: { type: "input_json_delta", partial_json: '{"city":' } },
    { type: "content_block_delta", index: 3, delta: { type: "input_json_delta", partial_json: '"Oslo"}' } },
    { type: "content_block_stop", index: 3 },
    { type: "content_block_start", index: 4, content_block: emptyUse },
    { type: "content_block_delta", index: 4, delta: { type: "input_json_delta", partial_json: "" } },
    { type: "content_block_stop", index: 4 },
    {
      type: "content_block_start",
      index: 5,
      content_block: { type: "new_block", data: [1, { two: null }], label: "" },
    },
    { type: "content_block_delta", index: 5, delta: { type: "new_delta", label: "x" } },
    { type: "content_block_stop", index: 5 },
    {
      type: "message_delta",
      delta: { stop_reason: "tool_use", stop_sequence: null },
      usage: { output_tokens: 20, input_tokens: null, cache_read_input_tokens: null, cost: 0.001 },
      context_management: { applied_edits: [] },
    },
    { type: "message_stop", openrouter_metadata: routing },
  ],
  errors: [
    [
      { type: "error", error: { type: "overloaded_error", message: "Overloaded" } },
      { status: 503, errorType: "overloaded_error" },
    ],
    [
      { type: "error", error: { type: "rate_limit_error", message: "Slow down", error_type: "rate_limit_exceeded" } },
      { status: 429, code: "rate_limited", errorType: "rate_limit_exceeded" },
    ],
    [
      { type: "error", error: { type: "api_error", message: "Broken" } },
      { status: 500, errorType: "api_error" },
    ],
  ],
};

export const typedApis: readonly TypedApi[] = [responsesApi, messagesApi];
