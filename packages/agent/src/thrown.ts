/** The message of whatever was thrown; never throws. */
export function messageOfThrown(thrown: unknown): string {
  try {
    const { message } = (thrown ?? {}) as { readonly message?: unknown };
    if (typeof message === "string") return message;
    const isPlain = typeof thrown === "object" && thrown !== null && String(thrown) === "[object Object]";
    return isPlain ? JSON.stringify(thrown).slice(0, 200) : String(thrown);
  } catch {
    return "An error that cannot be shown.";
  }
}
