import { canonical, isSchema } from "../json-schema/schema.ts";
import { drawArray } from "./array.ts";
import { expansions, pointerOf } from "./expand.ts";
import { drawNumber } from "./number.ts";
import { drawObject } from "./object.ts";
import { copyOf, deepest, matchesAll, pickMatching, startAt, type ObjectPart, type Part, type Place } from "./place.ts";
import { drawText } from "./text.ts";
import { WorkLimitError } from "../data/work-budget.ts";
import { isIntegral, typesOf, type JsonType } from "./types.ts";

/** Attempts per place with keywords that only validation can decide. */
const mostDraws = 8;

/** The cost of one place in addition to reading its schemas, in steps of about the same time. */
const stepsOfDraw = 100;

/** Keywords that drawing itself does not ensure. */
const undecided = new Set([
  "not",
  "oneOf",
  "if",
  "contains",
  "dependentSchemas",
  "propertyNames",
  "patternProperties",
  "unevaluatedItems",
  "unevaluatedProperties",
]);

/**
 * A value that matches all parts. Tries the combinations of branches until one gives a value. `undefined` if none does;
 * the place where the search got stuck is recorded.
 */
export function drawValue(parts: readonly Part[], place: Place): unknown {
  const { scope, depth, shift } = place;
  const at = parts[0]?.at ?? "";
  scope.budget.spend("steps", stepsOfDraw, at);
  const [only] = parts.length === 1 ? parts : [];
  const first = parts[0]?.schema;
  if (only && scope.hopeless.has(only.schema)) return undefined;
  if (depth > 4 * deepest)
    throw new WorkLimitError(
      isSchema(first) && typeof first.$ref === "string" ? pointerOf(first.$ref, at) : at,
      "no finite value matches the recursive schema within the depth limit of this server. Make the property optional or allow null",
    );
  for (const flat of expansions(parts, place)) {
    const isChecked = flat.some(({ schema }) => Object.keys(schema).some((name) => undecided.has(name)));
    for (let count = 0; count < (isChecked ? mostDraws : 1); count++) {
      const isLast = isChecked && count === mostDraws - 1;
      const value = drawFlat(flat, { ...place, shift: shift + count, plain: place.plain || isLast }, count);
      if (value !== undefined && (!isChecked || matchesAll(parts, value, place))) {
        scope.budget.spend("values", 1, at);
        return value;
      }
    }
  }
  scope.stuckAt ??= at;
  if (only && isSchema(only.schema) && depth < deepest) scope.hopeless.add(only.schema);
  return undefined;
}

/** A value that matches schemas without references and branches, as far as their keywords can be met one by one. */
function drawFlat(flat: readonly ObjectPart[], place: Place, turn: number): unknown {
  const fixed = fixedValues(flat, place);
  if (fixed) {
    const value = pickMatching(fixed.values, flat, place);
    return value === undefined ? undefined : copyOf(value, place, fixed.at);
  }
  const types = typesOf(flat);
  for (let index = 0; index < types.length; index++) {
    // A type that validation rejected gives way to the next one.
    const value = drawn[types[(index + turn) % types.length]!](flat, place);
    if (value !== undefined) return value;
  }
  return undefined;
}

const drawn: Readonly<Record<JsonType, (flat: readonly ObjectPart[], place: Place) => unknown>> = {
  string: drawText,
  number: (flat, place) =>
    drawNumber(
      flat.map(({ schema }) => schema),
      { isInteger: isIntegral(flat), at: startAt(place), shift: place.shift },
    ),
  boolean: (_, place) => (place.plain || startAt(place) < 0.5) === (place.shift % 2 === 0),
  object: drawObject,
  array: drawArray,
  null: () => null,
};

/** The values that `const`, `enum` or, for the plainest value, `default` leave. */
function fixedValues(
  flat: readonly ObjectPart[],
  place: Place,
): { readonly values: readonly unknown[]; readonly at: string } | undefined {
  for (const { schema, at } of flat) {
    if (Object.hasOwn(schema, "const")) return { values: [schema.const], at: `${at}/const` };
    if (Array.isArray(schema.enum)) place.scope.budget.spend("steps", 10 * schema.enum.length, `${at}/enum`);
    if (Array.isArray(schema.enum)) return { values: distinct(schema.enum), at: `${at}/enum` };
  }
  if (!place.plain) return undefined;
  for (const { schema, at } of flat)
    if (schema.default !== undefined && matchesAll(flat, schema.default, place))
      return { values: [schema.default], at: `${at}/default` };
  return undefined;
}

function distinct(values: readonly unknown[]): unknown[] {
  return [...new Map(values.map((value) => [canonical(value), value])).values()];
}
