import { getOwn } from "../data/get-own.ts";
import { findPattern } from "../pattern/pattern.ts";
import { formatTests } from "./formats.ts";
import { canonical, isSchema, resolveReference, sizeOf, type Schema } from "./schema.ts";
import type { Broken, Checker, Keyword, KeywordContext } from "./keyword.ts";

/** Keywords that depend on what the other keywords evaluated. */
export const lateKeywords: ReadonlySet<string> = new Set(["unevaluatedItems", "unevaluatedProperties"]);

/** Keyword of draft 2020-12 → its check. Unknown keywords are ignored. */
export const keywords: ReadonlyMap<string, Keyword> = new Map<string, Keyword>(
  Object.entries<Keyword>({
    $ref: follow,
    $dynamicRef: follow,
    $recursiveRef: follow,
    type: (value, types) => ![types].flat().some((type) => hasType(value, type)),
    const: (value, wanted, { check }) => canonicalOf(value, check) !== canonicalOf(wanted, check),
    enum: (value, members, { check }) =>
      Array.isArray(members) && !canonicalsOf(members, check).has(canonicalOf(value, check)),
    minimum: limit(numberOf, (size, least) => size >= least),
    maximum: limit(numberOf, (size, most) => size <= most),
    exclusiveMinimum: limit(numberOf, (size, least) => size > least),
    exclusiveMaximum: limit(numberOf, (size, most) => size < most),
    multipleOf: limit(numberOf, isMultiple),
    minLength: limit(lengthOf, (size, least) => size >= least),
    maxLength: limit(lengthOf, (size, most) => size <= most),
    minItems: limit(itemsOf, (size, least) => size >= least),
    maxItems: limit(itemsOf, (size, most) => size <= most),
    minProperties: limit(membersOf, (size, least) => size >= least),
    maxProperties: limit(membersOf, (size, most) => size <= most),
    pattern: (value, source, { check }) =>
      typeof value === "string" && typeof source === "string" && !(fits(source, value, check) ?? true),
    format: (value, name) =>
      typeof value === "string" && typeof name === "string" && !(formatTests.get(name)?.(value) ?? true),
    required: (value, names, { check }) => {
      if (!isSchema(value) || !Array.isArray(names)) return false;
      check.spend(names.length);
      return names.some((name) => isMissing(value, name));
    },
    dependentRequired: (value, lists) =>
      isSchema(value) &&
      isSchema(lists) &&
      Object.entries(lists).some(
        ([name, names]) =>
          !isMissing(value, name) && Array.isArray(names) && names.some((one) => isMissing(value, one)),
      ),
    dependentSchemas: (value, schemas, { check }) =>
      isSchema(value) && isSchema(schemas)
        ? first(Object.entries(schemas), ([name, schema]) =>
            isMissing(value, name) ? undefined : check.same(schema, value, name),
          )
        : undefined,
    uniqueItems: (value, wanted, { check }) =>
      wanted === true && Array.isArray(value) && canonicalsOf(value, check).size < value.length,
    allOf: (value, schemas, { check }) =>
      first(listOf(schemas).entries(), ([index, schema]) => check.same(schema, value, String(index))),
    anyOf: (value, schemas, { check }) => Array.isArray(schemas) && countMatches(schemas, value, check) === 0,
    oneOf: (value, schemas, { check }) => Array.isArray(schemas) && countMatches(schemas, value, check) !== 1,
    not: (value, schema, { check }) => !check.below(schema, value, ""),
    if: (value, condition, { schema, check }) => {
      const branch = check.same(condition, value) ? "else" : "then";
      return Object.hasOwn(schema, branch) ? check.same(getOwn(schema, branch), value) : undefined;
    },
    properties: (value, schemas, { check }) => {
      if (!isSchema(value) || !isSchema(schemas)) return undefined;
      return first(Object.keys(schemas), (name) => {
        check.spend(1);
        if (isMissing(value, name)) return undefined;
        check.evaluated.names.add(name);
        return check.below(getOwn(schemas, name), getOwn(value, name), name, name);
      });
    },
    patternProperties: (value, schemas, { check }) =>
      isSchema(value) && isSchema(schemas)
        ? first(Object.entries(schemas), ([source, schema]) =>
            first(namesOf(value, check), (name) => {
              if (!fits(source, name, check)) return undefined;
              check.evaluated.names.add(name);
              return check.below(schema, getOwn(value, name), name, source);
            }),
          )
        : undefined,
    additionalProperties: (value, wanted, { schema, check }) => {
      if (!isSchema(value)) return undefined;
      const known = isSchema(schema.properties) ? schema.properties : {};
      const patterns = isSchema(schema.patternProperties) ? Object.keys(schema.patternProperties) : [];
      const names = namesOf(value, check).filter(
        (name) => isMissing(known, name) && !patterns.some((source) => fits(source, name, check)),
      );
      for (const name of names) check.evaluated.names.add(name);
      return first(names, (name) => check.below(wanted, getOwn(value, name), name));
    },
    propertyNames: (value, schema, { check }) =>
      isSchema(value) ? first(namesOf(value, check), (name) => check.below(schema, name, name)) : undefined,
    prefixItems: (value, schemas, { check }) => {
      if (!Array.isArray(value)) return undefined;
      const prefix = listOf(schemas).slice(0, value.length);
      check.evaluated.items = Math.max(check.evaluated.items, prefix.length);
      return first(prefix.entries(), ([index, schema]) =>
        check.below(schema, (value as unknown[])[index], String(index), String(index)),
      );
    },
    items: (value, wanted, { schema, check }) => {
      if (!Array.isArray(value) || Array.isArray(wanted)) return undefined;
      check.evaluated.items = value.length;
      return eachFrom(listOf(schema.prefixItems).length, value, wanted, check);
    },
    contains: (value, wanted, { schema, check }) => {
      if (!Array.isArray(value)) return undefined;
      const found = value.flatMap((item, index) => (check.below(wanted, item, String(index)) ? [] : [index]));
      for (const index of found) check.evaluated.indexes.add(index);
      const count = found.length;
      const { minContains = 1, maxContains = Infinity } = schema;
      return count < Number(minContains) || count > Number(maxContains);
    },
    unevaluatedItems: (value, wanted, { check }) => {
      if (!Array.isArray(value)) return undefined;
      const { items, indexes } = check.evaluated;
      check.evaluated.items = value.length;
      return first(value.entries(), ([index, item]) =>
        index < items || indexes.has(index) ? undefined : check.below(wanted, item, String(index)),
      );
    },
    // Members that the keyword checks count as evaluated for an outer schema.
    unevaluatedProperties: (value, wanted, { check }) => {
      if (!isSchema(value)) return undefined;
      const names = namesOf(value, check).filter((name) => !check.evaluated.names.has(name));
      for (const name of names) check.evaluated.names.add(name);
      return first(names, (name) => check.below(wanted, getOwn(value, name), name));
    },
  }),
);

