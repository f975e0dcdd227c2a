import type { ChatTool, ToolChoice } from "@patchbay/spec";
import type { Target, WireRequest } from "../adapter.ts";
import { UnsupportedRequest } from "../failure.ts";
import { mapFields, withoutEmpty, type FieldTable } from "../fields/map-fields.ts";
import { readMaxTokens, readReasoning } from "../fields/reasoning-request.ts";
import { toFunctionTools } from "../content/function-tools.ts";
import { isObject, type JsonObject } from "../fields/json-value.ts";
import type { UnifiedRequest } from "../unified.ts";
import { toOllamaMessages } from "./chat-messages.ts";

/** Field of the request → option of the model. */
const options: FieldTable = {
  temperature: "temperature",
  top_p: "top_p",
  top_k: "top_k",
  min_p: "min_p",
  seed: "seed",
  stop: { name: "stop", convert: (value) => (Array.isArray(value) ? value : [value]) },
  frequency_penalty: "frequency_penalty",
  presence_penalty: "presence_penalty",
  repetition_penalty: "repeat_penalty",
};

/**
 * A chat completion as a call of Ollama's `/api/chat`. The context length of the endpoint is always sent, since Ollama otherwise
 * truncates the conversation to its own default without an error.
 */
export function toOllamaRequest(request: UnifiedRequest, target: Target): WireRequest {
  const { options: extraOptions, ...extraBody } = target.extraBody ?? {};
  const body = {
    model: target.model,
    messages: toOllamaMessages(request.messages),
    stream: true,
    ...withoutEmpty({
      tools: toTools(request.tools, request.tool_choice),
      format: toFormat(request.response_format),
      options: {
        ...(target.context !== undefined && { num_ctx: target.context }),
        ...withoutEmpty({ num_predict: readMaxTokens(request) }),
        ...mapFields(request, options),
        ...(isObject(extraOptions) && extraOptions),
      },
    }),
    ...toThink(request, target.model),
    ...extraBody,
  };
  return {
    method: "POST",
    path: "/api/chat",
    ...(target.headers && { headers: target.headers }),
    body: JSON.stringify(body),
    format: "ndjson",
  };
}

/** The tools. Ollama's models decide themselves whether to call one, so a forced call cannot be expressed. */
function toTools(
  tools: readonly ChatTool[] | null | undefined,
  choice: ToolChoice | null | undefined,
): readonly JsonObject[] {
  if (choice === "none") return [];
  const functions = toFunctionTools(tools);
  const isForced = choice === "required" || (isObject(choice) && choice.function !== undefined);
  if (functions.length > 0 && isForced)
    throw new UnsupportedRequest(
      `Ollama cannot force a tool call, got \`tool_choice\` ${JSON.stringify(choice)}. Use "auto".`,
    );
  return functions;
}

function toFormat(format: UnifiedRequest["response_format"]): unknown {
  if (format?.type === "json_object") return "json";
  return format?.type === "json_schema" ? (format.json_schema.schema ?? "json") : undefined;
}

/** Models of OpenAI take a level, and cannot stop thinking. The others take true or false. */
function toThink(request: UnifiedRequest, model: string): { think?: boolean | string } {
  const reasoning = readReasoning(request);
  if (!reasoning) return {};
  if (!model.toLowerCase().includes("gpt-oss")) return { think: reasoning.isEnabled };
  return { think: reasoning.isEnabled ? levelOf(reasoning.effort) : "low" };
}

const levels: Readonly<Record<string, string>> = {
  minimal: "low",
  low: "low",
  high: "high",
  xhigh: "high",
  max: "high",
};

function levelOf(effort: string | undefined): string {
  return (effort !== undefined && Object.hasOwn(levels, effort) ? levels[effort] : undefined) ?? "medium";
}
