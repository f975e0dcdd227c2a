import { PatchbayError } from "../errors/patchbay-error.ts";
import { readGiven } from "../options/read-given.ts";
import { showValue } from "../options/show-value.ts";
import { isDisjoint } from "./disjoint.ts";
import {
  addProperties,
  isSchema,
  mapSchemas,
  targetOf,
  typesOf,
  valuesOf,
  withProperties,
  type JsonSchema,
  type Schema,
} from "./json-schema.ts";

/**
 * Rewrites a schema for the strict mode of providers: each object requires all its properties and allows no others.
 * When strict mode cannot express the same meaning, `strict` is false and the schema keeps its meaning. Objects with
 * properties are closed in both cases, unless the schema says otherwise.
 *
 * @throws PatchbayError when the schema is not an object
 * @example
 * ```ts
 * const { schema, strict } = toStrictJsonSchema({ type: "object", properties: { city: { type: "string" } }, required: ["city"] });
 * ```
 */
export function toStrictJsonSchema(schema: JsonSchema): { schema: Schema; strict: boolean } {
  return readGiven("The JSON Schema", () => {
    if (!isSchema(schema)) throw new PatchbayError(`The JSON Schema must be an object, got ${showValue(schema)}.`);
    const { $schema: _, $id: __, ...plain } = schema;
    const strict = rewriteRoot(plain);
    return strict ? { schema: strict, strict: true } : { schema: toClosed(schema), strict: false };
  });
}

/**
 * Keywords through which another schema can name an object's properties, or through which a schema has to fail. Closing
 * objects would then change the meaning.
 */
const combining =
  /^(?:allOf|oneOf|not|if|contains|patternProperties|dependent.*|dependencies|unevaluated.*|\$dynamic.*)$/;

/** Closes objects with properties, as in strict mode, unless the schema combines them. */
function toClosed(schema: JsonSchema): Schema {
  let isCombined = false;
  const closed = mapSchemas(schema, (node) => {
    const { properties, additionalProperties } = node;
    const hasOwn = isSchema(properties) && Object.keys(properties).length > 0;
    isCombined ||= Object.keys(node).some((name) => combining.test(name) || (hasOwn && /^(?:anyOf|\$ref)$/.test(name)));
    return hasOwn && additionalProperties === undefined
      ? { ...node, additionalProperties: false }
      : addProperties(node);
  });
  return isCombined ? withProperties(schema) : closed;
}

/** Schemas that are nested deeper, such as one that contains itself, have no strict form. */
const deepest = 200;
/** The limits of OpenAI's strict mode. */
const limits = { nesting: 10, properties: 5000, values: 1000, characters: 120_000 };

const formats = new Set(["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"]);
/** Keywords that do not restrict a value and that strict mode rejects. */
const silent = /^(?:default|examples|\$comment|deprecated|readOnly|writeOnly|id|discriminator|x-.*)$/;
const annotations = new Set(["title", "description"]);

