/** Where lines go, such as `process.stderr`. */
export interface LineSink {
  write(text: string): boolean;
  /** Bytes that were written and not taken yet. */
  readonly writableLength: number;
}

/** Bytes that may wait for a reader that does not read, before lines are dropped. */
const mostWaiting = 1_000_000;

/** Milliseconds for which lines are collected. A write for each line takes 20 µs of a request. */
const collectMs = 20;

/** A longer text is written without waiting for more lines. */
const longestText = 16_384;

/** Writes lines, those of a short time together. Drops lines while the reader of the log does not keep up. */
export class LineWriter {
  readonly #sink: LineSink;
  #text = "";
  #dropped = 0;
  #unreported = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(sink: LineSink) {
    this.#sink = sink;
  }

  /** Lines that were dropped since the start. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Writes a line, which has no line break, soon. `toNotice` makes the line that reports earlier drops. */
  write(line: string, toNotice: (dropped: number) => string): void {
    if (this.#sink.writableLength + this.#text.length > mostWaiting) {
      this.#dropped++;
      this.#unreported++;
      return;
    }
    if (this.#unreported > 0) {
      this.#text += `${toNotice(this.#unreported)}\n`;
      this.#unreported = 0;
    }
    this.#text += `${line}\n`;
    if (this.#text.length > longestText) return this.flush();
    this.#timer ??= setTimeout(() => this.flush(), collectMs).unref();
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#text === "") return;
    const text = this.#text;
    this.#text = "";
    this.#sink.write(text);
  }
}
