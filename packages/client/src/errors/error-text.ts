/** The first `length` characters of a text. Never splits a surrogate pair. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** JSON of any value; only the type of a value that has no JSON, such as deeply nested arrays. */
export function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return `[${typeof value}]`;
  }
}

/** Replaces API keys and tokens in a text by `***`. */
export function withoutKeys(text: string): string {
  return text.replaceAll(/(\bsk-|\bBearer\s+)[\w.~+/=-]{8,}/gi, "$1***");
}

/** The message of anything that was thrown, up to 1,000 characters. */
export function messageOfThrown(thrown: unknown): string {
  const { message } = (thrown ?? {}) as { readonly message?: unknown };
  const text = typeof message === "string" ? message : thrown;
  return cut(typeof text === "string" ? text : toJson(text), 1000);
}
