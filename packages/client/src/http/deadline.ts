import { TimeoutError, type TimeoutPhase } from "../errors/timeout-error.ts";

/** The longest delay of a timer in milliseconds. Longer ones fire at once. */
export const longestTimer = 2 ** 31 - 1;

/** Body that the caller reads → its deadline, which lives as long as the body. */
const deadlines = new WeakMap<object, AttemptDeadline>();
const released = new FinalizationRegistry<() => void>((drop) => drop());

/**
 * The deadline of one attempt: combines the caller's signal with the timeouts. The reason of its signal is the error
 * that the caller receives.
 */
export class AttemptDeadline {
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #deadline: number;
  readonly #total: number;
  readonly #totalTimer: ReturnType<typeof setTimeout> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #limit: { readonly kind: TimeoutPhase; readonly ms: number; readonly due: number } | undefined;
  #reject: ((reason: unknown) => void) | undefined;

  /**
   * `deadline` is the time (of `performance.now`) at which the whole call ends; `total` is its duration in
   * milliseconds, for the error message.
   */
  constructor(caller: AbortSignal | undefined, total: number, deadline: number) {
    this.#caller = caller;
    this.#total = total;
    this.#deadline = deadline;
    caller?.throwIfAborted();
    caller?.addEventListener("abort", this.#follow);
    const left = deadline - performance.now();
    // It stays active between two timeouts: a caller may read slowly or never.
    if (left <= longestTimer) this.#totalTimer = setTimeout(this.#expire, Math.max(left, 0));
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Aborts the attempt. `reason` is the error that the caller receives. */
  readonly abort = (reason: unknown): void => {
    this.#controller.abort(reason);
    this.#reject?.(reason);
    this.end();
  };

  readonly #follow = (): void => this.abort(this.#caller?.reason);

  readonly #expire = (): void => this.abort(new TimeoutError("total", this.#total));

  /** Starts a timeout of `ms` milliseconds, in place of the current one. */
  limit(kind: TimeoutPhase, ms: number): void {
    clearTimeout(this.#timer);
    this.#limit = { kind, ms, due: performance.now() + ms };
    if (ms <= longestTimer) this.#timer = setTimeout(() => this.abort(new TimeoutError(kind, ms)), ms);
  }

  /** Stops the current timeout. The deadline of the whole call stays. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#limit = undefined;
  }

  /**
   * Throws when the attempt was aborted or the deadline of the whole call has passed; before another wait also when the
   * current timeout has. Timers do not fire while a program never pauses.
   */
  check(isWaiting = false): void {
    const limit = isWaiting ? this.#limit : undefined;
    if (!this.signal.aborted && (limit !== undefined || this.#deadline !== Number.POSITIVE_INFINITY)) {
      const now = performance.now();
      if (now >= this.#deadline) this.#expire();
      else if (limit && now >= limit.due) this.abort(new TimeoutError(limit.kind, limit.ms));
    }
    this.signal.throwIfAborted();
  }

  /** Stops the timers and removes the listener from the caller's signal. */
  end(): void {
    this.pause();
    clearTimeout(this.#totalTimer);
    this.#caller?.removeEventListener("abort", this.#follow);
  }

  /**
   * Ends, except for a body that the caller reads: the caller's signal and the deadline of the whole call still end it.
   * It adds no listener to the caller's signal, which may live as long as the program; what it adds is removed together
   * with the body.
   */
  release(body: object | null): void {
    this.end();
    if (!body) return;
    deadlines.set(body, this);
    const drops = [this.#followCallerWeakly(), this.#expireWeakly()];
    released.register(body, () => drops.forEach((drop) => drop?.()));
  }

  #followCallerWeakly(): (() => void) | undefined {
    if (!this.#caller) return undefined;
    const ref = new WeakRef(this);
    const signal = AbortSignal.any([this.#caller]);
    const follow = (): void => ref.deref()?.abort(signal.reason);
    signal.addEventListener("abort", follow, { once: true });
    return () => signal.removeEventListener("abort", follow);
  }

  #expireWeakly(): (() => void) | undefined {
    const left = this.#deadline - performance.now();
    if (left > longestTimer) return undefined;
    const ref = new WeakRef(this);
    const expire = (): void => {
      const deadline = ref.deref();
      if (deadline) deadline.#expire();
    };
    const timer: unknown = setTimeout(expire, Math.max(left, 0));
    // On Node.js, a timer would keep the process running after the body was read.
    (timer as { unref?: () => void }).unref?.();
    return () => clearTimeout(timer as number);
  }

  /** Runs work. An abort rejects at once with the signal's reason, even if the work ignores the signal. */
  run<Result>(work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.signal.aborted) return reject(this.signal.reason as Error);
      this.#reject = reject;
      work().then(resolve, reject);
    });
  }
}
