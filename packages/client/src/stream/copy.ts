/**
 * Copies the outer levels of a JSON value: 1 copies its fields, 2 also the objects and arrays in them. The levels that an
 * accumulator changes are copied when they arrive and when a reader is given them, so that neither an event nor an earlier
 * result changes; the values in them are shared.
 */
export function copyLevels<Value>(value: Value, levels: number): Value {
  if (levels === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return (
      levels === 1 ? [...(value as unknown[])] : value.map((item) => copyLevels(item as unknown, levels - 1))
    ) as Value;
  const copy: Record<string, unknown> = { ...(value as object) };
  if (levels === 1) return copy as Value;
  // A loop over the names takes half the time of one over Object.entries().
  for (const name in copy) {
    const field = copy[name];
    if (typeof field === "object" && field !== null) define(copy, name, copyLevels(field, levels - 1));
  }
  return copy as Value;
}

/** Sets a field, also one named `__proto__`. */
export function define(into: object, name: string, value: unknown): void {
  // An assignment would set the prototype.
  if (name === "__proto__")
    Object.defineProperty(into, name, { value, enumerable: true, writable: true, configurable: true });
  else (into as Record<string, unknown>)[name] = value;
}
