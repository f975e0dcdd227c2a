import { performance } from "node:perf_hooks";
import { StoreUnavailable } from "../ports/store-unavailable.ts";

/** The result of one operation of a group. An error concerns that operation only. */
export type Outcome<Result> = { readonly value: Result } | { readonly error: Error };

export interface GroupCommitOptions<Operation, Result> {
  /**
   * Applies the operations in one transaction and returns their outcomes in the same order, once they are durable. If it throws
   * `StoreUnavailable`, the group and everything queued behind it is rejected. After any other error, each operation of the group
   * is committed alone, so that only the one that caused it fails.
   */
  readonly commit: (
    operations: readonly Operation[],
  ) => readonly Outcome<Result>[] | Promise<readonly Outcome<Result>[]>;
  /** Most operations of one commit. Default: 256. */
  readonly most?: number;
  /** Milliseconds between two commits under load, so that groups form. Default: 1. */
  readonly pause?: number;
}

interface Queued<Operation, Result> {
  readonly operation: Operation;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits operations in groups: one flush to disk or one round trip pays for all that were queued in the meantime. A single
 * operation is committed by the next turn of the event loop; after a group of several, the next commit waits for `pause`.
 */
export class GroupCommit<Operation, Result> {
  readonly #commit: GroupCommitOptions<Operation, Result>["commit"];
  readonly #most: number;
  readonly #pause: number;
  #queue: Queued<Operation, Result>[] = [];
  #busy = false;
  #resumeAt = 0;
  #idle: (() => void)[] = [];

  constructor(options: GroupCommitOptions<Operation, Result>) {
    this.#commit = options.commit;
    this.#most = options.most ?? 256;
    this.#pause = options.pause ?? 1;
  }

  /** Resolves when the operation is durable. */
  submit(operation: Operation): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ operation, resolve, reject });
      this.#schedule();
    });
  }

  /** Resolves when nothing is queued or being committed. */
  drained(): Promise<void> {
    if (!this.#busy && this.#queue.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #schedule(): void {
    if (this.#busy || this.#queue.length === 0) return;
    this.#busy = true;
    const wait = this.#resumeAt - performance.now();
    if (wait > 0) setTimeout(() => void this.#run(), wait);
    else setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    const group = this.#queue.splice(0, this.#most);
    try {
      await this.#commitTogether(group);
    } catch (error) {
      // What waits behind this group would fail in the same way, each after a timeout of its own.
      for (const { reject } of [...group, ...this.#queue.splice(0)]) reject(error);
    }
    this.#resumeAt = group.length > 1 ? performance.now() + this.#pause : 0;
    this.#busy = false;
    if (this.#queue.length > 0) this.#schedule();
    else for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #commitTogether(group: readonly Queued<Operation, Result>[]): Promise<void> {
    try {
      const outcomes = this.#commit(group.map(({ operation }) => operation));
      settleAll(group, outcomes instanceof Promise ? await outcomes : outcomes);
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      if (group.length > 1) for (const one of group) await this.#commitTogether([one]);
      else group[0]!.reject(error);
    }
  }
}

function settleAll<Operation, Result>(
  group: readonly Queued<Operation, Result>[],
  outcomes: readonly Outcome<Result>[],
): void {
  if (outcomes.length !== group.length)
    throw new Error(`The store returned ${outcomes.length} results for ${group.length} operations.`);
  for (const [index, outcome] of outcomes.entries()) {
    const { resolve, reject } = group[index]!;
    if ("error" in outcome) reject(outcome.error);
    else resolve(outcome.value);
  }
}
