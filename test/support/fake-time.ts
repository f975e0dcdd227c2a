import { vi } from "vitest";

/** Advances the time of `vi.useFakeTimers` from timer to timer until the work is done. `setImmediate` must not be faked. */
export async function done<T>(work: PromiseLike<T>): Promise<T> {
  const end = { isThere: false };
  const mark = (): void => void (end.isThere = true);
  work.then(mark, mark);
  while (!end.isThere) {
    await idle();
    if (!end.isThere) vi.advanceTimersToNextTimer();
  }
  await idle();
  return work;
}

/** Waits until all work that needs no time has run. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await new Promise((resolve) => setImmediate(resolve));
}
