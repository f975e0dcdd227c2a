/**
 * Splits a body of server-sent events into the payloads of its `data:` fields, by the rules of the HTML standard
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html): a byte order mark, all three line endings, comments
 * and multi-line fields. A last event without its blank line counts too. Time is linear in the size of the body,
 * however it is split into reads.
 *
 * @example
 * ```ts
 * const reader = new EventReader(response.body!);
 * while (!reader.ended) {
 *   for (let payload = reader.take(); payload !== undefined; payload = reader.take()) console.log(reader.event, payload);
 *   await reader.fill();
 * }
 * ```
 */
export class EventReader {
  /** Event name of the payload that `take` returned last; `message` if the event has none. */
  event = "message";
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #queue: string[] = [];
  #at = 0;
  /** Index in the queue → event name. Events without a name, which are nearly all, have no entry. */
  #names = new Map<number, string>();
  #rest = "";
  #data: string | undefined;
  #name = "";
  #afterReturn = false;
  #ended = false;
  #hasData = false;
  #other = "";

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
  }

  /** Whether the body has ended and `take` has returned every payload. */
  get ended(): boolean {
    return this.#ended && this.#at === this.#queue.length;
  }

  /** The lines of a body without event fields: JSON or HTML in place of events. Empty after the first data. */
  get other(): string {
    return this.#other;
  }

  /** The next payload that has arrived; undefined when there is none yet. */
  take(): string | undefined {
    const at = this.#at;
    if (at === this.#queue.length) return undefined;
    this.#at = at + 1;
    this.event = (this.#names.size > 0 && this.#names.get(at)) || "message";
    return this.#queue[at];
  }

  /** Reads once: the next bytes, or the end. Payloads that were not taken stay queued. */
  async fill(): Promise<void> {
    const { done, value } = await this.#reader.read();
    if (this.#at === this.#queue.length) {
      this.#queue = [];
      this.#at = 0;
      if (this.#names.size > 0) this.#names.clear();
    }
    this.#push(done ? this.#decoder.decode() : this.#decoder.decode(value, { stream: true }));
    if (done && !this.#ended) this.#end();
  }

  /** Closes the connection. */
  cancel(): void {
    this.#ended = true;
    this.#reader.cancel().catch(() => undefined);
  }

  /**
   * Reads and discards the rest of the body, so that the connection can be reused. Closes the connection if the body
   * does not end within `ms` milliseconds.
   */
  async drain(ms: number): Promise<void> {
    const timer = setTimeout(() => this.cancel(), ms);
    try {
      while (!this.#ended) this.#ended = (await this.#reader.read()).done;
    } catch {
      // The response is complete; how the connection ends does not matter.
    } finally {
      clearTimeout(timer);
    }
  }

  #push(fresh: string): void {
    if (fresh === "") return;
    // The LF of a CR LF pair that was split between two reads ends no second line.
    let at = this.#afterReturn && fresh.charCodeAt(0) === 10 ? 1 : 0;
    this.#afterReturn = fresh.endsWith("\r");
    // Each line ending is searched once, starting after the last one of its kind.
    let feed = fresh.indexOf("\n", at);
    let back = fresh.indexOf("\r", at);
    while (feed >= 0 || back >= 0) {
      const isReturn = back >= 0 && (feed < 0 || back < feed);
      const end = isReturn ? back : feed;
      const next = isReturn && feed === back + 1 ? feed + 1 : end + 1;
      if (this.#rest === "") this.#line(fresh, at, end);
      else {
        const line = this.#rest + fresh.slice(at, end);
        this.#rest = "";
        this.#line(line, 0, line.length);
      }
      at = next;
      if (feed >= 0 && feed < at) feed = fresh.indexOf("\n", at);
      if (isReturn) back = fresh.indexOf("\r", at);
    }
    // Not searched again. Engines append without copying.
    if (at < fresh.length) this.#rest += at === 0 ? fresh : fresh.slice(at);
  }

  #line(text: string, at: number, end: number): void {
    if (end === at) return this.#dispatch();
    const first = text.charCodeAt(at);
    if (first === 100 && text.startsWith("data", at)) {
      const value = valueOf(text, at + 4, end);
      if (value !== undefined) return this.#add(value);
    } else if (first === 101 && text.startsWith("event", at)) {
      const value = valueOf(text, at + 5, end);
      if (value !== undefined) this.#name = value;
    }
    if (!this.#hasData && first !== 58) this.#note(text.slice(at, end));
  }

  /** Stores lines that are not event fields, until the first data. */
  #note(line: string): void {
    if (this.#other !== "") this.#other += `\n${line}`;
    else if (!/^\s*$|^(event|id|retry)(:|$)/.test(line)) this.#other = line;
  }

  #add(value: string): void {
    this.#data = this.#data === undefined ? value : `${this.#data}\n${value}`;
  }

  #dispatch(): void {
    const name = this.#name;
    // By the standard an event without data is ignored. An `error` event without data is still an error.
    if (name === "error") this.#data ??= "";
    if (this.#data !== undefined) {
      if (name !== "") this.#names.set(this.#queue.length, name);
      this.#queue.push(this.#data);
      this.#hasData = true;
      this.#other = "";
    }
    this.#data = undefined;
    this.#name = "";
  }

  #end(): void {
    this.#ended = true;
    this.#line(this.#rest, 0, this.#rest.length);
    this.#rest = "";
    this.#dispatch();
  }
}

/** The value of a field whose name ends at `colon`; undefined when the name is longer. */
function valueOf(text: string, colon: number, end: number): string | undefined {
  if (colon === end) return "";
  if (text.charCodeAt(colon) !== 58) return undefined;
  return text.slice(text.charCodeAt(colon + 1) === 32 && colon + 1 < end ? colon + 2 : colon + 1, end);
}
