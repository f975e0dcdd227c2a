import { TimeoutError, type TimeLimit } from "./errors.ts";

/** The longest wait that a timer can hold. */
const longest = 2 ** 31 - 1;

/**
 * Watches over one attempt: over the caller's signal and over the times it may take. Its signal's reason is what the
 * caller is to see.
 */
export class Watch {
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #deadline: number;
  readonly #total: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #leave: ((reason: unknown) => void) | undefined;

  /** `deadline` is when the whole call, which may take `total` milliseconds, has to be done. */
  constructor(caller: AbortSignal | undefined, total: number, deadline: number) {
    this.#caller = caller;
    this.#total = total;
    this.#deadline = deadline;
    caller?.throwIfAborted();
    caller?.addEventListener("abort", this.#follow);
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

  /** Allows so many milliseconds from now on, or until the deadline. */
  limit(kind: TimeLimit, ms: number): void {
    clearTimeout(this.#timer);
    const left = this.#deadline === Number.POSITIVE_INFINITY ? this.#deadline : this.#deadline - performance.now();
    const [what, wait, told] = left < ms ? (["total", left, this.#total] as const) : ([kind, ms, ms] as const);
    if (wait <= longest) this.#timer = setTimeout(() => this.abort(new TimeoutError(what, told)), Math.max(wait, 0));
  }

  /** Takes the limit away. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  /** Lets go of the timer and of the caller's signal. */
  end(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener("abort", this.#follow);
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
