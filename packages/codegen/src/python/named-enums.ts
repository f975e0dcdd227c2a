import type { ApiModel, NamedSchema, Type } from "../model/model.ts";

/** The model with every inline enum that has a name as a schema of its own. */
export function nameEnums(model: ApiModel): ApiModel {
  const schemas = model.schemas.flatMap((schema): NamedSchema[] => {
    const enums: NamedSchema[] = [];
    const visit = (type: Type, description: string): Type => {
      switch (type.kind) {
        case "enum":
          if (type.title === undefined) return type;
          enums.push({
            ...withoutSentBackAs(schema),
            name: type.title,
            description,
            deprecated: false,
            type: { ...type, nullable: false },
          });
          return { kind: "reference", name: type.title, nullable: type.nullable };
        case "list":
          return { ...type, items: visit(type.items, description) };
        case "map":
          return { ...type, values: visit(type.values, description) };
        case "union":
          return { ...type, members: type.members.map((member) => visit(member, description)) };
        case "object":
          return {
            ...type,
            properties: type.properties.map((property) =>
              property.discriminator
                ? property
                : {
                    ...property,
                    type: visit(property.type, property.description),
                  },
            ),
          };
        default:
          return type;
      }
    };
    const type = schema.type.kind === "enum" ? schema.type : visit(schema.type, schema.description);
    return [...enums, { ...schema, type }];
  });
  return { ...model, schemas: schemas.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** An enum is sent back as itself. */
function withoutSentBackAs({ sentBackAs: _, ...schema }: NamedSchema): NamedSchema {
  return schema;
}
