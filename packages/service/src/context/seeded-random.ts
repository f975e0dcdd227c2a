import type { Copy } from "@patchbay/engine/data/copy";
import { DerivedIds, type Ids } from "@patchbay/engine/data/ids";
import { createRandom, hashText, type Random } from "@patchbay/engine/data/random";

/** The random numbers and ids of one request. */
export interface RequestRandom {
  /** A hash of the operation and the body. */
  readonly request: number;
  readonly random: Random;
  readonly ids: Ids;
}

/** The number of slots in which received requests are counted. Several requests can share a slot. */
const slots = 65_536;

/** Up to this number of slots, a map is used: most servers receive few requests, and an array of all slots takes 256 kB. */
const fewSlots = 4096;

/**
 * Random numbers per request, derived from the seed, the operation, the body and how often it was received. Concurrent
 * requests therefore do not affect one another's results.
 */
export class SeededRandom {
  readonly #seed: number;
  readonly #idScope: string;
  #seen: Map<number, number> | Uint32Array = new Map();

  /** Servers with different scopes never create the same ids. */
  constructor(seed: number, idScope: string) {
    this.#seed = seed;
    this.#idScope = idScope;
  }

  /** `keyHash` identifies the key of the request. Requests of different keys never get the same ids. */
  draw(operation: string, body: string, keyHash: string): RequestRandom {
    const hash = hashText(outlineOf(body), hashText(operation, this.#seed) % 4_294_967_296);
    const times = this.#count(hash % slots);
    const random = createRandom(hash + times * 2_654_435_761);
    // Two requests with the same hash share a slot, so their numbers differ.
    return { request: hash, random, ids: new DerivedIds(`${this.#idScope} ${keyHash} ${operation} ${hash} ${times}`) };
  }

  /** Counts a slot, and returns its earlier count. */
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

  copied(copy: Copy): SeededRandom {
    const made = new SeededRandom(this.#seed, this.#idScope);
    made.#seen = copy(this.#seen);
    return made;
  }
}

/** Characters at each end of a long body that determine its random numbers. */
const outlineLength = 32_768;

/** A body, or both ends of a long one and its length. Bodies with the same outline count as the same request. */
function outlineOf(body: string): string {
  if (body.length <= 3 * outlineLength) return body;
  return `${body.slice(0, outlineLength)} ${body.length} ${body.slice(-outlineLength)}`;
}
