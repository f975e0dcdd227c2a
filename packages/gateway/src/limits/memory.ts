import type { ConcurrencyLimit, Limiter, LimitResult, RateLimit, Slot } from "../ports/limiter.ts";
import { checkLimit, drain, fits, refuse, strictest, type Level, type LimitTerms } from "./level.ts";

interface Entry {
  readonly level: Level;
  /** When the level is empty and the entry can be dropped. */
  readonly emptyAt: number;
}

/** Entries at which expired ones are dropped for the first time. */
const firstSweep = 1024;

/** Limits in the memory of this process. Holds one entry for each limit that is partly used; expired ones are dropped. */
export class MemoryLimiter implements Limiter {
  readonly #entries = new Map<string, Entry>();
  readonly #occupied = new Map<string, number>();
  #sweepAt = firstSweep;

  /** Number of limits in memory. */
  get size(): number {
    return this.#entries.size + this.#occupied.size;
  }

  // The methods are asynchronous only because the interface is: each decides and writes without interruption.
  readonly take = async (limits: readonly RateLimit[], now: number): Promise<LimitResult> => this.takeNow(limits, now);

  /** `take`, at once. */
  takeNow(limits: readonly RateLimit[], now: number): LimitResult {
    const taken = new Map<string, { limit: RateLimit; level: Level }>();
    const refusals: (LimitResult & { readonly allowed: false })[] = [];
    for (const limit of limits) {
      checkLimit(limit);
      const level = taken.get(limit.id)?.level ?? drain(this.#entries.get(limit.id)?.level, limit, now);
      if (!fits(level, limit)) refusals.push(refuse(level, limit, now));
      taken.set(limit.id, { limit, level: { used: level.used + limit.cost, at: level.at } });
    }
    const refusal = strictest(refusals);
    if (refusal) return refusal;
    for (const [id, { limit, level }] of taken) this.#set(id, level, limit);
    this.#sweep(now);
    return { allowed: true };
  }

  readonly correct = async (
    limit: LimitTerms & { readonly id: string },
    difference: number,
    now: number,
  ): Promise<void> => {
    this.correctNow(limit, difference, now);
  };

  /** `correct`, at once. */
  correctNow(limit: LimitTerms & { readonly id: string }, difference: number, now: number): void {
    checkLimit({ name: limit.id, ...limit, cost: Math.abs(difference) });
    const level = drain(this.#entries.get(limit.id)?.level, limit, now);
    this.#set(limit.id, { used: Math.max(0, level.used + difference), at: level.at }, limit);
    this.#sweep(now);
  }

  readonly enter = async (slot: ConcurrencyLimit): Promise<Slot | undefined> => this.enterNow(slot);

  /** `enter`, at once. A slot has no lease here: it ends with the process. */
  enterNow({ id, most }: Pick<ConcurrencyLimit, "id" | "most">): Slot | undefined {
    const occupied = this.#occupied.get(id) ?? 0;
    if (occupied >= most) return undefined;
    this.#occupied.set(id, occupied + 1);
    let isOpen = true;
    const leave = async (): Promise<void> => {
      if (!isOpen) return;
      isOpen = false;
      const left = this.#occupied.get(id)! - 1;
      if (left === 0) this.#occupied.delete(id);
      else this.#occupied.set(id, left);
    };
    return { leave };
  }

  readonly close = async (): Promise<void> => {
    this.#entries.clear();
    this.#occupied.clear();
  };

  #set(id: string, level: Level, { amount, intervalMs }: LimitTerms): void {
    if (level.used === 0) this.#entries.delete(id);
    else this.#entries.set(id, { level, emptyAt: level.at + (level.used * intervalMs) / amount });
  }

  /** Looks at all entries each time their number has doubled, so that a call costs constant time on average. */
  #sweep(now: number): void {
    if (this.#entries.size < this.#sweepAt) return;
    for (const [id, { emptyAt }] of this.#entries) if (emptyAt <= now) this.#entries.delete(id);
    this.#sweepAt = Math.max(firstSweep, 2 * this.#entries.size);
  }
}
