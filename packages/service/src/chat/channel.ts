/** Hands values over one by one: a sender continues when its value was received. */
export class Channel<T> {
  #value: { readonly value: T } | undefined;
  #error: { readonly reason: unknown } | undefined;
  #isOpen = true;
  #received: (() => void) | undefined;
  #arrived: (() => void) | undefined;

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Resolves when the value was received. Returns false if the channel is closed. */
  async send(value: T): Promise<boolean> {
    if (!this.#isOpen) return false;
    this.#value = { value };
    this.#arrived?.();
    await new Promise<void>((resolve) => (this.#received = resolve));
    return this.#isOpen;
  }

  /** Ends the channel: after the last value, or with an exception. */
  close(error?: { readonly reason: unknown }): void {
    this.#error ??= error;
    this.#isOpen = false;
    this.#arrived?.();
    this.#received?.();
  }

  /** The values that are sent, to one receiver. If it ends early, the channel is closed. */
  async *receive(): AsyncGenerator<T, void> {
    try {
      for (;;) {
        if (!this.#value && this.#isOpen) await new Promise<void>((resolve) => (this.#arrived = resolve));
        const next = this.#value;
        this.#value = undefined;
        if (!next) break;
        yield next.value;
        this.#received?.();
      }
    } finally {
      this.close();
    }
    if (this.#error) throw this.#error.reason;
  }
}
