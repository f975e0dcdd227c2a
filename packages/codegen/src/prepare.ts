import { isObject, type Json, type JsonObject } from "./source.ts";

/** Open sets as enums, each known value explained in the description, the way the printers want it. */
export function asEnums(document: JsonObject): JsonObject {
  return map(document, (node) => {
    const values = node["x-extensible-enum"] ?? node.enum;
    if (!Array.isArray(values)) return node;
    const { "x-extensible-enum": _, "x-enumDescriptions": told, ...rest } = node;
    const nullable = Array.isArray(node.type) && !values.includes(null) ? [null] : [];
    const lines = Object.entries((told ?? {}) as JsonObject).map(([value, text]) => `- \`${value}\`: ${String(text)}`);
    return { ...rest, enum: [...values, ...nullable], description: [node.description ?? "", ...lines].join("\n") };
  });
}

/** The document without its paths: named schemas only. */
export function componentsOnly(document: JsonObject): JsonObject {
  const { schemas } = document.components as JsonObject;
  return { openapi: "3.1.0", info: { title: "contract", version: "0" }, paths: {}, components: { schemas: schemas! } };
}

function map(node: JsonObject, change: (node: JsonObject) => JsonObject): JsonObject {
  const walk = (value: Json): Json => (Array.isArray(value) ? value.map(walk) : isObject(value) ? map(value, change) : value);
  return change(Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)])));
}
