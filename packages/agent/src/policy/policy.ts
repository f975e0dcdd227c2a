export { pickModel } from "./pick-model.ts";
export type { ModelNeeds } from "./pick-model-needs.ts";
export { PolicyError, type Refusal, type RefusalReason } from "./error.ts";
export { policy, type Policy } from "./gate.ts";
export type { HighestPrices, PolicyOptions } from "./options.ts";
