// Whatever the store does and in whatever order, no operation and no reader waits for an event that has already happened.
import { setImmediate as turn, setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { StoreUnavailable } from "../ports/store-unavailable.ts";
import { GroupCommit, type Outcome } from "./group-commit.ts";

type Ending = "good" | "unavailable" | "broken";

const ending = fc.constantFrom<Ending>("good", "unavailable", "broken");
const submit = fc.record({
  type: fc.constant("submit" as const),
  canLinger: fc.boolean(),
  count: fc.constantFrom(1, 1, 1, 2, 5, 40),
});
const end = fc.record({ type: fc.constant("end" as const), what: fc.constantFrom("commit", "flush"), ending });
const read = fc.constant({ type: "read" as const });
const drain = fc.constant({ type: "drain" as const });
const steps = fc.array(
  fc.record({
    action: fc.oneof(
      { weight: 3, arbitrary: submit },
      { weight: 3, arbitrary: end },
      { weight: 1, arbitrary: read },
      { weight: 1, arbitrary: drain },
    ),
    /** What happens before the next one. */
    pause: fc.constantFrom("nothing", "turn", "turns", "wait"),
  }),
  { maxLength: 30, size: "max" },
);

/** A store whose commits and flushes end when the test says so. */
class Store {
  readonly committed = new Set<number>();
  readonly durable = new Set<number>();
  readonly #commits: ((ending: Ending) => void)[] = [];
  readonly #flushes: ((ending: Ending) => void)[] = [];
  /** From then on, commits and flushes end by themselves. */
  #isOpen = false;

  readonly commit = async (operations: readonly number[]): Promise<Outcome<number>[]> => {
    expect(operations.length).toBeLessThanOrEqual(8);
    await this.#end(this.#commits);
    return this.commitNow(operations);
  };

  readonly commitNow = (operations: readonly number[]): Outcome<number>[] => {
    for (const one of operations) this.committed.add(one);
    return operations.map((value) => ({ value }));
  };

  readonly flush = async (): Promise<void> => {
    const before = [...this.committed];
    await this.#end(this.#flushes);
    for (const one of before) this.durable.add(one);
  };

  /** Ends the oldest commit or flush. */
  end(what: "commit" | "flush", how: Ending): void {
    (what === "commit" ? this.#commits : this.#flushes).shift()?.(how);
  }

  open(): void {
    this.#isOpen = true;
    for (const end of [...this.#commits.splice(0), ...this.#flushes.splice(0)]) end("good");
  }

  async #end(waiting: ((ending: Ending) => void)[]): Promise<void> {
    if (this.#isOpen) return turn();
    const how = await new Promise<Ending>((resolve) => waiting.push(resolve));
    if (how === "unavailable") throw new StoreUnavailable("gone");
    if (how === "broken") throw new RangeError("broken");
  }
}

/** What the operations and readers of a run do, and whether they ended. */
class Callers {
  readonly #group: GroupCommit<number, number>;
  readonly #visible: ReadonlySet<number>;
  readonly #durable: ReadonlySet<number>;
  readonly #settled = new Set<number>();
  #submitted = 0;
  /** Readers, and operations that must not linger. */
  readonly urgent: Promise<unknown>[] = [];
  readonly all: Promise<unknown>[] = [];

  constructor(group: GroupCommit<number, number>, visible: ReadonlySet<number>, durable: ReadonlySet<number>) {
    this.#group = group;
    this.#visible = visible;
    this.#durable = durable;
  }

  submit(canLinger: boolean): void {
    const id = this.#submitted++;
    const check = (value: number): void => {
      expect(value).toBe(id);
      expect(this.#durable.has(id)).toBe(true);
    };
    const work = this.#group.submit(id, canLinger).then(check, (error: unknown) => expect(error).toBeInstanceOf(Error));
    this.#note(
      work.then(() => this.#settled.add(id)),
      canLinger,
    );
  }

  read(): void {
    const before = this.#submitted;
    const work = Promise.resolve(this.#group.committed())
      // A rejection is seen a few microtasks later.
      .then(() => turn())
      .then(() => this.#expectAll(before, (id) => this.#visible.has(id) || this.#settled.has(id)));
    this.#note(work, false);
  }

  drain(): void {
    const before = this.#submitted;
    const work = this.#group
      .drained()
      .then(() => turn())
      .then(() => this.#expectAll(before, (id) => this.#settled.has(id)));
    this.#note(work, false);
  }

  #note(work: Promise<unknown>, canLinger: boolean): void {
    this.all.push(work);
    if (!canLinger) this.urgent.push(work);
  }

  #expectAll(before: number, isDone: (id: number) => boolean): void {
    for (let id = 0; id < before; id++) expect(isDone(id)).toBe(true);
  }
}

const cases = fc.record({
  actions: steps,
  isAsync: fc.boolean(),
  hasFlush: fc.boolean(),
  pause: fc.constantFrom(0, 1, 5),
  /** What takes the operations along that linger; nothing if they linger for a moment only. */
  last: fc.constantFrom("drain", "submit", "nothing"),
});

type Case = typeof cases extends fc.Arbitrary<infer Value> ? Value : never;

async function run({ actions, isAsync, hasFlush, pause, last }: Case): Promise<void> {
  const store = new Store();
  const group = new GroupCommit<number, number>({
    commit: isAsync ? store.commit : store.commitNow,
    ...(hasFlush && { flush: store.flush }),
    most: 8,
    pause,
    linger: last === "nothing" ? 2 : 1e6,
  });
  const callers = new Callers(group, store.committed, hasFlush ? store.durable : store.committed);
  for (const { action, pause: between } of actions) {
    if (action.type === "submit") for (let left = action.count; left > 0; left--) callers.submit(action.canLinger);
    else if (action.type === "read") callers.read();
    else if (action.type === "drain") callers.drain();
    else store.end(action.what, action.ending);
    if (between === "wait") await sleep(1);
    else if (between !== "nothing") await turn();
    if (between === "turns") for (let left = 2; left > 0; left--) await turn();
  }
  store.open();
  await Promise.all(callers.urgent);
  if (last === "drain") callers.drain();
  else if (last === "submit") callers.submit(false);
  await Promise.all(callers.all);
}

test("every operation is settled and every reader resolves, whatever commits and flushes come to, in any order", async () => {
  // Only a case that hangs takes so long.
  await fc.assert(fc.asyncProperty(cases, run), { numRuns: 200, timeout: 20_000, endOnFailure: true });
});
