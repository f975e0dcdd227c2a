import { WorkBudget } from "../engine/data/work-budget.ts";

/** What the values of one request may cost together: those that are drawn, and the plain ones where these do not do. */
export interface SampleBudgets {
  readonly drawn: WorkBudget;
  readonly plain: WorkBudget;
}

/** The budgets of a request. */
export function createSampleBudgets(): SampleBudgets {
  return { drawn: new WorkBudget(), plain: new WorkBudget() };
}
