import { getOwn } from "../data/get-own.ts";
import { escapePointer, isSchema, sizeOf, type Schema } from "../json-schema/schema.ts";
import { validateSchema } from "../json-schema/validate.ts";
import type { Heights } from "../json-schema/height.ts";
import { createRandom, hashText, type Random } from "../data/random.ts";
import type { WorkBudget } from "../data/work-budget.ts";

/** A schema that a value has to obey, and where it stands in the caller's schema. */
export interface Part {
  readonly schema: unknown;
  /** JSON pointer into the schema. */
  readonly at: string;
}

/** A part that is an object. */
export interface ObjectPart extends Part {
  readonly schema: Schema;
}

/** What the drawing of one value shares. */
interface Scope {
  readonly root: unknown;
  readonly seed: number;
  readonly words: readonly string[];
  readonly budget: WorkBudget;
  readonly heights: Heights;
  /** Draws a value that obeys all parts; undefined when none was found. */
  readonly draw: (parts: readonly Part[], place: Place) => unknown;
  /** The first part without a value: where the search got stuck. */
  stuckAt: string | undefined;
  /** Schemas for which the search found nothing, so that it is not repeated in every combination around them. */
  readonly hopeless: Set<unknown>;
}

/** A place of the value that is drawn. */
export interface Place {
  readonly scope: Scope;
  /** JSON pointer into the value. */
  readonly pointer: string;
  readonly depth: number;
  /** Whether to draw the plainest value: the fewest members, the shortest texts. */
  readonly plain: boolean;
  /** Counts the attempts at one place. Another number gives another value where there is one. */
  readonly shift: number;
}

/** Below this depth optional members are left out. */
export const deepest = 8;

/** Random numbers that belong to a place alone. */
export function randomAt({ scope, pointer, shift }: Place, name = ""): Random {
  return createRandom(hashText(`${pointer}${name}${shift === 0 ? "" : `#${shift}`}`, scope.seed));
}

/** One random number that does not depend on the attempt, to count on from. */
export function startAt({ scope, pointer, plain }: Place): number {
  return plain ? 0 : createRandom(hashText(pointer, scope.seed))();
}

/** The place of a member or an item. */
export function below(place: Place, name: string): Place {
  return { ...place, pointer: `${place.pointer}/${escapePointer(name)}`, depth: place.depth + 1 };
}

/** What the check of one schema costs in addition to the reading of it. */
const stepsOfCheck = 20;

/** Whether a value obeys all parts. */
export function obeysAll(parts: readonly Part[], value: unknown, { scope }: Place): boolean {
  const { root, budget } = scope;
  budget.spend("steps", stepsOfCheck * parts.length, parts[0]?.at);
  return parts.every((part) => validateSchema(root, value, budget, part) === undefined);
}

/** A value that the schema itself holds. It counts each time that it is used, but for the one value that every place counts. */
export function copyOf(value: unknown, { scope: { budget } }: Place, at: string): unknown {
  const { values, characters } = sizeOf(value, budget.limits.characters);
  budget.spend("values", values - 1, at);
  budget.spend("characters", characters, at);
  return value;
}

/** The first of the candidates, counted from the place's own start, that obeys all parts. */
export function pickObeying(candidates: readonly unknown[], parts: readonly Part[], place: Place): unknown {
  const start = Math.floor(startAt(place) * candidates.length) + place.shift;
  for (let step = 0; step < candidates.length; step++) {
    const value = candidates[(start + step) % candidates.length];
    if (value !== undefined && obeysAll(parts, value, place)) return value;
  }
  return undefined;
}

/** The largest of the numbers that these schemas have for a keyword. */
export function largest(parts: readonly ObjectPart[], keyword: string, otherwise: number): number {
  return parts.reduce((most, { schema }) => {
    const value = Object.hasOwn(schema, keyword) ? getOwn(schema, keyword) : undefined;
    return typeof value === "number" ? Math.max(most, value) : most;
  }, otherwise);
}

/** The least of the numbers that these schemas have for a keyword. */
export function least(parts: readonly ObjectPart[], keyword: string): number {
  return parts.reduce((fewest, { schema }) => {
    const value = Object.hasOwn(schema, keyword) ? getOwn(schema, keyword) : undefined;
    return typeof value === "number" ? Math.min(fewest, value) : fewest;
  }, Infinity);
}

/** The sub-schemas that these schemas have for a keyword. */
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
