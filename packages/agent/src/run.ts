import type { RunEvent } from "./event.ts";
import type { RunResult } from "./report.ts";

/** Starts the work; `streams` says whether somebody watches. */
export type StartRun<Output> = (streams: boolean, signal: AbortSignal) => AsyncGenerator<RunEvent, RunResult<Output>>;

/**
 * A run of an agent: await it for its result, or loop over it for what happens. It begins when the one or the other does, once;
 * leaving the loop ends it and the request that is under way. Errors throw on both, and carry the report of the run as `run`.
 */
export class Run<Output> implements PromiseLike<RunResult<Output>>, AsyncIterable<RunEvent> {
  readonly #start: StartRun<Output>;
  readonly #controller = new AbortController();
  #result: Promise<RunResult<Output>> | undefined;
  #iterated = false;

  constructor(start: StartRun<Output>) {
    this.#start = start;
  }

  // oxlint-disable-next-line unicorn/no-thenable -- a run is awaited for its result
  then<A = RunResult<Output>, B = never>(
    fulfilled?: ((result: RunResult<Output>) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#await().then(fulfilled, rejected);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<RunEvent, void> {
    if (this.#iterated || this.#result) throw new TypeError("This run has begun already; call run() again.");
    this.#iterated = true;
    const { promise, resolve, reject } = Promise.withResolvers<RunResult<Output>>();
    this.#result = promise;
    promise.catch(() => undefined);
    const events = this.#start(true, this.#controller.signal);
    let isWhole = false;
    try {
      for (;;) {
        const { done, value } = await events.next();
        if (done) {
          isWhole = true;
          return resolve(value);
        }
        yield value;
      }
    } catch (error) {
      isWhole = true;
      reject(error);
      throw error;
    } finally {
      if (!isWhole) {
        const left = new DOMException("The run was left before its end.", "AbortError");
        this.#controller.abort(left);
        reject(left);
        await events.return(undefined as never).catch(() => undefined);
      }
    }
  }

  #await(): Promise<RunResult<Output>> {
    return (this.#result ??= (async () => {
      const events = this.#start(false, this.#controller.signal);
      for (;;) {
        const { done, value } = await events.next();
        if (done) return value;
      }
    })());
  }
}
