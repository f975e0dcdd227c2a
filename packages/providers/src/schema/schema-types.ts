import { isObject, type JsonObject } from "../fields/json-value.ts";

/** A type of a value that a rewritten schema can have. */
export type ValueType = "string" | "number" | "integer" | "boolean" | "array" | "object";

const valueTypes: ReadonlySet<string> = new Set<ValueType>([
  "string",
  "number",
  "integer",
  "boolean",
  "array",
  "object",
]);

/** What a schema says about the type of its value. */
export interface SchemaTypes {
  /** Empty if the schema allows any type. */
  readonly types: readonly ValueType[];
  readonly nullable: boolean;
  /** The only values that are allowed, without null. */
  readonly values: readonly unknown[] | undefined;
}

/** Reads `type`, `nullable`, `const` and `enum`. A missing type is inferred from the values, or from keywords of one type. */
export function readTypes(schema: JsonObject): SchemaTypes {
  const named = (Array.isArray(schema.type) ? schema.type : [schema.type]).flatMap((type) =>
    typeof type === "string" ? [type.toLowerCase()] : [],
  );
  const all = readValues(schema);
  const values = all?.filter((value) => value !== null);
  const types = [...new Set(named)].filter((type): type is ValueType => valueTypes.has(type));
  const hasNull = named.includes("null") || all?.includes(null) === true;
  return {
    types: types.length > 0 ? types : inferTypes(schema, values),
    nullable: schema.nullable === true || hasNull,
    values: values && values.length > 0 ? values : undefined,
  };
}

/** Whether a schema allows null alone. */
export function isNullSchema(schema: unknown): boolean {
  if (!isObject(schema)) return false;
  const { types, nullable } = readTypes(schema);
  const isNamed = schema.type === "null" || (Array.isArray(schema.type) && schema.type.length === 1);
  const values = readValues(schema);
  return types.length === 0 && nullable && (isNamed || (values !== undefined && values.every((one) => one === null)));
}

function readValues(schema: JsonObject): readonly unknown[] | undefined {
  if (schema.const !== undefined) return [schema.const];
  return Array.isArray(schema.enum) ? (schema.enum as unknown[]) : undefined;
}

function inferTypes(schema: JsonObject, values: readonly unknown[] | undefined): readonly ValueType[] {
  if (values && values.length > 0) return [...new Set(values.map(typeOf))];
  if (isObject(schema.properties)) return ["object"];
  if (schema.items !== undefined || schema.prefixItems !== undefined) return ["array"];
  return [];
}

function typeOf(value: unknown): ValueType {
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value === "string" || typeof value === "boolean" ? (typeof value as "string" | "boolean") : "object";
}
