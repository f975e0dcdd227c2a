import type { ChatTool, FunctionTool, ToolChoice } from "@patchbay/spec";
import type { Target, WireRequest } from "../adapter.ts";
import { toFunctionTools } from "../content/function-tools.ts";
import { UnsupportedRequest } from "../failure.ts";
import { isObject, toObject, type JsonObject } from "../fields/json-value.ts";
import { mapFields, withoutEmpty, type FieldTable } from "../fields/map-fields.ts";
import { readMaxTokens, readReasoning } from "../fields/reasoning-request.ts";
import type { UnifiedRequest } from "../unified.ts";
import { toCohereMessages } from "./chat-messages.ts";

/** Field of the request → Cohere's name. */
const fields: FieldTable = {
  temperature: "temperature",
  top_p: "p",
  top_k: "k",
  seed: "seed",
  frequency_penalty: "frequency_penalty",
  presence_penalty: "presence_penalty",
  stop: { name: "stop_sequences", convert: (value) => (Array.isArray(value) ? value : [value]) },
};

/** A chat completion as a call of Cohere's `/v2/chat`. */
export function toCohereRequest(request: UnifiedRequest, target: Target): WireRequest {
  const body = {
    model: target.model,
    messages: toCohereMessages(request.messages),
    stream: true,
    ...withoutEmpty({ max_tokens: readMaxTokens(request), ...mapFields(request, fields) }),
    ...toTools(request.tools, request.tool_choice),
    ...toResponseFormat(request),
    ...toThinking(request),
    ...target.extraBody,
  };
  return {
    method: "POST",
    path: "/v2/chat",
    ...(target.headers && { headers: target.headers }),
    body: JSON.stringify(body),
    format: "sse",
  };
}

/** The tools. Cohere has no choice of one function, so only that tool is sent. `auto` is the absence of a choice. */
function toTools(tools: readonly ChatTool[] | null | undefined, choice: ToolChoice | null | undefined): JsonObject {
  const all = toFunctionTools(tools);
  const name = isObject(choice) ? choice.function?.name : undefined;
  const named = name === undefined ? [] : all.filter((tool) => toObject(tool.function).name === name);
  const sent = named.length > 0 ? named : all;
  if (sent.length === 0) return {};
  const mode = name === undefined ? modeOf(choice) : "REQUIRED";
  return {
    tools: sent,
    ...(mode !== undefined && { tool_choice: mode }),
    ...(isStrict(tools) && { strict_tools: true }),
  };
}

const modes: Readonly<Record<string, string>> = { required: "REQUIRED", none: "NONE" };

function modeOf(choice: ToolChoice | null | undefined): string | undefined {
  return typeof choice === "string" && Object.hasOwn(modes, choice) ? modes[choice] : undefined;
}

/** Cohere enforces the schemas of all tools or of none. */
function isStrict(tools: readonly ChatTool[] | null | undefined): boolean {
  const functions = (tools ?? []).filter(
    (tool): tool is { type: "function" } & FunctionTool => tool.type === "function",
  );
  return functions.length > 0 && functions.every((tool) => tool.function.strict === true);
}

function toResponseFormat({ response_format: format, tools }: UnifiedRequest): JsonObject {
  if (format?.type !== "json_object" && format?.type !== "json_schema") return {};
  if (tools && tools.length > 0)
    throw new UnsupportedRequest("Cohere cannot combine tools with a JSON response format. Leave out one of them.");
  const schema = format.type === "json_schema" ? format.json_schema.schema : undefined;
  return { response_format: { type: "json_object", ...(schema && { json_schema: schema }) } };
}

function toThinking(request: UnifiedRequest): JsonObject {
  const reasoning = readReasoning(request);
  if (!reasoning) return {};
  if (!reasoning.isEnabled) return { thinking: { type: "disabled" } };
  const budget = reasoning.maxTokens;
  return { thinking: { type: "enabled", ...(budget !== undefined && { token_budget: budget }) } };
}
