import type { ModelCandidate, Fallback } from "./fallback-rules.ts";

type Rules = Pick<Fallback<never>, "cooldown" | "contextOf">;

/** The models that have not been requested yet. */
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

  /** The next candidate that is not in cooldown. The last candidate is returned in any case. */
  next(): ModelCandidate {
    for (;;) {
      const [candidate, ...rest] = this.#waiting;
      this.#waiting = rest;
      if (rest.length === 0 || !this.#rules.cooldown.isCooling(candidate!.model)) return candidate!;
      this.#skip(candidate!, "The model is in cooldown after recent failures.");
    }
  }

  /** The next candidate that is not in cooldown. The others keep their places. */
  nextAvailable(): ModelCandidate | undefined {
    const found = this.#waiting.find(({ model }) => !this.#rules.cooldown.isCooling(model));
    this.#waiting = this.#waiting.filter((one) => one !== found);
    return found;
  }

  requeue(candidate: ModelCandidate): void {
    this.#waiting = [candidate, ...this.#waiting];
  }

  /**
   * Drops candidates whose context is known to be no larger than that of a model that rejected the prompt as too long.
   */
  async dropSmallerContexts(model: string): Promise<void> {
    const { contextOf } = this.#rules;
    const least = await contextOf(model);
    if (least === undefined) return;
    const left: ModelCandidate[] = [];
    for (const candidate of this.#waiting) {
      const context = await contextOf(candidate.model);
      if (context === undefined || context > least) left.push(candidate);
      else this.#skip(candidate, `The context of ${context} tokens is not larger than that of ${model}.`);
    }
    this.#waiting = left;
  }
}
