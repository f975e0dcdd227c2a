/** An open object or array. The list of them is shared, so that a position in the text is remembered without a copy. */
interface Open {
  readonly close: "}" | "]";
  readonly outer: Open | undefined;
}

/**
 * JSON that arrives in pieces and may be truncated. Its value is what arrived completely, with its open objects and arrays
 * closed. Each piece is scanned once, and the text is parsed only when a value is complete.
 */
export class PartialJson {
  #text = "";
  #isString = false;
  /** Whether the last character was a backslash in a string. */
  #isEscaped = false;
  #open: Open | undefined;
  /** Where the text can end, and the objects and arrays that are open there. */
  #end = 0;
  #openAtEnd: Open | undefined;
  /** Whether a value of the text up to that end is known. */
  #isParsed = false;
  #value: unknown;

  add(piece: string): void {
    for (let at = 0; at < piece.length; at++) this.#take(piece[at]!, this.#text.length + at);
    this.#text += piece;
  }

  /** The value so far; undefined if there is none, or the text is not JSON. */
  get value(): unknown {
    // A number, a string or a literal has no bracket that ends it.
    if (this.#end === 0) return this.#isString ? undefined : parse(this.#text);
    if (!this.#isParsed) this.#value = parse(this.#text.slice(0, this.#end) + closing(this.#openAtEnd));
    this.#isParsed = true;
    return this.#value;
  }

  #take(character: string, at: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (this.#isString) {
      if (character === "\\") this.#isEscaped = true;
      else if (character === '"') this.#isString = false;
    } else if (character === '"') this.#isString = true;
    else if (character === "{" || character === "[") {
      this.#open = { close: character === "{" ? "}" : "]", outer: this.#open };
      this.#mark(at + 1);
    } else if (character === "}" || character === "]") {
      this.#open = this.#open?.outer;
      this.#mark(at + 1);
    } else if (character === ",") this.#mark(at);
  }

  #mark(end: number): void {
    this.#end = end;
    this.#openAtEnd = this.#open;
    this.#isParsed = false;
  }
}

function closing(open: Open | undefined): string {
  let text = "";
  for (let each = open; each; each = each.outer) text += each.close;
  return text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
