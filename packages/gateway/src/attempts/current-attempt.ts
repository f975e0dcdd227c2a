import type { ProviderFailureFacts } from "@patchbay/providers";
import type { EndpointOutcome } from "../ports/shared-state.ts";
import type { AttemptContext } from "./attempt-context.ts";
import type { AttemptCandidate, AttemptEnd } from "./attempt-policy.ts";
import type { EndpointLoad } from "./endpoint-load.ts";
import { toOutcomeKind } from "./outcome.ts";

/** An attempt in progress: measures it, and counts its result once. */
export class CurrentAttempt<C extends AttemptCandidate> {
  readonly candidate: C;
  readonly keyIndex: number;
  readonly #context: AttemptContext;
  readonly #load: EndpointLoad;
  readonly #isProbe: boolean;
  readonly #startedAt: number;
  /** Whether it began during a rate limit, see `EndpointLoad.hasFreeSlot`. */
  readonly #isInSlot: boolean;
  #isWaiting = true;
  #isOpen = true;

  constructor(
    candidate: C,
    options: { readonly keyIndex: number; readonly isProbe: boolean; readonly context: AttemptContext },
  ) {
    this.candidate = candidate;
    this.keyIndex = options.keyIndex;
    this.#isProbe = options.isProbe;
    this.#context = options.context;
    this.#load = options.context.loadOf(candidate.endpoint);
    this.#startedAt = options.context.now();
    this.#isInSlot = options.context.state.healthOf(candidate.endpoint).limitedUntil > this.#startedAt;
    this.#load.begin(this.#isInSlot);
  }

  /** The success of an attempt counts at its first content: a stream may take minutes to end. */
  firstToken(): void {
    if (!this.#isWaiting) return;
    const elapsed = this.#stopWaiting();
    this.#load.add(this.#context.now(), elapsed);
    if (this.#isInSlot) this.#load.acceptSlot();
    this.#record({ kind: "ok", firstTokenMs: elapsed, isProbe: this.#isProbe });
  }

  succeed({ throughput, validToolCalls }: AttemptEnd & { readonly kind: "ok" }): void {
    this.firstToken();
    this.#close();
    if (throughput !== undefined || validToolCalls !== undefined)
      this.#record({ kind: "uncounted", throughput, validToolCalls });
  }

  fail(failure: ProviderFailureFacts, hasNextKey: boolean): void {
    const isProbe = this.#isWaiting && this.#isProbe;
    const kind = toOutcomeKind(failure, { isByok: this.candidate.isByok ?? false, hasNextKey });
    if (this.#isWaiting) {
      const elapsed = this.#stopWaiting();
      if (kind === "error") this.#load.addFailure(this.#context.now(), elapsed);
    }
    this.#close();
    this.#record({ kind, retryAfterMs: failure.retryAfterMs, isProbe });
    if (kind !== "rate-limited" || !this.#isInSlot) return;
    const { limitedUntil } = this.#context.state.healthOf(this.candidate.endpoint);
    this.#load.refuseSlot(this.#startedAt, { now: this.#context.now(), limitedUntil });
  }

  /** Ends the attempt without a result. After the first content, there is nothing left to count. */
  cancel(): void {
    this.#close();
    if (!this.#isWaiting) return;
    this.#stopWaiting();
    this.#record({ kind: "uncounted", isProbe: this.#isProbe });
  }

  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#load.end();
  }

  /** The milliseconds since the beginning. A step of the clock does not make them negative, or longer than an attempt can take. */
  #stopWaiting(): number {
    this.#isWaiting = false;
    this.#load.pending--;
    const elapsed = this.#context.now() - this.#startedAt;
    return Math.min(Math.max(0, elapsed), this.#context.longestFirstToken);
  }

  #record(outcome: Omit<EndpointOutcome, "endpoint" | "now">): void {
    this.#context.state.record({ ...outcome, endpoint: this.candidate.endpoint, now: this.#context.now() });
  }
}
