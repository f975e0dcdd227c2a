import type { SharedState } from "../ports/shared-state.ts";
import type { AttemptContext } from "./attempt-context.ts";
import type { AttemptCandidate, AttemptPlan, AttemptPolicy, AttemptRequest } from "./attempt-policy.ts";
import { EndpointLoad } from "./endpoint-load.ts";
import type { Random } from "@patchbay/engine/data/random";
import { orderCandidates, type OrderView } from "./order-candidates.ts";
import { RequestAttempts } from "./request-attempts.ts";
import { RetryBudget, type RetryBudgetOptions } from "./retry-budget.ts";

/** Options of the attempt policy. Times are milliseconds. */
export interface AttemptPolicyOptions {
  readonly state: Pick<SharedState, "record" | "healthOf" | "beginProbe">;
  /** Most attempts of a request. Default: 3. */
  readonly attempts?: number;
  readonly retryBudget?: RetryBudgetOptions;
  /** The longest time to the first content, and that of an endpoint without statistics. Default: 30,000. */
  readonly firstTokenTimeout?: number;
  /** The shortest time to the first content. Default: 2,500. */
  readonly minFirstTokenTimeout?: number;
  /** How long a request waits if every endpoint is down or at a limit. Default: 2,000. */
  readonly maxWait?: number;
  /** Unix milliseconds. Default: `Date.now`. */
  readonly now?: () => number;
  /** Default: `Math.random`. */
  readonly random?: Random;
}

/** A response that takes this many times the 99th percentile to begin is not coming. */
const slowFactor = 3;
/** Tokens of a prompt that the percentile covers, and the milliseconds that each further one may take. */
const usualPromptTokens = 4000;
const msPerPromptToken = 1;

/** Creates the attempt policy of a gateway. */
export function createAttemptPolicy(options: AttemptPolicyOptions): AttemptPolicy {
  const { state, attempts: mostAttempts = 3, now = Date.now, random = Math.random } = options;
  const { firstTokenTimeout: longest = 30_000, minFirstTokenTimeout: shortest = 2500, maxWait = 2000 } = options;
  const loads = new Map<string, EndpointLoad>();
  const loadOf = (endpoint: string): EndpointLoad => {
    const known = loads.get(endpoint);
    if (known) return known;
    const load = new EndpointLoad();
    loads.set(endpoint, load);
    return load;
  };
  const firstTokenTimeout = (endpoint: string, promptTokens = 0): number => {
    const usual = state.healthOf(endpoint).firstTokenMs?.p99;
    if (usual === undefined) return longest;
    const more = Math.max(0, promptTokens - usualPromptTokens) * msPerPromptToken;
    return Math.min(longest, Math.max(shortest, slowFactor * usual) + more);
  };
  const retryBudget = new RetryBudget(options.retryBudget);
  const context: AttemptContext = {
    state,
    retryBudget,
    loadOf,
    hasFreeSlot: (endpoint, limitedUntil) => loads.get(endpoint)?.hasFreeSlot(limitedUntil, now()) ?? false,
    firstTokenTimeout,
    longestFirstToken: longest,
    maxWait,
    now,
  };
  const order = <C extends AttemptCandidate>(candidates: readonly C[], request: AttemptRequest): readonly C[] => {
    const view: OrderView = {
      now: now(),
      random,
      healthOf: state.healthOf,
      loadOf: (endpoint) => loads.get(endpoint)?.cost,
      hasFreeSlot: context.hasFreeSlot,
    };
    return orderCandidates(candidates, request, view);
  };
  const plan = <C extends AttemptCandidate>(candidates: readonly C[], request: AttemptRequest): AttemptPlan<C> => {
    retryBudget.deposit(now());
    return new RequestAttempts(order(candidates, request), {
      context,
      request,
      most: request.attempts ?? mostAttempts,
    });
  };
  return { plan, order, firstTokenTimeout };
}
