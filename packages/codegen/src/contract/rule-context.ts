import { isObject, type Json, type JsonObject } from "../json.ts";
import { nameOfRef } from "./document.ts";
import type { JsonPath, SourceFile } from "./source.ts";

/** The place of a value in the contract. */
export interface Place {
  readonly source: SourceFile;
  readonly path: JsonPath;
  /** Records that the value, or one below it, breaks a rule. */
  readonly report: (rule: string, message: string, ...below: JsonPath) => void;
}

/** A named schema and where it is defined. */
export interface SchemaAt {
  readonly name: string;
  readonly schema: JsonObject;
  readonly place: Place;
}

export type SchemasByName = ReadonlyMap<string, SchemaAt>;

/** The name that a `$ref` refers to; `undefined` for any other value. */
export function refName(value: Json | undefined): string | undefined {
  return isObject(value) && typeof value.$ref === "string" ? nameOfRef(value.$ref) : undefined;
}

export function toList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

/** The place of a value inside the value of a place. */
export function inside(place: Place, ...below: JsonPath): Place {
  return {
    ...place,
    path: [...place.path, ...below],
    report: (rule, message, ...more) => place.report(rule, message, ...below, ...more),
  };
}

/** The JSON types of the values of a schema, through references. An integer is a number. */
export function typesOf(schema: Json | undefined, schemas: SchemasByName): string[] {
  if (!isObject(schema)) return [];
  const name = refName(schema);
  if (name) return typesOf(schemas.get(name)?.schema, schemas);
  if (schema.oneOf !== undefined) return ["object"];
  if (schema.anyOf !== undefined) return toList(schema.anyOf).flatMap((member) => typesOf(member, schemas));
  return toList(schema.type).map((type) => (type === "integer" ? "number" : String(type)));
}
