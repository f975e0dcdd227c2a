import type { NanoUsd } from "@patchbay/engine/billing/money";
import type { EndpointAttempt } from "@patchbay/engine/routing/endpoint-attempt";
import type { Plan } from "@patchbay/engine/routing/routing";

/** What handlers report of a request while it runs. */
export interface RequestNote {
  /** The attempted endpoints, in order. */
  attempts?: readonly EndpointAttempt[] | undefined;
  /** The eligible and the excluded endpoints. */
  plan?: Plan | undefined;
  /** What the request cost, once it has ended. */
  cost?: NanoUsd | undefined;
}
