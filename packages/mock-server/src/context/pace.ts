/** Milliseconds of work between two pauses. */
const longestWork = 20;

/** Lets other requests run in between a long piece of work. */
export interface Pace {
  /** Whether it is time for a pause. */
  readonly isDue: () => boolean;
  /** Waits until the event loop has done its other work. Rejects with the signal's reason when the caller left. */
  readonly pause: () => Promise<void>;
}

/** Starts measuring a piece of work. `signal` ends it when the caller leaves. */
export function createPace(signal?: AbortSignal): Pace {
  let last = performance.now();
  return {
    isDue: () => performance.now() - last > longestWork,
    async pause() {
      await new Promise((resolve) => setTimeout(resolve, 0));
      signal?.throwIfAborted();
      last = performance.now();
    },
  };
}

/** Runs work that is divided into steps, and pauses between them when it is time; its result. */
export async function runPaced<T>(steps: Generator<unknown, T>, pace: Pace): Promise<T> {
  let next = steps.next();
  while (!next.done) {
    if (pace.isDue()) await pace.pause();
    next = steps.next();
  }
  return next.value;
}
