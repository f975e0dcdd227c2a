import { isObject, type JsonObject } from "../fields/json-value.ts";

/** A reference can occur this often on the way from the root to a schema. */
const deepestRecursion = 2;
/** Schemas that references can add, all together. It bounds definitions that refer to each other many times. */
const mostInlined = 5000;
/** Deepest nesting of schemas. */
const deepest = 64;

/** Resolves the references of one JSON Schema, within bounds. */
export interface SchemaScope {
  /**
   * Calls `read` with a schema whose `$ref` and `allOf` are resolved, and with the scope of its members. `read` gets `undefined`
   * for a schema beyond the bounds.
   */
  readonly enter: <Result>(schema: unknown, read: (resolved: JsonObject | undefined) => Result) => Result;
}

/** Creates the scope of a schema. */
export function createSchemaScope(root: unknown): SchemaScope {
  const targets = new Map<string, unknown>();
  const entered = new Map<string, number>();
  let inlined = 0;
  let depth = 0;

  const find = (reference: string): unknown => {
    if (!targets.has(reference)) targets.set(reference, findReference(root, reference));
    return targets.get(reference);
  };

  /** Merges a schema into `merged`. What is already there counts. Returns false for a schema beyond the bounds. */
  const mergeInto = (merged: Record<string, unknown>, schema: unknown, path: string[]): boolean => {
    if (!isObject(schema)) return true;
    const { $ref: reference, allOf, ...own } = schema;
    mergeFields(merged, own);
    let isWithin = true;
    if (typeof reference === "string") {
      const times = entered.get(reference) ?? 0;
      if (times >= deepestRecursion || ++inlined > mostInlined) return false;
      entered.set(reference, times + 1);
      path.push(reference);
      isWithin = mergeInto(merged, find(reference), path);
    }
    // A recursive member of `allOf` adds nothing. The others count.
    if (Array.isArray(allOf)) for (const member of allOf) mergeInto(merged, member, path);
    return isWithin;
  };

  return {
    enter: (schema, read) => {
      const path: string[] = [];
      if (entered.size > 0) inlined++;
      depth++;
      try {
        const merged: Record<string, unknown> = {};
        const isWithin = depth <= deepest && inlined <= mostInlined && mergeInto(merged, schema, path);
        return read(isWithin ? merged : undefined);
      } finally {
        depth--;
        for (const reference of path) leave(entered, reference);
      }
    },
  };
}

function leave(entered: Map<string, number>, reference: string): void {
  const times = (entered.get(reference) ?? 1) - 1;
  if (times === 0) entered.delete(reference);
  else entered.set(reference, times);
}

/** Adds fields that are missing. Properties and required names are united, in lists that belong to `merged`. */
function mergeFields(merged: Record<string, unknown>, fields: JsonObject): void {
  for (const [name, value] of Object.entries(fields)) {
    const before = merged[name];
    if (before === undefined) merged[name] = ownCopy(name, value);
    else if (name === "properties" && isObject(before) && isObject(value)) addMissing(before, value);
    else if (name === "required" && Array.isArray(before) && Array.isArray(value))
      for (const required of value as unknown[]) before.push(required);
  }
}

/** A copy of what is extended later. */
function ownCopy(name: string, value: unknown): unknown {
  if (name === "properties" && isObject(value)) return copyOf(value);
  return name === "required" && Array.isArray(value) ? [...(value as unknown[])] : value;
}

/** A copy that can be extended, also with a property named `__proto__`. */
function copyOf(properties: JsonObject): Record<string, unknown> {
  const copy = Object.create(null) as Record<string, unknown>;
  return Object.assign(copy, properties);
}

function addMissing(properties: Record<string, unknown>, more: JsonObject): void {
  for (const [name, value] of Object.entries(more)) if (!Object.hasOwn(properties, name)) properties[name] = value;
}

/** The schema that a JSON pointer in the same document names; `undefined` if there is none. */
function findReference(root: unknown, reference: string): unknown {
  if (reference !== "#" && !reference.startsWith("#/")) return undefined;
  let value = root;
  for (const step of reference.split("/").slice(1)) {
    const name = decodeStep(step);
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as JsonObject)[name];
  }
  return value;
}

function decodeStep(step: string): string {
  const pointer = step.replaceAll("~1", "/").replaceAll("~0", "~");
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
