// Incremental JSON parser. Each piece is scanned once. Successive values share everything that is complete.

import { AnswerStart } from "./reasoning-text.ts";

type Container = unknown[] | Record<string, unknown>;

/** An object or array that is still open, with its completed elements. */
interface Frame {
  readonly value: Container;
  /** The key of the next value, in an object. */
  key: string | undefined;
  count: number;
  /** The cost of copying it. */
  size: number;
}

/** A completed value. */
interface Finished {
  readonly value: unknown;
  readonly isContainer?: true;
}

/**
 * What may come next. `after` follows a value; `broken` covers everything up to the next comma or bracket after invalid
 * JSON; `dead` is the rest after invalid JSON outside of any container; `over` is the text after the value.
 */
type Expect = "start" | "value" | "first" | "key" | "first-key" | "colon" | "after" | "broken" | "dead" | "over";

/**
 * The number of elements that may be copied per piece and per character. It keeps the total time proportional to the
 * length of the text: large values are produced less often.
 */
const copiesPerPiece = 256;
const copiesPerCharacter = 16;
/** The cost of an element beyond this size: objects become hash tables, and lists are reallocated. */
const slowFrom = { object: 32, list: 8192 };
const slowness = { object: 16, list: 6 };
const costOfFrame = 4;

const whitespace = new Set([" ", "\t", "\n", "\r"]);
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};
const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const literals = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
]);
/** The next character of a string that needs special handling. */
// oxlint-disable-next-line no-control-regex -- JSON forbids them in strings
const special = /["\\\u0000-\u001f]/g;

/** Parses the first object or array of a streamed text, in time proportional to its length. */
export class PartialJson {
  readonly #frames: Frame[] = [];
  #expect: Expect = "start";
  /** The value before the next comma or bracket; `undefined` if it has not begun or cannot be shown yet. */
  #pending: Finished | undefined;
  /** The characters of a number or literal. */
  #token = "";
  /** Whether a string is open, and its role: a key or a value. */
  #string: "none" | "key" | "value" | "broken" = "none";
  #text = "";
  /** The characters of an escape sequence, from its backslash. */
  #escape = "";
  #root: Finished | undefined;
  readonly #start = new AnswerStart();
  /** The cost of copying the completed elements of all open containers. */
  #size = 0;
  #copied = 0;
  #allowed = 0;
  #isNew = false;

  /** Parses the next piece. */
  push(piece: string): void {
    this.#allowed += copiesPerPiece + piece.length * copiesPerCharacter;
    this.#isNew ||= piece !== "";
    const text = this.#expect === "start" ? this.#start.take(piece) : piece;
    let at = this.#expect === "start" ? text.search(/[[{]/) : 0;
    if (at < 0) return;
    while (at < text.length && this.#expect !== "over" && this.#expect !== "dead")
      at = this.#string === "none" ? this.#take(text, at) : this.#takeString(text, at);
  }

  /** The current value; `undefined` if there is none, or if it is too early to copy a value of this size. */
  next(): unknown {
    if (!this.#isNew || this.#copied + this.#cost() > this.#allowed) return undefined;
    return this.value();
  }

  /** The current value, if `next` has not returned it yet. */
  last(): unknown {
    return this.#isNew ? this.value() : undefined;
  }

  /** The current value; `undefined` if there is none. */
  value(): unknown {
    this.#isNew = false;
    if (this.#expect === "start" || this.#expect === "dead") return undefined;
    if (this.#root) return this.#root.value;
    this.#copied += this.#cost();
    let value = this.#shown();
    for (const frame of this.#frames.toReversed()) value = { value: withLast(frame, value) };
    return value!.value;
  }

  #cost(): number {
    return this.#size + this.#token.length;
  }

  /** The incomplete value of the innermost container, if it can be shown. */
  #shown(): Finished | undefined {
    // A container ends with its bracket; other values end with the character after them.
    if (this.#expect === "broken") return this.#pending?.isContainer ? this.#pending : undefined;
    if (this.#string === "value") return { value: this.#text };
    if (this.#token !== "") return readToken(this.#token);
    return this.#pending;
  }

  /** Handles a character outside of strings. Returns the position of the next one. */
  #take(piece: string, at: number): number {
    const character = piece[at]!;
    switch (character) {
      case '"':
        this.#beginString();
        break;
      case "{":
      case "[":
        this.#open(character);
        break;
      case "}":
      case "]":
        this.#close(character);
        break;
      case ",":
        this.#separate();
        break;
      default:
        this.#other(character);
    }
    return at + 1;
  }

  #beginString(): void {
    this.#endToken();
    const isKey = this.#expect === "key" || this.#expect === "first-key";
    const isValue = this.#expect === "value" || this.#expect === "first";
    if (!isKey && !isValue) this.#expect = "broken";
    this.#string = isKey ? "key" : "value";
    if (this.#expect === "broken") this.#string = "broken";
    this.#text = "";
  }

  /** Handles the inside of a string, up to the next special character. */
  #takeString(piece: string, from: number): number {
    if (this.#escape !== "") return this.#takeEscape(piece, from);
    special.lastIndex = from;
    const at = special.exec(piece)?.index ?? piece.length;
    if (this.#string !== "broken") this.#text += piece.slice(from, at);
    if (at === piece.length) return at;
    if (piece[at] === "\\") this.#escape = "\\";
    else if (piece[at] === '"') this.#endString();
    else this.#breakString();
    return at + 1;
  }

  #takeEscape(piece: string, at: number): number {
    const escape = this.#escape + piece[at]!;
    this.#escape = "";
    if (this.#string === "broken") return at + 1;
    const kind = escape[1]!;
    if (kind !== "u") {
      const meant = Object.hasOwn(escapes, kind) ? escapes[kind]! : undefined;
      if (meant === undefined) this.#breakString();
      else this.#text += meant;
      return at + 1;
    }
    if (!/^\\u[\da-fA-F]{0,4}$/.test(escape)) {
      this.#breakString();
      // It may be the end of the string.
      return at;
    }
    if (escape.length < 6) this.#escape = escape;
    else this.#text += String.fromCharCode(Number.parseInt(escape.slice(2), 16));
    return at + 1;
  }

  #breakString(): void {
    this.#string = "broken";
    this.#text = "";
    this.#expect = "broken";
  }

  #endString(): void {
    if (this.#string === "key") {
      this.#frames.at(-1)!.key = this.#text;
      this.#expect = "colon";
    } else if (this.#string === "value") {
      this.#pending = { value: this.#text };
      this.#expect = "after";
    }
    this.#string = "none";
    this.#text = "";
  }

  #open(bracket: "{" | "["): void {
    this.#endToken();
    if (this.#expect !== "start" && this.#expect !== "value" && this.#expect !== "first") return this.#die();
    const isObject = bracket === "{";
    this.#frames.push({ value: isObject ? {} : [], key: undefined, count: 0, size: 0 });
    this.#size += costOfFrame;
    this.#expect = isObject ? "first-key" : "first";
  }

  #close(bracket: "}" | "]"): void {
    this.#endToken();
    const frame = this.#frames.at(-1)!;
    const isArray = Array.isArray(frame.value);
    const isEmpty = this.#expect === (isArray ? "first" : "first-key");
    if (isArray !== (bracket === "]") || (this.#expect !== "after" && !isEmpty)) return this.#die();
    this.#commit(frame);
    this.#frames.pop();
    this.#size -= frame.size + costOfFrame;
    this.#pending = { value: frame.value, isContainer: true };
    this.#expect = "after";
    if (this.#frames.length > 0) return;
    this.#root = this.#pending;
    this.#expect = "over";
  }

  #separate(): void {
    this.#endToken();
    // There was no element yet, so everything before it is still valid.
    const isFirst = this.#expect === "first" || this.#expect === "first-key";
    if (isFirst) this.#expect = "broken";
    if (isFirst) return;
    if (this.#expect !== "after") return this.#die();
    const frame = this.#frames.at(-1)!;
    this.#commit(frame);
    this.#expect = Array.isArray(frame.value) ? "value" : "key";
  }

  /** A character of a number or literal, white space or a colon. */
  #other(character: string): void {
    if (whitespace.has(character)) return this.#endToken();
    if (character === ":" && this.#expect === "colon" && this.#token === "") {
      this.#expect = "value";
      return;
    }
    if (this.#expect === "value" || this.#expect === "first") this.#token += character;
    else this.#expect = "broken";
  }

  /** Ends a number or literal, if there is one. */
  #endToken(): void {
    if (this.#token === "") return;
    this.#pending = readToken(this.#token);
    this.#expect = this.#pending ? "after" : "broken";
    this.#token = "";
  }

  #commit(frame: Frame): void {
    if (!this.#pending) return;
    add(frame.value, frame.key, this.#pending.value);
    const kind = Array.isArray(frame.value) ? "list" : "object";
    const cost = frame.count++ >= slowFrom[kind] ? slowness[kind] : 1;
    frame.size += cost;
    this.#size += cost;
    frame.key = undefined;
    this.#pending = undefined;
  }

  #die(): void {
    this.#expect = "dead";
    this.#frames.length = 0;
    this.#pending = undefined;
  }
}

/** Parses incomplete JSON; `undefined` before the first value. */
export function readPartialJson(text: string): unknown {
  const reader = new PartialJson();
  reader.push(text);
  return reader.value();
}

function readToken(token: string): Finished | undefined {
  if (literals.has(token)) return { value: literals.get(token) };
  return isNumber.test(token) ? { value: Number(token) } : undefined;
}

/** A copy of the completed elements with the incomplete value. */
function withLast({ value, key }: Frame, last: Finished | undefined): Container {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  if (last) add(copy, key, last.value);
  return copy;
}

function add(container: Container, key: string | undefined, value: unknown): void {
  if (Array.isArray(container)) container.push(value);
  // An assignment would set the prototype.
  else if (key === "__proto__")
    Object.defineProperty(container, key, { value, writable: true, enumerable: true, configurable: true });
  else container[key!] = value;
}
