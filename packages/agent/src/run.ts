import type { RunEvent } from "./event.ts";
import type { Report, RunResult } from "./report.ts";

/** Who waits for a run. */
export interface Watcher {
  /** Whether somebody watches. */
  readonly streams: boolean;
  /** Ends the run when nobody waits any more. */
  readonly signal: AbortSignal;
  /** Is told what is known of the run when it has ended. */
  readonly tell: (report: Report) => void;
}

/**
 * A run of an agent: await it for its result, or loop over it for what happens. It begins when the one or the other does, once;
 * leaving the loop ends it and the request that is under way. Errors throw on both; `reportOf(error)` and `report` say what came before.
 */
export class Run<Output> implements PromiseLike<RunResult<Output>>, AsyncIterable<RunEvent> {
  readonly #start: (watcher: Watcher) => AsyncGenerator<RunEvent, RunResult<Output>>;
  readonly #controller = new AbortController();
  #result: Promise<RunResult<Output>> | undefined;
  #iterated = false;
  /** Whether whoever watched has seen its end. */
  #isOver = false;
  #report: Report | undefined;

  constructor(start: (watcher: Watcher) => AsyncGenerator<RunEvent, RunResult<Output>>) {
    this.#start = start;
  }

  /** What is known of the run, once it has ended; also when it failed, was aborted or left. */
  get report(): Report | undefined {
    return this.#report;
  }

  // oxlint-disable-next-line unicorn/no-thenable -- a run is awaited for its result
  then<A = RunResult<Output>, B = never>(
    fulfilled?: ((result: RunResult<Output>) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#await().then(fulfilled, rejected);
  }

  catch<B = never>(rejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<RunResult<Output> | B> {
    return this.#await().catch(rejected);
  }

  finally(settled?: (() => void) | null): Promise<RunResult<Output>> {
    return this.#await().finally(settled);
  }

  [Symbol.asyncIterator](): AsyncGenerator<RunEvent, void> {
    const events = this.#watch();
    const leave = events.return.bind(events);
    // Whoever leaves while the next event is awaited does not wait for it.
    events.return = (value) => {
      if (!this.#isOver) this.#controller.abort(left());
      return leave(value);
    };
    return events;
  }

  async *#watch(): AsyncGenerator<RunEvent, void> {
    if (this.#iterated || this.#result) throw new TypeError("This run has begun already; call run() again.");
    this.#iterated = true;
    const { promise, resolve, reject } = Promise.withResolvers<RunResult<Output>>();
    this.#result = promise;
    promise.catch(() => undefined);
    const events = this.#begin(true);
    try {
      for (;;) {
        const { done, value } = await events.next();
        if (done) {
          this.#isOver = true;
          return resolve(value);
        }
        yield value;
      }
    } catch (error) {
      this.#isOver = true;
      reject(error);
      throw error;
    } finally {
      if (!this.#isOver) {
        this.#isOver = true;
        this.#controller.abort(left());
        reject(this.#controller.signal.reason);
        await events.return(undefined as never).catch(() => undefined);
      }
    }
  }

  #begin(streams: boolean): AsyncGenerator<RunEvent, RunResult<Output>> {
    const tell = (report: Report): void => void (this.#report = report);
    return this.#start({ streams, signal: this.#controller.signal, tell });
  }

  #await(): Promise<RunResult<Output>> {
    return (this.#result ??= (async () => {
      const events = this.#begin(false);
      for (;;) {
        const { done, value } = await events.next();
        if (done) return value;
      }
    })());
  }
}

function left(): DOMException {
  return new DOMException("The run was left before its end.", "AbortError");
}
