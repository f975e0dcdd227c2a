/**
 * Waits for work that may ignore its signal, such as a user function or a store. Rejects with the signal's reason once
 * it is aborted, or `grace` milliseconds later (default: 0) if the work is still pending then. Later results and errors
 * of the work are dropped.
 */
export function untilAborted<T>(signal: AbortSignal, work: PromiseLike<T> | T, grace = 0): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const give = (): void => reject(signal.reason as Error);
    const stop = (): void => {
      if (grace === 0) give();
      else timer = setTimeout(give, grace);
    };
    const settled = (): void => {
      signal.removeEventListener("abort", stop);
      clearTimeout(timer);
    };
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
    Promise.resolve(work).then(resolve, reject).finally(settled);
  });
}
