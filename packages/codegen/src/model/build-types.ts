import { nameOfRef } from "../contract/document.ts";
import { findOpenMember } from "../contract/open-unions.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import type {
  ConstType,
  DiscriminatedUnion,
  EnumType,
  EnumValue,
  ObjectType,
  Property,
  Type,
  UnionMember,
  Unit,
} from "./model.ts";

/** Schema → the properties of it that select the member of a discriminated union. */
export function findDiscriminators(schemas: JsonObject): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const visit = (node: Json): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isObject(node)) return;
    const { discriminator } = node;
    if (isObject(discriminator) && isObject(discriminator.mapping))
      for (const ref of Object.values(discriminator.mapping)) {
        const name = nameOfRef(String(ref));
        found.set(name, (found.get(name) ?? new Set()).add(String(discriminator.propertyName)));
      }
    Object.values(node).forEach(visit);
  };
  visit(schemas);
  return found;
}

const none: ReadonlySet<string> = new Set();

/** The neutral type of a JSON Schema. `discriminators` are the properties that select it in unions. */
export function toType(schema: JsonObject, discriminators: ReadonlySet<string> = none): Type {
  if (typeof schema.$ref === "string") return { kind: "reference", name: nameOfRef(schema.$ref), nullable: false };
  if (Array.isArray(schema.oneOf)) return { ...toDiscriminatedUnion(schema), nullable: false };
  if (Array.isArray(schema.anyOf)) return toUnion(schema.anyOf);

  const types = [schema.type ?? []].flat();
  const nullable = types.includes("null");
  const [type, ...others] = types.filter((word) => word !== "null");
  if (others.length > 0) throw new Error(`A type must be one JSON type or null, got ${JSON.stringify(schema.type)}.`);
  if (schema.const !== undefined)
    return { kind: "const", base: type as ConstType["base"], value: schema.const as ConstType["value"], nullable };
  if (schema.enum !== undefined || schema["x-extensible-enum"] !== undefined)
    return { ...toEnum(schema, type as EnumType["base"]), nullable };
  switch (type) {
    case undefined:
      return { kind: "any", nullable: true };
    case "boolean":
    case "integer":
    case "number":
      return { kind: type, nullable };
    case "string":
      return { kind: type, ...(typeof schema.format === "string" && { format: schema.format }), nullable };
    case "array":
      return { kind: "list", items: toType((schema.items ?? {}) as JsonObject), nullable };
    case "object":
      return schema.properties === undefined && schema.additionalProperties !== undefined
        ? { kind: "map", values: toValueType(schema.additionalProperties), nullable }
        : { ...toObject(schema, discriminators), nullable };
    default:
      throw new Error(`A type must be a JSON type, got ${JSON.stringify(type)}.`);
  }
}

/** A union of JSON types; one type and null is that type, nullable. */
function toUnion(anyOf: readonly Json[]): Type {
  const members = anyOf
    .filter((member) => isObject(member) && member.type !== "null")
    .map((member) => toType(member as JsonObject));
  const nullable = members.length < anyOf.length;
  const [only, ...others] = members;
  return only && others.length === 0
    ? { ...only, nullable: nullable || only.nullable }
    : { kind: "union", members, nullable };
}

/** The values of a map; `additionalProperties: true` allows any. */
function toValueType(additional: Json): Type {
  return isObject(additional) ? toType(additional) : { kind: "any", nullable: true };
}

function toDiscriminatedUnion(schema: JsonObject): DiscriminatedUnion {
  const { propertyName, mapping } = schema.discriminator as { propertyName: string; mapping: Record<string, string> };
  const open = findOpenMember(schema);
  const names = (schema.oneOf as { $ref: string }[]).map(({ $ref }) => nameOfRef($ref)).filter((name) => name !== open);
  const members = names.map((name): UnionMember => {
    const values = Object.keys(mapping).filter((value) => nameOfRef(mapping[value]!) === name);
    return { schema: name, values };
  });
  return {
    kind: "discriminated_union",
    discriminator: propertyName,
    members,
    ...(open !== undefined && { open }),
  };
}

function toEnum(schema: JsonObject, base: EnumType["base"]): EnumType {
  const descriptions = (schema["x-enumDescriptions"] ?? {}) as Record<string, string>;
  const values = ((schema.enum ?? schema["x-extensible-enum"]) as (string | number | null)[])
    .filter((value) => value !== null)
    .map((value): EnumValue => ({ value, description: descriptions[value] ?? "" }));
  return { kind: "enum", base, ...titleOf(schema), values, open: schema.enum === undefined };
}

function toObject(schema: JsonObject, discriminators: ReadonlySet<string>): ObjectType {
  const required = (schema.required ?? []) as string[];
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonObject>).map(
    ([key, property]): Property => ({
      name: key,
      description: toText(property.description),
      required: required.includes(key),
      deprecated: property.deprecated === true,
      type: toType(property),
      ...unitOf(property),
      secret: property["x-secret"] === true,
      names: namesOf(property),
      discriminator: discriminators.has(key),
      nullRemoves: property["x-null"] === "removes",
    }),
  );
  return {
    kind: "object",
    ...titleOf(schema),
    properties,
    open: schema.additionalProperties !== undefined,
  };
}

/** The unit of a property or a parameter. */
export function unitOf(node: JsonObject): { unit?: Unit } {
  return typeof node["x-unit"] === "string" ? { unit: node["x-unit"] as Unit } : {};
}

/** The names that a property or a parameter has in the languages that reserve its name. */
export function namesOf(node: JsonObject): Readonly<Record<string, string>> {
  return (node["x-name"] ?? {}) as Record<string, string>;
}

function titleOf({ title }: JsonObject): { title?: string } {
  return typeof title === "string" ? { title } : {};
}

/** A description without the line break at its end; empty if the contract has none. */
export function toText(description: Json | undefined): string {
  return typeof description === "string" ? description.trim() : "";
}
