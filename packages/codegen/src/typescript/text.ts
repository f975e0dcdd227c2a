import type { Operation } from "../model/model.ts";

/** A value as TypeScript source. */
export function toSource(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** A union of literals. */
export function toUnion(values: readonly (string | number)[]): string {
  return values.map((value) => JSON.stringify(value)).join(" | ");
}

/** `chat.completions.create` → `chatCompletionsCreate`. */
export function toConstantName(id: string): string {
  return id.replaceAll(/\.(\w)/g, (_, initial: string) => initial.toUpperCase());
}

/** The doc comment of an operation, with its line break. */
export function toDocComment({ summary, description }: Operation): string {
  const lines = description.split("\n").map((line) => ` * ${line}`.trimEnd());
  return `/**\n * ${summary}.\n *\n${lines.join("\n")}\n */\n`;
}

/** A pattern as a literal, which is compiled when the module loads. */
export function toRegExp(pattern: string): string {
  return String(new RegExp(pattern));
}
