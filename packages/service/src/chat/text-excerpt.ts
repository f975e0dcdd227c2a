/** Collects text up to a length, and leaves the rest out. */
export class TextExcerpt {
  readonly #most: number;
  #pieces: string[] = [];
  #length = 0;
  #omitted = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** The text, with a note about what is left out. */
  get text(): string {
    // One string takes less memory than its pieces.
    this.#pieces = [this.#pieces.join("")];
    return this.#omitted === 0 ? this.#pieces[0]! : `${this.#pieces[0]!}…[cut: ${this.#omitted} characters]`;
  }

  add(text: string): void {
    const room = this.#most - this.#length;
    if (text.length > room) this.#omitted += text.length - room;
    if (room <= 0 || text === "") return;
    this.#pieces.push(text.slice(0, room));
    this.#length += Math.min(text.length, room);
    if (this.#pieces.length > 1000) this.#pieces = [this.#pieces.join("")];
  }
}
