import type { ApiModel } from "../model/model.ts";

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
