import { fallbackSettings, sameForAll } from "../generated/fallback.ts";
import type { Failure } from "./failure.ts";
import type { FallbackAction } from "./fallback-policy.ts";

/** The situation after a failed attempt. */
export interface FailedAttempt {
  readonly failure: Failure;
  /** What the rules say about this failure. */
  readonly action: FallbackAction;
  /** The number of attempts with this model, including this one. */
  readonly tries: number;
  /** Whether an attempt with another model is in progress. */
  readonly hasParallel: boolean;
  /** Whether models are left that were not requested yet. */
  readonly hasNext: boolean;
  /** Whether a model is left whose second attempt was postponed. */
  readonly hasPostponed: boolean;
  readonly retryDelay: number | undefined;
}

/** What to do after a failed attempt. Delays are in milliseconds. */
export type AttemptDecision =
  /** Wait for the attempt in progress. If `postpones` is true, this model still has its second attempt. */
  | { readonly type: "await-parallel"; readonly postpones: boolean }
  | { readonly type: "retry"; readonly delay: number }
  | { readonly type: "retry-postponed"; readonly delay: number }
  | { readonly type: "next" }
  | { readonly type: "give-up" };

/** Decides what to do after a failed attempt. */
export function decideAttempt(attempt: FailedAttempt): AttemptDecision {
  const {
    failure,
    action,
    tries,
    hasParallel,
    hasNext,
    hasPostponed,
    retryDelay = fallbackSettings.retryDelayMs,
  } = attempt;
  const delay = tries > 1 ? undefined : getRetryDelay(failure, action, hasNext, retryDelay);
  const isOver = action === "throw" && delay === undefined;
  if (hasParallel && !(isOver && sameForAll.has(failure.kind)))
    return { type: "await-parallel", postpones: delay !== undefined };
  if (delay !== undefined) return { type: "retry", delay };
  if (isOver) return { type: "give-up" };
  if (hasNext) return { type: "next" };
  return hasPostponed ? { type: "retry-postponed", delay: retryDelay } : { type: "give-up" };
}

/** Milliseconds until the same model is requested again; `undefined` if it is not. */
function getRetryDelay(
  { kind, retryAfterMs }: Failure,
  action: FallbackAction,
  hasNext: boolean,
  retryDelay: number,
): number | undefined {
  const requested =
    retryAfterMs !== undefined && retryAfterMs <= fallbackSettings.maxRetryAfterMs ? retryAfterMs : undefined;
  // A temporarily exhausted balance affects all models.
  if (kind === "insufficient_credits" && action === "throw") return requested;
  // Another model responds sooner; only the last one is waited for.
  if (kind === "rate_limited" && action === "next") return hasNext ? undefined : requested;
  if (action !== "retry") return undefined;
  if (retryAfterMs !== undefined && (!hasNext || kind === "rate_limited")) return requested;
  return retryDelay;
}
