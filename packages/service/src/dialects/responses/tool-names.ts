import { getOwn } from "@patchbay/engine/data/get-own";

/** A tool as the caller declared it. Every tool of the caller is a function for the model. */
export interface DeclaredTool {
  readonly name: string;
  /** The group of the tool. */
  readonly namespace: string | undefined;
  /** Whether the call has free text in place of JSON arguments. */
  readonly isCustom: boolean;
}

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

/** Finds tools by the names of their functions, and the names by the tools. */
export class ToolNames {
  readonly #tools: ReadonlyMap<string, DeclaredTool>;
  /** Namespace → name in it → name of the function. */
  readonly #spaces = new Map<string, Map<string, string>>();

  constructor(named: readonly (readonly [name: string, tool: DeclaredTool])[]) {
    this.#tools = new Map(named);
    for (const [flat, { name, namespace }] of this.#tools) {
      if (namespace === undefined) continue;
      let space = this.#spaces.get(namespace);
      if (!space) this.#spaces.set(namespace, (space = new Map()));
      if (!space.has(name)) space.set(name, flat);
    }
  }

  /** The tool of a call. A model can invent a name. */
  find(name: string): DeclaredTool {
    const known = this.#tools.get(name);
    if (known) return known;
    for (const [namespace, space] of this.#spaces) {
      const own = [`${namespace}__`, `${namespace}.`].find((start) => name.startsWith(start));
      const flat = own === undefined ? undefined : space.get(name.slice(own.length));
      if (flat !== undefined) return this.#tools.get(flat)!;
    }
    return { name, namespace: undefined, isCustom: false };
  }

  /** The name for the model of a tool in the history. */
  nameFor(name: string, namespace: string | undefined): string {
    if (namespace === undefined) return name;
    return this.#spaces.get(namespace)?.get(name) ?? name;
  }
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
