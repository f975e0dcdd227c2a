import type { Copy } from "./engine/copy.ts";
import { createIds, type Ids } from "./engine/ids.ts";
import { createRandom, hashText, type Random } from "./engine/random.ts";

/** Chance for one request, and ids made from it. */
export interface Chance {
  readonly random: Random;
  readonly ids: Ids;
}

/** How often a request came is counted in so many slots, which several requests may share. */
const slots = 65_536;

/**
 * The chance of each request, from the seed, the operation, the body and how often it came, so that what runs at the same time
 * does not change what the others get.
 */
export class Chances {
  readonly #seed: number;
  #seen = new Uint32Array(slots);

  constructor(seed: number) {
    this.#seed = seed;
  }

  draw(operation: string, body: string): Chance {
    const hash = hashText(body, hashText(operation, this.#seed) % 4_294_967_296);
    const times = this.#seen[hash % slots]!++;
    const random = createRandom(hash + times * 2_654_435_761);
    return { random, ids: createIds(random) };
  }

  copied(copy: Copy): this {
    const made = new Chances(this.#seed);
    made.#seen = copy(this.#seen);
    return made as this;
  }
}
