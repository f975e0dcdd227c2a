import { ApiError, detailOf, statusOf, StreamError } from "./errors.ts";
import { readEvents } from "./sse.ts";

/** Where the events come from. */
export interface StreamSource {
  /** Sends the request; called when reading begins. */
  readonly open: () => Promise<Response>;
  /** The payload that ends the stream. */
  readonly done: string;
  /** The caller's own signal; its reason is thrown as it is. */
  readonly signal: AbortSignal | undefined;
}

/**
 * The events of a streamed answer, in order. Can be read once; leaving the loop closes the connection.
 *
 * @throws ApiError when an event carries an error
 * @throws StreamError when the stream breaks or ends without its end mark
 */
export class EventStream<Event> implements AsyncIterable<Event> {
  readonly #source: StreamSource;
  #read = false;

  constructor(source: StreamSource) {
    this.#source = source;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event, void> {
    if (this.#read)
      throw new StreamError("This stream was read already. A stream can be read once; send the request again.");
    this.#read = true;
    const { open, done: end, signal } = this.#source;
    const { body, headers } = await open();
    const events = readEvents(body!, signal);
    try {
      while (true) {
        const { done, value } = await next(events, signal);
        if (done) break;
        if (value === end) return;
        yield parse<Event>(value, headers);
      }
    } finally {
      await events.return();
    }
    throw new StreamError(`The stream ended without ${end}: the answer is not complete. Send the request again.`);
  }
}

async function next(
  events: AsyncGenerator<string, void>,
  signal: AbortSignal | undefined,
): Promise<IteratorResult<string, void>> {
  try {
    signal?.throwIfAborted();
    return await events.next();
  } catch (cause) {
    // The caller's own abort passes through untouched.
    if (signal?.aborted) throw signal.reason;
    throw new StreamError(
      `The stream broke: ${cause instanceof Error ? cause.message : String(cause)}. The answer is not complete.`,
      { cause },
    );
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
