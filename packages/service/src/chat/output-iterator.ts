import type { DrainLimits } from "../upstreams/upstream.ts";
import { charactersOf, type CountedPart } from "./counted-part.ts";
import type { LiveOutput } from "./live-output.ts";

/** Reads an output for its client, and to its end if the client leaves. */
export class OutputIterator {
  readonly #parts: AsyncGenerator<readonly CountedPart[], void>;
  #isDraining = false;

  constructor(live: LiveOutput) {
    this.#parts = live.readBatches();
  }

  /** The parts for the client. Rejects with the reason of `signal` when it aborts. Leaving the iteration ends the output. */
  async *read(signal?: AbortSignal): AsyncGenerator<readonly CountedPart[], void> {
    const left = signal && whenAborted(signal);
    try {
      for (;;) {
        const reading = this.#parts.next();
        const next = await (left ? Promise.race([reading, left.promise]) : reading);
        if (next.done || this.#isDraining) return;
        yield next.value;
      }
    } finally {
      left?.stop();
      if (!this.#isDraining && !signal?.aborted) await this.#parts.return();
    }
  }

  /** Reads the rest. Resolves at its end, or earlier at one of the limits; to whether it is the end. */
  async drain({ ms, characters, signal }: DrainLimits): Promise<boolean> {
    this.#isDraining = true;
    let left = characters;
    const stopped = whenAborted(AbortSignal.any([signal, AbortSignal.timeout(ms)]));
    try {
      while (left >= 0) {
        const next = await Promise.race([this.#parts.next(), stopped.promise]);
        if (next.done) return true;
        for (const { part } of next.value) left -= charactersOf(part);
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
