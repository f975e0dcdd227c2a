import type { Random } from "@patchbay/engine/data/random";
import type { ProviderState, Timing } from "@patchbay/engine/health/provider-state";
import type { EndpointAttempt } from "@patchbay/engine/routing/endpoint-attempt";
import type { Candidate, Plan } from "@patchbay/engine/routing/routing";
import type { RequestKey } from "./request-key.ts";
import type { RequestScope } from "./request-scope.ts";

/** Tries the endpoints of a route until one succeeds. */
export interface Dispatcher {
  /**
   * Calls `answer` for one endpoint after another. A `ProviderFailure` leads to the next endpoint. If none succeeds, throws an
   * `HttpError` with all attempts.
   */
  readonly dispatch: <T>(
    plan: Plan,
    request: DispatchRequest,
    answer: (selection: EndpointSelection) => T | Promise<T>,
  ) => Promise<DispatchResult<T>>;
}

export interface DispatchRequest {
  readonly key: RequestKey;
  readonly random: Random;
  readonly scope: RequestScope;
  /** Aborts when the client disconnects. */
  readonly signal: AbortSignal | undefined;
  /** Tokens of the prompt: a long one takes longer to the first content. */
  readonly promptTokens: number;
}

/** The endpoint of an attempt, with its simulated state and timing. */
export interface EndpointSelection {
  readonly candidate: Candidate;
  readonly providerState: ProviderState;
  readonly timing: Timing;
  /** Milliseconds to the first content. Default: that of the upstream. */
  readonly firstTokenTimeout?: number | undefined;
}

/** How a response ended. */
export interface ResponseEnd {
  /** Whether the response was complete; false after a failure of the provider in mid-stream. */
  readonly good: boolean;
  /** Whether the client disconnected. */
  readonly cancelled?: boolean;
  readonly timing?: Timing | undefined;
  /** Whether the tool calls matched their schemas; undefined without tool calls. */
  readonly validToolCalls?: boolean | undefined;
}

/** A successful attempt. `ended` must be called once, when the response is complete. */
export interface DispatchResult<T> {
  readonly value: T;
  readonly candidate: Candidate;
  readonly timing: Timing;
  readonly attempts: readonly EndpointAttempt[];
  readonly ended: (end: ResponseEnd) => void;
}
