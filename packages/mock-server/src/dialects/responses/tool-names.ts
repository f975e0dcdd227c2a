import { getOwn } from "../../engine/data/get-own.ts";

/** A tool as the caller declared it. Every tool of the caller is a function for the model. */
export interface DeclaredTool {
  readonly name: string;
  /** The group of the tool. */
  readonly namespace: string | undefined;
  /** Whether the call has free text in place of JSON arguments. */
  readonly isCustom: boolean;
}

/** Name of a function for the model → the tool that the caller declared. */
export type ToolNames = ReadonlyMap<string, DeclaredTool>;

/** The property of a custom tool's arguments that contains the text. */
export const customInput = "input";

/**
 * Names tools for the model, in their order. A tool of a namespace keeps its own name, unless another tool has it: then the
 * namespace is its prefix.
 */
export function nameTools(tools: readonly DeclaredTool[]): [name: string, tool: DeclaredTool][] {
  const taken = new Set(tools.flatMap(({ name, namespace }) => (namespace === undefined ? [name] : [])));
  return tools.map((tool) => {
    const { name, namespace } = tool;
    if (namespace === undefined) return [name, tool];
    const unique = taken.has(name) ? `${namespace}__${name}` : name;
    taken.add(unique);
    return [unique, tool];
  });
}

/** The tool of a call. A model can invent a name. */
export function findTool(names: ToolNames, name: string): DeclaredTool {
  const known = names.get(name);
  if (known) return known;
  for (const tool of names.values())
    if (
      tool.namespace !== undefined &&
      [`${tool.namespace}__${tool.name}`, `${tool.namespace}.${tool.name}`].includes(name)
    )
      return tool;
  return { name, namespace: undefined, isCustom: false };
}

/** The name for the model of a tool in the history. */
export function nameFor(names: ToolNames, name: string, namespace: string | undefined): string {
  if (namespace === undefined) return name;
  for (const [flat, tool] of names) if (tool.name === name && tool.namespace === namespace) return flat;
  return name;
}

/** The text of a custom tool's call: the `input` of its arguments, or the arguments themselves if they are not such an object. */
export function readCustomInput(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    const input =
      typeof value === "object" && value !== null ? getOwn(value as Record<string, unknown>, customInput) : value;
    if (typeof input === "string") return input;
  } catch {
    // The model wrote plain text.
  }
  return text;
}
