/**
 * Calls a function of the caller that only observes. An async function that rejects is reported on the console instead of
 * ending the process; what a function throws at once is thrown.
 */
export function notify<Value>(name: string, observe: ((value: Value) => unknown) | undefined, value: Value): void {
  const result = observe?.(value);
  if (isThenable(result)) result.then(undefined, (error: unknown) => report(name, error));
}

/** The same, but what the function throws at once is reported, too. */
export function tell<Value>(name: string, observe: (value: Value) => unknown, value: Value): void {
  try {
    notify(name, observe, value);
  } catch (error) {
    report(name, error);
  }
}

/** Writes what an observer threw where the developer sees it: it must not cost the caller an answer that is paid for. */
function report(name: string, error: unknown): void {
  console.error(`patchbay: ${name} failed.`, error);
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | undefined | null)?.then === "function";
}
