import type { StreamSource, EventStream } from "./event-stream.ts";
import { Queue } from "./queue.ts";

/**
 * Two feeds of one stream. Each ends for itself, as with `ReadableStream.tee()`; the stream ends when both have ended. A failure
 * of the stream comes to both.
 */
export function teeFeed<Event>(stream: EventStream<Event>): [StreamSource<Event>, StreamSource<Event>] {
  const source = stream[Symbol.asyncIterator]();
  const branches = new Set<Branch<Event>>();
  const pull = (): void => {
    const result = source.next();
    // The other one looks at the failure when it gets there.
    result.catch(() => undefined);
    for (const branch of branches) branch.kept.push(result);
  };
  const leave = (branch: Branch<Event>): void => {
    if (branches.delete(branch) && branches.size === 0) void source.return?.();
  };
  const one = new Branch<Event>(pull, leave);
  const two = new Branch<Event>(pull, leave);
  branches.add(one).add(two);
  return [one, two];
}

class Branch<Event> implements StreamSource<Event> {
  onAbort: ((reason: unknown) => void) | undefined;
  readonly kept = new Queue<Promise<IteratorResult<Event, undefined>>>();
  readonly #pull: () => void;
  readonly #leave: (branch: Branch<Event>) => void;
  #stop: ((reason: unknown) => void) | undefined;
  #aborted: { readonly reason: unknown } | undefined;

  constructor(pull: () => void, leave: (branch: Branch<Event>) => void) {
    this.#pull = pull;
    this.#leave = leave;
  }

  next(): Promise<Event | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#aborted) return reject(this.#aborted.reason);
      this.#stop = reject;
      if (this.kept.isEmpty) this.#pull();
      this.kept.shift()!.then(({ value }) => resolve(value), reject);
    });
  }

  close(): void {
    this.kept.clear();
    this.#leave(this);
  }

  abort(reason: unknown): void {
    this.#aborted ??= { reason };
    this.#stop?.(reason);
    this.onAbort?.(reason);
  }
}
