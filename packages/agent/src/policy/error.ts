import { AgentError } from "../errors/agent-error.ts";

/**
 * Why a policy rejects a request.
 *
 * - `unknown_model`: the API would choose the model, or the catalog does not list it.
 * - `not_allowed`: the model is not on the allow list. `denied`: it is on the deny list.
 * - `data_retention`: no endpoint has zero data retention. `data_training`: the model is free, and its provider may train on the data.
 * - `provider_not_allowed`: no allowed provider serves the model. `price_exceeded`: the remaining endpoints are too expensive.
 * - `unavailable`: no provider serves the model at the moment.
 * - `third_party`: a tool, a plugin or a variant sends data to a party other than the model's provider.
 * - `catalog_unavailable`: the catalog could not be loaded.
 */
export type PolicyViolationCode =
  | "unknown_model"
  | "not_allowed"
  | "denied"
  | "data_retention"
  | "data_training"
  | "provider_not_allowed"
  | "price_exceeded"
  | "unavailable"
  | "third_party"
  | "catalog_unavailable";

/** A rejected model or request, and why. */
export interface PolicyViolation {
  /** The model as the request names it; `undefined` if the request itself is rejected. */
  readonly model: string | undefined;
  readonly code: PolicyViolationCode;
  /** The explanation for people. */
  readonly message: string;
}

/** A policy rejected a request. No request was sent. Branch on `violations`. */
export class PolicyError extends AgentError {
  static override readonly kind: string = "PolicyError";
  override readonly name: string = "PolicyError";
  /** The name of the policy, if it has one. */
  readonly policy: string | undefined;
  /** All violations, not only the first. */
  readonly violations: readonly PolicyViolation[];

  constructor(policy: string | undefined, refusals: readonly PolicyViolation[], options?: ErrorOptions) {
    const named = policy === undefined ? "The policy" : `The policy ${JSON.stringify(policy)}`;
    const reasons = refusals.map(({ model, message: why }) =>
      model === undefined ? why : `${JSON.stringify(model)} ${why}`,
    );
    super(
      `${named} rejects the request: ${reasons.join("; ")}. No request was sent. Use a model that the policy allows, for example from \`pickModel\`, or another policy.`,
      options,
    );
    this.policy = policy;
    this.violations = refusals;
  }
}