const isNumber = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value);
const isString = (value: unknown): boolean => typeof value === "string";
// Providers' engines support neither lookaround nor backreferences.
const isPlainPattern = (value: unknown): boolean =>
  typeof value === "string" && !/\(\?(?:[=!]|<[=!])|\\[1-9k]/.test(value);

type Kind = "any" | "string" | "number" | "array" | "object";
/** Keyword → the type that it applies to, and the values that strict mode accepts. */
const accepted = new Map<string, readonly [kind: Kind, accepts: (value: unknown) => boolean]>([
  ["title", ["any", isString]],
  ["description", ["any", isString]],
  ["format", ["string", (value) => formats.has(value as string)]],
  ["pattern", ["string", isPlainPattern]],
  ["minLength", ["string", isNumber]],
  ["maxLength", ["string", isNumber]],
  ["minimum", ["number", isNumber]],
  ["maximum", ["number", isNumber]],
  ["exclusiveMinimum", ["number", isNumber]],
  ["exclusiveMaximum", ["number", isNumber]],
  ["multipleOf", ["number", isNumber]],
  ["minItems", ["array", isNumber]],
  ["maxItems", ["array", isNumber]],
  ["uniqueItems", ["array", (value) => value === false]],
]);
/** Keywords that `rewrite` handles itself. */
const structural = new Map<string, Kind>([
  ["type", "any"],
  ["enum", "any"],
  ["const", "any"],
  ["properties", "object"],
  ["required", "object"],
  ["additionalProperties", "object"],
  ["items", "array"],
  ["prefixItems", "array"],
]);
const types = new Set(["string", "number", "integer", "boolean", "object", "array", "null"]);

interface Context {
  readonly root: Schema;
  /** Reference → whether it resolves to a schema; false while it is being followed. */
  readonly grounded: Map<unknown, boolean>;
  readonly used: { properties: number; values: number; characters: number };
}

function rewriteRoot(given: Schema): Schema | undefined {
  const { $defs, definitions, ...own } = given;
  const root = inlineRootRef(own, given);
  const context = { root: given, grounded: new Map(), used: { properties: 0, values: 0, characters: 0 } };
  if (!root || root.type !== "object") return undefined;
  const strict = rewrite(root, context, 0, 0);
  if (!strict) return undefined;
  for (const [name, map] of Object.entries({ $defs, definitions })) {
    if (map === undefined) continue;
    const copy = rewriteMap(map, context, 0, 0);
    if (!copy) return undefined;
    strict[name] = copy;
  }
  const { properties, values, characters } = context.used;
  const fits = properties <= limits.properties && values <= limits.values && characters <= limits.characters;
  return fits ? strict : undefined;
}

/**
 * Libraries emit a recursive schema as a reference to one of its definitions, but strict mode requires an object at the
 * root.
 */
function inlineRootRef(own: Schema, root: Schema): Schema | undefined {
  const { $ref: ref, ...rest } = own;
  if (ref === undefined) return own;
  const target = targetOf(ref, root);
  const isAlone = Object.keys(rest).every((name) => annotations.has(name) || silent.test(name));
  return isAlone && target && target.$ref === undefined ? { ...target, ...rest } : undefined;
}

/** The strict form of a schema; undefined when no strict form has the same meaning. */
function rewrite(node: unknown, context: Context, depth: number, nesting: number): Schema | undefined {
  if (!isSchema(node) || depth > deepest || nesting > limits.nesting) return undefined;
  const schema = mergeSingle(withoutSilent(node));
  for (const form of ["$ref", "anyOf", "oneOf"] as const)
    if (schema[form] !== undefined) return rewriteForm[form](schema, context, depth, nesting);
  const kinds = kindsOf(schema, context);
  if (!kinds) return undefined;
  const has = (kind: Kind): boolean =>
    kind === "any" || kinds.includes(kind) || (kind === "number" && kinds.includes("integer"));
  const copy: Schema = { type: kinds.length === 1 ? kinds[0] : kinds };
  for (const [name, value] of Object.entries(schema)) {
    const [kind, accepts] = accepted.get(name) ?? [structural.get(name)];
    // A keyword does not restrict values of other types, and strict mode rejects it there.
    if (!kind || !has(kind) || accepts?.(value) === false) return undefined;
    if (name !== "uniqueItems" && name !== "type") copy[name] = value;
  }
  const object = has("object") ? rewriteObject(schema, context, depth, nesting) : {};
  const array = object && has("array") ? rewriteArray(schema, context, depth, nesting) : {};
  if (!object || !array) return undefined;
  delete copy.prefixItems;
  return { ...copy, ...object, ...array };
}

function withoutSilent(node: Schema): Schema {
  return Object.fromEntries(Object.entries(node).filter(([name, value]) => value !== undefined && !silent.test(name)));
}

/** Merges an `allOf` that has one part into its schema. */
function mergeSingle(schema: Schema): Schema {
  const { allOf, ...own } = schema;
  const [part, ...others] = Array.isArray(allOf) ? (allOf as unknown[]) : [];
  const isAlone = Object.keys(own).every((name) => annotations.has(name));
  return isSchema(part) && others.length === 0 && isAlone ? { ...withoutSilent(part), ...own } : schema;
}

type Rewrite = (schema: Schema, context: Context, depth: number, nesting: number) => Schema | undefined;

/** Schemas that refer to other schemas. Strict mode allows only annotations next to these keywords. */
const rewriteForm: Readonly<Record<"$ref" | "anyOf" | "oneOf", Rewrite>> = {
  $ref: ({ $ref: ref, ...rest }, { root, grounded }) => {
    if (!isAnnotated(rest) || !isGrounded({ $ref: ref }, root, grounded)) return undefined;
    // `$ref` allows no sibling keywords.
    return Object.keys(rest).length === 0 ? { $ref: ref } : { ...rest, anyOf: [{ $ref: ref }] };
  },
  anyOf: ({ anyOf, ...rest }, context, depth, nesting) => {
    const branches = isAnnotated(rest) ? rewriteList(anyOf, context, depth, nesting) : undefined;
    return branches && { ...rest, anyOf: branches };
  },
  // Strict mode has no `oneOf`. When at most one branch can match, `anyOf` has the same meaning.
  oneOf: ({ oneOf, ...rest }, context, depth, nesting) => {
    const originals = Array.isArray(oneOf) ? (oneOf as unknown[]) : [];
    const areDisjoint = originals.every((one, index) =>
      originals.slice(index + 1).every((other) => isDisjoint(one, other, context.root)),
    );
    return areDisjoint ? rewriteForm.anyOf({ ...rest, anyOf: oneOf }, context, depth, nesting) : undefined;
  },
};

/** Whether every reference resolves to a schema and not to a cycle of references. */
function isGrounded(node: unknown, root: Schema, known: Map<unknown, boolean>): boolean {
  if (!isSchema(node)) return true;
  const { $ref: ref } = node;
  if (ref !== undefined && !known.has(ref)) {
    known.set(ref, false);
    const target = targetOf(ref, root);
    known.set(ref, target !== undefined && isGrounded(target, root, known));
  }
  const parts: readonly unknown[] = [node.anyOf, node.oneOf, node.allOf].flat();
  return (ref === undefined || known.get(ref)!) && parts.every((part) => isGrounded(part, root, known));
}

function isAnnotated(rest: Schema): boolean {
  return Object.entries(rest).every(([name, value]) => annotations.has(name) && isString(value));
}

function rewriteList(list: unknown, context: Context, depth: number, nesting: number): Schema[] | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const copies: Schema[] = [];
  for (const one of list) {
    const copy = rewrite(one, context, depth + 1, nesting);
    if (!copy) return undefined;
    copies.push(copy);
  }
  return copies;
}

