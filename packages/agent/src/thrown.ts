/** The message of whatever was thrown; never throws. */
export function messageOfThrown(thrown: unknown): string {
  try {
    const { message } = (thrown ?? {}) as { readonly message?: unknown };
    return typeof message === "string" ? message : String(thrown);
  } catch {
    return "An error that cannot be shown.";
  }
}
