import type { ResponseShape } from "@patchbay/spec";
import { isRecord } from "../encoding/is-record.ts";

/**
 * Describes why a response is unusable, such as ``expected an array at `choices`, got null``; undefined if it is
 * usable.
 */
export function faultOf(value: unknown, shape: ResponseShape, path = ""): string | undefined {
  if (shape === null) return value === undefined || value === null ? expected("a value", value, path) : undefined;
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return expected("an array", value, path);
    return firstOf(value.keys(), (index) => faultOf(value[index], shape[0] as ResponseShape, `${path}[${index}]`));
  }
  if (!isRecord(value) || Array.isArray(value)) return expected("an object", value, path);
  const fields = shape as Readonly<Record<string, ResponseShape>>;
  return firstOf(Object.keys(fields), (key) => {
    const name = key.replace("?", "");
    const field = value[name];
    if (name !== key && (field === undefined || field === null)) return undefined;
    return faultOf(field, fields[key]!, path ? `${path}.${name}` : name);
  });
}

function firstOf<Item>(items: Iterable<Item>, find: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}

function expected(what: string, value: unknown, path: string): string {
  return `expected ${what}${path && ` at \`${path}\``}, got ${Array.isArray(value) ? "an array" : kindOf(value)}`;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return value === null ? "null" : "undefined";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
