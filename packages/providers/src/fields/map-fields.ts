import { isObject, type JsonObject } from "./json-value.ts";

/** Field of a request → the provider's name, with the function that converts its value. */
export type FieldTable = Readonly<Record<string, string | FieldMapping>>;

interface FieldMapping {
  readonly name: string;
  /** A field whose value becomes `undefined` is left out. */
  readonly convert: (value: unknown) => unknown;
}

/** The fields of a request that a table names, under the provider's names, in the order of the table. Null counts as absent. */
export function mapFields(request: object, table: FieldTable): Record<string, unknown> {
  const given = request as JsonObject;
  const mapped: Record<string, unknown> = {};
  for (const [field, target] of Object.entries(table)) {
    const value = given[field];
    if (value === undefined || value === null) continue;
    const name = typeof target === "string" ? target : target.name;
    const converted = typeof target === "string" ? value : target.convert(value);
    if (converted !== undefined) mapped[name] = converted;
  }
  return mapped;
}

/** A copy without members that are `undefined`, null, or objects and lists without members. */
export function withoutEmpty(fields: JsonObject): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}
