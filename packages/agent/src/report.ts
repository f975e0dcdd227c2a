import type { ChatMessage, ToolCall, Usage } from "@patchbay/client";
import { costOf, formatUsd, parseUsd, type Usd } from "@patchbay/client/money";

/**
 * Why a run ended: the model was `done`; a limit was reached (`steps`, `money`, `tokens`, `time`); a `tool` that ends it was
 * called; `stopWhen` said so (`condition`); the same call came again and again (`repeat`); the answer was cut off (`length`)
 * or filtered (`filter`); calls wait for somebody to agree (`paused`).
 */
export type Stop =
  | "done"
  | "steps"
  | "money"
  | "tokens"
  | "time"
  | "tool"
  | "condition"
  | "repeat"
  | "length"
  | "paused"
  | "filter";

/** One answer of a model, and what was done with it. */
export interface Step {
  /** From 1. */
  readonly number: number;
  /** The model that answered. */
  readonly model: string;
  readonly text: string;
  readonly toolCalls: readonly ToolCall[];
  readonly finishReason: string | null;
  readonly usage: Usage | undefined;
  /** USD. */
  readonly cost: number;
  readonly attempts: readonly Attempt[];
}

/** One try to get an answer. */
export interface Attempt {
  readonly model: string;
  readonly provider: string | undefined;
  /** Id of the generation; ask `generations.get` for its record. */
  readonly id: string | undefined;
  /** Milliseconds. */
  readonly ms: number;
  readonly outcome: "ok" | "failed" | "rejected" | "skipped";
  /** What failed, or why the answer was rejected or the model not asked. */
  readonly reason?: string;
  /** USD; undefined when nobody knows. */
  readonly cost: number | undefined;
}

/** Tokens of a run, its agents included. */
export interface Tokens {
  readonly prompt: number;
  readonly completion: number;
  readonly total: number;
}

/** What a run can go on from: plain JSON. */
export interface RunState {
  readonly version: 1;
  readonly messages: readonly ChatMessage[];
  /** Calls of the last message that wait for somebody to agree; `resume` goes on with them. */
  readonly pending?: readonly PendingCall[];
}

/** A call that waits for somebody to agree. */
export interface PendingCall {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}

/** What is known of a run, also of one that failed. */
export interface Report {
  readonly steps: readonly Step[];
  /** The conversation, instructions apart. */
  readonly messages: readonly ChatMessage[];
  readonly usage: Tokens;
  /** USD, agents that were called as tools and rejected answers included. */
  readonly cost: number;
  readonly attempts: readonly Attempt[];
  readonly state: RunState;
}

/** How a run ended. */
export interface RunResult<Output> extends Report {
  /** The last text of the model. */
  readonly text: string;
  /** The typed answer; undefined when none was asked for, or a limit came before it. */
  readonly output: Output;
  readonly stop: Stop;
  /** The calls that wait, when the run is paused. */
  readonly pending: readonly PendingCall[];
}

/** What a run has used so far; what its agents use is added. */
export class Ledger {
  readonly steps: Step[] = [];
  readonly attempts: Attempt[] = [];
  #prompt = 0;
  #completion = 0;
  #total = 0;
  #cost: Usd = 0n;

  /** USD, exact to the last digit of each cost. */
  get cost(): number {
    return Number(formatUsd(this.#cost));
  }

  get tokens(): Tokens {
    return { prompt: this.#prompt, completion: this.#completion, total: this.#total };
  }

  /** Adds the usage of one answer, and gives its cost in USD. */
  spend(usage: Usage | undefined): number {
    const cost = costOf({ usage });
    this.#cost += cost;
    this.#prompt += usage?.prompt_tokens ?? 0;
    this.#completion += usage?.completion_tokens ?? 0;
    this.#total += usage?.total_tokens ?? 0;
    return Number(formatUsd(cost));
  }

  /** Says of the last answer that it was not taken; it is paid all the same. */
  reject(reason: string): void {
    this.attempts[this.attempts.length - 1] = { ...this.attempts.at(-1)!, outcome: "rejected", reason };
  }

  /** Adds what an agent used that was called as a tool. */
  absorb({ cost, usage, attempts }: Report): void {
    this.#cost += parseUsd(cost);
    this.#prompt += usage.prompt;
    this.#completion += usage.completion;
    this.#total += usage.total;
    this.attempts.push(...attempts);
  }
}

/** What is known of a run. */
export function toReport(ledger: Ledger, messages: readonly ChatMessage[]): Report {
  const { steps, attempts, tokens: usage, cost } = ledger;
  return {
    steps: [...steps],
    messages: [...messages],
    usage,
    cost,
    attempts: [...attempts],
    state: { version: 1, messages: [...messages] },
  };
}
