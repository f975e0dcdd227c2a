import type { ChatCompletionRequest, ResponseInputItem, ResponsesRequest } from "@patchbay/spec";
import { showValue } from "../../json/show-value.ts";
import { toPlace } from "../../parts/placed-message.ts";
import type { UnifiedRequest } from "../../parts/unified-request.ts";
import { getOwn } from "@patchbay/engine/data/get-own";
import { compactionPrompt, isCompaction } from "./compaction.ts";
import { readItems } from "./read-items.ts";
import { readToolChoice, readTools, type GivenTool } from "./read-tools.ts";
import { wrongValue } from "../../validation/read-value.ts";
import type { ToolNames } from "./tool-names.ts";

/** A request as the rest of the server reads it, and what its response needs. */
interface ReadRequest {
  readonly request: UnifiedRequest;
  readonly names: ToolNames;
  readonly serverTools: readonly string[];
  /** Whether the response is one `compaction` item. */
  readonly isCompaction: boolean;
  /** JSON pointer in the request for the model → JSON pointer in the input. */
  readonly toPointer: (pointer: string) => string;
}

/** Reads a request. Throws 400 for what the API does not store and for what the service does not support. */
export function readRequest(input: ResponsesRequest): ReadRequest {
  checkStateless(input);
  checkReasoning(input);
  const items: readonly ResponseInputItem[] =
    typeof input.input === "string" ? [{ role: "user", content: input.input }] : input.input;
  const compacts = isCompaction(input.input);
  const read = readTools([...toolsOf(input), ...items.flatMap(toolsIn)]);
  const { tools, tool_choice } = readToolChoice(input.tool_choice, read);
  const messages = readItems(items, read.names);
  if (input.instructions)
    messages.unshift({ message: { role: "system", content: input.instructions }, pointer: "/instructions", calls: [] });
  if (compacts) messages.push({ message: compactionPrompt, pointer: "/input", calls: [] });
  if (messages.length === 0)
    throw wrongValue("/input", 'has no message. Send at least one, such as {"role": "user", "content": "Hi"}.');
  const request: UnifiedRequest = {
    ...settingsOf(input),
    ...reasoningOf(input, items),
    messages: messages.map(({ message }) => message),
    ...(!compacts && {
      ...(tools.length > 0 && { tools: [...tools] }),
      ...(tool_choice !== undefined && { tool_choice }),
      ...formatOf(input),
    }),
  };
  const pointers = tools.map((tool) => read.pointers.get(tool)!);
  return {
    request,
    names: read.names,
    serverTools: read.serverTools,
    isCompaction: compacts,
    toPointer: (pointer) =>
      toPlace(pointer, messages)
        .replace(/^\/tools\/(\d+)(?:\/function)?/, (_, index: string) => pointers[Number(index)] ?? "/tools")
        .replace(/^\/response_format(?:\/json_schema)?/, "/text/format"),
  };
}

/** Throws 400 for a request that needs stored responses, templates or background runs. */
function checkStateless({ store, previous_response_id: previous, background, prompt }: ResponsesRequest): void {
  if (store) throw wrongValue("/store", "expected false, got true. The API stores no responses.");
  if (previous != null)
    throw wrongValue(
      "/previous_response_id",
      `expected null, got ${showValue(previous)}. The API stores no responses, so send the earlier items as input.`,
    );
  if (background)
    throw wrongValue("/background", "expected false, got true. The API runs no requests in the background.");
  if (prompt)
    throw wrongValue("/prompt", `this server has no prompt templates, got ${showValue(prompt.id)}. Send input.`);
}

/** Throws 400 for reasoning that leaves no tokens for the output. */
function checkReasoning({ reasoning, max_output_tokens: most }: ResponsesRequest): void {
  const { max_tokens: given } = reasoning ?? {};
  if (given != null && most != null && given >= most)
    throw wrongValue("/reasoning/max_tokens", `expected less than max_output_tokens (${most}), got ${given}`);
}

function toolsOf({ tools }: ResponsesRequest): GivenTool[] {
  return (tools ?? []).map((tool, index) => ({ tool, pointer: `/tools/${index}` }));
}

function toolsIn(item: ResponseInputItem, place: number): GivenTool[] {
  if (item.type !== "additional_tools") return [];
  return item.tools.map((tool, index) => ({ tool, pointer: `/input/${place}/tools/${index}` }));
}

/** The settings that a chat has under the same name. */
const shared = [
  "model",
  "models",
  "stream",
  "temperature",
  "top_p",
  "top_k",
  "frequency_penalty",
  "presence_penalty",
  "parallel_tool_calls",
  "max_tool_calls",
  "stop_server_tools_when",
  "modalities",
  "image_config",
  "provider",
  "plugins",
  "cache_control",
  "prompt_cache_key",
  "prompt_cache_options",
  "service_tier",
  "session_id",
  "metadata",
  "trace",
  "debug",
] as const satisfies readonly (keyof ResponsesRequest & keyof ChatCompletionRequest)[];

function pick(input: ResponsesRequest): Partial<ChatCompletionRequest> {
  const fields = shared.map((name) => [name, getOwn(input, name)] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined && value !== null));
}

function settingsOf(input: ResponsesRequest): Partial<ChatCompletionRequest> {
  const { max_output_tokens, top_logprobs, text } = input;
  const user = input.user ?? input.safety_identifier;
  return {
    ...pick(input),
    ...(max_output_tokens != null && { max_tokens: max_output_tokens }),
    ...(top_logprobs != null && { logprobs: true, top_logprobs }),
    ...(text?.verbosity && { verbosity: text.verbosity }),
    ...pluginsOf(input),
    ...(user && { user }),
  };
}

/** `truncation: "auto"` is the plugin `context-compression`. */
function pluginsOf({ plugins, truncation }: ResponsesRequest): Pick<ChatCompletionRequest, "plugins"> {
  const isGiven = plugins?.some(({ id }) => id === "context-compression") ?? false;
  if (truncation !== "auto" || isGiven) return {};
  return { plugins: [...(plugins ?? []), { id: "context-compression" }] };
}

function formatOf({ text }: ResponsesRequest): Pick<ChatCompletionRequest, "response_format"> {
  const { format } = text ?? {};
  if (!format || format.type === "text") return {};
  if (format.type === "json_object") return { response_format: format };
  const { name, schema, description, strict } = format;
  const json_schema = { name, schema, ...(description != null && { description }), ...(strict != null && { strict }) };
  return { response_format: { type: "json_schema", json_schema } };
}

/** The reasoning settings. A `configuration_update` in the input changes them. */
function reasoningOf(
  { reasoning }: ResponsesRequest,
  items: readonly ResponseInputItem[],
): Pick<ChatCompletionRequest, "reasoning"> {
  const updates = items.flatMap((item) =>
    item.type === "configuration_update" && item.reasoning ? [item.reasoning] : [],
  );
  if (!reasoning && updates.length === 0) return {};
  const { generate_summary, ...settings } = Object.assign({}, reasoning, ...updates) as NonNullable<typeof reasoning>;
  const summary = settings.summary ?? generate_summary;
  return { reasoning: { ...settings, ...(summary && { summary }) } };
}
