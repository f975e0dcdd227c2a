import type { ApiModel, NamedSchema, Type } from "../model/model.ts";
import { nameTypes } from "./names.ts";

/** What the printing of types needs. */
export interface GoContext {
  readonly model: ApiModel;
  readonly schemas: ReadonlyMap<string, NamedSchema>;
  /** Schema → the name of its type. */
  readonly names: ReadonlyMap<string, string>;
}

export function createContext(model: ApiModel): GoContext {
  return { model, schemas: new Map(model.schemas.map((schema) => [schema.name, schema])), names: nameTypes(model) };
}

/** The schema that a reference leads to; undefined for any other type. */
export function targetOf(type: Type, { schemas }: GoContext): NamedSchema | undefined {
  if (type.kind !== "reference") return undefined;
  const schema = schemas.get(type.name);
  if (!schema) throw new Error(`The schema ${type.name} is unknown.`);
  return schema;
}

/** The type itself, or that of the schema that it refers to. */
export function resolve(type: Type, context: GoContext): Type {
  return targetOf(type, context)?.type ?? type;
}
