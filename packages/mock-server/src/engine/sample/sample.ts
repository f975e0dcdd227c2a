import { Heights } from "../json-schema/height.ts";
import { validateSchema } from "../json-schema/validate.ts";
import { WorkBudget, WorkLimitError } from "../data/work-budget.ts";
import type { Place } from "./place.ts";
import { drawValue } from "./value.ts";

/** How values are made up. */
export interface SampleOptions {
  /** The same seed gives the same value at the same place of a schema, whatever stands beside it. */
  readonly seed: number;
  /** Words to make free texts of, such as those of the prompt. */
  readonly words?: readonly string[];
  /** What a drawn value may cost. Default: 10,000 values, 250,000 characters and 2,000,000 steps. */
  readonly budget?: WorkBudget;
  /** What the plainest value may cost, which is made when no drawn one obeys. Default: the same. */
  readonly plainBudget?: WorkBudget;
}

/** Thrown when no value was found that obeys a schema. */
export class NoSampleError extends Error {
  override readonly name = "NoSampleError";
  /** JSON pointer to the part of the schema for which there was none. */
  readonly pointer: string;

  constructor(pointer: string) {
    super("the server found no value that obeys this part of the schema. Make it less strict, or script the answer");
    this.pointer = pointer;
  }
}

/** How many values are drawn until one obeys the whole schema; the last one is the plainest. */
const mostDraws = 4;

/**
 * A value that obeys a JSON Schema (draft 2020-12) of a caller. Every leaf is drawn from the seed and its own JSON pointer, so
 * that a new field does not change the others. Throws a `NoSampleError` when none was found, and a `WorkLimitError` when the
 * plainest value would be too large.
 */
export function sample(
  schema: unknown,
  { seed, words = [], budget = new WorkBudget(), plainBudget = new WorkBudget() }: SampleOptions,
): unknown {
  const drawn = { root: schema, seed, words, budget, plain: false };
  const plain = { ...drawn, budget: plainBudget, plain: true };
  const places = [
    ...Array.from({ length: mostDraws - 1 }, (_, shift) => ({ ...drawn, shift })),
    { ...plain, shift: 0 },
  ];
  let stuckAt = "";
  for (const { shift, ...options } of places) {
    const result = tryDraw(options, shift);
    if ("value" in result) return result.value;
    stuckAt = result.stuckAt;
  }
  throw new NoSampleError(stuckAt);
}

interface DrawOptions {
  readonly root: unknown;
  readonly seed: number;
  readonly words: readonly string[];
  readonly budget: WorkBudget;
  readonly plain: boolean;
}

/** One value, when it obeys. A drawn value that grows too large is given up, since the plainest one may still fit. */
function tryDraw(options: DrawOptions, shift: number): { readonly value: unknown } | { readonly stuckAt: string } {
  try {
    return draw(options, shift);
  } catch (error) {
    if (options.plain || !(error instanceof WorkLimitError)) throw error;
    return { stuckAt: error.pointer };
  }
}

function draw(
  { root, seed, words, budget, plain }: DrawOptions,
  shift: number,
): { readonly value: unknown } | { readonly stuckAt: string } {
  const heights = new Heights(root, (steps) => budget.spend("steps", steps));
  const scope: Place["scope"] = {
    root,
    seed,
    words,
    budget,
    heights,
    draw: drawValue,
    stuckAt: undefined,
    hopeless: new Set(),
  };
  const value = drawValue([{ schema: root, at: "" }], { scope, pointer: "", depth: 0, plain, shift });
  if (value === undefined) return { stuckAt: scope.stuckAt ?? "" };
  const violation = validateSchema(root, value, budget);
  return violation ? { stuckAt: violation.keyword } : { value };
}
