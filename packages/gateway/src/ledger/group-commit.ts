import { performance } from "node:perf_hooks";
import { StoreUnavailable } from "../ports/store-unavailable.ts";

/** The result of one operation of a group. An error concerns that operation only. */
export type Outcome<Result> = { readonly value: Result } | { readonly error: Error };

export interface GroupCommitOptions<Operation, Result> {
  /**
   * Applies the operations in one transaction and returns their outcomes in the same order. If it throws `StoreUnavailable`, the
   * group and everything queued behind it is rejected. After any other error, each operation of the group is committed alone, so
   * that only the one that caused it fails.
   */
  readonly commit: (
    operations: readonly Operation[],
  ) => readonly Outcome<Result>[] | Promise<readonly Outcome<Result>[]>;
  /**
   * Makes everything that was committed before the call durable. If it rejects, so do the groups that waited for it, and the queue.
   * Default: a commit is durable.
   */
  readonly flush?: () => Promise<void>;
  /** Most operations of one commit. Default: 256. */
  readonly most?: number;
  /** Milliseconds between two commits under load, so that groups form. Default: 1. */
  readonly pause?: number;
  /**
   * Milliseconds that an operation waits for others if no caller waits for it, and at least until a running flush ends.
   * Default: 0.
   */
  readonly linger?: number;
}

interface Queued<Operation, Result> {
  readonly operation: Operation;
  readonly canLinger: boolean;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

interface Committed<Operation, Result> {
  readonly group: readonly Queued<Operation, Result>[];
  readonly outcomes: readonly Outcome<Result>[];
}

// So many operations that can linger are a group that is worth a commit: in larger ones, an operation costs hardly less.
const fullGroup = 32;
// After a group of this size, the next one is expected to be as good.
const goodGroup = 16;

/**
 * Commits operations in groups: one flush to disk or one round trip pays for all that were queued in the meantime. A single
 * operation is committed by the next turn of the event loop; after a group of several, the next commit waits for `pause`.
 *
 * While the disk flushes one group, the next one is applied. A group is resolved only after a flush that began after its commit.
 */
export class GroupCommit<Operation, Result> {
  readonly #options: Required<Omit<GroupCommitOptions<Operation, Result>, "flush">>;
  readonly #flush: (() => Promise<void>) | undefined;
  #queue: Queued<Operation, Result>[] = [];
  /** Committed groups that no flush has begun for. */
  #unflushed: Committed<Operation, Result>[] = [];
  #isCommitting = false;
  #isFlushing = false;
  #resumeAt = 0;
  /** Number of operations of the last commit. */
  #lastSize = 0;
  /** When the first operation of the queue arrived. */
  #waitingSince = 0;
  /** Runs the next commit at `dueAt`, which is a time of `performance.now()`. */
  #timer: NodeJS.Timeout | undefined;
  #dueAt = Infinity;
  #idle: (() => void)[] = [];
  /** Numbers of the operations that were submitted, and that were committed or rejected. */
  #submitted = 0;
  #done = 0;
  /** Callers of `committed`, with the number of operations that each waits for. */
  #readers: { readonly upTo: number; readonly resolve: () => void }[] = [];

  constructor({ commit, flush, most = 256, pause = 1, linger = 0 }: GroupCommitOptions<Operation, Result>) {
    this.#options = { commit, most, pause, linger };
    this.#flush = flush;
  }

