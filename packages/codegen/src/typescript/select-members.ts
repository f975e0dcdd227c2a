import { isObject, type Json, type JsonObject } from "../json.ts";

/**
 * Writes every discriminated union so that a compiled validator reads the tag and then checks one member. A plain `oneOf`
 * checks every member: 100 items of a response (55 members) took 2.0 ms instead of 0.3 ms, 100 chat messages 0.35 ms
 * instead of 0.04 ms.
 */
export function withSelectedMembers(schemas: JsonObject): JsonObject {
  const find = (ref: string): JsonObject => schemas[ref.split("/").at(-1)!] as JsonObject;
  return walk(schemas) as JsonObject;

  function walk(node: Json): Json {
    if (Array.isArray(node)) return node.map(walk);
    if (!isObject(node)) return node;
    return isObject(node.discriminator) && Array.isArray(node.oneOf)
      ? toSelection(node)
      : Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]));
  }

  function toSelection({ oneOf, discriminator }: JsonObject): JsonObject {
    const { propertyName: tag, mapping } = discriminator as { propertyName: string; mapping: Record<string, string> };
    const refs = (oneOf as { $ref: string }[]).map(({ $ref }) => $ref);
    const isTagged = (ref: string): boolean => Object.values(mapping).includes(ref);
    const open = refs.find((ref) => !isTagged(ref));
    const untagged = refs.find((ref) => isTagged(ref) && !(find(ref).required as string[]).includes(tag));
    const closed = refs.filter((ref) => ref !== open && ref !== untagged);
    const valuesOf = (ref: string): string[] => Object.keys(mapping).filter((value) => mapping[value] === ref);
    const selection: JsonObject = {
      type: "object",
      required: [tag],
      discriminator: { propertyName: tag },
      oneOf: closed.map(($ref) => ({ $ref })),
    };
    const other: Json = open === undefined ? false : { $ref: open };
    const rest =
      untagged === undefined
        ? other
        : choose({ properties: { [tag]: { enum: [...valuesOf(untagged), null] } } }, { $ref: untagged }, other);
    if (rest === false) return selection;
    const known = closed.flatMap(valuesOf);
    return choose({ required: [tag], properties: { [tag]: { enum: known } } }, selection, rest);
  }
}

/** A schema that applies one schema if another one holds, and a third one otherwise. */
function choose(condition: JsonObject, schema: Json, otherwise: Json): JsonObject {
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  return { if: condition, then: schema, else: otherwise };
}
