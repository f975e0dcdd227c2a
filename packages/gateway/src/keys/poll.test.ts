import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StoredKey } from "../ports/keys.ts";
import { emptyKey } from "./empty-key.ts";
import { KeyPoll, type KeyChange } from "./poll.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Row extends KeyChange {
  readonly isOwn: boolean;
}

/** A table of keys that two gateways change, whose answers to one of them take any time. */
class Table {
  readonly #rows = new Map<string, Row>();
  #position = 0;
  #query: { readonly after: number; readonly answer: (changes: KeyChange[]) => void } | undefined;
  #snapshot: KeyChange[] | undefined;

  change(hash: string, key: StoredKey, isOwn: boolean): void {
    this.#rows.set(hash, { position: ++this.#position, hash, key, isOwn });
  }

  nameOf(hash: string): string | undefined {
    return this.#rows.get(hash)?.key?.name;
  }

  readonly read = (after: number): Promise<KeyChange[]> =>
    new Promise((answer) => {
      this.#query = { after, answer };
    });

  /** Runs the query of the gateway. */
  query(): void {
    const { after } = this.#query ?? {};
    if (after === undefined) return;
    this.#snapshot ??= [...this.#rows.values()]
      .filter(({ position, isOwn }) => position > after && !isOwn)
      .toSorted((one, other) => one.position - other.position);
  }

  /** Its answer arrives. */
  answer(): void {
    if (!this.#snapshot) return;
    this.#query!.answer(this.#snapshot);
    this.#query = undefined;
    this.#snapshot = undefined;
  }
}

/** A change of the gateway that is under way. */
interface Change {
  readonly hash: string;
  readonly key: StoredKey;
  readonly end: () => void;
  isCommitted: boolean;
}

const hashes = ["a", "b"];
const steps = fc.array(
  fc.record({
    type: fc.constantFrom("other", "begin", "commit", "end", "poll", "query", "answer"),
    hash: fc.constantFrom("a", "a", "a", "b"),
  }),
  { maxLength: 30, size: "max" },
);

test("the keys of a gateway are those of the store at last, in whatever order it and others change and read them", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (actions) => {
      const table = new Table();
      const known = new Map<string, string | undefined>();
      const poll = new KeyPoll(table.read, 0, 10);
      const stop = poll.watch((hash, key) => known.set(hash, key?.name));
      const changes: Change[] = [];
      let count = 0;
      const newKey = (): StoredKey => ({ ...emptyKey(`secret ${count}`, 0), name: `name ${count++}` });
      const begin = async (hash: string): Promise<void> => {
        const key = newKey();
        // A store makes the changes of a key one after the other.
        if (changes.some((change) => change.hash === hash)) return;
        await poll.write(hash, () => new Promise<void>((end) => changes.push({ hash, key, end, isCommitted: false })));
        known.set(hash, key.name);
      };
      const commit = (hash: string): void => {
        const change = changes.find((one) => one.hash === hash && !one.isCommitted);
        if (!change) return;
        table.change(hash, change.key, true);
        change.isCommitted = true;
      };
      const end = (hash: string): void => {
        const index = changes.findIndex((change) => change.hash === hash && change.isCommitted);
        if (index >= 0) changes.splice(index, 1)[0]!.end();
      };
      const does: Record<(typeof actions)[number]["type"], (hash: string) => unknown> = {
        other: (hash) => table.change(hash, newKey(), false),
        begin: (hash) => void begin(hash),
        commit,
        end,
        poll: () => vi.advanceTimersByTimeAsync(10),
        query: () => table.query(),
        answer: () => table.answer(),
      };
      for (const { type, hash } of actions) {
        await does[type](hash);
        await vi.advanceTimersByTimeAsync(0);
      }
      for (const hash of hashes) [commit, end].forEach((one) => one(hash));
      for (let turn = 0; turn < 3; turn++) {
        await vi.advanceTimersByTimeAsync(10);
        table.query();
        table.answer();
      }
      await vi.advanceTimersByTimeAsync(0);
      stop();
      for (const hash of hashes) expect(known.get(hash)).toBe(table.nameOf(hash));
    }),
    { numRuns: 1000 },
  );
});
