import type { RequestIssue } from "@patchbay/spec";
import { isDate, parseDateTime } from "@patchbay/engine/data/date-time";
import { getOwn } from "@patchbay/engine/data/get-own";
import { excerpt, showValue } from "../json/show-value.ts";
import { findMember } from "./union-member.ts";

type Schema = Readonly<Record<string, unknown>>;

/** The most issues that a response lists. */
export const mostIssues = 20;

/**
 * Explains why a compiled validator rejected a value: one issue per mistake, with the pointer, the expectation and the
 * received value. Of a union, only the intended member is explained. The search stops at the first issue above
 * `mostIssues`, so that a long list of mistakes costs no more than a short one.
 */
export function explain(value: unknown, schema: Schema, document: Schema, within: RequestIssue["in"]): RequestIssue[] {
  const issues: RequestIssue[] = [];
  for (const found of new Explainer(document).check(value, schema, "")) {
    issues.push({ in: within, ...found });
    if (issues.length > mostIssues) break;
  }
  return issues;
}

/** Finds the mistakes in values. References are resolved in one document. */
class Explainer {
  readonly #document: Schema;

  constructor(document: Schema) {
    this.#document = document;
  }

  *check(value: unknown, schema: Schema, pointer: string): Generator<Mistake> {
    if (typeof schema.$ref === "string") return yield* this.check(value, follow(this.#document, schema.$ref), pointer);
    if (Array.isArray(schema.oneOf)) return yield* this.#checkTagged(value, schema, pointer);
    if (Array.isArray(schema.anyOf)) return yield* this.#checkAny(value, schema.anyOf as Schema[], pointer);
    const types = typesOf(schema);
    if (types.length > 0 && !types.some((type) => isType(value, type)))
      return yield fault(pointer, value, `expected ${types.join(" or ")}, got ${typeOf(value)}`, types.join(" or "));
    if (schema.const !== undefined && value !== schema.const)
      return yield fault(pointer, value, `expected ${show(schema.const)}, got ${show(value)}`, show(schema.const));
    if (Array.isArray(schema.enum) && !schema.enum.includes(value)) {
      const known = schema.enum.map(show).join(", ");
      return yield fault(pointer, value, `expected one of ${known}, got ${show(value)}`, `one of ${known}`);
    }
    if (typeof value === "number") return yield* limits(value, schema, pointer, numberLimits);
    if (typeof value === "string") {
      yield* limits(lengthOf(value), schema, pointer, stringLimits);
      yield* checkFormat(value, schema, pointer);
      return yield* checkPattern(value, schema, pointer);
    }
    if (Array.isArray(value)) {
      yield* limits(value.length, schema, pointer, arrayLimits);
      if (isObject(schema.items))
        for (const [index, item] of value.entries()) yield* this.check(item, schema.items, `${pointer}/${index}`);
      return undefined;
    }
    return isObject(value) ? yield* this.#checkObject(value, schema, pointer) : undefined;
  }

  *#checkObject(value: Schema, schema: Schema, pointer: string): Generator<Mistake> {
    const properties = isObject(schema.properties) ? schema.properties : {};
    const required = Array.isArray(schema.required) ? (schema.required as string[]) : [];
    for (const name of required)
      if (getOwn(value, name) === undefined)
        yield fault(`${pointer}/${escape(name)}`, undefined, "is required and missing", "a value");
    const all = Object.keys(value);
    const names = isObject(schema.propertyNames) ? schema.propertyNames : undefined;
    for (const name of names ? all : [])
      for (const found of this.check(name, names!, ""))
        yield { ...found, pointer: `${pointer}/${escape(name)}`, message: `as a name: ${found.message}` };
    yield* limits(all.length, schema, pointer, objectLimits);
    for (const name of all) {
      const member = getOwn(value, name);
      const own = Object.hasOwn(properties, name) ? getOwn(properties, name) : schema.additionalProperties;
      if (isObject(own) && member !== undefined) yield* this.check(member, own, `${pointer}/${escape(name)}`);
    }
  }

  *#checkTagged(value: unknown, union: Schema, pointer: string): Generator<Mistake> {
    if (!isObject(value)) return yield fault(pointer, value, `expected object, got ${typeOf(value)}`, "object");
    const intended = findMember(value, union, (ref) => follow(this.#document, ref));
    if (intended !== undefined) return yield* this.check(value, follow(this.#document, intended), pointer);
    const { propertyName: tag, mapping } = union.discriminator as Tags;
    const chosen = getOwn(value, tag);
    const known = Object.keys(mapping).map(show).join(", ");
    const at = `${pointer}/${escape(tag)}`;
    yield chosen === undefined
      ? fault(at, undefined, `is required and missing; expected one of ${known}`, `one of ${known}`)
      : fault(at, chosen, `expected one of ${known}, got ${show(chosen)}`, `one of ${known}`);
    return undefined;
  }

  *#checkAny(value: unknown, members: readonly Schema[], pointer: string): Generator<Mistake> {
    // The members of such a union differ in their JSON type, so the type shows which one was intended.
    const types = members.flatMap((member) => this.#possibleTypes(member));
    const intended = members.find((member) => this.#possibleTypes(member).some((type) => isType(value, type)));
    if (intended) return yield* this.check(value, intended, pointer);
    return yield fault(pointer, value, `expected ${types.join(" or ")}, got ${typeOf(value)}`, types.join(" or "));
  }

  #possibleTypes(schema: Schema): string[] {
    if (typeof schema.$ref === "string") return this.#possibleTypes(follow(this.#document, schema.$ref));
    if (Array.isArray(schema.oneOf)) return ["object"];
    if (Array.isArray(schema.anyOf)) return (schema.anyOf as Schema[]).flatMap((member) => this.#possibleTypes(member));
    return typesOf(schema);
  }
}

interface Tags {
  readonly propertyName: string;
  readonly mapping: Readonly<Record<string, string>>;
}

type Mistake = Omit<RequestIssue, "in">;
type Limit = readonly [word: string, holds: (size: number, limit: number) => boolean, say: (limit: number) => string];

const numberLimits: readonly Limit[] = [
  ["minimum", (size, limit) => size >= limit, (limit) => `at least ${limit}`],
  ["maximum", (size, limit) => size <= limit, (limit) => `at most ${limit}`],
  ["exclusiveMinimum", (size, limit) => size > limit, (limit) => `more than ${limit}`],
  ["exclusiveMaximum", (size, limit) => size < limit, (limit) => `less than ${limit}`],
];
const stringLimits = sizeLimits("minLength", "maxLength", "character");
const arrayLimits = sizeLimits("minItems", "maxItems", "item");
const objectLimits = sizeLimits("minProperties", "maxProperties", "member");

function sizeLimits(lowest: string, highest: string, unit: string): readonly Limit[] {
  const count = (limit: number): string => `${limit} ${unit}${limit === 1 ? "" : "s"}`;
  return [
    [lowest, (size, limit) => size >= limit, (limit) => `at least ${count(limit)}`],
    [highest, (size, limit) => size <= limit, (limit) => `at most ${count(limit)}`],
  ];
}

function limits(size: number, schema: Schema, pointer: string, table: readonly Limit[]): Mistake[] {
  return table.flatMap(([word, holds, say]) => {
    const limit = getOwn(schema, word);
    return typeof limit === "number" && !holds(size, limit)
      ? [fault(pointer, size, `expected ${say(limit)}, got ${size}`, say(limit))]
      : [];
  });
}

function checkFormat(value: string, { format }: Schema, pointer: string): Mistake[] {
  if (format !== "date" && format !== "date-time") return [];
  const example = format === "date" ? "2025-12-31" : "2025-12-31T23:59:59Z";
  const good = format === "date" ? isDate(value) : parseDateTime(value) !== undefined;
  return good
    ? []
    : [fault(pointer, value, `expected a ${format} such as ${example}, got ${show(value)}`, `a ${format}`)];
}

function checkPattern(value: string, { pattern, description }: Schema, pointer: string): Mistake[] {
  if (typeof pattern !== "string" || new RegExp(pattern, "u").test(value)) return [];
  const meaning = typeof description === "string" ? ` ${description}` : "";
  return [
    fault(
      pointer,
      value,
      `expected a string that matches ${pattern}, got ${show(value)}.${meaning}`,
      `a string that matches ${pattern}`,
    ),
  ];
}

function fault(pointer: string, value: unknown, message: string, expected: string): Mistake {
  return { pointer, message, expected, ...(value !== undefined && { received: show(value) }) };
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : showValue(value, 60);
}

/** The number of code points in a string. */
function lengthOf(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) count++;
  return count;
}

function typesOf({ type }: Schema): string[] {
  if (Array.isArray(type)) return type as string[];
  return typeof type === "string" ? [type] : [];
}

function isType(value: unknown, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "number") return typeof value === "number" && Number.isFinite(value);
  return typeOf(value) === type;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function isObject(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function follow(document: Schema, ref: string): Schema {
  return ref
    .slice(2)
    .split("/")
    .reduce<unknown>((at, key) => getOwn(at as Schema, key), document) as Schema;
}

/** Longer names are shortened, so that a response is not larger than its request. */
const longestName = 200;

function escape(name: string): string {
  return excerpt(name, longestName).replaceAll("~", "~0").replaceAll("/", "~1");
}
