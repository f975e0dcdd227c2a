import type { Part } from "../parts/part.ts";

/** Where the parts of an output come from. */
export interface PartSource {
  /** The next parts, those that arrived together, at once if they have; `undefined` after the last ones, which have `finish` or `error`. */
  next(): readonly Part[] | undefined | Promise<readonly Part[] | undefined>;
  /** Stops the source. */
  close(): void;
}

/** The parts of a generator as a source. */
export function toSource(parts: AsyncGenerator<Part, void>, close: () => void): PartSource {
  return {
    async next() {
      const { done, value } = await parts.next();
      return done ? undefined : [value];
    },
    close,
  };
}
