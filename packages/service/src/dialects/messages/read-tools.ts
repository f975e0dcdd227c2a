import type { ChatCompletionRequest, ChatTool, MessagesRequest, MessagesTool } from "@patchbay/spec";
import { getOwn } from "@patchbay/engine/data/get-own";
import { excerpt } from "../../json/show-value.ts";
import { isServerTool, serverToolTypes } from "../../server-tools/run.ts";
import { wrongValue } from "../../validation/read-value.ts";

type Settings = Readonly<Record<string, unknown>>;

/** Reads the tools of a request. Throws 400 for a tool that only the provider can run and that is not simulated. */
export function readTools(tools: readonly MessagesTool[]): ChatTool[] {
  return tools.flatMap((tool, index) => readTool(tool, `/tools/${index}/type`));
}

/** JSON pointer into the tools of the unified request → JSON pointer into those of the request, of which some are left out. */
export function toToolPointer(pointer: string, tools: readonly MessagesTool[]): string {
  const [, index, rest = ""] = /^\/tools\/(\d+)(.*)$/s.exec(pointer) ?? [];
  if (index === undefined) return pointer;
  const places = tools.flatMap((tool, place) => readTool(tool, "").map(() => place));
  return `/tools/${places[Number(index)] ?? index}${rest.replace(/^\/function(?:\/parameters)?/, (own) => (own === "/function" ? "" : "/input_schema"))}`;
}

function readTool(tool: MessagesTool, pointer: string): ChatTool[] {
  const { type } = tool as { readonly type?: string };
  const settings: Settings = tool;
  if (type === undefined || type === "custom") return [readCustom(settings)];
  const version = /^(.+?)_\d{8}$/.exec(type)?.[1] ?? type;
  if (isServerTool(type)) return [tool as ChatTool];
  const parameters = getOwn(ownTools, version);
  if (parameters) return [readOwnTool(settings, parameters)];
  if (version === "web_search") return [{ type: "openrouter:web_search", parameters: readSearch(settings) }];
  if (version === "web_fetch") return [{ type: "openrouter:web_fetch", parameters: readFetch(settings) }];
  // All tools are loaded, so the model has nothing to search for.
  if (version.startsWith("tool_search_tool_")) return [];
  throw wrongValue(
    pointer,
    `this server does not support ${excerpt(type, 200)}. It supports tools with an input_schema, web_search_*, web_fetch_*, ${serverToolTypes.join(", ")}, and Anthropic's bash, text_editor, memory and computer tools.`,
  );
}

function readCustom({ name, description, input_schema, strict, defer_loading, cache_control }: Settings): ChatTool {
  return {
    type: "function",
    function: {
      name: name as string,
      ...(description !== undefined && { description: description as string }),
      parameters: input_schema as Record<string, unknown>,
      ...(strict === true && { strict: true }),
    },
    ...(defer_loading === true && { defer_loading: true }),
    ...(cache_control !== undefined && { cache_control }),
  } as ChatTool;
}

const text = { type: "string" };

/** Tools whose schema the model knows and which the caller runs → their parameters. */
const ownTools: Readonly<Record<string, Settings>> = {
  bash: { type: "object", properties: { command: text, restart: { type: "boolean" } }, required: ["command"] },
  text_editor: {
    type: "object",
    properties: { command: { enum: ["view", "create", "str_replace", "insert"] }, path: text },
    required: ["command", "path"],
  },
  memory: {
    type: "object",
    properties: { command: { enum: ["view", "create", "str_replace", "insert", "delete", "rename"] }, path: text },
    required: ["command", "path"],
  },
  computer: {
    type: "object",
    properties: { action: { enum: ["screenshot", "left_click", "type", "key", "mouse_move"] } },
    required: ["action"],
  },
};

function readOwnTool({ name, cache_control }: Settings, parameters: Settings): ChatTool {
  return {
    type: "function",
    function: { name: name as string, parameters },
    ...(cache_control !== undefined && { cache_control }),
  } as ChatTool;
}

function readSearch({ allowed_domains, blocked_domains, max_uses, user_location }: Settings): Record<string, unknown> {
  return defined({ allowed_domains, excluded_domains: blocked_domains, max_uses, user_location });
}

function readFetch({
  allowed_domains,
  blocked_domains,
  max_uses,
  max_content_tokens,
}: Settings): Record<string, unknown> {
  return defined({ allowed_domains, blocked_domains, max_uses, max_content_tokens });
}

function defined(settings: Settings): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

type ToolSettings = Pick<ChatCompletionRequest, "tool_choice" | "parallel_tool_calls">;

/** Reads the tool choice. A server tool is chosen by its type. */
export function readToolChoice(choice: MessagesRequest["tool_choice"], tools: readonly ChatTool[]): ToolSettings {
  if (!choice) return {};
  return {
    tool_choice: readChoice(choice, tools),
    ...("disable_parallel_tool_use" in choice && choice.disable_parallel_tool_use && { parallel_tool_calls: false }),
  };
}

function readChoice(
  choice: NonNullable<MessagesRequest["tool_choice"]>,
  tools: readonly ChatTool[],
): NonNullable<ChatCompletionRequest["tool_choice"]> {
  switch (choice.type) {
    case "auto":
    case "none":
      return choice.type;
    case "any":
      return "required";
    default: {
      const { name } = choice;
      const server = tools.find(({ type }) => type === name || type === `openrouter:${name}`);
      return server ? { type: server.type } : { type: "function", function: { name } };
    }
  }
}
