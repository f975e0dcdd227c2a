import { ApiError, detailOf, statusOf, StreamError } from "./errors.ts";
import { readEvents } from "./sse.ts";

/**
 * The events of a streamed answer, in order. Can be read once; leaving the loop closes the connection.
 *
 * @throws ApiError when an event carries an error
 * @throws StreamError when the stream breaks or ends without its end mark
 */
export class EventStream<Event> implements AsyncIterable<Event> {
  readonly #open: () => Promise<Response>;
  readonly #done: string;
  #read = false;

  /** `open` sends the request; `done` is the payload that ends the stream. */
  constructor(open: () => Promise<Response>, done: string) {
    this.#open = open;
    this.#done = done;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event, void> {
    if (this.#read) throw new StreamError("This stream was read already. A stream can be read once; send the request again.");
    this.#read = true;
    const { body, headers } = await this.#open();
    const events = readEvents(body!);
    try {
      while (true) {
        const { done, value } = await next(events);
        if (done) break;
        if (value === this.#done) return;
        yield parse<Event>(value, headers);
      }
    } finally {
      await events.return();
    }
    throw new StreamError(`The stream ended without ${this.#done}: the answer is not complete. Send the request again.`);
  }
}

async function next(events: AsyncGenerator<string, void>): Promise<IteratorResult<string, void>> {
  try {
    return await events.next();
  } catch (cause) {
    // The caller's own abort passes through untouched.
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new StreamError(`The stream broke: ${cause instanceof Error ? cause.message : String(cause)}. The answer is not complete.`, { cause });
  }
}

function parse<Event>(text: string, headers: Headers): Event {
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch (cause) {
    throw new StreamError(`An event of the stream is no JSON: ${text.slice(0, 200)}`, { cause });
  }
  const detail = detailOf(event);
  if (detail) throw new ApiError({ status: statusOf(detail), headers, body: event, text });
  return event as Event;
}
