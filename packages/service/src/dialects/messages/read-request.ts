import type { ChatCompletionRequest, MessagesRequest } from "@patchbay/spec";
import { getOwn } from "@patchbay/engine/data/get-own";
import { HttpError } from "../../http/http-error.ts";
import type { UnifiedRequest } from "../../parts/unified-request.ts";
import { readMessages } from "./read-messages.ts";
import { readToolChoice, readTools } from "./read-tools.ts";
import { wrongValue } from "../../validation/read-value.ts";

/** The fields that determine the prompt, and so the number of its tokens. */
export type PromptFields = Pick<MessagesRequest, "model" | "system" | "messages" | "tools" | "tool_choice">;

/** Reads the prompt of a request. */
export function readPrompt(input: PromptFields): UnifiedRequest {
  const tools = input.tools ? readTools(input.tools) : [];
  return {
    messages: readMessages(input),
    model: input.model,
    ...(tools.length > 0 && { tools }),
    ...readToolChoice(input.tool_choice, tools),
  };
}

/** Reads a request. Throws 400 for what the service does not support, and for settings that contradict each other. */
export function readRequest(input: MessagesRequest): UnifiedRequest {
  checkRequest(input);
  return {
    ...readPrompt(input),
    ...pick(input),
    ...readReasoning(input),
    ...defined({
      stop: input.stop_sequences,
      user: input.user ?? input.metadata?.user_id,
      models: input.models ?? input.fallbacks?.map(({ model }) => model),
      service_tier: readTier(input),
      response_format: readFormat(input),
    }),
    // 0 only fills the prompt cache. The shortest output has one token.
    ...(typeof input.max_tokens === "number" && { max_tokens: Math.max(input.max_tokens, 1) }),
  };
}

function checkRequest({
  thread,
  models,
  fallbacks,
  mcp_servers: servers,
  thinking,
  max_tokens: most,
}: MessagesRequest): void {
  if (thread)
    throw new HttpError(400, "thread: message threads are not supported. Send the whole conversation in `messages`.", {
      metadata: { issues: [{ in: "body", pointer: "/thread", message: "message threads are not supported" }] },
      cause: { error_code: "thread_unsupported_request", unsupported: ["thread"] },
    });
  if (models && fallbacks) throw wrongValue("/fallbacks", "is not allowed together with models. Send one of them");
  if (servers && servers.length > 0)
    throw wrongValue("/mcp_servers", "this server does not connect to MCP servers. Send their tools in `tools`");
  const budget = thinking?.type === "enabled" ? thinking.budget_tokens : 0;
  if (budget > 0 && typeof most === "number" && budget >= most)
    throw wrongValue("/thinking/budget_tokens", `expected less than max_tokens (${most}), got ${budget}`);
}

/** The fields that a chat completion has under the same name and with the same meaning. */
const sameFields = [
  "stream",
  "temperature",
  "top_p",
  "top_k",
  "cache_control",
  "provider",
  "plugins",
  "session_id",
  "trace",
  "stop_server_tools_when",
] as const satisfies readonly (keyof MessagesRequest & keyof ChatCompletionRequest)[];

function pick(input: MessagesRequest): Partial<UnifiedRequest> {
  return defined(Object.fromEntries(sameFields.map((name) => [name, getOwn(input, name)])));
}

/** The effort of adaptive thinking is that of the reasoning; without thinking it only determines the length. */
function readReasoning({ thinking, output_config: config }: MessagesRequest): Partial<UnifiedRequest> {
  const effort = config?.effort;
  const verbosity = effort ? { verbosity: effort } : {};
  switch (thinking?.type) {
    case "enabled":
      return { ...verbosity, reasoning: { max_tokens: thinking.budget_tokens } };
    case "adaptive":
      return { reasoning: effort ? { effort } : { enabled: true } };
    case "disabled":
      return { ...verbosity, reasoning: { enabled: false } };
    default:
      return verbosity;
  }
}

function readTier({ service_tier: tier, speed }: MessagesRequest): string | undefined {
  if (tier === "standard_only") return "default";
  return tier ?? (speed === "fast" ? "fast" : undefined);
}

function readFormat({ output_config: config }: MessagesRequest): UnifiedRequest["response_format"] {
  const schema = config?.format?.schema;
  return schema && { type: "json_schema", json_schema: { name: "output", schema, strict: true } };
}

function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<T>;
}
