/**
 * Waits for promises, one after the other, until a signal aborts or a time has passed. One listener and one timer serve all
 * waits, since a stream has thousands of them.
 */
export class Waiter {
  readonly #signal: AbortSignal | undefined;
  #fail: ((reason: unknown) => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the current wait is late, in the time of `performance.now()`. */
  #due = 0;
  #late: () => Error = () => new Error("late");
  readonly #onAbort = (): void => this.#fail?.(this.#signal!.reason);

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
    signal?.addEventListener("abort", this.#onAbort, { once: true });
  }

  /** Rejects with the signal's reason, or with the error of `late` after `ms`. The promise itself runs on. */
  wait<T>(promise: Promise<T>, ms: number, late: () => Error): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle =
        <V>(end: (value: V) => void) =>
        (value: V): void => {
          if (this.#fail === reject) this.#fail = undefined;
          end(value);
        };
      // A rejection after the wait has ended is of no interest.
      promise.then(settle(resolve), settle(reject));
      if (this.#signal?.aborted) return reject(this.#signal.reason as Error);
      this.#late = late;
      this.#due = performance.now() + ms;
      this.#fail = reject;
      this.#arm(ms);
    });
  }

  /** Ends all waiting. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#fail = undefined;
    this.#signal?.removeEventListener("abort", this.#onAbort);
  }

  /** Sets the timer, unless one is set that fires earlier. It looks again when it fires early. */
  #arm(ms: number): void {
    if (ms > longestTimer) return;
    if (this.#timer !== undefined && this.#fires <= this.#due) return;
    clearTimeout(this.#timer);
    this.#fires = performance.now() + ms;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#fail) return;
      const left = this.#due - performance.now();
      if (left > 0) this.#arm(left);
      else this.#fail(this.#late());
    }, ms);
  }

  #fires = 0;
}

/** Longer timers fire at once. */
const longestTimer = 2_147_483_647;
