import type { Target, WireRequest } from "../adapter.ts";
import { UnsupportedRequest } from "../failure.ts";
import { defined } from "../fields/json-value.ts";
import { readMaxTokens } from "../fields/reasoning-request.ts";
import type { UnifiedRequest } from "../unified.ts";
import { toMessages } from "./messages.ts";
import { findMessagesJson } from "./messages-json.ts";
import { readOptions, type OpenAIOptions } from "./options.ts";
import { toReasoning } from "./reasoning.ts";
import { pickFields } from "./request-fields.ts";

/** The request to `/chat/completions`. Every response is streamed, whatever the caller wants. */
export function toChatRequest(request: UnifiedRequest, target: Target): WireRequest {
  const options = readOptions(target);
  const limit = readMaxTokens(request);
  const fields = {
    ...pickFields(request, options.profile),
    ...defined({
      [options.maxTokensField]: limit,
      ...toTools(request, options),
      response_format: toFormat(request, options),
      provider: toPreferences(request, options),
    }),
    ...toReasoning(request, options),
    stream: true,
    ...(options.streamUsage && { stream_options: { include_usage: true } }),
    ...target.extraBody,
  };
  return {
    method: "POST",
    path: "/chat/completions",
    body: toBody(fields, request.messages, { target, options }),
    format: "sse",
    ...(target.headers && { headers: target.headers }),
  };
}

/** The JSON of a body. Its messages come after the model, so that the start of the text is the same for each model. */
function toBody(
  fields: object,
  messages: UnifiedRequest["messages"],
  { target, options }: { readonly target: Target; readonly options: OpenAIOptions },
): string | Buffer {
  const { model, requestBytes, extraBody } = target;
  const replaced = extraBody !== undefined && ("messages" in extraBody || "model" in extraBody);
  const known = replaced ? undefined : findMessagesJson(requestBytes, messages, options);
  if (known === undefined) return JSON.stringify({ model, messages: toMessages(messages, options), ...fields });
  // As one string, the text would be copied twice: 0.2 ms for 200 kB, most of it for pages that are new each time.
  const head = Buffer.from(`{"model":${JSON.stringify(model)},"messages":`);
  return Buffer.concat([head, known, Buffer.from(`,${JSON.stringify(fields).slice(1)}`)]);
}

/**
 * The tools in their order and with the key order of their schemas, on which the provider's prompt cache depends, and how they are
 * chosen. The service runs tools that are not functions.
 */
function toTools(request: UnifiedRequest, { profile, cacheControl }: OpenAIOptions): object {
  const { tools, tool_choice, parallel_tool_calls } = request;
  if (profile === "openrouter") return { tools, tool_choice, parallel_tool_calls };
  const functions = (tools ?? []).flatMap((tool) => {
    if (tool.type !== "function") return [];
    const { cache_control: mark } = tool as { readonly cache_control?: unknown };
    return [{ type: "function", function: tool.function, ...(cacheControl && mark ? { cache_control: mark } : {}) }];
  });
  // Without tools, OpenAI rejects the other fields.
  if (functions.length === 0) return {};
  const isOther = typeof tool_choice === "object" && tool_choice !== null && tool_choice.type !== "function";
  return { tools: functions, tool_choice: isOther ? undefined : tool_choice, parallel_tool_calls };
}

function toFormat({ response_format: format }: UnifiedRequest, { profile }: OpenAIOptions): unknown {
  if (!format || format.type === "text") return undefined;
  const isStandard = format.type === "json_object" || format.type === "json_schema";
  if (!isStandard && profile !== "openrouter")
    throw new UnsupportedRequest(
      `\`response_format\` of the type \`${format.type}\` is not supported by this provider.`,
    );
  return format;
}

/** Preferences name the gateway's providers, which OpenRouter does not know. Its policies and limits apply there, too. */
function toPreferences({ provider }: UnifiedRequest, { profile }: OpenAIOptions): unknown {
  if (!provider || profile !== "openrouter") return undefined;
  const { order: _, only: __, ignore: ___, ...rest } = provider;
  return Object.keys(rest).length > 0 ? rest : undefined;
}
