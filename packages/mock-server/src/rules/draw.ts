import { BoundedMap } from "@patchbay/engine/data/bounded-map";
import type { Copy } from "@patchbay/engine/data/copy";
import { hashText } from "@patchbay/engine/data/random";

/** The most requests whose repetitions are counted. */
const mostRequests = 10_000;

/**
 * Decides whether a rule with a `probability` applies. The decision depends on the seed, the rule, the request, and the
 * number of times that the rule has matched this request, so other rules and other requests do not change it.
 */
export class Draw {
  readonly #probability: number;
  readonly #seed: number;
  readonly #counts: BoundedMap<number, number>;

  /** The seed belongs to this rule alone. */
  constructor(
    probability: number,
    seed: number,
    counts: BoundedMap<number, number> = new BoundedMap({ entries: mostRequests }),
  ) {
    this.#probability = probability;
    this.#seed = seed % 4_294_967_296;
    this.#counts = counts;
  }

  /** Draws for the request with this hash. */
  next(request: number): boolean {
    if (this.#probability <= 0 || this.#probability >= 1) return this.#probability >= 1;
    const count = (this.#counts.get(request) ?? 0) + 1;
    this.#counts.set(request, count);
    return hashText(`${request} ${count}`, this.#seed) / 2 ** 53 < this.#probability;
  }

  copied(copy: Copy): Draw {
    return new Draw(this.#probability, this.#seed, copy(this.#counts));
  }
}
