import { WorkBudget } from "@patchbay/engine/data/work-budget";

/** The work budgets of one request for all its sample values: one for drawn values, one for plain fallback values. */
export interface SampleBudgets {
  readonly drawn: WorkBudget;
  readonly plain: WorkBudget;
}

/** Creates the budgets of a request. */
export function createSampleBudgets(): SampleBudgets {
  return { drawn: new WorkBudget(), plain: new WorkBudget() };
}
