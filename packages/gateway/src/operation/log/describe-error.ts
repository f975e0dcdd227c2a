/**
 * An error that is a bug, for the log: its name, code and place. Messages of the language quote values, which can be a part of a prompt, so
 * what is in quotes is left out; messages of other errors are left out whole.
 */
export function describeBug(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const isOfLanguage = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
  return {
    error: error.name,
    code: (error as NodeJS.ErrnoException).code,
    message: isOfLanguage ? error.message.replaceAll(/"[^"]*"|'[^']*'|`[^`]*`/g, "…").slice(0, 200) : undefined,
    at: frames.slice(0, 8).map((line) => line.trim()),
  };
}
