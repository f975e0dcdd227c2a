import type { ChatCompletionRequest } from "@patchbay/client";
import { AgentError } from "../errors/agent-error.ts";
import { show } from "../options/check-options.ts";
import { toFreeName } from "./tool-names.ts";
import { checkName, type AgentTool, type Tool } from "./tool.ts";

type Definition = NonNullable<ChatCompletionRequest["tools"]>[number];

/** A tool that the service runs itself, as the request says it. */
type ServerTool = Exclude<Definition, { type: "function" }>;

/** A tool of any kind. */
type AnyTool = Tool | AgentTool | ServerTool;

/** The tools of an agent: a list, or a function that gives it; either is read before each step. */
export type ToolList = readonly AnyTool[] | (() => readonly AnyTool[]);

/** The tools of an agent by name. Both maps change in place when the list has changed. */
export interface Toolset {
  /** The tools that run here. */
  readonly tools: ReadonlyMap<string, Tool | AgentTool>;
  /** All tools as the request says them. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Reads the list again; throws `AgentError` when two tools have one name. */
  readonly readTools: () => void;
}

/** The tools of a list; throws `AgentError`. */
export function toToolset(list: ToolList): Toolset {
  const tools = new Map<string, Tool | AgentTool>();
  const definitions = new Map<string, Definition>();
  let last: readonly AnyTool[] | undefined;
  const readTools = (): void => {
    const now = typeof list === "function" ? list() : list;
    if (!Array.isArray(now))
      throw new AgentError(`\`tools\` must be an array or a function that gives one, got ${show(now)}.`);
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
    if (definitions.has(name))
      throw new AgentError(`Two tools have the name ${name}; the model could not tell them apart. Rename one of them.`);
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

/** Whether its name can be another one. */
function isFromServer(one: AnyTool): one is Tool {
  return isOwn(one) && one.kind === "tool" && one.server !== undefined;
}

function nameOf(one: AnyTool): string {
  if (typeof one !== "object" || one === null || !("kind" in one || "type" in one))
    throw new AgentError(`\`tools\` must hold tools, got ${show(one)}. Make one with \`tool({ name, input, run })\`.`);
  if (!isOwn(one) && (one.type as string) === "function")
    throw new AgentError(
      "`tools` must hold tools that can run, got a definition of the type function. Make it with `tool({ name, input, run })`.",
    );
  if (!isOwn(one)) return one.type;
  checkName(one.name);
  return one.name!;
}

const textInput = {
  type: "object",
  properties: { input: { type: "string", description: "What to do, with everything that it takes to do it." } },
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
