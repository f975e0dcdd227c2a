/** Marks the end of an object in the parts of a value. */
const endMark = Symbol("end");

/** The maximum depth of a value that is remembered. */
const deepest = 50;

/**
 * Remembers a result for an object of plain data until the object changes: callers may modify messages between steps. A
 * comparison reads each field and copies no text, which is much cheaper than JSON.
 */
export class Memo<Result> {
  readonly #known = new WeakMap<object, { readonly snapshot: Snapshot; readonly result: Result }>();

  /** The result for the object; undefined if there is none, or if the object is different now. */
  get(object: object): Result | undefined {
    const known = this.#known.get(object);
    return known?.snapshot.isOf(object) ? known.result : undefined;
  }

  /** The last result for the object, without a comparison; undefined if there is none. */
  peek(object: object): Result | undefined {
    return this.#known.get(object)?.result;
  }

  /** Remembers a result, unless the object has other values than plain data. */
  set(object: object, result: Result): void {
    const snapshot = Snapshot.take(object);
    if (snapshot) this.#known.set(object, { snapshot, result });
    else this.#known.delete(object);
  }
}

/** The fields of an object of plain data, at all depths. */
export class Snapshot {
  readonly #parts: readonly unknown[];

  private constructor(parts: readonly unknown[]) {
    this.#parts = parts;
  }

  /** Takes a snapshot. Undefined if the object has other values than plain data, which can change unseen. */
  static take(object: object): Snapshot | undefined {
    const parts: unknown[] = [];
    return addParts(parts, object, 0) ? new Snapshot(parts) : undefined;
  }

  /** Whether the object is the one of the snapshot and has the same fields. */
  isOf(object: object): boolean {
    return compare(this.#parts, 0, object) === this.#parts.length;
  }
}

function isPlain(value: object): boolean {
  if ("toJSON" in value) return false;
  const prototype: unknown = Array.isArray(value) ? null : Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/** Adds an object, and the names and the values of all its fields, in their order. Returns false for other values than plain data. */
function addParts(parts: unknown[], value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) {
    parts.push(value);
    return true;
  }
  if (depth > deepest || !isPlain(value)) return false;
  parts.push(value);
  if (Array.isArray(value)) {
    parts.push(value.length);
    for (let at = 0; at < value.length; at++) if (!addParts(parts, value[at], depth + 1)) return false;
    return true;
  }
  for (const name of Object.keys(value)) {
    parts.push(name);
    if (!addParts(parts, (value as Record<string, unknown>)[name], depth + 1)) return false;
  }
  parts.push(endMark);
  return true;
}

/** Where the parts of the value end that begin here; -1 if the value has other parts. */
function compare(parts: readonly unknown[], start: number, value: unknown): number {
  // Objects are compared by identity, too: one that was plain data stays so.
  if (parts[start] !== value) return -1;
  let at = start + 1;
  if (typeof value !== "object" || value === null) return at;
  if (Array.isArray(value)) {
    if (parts[at++] !== value.length) return -1;
    for (let index = 0; index < value.length && at > 0; index++) at = compare(parts, at, value[index]);
    return at;
  }
  // Plain data inherits no fields. `for … in` copies no names.
  for (const name in value) {
    if (parts[at] !== name) return -1;
    at = compare(parts, at + 1, (value as Record<string, unknown>)[name]);
    if (at < 0) return -1;
  }
  return parts[at] === endMark ? at + 1 : -1;
}
