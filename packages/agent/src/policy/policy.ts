export { pickModel } from "./pick-model.ts";
export type { ModelRequirements } from "./pick-model-needs.ts";
export { PolicyError, type PolicyViolation, type PolicyViolationCode } from "./error.ts";
export { createPolicy, type Policy } from "./gate.ts";
export type { PriceCeiling, PolicyOptions } from "./options.ts";
