/** Saves again and again, one at a time; who asks while one is under way shares the next one. */
export class Saver {
  readonly #save: () => Promise<void>;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(save: () => Promise<void>) {
    this.#save = save;
  }

  /** Is done when everything that was there at the time of the call is saved. */
  readonly save = (): Promise<void> =>
    (this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return (this.#running = this.#save());
    }));
}
