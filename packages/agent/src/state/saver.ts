import { untilAborted } from "../async/until-aborted.ts";

/**
 * Milliseconds that a pending save gets when the run is aborted. A session whose last save completed can be resumed.
 */
const grace = 100;

/** Saves one state at a time. Callers during a save share the next one. */
export class Saver {
  readonly #save: () => Promise<void>;
  readonly #signal: AbortSignal;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(save: () => Promise<void>, signal: AbortSignal) {
    this.#save = save;
    this.#signal = signal;
  }

  /** Resolves when everything up to this call is saved, or the run is aborted. */
  readonly save = (): Promise<void> => {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return (this.#running = this.#save());
    });
    return untilAborted(this.#signal, this.#next, grace);
  };
}
