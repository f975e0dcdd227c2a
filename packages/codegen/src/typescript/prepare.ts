import { isObject, type Json, type JsonObject } from "../contract/source.ts";

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

/** A tag with several values stays closed, or it could not tell the members of its union apart. */
export function withClosedTags(document: JsonObject): JsonObject {
  const tags = tagsOf(document);
  const { schemas, ...components } = document.components as JsonObject;
  const closed = Object.entries(schemas as JsonObject).map(([name, schema]) => {
    const properties = Object.entries(((schema as JsonObject).properties ?? {}) as JsonObject).map(
      ([key, property]) => {
        const values = (property as JsonObject).enum;
        if (!tags.has(`${name}/${key}`) || !Array.isArray(values)) return [key, property];
        return [
          key,
          {
            description: (property as JsonObject).description!,
            anyOf: values.map((value) => ({ type: "string", const: value })),
          },
        ];
      },
    );
    return [
      name,
      properties.length > 0
        ? { ...(schema as JsonObject), properties: Object.fromEntries(properties) as JsonObject }
        : schema,
    ];
  });
  return { ...document, components: { ...components, schemas: Object.fromEntries(closed) as JsonObject } };
}

/** `<schema>/<property>` of every property that tells the members of a union apart. */
export function tagsOf(document: JsonObject): Set<string> {
  const tags = new Set<string>();
  map(document, (node) => {
    const { discriminator } = node;
    if (!isObject(discriminator)) return node;
    for (const ref of Object.values(discriminator.mapping as JsonObject))
      tags.add(`${String(ref).split("/").at(-1)}/${String(discriminator.propertyName)}`);
    return node;
  });
  return tags;
}

/** The document without its paths: named schemas only. */
export function componentsOnly(document: JsonObject): JsonObject {
  const { schemas } = document.components as JsonObject;
  return { openapi: "3.1.0", info: { title: "contract", version: "0" }, paths: {}, components: { schemas: schemas! } };
}

function map(node: JsonObject, change: (node: JsonObject) => JsonObject): JsonObject {
  const walk = (value: Json): Json =>
    Array.isArray(value) ? value.map(walk) : isObject(value) ? map(value, change) : value;
  return change(Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)])));
}
