import type { SharedState } from "../ports/shared-state.ts";
import type { EndpointLoad } from "./endpoint-load.ts";
import type { RetryBudget } from "./retry-budget.ts";

/** What the attempts of all requests of a process have in common. */
export interface AttemptContext {
  readonly state: Pick<SharedState, "record" | "healthOf" | "beginProbe">;
  readonly retryBudget: RetryBudget;
  readonly loadOf: (endpoint: string) => EndpointLoad;
  /** See `EndpointLoad.hasFreeSlot`. */
  readonly hasFreeSlot: (endpoint: string, limitedUntil: number) => boolean;
  readonly firstTokenTimeout: (endpoint: string, promptTokens?: number) => number;
  /** The longest time to the first content, for an attempt that no other can replace. */
  readonly longestFirstToken: number;
  /** How long a request waits for the first endpoint to return. */
  readonly maxWait: number;
  /** Unix milliseconds. */
  readonly now: () => number;
}
