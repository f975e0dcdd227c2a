import { TimeoutError } from "@patchbay/client";
import type { ModelCandidate } from "./fallback-rules.ts";

/** Why a try is given up: another model was sooner, or its caller left. */
const givenUp = (): DOMException => new DOMException("Nobody waits for this answer any more.", "AbortError");

/** One try of one model, under way. */
export class ModelAttempt<Event, Value> {
  readonly candidate: ModelCandidate;
  /** Which try of this model it is, from 1. */
  readonly tries: number;
  /** Settles when the first event, the end or the failure is there; it never rejects. */
  readonly settled: Promise<this>;
  readonly #controller = new AbortController();
  readonly #events: AsyncGenerator<Event, Value>;
  #first: Promise<IteratorResult<Event, Value>>;

  constructor(candidate: ModelCandidate, { tries, begin, signal, firstToken }: FlightOptions<Event, Value>) {
    this.candidate = candidate;
    this.tries = tries;
    this.#events = begin(AbortSignal.any([signal, this.#controller.signal]));
    const expire = (): void => {
      const message = `The model produced no token within ${firstToken} ms. Raise \`firstToken\`, or add another model.`;
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

  /** Everything that the try tells, from its first event. */
  async *all(): AsyncGenerator<Event, Value> {
    const { done, value } = await this.#first;
    if (done) return value;
    yield value;
    return yield* this.#events;
  }

  /** Ends it, whatever it is at. Gives its value, when it had come to its end all the same. */
  async cancel(): Promise<{ readonly value: Value } | undefined> {
    this.#controller.abort(givenUp());
    try {
      const { done, value } = await this.#first;
      if (done) return { value };
      await this.#events.return(undefined as never);
    } catch {
      // It failed, or was ended; nobody asks how.
    }
    return undefined;
  }
}

interface FlightOptions<Event, Value> {
  readonly tries: number;
  /** Tells events, and ends with a value. */
  readonly begin: (signal: AbortSignal) => AsyncGenerator<Event, Value>;
  readonly signal: AbortSignal;
  /** Milliseconds until its first event. */
  readonly firstToken: number | undefined;
}
