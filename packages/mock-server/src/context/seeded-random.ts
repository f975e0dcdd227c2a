import type { Copy } from "../engine/data/copy.ts";
import { DerivedIds, type Ids } from "../engine/data/ids.ts";
import { createRandom, hashText, type Random } from "../engine/data/random.ts";

/** Chance for one request, and ids of its own. */
export interface RequestRandom {
  /** A hash of the operation and the body. */
  readonly request: number;
  readonly random: Random;
  readonly ids: Ids;
}

/** How often a request came is counted in so many slots, which several requests may share. */
const slots = 65_536;

/** So many are kept in a map: most servers see few requests, and an array of all slots takes 256 kB. */
const fewSlots = 4096;

/**
 * The chance of each request, from the seed, the operation, the body and how often it came, so that what runs at the same time
 * does not change what the others get.
 */
export class SeededRandom {
  readonly #seed: number;
  readonly #idScope: string;
  #seen: Map<number, number> | Uint32Array = new Map();

  /** Two servers whose ids must not meet have different scopes. */
  constructor(seed: number, idScope: string) {
    this.#seed = seed;
    this.#idScope = idScope;
  }

  /** `keyHash` names the key of the request; ids of two keys never meet. */
  draw(operation: string, body: string, keyHash: string): RequestRandom {
    const hash = hashText(outlineOf(body), hashText(operation, this.#seed) % 4_294_967_296);
    const times = this.#count(hash % slots);
    const random = createRandom(hash + times * 2_654_435_761);
    // Two requests with the same hash share a slot, so their numbers differ.
    return { request: hash, random, ids: new DerivedIds(`${this.#idScope} ${keyHash} ${operation} ${hash} ${times}`) };
  }

  /** How often a slot was counted before. */
  #count(slot: number): number {
    const seen = this.#seen;
    if (!(seen instanceof Map)) return seen[slot]!++;
    const times = seen.get(slot) ?? 0;
    seen.set(slot, times + 1);
    if (seen.size > fewSlots) {
      this.#seen = new Uint32Array(slots);
      for (const [index, count] of seen) this.#seen[index] = count;
    }
    return times;
  }

  copied(copy: Copy): this {
    const made = new SeededRandom(this.#seed, this.#idScope);
    made.#seen = copy(this.#seen);
    return made as this;
  }
}

/** How much of each end of a long body its chance depends on. */
const outlineLength = 32_768;

/** A body, or both ends of a long one and its length. Two bodies with one outline are counted like one that came twice. */
function outlineOf(body: string): string {
  if (body.length <= 3 * outlineLength) return body;
  return `${body.slice(0, outlineLength)} ${body.length} ${body.slice(-outlineLength)}`;
}
