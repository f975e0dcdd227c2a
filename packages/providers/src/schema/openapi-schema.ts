import { isObject, type JsonObject } from "../fields/json-value.ts";
import { createSchemaScope, type SchemaScope } from "./schema-scope.ts";
import { isNullSchema, readTypes, type SchemaTypes, type ValueType } from "./schema-types.ts";

/** A schema in the subset of OpenAPI that Gemini accepts. Its keywords are always in the same order. */
export interface OpenApiSchema {
  type?: ValueType;
  format?: string;
  description?: string;
  nullable?: true;
  enum?: string[];
  items?: OpenApiSchema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, OpenApiSchema>;
  required?: string[];
  propertyOrdering?: string[];
  minProperties?: number;
  maxProperties?: number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  anyOf?: OpenApiSchema[];
}

export interface OpenApiSchemaOptions {
  /** Whether `propertyOrdering` repeats the order of the properties, which Gemini otherwise sorts by name. Default: false. */
  readonly isOrdered?: boolean;
}

/**
 * Rewrites a JSON Schema for Gemini: references are inlined (recursion is cut off after two rounds), `const` becomes `enum`, a
 * type `null` becomes `nullable`, several types become `anyOf`, and keywords that the API refuses are left out. The result never
 * refuses a value that the schema accepts, except for recursion and values of any type.
 */
export function toOpenApiSchema(schema: unknown, options: OpenApiSchemaOptions = {}): OpenApiSchema {
  return rewrite(schema, { scope: createSchemaScope(schema), isOrdered: options.isOrdered === true });
}

interface Context {
  readonly scope: SchemaScope;
  readonly isOrdered: boolean;
}

/** Any value. Gemini needs a type, and a list would need a type of its items. */
const anyTypes: readonly ValueType[] = ["string", "number", "boolean", "object"];

function rewrite(schema: unknown, context: Context): OpenApiSchema {
  return context.scope.enter(schema, (resolved) =>
    resolved ? rewriteResolved(resolved, context) : { type: "object" },
  );
}

function rewriteResolved(schema: JsonObject, context: Context): OpenApiSchema {
  const types = readTypes(schema);
  const branches = readBranches(schema);
  if (branches === undefined) return rewriteTypes(schema, types, context);
  const nullable = types.nullable || branches.some(isNullSchema);
  const { anyOf: _anyOf, oneOf: _oneOf, ...base } = schema;
  const others = branches.filter((branch) => !isNullSchema(branch));
  const variants = others.filter(isVariant);
  if (variants.length === 0) return rewriteTypes(base, { ...types, nullable }, context);
  // What the base says counts, such as the description of an optional field.
  if (others.length === 1)
    return context.scope.enter({ allOf: [{ ...base, ...(nullable && { nullable }) }, others[0]] }, (resolved) =>
      resolved ? rewriteResolved(resolved, context) : { type: "object" },
    );
  if (isObject(base.properties)) return rewriteUnion(base, variants, { nullable, context });
  const inherited = base.type === undefined ? {} : { type: base.type };
  return {
    ...describe(base, types),
    ...(nullable && { nullable }),
    anyOf: others.map((branch) => rewrite(isObject(branch) ? { ...inherited, ...branch } : branch, context)),
  };
}

/** An object with properties and variants: the properties of all variants, which are optional. */
function rewriteUnion(
  base: JsonObject,
  variants: readonly unknown[],
  { nullable, context }: { readonly nullable: boolean; readonly context: Context },
): OpenApiSchema {
  const optional = variants.map((variant) => (isObject(variant) ? withoutRequired(variant) : {}));
  const united = { allOf: [{ ...base, type: "object", ...(nullable && { nullable }) }, ...optional] };
  return context.scope.enter(united, (resolved) => {
    const { anyOf: _anyOf, oneOf: _oneOf, ...rest } = resolved ?? { type: "object" };
    const required = Array.isArray(base.required) ? base.required : [];
    return rewriteTypes({ ...rest, required }, readTypes(rest), context);
  });
}

function withoutRequired({ required: _, ...rest }: JsonObject): JsonObject {
  return rest;
}

function readBranches(schema: JsonObject): readonly unknown[] | undefined {
  const branches = Array.isArray(schema.anyOf) ? schema.anyOf : schema.oneOf;
  return Array.isArray(branches) && branches.length > 0 ? (branches as unknown[]) : undefined;
}

const variantKeywords = ["type", "$ref", "allOf", "anyOf", "oneOf", "enum", "const", "properties", "items"] as const;

/** Whether a branch describes values. Others only constrain them, such as `{"required": ["a"]}`, which Gemini cannot express. */
function isVariant(branch: unknown): boolean {
  return isObject(branch) && variantKeywords.some((keyword) => branch[keyword] !== undefined);
}

