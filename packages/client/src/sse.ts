/**
 * Splits a body of server-sent events into the payloads of its `data:` fields, by the rules of the HTML standard: a
 * byte order mark, all three line ends, comments and fields over several lines. A last event without its blank line
 * counts too.
 */
export class EventReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #queue: string[] = [];
  #at = 0;
  #rest = "";
  #data: string | undefined;
  #afterReturn = false;
  #ended = false;

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
  }

  /** Whether the body has ended and every payload was taken. */
  get ended(): boolean {
    return this.#ended && this.#at === this.#queue.length;
  }

  /** The next payload that has come; undefined when there is none yet. */
  take(): string | undefined {
    return this.#queue[this.#at] === undefined ? undefined : this.#queue[this.#at++];
  }

  /** Reads on until a payload has come, or the body has ended. */
  async fill(): Promise<void> {
    this.#queue = [];
    this.#at = 0;
    while (this.#queue.length === 0 && !this.#ended) {
      const { done, value } = await this.#reader.read();
      this.#ended = done;
      this.#push(done ? this.#decoder.decode() : this.#decoder.decode(value, { stream: true }));
      if (done) this.#end();
    }
  }

  /** Closes the connection. */
  cancel(): void {
    this.#ended = true;
    this.#reader.cancel().catch(() => undefined);
  }

  #push(fresh: string): void {
    if (fresh === "") return;
    // The line feed of a CR LF pair whose halves came apart ends no second line.
    const from = this.#afterReturn && fresh.charCodeAt(0) === 10 ? 1 : 0;
    const text = this.#rest + (from === 0 ? fresh : fresh.slice(1));
    this.#afterReturn = fresh.endsWith("\r");
    const hasReturns = text.includes("\r");
    let at = 0;
    for (;;) {
      let end = text.indexOf("\n", at);
      let next = end + 1;
      if (hasReturns) {
        const back = text.indexOf("\r", at);
        if (back >= 0 && (end < 0 || back < end)) {
          end = back;
          next = text.charCodeAt(back + 1) === 10 ? back + 2 : back + 1;
        }
      }
      if (end < 0) break;
      this.#line(text, at, end);
      at = next;
    }
    this.#rest = at === 0 ? text : text.slice(at);
  }

  #line(text: string, at: number, end: number): void {
    if (end === at) return this.#dispatch();
    if (!text.startsWith("data", at)) return;
    const colon = at + 4;
    if (colon === end) return this.#add("");
    if (text.charCodeAt(colon) !== 58) return;
    this.#add(text.slice(text.charCodeAt(colon + 1) === 32 && colon + 1 < end ? colon + 2 : colon + 1, end));
  }

  #add(value: string): void {
    this.#data = this.#data === undefined ? value : `${this.#data}\n${value}`;
  }

  #dispatch(): void {
    if (this.#data !== undefined) this.#queue.push(this.#data);
    this.#data = undefined;
  }

  #end(): void {
    this.#line(this.#rest, 0, this.#rest.length);
    this.#rest = "";
    this.#dispatch();
  }
}
