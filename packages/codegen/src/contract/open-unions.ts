import { isObject, type Json, type JsonObject } from "../json.ts";
import { nameOfRef } from "./document.ts";

/**
 * Returns the document in which the open member of a union excludes the tags of the other members, so that exactly one
 * member accepts a value. Otherwise a mistake in a known member would be accepted as an unknown one.
 */
export function withExclusiveOpenMembers(document: JsonObject): JsonObject {
  const components = document.components as JsonObject;
  const schemas = components.schemas as Record<string, JsonObject>;
  const exclusive = { ...schemas };
  for (const { tag, open, values } of openUnions(document)) {
    const schema = schemas[open]!;
    const properties = schema.properties as Record<string, JsonObject>;
    exclusive[open] = {
      ...schema,
      properties: { ...properties, [tag]: { ...properties[tag], not: { enum: [...values] } } as JsonObject },
    };
  }
  return { ...document, components: { ...components, schemas: exclusive } };
}

interface OpenUnion {
  readonly tag: string;
  /** Name of the schema that accepts any other tag. */
  readonly open: string;
  /** The tags of the other members. */
  readonly values: readonly string[];
}

/** Every union with an open member, in a value of the contract. */
export function* openUnions(node: Json): Generator<OpenUnion> {
  if (typeof node !== "object" || node === null) return;
  if (isObject(node) && Array.isArray(node.oneOf) && isObject(node.discriminator)) {
    const open = findOpenMember(node);
    if (open !== undefined)
      yield {
        tag: String(node.discriminator.propertyName),
        open,
        values: Object.keys(node.discriminator.mapping as JsonObject),
      };
  }
  for (const child of Object.values(node)) yield* openUnions(child);
}

/** Name of the member of a union that `mapping` does not name: it accepts every other tag. */
export function findOpenMember({ oneOf, discriminator }: JsonObject): string | undefined {
  const { mapping } = discriminator as { mapping: Record<string, string> };
  const mapped = new Set(Object.values(mapping).map(nameOfRef));
  return (oneOf as { $ref: string }[]).map(({ $ref }) => nameOfRef($ref)).find((name) => !mapped.has(name));
}
