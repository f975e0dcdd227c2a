import type { Usage } from "@patchbay/client";
import { getCost, formatUsd, parseUsd, type Usd } from "@patchbay/client/money";
import type { RunLimits } from "./run-limits.ts";
import type { Attempt, OpenAttempt, Step, TokenUsage, UsedBudget } from "./run-report.ts";

/** The usage of a run so far. The usage of sub-agents is added as it occurs. */
export class UsageLedger {
  readonly steps: Step[] = [];
  readonly attempts: Attempt[] = [];
  readonly limit: RunLimits;
  /** The ledger of the run that called this one. */
  readonly caller: UsageLedger | undefined;
  readonly #before: UsedBudget;
  #prompt = 0;
  #completion = 0;
  #total = 0;
  #cost: Usd = 0n;
  /** The number of responses and attempts that may be billed, and of those with a reported cost. */
  #answers = 0;
  #priced = 0;
  /** The cost as a number, cached until the next change. */
  #known: number | undefined;

  /** `before` is the usage before a pause. */
  constructor({ limit = {}, before = nothing, caller }: LedgerOptions = {}) {
    this.limit = limit;
    this.caller = caller;
    this.#before = before;
  }

  /** USD, exact to the last digit of each cost; `undefined` if something may be billed and no cost was reported. */
  get cost(): number | undefined {
    return this.#answers > 0 && this.#priced === 0 ? undefined : this.#sum;
  }

  get tokens(): TokenUsage {
    return { promptTokens: this.#prompt, completionTokens: this.#completion, totalTokens: this.#total };
  }

  /** Includes the usage before a pause. */
  get used(): UsedBudget {
    const { steps, cost, tokens } = this.#before;
    return {
      steps: steps + this.steps.length,
      cost: cost === 0 ? this.#sum : toNumber(parseUsd(cost) + this.#cost),
      tokens: tokens + this.#total,
    };
  }

  get #sum(): number {
    return (this.#known ??= toNumber(this.#cost));
  }

  /**
   * Adds the usage of a response or of an attempt that may be billed. Returns its cost in USD; `undefined` if none was
   * reported.
   */
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
    return toNumber(cost);
  }

  /** Adds an attempt. It counts as canceled unless its outcome is set. */
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

  /** Adds a model that is skipped. */
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

/** The exact cost that a usage reports; `undefined` if it reports none or an invalid one. */
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

const nano = 1_000_000_000n;

/** An amount as the nearest number. Whole nano-USD need no text: 0.25 µs in place of 0.75, twice per response. */
function toNumber(amount: Usd): number {
  const nanos = amount / nano;
  const isExact = nanos * nano === amount && nanos <= BigInt(Number.MAX_SAFE_INTEGER);
  return isExact ? Number(nanos) / 1e9 : Number(formatUsd(amount));
}

/** A count that a provider reports, or 0 if it is not a count. */
function toCount(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : 0;
}
