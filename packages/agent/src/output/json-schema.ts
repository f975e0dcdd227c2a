import type { JsonSchema } from "@patchbay/client";

/** The maximum depth of nested schemas. */
const deepest = 100;

/**
 * Whether a value has the shape of a JSON Schema: types, required fields, items, constants and alternatives. Unknown
 * keywords are ignored, so that a valid value is never rejected.
 */
export function hasShape(value: unknown, schema: JsonSchema): boolean {
  const check = (one: unknown, node: unknown, depth: number): boolean => {
    if (node === false) return false;
    if (!isObject(node) || depth > deepest) return true;
    const { type, required, properties, items, prefixItems, anyOf, oneOf, allOf, $ref: ref } = node;
    const every = (parts: unknown): boolean =>
      !Array.isArray(parts) || parts.every((part) => check(one, part, depth + 1));
    const some = (parts: unknown): boolean =>
      !Array.isArray(parts) || parts.length === 0 || parts.some((part) => check(one, part, depth + 1));
    if (typeof ref === "string" && !check(one, resolve(schema, ref), depth + 1)) return false;
    if (
      type !== undefined &&
      !(node.nullable === true && one === null) &&
      ![type].flat().some((name) => isOf(one, name))
    )
      return false;
    if ("const" in node && !isSame(one, node.const)) return false;
    if (Array.isArray(node.enum) && !node.enum.some((allowed) => isSame(one, allowed))) return false;
    if (!every(allOf) || !some(anyOf) || !some(oneOf)) return false;
    if (Array.isArray(one)) {
      const first = Array.isArray(prefixItems) ? prefixItems : [];
      return one.every((item, at) => check(item, at < first.length ? first[at] : items, depth + 1));
    }
    if (!isObject(one)) return true;
    if (Array.isArray(required) && !required.every((name) => Object.hasOwn(one, String(name)))) return false;
    return (
      !isObject(properties) ||
      Object.entries(properties).every(([name, part]) => !Object.hasOwn(one, name) || check(one[name], part, depth + 1))
    );
  };
  return check(value, schema, 0);
}

/** Whether the value has this JSON Schema type. Unknown types match every value. */
function isOf(value: unknown, name: unknown): boolean {
  if (name === "integer") return Number.isInteger(value);
  if (name === "number" || name === "string" || name === "boolean") return typeof value === name;
  if (name === "null") return value === null;
  if (name === "array") return Array.isArray(value);
  return name !== "object" || isObject(value);
}

/** A schema in the same document; `undefined` for any other reference. */
function resolve(root: JsonSchema, ref: string): unknown {
  if (!ref.startsWith("#")) return undefined;
  return ref
    .slice(1)
    .split("/")
    .filter(Boolean)
    .map((part) => decode(part).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>(
      (node, part) => (isObject(node) || Array.isArray(node) ? (node as JsonSchema)[part] : undefined),
      root,
    );
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
