import { readGiven } from "../options/read-given.ts";

/** Carries the type that a JSON Schema describes. No value has this property. */
export declare const described: unique symbol;

/**
 * A JSON Schema. `Value` is the type that it describes, for code that already has the type. Nothing checks that the two
 * agree.
 *
 * @example
 * ```ts
 * const input: JsonSchema<{ city: string }> = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
 * ```
 */
export type JsonSchema<Value = unknown> = Readonly<Record<string, unknown>> & { readonly [described]?: Value };

export type Schema = Record<string, unknown>;

/**
 * Keyword → how it contains schemas. Every other keyword contains values. A property can have the name of any keyword.
 */
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

/**
 * A copy of the schema in which every object has `properties`, which providers require. Its meaning does not change.
 *
 * @throws PatchbayError when the schema cannot be read
 * @example
 * ```ts
 * withProperties({ type: "object" }); // { type: "object", properties: {} }
 * ```
 */
export function withProperties(schema: JsonSchema): Schema {
  return readGiven("The JSON Schema", () => mapSchemas(schema, addProperties));
}

export function addProperties(node: Schema): Schema {
  return typesOf(node).includes("object") && node.properties === undefined ? { ...node, properties: {} } : node;
}

/** Maps a schema and every schema in it, the innermost first. The root's `$schema` is removed. */
export function mapSchemas({ $schema: _, ...root }: JsonSchema, change: (node: Schema) => Schema): Schema {
  // A schema built in code can contain itself.
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

/** Deeper schemas are not mapped. No useful schema is this deep. */
const deepest = 200;

export function typesOf({ type }: Schema): readonly string[] {
  return type === undefined ? [] : ([type].flat() as string[]);
}

/** The values of `const` or `enum`; undefined when the schema has neither. */
export function valuesOf(schema: Schema): readonly unknown[] | undefined {
  if (schema.const !== undefined) return [schema.const];
  return Array.isArray(schema.enum) ? (schema.enum as unknown[]) : undefined;
}

/** The target of a reference within the root's definitions; undefined for every other reference. */
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
