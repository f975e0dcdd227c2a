import type {
  ChatTool,
  ResponseCustomTool,
  ResponseFunctionTool,
  ResponsesRequest,
  ResponseTool,
  ResponseWebSearchTool,
  ToolChoice,
  UnknownTag,
} from "@patchbay/spec";
import { getOwn } from "@patchbay/engine/data/get-own";
import { isRecord } from "../../json/is-record.ts";
import { wrongValue } from "../../validation/read-value.ts";
import { customInput, nameTools, ToolNames } from "./tool-names.ts";

/** A tool, and its place in the request. */
export interface GivenTool {
  readonly tool: ResponseTool;
  readonly pointer: string;
}

/** Tools as the model sees them. */
interface ReadTools {
  readonly tools: readonly ChatTool[];
  readonly names: ToolNames;
  /** Types of the server tools. */
  readonly serverTools: readonly string[];
  /** JSON pointers to the tools in the request. */
  readonly pointers: ReadonlyMap<ChatTool, string>;
}

type ToolType = Exclude<ResponseTool["type"], UnknownTag>;

/**
 * Type → who runs the tool: the caller, the server, or none of them. All tools are loaded, so the model has nothing to search for
 * with `tool_search`.
 */
const runners = {
  function: "caller",
  custom: "caller",
  namespace: "caller",
  web_search: "server",
  web_search_2025_08_26: "server",
  web_search_preview: "server",
  web_search_preview_2025_03_11: "server",
  "openrouter:datetime": "server",
  "openrouter:web_search": "server",
  "openrouter:web_fetch": "server",
  "openrouter:experimental__search_models": "server",
  tool_search: "ignored",
  "openrouter:tool_search": "ignored",
  file_search: "refused",
  computer: "refused",
  computer_use_preview: "refused",
  programmatic_tool_calling: "refused",
  code_interpreter: "refused",
  mcp: "refused",
  image_generation: "refused",
  local_shell: "refused",
  shell: "refused",
  apply_patch: "refused",
  "openrouter:advisor": "refused",
  "openrouter:apply_patch": "refused",
  "openrouter:bash": "refused",
  "openrouter:files": "refused",
  "openrouter:fusion": "refused",
  "openrouter:image_generation": "refused",
  "openrouter:shell": "refused",
  "openrouter:subagent": "refused",
} satisfies Record<ToolType, "caller" | "server" | "ignored" | "refused">;

const simulated = Object.entries(runners).flatMap(([type, runner]) => (runner === "server" ? [type] : []));

/**
 * Reads tools. Each tool that the caller runs is a function for the model: a custom tool has one string argument, and the
 * tools of a namespace are listed with the others. Throws 400 for a tool that this server does not simulate.
 */
export function readTools(given: readonly GivenTool[]): ReadTools {
  const own = given.flatMap(({ tool }) => ownTools(tool));
  const named = nameTools(
    own.map(({ tool: { name, type }, namespace }) => ({ name, namespace, isCustom: type === "custom" })),
  );
  let next = 0;
  const read = given.flatMap(({ tool, pointer }): (readonly [tool: ChatTool, pointer: string])[] => {
    const functions = ownTools(tool).map(
      (one) => [toFunction(one.tool, named[next++]![0]), pointer + one.pointer] as const,
    );
    const server = readServerTool(tool, pointer);
    return server ? [[server, pointer]] : functions;
  });
  const tools = read.map(([tool]) => tool);
  const serverTools = tools.flatMap(({ type }) => (type === "function" ? [] : [type]));
  return { tools, names: new ToolNames(named), serverTools, pointers: new Map(read) };
}

function toFunction(tool: OwnTool["tool"], name: string): ChatTool {
  return tool.type === "custom" ? fromCustom(tool, name) : fromFunction(tool, name);
}

interface OwnTool {
  readonly tool: ResponseFunctionTool | ResponseCustomTool;
  readonly namespace: string | undefined;
  /** JSON pointer in the tool that was given. */
  readonly pointer: string;
}

/** The tools that the caller runs. */
function ownTools(tool: ResponseTool): OwnTool[] {
  if (tool.type === "function" || tool.type === "custom") return [{ tool, namespace: undefined, pointer: "" }];
  if (tool.type !== "namespace") return [];
  return tool.tools.flatMap((member, index) =>
    member.type === "function" || member.type === "custom"
      ? [{ tool: member, namespace: tool.name, pointer: `/tools/${index}` }]
      : [],
  );
}

/** A tool that the server runs. `undefined` for every other tool. */
function readServerTool(tool: ResponseTool, pointer: string): ChatTool | undefined {
  const runner = getOwn<string>(runners, tool.type);
  if (runner === "refused")
    throw wrongValue(
      `${pointer}/type`,
      `this server does not support the tool ${tool.type}. It supports ${simulated.join(", ")}.`,
    );
  if (runner !== "server") return undefined;
  return isWebSearch(tool) ? fromWebSearch(tool) : (tool as ChatTool);
}

function fromFunction({ description, parameters, strict }: ResponseFunctionTool, name: string): ChatTool {
  return {
    type: "function",
    function: {
      name,
      ...(description != null && { description }),
      ...(parameters != null && { parameters }),
      ...(strict != null && { strict }),
    },
  };
}

function fromCustom({ description, format }: ResponseCustomTool, name: string): ChatTool {
  const grammar =
    format?.type === "grammar" ? `The input must match this ${format.syntax} grammar:\n${format.definition}` : "";
  const parameters = {
    type: "object",
    properties: { [customInput]: { type: "string" } },
    required: [customInput],
    additionalProperties: false,
  };
  const text = [description ?? "", grammar].filter((part) => part !== "").join("\n\n");
  return { type: "function", function: { name, ...(text !== "" && { description: text }), parameters } };
}

function isWebSearch(tool: ResponseTool): tool is ResponseWebSearchTool {
  return tool.type.startsWith("web_search");
}

/** The settings of a chat tool are not nested in `filters`. */
function fromWebSearch({ filters, external_web_access: _, ...tool }: ResponseWebSearchTool): ChatTool {
  const excluded = filters?.excluded_domains ?? filters?.blocked_domains;
  return {
    ...tool,
    ...(filters?.allowed_domains && { allowed_domains: filters.allowed_domains }),
    ...(excluded && { excluded_domains: excluded }),
  };
}

interface Choice {
  readonly tools: readonly ChatTool[];
  readonly tool_choice: ToolChoice | undefined;
}

/** Applies a tool choice. `allowed_tools` removes the other tools. */
export function readToolChoice(choice: ResponsesRequest["tool_choice"], { tools, names }: ReadTools): Choice {
  if (choice == null || typeof choice === "string") return { tools, tool_choice: choice ?? undefined };
  if (choice.type === "allowed_tools") {
    const allowed = new Set((choice.tools ?? []).filter(isRecord).map((tool) => chosenName(tool, names)));
    return { tools: tools.filter((tool) => allowed.has(nameOf(tool))), tool_choice: choice.mode ?? "auto" };
  }
  if (choice.name === undefined) return { tools, tool_choice: { type: choice.type } };
  return { tools, tool_choice: { type: "function", function: { name: chosenName({ ...choice }, names) } } };
}

function chosenName({ type, name, namespace }: Readonly<Record<string, unknown>>, names: ToolNames): string {
  if (typeof name !== "string") return String(type);
  return names.nameFor(name, typeof namespace === "string" ? namespace : undefined);
}

function nameOf(tool: ChatTool): string {
  return tool.type === "function" ? tool.function.name : tool.type;
}
