import type { ProviderFailureFacts } from "@patchbay/providers";
import type { EndpointAttempt } from "@patchbay/engine/routing/endpoint-attempt";
import type { Candidate, Plan } from "@patchbay/engine/routing/routing";
import { HttpError } from "@patchbay/service/http/http-error";
import type {
  DispatchRequest,
  Dispatcher,
  DispatchResult,
  EndpointSelection,
} from "@patchbay/service/ports/dispatcher";
import { toHttpError } from "@patchbay/service/routing/attempts-error";
import { healthOf } from "@patchbay/service/routing/endpoint-health";
import { ProviderFailure } from "@patchbay/service/routing/provider-failure";
import type { ServiceState } from "@patchbay/service/state/service-state";
import { refusalOf } from "../access/allowed.ts";
import type {
  AttemptCandidate,
  AttemptPlan,
  AttemptPolicy,
  AttemptRequest,
  AttemptStop,
} from "../attempts/attempt-policy.ts";
import type { GatewayKey } from "../access/gateway-key.ts";
import type { AttemptTrace, Traces } from "../operation/traces/traces.ts";
import type { RequestLimits } from "../billing/request-limits.ts";
import type { GatewayCatalog } from "../upstream/gateway-catalog.ts";
import { factsOf } from "../upstream/upstream-failure.ts";
import { toAttemptEnd } from "./attempt-end.ts";
import { explainStop } from "./explain-stop.ts";
import { withKeyAdvice } from "./key-advice.ts";
import type { ProviderCapacity } from "./provider-capacity.ts";

/** What the dispatcher of the gateway needs. */
export interface DispatchOptions {
  readonly state: () => Pick<ServiceState, "health" | "now">;
  readonly policy: () => AttemptPolicy;
  readonly catalog: () => GatewayCatalog;
  readonly limits: RequestLimits;
  readonly capacity: ProviderCapacity;
  /** Whether an administrator took an endpoint out of routing. */
  readonly isDisabled: (endpoint: string) => boolean;
  /** Undefined if nothing is traced. */
  readonly traces?: Pick<Traces, "beginAttempt"> | undefined;
}

/** An endpoint as the attempt policy sees it. */
interface RoutedCandidate extends AttemptCandidate {
  readonly candidate: Candidate;
}

/** What an attempt holds until its response has ended. */
interface BegunAttempt {
  /** In the time of `performance.now()`. */
  readonly started: number;
  readonly trace: AttemptTrace | undefined;
  /** Frees its place at the provider. */
  readonly leave: (() => void) | undefined;
}

/** Tries endpoints as the attempt policy decides. */
export function createDispatcher(options: DispatchOptions): Dispatcher {
  return {
    async dispatch(plan, request, answer) {
      const candidates = allowedOf(plan, request, options);
      await options.limits.takeTokens(request.key as GatewayKey, request.promptTokens);
      const attempts = options.policy().plan(candidates, toAttemptRequest(plan, request, candidates));
      return new Dispatch(attempts, request, options).run(answer);
    },
  };
}

/** One request at one endpoint after another. */
class Dispatch {
  readonly #plan: AttemptPlan<RoutedCandidate>;
  readonly #request: DispatchRequest;
  readonly #options: DispatchOptions;
  readonly #attempts: EndpointAttempt[] = [];
  /** Of the last failure. */
  #facts: ProviderFailureFacts | undefined;
  /** The last error of the caller, which is reported if no endpoint accepts the request. */
  #refusal: HttpError | undefined;

  constructor(plan: AttemptPlan<RoutedCandidate>, request: DispatchRequest, options: DispatchOptions) {
    this.#plan = plan;
    this.#request = request;
    this.#options = options;
  }

