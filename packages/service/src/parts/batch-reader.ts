/** Reads items as they arrive, those that arrived together in one list. */
export interface BatchReader<Item> {
  /** The next items, at once if they have arrived; `undefined` after the last ones. The next call must wait for this one. */
  next(): readonly Item[] | undefined | Promise<readonly Item[] | undefined>;
  /** Stops the reading. */
  close(): void;
}

/** Reads the items of an iterable, each on its own. */
export function readEach<Item>(items: AsyncIterable<Item>): BatchReader<Item> {
  const iterator = items[Symbol.asyncIterator]();
  return {
    async next() {
      const { done, value } = await iterator.next();
      return done ? undefined : [value];
    },
    close() {
      // An iterable that does not react is left behind.
      void (async () => iterator.return?.())().catch(() => undefined);
    },
  };
}
