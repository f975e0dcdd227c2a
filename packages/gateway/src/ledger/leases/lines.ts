import type { Budget, Reservation } from "../../ports/ledger.ts";
import { windowAt } from "../window.ts";
import { toLineKey, type Line } from "./lease.ts";

/** The line of the last reservation with a list of budgets. */
interface Remembered {
  readonly line: Line;
  readonly account: string;
  readonly floor: bigint | null;
  /** Unix milliseconds between which the windows of the budgets stay the same. */
  readonly from: number;
  readonly until: number;
}

/** The lines that were used lately. */
export class Lines {
  readonly #lines = new Map<string, Line>();
  // The budgets of a key are the same array for all of its requests, and the key of their line takes longer than all else in a grant.
  readonly #remembered = new WeakMap<readonly Budget[], Remembered>();
  readonly #firstSize: number;

  /** @param firstSize Requests of the first lease of a line. */
  constructor(firstSize: number) {
    this.#firstSize = firstSize;
  }

  get size(): number {
    return this.#lines.size;
  }

  /** Counts a reservation in its line. `isRepeated` if there was another one within `period`. */
  use(reservation: Reservation, at: number, period: number): { readonly line: Line; readonly isRepeated: boolean } {
    const line = this.#find(reservation);
    const isRepeated = at - line.usedAt < period;
    line.usedAt = at;
    const { wanted } = reservation;
    line.average = line.average < 0n ? wanted : (line.average * 7n + wanted) / 8n;
    return { line, isRepeated };
  }

  /** Forgets the lines without a lease that were not used since a point in time. */
  forgetUnused(since: number): void {
    for (const [key, { lease, isTaking, usedAt, retryAt }] of this.#lines)
      if (!lease && !isTaking && usedAt < since && retryAt < since) this.#lines.delete(key);
  }

  #find(reservation: Reservation): Line {
    const { account, floor, budgets, now } = reservation;
    const known = this.#remembered.get(budgets);
    const isSame = known?.account === account && known.floor === floor && known.from <= now && now < known.until;
    if (known && isSame && this.#lines.get(known.line.key) === known.line) return known.line;
    const key = toLineKey(reservation);
    const first = { lease: undefined, isTaking: false, usedAt: -Infinity, retryAt: -Infinity, average: -1n };
    const line = this.#lines.get(key) ?? { key, ...first, nextSize: this.#firstSize };
    this.#lines.set(key, line);
    const windows = budgets.map(({ window }) => windowAt(window, now));
    const from = Math.max(...windows.map(({ start }) => start), -Infinity);
    const until = Math.min(...windows.map(({ resetsAt }) => resetsAt ?? Infinity));
    this.#remembered.set(budgets, { line, account, floor, from, until });
    return line;
  }
}
