import { readGiven } from "../options/read-given.ts";

/** Carries the type that a JSON Schema describes; no value has it. */
export declare const described: unique symbol;

/**
 * A JSON Schema. `Value` is the type that it describes, for code that has the type already; nothing checks that they agree.
 *
 * @example
 * ```ts
 * const input: JsonSchema<{ city: string }> = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
 * ```
 */
export type JsonSchema<Value = unknown> = Readonly<Record<string, unknown>> & { readonly [described]?: Value };

export type Schema = Record<string, unknown>;

/** Where schemas are inside a schema; every other keyword holds values. A property may have the name of any keyword. */
const places: Readonly<Record<string, "one" | "list" | "map">> = {
  ...placesOf(
    "one",
    "additionalItems additionalProperties contains contentSchema else if items not propertyNames then",
  ),
  ...placesOf("one", "unevaluatedItems unevaluatedProperties"),
  ...placesOf("list", "allOf anyOf oneOf prefixItems"),
  ...placesOf("map", "$defs definitions dependentSchemas dependencies patternProperties properties"),
};

function placesOf<Place extends string>(place: Place, keywords: string): Record<string, Place> {
  return Object.fromEntries(keywords.split(" ").map((keyword) => [keyword, place]));
}

/** A schema whose objects all have `properties`, which providers require, with the same meaning. */
export function withProperties(schema: JsonSchema): Schema {
  return readGiven("The JSON Schema", () => mapSchemas(schema, addProperties));
}

export function addProperties(node: Schema): Schema {
  return typesOf(node).includes("object") && node.properties === undefined ? { ...node, properties: {} } : node;
}

/** Changes a schema and every schema inside, the innermost first. The root's `$schema` is left out. */
export function mapSchemas({ $schema: _, ...root }: JsonSchema, change: (node: Schema) => Schema): Schema {
  // A program may build a schema that holds itself.
  const walk = (node: unknown, around: readonly unknown[]): unknown => {
    if (Array.isArray(node)) return node.map((one) => walk(one, around));
    if (!isSchema(node) || around.includes(node) || around.length > deepest) return node;
    const next = (value: unknown): unknown => walk(value, [...around, node]);
    const copy = mapEntries(node, (value, name) => {
      const place = Object.hasOwn(places, name) ? places[name] : undefined;
      if (place === "map") return isSchema(value) ? mapEntries(value, next) : value;
      return place ? next(value) : value;
    });
    return change(copy);
  };
  return walk(root, []) as Schema;
}

/** No useful schema is deeper. */
const deepest = 200;

export function typesOf({ type }: Schema): readonly string[] {
  return type === undefined ? [] : ([type].flat() as string[]);
}

/** The values that a schema lists; undefined when it lists none. */
export function valuesOf(schema: Schema): readonly unknown[] | undefined {
  if (schema.const !== undefined) return [schema.const];
  return Array.isArray(schema.enum) ? (schema.enum as unknown[]) : undefined;
}

/** The schema that a reference leads to, within the definitions of the root; undefined for every other reference. */
export function targetOf(ref: unknown, root: Schema): Schema | undefined {
  if (ref === "#") return root;
  const [, map, name] = (typeof ref === "string" && /^#\/(\$defs|definitions)\/([^/%~]+)$/.exec(ref)) || [];
  const schemas = map === undefined ? undefined : root[map];
  if (!isSchema(schemas) || !Object.hasOwn(schemas, name!)) return undefined;
  const target = schemas[name!];
  return isSchema(target) ? target : undefined;
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mapEntries(object: Schema, change: (value: unknown, name: string) => unknown): Schema {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
}
