import type { ApiModel, NamedSchema, Operation, Parameter, Type } from "../model/model.ts";

/** The model with every enum, object and union as a schema of its own, and without the field `stream` of requests. */
export function nameInlineTypes(model: ApiModel): ApiModel {
  const found = new Map<string, NamedSchema>();
  const schemas = model.schemas.map((schema): NamedSchema => {
    const visit = createVisitor(schema, found);
    const { type } = schema;
    if (type.kind !== "object" && type.kind !== "union") return schema;
    return { ...schema, type: visitMembers(type, schema.name, schema.description, visit) };
  });
  const operations = model.operations.map((operation) => nameQueryTypes(operation, found));
  const all = [...schemas, ...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return { ...model, operations, schemas: withoutStreamField(all, operations) };
}

/** Replaces a type by a reference if Go needs a name for it. `name` is that of a type without a title. */
type Visit = (type: Type, name: string, description: string) => Type;

function createVisitor(owner: NamedSchema, found: Map<string, NamedSchema>): Visit {
  const { sentBackAs: _, ...facts } = owner;
  const visit: Visit = (type, name, description) => {
    const inner = visitMembers(type, name, description, visit);
    const isNamed = ["enum", "object", "union", "discriminated_union"].includes(type.kind);
    if (!isNamed) return inner;
    const title = "title" in type && type.title !== undefined ? type.title : name;
    found.set(title, { ...facts, name: title, description, deprecated: false, type: { ...inner, nullable: false } });
    return { kind: "reference", name: title, nullable: type.nullable };
  };
  return visit;
}

function visitMembers(type: Type, name: string, description: string, visit: Visit): Type {
  switch (type.kind) {
    case "list":
      return { ...type, items: visit(type.items, `${name}Item`, description) };
    case "map":
      return { ...type, values: visit(type.values, `${name}Value`, description) };
    case "union":
      return { ...type, members: type.members.map((member) => visit(member, `${name}Member`, description)) };
    case "object":
      return {
        ...type,
        properties: type.properties.map((property) => ({
          ...property,
          type: visit(property.type, `${name}_${property.name}`, property.description),
        })),
      };
    default:
      return type;
  }
}

function nameQueryTypes(operation: Operation, found: Map<string, NamedSchema>): Operation {
  const owner = { name: operation.id, topic: "query", description: "", deprecated: false } as const;
  const visit = createVisitor(
    { ...owner, inRequests: true, inResponses: false, type: { kind: "any", nullable: true } },
    found,
  );
  const query = operation.parameters.query.map((parameter): Parameter => ({
    ...parameter,
    type: visit(parameter.type, `${operation.id}_${parameter.name}`, parameter.description),
  }));
  return { ...operation, parameters: { ...operation.parameters, query } };
}

/** The method decides whether an operation streams, so that its params do not. */
function withoutStreamField(schemas: readonly NamedSchema[], operations: readonly Operation[]): NamedSchema[] {
  const bodies = new Set(
    operations.flatMap(({ stream, body }) => (stream && body?.type.kind === "reference" ? [body.type.name] : [])),
  );
  return schemas.map((schema) =>
    bodies.has(schema.name) && schema.type.kind === "object"
      ? {
          ...schema,
          type: { ...schema.type, properties: schema.type.properties.filter(({ name }) => name !== "stream") },
        }
      : schema,
  );
}
