import type { Usage } from "@patchbay/client";
import { getCost, formatUsd, parseUsd, type Usd } from "@patchbay/client/money";
import type { RunLimits } from "./run-limits.ts";
import type { Attempt, OpenAttempt, Step, TokenUsage, UsedBudget } from "./run-report.ts";

/** What a run has used so far; what its agents use is added as they use it. */
export class UsageLedger {
  readonly steps: Step[] = [];
  readonly attempts: Attempt[] = [];
  readonly limit: RunLimits;
  /** Of the run that called this one as an agent. */
  readonly caller: UsageLedger | undefined;
  readonly #before: UsedBudget;
  #prompt = 0;
  #completion = 0;
  #total = 0;
  #cost: Usd = 0n;
  /** Answers and attempts that may be billed, and those of them that reported a cost. */
  #answers = 0;
  #priced = 0;
  /** The cost as a number, until more is spent. */
  #known: number | undefined;

  /** `before` is what parts of the run before a pause used. */
  constructor({ limit = {}, before = nothing, caller }: LedgerOptions = {}) {
    this.limit = limit;
    this.caller = caller;
    this.#before = before;
  }

  /** USD, exact to the last digit of each cost; undefined when something may be billed, and nothing reported a cost. */
  get cost(): number | undefined {
    return this.#answers > 0 && this.#priced === 0 ? undefined : this.#sum;
  }

  get tokens(): TokenUsage {
    return { promptTokens: this.#prompt, completionTokens: this.#completion, totalTokens: this.#total };
  }

  /** With what was used before a pause. */
  get used(): UsedBudget {
    const { steps, cost, tokens } = this.#before;
    return {
      steps: steps + this.steps.length,
      cost: cost === 0 ? this.#sum : Number(formatUsd(parseUsd(cost) + this.#cost)),
      tokens: tokens + this.#total,
    };
  }

  get #sum(): number {
    return (this.#known ??= Number(formatUsd(this.#cost)));
  }

  /** Adds the usage of one answer, or of an attempt that may be billed, and gives its cost in USD; undefined when it reported none. */
  spend(usage: Usage | undefined): number | undefined {
    this.caller?.spend(usage);
    const cost = reportedCost(usage);
    this.#answers++;
    const prompt = toCount(usage?.prompt_tokens);
    const completion = toCount(usage?.completion_tokens);
    this.#prompt += prompt;
    this.#completion += completion;
    this.#total += toCount(usage?.total_tokens) || prompt + completion;
    if (cost === undefined) return undefined;
    this.#priced++;
    this.#cost += cost;
    this.#known = undefined;
    return Number(formatUsd(cost));
  }

  /** Notes a try that begins; unless it is said how it ended, it was given up. */
  begin(model: string): OpenAttempt {
    const attempt: OpenAttempt = {
      model,
      provider: undefined,
      generationId: undefined,
      durationMs: 0,
      outcome: "cancelled",
      cost: undefined,
    };
    this.#note(attempt);
    return attempt;
  }

  /** Notes a model that is not asked. */
  skip(model: string, reason: string): void {
    this.#note({
      model,
      provider: undefined,
      generationId: undefined,
      durationMs: 0,
      outcome: "skipped",
      reason,
      cost: 0,
    });
  }

  #note(attempt: OpenAttempt): void {
    if (this.caller) this.caller.#note(attempt);
    this.attempts.push(attempt);
  }
}

interface LedgerOptions {
  readonly limit?: RunLimits | undefined;
  readonly before?: UsedBudget | undefined;
  readonly caller?: UsageLedger | undefined;
}

const nothing: UsedBudget = { steps: 0, cost: 0, tokens: 0 };

/** The cost that a usage reports, exactly; undefined when it reports none, or none that can be counted. */
function reportedCost(usage: Usage | undefined): Usd | undefined {
  const { cost, is_byok: isByok, cost_details: details } = usage ?? {};
  if ((cost ?? (isByok ? details?.upstream_inference_cost : undefined) ?? undefined) === undefined) return undefined;
  try {
    const sum = getCost({ usage });
    return sum >= 0n ? sum : undefined;
  } catch {
    return undefined;
  }
}

/** Counts that a provider reports, or 0 where they are not a count. */
function toCount(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : 0;
}
