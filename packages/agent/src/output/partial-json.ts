// JSON that is still being written. It is scanned once: the state is kept between the pieces, and a value of what came so far shares
// everything that is finished with the values before it.

import { AnswerStart } from "./reasoning-text.ts";

type Container = unknown[] | Record<string, unknown>;

/** An object or array that is not closed, with what is finished of it. */
interface Frame {
  readonly value: Container;
  /** The key whose value comes next, in an object. */
  key: string | undefined;
  count: number;
  /** What it costs to copy it. */
  size: number;
}

/** A value that is finished. */
interface Finished {
  readonly value: unknown;
  readonly isContainer?: true;
}

/**
 * What may come next. `after` follows a value; `broken` is anything until the next comma or bracket, after something that is not JSON;
 * `dead` is the rest, once that was there; `over` is whatever follows the value.
 */
type Expect = "start" | "value" | "first" | "key" | "first-key" | "colon" | "after" | "broken" | "dead" | "over";

/**
 * Elements that may be copied for each piece and each of its characters. It keeps the time of all values together in proportion to the
 * text: values with more elements are given less often.
 */
const copiesPerPiece = 256;
const copiesPerCharacter = 16;
/** What an element costs beyond this many: objects become hash tables, and lists are allocated apart. */
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
/** The next character of a string that needs a look. */
// oxlint-disable-next-line no-control-regex -- JSON forbids them in strings
const special = /["\\\u0000-\u001f]/g;

/** Reads the first object or array of a text while it comes, piece by piece, in time that is proportional to its length. */
export class PartialJson {
  readonly #frames: Frame[] = [];
  #expect: Expect = "start";
  /** The value that comes before the next comma or bracket; undefined if it has not begun or cannot be shown yet. */
  #pending: Finished | undefined;
  /** The characters of a number or literal. */
  #token = "";
  /** Whether a string is open, and what it was when it is one: a key or a value. */
  #string: "none" | "key" | "value" | "broken" = "none";
  #text = "";
  /** The characters of an escape, from its backslash. */
  #escape = "";
  #root: Finished | undefined;
  readonly #start = new AnswerStart();
  /** What is copied for a value: everything that is finished in containers that are open. */
  #size = 0;
  #copied = 0;
  #allowed = 0;
  #isNew = false;

  /** Takes the next piece. */
  push(piece: string): void {
    this.#allowed += copiesPerPiece + piece.length * copiesPerCharacter;
    this.#isNew ||= piece !== "";
    const text = this.#expect === "start" ? this.#start.take(piece) : piece;
    let at = this.#expect === "start" ? text.search(/[[{]/) : 0;
    if (at < 0) return;
    while (at < text.length && this.#expect !== "over" && this.#expect !== "dead")
      at = this.#string === "none" ? this.#take(text, at) : this.#takeString(text, at);
  }

  /** The value so far; undefined when nothing can be said, or when it is too early for a value of this size to be copied. */
  next(): unknown {
    if (!this.#isNew || this.#copied + this.#cost() > this.#allowed) return undefined;
    return this.value();
  }

  /** The value so far, if `next` has not given it yet. */
  last(): unknown {
    return this.#isNew ? this.value() : undefined;
  }

  /** The value so far; undefined when nothing can be said. */
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

  /** The value in the innermost container that is not finished, if it can be shown. */
  #shown(): Finished | undefined {
    // A container is finished with its bracket, anything else with what comes after it.
    if (this.#expect === "broken") return this.#pending?.isContainer ? this.#pending : undefined;
    if (this.#string === "value") return { value: this.#text };
    if (this.#token !== "") return readToken(this.#token);
    return this.#pending;
  }

  /** Takes a character outside of strings; gives the place of the next one. */
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

  /** Takes what is inside of a string, up to the next character that needs a look. */
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
    // Nothing was there yet, so that what came before is still whole.
    const isFirst = this.#expect === "first" || this.#expect === "first-key";
    if (isFirst) this.#expect = "broken";
    if (isFirst) return;
    if (this.#expect !== "after") return this.#die();
    const frame = this.#frames.at(-1)!;
    this.#commit(frame);
    this.#expect = Array.isArray(frame.value) ? "value" : "key";
  }

  /** A character of a number or literal, a blank or a colon. */
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

/** JSON that is still being written, as far as it came; undefined when nothing can be said yet. */
export function readPartialJson(text: string): unknown {
  const reader = new PartialJson();
  reader.push(text);
  return reader.value();
}

function readToken(token: string): Finished | undefined {
  if (literals.has(token)) return { value: literals.get(token) };
  return isNumber.test(token) ? { value: Number(token) } : undefined;
}

/** A copy of what is finished, with the value that is not. */
function withLast({ value, key }: Frame, last: Finished | undefined): Container {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  if (last) add(copy, key, last.value);
  return copy;
}

function add(container: Container, key: string | undefined, value: unknown): void {
  if (Array.isArray(container)) container.push(value);
  // Assigning it would set the prototype.
  else if (key === "__proto__")
    Object.defineProperty(container, key, { value, writable: true, enumerable: true, configurable: true });
  else container[key!] = value;
}
