/** Copies a value; the same value gives the same copy, so that what is shared stays shared. */
export type Copy = <T>(value: T) => T;

/** A thing with state of its own. */
interface Copyable {
  /** A copy of itself; what it holds is copied by `copy`. */
  copied(copy: Copy): this;
}

/**
 * Makes a copier. Maps (their keys as they are), sets, lists, typed arrays and plain objects are copied with what they hold,
 * a thing with state by its own method. Everything else is shared: it does not change.
 */
export function createCopy(): Copy {
  const copies = new Map<unknown, unknown>();
  const copy = <T>(value: T): T => {
    if (typeof value !== "object" || value === null) return value;
    const known = copies.get(value);
    if (known !== undefined) return known as T;
    const made = copyOf(value, copy);
    copies.set(value, made);
    return made as T;
  };
  return copy;
}

function copyOf(value: object, copy: Copy): unknown {
  if (isCopyable(value)) return value.copied(copy);
  if (value instanceof Map) return new Map([...value].map(([key, held]) => [key, copy(held as unknown)]));
  if (value instanceof Set) return new Set([...value].map((held) => copy(held as unknown)));
  if (Array.isArray(value)) return value.map((held) => copy(held as unknown));
  if (ArrayBuffer.isView(value)) return (value as Uint32Array).slice();
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, copy(held as unknown)]));
}

function isCopyable(value: object): value is Copyable {
  return "copied" in value && typeof value.copied === "function";
}
