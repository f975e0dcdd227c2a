import { validateSchema } from "./engine/json-schema/validate.ts";
import { WorkBudget } from "./engine/work-budget.ts";

/** Whether a value obeys a JSON Schema of a caller. Throws a `WorkLimitError` when the check takes too many steps. */
export function obeys(schema: unknown, value: unknown, budget: WorkBudget = new WorkBudget()): boolean {
  return validateSchema(schema, value, budget) === undefined;
}