/** The cost of resolving a reference, in steps of a pattern. */
const stepsOfReference = 60;

function follow(value: unknown, reference: unknown, { check }: KeywordContext): Broken | undefined {
  if (typeof reference !== "string") return undefined;
  check.spend(stepsOfReference + reference.length);
  return check.same(resolveReference(check.root, reference), value);
}

function limit(
  sizeOf: (value: unknown) => number | undefined,
  holds: (size: number, limit: number) => boolean,
): Keyword {
  return (value, wanted, { check }) => {
    if (typeof value === "string") check.spend(value.length / 16);
    const size = sizeOf(value);
    return size !== undefined && typeof wanted === "number" && !holds(size, wanted);
  };
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function lengthOf(value: unknown): number | undefined {
  if (typeof value !== "string") return undefined;
  let count = 0;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    const isPair = code >= 0xd800 && code <= 0xdbff && (value.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (!isPair) count++;
  }
  return count;
}

function itemsOf(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

function namesOf(value: Schema, check: Checker): string[] {
  const names = Object.keys(value);
  check.spend(names.length);
  return names;
}

function membersOf(value: unknown): number | undefined {
  return isSchema(value) ? Object.keys(value).length : undefined;
}

/** Decimal fractions such as 0.1 are not exact, so a tiny remainder is allowed. */
function isMultiple(size: number, step: number): boolean {
  const quotient = size / step;
  return Math.abs(quotient - Math.round(quotient)) <= 1e-9 * Math.max(1, Math.abs(quotient));
}

function hasType(value: unknown, type: unknown): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isSchema(value);
  return typeof value === type;
}

/** Whether a string matches a pattern. `undefined` if the pattern cannot be used. */
function fits(source: string, text: string, check: Checker): boolean | undefined {
  check.spend(source.length + text.length);
  const spend = (steps: number): void => check.spend(steps);
  return findPattern(source, "u", spend)?.test(text, spend);
}

function countMatches(schemas: readonly unknown[], value: unknown, check: Checker): number {
  let count = 0;
  for (const [index, schema] of schemas.entries()) if (!check.same(schema, value, String(index))) count++;
  return count;
}

function eachFrom(from: number, value: readonly unknown[], wanted: unknown, check: Checker): Broken | undefined {
  return first(value.slice(from).entries(), ([index, item]) => check.below(wanted, item, String(from + index)));
}

/** Larger values are not compared. */
const largestCompared = 250_000;

function canonicalOf(value: unknown, check: Checker): string {
  if (typeof value === "object" || typeof value === "string") {
    const { values, characters } = sizeOf(value, largestCompared);
    check.spend(values > largestCompared || characters > largestCompared ? Infinity : 5 * values + characters / 4);
  }
  return canonical(value);
}

function canonicalsOf(values: readonly unknown[], check: Checker): Set<string> {
  check.spend(5 * values.length);
  return new Set(values.map((value) => canonicalOf(value, check)));
}

function isMissing(value: Schema, name: unknown): boolean {
  return !Object.hasOwn(value, String(name));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function first<T>(items: Iterable<T>, find: (item: T) => Broken | undefined): Broken | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}
