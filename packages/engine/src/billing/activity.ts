import type { Copy } from "../data/copy.ts";
import type { NanoUsd } from "./money.ts";

/** The totals of one day, key, model, endpoint and workspace. */
export interface ActivityRow {
  readonly day: string;
  readonly keyHash: string;
  readonly account: string;
  readonly model: string;
  readonly endpoint: string;
  readonly provider: string;
  readonly workspace: string;
  requests: number;
  promptTokens: number;
  cachedTokens: number;
  completionTokens: number;
  reasoningTokens: number;
  cost: NanoUsd;
  byokCost: NanoUsd;
}

/** The fields that identify a row, and the values that are added to it. */
export type ActivityEntry = Omit<ActivityRow, "requests">;

/**
 * Usage by day, stored as totals so that the cost does not depend on the number of requests. Keeps the last 32 days.
 */
export class Activity {
  #days = new Map<string, Map<string, ActivityRow>>();
  #count = 0;
  /** Caches the last row, since most requests belong to the same one. */
  #last: ActivityRow | undefined;

  add(entry: ActivityEntry): void {
    const row = this.#last && isSame(this.#last, entry) ? this.#last : this.#find(entry);
    this.#last = row;
    row.requests++;
    row.promptTokens += entry.promptTokens;
    row.cachedTokens += entry.cachedTokens;
    row.completionTokens += entry.completionTokens;
    row.reasoningTokens += entry.reasoningTokens;
    row.cost += entry.cost;
    row.byokCost += entry.byokCost;
  }

  /** The rows of the days from `from` to `to`, both included. */
  rows(from: string, to: string): ActivityRow[] {
    return [...this.#days].flatMap(([day, rows]) => (day >= from && day <= to ? [...rows.values()] : []));
  }

  copied(copy: Copy): Activity {
    const made = new Activity();
    made.#days = copy(this.#days);
    made.#count = this.#count;
    return made;
  }

  #find(wanted: ActivityEntry): ActivityRow {
    const rows = this.#days.get(wanted.day) ?? this.#open(wanted.day);
    const known = rows.get(idOf(wanted));
    if (known) return known;
    while (this.#count >= mostRows && this.#days.size > 1) this.#forgetDay(wanted.day);
    // When one day alone has too many rows, further requests share one row per account.
    const entry = this.#count < mostRows ? wanted : { ...wanted, ...otherRequests };
    const id = idOf(entry);
    const other = rows.get(id);
    if (other) return other;
    this.#count++;
    const row = {
      ...entry,
      requests: 0,
      promptTokens: 0,
      cachedTokens: 0,
      completionTokens: 0,
      reasoningTokens: 0,
      cost: 0n,
      byokCost: 0n,
    };
    rows.set(id, row);
    return row;
  }

  #open(day: string): Map<string, ActivityRow> {
    const rows = new Map<string, ActivityRow>();
    this.#days.set(day, rows);
    // The day just created stays, even if the clock was set back.
    while (this.#days.size > 32) this.#forgetDay(day);
    return rows;
  }

  /** Deletes the day farthest from the one to keep: the oldest, or the newest if the clock was set back. */
  #forgetDay(stays: string): void {
    const others = [...this.#days.keys()].filter((day) => day !== stays).toSorted();
    const farthest = others[0]! < stays ? others[0]! : others.at(-1)!;
    this.#count -= this.#days.get(farthest)!.size;
    this.#days.delete(farthest);
  }
}

/** The most rows over all days: about 50 MB. */
const mostRows = 100_000;

const otherRequests = { keyHash: "", model: "other", endpoint: "other", provider: "other", workspace: "" };

function idOf({ keyHash, account, model, endpoint, workspace }: ActivityEntry): string {
  return keyHash === "" ? account : `${keyHash} ${model} ${endpoint} ${workspace}`;
}

function isSame(a: ActivityEntry, b: ActivityEntry): boolean {
  return (
    a.keyHash === b.keyHash &&
    a.endpoint === b.endpoint &&
    a.model === b.model &&
    a.day === b.day &&
    a.workspace === b.workspace
  );
}