function rewriteMap(map: unknown, context: Context, depth: number, nesting: number): Schema | undefined {
  if (!isSchema(map)) return undefined;
  const copy: [string, Schema][] = [];
  for (const [name, value] of Object.entries(map)) {
    context.used.characters += name.length;
    const one = rewrite(value, context, depth + 1, nesting);
    if (!one) return undefined;
    copy.push([name, one]);
  }
  return Object.fromEntries(copy);
}

/**
 * The strict form of an object's keywords. Strict mode has no free-form objects: an object without properties has to be
 * closed.
 */
function rewriteObject(schema: Schema, context: Context, depth: number, nesting: number): Schema | undefined {
  const { properties = {}, required = [], additionalProperties } = schema;
  const isClosed = additionalProperties === false;
  if (!isSchema(properties) || !Array.isArray(required) || !(isClosed || additionalProperties === undefined))
    return undefined;
  const names = Object.keys(properties);
  if (names.length === 0 && !isClosed) return undefined;
  const needed = new Set(required as unknown[]);
  if (needed.size !== names.length || !names.every((name) => needed.has(name))) return undefined;
  context.used.properties += names.length;
  const copy = rewriteMap(properties, context, depth, nesting + 1);
  return copy && { properties: copy, required: names, additionalProperties: false };
}

function rewriteArray(schema: Schema, context: Context, depth: number, nesting: number): Schema | undefined {
  const { prefixItems, items, minItems, maxItems } = schema;
  if (prefixItems === undefined) {
    const copy = rewrite(items, context, depth + 1, nesting + 1);
    return copy && { items: copy };
  }
  // A tuple of equal items is an array of fixed length. Strict mode has no other tuples.
  const copies = rewriteList(prefixItems, context, depth + 1, nesting + 1) ?? [];
  const isFixed = items === false && minItems === copies.length && Number(maxItems ?? minItems) >= minItems;
  const [first, ...others] = new Set(copies.map((one) => JSON.stringify(one)));
  return isFixed && first && others.length === 0 ? { items: copies[0], minItems, maxItems: minItems } : undefined;
}

/** The JSON types that a schema allows, derived from its values when it has no `type`. */
function kindsOf(schema: Schema, { used }: Context): readonly string[] | undefined {
  const values = valuesOf(schema);
  if (values) {
    if (values.length === 0 || values.some((value) => typeof value === "object" && value !== null)) return undefined;
    used.values += values.length;
    used.characters += values.reduce((sum: number, value) => sum + String(value).length, 0);
  }
  const given = typesOf(schema);
  if (given.length > 0) return given.every((type) => types.has(type)) ? given : undefined;
  const kinds = [...new Set(values?.map((value) => (value === null ? "null" : typeof value)))];
  return kinds.length > 0 && kinds.every((kind) => types.has(kind)) ? kinds : undefined;
}
