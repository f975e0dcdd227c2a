import { getOwn } from "@patchbay/engine/data/get-own";
import { findMember } from "./union-member.ts";

type Schema = Readonly<Record<string, unknown>>;

/**
 * Removes the optional properties of a valid request that are null, since null and absent mean the same there. Free-
 * form JSON, such as the schema of a tool, is unchanged; so are properties whose null has a meaning (`x-null`). Changed
 * values are copied.
 */
export function withoutNulls(value: unknown, schema: Schema, document: Schema): unknown {
  return read(value, schema);

  function read(value: unknown, schema: Schema): unknown {
    if (typeof value !== "object" || value === null) return value;
    const own = meant(value, schema);
    if (!own) return value;
    return Array.isArray(value) ? readItems(value, own) : readProperties(value as Schema, own);
  }

  function readItems(items: readonly unknown[], schema: Schema): unknown {
    const { items: each } = schema;
    if (!isSchema(each)) return items;
    const changed = items.map((item) => read(item, each));
    return changed.some((item, index) => item !== items[index]) ? changed : items;
  }

  function readProperties(value: Schema, schema: Schema): unknown {
    const { properties, additionalProperties: others } = schema;
    const required = Array.isArray(schema.required) ? (schema.required as readonly unknown[]) : [];
    const members = Object.entries(value).map(([name, before]) => {
      const declared = isSchema(properties) ? getOwn(properties, name) : undefined;
      const own = declared ?? others;
      if (!isSchema(own)) return [name, before] as const;
      const isAbsent = before === null && declared === own && !required.includes(name) && own["x-null"] === undefined;
      return [name, isAbsent ? undefined : read(before, own), isAbsent] as const;
    });
    const isChanged = members.some(([name, after, isAbsent]) => isAbsent || after !== getOwn(value, name));
    return isChanged ? Object.fromEntries(members.filter(([, , isAbsent]) => !isAbsent)) : value;
  }

  /** The schema that a value was validated with: after references, and the member of a union. */
  function meant(value: object, schema: Schema): Schema | undefined {
    if (typeof schema.$ref === "string") return meant(value, follow(schema.$ref));
    if (Array.isArray(schema.oneOf)) return tagged(value as Schema, schema);
    if (!Array.isArray(schema.anyOf)) return schema;
    const wanted = Array.isArray(value) ? "array" : "object";
    for (const member of schema.anyOf as Schema[]) {
      const found = meant(value, member);
      if (found && typesOf(found).includes(wanted)) return found;
    }
    return undefined;
  }

  function tagged(value: Schema, union: Schema): Schema | undefined {
    const member = findMember(value, union, follow);
    return member === undefined ? undefined : meant(value, follow(member));
  }

  function follow(ref: string): Schema {
    return ref
      .slice(2)
      .split("/")
      .reduce<unknown>((at, key) => getOwn(at as Schema, key), document) as Schema;
  }
}

function typesOf({ type }: Schema): readonly unknown[] {
  return Array.isArray(type) ? type : [type];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
