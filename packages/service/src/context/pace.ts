/** Maximum time of work between two pauses, in milliseconds. */
const longestWork = 20;

/** Interrupts long work so that other requests make progress. */
export interface Pace {
  /** Whether it is time for a pause. */
  readonly isDue: () => boolean;
  /** Yields to the event loop. Rejects with the signal's reason if the client has disconnected. */
  readonly pause: () => Promise<void>;
  /** The work begins again, after a wait in which other requests made progress. */
  readonly restart: () => void;
}

/** Starts measuring work. `signal` aborts it when the client disconnects. */
export function createPace(signal?: AbortSignal): Pace {
  let last = performance.now();
  return {
    isDue: () => performance.now() - last > longestWork,
    async pause() {
      await new Promise((resolve) => setTimeout(resolve, 0));
      signal?.throwIfAborted();
      last = performance.now();
    },
    restart() {
      last = performance.now();
    },
  };
}

/** Runs work that is divided into steps, pauses between them when a pause is due, and returns its result. */
export async function runPaced<T>(steps: Generator<unknown, T>, pace: Pace): Promise<T> {
  let next = steps.next();
  while (!next.done) {
    if (pace.isDue()) await pace.pause();
    next = steps.next();
  }
  return next.value;
}
