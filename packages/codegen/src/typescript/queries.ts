import type { ApiModel, DiscriminatedUnion } from "../model/model.ts";

/** `<schema>/<property>` of every property that selects the member of a discriminated union. */
export function listDiscriminators({ schemas }: ApiModel): ReadonlySet<string> {
  const found = schemas.flatMap(({ name, type }) =>
    type.kind === "object"
      ? type.properties.filter(({ discriminator }) => discriminator).map((property) => `${name}/${property.name}`)
      : [],
  );
  return new Set(found);
}

/** The names of the schemas that requests contain. */
export function listRequestSchemas({ schemas }: ApiModel): ReadonlySet<string> {
  return new Set(schemas.filter(({ inRequests }) => inRequests).map(({ name }) => name));
}

/** The names of the union members without a closed and required tag: open members, and members with an optional tag. */
export function listUnclosedMembers({ schemas }: ApiModel): ReadonlySet<string> {
  const types = new Map(schemas.map(({ name, type }) => [name, type]));
  const hasOptionalTag = (name: string, tag: string): boolean => {
    const type = types.get(name);
    return type?.kind === "object" && type.properties.some((property) => property.name === tag && !property.required);
  };
  const unions = schemas.flatMap(({ type }) => unionsIn(type));
  return new Set(
    unions.flatMap(({ discriminator, members, open }) => [
      ...(open === undefined ? [] : [open]),
      ...members.map(({ schema }) => schema).filter((schema) => hasOptionalTag(schema, discriminator)),
    ]),
  );
}

function unionsIn(value: unknown): DiscriminatedUnion[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.values(value).flatMap(unionsIn);
  return "kind" in value && value.kind === "discriminated_union" ? [value as DiscriminatedUnion, ...below] : below;
}
