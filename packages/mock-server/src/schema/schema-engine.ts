import { validateSchema } from "../engine/json-schema/validate.ts";
import { NoSampleError, sample } from "../engine/sample/sample.ts";
import { WorkBudget } from "../engine/data/work-budget.ts";
import type { SchemaEngine } from "./load-schema-engine.ts";

/** Draws and checks values of callers' schemas; see `load-schema-engine.ts`. */
export const engine: SchemaEngine = {
  sample,
  isNoSample: (error): error is NoSampleError => error instanceof NoSampleError,
  /** Whether a value obeys a JSON Schema of a caller. Throws a `WorkLimitError` when the check takes too many steps. */
  obeys: (schema, value, budget = new WorkBudget()) => validateSchema(schema, value, budget) === undefined,
};
