import { isSchema, type Schema } from "../json-schema/schema.ts";
import type { ObjectPart } from "./place.ts";

export type JsonType = "string" | "number" | "boolean" | "object" | "array" | "null";

const all: readonly JsonType[] = ["string", "number", "boolean", "object", "array", "null"];

/** Keyword → the type that a schema with this keyword and without `type` means. */
const meant: readonly (readonly [JsonType, readonly string[]])[] = [
  [
    "object",
    [
      "properties",
      "required",
      "additionalProperties",
      "patternProperties",
      "propertyNames",
      "minProperties",
      "maxProperties",
      "dependentRequired",
      "dependentSchemas",
      "unevaluatedProperties",
    ],
  ],
  ["array", ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems", "unevaluatedItems"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
];

/** The types that all schemas allow, the likeliest first and `null` last. */
export function typesOf(parts: readonly ObjectPart[]): readonly JsonType[] {
  const excluded = new Set(parts.flatMap(({ schema }) => excludedTypes(schema)));
  const lists = parts.flatMap(({ schema }) => (schema.type === undefined ? [] : [new Set(listOf(schema.type))]));
  const allowed = new Set(all.filter((type) => !excluded.has(type) && lists.every((list) => list.has(type))));
  const [first = new Set<JsonType>()] = lists;
  const guess = first.size > 0 ? [] : meant.filter(([, words]) => hasAny(parts, words)).map(([type]) => type);
  const order = [...first, ...guess, ...all].filter((type) => type !== "null");
  return [...new Set([...order, "null" as const])].filter((type) => allowed.has(type));
}

/** Whether only whole numbers are allowed. */
export function isIntegral(parts: readonly ObjectPart[]): boolean {
  return parts.some(({ schema }) => {
    const types = new Set([schema.type].flat());
    return types.has("integer") && !types.has("number");
  });
}

function listOf(type: unknown): JsonType[] {
  return [type].flat().map((one) => (one === "integer" ? "number" : (one as JsonType)));
}

/** Types that a `not` excludes without any further condition. */
function excludedTypes({ not }: Schema): JsonType[] {
  if (!isSchema(not) || Object.keys(not).length !== 1 || not.type === undefined) return [];
  return [not.type].flat().filter((type) => type !== "integer") as JsonType[];
}

function hasAny(parts: readonly ObjectPart[], words: readonly string[]): boolean {
  return parts.some(({ schema }) => words.some((word) => Object.hasOwn(schema, word)));
}
