interface Thrown {
  readonly message?: unknown;
  readonly errors?: unknown;
  readonly code?: unknown;
  readonly name?: unknown;
}

/** The number of errors of an `AggregateError` that the message names. */
const mostErrors = 5;

/**
 * The message of any thrown value: its message, the messages of the errors that it collects, its code or its name.
 * Never throws.
 */
export function messageOfThrown(thrown: unknown): string {
  try {
    const { message, errors, code, name } = (thrown ?? {}) as Thrown;
    if (typeof message === "string") {
      const inner = Array.isArray(errors) ? errors.slice(0, mostErrors).map(messageOfThrown).join("; ") : "";
      return message || inner || String(code ?? name ?? "");
    }
    const isPlain = typeof thrown === "object" && thrown !== null && String(thrown) === "[object Object]";
    return isPlain ? JSON.stringify(thrown).slice(0, 200) : String(thrown);
  } catch {
    return "An error that cannot be shown.";
  }
}
