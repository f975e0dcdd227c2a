/** The fields of a JSON object; none of any other value. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads the fields of a value that a provider sent. */
export function toFields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

/** A list; an empty one in place of any other value. */
export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string that is not empty. */
export function toText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The first of the values that is a string that is not empty. */
export function firstText(...values: readonly unknown[]): string | undefined {
  return values.map(toText).find((text) => text !== undefined);
}

/** A whole number of tokens, or of other units, from 0. */
export function toCount(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 && Number.isFinite(value) ? Math.floor(value) : undefined;
}

/** The fields of an object that have a value: neither `undefined` nor `null`. */
export function defined<T extends object>(fields: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as {
    [Name in keyof T]?: NonNullable<T[Name]>;
  };
}
