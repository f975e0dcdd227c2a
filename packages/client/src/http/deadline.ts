import { TimeoutError, type TimeoutPhase } from "../errors/errors.ts";

/** The longest wait that a timer can hold. */
export const longestTimer = 2 ** 31 - 1;

/** Body that the caller reads → its watch, which lives as long. */
const watches = new WeakMap<object, AttemptDeadline>();
const released = new FinalizationRegistry<() => void>((drop) => drop());

/**
 * Watches over one attempt: over the caller's signal and over the times it may take. Its signal's reason is what the
 * caller is to see.
 */
export class AttemptDeadline {
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #deadline: number;
  readonly #total: number;
  readonly #totalTimer: ReturnType<typeof setTimeout> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #limit: { readonly kind: TimeoutPhase; readonly ms: number; readonly due: number } | undefined;
  #leave: ((reason: unknown) => void) | undefined;

  /** `deadline` is when the whole call, which may take `total` milliseconds, has to be done. */
  constructor(caller: AbortSignal | undefined, total: number, deadline: number) {
    this.#caller = caller;
    this.#total = total;
    this.#deadline = deadline;
    caller?.throwIfAborted();
    caller?.addEventListener("abort", this.#follow);
    const left = deadline - performance.now();
    // It runs on between two limits: a caller may take long to read, or never read.
    if (left <= longestTimer) this.#totalTimer = setTimeout(this.#expire, Math.max(left, 0));
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Ends what is watched; `reason` is what the caller sees. */
  readonly abort = (reason: unknown): void => {
    this.#controller.abort(reason);
    this.#leave?.(reason);
    this.end();
  };

  readonly #follow = (): void => this.abort(this.#caller?.reason);

  readonly #expire = (): void => this.abort(new TimeoutError("total", this.#total));

  /** Allows so many milliseconds from now on. */
  limit(kind: TimeoutPhase, ms: number): void {
    clearTimeout(this.#timer);
    this.#limit = { kind, ms, due: performance.now() + ms };
    if (ms <= longestTimer) this.#timer = setTimeout(() => this.abort(new TimeoutError(kind, ms)), ms);
  }

  /** Takes the limit away; that of the whole call stays. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#limit = undefined;
  }

  /**
   * Throws when what is watched has ended, or the time of the whole call is over; before another wait also when the limit is
   * reached. The timers do not tell while a program never pauses.
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

  /** Lets go of the timers and of the caller's signal. */
  end(): void {
    this.pause();
    clearTimeout(this.#totalTimer);
    this.#caller?.removeEventListener("abort", this.#follow);
  }

  /**
   * Ends, but for a body that the caller reads: the caller's abort and the limit of the whole call still end it. No listener is
   * added to the caller's signal, which may live as long as the program; what follows it is dropped together with the body.
   */
  release(body: object | null): void {
    this.end();
    if (!body) return;
    watches.set(body, this);
    const drops = [this.#followLoosely(), this.#expireLoosely()];
    released.register(body, () => drops.forEach((drop) => drop?.()));
  }

  #followLoosely(): (() => void) | undefined {
    if (!this.#caller) return undefined;
    const watch = new WeakRef(this);
    const signal = AbortSignal.any([this.#caller]);
    const follow = (): void => watch.deref()?.abort(signal.reason);
    signal.addEventListener("abort", follow, { once: true });
    return () => signal.removeEventListener("abort", follow);
  }

  #expireLoosely(): (() => void) | undefined {
    const left = this.#deadline - performance.now();
    if (left > longestTimer) return undefined;
    const watch = new WeakRef(this);
    const expire = (): void => {
      const own = watch.deref();
      if (own) own.#expire();
    };
    const timer: unknown = setTimeout(expire, Math.max(left, 0));
    // On Node a timer would keep the process waiting after the body was read.
    (timer as { unref?: () => void }).unref?.();
    return () => clearTimeout(timer as number);
  }

  /** Runs work that ends at once with the signal's reason, whether or not it heeds the signal itself. */
  run<Result>(work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.signal.aborted) return reject(this.signal.reason as Error);
      this.#leave = reject;
      work().then(resolve, reject);
    });
  }
}
