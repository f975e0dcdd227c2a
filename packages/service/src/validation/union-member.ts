import { getOwn } from "@patchbay/engine/data/get-own";

type Schema = Readonly<Record<string, unknown>>;

/**
 * Returns the reference to the member of a discriminated union that a value belongs to. The tag selects the member; an
 * unknown tag selects the open member, and a missing one the member in which the tag is optional. Returns undefined if
 * the union has no such member.
 */
export function findMember(value: Schema, union: Schema, follow: (ref: string) => Schema): string | undefined {
  const { propertyName, mapping } = union.discriminator as {
    readonly propertyName: string;
    readonly mapping: Readonly<Record<string, string>>;
  };
  const tag = getOwn(value, propertyName);
  if (typeof tag === "string") return getOwn(mapping, tag) ?? findOpenMember(union, mapping);
  if (tag !== undefined && tag !== null) return undefined;
  return Object.values(mapping).find((ref) => !(follow(ref).required as readonly string[]).includes(propertyName));
}

/** The member that the mapping does not name: it accepts every other tag. */
function findOpenMember({ oneOf }: Schema, mapping: Readonly<Record<string, string>>): string | undefined {
  const mapped = new Set(Object.values(mapping));
  return (oneOf as readonly { readonly $ref: string }[]).map(({ $ref }) => $ref).find((ref) => !mapped.has(ref));
}
