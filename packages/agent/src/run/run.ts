import { AgentError } from "../errors/agent-error.ts";
import { captureContext } from "../async/async-context.ts";
import type { RunEvent } from "../report/events.ts";
import { KeptEvents } from "../report/event-buffer.ts";
import type { RunReport, RunResult } from "../report/run-report.ts";

/** Who waits for a run. */
export interface RunConsumer {
  /** Whether somebody watches. */
  readonly streams: boolean;
  /** Ends the run when nobody waits any more. */
  readonly signal: AbortSignal;
  /** Is told what is known of the run when it has ended. */
  readonly tell: (report: RunReport) => void;
}

/**
 * A run of an agent: await it for its result, or loop over it for what happens. It begins when the one or the other does, once, in the
 * async context of the call of `run`; leaving the loop ends it and the request that is under way. A run that was awaited first can be
 * looped over, too: its events were kept, with the text of each step as one event. A run that is awaited within its loop goes on to its
 * end, and the loop then gives the rest of its events. Errors throw on both ways; `reportOf(error)` and `report` say what came before.
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
  /** Has a run that is looped over go on to its end. */
  #readAhead: (() => void) | undefined;
  /** Whether whoever watched has seen its end. */
  #isOver = false;
  #report: RunReport | undefined;

  constructor(start: (watcher: RunConsumer) => AsyncGenerator<RunEvent, RunResult<Output>>) {
    this.#start = start;
  }

  /** What is known of the run, once it has ended; also when it failed, was aborted or left. */
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
    // A run that is awaited goes on for those who await it, whoever leaves the loop.
    if (this.#kept) return this.#kept.read();
    const events = this.#watch();
    const leave = events.return.bind(events);
    let isBegun = false;
    const next = events.next.bind(events);
    events.next = () => {
      isBegun = true;
      return next();
    };
    // Whoever leaves while the next event is awaited does not wait for it.
    events.return = (value) => {
      if (isBegun && !this.#isOver && !this.#kept) this.#controller.abort(left());
      return leave(value);
    };
    return events;
  }

  async *#watch(): AsyncGenerator<RunEvent, void> {
    // It was awaited after the iterator was made.
    if (this.#kept) {
      yield* this.#kept.read();
      return;
    }
    if (this.#result)
      throw new AgentError(
        "This run has begun already: it was looped over, and the events of a loop are not kept. Call run() again.",
      );
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
    const tell = (report: RunReport): void => void (this.#report = report);
    const events = this.#start({ streams, signal: this.#controller.signal, tell });
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
  return new DOMException("The run was left before its end.", "AbortError");
}
