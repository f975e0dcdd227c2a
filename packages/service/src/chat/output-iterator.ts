import type { DrainLimits } from "../upstreams/upstream.ts";
import { charactersOf, type CountedPart } from "./counted-part.ts";
import type { LiveOutput } from "./live-output.ts";

type Batch = readonly CountedPart[] | undefined;

/** Reads an output for its client, and to its end if the client leaves. */
export class OutputIterator {
  readonly #live: LiveOutput;
  readonly #left: ReturnType<typeof whenAborted> | undefined;
  /** The parts that the client waits for. */
  #reading: Promise<Batch> | undefined;
  #isDraining = false;

  /** `next` rejects with the reason of `signal` when it aborts. Default: never. */
  constructor(live: LiveOutput, signal?: AbortSignal) {
    this.#live = live;
    this.#left = signal && whenAborted(signal);
  }

  /** The next parts for the client, at once if they have arrived; `undefined` at the end. */
  next(): Batch | Promise<Batch> {
    const reading = this.#live.next();
    if (!(reading instanceof Promise)) return reading;
    this.#reading = reading;
    const read = reading.then((batch) => {
      // A drain counts them.
      if (this.#isDraining) return undefined;
      this.#reading = undefined;
      return batch;
    });
    return this.#left ? Promise.race([read, this.#left.promise]) : read;
  }

  /** Ends the watch of the signal. */
  stop(): void {
    this.#left?.stop();
  }

  /** Reads the rest. Resolves at its end, or earlier at one of the limits; to whether it is the end. */
  async drain({ ms, characters, signal }: DrainLimits): Promise<boolean> {
    this.#isDraining = true;
    let left = characters;
    const stopped = whenAborted(AbortSignal.any([signal, AbortSignal.timeout(ms)]));
    try {
      let next = this.#reading ?? this.#live.next();
      while (left >= 0) {
        const batch = await Promise.race([next, stopped.promise]);
        if (!batch) return true;
        for (const { part } of batch) left -= charactersOf(part);
        next = this.#live.next();
      }
      return false;
    } catch {
      // A limit, or a failure of the provider: what it sent until then counts.
      return false;
    } finally {
      stopped.stop();
    }
  }
}

/** A promise that rejects when a signal aborts, and a function that ends the watch. */
function whenAborted(signal: AbortSignal): { readonly promise: Promise<never>; readonly stop: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason as Error);
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort, { once: true });
  promise.catch(() => undefined);
  return { promise, stop: () => signal.removeEventListener("abort", abort) };
}
