/** Copies a value. The same value gives the same copy, so that shared values stay shared. */
export type Copy = <T>(value: T) => T;

/** An object with its own state. */
interface Copyable {
  /** Returns a copy of the object. Uses `copy` for its values. */
  copied(copy: Copy): object;
}

/**
 * Creates a copier. Maps (with the same keys), sets, arrays, typed arrays and plain objects are copied deeply, and
 * objects with state by their own method. Everything else is shared, because it does not change.
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
