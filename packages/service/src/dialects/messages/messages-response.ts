import type { ContentBlock, ContentBlockDelta, MessagesResponse, MessagesUsage, Usage } from "@patchbay/spec";
import { getOwn } from "@patchbay/engine/data/get-own";
import { toInput } from "./tool-input.ts";
import { HttpError } from "../../http/http-error.ts";
import type { OutputEnd, OutputError, ResponseHead } from "../../parts/dialect.ts";
import type { Part } from "../../parts/part.ts";
import { BlockBuilder, type BlockEvent } from "./block-events.ts";

/** What the response repeats of its request. */
export interface ResponseSettings {
  readonly omitsThinking: boolean;
  /** Whether the request asked for a speed. */
  readonly hasSpeed: boolean;
}

/** The response without its content, before the output begins. */
export function toMessageStart(head: ResponseHead, settings: ResponseSettings): MessagesResponse {
  const { id, model, provider } = head;
  return {
    id,
    type: "message",
    role: "assistant",
    model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    stop_details: null,
    container: null,
    usage: { ...noUsage, ...tierOf(head, settings), is_byok: head.isByok },
    provider,
  };
}

/** The response as one JSON body. */
export function toMessage(
  head: ResponseHead,
  parts: readonly Part[],
  end: OutputEnd,
  settings: ResponseSettings,
): MessagesResponse {
  const { metadata, error } = end;
  // A client would take a message without an end for a complete one.
  if (error) throw toHttpError(head, error);
  const builder = new BlockBuilder({ id: head.id, omitsThinking: settings.omitsThinking });
  const events = [...parts.flatMap((part) => builder.write(part)), ...builder.end()];
  return {
    ...toMessageStart(head, settings),
    content: toContent(events),
    ...toStop(end),
    usage: toUsage(end, { head, settings, fetches: builder.fetches }),
    ...(metadata && { openrouter_metadata: { ...metadata, is_byok: head.isByok } }),
  };
}

function toHttpError({ id }: ResponseHead, { status, message, errorType, provider }: OutputError): HttpError {
  const metadata = { error_type: errorType, provider_name: provider };
  return new HttpError(status, message, { metadata, headers: { "x-generation-id": id } });
}

/** The blocks that a list of changes adds up to. */
function toContent(events: readonly BlockEvent[]): ContentBlock[] {
  const blocks: Draft[] = [];
  for (const event of events)
    if (event.type === "start") blocks[event.index] = { block: event.block, input: "", citations: [] };
    else if (event.type === "delta") apply(blocks[event.index]!, event.delta);
  return blocks.map(({ block, input, citations }) => {
    if (block.type === "tool_use") return { ...block, input: toInput(input) };
    return block.type === "text" && citations.length > 0 ? { ...block, citations } : block;
  });
}

interface Draft {
  block: ContentBlock;
  /** The arguments of a tool call, as JSON text. */
  input: string;
  readonly citations: Extract<ContentBlockDelta, { type: "citations_delta" }>["citation"][];
}

function apply(draft: Draft, delta: ContentBlockDelta): void {
  const { block } = draft;
  if (delta.type === "input_json_delta") draft.input += delta.partial_json;
  else if (delta.type === "text_delta" && block.type === "text")
    draft.block = { ...block, text: block.text + delta.text };
  else if (delta.type === "citations_delta" && block.type === "text") draft.citations.push(delta.citation);
  else if (delta.type === "thinking_delta" && block.type === "thinking")
    draft.block = { ...block, thinking: block.thinking + delta.thinking };
  else if (delta.type === "signature_delta" && block.type === "thinking")
    draft.block = { ...block, signature: delta.signature };
}

type Stop = Pick<MessagesResponse, "stop_reason" | "stop_sequence" | "stop_details">;

/** Finish reason → stop reason. */
export const stopReasons: Readonly<Record<string, string>> = {
  stop: "end_turn",
  length: "max_tokens",
  tool_calls: "tool_use",
  content_filter: "refusal",
};

/** Reasons of Anthropic that have no equal in a chat completion. */
const ownReasons: ReadonlySet<string> = new Set([
  "pause_turn",
  "compaction",
  "model_context_window_exceeded",
  "refusal",
]);

/** Why the output ended. */
export function toStop({ finishReason, nativeFinishReason: native, stopSequence }: OutputEnd): Stop {
  if (stopSequence !== undefined)
    return { stop_reason: "stop_sequence", stop_sequence: stopSequence, stop_details: null };
  const usual = getOwn(stopReasons, finishReason) ?? (finishReason || null);
  const reason = native !== null && ownReasons.has(native) ? native : usual;
  const details = { type: "refusal", category: null, explanation: null };
  return { stop_reason: reason, stop_sequence: null, stop_details: reason === "refusal" ? details : null };
}

interface UsageContext {
  readonly head: ResponseHead;
  readonly settings: ResponseSettings;
  readonly fetches: number;
}

const noUsage: MessagesUsage = {
  input_tokens: 0,
  output_tokens: 0,
  cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
  inference_geo: null,
  output_tokens_details: { thinking_tokens: 0 },
  server_tool_use: null,
  service_tier: null,
};

/** The usage. Input tokens exclude those of the prompt cache, which are counted separately. */
export function toUsage(
  { usage, cacheWriteHourTokens = 0 }: OutputEnd,
  { head, settings, fetches }: UsageContext,
): MessagesUsage {
  const { prompt_tokens: prompt, completion_tokens: output } = usage;
  const read = usage.prompt_tokens_details?.cached_tokens ?? 0;
  const written = usage.prompt_tokens_details?.cache_write_tokens ?? 0;
  const hour = Math.min(cacheWriteHourTokens, written);
  return {
    input_tokens: Math.max(prompt - read - written, 0),
    output_tokens: output,
    cache_creation: { ephemeral_5m_input_tokens: written - hour, ephemeral_1h_input_tokens: hour },
    cache_creation_input_tokens: written,
    cache_read_input_tokens: read,
    inference_geo: null,
    output_tokens_details: { thinking_tokens: usage.completion_tokens_details?.reasoning_tokens ?? 0 },
    server_tool_use: toServerToolUse(usage, fetches),
    ...tierOf(head, settings),
    cost: usage.cost ?? null,
    is_byok: head.isByok,
    cost_details: usage.cost_details ?? null,
  };
}

function toServerToolUse({ server_tool_use_details: use }: Usage, fetches: number): MessagesUsage["server_tool_use"] {
  if (!use && fetches === 0) return null;
  return { web_search_requests: use?.web_search_requests ?? 0, web_fetch_requests: fetches };
}

/** The tier that serves the request. Anthropic's name of the default tier is `standard`. */
function tierOf(
  { serviceTier: tier = "default" }: ResponseHead,
  { hasSpeed }: ResponseSettings,
): Pick<MessagesUsage, "service_tier" | "speed"> {
  return {
    service_tier: tier === "default" ? "standard" : tier,
    ...(hasSpeed && { speed: tier === "priority" ? "fast" : "standard" }),
  };
}
