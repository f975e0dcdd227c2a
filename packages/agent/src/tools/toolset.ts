import type { ChatCompletionRequest } from "@patchbay/client";
import { AgentError } from "../errors/agent-error.ts";
import { show } from "../options/check-options.ts";
import { toFreeName } from "./tool-names.ts";
import { checkName, type AgentTool, type Tool } from "./tool.ts";

type Definition = NonNullable<ChatCompletionRequest["tools"]>[number];

/** A server tool, as in the request. */
type ServerTool = Exclude<Definition, { type: "function" }>;

/** A tool of any kind. */
type AnyTool = Tool | AgentTool | ServerTool;

/** The tools of an agent: a list, or a function that returns it. Either is read before each step. */
export type ToolList = readonly AnyTool[] | (() => readonly AnyTool[]);

/** The tools of an agent by name. Both maps are updated in place when the list changes. */
export interface Toolset {
  /** The tools that run in this process. */
  readonly tools: ReadonlyMap<string, Tool | AgentTool>;
  /** All tools, as in the request. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Reads the list again. Throws `AgentError` if two tools have the same name. */
  readonly readTools: () => void;
}

/** Creates the toolset of a list. Throws `AgentError`. */
export function toToolset(list: ToolList): Toolset {
  const tools = new Map<string, Tool | AgentTool>();
  const definitions = new Map<string, Definition>();
  let last: readonly AnyTool[] | undefined;
  const readTools = (): void => {
    const now = typeof list === "function" ? list() : list;
    if (!Array.isArray(now))
      throw new AgentError(`\`tools\` must be an array or a function that returns one, got ${show(now)}.`);
    if (last?.length === now.length && last.every((one, index) => one === now[index])) return;
    const found = toMaps(now as readonly AnyTool[]);
    replace(tools, found.tools);
    replace(definitions, found.definitions);
    last = [...(now as readonly AnyTool[])];
  };
  readTools();
  return { tools, definitions, readTools };
}

function toMaps(list: readonly AnyTool[]): Pick<Toolset, "tools" | "definitions"> {
  const tools = new Map<string, Tool | AgentTool>();
  const definitions = new Map<string, Definition>();
  const names = list.map(nameOf);
  const fixed = new Set(names.filter((_, index) => !isFromServer(list[index]!)));
  for (const [index, one] of list.entries()) {
    let name = names[index]!;
    if (isFromServer(one) && (fixed.has(name) || definitions.has(name)))
      name = toFreeName(one.name, one.server!, (wanted) => fixed.has(wanted) || definitions.has(wanted));
    if (definitions.has(name)) throw new AgentError(`Two tools have the name ${name}. Rename one of them.`);
    if (!isOwn(one)) {
      definitions.set(name, one);
      continue;
    }
    const own = name === one.name ? one : { ...one, name };
    tools.set(name, own);
    definitions.set(name, toDefinition(own));
  }
  return { tools, definitions };
}

function isOwn(one: AnyTool): one is Tool | AgentTool {
  return "kind" in one;
}

/** Whether it can get another name. */
function isFromServer(one: AnyTool): one is Tool {
  return isOwn(one) && one.kind === "tool" && one.server !== undefined;
}

function nameOf(one: AnyTool): string {
  if (typeof one !== "object" || one === null || !("kind" in one || "type" in one))
    throw new AgentError(
      `\`tools\` must contain tools, got ${show(one)}. Create one with \`tool({ name, inputSchema, execute })\`.`,
    );
  if (!isOwn(one) && (one.type as string) === "function")
    throw new AgentError(
      "`tools` must contain tools that can run, got a definition of the type function. Create it with `tool({ name, inputSchema, execute })`.",
    );
  if (!isOwn(one)) return one.type;
  checkName(one.name);
  return one.name!;
}

const textInput = {
  type: "object",
  properties: { input: { type: "string", description: "The task, with all information that it needs." } },
  required: ["input"],
  additionalProperties: false,
};

function toDefinition(one: Tool | AgentTool): Definition {
  const {
    inputJsonSchema: parameters,
    strict,
    cacheControl,
  }: Partial<Tool> = one.kind === "agent" ? { inputJsonSchema: textInput } : one;
  return {
    type: "function",
    function: {
      name: one.name!,
      ...(one.description && { description: one.description }),
      parameters: { ...parameters },
      ...(strict !== undefined && { strict }),
    },
    ...(cacheControl && { cache_control: cacheControl }),
  };
}

function replace<Value>(map: Map<string, Value>, by: ReadonlyMap<string, Value>): void {
  map.clear();
  for (const [name, value] of by) map.set(name, value);
}
