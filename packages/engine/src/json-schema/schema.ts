import { getOwn } from "../data/get-own.ts";

/** A JSON Schema that is an object. */
export type Schema = Readonly<Record<string, unknown>>;

export function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One part of a JSON pointer. */
export function escapePointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Resolves a reference inside a schema, by JSON pointer or by anchor. `undefined` without a target. */
export function resolveReference(root: unknown, reference: string): unknown {
  if (reference === "#" || reference === "") return root;
  if (reference.startsWith("#/"))
    return reference
      .slice(2)
      .split("/")
      .map((part) => decode(part).replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>(stepInto, root);
  if (!isSchema(root)) return undefined;
  const found = anchorsOf(root).get(reference);
  if (found !== undefined || reference.startsWith("#")) return found;
  // A URL that an `$id` inside the schema defines.
  const at = reference.indexOf("#");
  const owner = at < 0 ? undefined : anchorsOf(root).get(reference.slice(0, at));
  return owner === undefined ? undefined : resolveReference(owner, reference.slice(at));
}

/** The reference of a schema, in any draft. A dynamic reference resolves to the schema itself here. */
export function referenceOf({ $ref, $dynamicRef, $recursiveRef }: Schema): string | undefined {
  const reference = $ref ?? $dynamicRef ?? $recursiveRef;
  return typeof reference === "string" ? reference : undefined;
}

/** Schema → its anchors, which are searched where schemas keep their definitions. */
const anchors = new WeakMap<Schema, ReadonlyMap<unknown, unknown>>();

function anchorsOf(root: Schema): ReadonlyMap<unknown, unknown> {
  const known = anchors.get(root);
  if (known) return known;
  const definitions = [root.$defs, root.definitions].filter(isSchema).flatMap((group) => Object.values(group));
  const base = typeof root.$id === "string" ? root.$id : "";
  const found = new Map(
    [...definitions, root].filter(isSchema).flatMap((schema) => [
      [schema.$id, schema],
      [absolute(schema.$id, base), schema],
      [`#${String(schema.$anchor)}`, schema],
      [`#${String(schema.$dynamicAnchor)}`, schema],
    ]),
  );
  anchors.set(root, found);
  return found;
}

function absolute(id: unknown, base: string): string | undefined {
  return typeof id === "string" && URL.canParse(id, base) ? new URL(id, base).href : undefined;
}

function stepInto(at: unknown, key: string): unknown {
  if (Array.isArray(at)) return /^\d{1,9}$/.test(key) ? (at as unknown[])[Number(key)] : undefined;
  return isSchema(at) ? getOwn(at, key) : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A canonical string: the same for equal JSON values, whatever the order of their members. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isSchema(value)) return JSON.stringify(value) ?? "null";
  const members = Object.keys(value).toSorted();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(getOwn(value, name))}`).join()}}`;
}

/**
 * The size of a value: the number of values in it, and of their characters. Stops counting above `most`, so that a
 * larger value takes no longer.
 */
export function sizeOf(value: unknown, most: number): { readonly values: number; readonly characters: number } {
  let values = 0;
  let characters = 0;
  const open = [value];
  while (open.length > 0 && values + open.length <= most && characters <= most) {
    const next = open.pop();
    values++;
    if (typeof next === "string") characters += next.length;
    else if (Array.isArray(next)) {
      if (next.length > most) return { values: values + next.length, characters };
      for (const item of next as unknown[]) open.push(item);
    } else if (isSchema(next))
      for (const name in next) {
        characters += name.length;
        open.push(getOwn(next, name));
        if (open.length > most) break;
      }
  }
  return { values: values + open.length, characters };
}