  /** Resolves when the operation is durable. `canLinger` if no caller waits for that: see `linger`. */
  submit(operation: Operation, canLinger = false): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ operation, canLinger, resolve, reject });
      this.#submitted++;
      if (this.#queue.length === 1) this.#waitingSince = performance.now();
      // A commit during a flush would only be durable with the next one, which begins when this one ends.
      if (canLinger && this.#isFlushing && this.#queue.length < fullGroup) return;
      this.#schedule(canLinger && this.#queue.length < fullGroup ? this.#lingerTime() : 0);
    });
  }

  /** Resolves when what was submitted before is visible to a read, or rejected. It need not be durable yet. */
  committed(): void | Promise<void> {
    if (this.#done === this.#submitted) return undefined;
    this.#schedule(0);
    return new Promise((resolve) => this.#readers.push({ upTo: this.#submitted, resolve }));
  }

  /** Resolves when nothing is queued or being committed. */
  drained(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve();
    if (this.#dueAt !== Infinity) this.#schedule(0);
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Under load, groups form by themselves. */
  #lingerTime(): number {
    return this.#lastSize >= goodGroup ? 0 : this.#options.linger;
  }

  #isIdle(): boolean {
    return !this.#isCommitting && !this.#isFlushing && this.#queue.length === 0;
  }

  /** Commits after `wait` milliseconds and the pause, or sooner if that was planned. */
  #schedule(wait: number): void {
    if (this.#isCommitting || this.#queue.length === 0) return;
    const now = performance.now();
    const dueAt = Math.max(now + Math.max(wait, 0), this.#resumeAt);
    if (dueAt >= this.#dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    if (dueAt > now) this.#timer = setTimeout(() => this.#start(), dueAt - now);
    else setImmediate(() => this.#start());
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#dueAt = Infinity;
    // A flush that failed may have rejected everything. Without a new `#dueAt`, nothing would be planned ever again.
    if (this.#isCommitting || this.#queue.length === 0) return;
    void this.#run();
  }

  async #run(): Promise<void> {
    this.#isCommitting = true;
    const group = this.#queue.splice(0, this.#options.most);
    try {
      await this.#commitTogether(group);
    } catch (error) {
      // What waits behind this group would fail in the same way, each after a timeout of its own.
      this.#reject(group, error);
    }
    this.#noteDone();
    this.#lastSize = group.length;
    this.#resumeAt = group.length > 1 ? performance.now() + this.#options.pause : 0;
    this.#isCommitting = false;
    if (!this.#isFlushing || this.#queue.length >= fullGroup || this.#readers.length > 0) this.#schedule(0);
    this.#noteIdle();
  }

  #noteDone(): void {
    this.#done = this.#submitted - this.#queue.length;
    const ready = this.#readers.filter(({ upTo }) => upTo <= this.#done);
    if (ready.length === 0) return;
    this.#readers = this.#readers.filter(({ upTo }) => upTo > this.#done);
    for (const { resolve } of ready) resolve();
  }

  #reject(group: readonly Queued<Operation, Result>[], error: unknown): void {
    for (const { reject } of [...group, ...this.#queue.splice(0)]) reject(error);
    if (!this.#isCommitting) this.#noteDone();
  }

  async #commitTogether(group: readonly Queued<Operation, Result>[]): Promise<void> {
    try {
      const committed = this.#options.commit(group.map(({ operation }) => operation));
      const outcomes = committed instanceof Promise ? await committed : committed;
      if (outcomes.length !== group.length)
        throw new Error(`The store returned ${outcomes.length} results for ${group.length} operations.`);
      if (this.#flush) this.#flushLater({ group, outcomes }, this.#flush);
      else settleAll({ group, outcomes });
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      if (group.length > 1) for (const one of group) await this.#commitTogether([one]);
      else group[0]!.reject(error);
    }
  }

  #flushLater(committed: Committed<Operation, Result>, flush: () => Promise<void>): void {
    this.#unflushed.push(committed);
    if (!this.#isFlushing) void this.#flushAll(flush);
  }

  async #flushAll(flush: () => Promise<void>): Promise<void> {
    this.#isFlushing = true;
    while (this.#unflushed.length > 0) {
      const committed = this.#unflushed.splice(0);
      try {
        await flush();
        for (const one of committed) settleAll(one);
      } catch (error) {
        this.#reject(
          [...committed, ...this.#unflushed.splice(0)].flatMap(({ group }) => group),
          error,
        );
      }
    }
    this.#isFlushing = false;
    // Operations that cannot linger arrive during a commit, too, and the end can be awaited since the flush began.
    const canLinger = this.#idle.length === 0 && this.#queue.every((one) => one.canLinger);
    this.#schedule(canLinger ? this.#lingerTime() - (performance.now() - this.#waitingSince) : 0);
    this.#noteIdle();
  }

  #noteIdle(): void {
    if (this.#isIdle()) for (const resolve of this.#idle.splice(0)) resolve();
  }
}

function settleAll<Operation, Result>({ group, outcomes }: Committed<Operation, Result>): void {
  for (const [index, outcome] of outcomes.entries()) {
    const { resolve, reject } = group[index]!;
    if ("error" in outcome) reject(outcome.error);
    else resolve(outcome.value);
  }
}
