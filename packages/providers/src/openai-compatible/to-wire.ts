import type { Target, WireRequest } from "../adapter.ts";
import { UnsupportedRequest } from "../failure.ts";
import { defined } from "../json/read-fields.ts";
import type { UnifiedRequest } from "../unified.ts";
import { toMessages } from "./messages.ts";
import { readOptions, type OpenAIOptions } from "./options.ts";
import { toReasoning } from "./reasoning.ts";
import { pickFields } from "./request-fields.ts";

/** The request to `/chat/completions`. Every response is streamed, whatever the caller wants. */
export function toChatRequest(request: UnifiedRequest, target: Target): WireRequest {
  const options = readOptions(target);
  const limit = request.max_completion_tokens ?? request.max_tokens ?? undefined;
  const body = {
    model: target.model,
    messages: toMessages(request.messages, options),
    ...pickFields(request, options.profile),
    ...defined({
      [options.maxTokensField]: limit,
      tools: toTools(request, options),
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
    body: JSON.stringify(body),
    format: "sse",
    ...(target.headers && { headers: target.headers }),
  };
}

/** The tools in their order and with the key order of their schemas, on which the provider's prompt cache depends. */
function toTools({ tools }: UnifiedRequest, { profile, cacheControl }: OpenAIOptions): unknown {
  if (!tools || tools.length === 0) return undefined;
  if (profile === "openrouter") return tools;
  return tools.map((tool) => {
    if (tool.type !== "function")
      throw new UnsupportedRequest(`The tool \`${tool.type}\` is not supported by this provider.`);
    const { cache_control: mark } = tool as { readonly cache_control?: unknown };
    return { type: "function", function: tool.function, ...(cacheControl && mark ? { cache_control: mark } : {}) };
  });
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
