import { getOwn } from "../data/get-own.ts";
import { escapePointer, isSchema, sizeOf, type Schema } from "../json-schema/schema.ts";
import { validateSchema } from "../json-schema/validate.ts";
import type { Heights } from "../json-schema/height.ts";
import { createRandom, hashText, type Random } from "../data/random.ts";
import type { WorkBudget } from "../data/work-budget.ts";

/** A schema that a value must match, and its place in the caller's schema. */
export interface Part {
  readonly schema: unknown;
  /** JSON pointer into the schema. */
  readonly at: string;
}

/** A part that is an object. */
export interface ObjectPart extends Part {
  readonly schema: Schema;
}

/** The shared state of drawing one value. */
interface Scope {
  readonly root: unknown;
  readonly seed: number;
  readonly words: readonly string[];
  readonly budget: WorkBudget;
  readonly heights: Heights;
  /** Draws a value that matches all parts. `undefined` if none was found. */
  readonly draw: (parts: readonly Part[], place: Place) => unknown;
  /** The first part without a value: where the search got stuck. */
  stuckAt: string | undefined;
  /** Schemas without a value, so that the search is not repeated in every combination around them. */
  readonly hopeless: Set<unknown>;
}

/** A place in the value to draw. */
export interface Place {
  readonly scope: Scope;
  /** JSON pointer into the value. */
  readonly pointer: string;
  readonly depth: number;
  /** Whether to draw the plainest value: the fewest members, the shortest strings. */
  readonly plain: boolean;
  /** Counts the attempts at one place. Another number gives another value if there is one. */
  readonly shift: number;
}

/** Optional members below this depth are omitted. */
export const deepest = 8;

/** Random numbers that depend on the place alone. */
export function randomAt({ scope, pointer, shift }: Place, name = ""): Random {
  return createRandom(hashText(`${pointer}${name}${shift === 0 ? "" : `#${shift}`}`, scope.seed));
}

/** One random number that does not depend on the attempt, as a start for counting. */
export function startAt({ scope, pointer, plain }: Place): number {
  return plain ? 0 : createRandom(hashText(pointer, scope.seed))();
}

/** The place of a member or an item. */
export function below(place: Place, name: string): Place {
  return { ...place, pointer: `${place.pointer}/${escapePointer(name)}`, depth: place.depth + 1 };
}

/** The cost of validating against one schema, in addition to reading it. */
const stepsOfCheck = 20;

/** Whether a value matches all parts. */
export function matchesAll(parts: readonly Part[], value: unknown, { scope }: Place): boolean {
  const { root, budget } = scope;
  budget.spend("steps", stepsOfCheck * parts.length, parts[0]?.at);
  return parts.every((part) => validateSchema(root, value, budget, part) === undefined);
}

/** A value from the schema itself. Every use counts, except for the one value that every place counts. */
export function copyOf(value: unknown, { scope: { budget } }: Place, at: string): unknown {
  const { values, characters } = sizeOf(value, budget.limits.characters);
  budget.spend("values", values - 1, at);
  budget.spend("characters", characters, at);
  return value;
}

/** The first candidate, starting at the place's own offset, that matches all parts. */
export function pickMatching(candidates: readonly unknown[], parts: readonly Part[], place: Place): unknown {
  const start = Math.floor(startAt(place) * candidates.length) + place.shift;
  for (let step = 0; step < candidates.length; step++) {
    const value = candidates[(start + step) % candidates.length];
    if (value !== undefined && matchesAll(parts, value, place)) return value;
  }
  return undefined;
}

/** The largest of these schemas' numbers for a keyword. */
export function largest(parts: readonly ObjectPart[], keyword: string, otherwise: number): number {
  return parts.reduce((most, { schema }) => {
    const value = Object.hasOwn(schema, keyword) ? getOwn(schema, keyword) : undefined;
    return typeof value === "number" ? Math.max(most, value) : most;
  }, otherwise);
}

/** The smallest of these schemas' numbers for a keyword. */
export function least(parts: readonly ObjectPart[], keyword: string): number {
  return parts.reduce((fewest, { schema }) => {
    const value = Object.hasOwn(schema, keyword) ? getOwn(schema, keyword) : undefined;
    return typeof value === "number" ? Math.min(fewest, value) : fewest;
  }, Infinity);
}

/** The sub-schemas of these schemas for a keyword. */
export function subschemas(parts: readonly ObjectPart[], keyword: string): Part[] {
  return parts.flatMap(({ schema, at }) =>
    Object.hasOwn(schema, keyword) && isSubschema(getOwn(schema, keyword))
      ? [{ schema: getOwn(schema, keyword), at: `${at}/${keyword}` }]
      : [],
  );
}

function isSubschema(value: unknown): boolean {
  return typeof value === "boolean" || isSchema(value);
}