  async run<T>(answer: (selection: EndpointSelection) => T | Promise<T>): Promise<DispatchResult<T>> {
    let step = this.#plan.next();
    for (;;) {
      if (step.type === "stop") throw this.#toError(step);
      if (step.type === "wait") {
        await pause(step.ms, this.#request.signal);
        step = this.#plan.next();
        continue;
      }
      const { candidate } = step.candidate;
      const started = performance.now();
      const trace = this.#beginTrace(candidate);
      let leave: (() => void) | undefined;
      try {
        leave = await this.#enter(candidate);
        const timing = { latency: 0, throughput: candidate.endpoint.throughput };
        const { firstTokenTimeout } = step;
        const value = await answer({ candidate, providerState: "up", timing, firstTokenTimeout });
        return this.#succeed(value, candidate, { started, trace, leave });
      } catch (error) {
        leave?.();
        if (!(error instanceof ProviderFailure)) {
          trace?.end(undefined);
          this.#plan.end({ kind: "canceled" });
          throw error instanceof HttpError ? error.with({ attempts: this.#attempts }) : error;
        }
        this.#note(candidate, error, started);
        trace?.end(this.#attempts.at(-1));
        this.#facts = factsOf(error);
        step = this.#plan.next(this.#facts);
      }
    }
  }

  #enter({ endpoint, byok }: Candidate): Promise<(() => void) | undefined> | undefined {
    const { capacity, catalog } = this.#options;
    return byok ? undefined : capacity.enter(catalog().configOf(endpoint), this.#request.promptTokens);
  }

  #beginTrace(candidate: Candidate): AttemptTrace | undefined {
    const { traces, catalog } = this.#options;
    if (!traces) return undefined;
    const { slug, endpoint, provider } = catalog().configOf(candidate.endpoint);
    const { length: index } = this.#attempts;
    return traces.beginAttempt({ provider: slug, model: endpoint.model, baseURL: provider.baseURL, index });
  }

  #succeed<T>(value: T, candidate: Candidate, { started: startedAt, trace, leave }: BegunAttempt): DispatchResult<T> {
    this.#plan.firstToken();
    const latency = Math.round(performance.now() - startedAt);
    const attempt = { candidate, status: 200, latency, startedAt };
    this.#attempts.push(attempt);
    const state = this.#options.state();
    const health = healthOf(state, candidate.endpoint);
    health.note(state.now(), "ok");
    const plan = this.#plan;
    // A client that leaves before its response begins ends the attempt, too.
    const forget = this.#request.scope.hold(() => {
      trace?.end(attempt);
      leave?.();
      plan.end({ kind: "canceled" });
    });
    return {
      value,
      candidate,
      timing: { latency, throughput: candidate.endpoint.throughput },
      attempts: this.#attempts,
      ended(end) {
        forget();
        leave?.();
        trace?.end(attempt);
        const { timing, good, cancelled } = end;
        if (timing && !cancelled) health.noteSpeed(state.now(), timing.latency, timing.throughput);
        if (!good) health.note(state.now(), "error");
        plan.end(toAttemptEnd(end));
      },
    };
  }

  #note(candidate: Candidate, { failure }: ProviderFailure, startedAt: number): void {
    const latency = Math.round(performance.now() - startedAt);
    this.#attempts.push({ candidate, status: failure.status, latency, failure, startedAt });
    const state = this.#options.state();
    const health = healthOf(state, candidate.endpoint);
    health.note(state.now(), failure.status === 429 ? "rate_limited" : "error", failure.retryAfterMs);
  }

  #toError({ reason, retryAfterMs }: AttemptStop): HttpError {
    const headers: Record<string, string> =
      retryAfterMs === undefined ? {} : { "retry-after": String(Math.max(Math.ceil(retryAfterMs / 1000), 1)) };
    if (this.#attempts.length === 0)
      return new HttpError(reason === "limited" ? 429 : 503, explainStop(reason), {
        headers: { "retry-after": "1", ...headers },
        attempts: [],
      });
    const error =
      this.#refusal ?? withKeyAdvice(toHttpError(this.#attempts), this.#attempts.at(-1)!.candidate, this.#facts);
    return error.with({ headers: { ...headers, ...error.details.headers } });
  }
}

/** The candidates that the key may use and that are in routing. Throws 403 or 503 with the reasons if none is left. */
function allowedOf(plan: Plan, { key }: DispatchRequest, options: DispatchOptions): RoutedCandidate[] {
  const catalog = options.catalog();
  const reasons: string[] = [];
  let isDisabled = false;
  let group = -1;
  let before: Candidate | undefined;
  const allowed: RoutedCandidate[] = [];
  for (const candidate of [...plan.candidates, ...plan.others]) {
    const configured = catalog.configOf(candidate.endpoint);
    const refusal = refusalOf(key as GatewayKey, configured);
    const off = options.isDisabled(configured.id);
    if (off || refusal !== undefined) {
      isDisabled ||= off;
      reasons.push(refusal ?? `${configured.id} was taken out of routing`);
      continue;
    }
    if (before?.model !== candidate.model || before.byok !== candidate.byok) group++;
    before = candidate;
    const { weight } = configured.endpoint;
    const keys = Math.max(configured.provider.apiKeys.length, 1);
    const { price } = candidate.endpoint;
    allowed.push({ candidate, endpoint: configured.id, price, weight, group, keys, isByok: candidate.byok });
  }
  if (allowed.length > 0) return allowed;
  throw new HttpError(
    isDisabled ? 503 : 403,
    `No endpoint can serve the request: ${[...new Set(reasons)].join("; ")}.`,
    {
      ...(isDisabled && { headers: { "retry-after": "60" } }),
    },
  );
}

function toAttemptRequest(
  { sort, hasCutoffs, pinned, others }: Plan,
  { promptTokens }: DispatchRequest,
  candidates: readonly RoutedCandidate[],
): AttemptRequest {
  const bases = { order: "listed", weighted: "weighted", exacto: "exacto" } as const;
  const basis = sort === "order" || sort === "weighted" || sort === "exacto" ? bases[sort] : "sorted";
  return {
    // A draw would lose the order of endpoints that meet the cutoffs.
    basis: hasCutoffs && basis === "weighted" ? "sorted" : basis,
    pin: pinned && candidates.find(({ candidate }) => candidate.endpoint === pinned)?.endpoint,
    promptTokens,
    ...(others.length > 0 && { attempts: 1 }),
  };
}

/** Waits, or rejects with the reason of the signal. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", abort, { once: true });
  });
}
