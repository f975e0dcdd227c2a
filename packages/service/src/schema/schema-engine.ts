import { validateSchema } from "@patchbay/engine/json-schema/validate";
import { NoSampleError, sample } from "@patchbay/engine/sample/sample";
import { WorkBudget } from "@patchbay/engine/data/work-budget";
import type { SchemaEngine } from "./load-schema-engine.ts";

/** Samples and validates values of callers' schemas. See `load-schema-engine.ts`. */
export const engine: SchemaEngine = {
  sample,
  isNoSampleError: (error): error is NoSampleError => error instanceof NoSampleError,
  /** Whether a value matches a caller's JSON Schema. Throws a `WorkLimitError` when validation takes too many steps. */
  matches: (schema, value, budget = new WorkBudget()) => validateSchema(schema, value, budget) === undefined,
};
