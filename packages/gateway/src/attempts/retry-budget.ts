import { OutcomeWindow } from "@patchbay/engine/billing/windows";

const second = 1000;
const windowSeconds = 10;

/** How many retries a gateway may make. */
export interface RetryBudgetOptions {
  /** Share of the requests that may be retried. Default: 0.2. */
  readonly ratio?: number;
  /** Retries per second in addition, so that a gateway with few requests can retry them. Default: 10. */
  readonly perSecond?: number;
}

/**
 * Limits retries over ten seconds, as finagle's RetryBudget does: when all providers fail, the gateway must not multiply the
 * load by the number of attempts.
 */
export class RetryBudget {
  readonly #ratio: number;
  readonly #reserve: number;
  /** Requests are its good outcomes, retries the bad ones. */
  readonly #window = new OutcomeWindow(windowSeconds * second, windowSeconds);

  constructor({ ratio = 0.2, perSecond = 10 }: RetryBudgetOptions = {}) {
    this.#ratio = ratio;
    this.#reserve = perSecond * windowSeconds;
  }

  /** Counts a request. */
  deposit(now: number): void {
    this.#window.add(now, true);
  }

  /** Takes a retry. Returns false if the budget is spent. */
  withdraw(now: number): boolean {
    const allowed = this.#ratio * this.#window.good(now) + this.#reserve;
    if (this.#window.bad(now) + 1 > allowed) return false;
    this.#window.add(now, false);
    return true;
  }
}