function rewriteTypes(schema: JsonObject, types: SchemaTypes, context: Context): OpenApiSchema {
  const list = types.types.length > 0 ? types.types : anyTypes;
  const common = describe(schema, types);
  const nullable = types.nullable ? { nullable: true as const } : {};
  if (list.length === 1) {
    const { format, ...rest } = fieldsOf(schema, list[0]!, { types, context });
    return { type: list[0]!, ...(format !== undefined && { format }), ...common, ...nullable, ...rest };
  }
  const anyOf = list.map((type): OpenApiSchema => ({ type, ...fieldsOf(schema, type, { types, context }) }));
  return { ...common, ...nullable, anyOf };
}

/** The description. Values that are not strings are listed in it, since Gemini's `enum` has strings only. */
function describe(schema: JsonObject, { values }: SchemaTypes): { description?: string } {
  const texts = typeof schema.description === "string" && schema.description !== "" ? [schema.description] : [];
  const others = values?.filter((value) => typeof value !== "string") ?? [];
  if (others.length > 0) texts.push(`Allowed values: ${values!.map((value) => JSON.stringify(value)).join(", ")}.`);
  return texts.length === 0 ? {} : { description: texts.join(" ") };
}

interface FieldContext {
  readonly types: SchemaTypes;
  readonly context: Context;
}

/** Type → its keywords. */
const fieldsByType = {
  string: (schema, { types }) => ({
    ...formatOf(schema, ["date-time"]),
    ...enumOf(types),
    ...counts(schema, { minLength: "minLength", maxLength: "maxLength" }),
    ...(typeof schema.pattern === "string" && { pattern: schema.pattern }),
  }),
  number: (schema) => ({ ...formatOf(schema, ["float", "double"]), ...boundsOf(schema) }),
  integer: (schema) => ({ ...formatOf(schema, ["int32", "int64"]), ...boundsOf(schema) }),
  array: (schema, { context }) => ({
    items: rewrite(itemsOf(schema), context),
    ...counts(schema, { minItems: "minItems", maxItems: "maxItems" }),
  }),
  object: (schema, { context }) => ({
    ...propertiesOf(schema, context),
    ...counts(schema, { minProperties: "minProperties", maxProperties: "maxProperties" }),
  }),
  boolean: () => ({}),
} satisfies Readonly<Record<ValueType, (schema: JsonObject, context: FieldContext) => Omit<OpenApiSchema, "type">>>;

function fieldsOf(schema: JsonObject, type: ValueType, context: FieldContext): Omit<OpenApiSchema, "type"> {
  return fieldsByType[type](schema, context);
}

/** Bounds that exclude their value become the next looser ones. */
function boundsOf(schema: JsonObject): Record<string, number> {
  return counts(schema, { minimum: "exclusiveMinimum", maximum: "exclusiveMaximum" });
}

function formatOf({ format }: JsonObject, known: readonly string[]): { format?: string } {
  return typeof format === "string" && known.includes(format) ? { format } : {};
}

/** Strings of an `enum`. Gemini refuses empty ones, and a list without members. */
function enumOf({ values }: SchemaTypes): { enum?: string[] } {
  const isComplete = values?.every((value) => typeof value === "string" && value !== "");
  return isComplete === true ? { enum: [...new Set(values as string[])] } : {};
}

/** Numbers under their name, or under another one. */
function counts(schema: JsonObject, names: Readonly<Record<string, string>>): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [name, other] of Object.entries(names)) {
    const value = schema[name] ?? schema[other];
    if (typeof value === "number" && Number.isFinite(value)) found[name] = value;
  }
  return found;
}

/** The schema of the items. A tuple accepts the type of any of its places. */
function itemsOf(schema: JsonObject): unknown {
  const tuple = schema.prefixItems ?? schema.items;
  if (!Array.isArray(tuple)) return isObject(schema.items) ? schema.items : {};
  return tuple.length === 1 ? tuple[0] : { anyOf: tuple };
}

function propertiesOf(schema: JsonObject, context: Context): Omit<OpenApiSchema, "type"> {
  const given = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  if (given.length === 0) return {};
  const names = new Set(given.map(([name]) => name));
  const known = (list: unknown): string[] =>
    Array.isArray(list)
      ? [...new Set(list as unknown[])].filter((name): name is string => names.has(name as string))
      : [];
  const required = known(schema.required);
  const ordering = context.isOrdered ? [...names] : known(schema.propertyOrdering);
  return {
    properties: Object.fromEntries(given.map(([name, property]) => [name, rewrite(property, context)])),
    ...(required.length > 0 && { required }),
    ...(ordering.length > 0 && { propertyOrdering: ordering }),
  };
}
