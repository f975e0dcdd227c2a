import { TimeoutError } from "@patchbay/client";
import type { ModelCandidate } from "./fallback-rules.ts";

/** The abort reason of a canceled attempt: another model answered first, or the caller disconnected. */
const canceled = (): DOMException => new DOMException("The attempt was canceled.", "AbortError");

/** One attempt with one model. */
export class ModelAttempt<Event, Value> {
  readonly candidate: ModelCandidate;
  /** The number of this attempt with the model, from 1. */
  readonly tries: number;
  /** Resolves at the first event, the end or a failure. It never rejects. */
  readonly settled: Promise<this>;
  readonly #controller = new AbortController();
  readonly #events: AsyncGenerator<Event, Value>;
  #first: Promise<IteratorResult<Event, Value>>;

  constructor(candidate: ModelCandidate, { tries, begin, signal, firstToken }: ModelAttemptOptions<Event, Value>) {
    this.candidate = candidate;
    this.tries = tries;
    this.#events = begin(AbortSignal.any([signal, this.#controller.signal]));
    const expire = (): void => {
      const message = `The model produced no token within ${firstToken} ms. Raise \`firstTokenTimeout\`, or add another model.`;
      this.#controller.abort(new TimeoutError("first_token", firstToken!, { message }));
    };
    const timer = firstToken === undefined ? undefined : setTimeout(expire, firstToken);
    this.#first = this.#events.next();
    const settle = (): this => {
      clearTimeout(timer);
      return this;
    };
    this.settled = this.#first.then(settle, settle);
  }

  /** All events of the attempt, from the first one. */
  async *all(): AsyncGenerator<Event, Value> {
    const { done, value } = await this.#first;
    if (done) return value;
    yield value;
    return yield* this.#events;
  }

  /** Cancels the attempt. Returns its value if it had completed anyway. */
  async cancel(): Promise<{ readonly value: Value } | undefined> {
    this.#controller.abort(canceled());
    try {
      const { done, value } = await this.#first;
      if (done) return { value };
      await this.#events.return(undefined as never);
    } catch {
      // The error of a canceled attempt is irrelevant.
    }
    return undefined;
  }
}

interface ModelAttemptOptions<Event, Value> {
  readonly tries: number;
  /** Yields events and returns a value. */
  readonly begin: (signal: AbortSignal) => AsyncGenerator<Event, Value>;
  readonly signal: AbortSignal;
  /** Milliseconds until the first event. */
  readonly firstToken: number | undefined;
}
