import type { ProviderFailureFacts } from "@patchbay/providers";

/**
 * Decides which endpoints a request is tried at, in which order, how long each may take to its first content, and what comes
 * after a failure. One policy serves all requests of a process. It reads and feeds the statistics in `SharedState`.
 *
 * ```ts
 * const attempts = policy.plan(candidates, { basis: "weighted", pin, promptTokens });
 * for (let step = attempts.next(); ; ) {
 *   if (step.type === "wait") { await sleep(step.ms, signal); step = attempts.next(); continue; }
 *   if (step.type === "stop") throw toHttpError(step, earlierFailures);
 *   try {
 *     const response = await call(step.candidate, { keyIndex: step.keyIndex, firstTokenTimeout: step.firstTokenTimeout });
 *     attempts.firstToken(); // the first content arrived: the response is committed to this endpoint
 *     return relay(response, (result) => attempts.end(result));
 *   } catch (error) {
 *     if (!(error instanceof ProviderFailure)) { attempts.end({ kind: "canceled" }); throw error; }
 *     step = attempts.next(error.facts);
 *   }
 * }
 * ```
 */
export interface AttemptPolicy {
  /** Orders the candidates by the current statistics and begins a request. */
  readonly plan: <C extends AttemptCandidate>(candidates: readonly C[], request: AttemptRequest) => AttemptPlan<C>;
  /** The order in which `plan` would try the candidates now, without beginning a request. */
  readonly order: <C extends AttemptCandidate>(candidates: readonly C[], request: AttemptRequest) => readonly C[];
  /** Milliseconds to the first content: about three times the 99th percentile of the endpoint, and more for a long prompt. */
  readonly firstTokenTimeout: (endpoint: string, promptTokens?: number) => number;
}

/** An endpoint that may serve the request. Any other fields are passed through. */
export interface AttemptCandidate {
  /** Unique id of the endpoint, as in `SharedState`. */
  readonly endpoint: string;
  /** For comparison with the other candidates, in any unit; 0 for a free endpoint. */
  readonly price: number;
  /** Factor of the probability of being drawn first. Default: 1; 0 is a fallback only. */
  readonly weight?: number | undefined;
  /**
   * Candidates of a lower group are tried before those of a higher one while healthy. One group for each run of
   * candidates with the same model and the same payer (BYOK or not). Default: 0.
   */
  readonly group?: number | undefined;
  /** Keys that can be used at the provider. Default: 1. */
  readonly keys?: number | undefined;
  /** Whether the customer's own key is used. Its failures say nothing about the endpoint's other users. Default: false. */
  readonly isByok?: boolean | undefined;
}

/** How a request wants its candidates ordered. */
export interface AttemptRequest {
  /**
   * `weighted`: drawn by price. `sorted`: the given order, as with `provider.sort`. `listed`: the given order without a pin, as
   * with `provider.order`. `exacto`: by measured success of tool calls, else the given order.
   */
  readonly basis: "weighted" | "sorted" | "listed" | "exacto";
  /** The endpoint to which the conversation is pinned. It leads its group while it is healthy, unless the basis is `listed`. */
  readonly pin?: string | undefined;
  /** Tokens of the prompt: a long one takes longer to the first content. Default: 0. */
  readonly promptTokens?: number | undefined;
  /** Most attempts of this request. Default: that of the configuration. 1 turns fallbacks off. */
  readonly attempts?: number | undefined;
}

/** The attempts of one request. */
export interface AttemptPlan<C extends AttemptCandidate> {
  /** The candidates in the order in which they are tried. */
  readonly candidates: readonly C[];
  /**
   * The next step. After a failed attempt, pass its failure: it is counted, and ends the attempt. Call it without a failure at
   * first and after a `wait`.
   */
  readonly next: (failure?: ProviderFailureFacts) => AttemptStep<C>;
  /** The first content of the current attempt arrived. Counts its time. */
  readonly firstToken: () => void;
  /** Ends the current attempt other than by `next(failure)`. Later calls are ignored, so it can be called in a `finally`. */
  readonly end: (result: AttemptEnd) => void;
}

export type AttemptStep<C extends AttemptCandidate> =
  | {
      readonly type: "try";
      readonly candidate: C;
      /** Which of the provider's keys: 0 for its first choice, and 1 after a failure of that key. */
      readonly keyIndex: number;
      /** Milliseconds that the attempt may take to its first content. */
      readonly firstTokenTimeout: number;
    }
  /** Every endpoint is down or at a limit, and one returns soon: wait, then call `next()` again. */
  | { readonly type: "wait"; readonly ms: number }
  | AttemptStop;

/** No further attempt. Without an attempt before it, the request is refused early. */
export interface AttemptStop {
  readonly type: "stop";
  /**
   * `caller`: the request is at fault. `attempts`: the most attempts were made. `exhausted`: each candidate was tried.
   * `retry-budget`: too many retries of the whole gateway. `unavailable`: every endpoint is down. `limited`: every endpoint is
   * at a rate limit.
   */
  readonly reason: "caller" | "attempts" | "exhausted" | "retry-budget" | "unavailable" | "limited";
  /** When an endpoint is expected to accept requests again; undefined if unknown. For `Retry-After`. */
  readonly retryAfterMs: number | undefined;
}

/** How an attempt ended that did not fail before its first content. */
export type AttemptEnd =
  | {
      readonly kind: "ok";
      /** Output tokens per second after the first content. */
      readonly throughput?: number | undefined;
      /** Whether the tool calls matched their schemas; undefined without tool calls. */
      readonly validToolCalls?: boolean | undefined;
    }
  /** The response broke off after its first content. */
  | { readonly kind: "failed"; readonly failure: ProviderFailureFacts }
  /** The caller left, or an error that is not the provider's. Not counted. */
  | { readonly kind: "canceled" };
