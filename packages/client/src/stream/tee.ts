import type { StreamSource, EventStream } from "./event-stream.ts";
import { Queue } from "./queue.ts";

/**
 * Splits a stream into two sources. Each ends independently, as with `ReadableStream.tee()`; the stream closes when
 * both have ended. Both receive an error of the stream.
 */
export function teeSource<Event>(stream: EventStream<Event>): [StreamSource<Event>, StreamSource<Event>] {
  const source = stream[Symbol.asyncIterator]();
  const branches = new Set<Branch<Event>>();
  const pull = (): void => {
    const result = source.next();
    // Each branch handles the rejection when it reads this result.
    result.catch(() => undefined);
    for (const branch of branches) branch.buffer.push(result);
  };
  const close = (branch: Branch<Event>): void => {
    if (branches.delete(branch) && branches.size === 0) void source.return?.();
  };
  const one = new Branch<Event>(pull, close);
  const two = new Branch<Event>(pull, close);
  branches.add(one).add(two);
  return [one, two];
}

class Branch<Event> implements StreamSource<Event> {
  onAbort: ((reason: unknown) => void) | undefined;
  readonly buffer = new Queue<Promise<IteratorResult<Event, undefined>>>();
  readonly #pull: () => void;
  readonly #close: (branch: Branch<Event>) => void;
  /** Ends the pending read. */
  #stop: ((reason: unknown) => void) | undefined;
  #leave: ((value: undefined) => void) | undefined;
  #aborted: { readonly reason: unknown } | undefined;

  constructor(pull: () => void, close: (branch: Branch<Event>) => void) {
    this.#pull = pull;
    this.#close = close;
  }

  next(): Promise<Event | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#aborted) return reject(this.#aborted.reason);
      this.#stop = reject;
      this.#leave = resolve;
      if (this.buffer.isEmpty) this.#pull();
      this.buffer.shift()!.then(({ value }) => resolve(value), reject);
    });
  }

  close(): void {
    this.buffer.clear();
    // The stream itself may wait for its next event.
    this.#leave?.(undefined);
    this.#close(this);
  }

  abort(reason: unknown): void {
    this.#aborted ??= { reason };
    this.#stop?.(reason);
    this.onAbort?.(reason);
  }
}
