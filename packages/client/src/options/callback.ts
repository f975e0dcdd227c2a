/**
 * Calls an observer of the caller. A rejection of an async function is logged on the console instead of ending the
 * process; a synchronous error is thrown.
 */
export function notify<Value>(name: string, observe: ((value: Value) => unknown) | undefined, value: Value): void {
  const result = observe?.(value);
  if (isThenable(result)) result.then(undefined, (error: unknown) => report(name, error));
}

/** Like `notify`, but logs a synchronous error too. */
export function notifySafely<Value>(name: string, observe: (value: Value) => unknown, value: Value): void {
  try {
    notify(name, observe, value);
  } catch (error) {
    report(name, error);
  }
}

/** Logs an observer's error. It must not fail a call whose response is already charged. */
function report(name: string, error: unknown): void {
  console.error(`patchbay: ${name} failed.`, error);
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | undefined | null)?.then === "function";
}
