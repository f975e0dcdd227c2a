import type { NanoUsd } from "@patchbay/engine/billing/money";
import type { EndpointAttempt } from "@patchbay/engine/routing/endpoint-attempt";
import type { Plan } from "@patchbay/engine/routing/routing";

/** What handlers report of a request while it runs. */
export interface RequestNote {
  /** The attempted endpoints, in order. */
  attempts?: readonly EndpointAttempt[];
  /** The eligible and the excluded endpoints. */
  plan?: Plan;
  /** What the request cost, once it has ended. */
  cost?: NanoUsd;
}
