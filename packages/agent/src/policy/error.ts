import { AgentError } from "../errors/agent-error.ts";

/**
 * Why something may not be sent.
 *
 * - `unknown`: the service would choose the model, or the catalogue does not know it.
 * - `not-allowed`: it is not on the allow-list. `denied`: it is on the deny-list.
 * - `retention`: nobody serves it without keeping something. `training`: it is free, and may be paid for with what it is sent.
 * - `provider`: nobody who serves it is among the providers. `price`: those who are left are too dear.
 * - `unavailable`: nobody serves it now.
 * - `third-party`: a tool, a plugin or a variant shows what is sent to others than its provider.
 * - `no-catalogue`: the catalogue could not be had, so nobody knows.
 */
export type RefusalReason =
  | "unknown"
  | "not-allowed"
  | "denied"
  | "retention"
  | "training"
  | "provider"
  | "price"
  | "unavailable"
  | "third-party"
  | "no-catalogue";

/** What may not be sent, and why. */
export interface Refusal {
  /** As the request names it; undefined when the request itself is refused. */
  readonly model: string | undefined;
  readonly reason: RefusalReason;
  /** The same for people. */
  readonly why: string;
}

/** A request that a policy does not let through; nothing of it was sent. Branch on `refusals`. */
export class PolicyError extends AgentError {
  static override readonly kind: string = "PolicyError";
  override readonly name: string = "PolicyError";
  /** The name of the policy, where it has one. */
  readonly policy: string | undefined;
  /** All that was refused, not only the first. */
  readonly refusals: readonly Refusal[];

  constructor(policy: string | undefined, refusals: readonly Refusal[], options?: ErrorOptions) {
    const named = policy === undefined ? "The policy" : `The policy ${JSON.stringify(policy)}`;
    const told = refusals.map(({ model, why }) => (model === undefined ? why : `${JSON.stringify(model)} ${why}`));
    super(
      `${named} refuses the request: ${told.join("; ")}. Nothing was sent. Ask a model that passes, which \`pickModel\` finds, or run under another policy.`,
      options,
    );
    this.policy = policy;
    this.refusals = refusals;
  }
}
