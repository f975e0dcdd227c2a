// Any JavaScript value as JSON that a model can read. It never throws, because a tool may return any value.
import { messageOfThrown } from "../errors/thrown.ts";

/** Binary data of a value, which is sent in addition to its JSON. */
export interface Attachment {
  readonly source: Uint8Array | Blob;
  /** Its placeholder in the JSON. */
  readonly name: string;
}

export interface Readable {
  /** Plain JSON; `undefined` for values that JSON omits, such as `undefined`. */
  readonly value: unknown;
  readonly attachments: readonly Attachment[];
}

/** The maximum depth, elements of an iterator, and number of values. Further values are omitted. */
const deepest = 100;
export const longestIterator = 1000;
const mostValues = 1_000_000;

type Object_ = Readonly<Record<string, unknown>>;

/**
 * A value as plain JSON: maps and other keyed collections as objects; sets, iterators and typed arrays as lists; dates
 * and URLs as strings; errors with name, message and cause; big integers and NaN as strings; circular references as
 * "[Circular]"; and binary data as attachments.
 */
export function toReadable(given: unknown): Readable {
  const reader = new ValueReader();
  return { value: reader.read(given), attachments: reader.attachments };
}

class ValueReader {
  readonly attachments: Attachment[] = [];
  /** The objects around the current value. */
  readonly #open = new Set<object>();
  #count = 0;

  #attach(source: Uint8Array | Blob): string {
    const name = `[attachment ${this.attachments.length + 1}]`;
    this.attachments.push({ source, name });
    return name;
  }

  read(value: unknown): unknown {
    if (value === null || typeof value === "string" || typeof value === "boolean" || value === undefined) return value;
    if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
    if (typeof value === "bigint") return value.toString();
    if (typeof value === "symbol") return String(value);
    if (typeof value === "function") return undefined;
    if (this.#open.has(value)) return "[Circular]";
    if (this.#open.size >= deepest || ++this.#count > mostValues) return "[…]";
    this.#open.add(value);
    try {
      return this.#readObject(value);
    } catch (error) {
      return `[${nameOf(value)} that cannot be read: ${messageOfThrown(error)}]`;
    } finally {
      this.#open.delete(value);
    }
  }

  #readObject(value: object): unknown {
    if (Array.isArray(value)) return value.map((one) => this.read(one) ?? null);
    const bytes = bytesOf(value);
    if (bytes) {
      const text = textOf(bytes);
      return text ?? this.#attach(bytes);
    }
    if (value instanceof Blob) return this.#attach(value);
    if (value instanceof Error) return this.#readError(value);
    const { toJSON } = value as { readonly toJSON?: unknown };
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
    if (typeof toJSON === "function") return this.read(toJSON.call(value));
    if (isBoxed(value)) return this.read(value.valueOf());
    if (hasKeys(value)) return this.#readEntries(value.entries());
    const items = itemsOf(value);
    if (items) return items.map((one) => this.read(one) ?? null);
    return this.#readFields(value);
  }

  #readFields(value: object): unknown {
    const fields = Object.keys(value).map((name) => [name, fieldOf(value, name)] as const);
    if (fields.length > 0 || isPlain(value)) return this.#toObject(fields);
    const text = String(value);
    return text.startsWith("[object ") ? `[${nameOf(value)}]` : text;
  }

  #readError(error: Error): unknown {
    const { name, message, cause } = error;
    const fields = Object.entries(error).filter(
      ([field]) => field !== "name" && field !== "message" && field !== "cause",
    );
    const { errors } = error as { readonly errors?: unknown };
    return this.#toObject([["name", name], ["message", message], ...fields, ["errors", errors], ["cause", cause]]);
  }

  #readEntries(entries: Iterable<unknown>): unknown {
    const all = take(entries) as [unknown, unknown][];
    if (all.every(([key]) => typeof key === "string" || typeof key === "number")) {
      // Search parameters and form data can have several values for one key.
      const byKey = Map.groupBy(all, ([key]) => String(key));
      return this.#toObject(
        [...byKey].map(([key, pairs]) => [key, pairs.length === 1 ? pairs[0]![1] : pairs.map(([, value]) => value)]),
      );
    }
    return all.map(([key, value]) => [this.read(key) ?? null, this.read(value) ?? null]);
  }

  #toObject(entries: readonly (readonly [string, unknown])[]): Object_ {
    return Object.fromEntries(
      entries.flatMap(([name, value]) => {
        const one = this.read(value);
        return one === undefined ? [] : [[name, one]];
      }),
    );
  }
}

/** An error on one line, for an error that is the whole result. */
export function toErrorText(error: Error): string {
  const message = messageOfThrown(error);
  return message === error.name ? nameOf(error) : `${error.name}: ${message}`;
}

function fieldOf(value: object, name: string): unknown {
  try {
    return (value as Object_)[name];
  } catch (error) {
    return `[cannot be read: ${messageOfThrown(error)}]`;
  }
}

/**
 * The bytes of a buffer or a view of one; `undefined` for other values, including lists of numbers such as
 * `Float32Array`.
 */
function bytesOf(value: object): Uint8Array | undefined {
  if (value instanceof Uint8Array || value instanceof Uint8ClampedArray || value instanceof DataView)
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (typeof SharedArrayBuffer !== "undefined" && value instanceof SharedArrayBuffer) return new Uint8Array(value);
  return undefined;
}

/**
 * Decodes bytes as text; `undefined` if they are not UTF-8, contain control characters as images and archives do, or
 * are a PDF or GIF.
 */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    // A shared buffer cannot be decoded.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes.slice());
    return isBinary.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

// oxlint-disable-next-line no-control-regex -- text has tabs, line breaks and the colors of a terminal, and no other ones
const isBinary = /^%PDF-|^GIF8[79]a|[\u0000-\u0006\u000e-\u001a\u001c-\u001f\u007f]/;

/** The elements of a set, a typed array or an iterator; `undefined` for other values. */
function itemsOf(value: object): readonly unknown[] | undefined {
  if (typeof (value as { [Symbol.iterator]?: unknown })[Symbol.iterator] !== "function") return undefined;
  return take(
    value as Iterable<unknown>,
    ArrayBuffer.isView(value) || value instanceof Set ? Infinity : longestIterator,
  );
}

/** The elements of an iterable, which may be infinite. */
function take(items: Iterable<unknown>, most = Infinity): unknown[] {
  const taken: unknown[] = [];
  for (const item of items) {
    if (taken.length >= most) {
      taken.push("[…]");
      break;
    }
    taken.push(item);
  }
  return taken;
}

/** Whether it is a map or similar: headers, search parameters, form data. */
function hasKeys(value: object): value is { entries(): Iterable<unknown> } {
  const { entries, get } = value as { readonly entries?: unknown; readonly get?: unknown };
  return typeof entries === "function" && typeof get === "function" && Symbol.iterator in value;
}

const boxes = new Set(["[object String]", "[object Number]", "[object Boolean]", "[object BigInt]"]);

function isBoxed(value: object): boolean {
  return boxes.has(Object.prototype.toString.call(value));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function nameOf(value: object): string {
  try {
    const { constructor } = value as { readonly constructor?: { readonly name?: unknown } };
    return typeof constructor?.name === "string" && constructor.name !== "" ? constructor.name : "object";
  } catch {
    return "object";
  }
}
