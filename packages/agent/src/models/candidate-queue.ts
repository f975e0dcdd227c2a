import type { ModelCandidate, Fallback } from "./fallback-rules.ts";

type Rules = Pick<Fallback<never>, "cooldown" | "contextOf">;

/** Models that wait for their turn. */
export class CandidateQueue {
  readonly #rules: Rules;
  readonly #skip: (candidate: ModelCandidate, reason: string) => void;
  #waiting: readonly ModelCandidate[];

  constructor(
    candidates: readonly ModelCandidate[],
    rules: Rules,
    skip: (candidate: ModelCandidate, reason: string) => void,
  ) {
    this.#rules = rules;
    this.#skip = skip;
    this.#waiting = candidates;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** The next one that is not left alone after a failure; the last one in any case. */
  next(): ModelCandidate {
    for (;;) {
      const [candidate, ...rest] = this.#waiting;
      this.#waiting = rest;
      if (rest.length === 0 || !this.#rules.cooldown.isCooling(candidate!.model)) return candidate!;
      this.#skip(candidate!, "It failed a moment ago, and is left alone for a while.");
    }
  }

  /** The next one that is not left alone; the others keep their places. */
  nextAvailable(): ModelCandidate | undefined {
    const found = this.#waiting.find(({ model }) => !this.#rules.cooldown.isCooling(model));
    this.#waiting = this.#waiting.filter((one) => one !== found);
    return found;
  }

  requeue(candidate: ModelCandidate): void {
    this.#waiting = [candidate, ...this.#waiting];
  }

  /** Leaves out those with a context no larger than that of a model that found the prompt too long, where that is known. */
  async dropSmallerContexts(model: string): Promise<void> {
    const { contextOf } = this.#rules;
    const least = await contextOf(model);
    if (least === undefined) return;
    const left: ModelCandidate[] = [];
    for (const candidate of this.#waiting) {
      const context = await contextOf(candidate.model);
      if (context === undefined || context > least) left.push(candidate);
      else this.#skip(candidate, `Its context of ${context} tokens is no larger than that of ${model}.`);
    }
    this.#waiting = left;
  }
}
