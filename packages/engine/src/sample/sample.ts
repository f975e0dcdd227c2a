import { Heights } from "../json-schema/height.ts";
import { validateSchema } from "../json-schema/validate.ts";
import { WorkBudget, WorkLimitError } from "../data/work-budget.ts";
import type { Place } from "./place.ts";
import { drawValue } from "./value.ts";

/** Options of a sample. */
export interface SampleOptions {
  /** The same seed gives the same value at the same place of a schema, whatever the other places contain. */
  readonly seed: number;
  /** Words for free text, such as those of the prompt. */
  readonly words?: readonly string[];
  /** The budget of a drawn value. Default: 10,000 values, 250,000 characters and 2,000,000 steps. */
  readonly budget?: WorkBudget;
  /** The budget of the plainest value, which is the fallback if no drawn one matches. Default: the same. */
  readonly plainBudget?: WorkBudget;
}

/** Thrown when no value was found that matches a schema. */
export class NoSampleError extends Error {
  override readonly name = "NoSampleError";
  /** JSON pointer to the part of the schema without a value. */
  readonly pointer: string;

  constructor(pointer: string) {
    super(
      "the server found no value that matches this part of the schema. Make it less strict, or script the response",
    );
    this.pointer = pointer;
  }
}

/** Attempts to draw a value that matches the whole schema. The last one is the plainest value. */
const mostDraws = 4;

/**
 * Generates a value that matches a caller's JSON Schema (draft 2020-12). Every leaf is drawn from the seed and its own
 * JSON pointer, so that a new field does not change the others. Throws a `NoSampleError` if none was found, and a
 * `WorkLimitError` if the plainest value would be too large.
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

/** One attempt. A drawn value that grows too large is abandoned, since the plainest one may still fit. */
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
