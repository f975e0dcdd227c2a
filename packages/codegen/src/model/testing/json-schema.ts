// Turns the types of the model back into JSON Schema, to test that the model loses no fact.
import { isObject, type Json, type JsonObject } from "../../json.ts";
import type { Type } from "../model.ts";

const toRef = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** A type of the model as JSON Schema in the form of `normalize`. */
export function toJsonSchema(type: Type): JsonObject {
  const schema = toNonNullSchema(type);
  return type.nullable && type.kind !== "any" ? { ...schema, nullable: true } : schema;
}

function toNonNullSchema(type: Type): JsonObject {
  switch (type.kind) {
    case "any":
      return {};
    case "reference":
      return toRef(type.name);
    case "string":
      return type.format === undefined ? { type: "string" } : { type: "string", format: type.format };
    case "const":
      return { type: type.base, const: type.value };
    case "enum": {
      const values = type.values.map(({ value }) => value);
      const title = type.title === undefined ? {} : { title: type.title };
      return { type: type.base, ...title, ...(type.open ? { "x-extensible-enum": values } : { enum: values }) };
    }
    case "list":
      return { type: "array", items: toJsonSchema(type.items) };
    case "map":
      return { type: "object", additionalProperties: type.values.kind === "any" ? true : toJsonSchema(type.values) };
    case "union":
      return { anyOf: type.members.map(toJsonSchema) };
    case "discriminated_union": {
      const refs = [...type.members.map(({ schema }) => schema), ...(type.open === undefined ? [] : [type.open])].map(
        toRef,
      );
      const mapping = type.members.flatMap(({ schema, values }) => values.map((value) => [value, toRef(schema).$ref!]));
      return {
        oneOf: refs,
        discriminator: { propertyName: type.discriminator, mapping: Object.fromEntries(mapping) as JsonObject },
      };
    }
    case "object": {
      const properties = type.properties.map(({ name, type: inner }) => [name, toJsonSchema(inner)]);
      const required = type.properties.filter((property) => property.required).map(({ name }) => name);
      return {
        type: "object",
        ...(type.title !== undefined && { title: type.title }),
        ...(properties.length > 0 && { properties: Object.fromEntries(properties) as JsonObject }),
        ...(required.length > 0 && { required: required.toSorted() }),
        ...(type.open && { additionalProperties: true }),
      };
    }
    default:
      return { type: type.kind };
  }
}

const compared = new Set(
  "$ref type format const enum x-extensible-enum items additionalProperties anyOf oneOf discriminator title properties required".split(
    " ",
  ),
);

/** A JSON Schema without descriptions and limits, in which `nullable` replaces every form of null. */
export function normalize(schema: JsonObject): JsonObject {
  const kept = Object.fromEntries<Json>(Object.entries(schema).filter(([key]) => compared.has(key)));
  const isNull = (member: Json): boolean => isObject(member) && member.type === "null";
  if (Array.isArray(kept.anyOf)) {
    const members = kept.anyOf.filter((member) => !isNull(member)).map((member) => normalize(member as JsonObject));
    const nullable = members.length < kept.anyOf.length && { nullable: true };
    return members.length === 1 ? { ...members[0], ...nullable } : { anyOf: members, ...nullable };
  }
  if (isObject(kept.properties))
    kept.properties = Object.fromEntries(
      Object.entries(kept.properties).map(([name, property]) => [name, normalize(property as JsonObject)]),
    ) as JsonObject;
  for (const key of ["items", "additionalProperties"]) if (isObject(kept[key])) kept[key] = normalize(kept[key]);
  for (const key of ["enum", "x-extensible-enum"])
    if (Array.isArray(kept[key])) kept[key] = kept[key].filter((value) => value !== null);
  if (Array.isArray(kept.required)) kept.required = kept.required.toSorted();
  if (!Array.isArray(kept.type)) return kept;
  return { ...kept, type: kept.type.find((word) => word !== "null")!, nullable: true };
}
