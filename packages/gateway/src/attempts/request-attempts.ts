import type { ProviderFailureFacts } from "@patchbay/providers";
import type { AttemptContext } from "./attempt-context.ts";
import type {
  AttemptCandidate,
  AttemptEnd,
  AttemptPlan,
  AttemptRequest,
  AttemptStep,
  AttemptStop,
} from "./attempt-policy.ts";
import { CurrentAttempt } from "./current-attempt.ts";
import { isReady } from "./order-candidates.ts";
import { concernsKeyOnly, isRetry } from "./outcome.ts";

/** The shortest wait: the clock of a timer and that of the breaker may differ by a little. */
const shortestWaitMs = 5;

/** The attempts of one request: which candidate is next, and when there is none. */
export class RequestAttempts<C extends AttemptCandidate> implements AttemptPlan<C> {
  readonly candidates: readonly C[];
  readonly #context: AttemptContext;
  readonly #request: AttemptRequest;
  readonly #most: number;
  #left: readonly C[];
  #current: CurrentAttempt<C> | undefined;
  #made = 0;
  #waitedMs = 0;
  /** The earliest time at which a provider that refused said to accept requests again. */
  #retryAfterMs: number | undefined;

  constructor(
    ordered: readonly C[],
    { context, request, most }: { context: AttemptContext; request: AttemptRequest; most: number },
  ) {
    this.candidates = ordered;
    this.#left = ordered;
    this.#context = context;
    this.#request = request;
    this.#most = most;
  }

  readonly next = (failure?: ProviderFailureFacts): AttemptStep<C> => {
    const failed = this.#current;
    this.#current = undefined;
    if (!failed || !failure) {
      failed?.cancel();
      return this.#made === 0 ? this.#first() : this.#another();
    }
    const hasNextKey = failure.next === "next-key" && failed.keyIndex === 0 && (failed.candidate.keys ?? 1) > 1;
    failed.fail(failure, hasNextKey);
    this.#noteRetryAfter(failure);
    if (failure.next === "stop") return this.#stop("caller");
    if (hasNextKey) return this.#try(failed.candidate, { keyIndex: 1, isProbe: false });
    this.#exclude(failed.candidate, failure);
    if (this.#left.length === 0) return this.#stop("exhausted");
    if (this.#made >= this.#most) return this.#stop("attempts");
    if (isRetry(failure) && !this.#context.retryBudget.withdraw(this.#context.now())) return this.#stop("retry-budget");
    return this.#another();
  };

  readonly firstToken = (): void => this.#current?.firstToken();

  readonly end = (result: AttemptEnd): void => {
    const current = this.#current;
    this.#current = undefined;
    if (result.kind === "ok") current?.succeed(result);
    else if (result.kind === "failed") current?.fail(result.failure, false);
    else current?.cancel();
  };

  /** The first attempt. If every endpoint is down or at a limit, an attempt would only add to the load. */
  #first(): AttemptStep<C> {
    const ready = this.#takeReady();
    if (ready) return ready;
    const probe = this.#takeProbe(this.#left);
    if (probe) return this.#try(probe, { keyIndex: 0, isProbe: true });
    const now = this.#context.now();
    const waits = this.#left.map(({ endpoint }) => {
      const { openUntil, limitedUntil } = this.#context.state.healthOf(endpoint);
      return Math.max(openUntil, limitedUntil) - now;
    });
    if (waits.length === 0) return this.#stop("exhausted");
    const ms = Math.max(shortestWaitMs, Math.ceil(Math.min(...waits)));
    if (this.#waitedMs + ms <= this.#context.maxWait) {
      this.#waitedMs += ms;
      return { type: "wait", ms };
    }
    this.#retryAfterMs = ms;
    const isDown = (candidate: C): boolean => this.#context.state.healthOf(candidate.endpoint).breaker === "open";
    return this.#stop(this.#left.every((candidate) => !isDown(candidate)) ? "limited" : "unavailable");
  }

  /** After a failure, those that are down or at a limit are tried as well, as probes if possible. */
  #another(): AttemptStep<C> {
    const ready = this.#takeReady();
    if (ready) return ready;
    const [next] = this.#left;
    if (!next) return this.#stop("exhausted");
    return this.#try(next, { keyIndex: 0, isProbe: this.#context.state.beginProbe(next.endpoint) });
  }

  /** The first candidate that can be tried now. A half-open one needs the probe. */
  #takeReady(): AttemptStep<C> | undefined {
    const { state, now, hasFreeSlot } = this.#context;
    for (const candidate of this.#left) {
      const health = state.healthOf(candidate.endpoint);
      if (!isReady(candidate.endpoint, health, { now: now(), hasFreeSlot })) continue;
      const isProbe = health.breaker === "half-open";
      if (isProbe && !state.beginProbe(candidate.endpoint)) continue;
      return this.#try(candidate, { keyIndex: 0, isProbe });
    }
    return undefined;
  }

  #takeProbe(candidates: readonly C[]): C | undefined {
    const { state, now } = this.#context;
    return candidates.find(
      ({ endpoint }) => state.healthOf(endpoint).limitedUntil <= now() && state.beginProbe(endpoint),
    );
  }

  #try(candidate: C, { keyIndex, isProbe }: { readonly keyIndex: number; readonly isProbe: boolean }): AttemptStep<C> {
    // Another key of the same endpoint does not use up an attempt, since the next endpoint would be cut off otherwise.
    if (keyIndex === 0) this.#made++;
    this.#left = this.#left.filter((other) => other !== candidate);
    this.#current = new CurrentAttempt(candidate, { keyIndex, isProbe, context: this.#context });
    const { firstTokenTimeout, longestFirstToken } = this.#context;
    const isLast = this.#left.length === 0 || this.#made >= this.#most;
    return {
      type: "try",
      candidate,
      keyIndex,
      firstTokenTimeout: isLast ? longestFirstToken : firstTokenTimeout(candidate.endpoint, this.#request.promptTokens),
    };
  }

  /** Never tries the same endpoint again, except with the key of another payer after a failure of the key. */
  #exclude({ endpoint, isByok = false }: C, failure: ProviderFailureFacts): void {
    const stays = (other: C): boolean => concernsKeyOnly(failure) && (other.isByok ?? false) !== isByok;
    this.#left = this.#left.filter((other) => other.endpoint !== endpoint || stays(other));
  }

  #noteRetryAfter({ retryAfterMs }: ProviderFailureFacts): void {
    if (retryAfterMs !== undefined) this.#retryAfterMs = Math.min(retryAfterMs, this.#retryAfterMs ?? Infinity);
  }

  #stop(reason: AttemptStop["reason"]): AttemptStop {
    return { type: "stop", reason, retryAfterMs: reason === "caller" ? undefined : this.#retryAfterMs };
  }
}
