import { untilAborted } from "../async/until-aborted.ts";

/** Milliseconds that a save under way has when the run is ended: a session whose last save is known can be continued. */
const grace = 100;

/** Saves again and again, one at a time; callers that come while a save is under way share the next one. */
export class Saver {
  readonly #save: () => Promise<void>;
  readonly #signal: AbortSignal;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(save: () => Promise<void>, signal: AbortSignal) {
    this.#save = save;
    this.#signal = signal;
  }

  /** Settles when everything that was there at the time of the call is saved, or the run is ended. */
  readonly save = (): Promise<void> => {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return (this.#running = this.#save());
    });
    return untilAborted(this.#signal, this.#next, grace);
  };
}
