/** A first-in, first-out queue. `Array.prototype.shift` moves all following items. */
export class Queue<Item> {
  #items: Item[] = [];
  #at = 0;

  get isEmpty(): boolean {
    return this.#at === this.#items.length;
  }

  push(item: Item): void {
    this.#items.push(item);
  }

  /** The oldest item; undefined when there is none. */
  shift(): Item | undefined {
    const item = this.#items[this.#at];
    if (this.isEmpty) return undefined;
    this.#items[this.#at++] = undefined as Item;
    if (this.isEmpty) this.clear();
    return item;
  }

  clear(): void {
    this.#items = [];
    this.#at = 0;
  }
}
