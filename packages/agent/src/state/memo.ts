/** Marks the start of an object and of an array in the parts of a value. */
const objectMark = Symbol("object");
const arrayMark = Symbol("array");

/** The maximum depth of a value that is remembered. */
const deepest = 50;

/**
 * Remembers a result for an object of plain data until the object changes: callers may modify messages between steps. A
 * comparison reads each field and copies no text, which is much cheaper than JSON.
 */
export class Memo<Result> {
  readonly #known = new WeakMap<object, { readonly parts: readonly unknown[]; readonly result: Result }>();

  /** The result for the object; undefined if there is none, or if the object is different now. */
  get(object: object): Result | undefined {
    const known = this.#known.get(object);
    const parts = known && partsOf(object);
    return parts?.length === known?.parts.length && parts?.every((part, at) => part === known!.parts[at])
      ? known!.result
      : undefined;
  }

  /** Remembers a result, unless the object has other values than plain data. */
  set(object: object, result: Result): void {
    const parts = partsOf(object);
    if (parts) this.#known.set(object, { parts, result });
    else this.#known.delete(object);
  }
}

/** The names and the values of all fields, in their order; undefined for other values than plain data. */
function partsOf(object: object): unknown[] | undefined {
  const parts: unknown[] = [];
  return addParts(parts, object, 0) ? parts : undefined;
}

function addParts(parts: unknown[], value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) {
    parts.push(value);
    return true;
  }
  if (depth > deepest || "toJSON" in value) return false;
  if (Array.isArray(value)) {
    parts.push(arrayMark, value.length);
    return value.every((element) => addParts(parts, element, depth + 1));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return false;
  const names = Object.keys(value);
  parts.push(objectMark, names.length);
  return names.every((name) => {
    parts.push(name);
    return addParts(parts, (value as Record<string, unknown>)[name], depth + 1);
  });
}
