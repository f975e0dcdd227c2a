import { AgentError } from "../errors/agent-error.ts";
import { captureContext } from "../async/async-context.ts";
import type { RunEvent } from "../report/events.ts";
import { KeptEvents } from "../report/event-buffer.ts";
import type { RunReport, RunResult } from "../report/run-report.ts";

/** The consumer of a run. */
export interface RunConsumer {
  /** Whether it iterates over the events. */
  readonly streams: boolean;
  /** Aborted when the consumer is gone. */
  readonly signal: AbortSignal;
  /** Receives the report of the run at its end. */
  readonly onReport: (report: RunReport) => void;
}

/**
 * A run of an agent. Await it for the result, or iterate over it for the events. It starts at the first `await` or
 * iteration, once, in the async context of the call of `run`. Leaving the loop ends the run and the request in
 * progress. After an `await`, a loop over the run yields the stored events, with the text of each step as one event. An
 * `await` within the loop runs it to its end, and the loop then yields the remaining events. Errors are thrown in both
 * modes; `getRunReport(error)` and `report` have what happened before.
 */
export class Run<Output> implements Promise<RunResult<Output>>, AsyncIterable<RunEvent> {
  readonly [Symbol.toStringTag] = "Run";
  readonly #start: (watcher: RunConsumer) => AsyncGenerator<RunEvent, RunResult<Output>>;
  readonly #controller = new AbortController();
  readonly #inContext = captureContext();
  #result: Promise<RunResult<Output>> | undefined;
  /** The events of a run that was awaited first. */
  #kept: KeptEvents | undefined;
  /** The events of a run that was awaited within its loop, from then on. */
  #rest: KeptEvents | undefined;
  /** Runs an iterated run to its end. */
  #readAhead: (() => void) | undefined;
  /** Whether the iterating consumer has seen the end. */
  #isOver = false;
  #report: RunReport | undefined;

  constructor(start: (watcher: RunConsumer) => AsyncGenerator<RunEvent, RunResult<Output>>) {
    this.#start = start;
  }

  /** The report of the run once it has ended, also if it failed, was aborted or abandoned. */
  get report(): RunReport | undefined {
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
    // An awaited run continues for its awaiter when a loop over it is left.
    if (this.#kept) return this.#kept.read();
    const events = this.#watch();
    const leave = events.return.bind(events);
    let isBegun = false;
    const next = events.next.bind(events);
    events.next = () => {
      isBegun = true;
      return next();
    };
    // Leaving the loop while the next event is pending does not wait for it.
    events.return = (value) => {
      if (isBegun && !this.#isOver && !this.#kept) this.#controller.abort(left());
      return leave(value);
    };
    return events;
  }

  async *#watch(): AsyncGenerator<RunEvent, void> {
    // It was awaited after the iterator was created.
    if (this.#kept) {
      yield* this.#kept.read();
      return;
    }
    if (this.#result)
      throw new AgentError("This run has already started: events of an iterated run are not stored. Call run() again.");
    const { promise, resolve, reject } = Promise.withResolvers<RunResult<Output>>();
    this.#result = promise;
    promise.catch(() => undefined);
    const events = this.#begin(true);
    this.#readAhead = () => {
      this.#readAhead = undefined;
      this.#rest = new KeptEvents({ isStreamed: true });
      this.#rest.keep(events).then(resolve, reject);
    };
    try {
      while (!this.#rest) {
        const { done, value } = await events.next();
        if (done) {
          this.#isOver = true;
          resolve(value);
          return;
        }
        yield value;
      }
      yield* this.#rest.read();
      this.#isOver = true;
    } catch (error) {
      this.#isOver = true;
      reject(error);
      throw error;
    } finally {
      this.#readAhead = undefined;
      if (!this.#isOver) {
        this.#isOver = true;
        this.#controller.abort(left());
        reject(this.#controller.signal.reason);
        await events.return(undefined as never).catch(() => undefined);
      }
    }
  }

  #begin(streams: boolean): AsyncGenerator<RunEvent, RunResult<Output>> {
    const onReport = (report: RunReport): void => void (this.#report = report);
    const events = this.#start({ streams, signal: this.#controller.signal, onReport });
    const next = events.next.bind(events);
    events.next = () => this.#inContext(next);
    return events;
  }

  #await(): Promise<RunResult<Output>> {
    this.#readAhead?.();
    return (this.#result ??= (this.#kept = new KeptEvents()).keep(this.#begin(false)));
  }
}

function left(): DOMException {
  return new DOMException("The run was abandoned before its end.", "AbortError");
}
