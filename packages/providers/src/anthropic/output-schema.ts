import { isObject, type JsonObject } from "../fields/json-value.ts";

/** Keywords that structured outputs reject. The service checks the output, if it must. */
const rejected: ReadonlySet<string> = new Set([
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "$schema",
]);

/** Keywords whose members are schemas by name. */
const maps: ReadonlySet<string> = new Set(["properties", "$defs", "definitions", "patternProperties"]);

/** Keywords whose value is not a schema and can be any JSON value. */
const values: ReadonlySet<string> = new Set(["enum", "const", "default", "examples", "required"]);

/** A schema as structured outputs take it: without bounds, and with `additionalProperties: false` for each object. */
export function toOutputSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toOutputSchema);
  if (!isObject(schema)) return schema;
  const result: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (rejected.has(keyword) || (keyword === "minItems" && Number(value) > 1)) continue;
    if (values.has(keyword)) result[keyword] = value;
    else if (maps.has(keyword) && isObject(value)) result[keyword] = mapValues(value);
    else result[keyword] = toOutputSchema(value);
  }
  const isObjectSchema = schema.type === "object" || isObject(schema.properties);
  return isObjectSchema ? { ...result, additionalProperties: false } : result;
}

function mapValues(schemas: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, toOutputSchema(schema)]));
}
