import type { ChatCompletionRequest } from "@patchbay/spec";

/** A mistake in the tools of a request, or in its tool choice. */
export type ToolFault =
  | { readonly kind: "bad-name"; readonly index: number; readonly name: string }
  | { readonly kind: "duplicate-name"; readonly index: number; readonly name: string }
  | { readonly kind: "choice-without-tools" }
  | { readonly kind: "unknown-choice"; readonly name: string };

/**
 * Finds the first mistake in the tools of a request: an invalid name, two functions with one name, a choice that needs
 * tools when the request has none, or a choice of an unknown tool. `auto` and `none` need no tools.
 */
export function findToolMistake(
  { tools, tool_choice: choice }: ChatCompletionRequest,
  pattern: RegExp,
): ToolFault | undefined {
  const names = new Set<string>();
  for (const [index, tool] of (tools ?? []).entries()) {
    if (tool.type !== "function") {
      names.add(tool.type);
      continue;
    }
    const { name } = tool.function;
    if (!pattern.test(name)) return { kind: "bad-name", index, name };
    if (names.has(name)) return { kind: "duplicate-name", index, name };
    names.add(name);
  }
  if (typeof choice !== "object" || choice === null)
    return choice === "required" && names.size === 0 ? { kind: "choice-without-tools" } : undefined;
  if (names.size === 0) return { kind: "choice-without-tools" };
  const wanted = choice.type === "function" ? (choice.function?.name ?? "") : choice.type;
  return names.has(wanted) ? undefined : { kind: "unknown-choice", name: wanted };
}
