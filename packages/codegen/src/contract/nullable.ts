import { isObject, type Json, type JsonObject } from "../json.ts";
import { listRequestSchemas } from "./document.ts";

/**
 * Returns the document with every optional property of a request also accepting null, which means the same as an absent
 * property. Clients that serialize whole objects send null. Required properties and the members of free-form objects
 * stay unchanged.
 */
export function withNullableOptionals(document: JsonObject): JsonObject {
  const components = document.components as JsonObject;
  const schemas = components.schemas as JsonObject;
  const inRequests = listRequestSchemas(document);
  const changed = Object.entries(schemas).map(([name, schema]) => [
    name,
    inRequests.has(name) ? relaxed(schema) : schema,
  ]);
  return { ...document, components: { ...components, schemas: Object.fromEntries(changed) as JsonObject } };
}

/** Changes a schema and the schemas inside it. It follows no `$ref`, since each named schema is changed once. */
function relaxed(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(relaxed);
  if (!isObject(schema)) return schema;
  const { properties, items, anyOf, additionalProperties } = schema;
  return {
    ...schema,
    ...(isObject(properties) && { properties: relaxedProperties(properties, schema.required) }),
    ...(items !== undefined && { items: relaxed(items) }),
    ...(anyOf !== undefined && { anyOf: relaxed(anyOf) }),
    ...(additionalProperties !== undefined && { additionalProperties: relaxed(additionalProperties) }),
  };
}

function relaxedProperties(properties: JsonObject, required: Json | undefined): JsonObject {
  const names = Array.isArray(required) ? required : [];
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const inside = relaxed(property);
      return [name, names.includes(name) || !isObject(inside) ? inside : nullable(inside)];
    }),
  );
}

/** What describes a property, not one of its types. */
const annotationNames: ReadonlySet<string> = new Set([
  "description",
  "deprecated",
  "x-name",
  "x-null",
  "x-secret",
  "x-unit",
]);

function nullable(schema: JsonObject): JsonObject {
  const { type, anyOf, ...others } = schema;
  const entries = Object.entries(others);
  const annotations = Object.fromEntries(entries.filter(([key]) => annotationNames.has(key)));
  const rest = Object.fromEntries(entries.filter(([key]) => !annotationNames.has(key)));
  // Any value includes null.
  if (type === undefined && anyOf === undefined && Object.keys(rest).length === 0) return schema;
  if (Array.isArray(anyOf)) return isNullIn(anyOf) ? schema : { ...schema, anyOf: [...anyOf, { type: "null" }] };
  if (Array.isArray(type)) return schema;
  if (type === undefined || rest.const !== undefined)
    return { ...annotations, anyOf: [{ ...rest, ...(type !== undefined && { type }) }, { type: "null" }] };
  const values = Array.isArray(rest.enum) ? { enum: [...rest.enum, null] } : {};
  return { type: [type, "null"], ...annotations, ...rest, ...values };
}

function isNullIn(members: readonly Json[]): boolean {
  return members.some((member) => isObject(member) && member.type === "null");
}
