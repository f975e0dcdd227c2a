import { expect, test } from "vitest";
import { StoreUnavailable } from "../ports/store-unavailable.ts";
import { GroupCommit, type Outcome } from "./group-commit.ts";

const echo = (operations: readonly number[]): Outcome<number>[] => operations.map((value) => ({ value }));

test("operations that are queued in one turn are committed together, up to the most of a group", async () => {
  const groups: number[] = [];
  const group = new GroupCommit<number, number>({
    most: 3,
    commit: (operations) => {
      groups.push(operations.length);
      return echo(operations);
    },
  });
  const all = Array.from({ length: 7 }, (_, index) => index);
  expect(await Promise.all(all.map((value) => group.submit(value)))).toEqual(all);
  expect(groups).toEqual([3, 3, 1]);
});

test("a single operation is committed in the next turn of the event loop", async () => {
  const group = new GroupCommit<number, number>({ commit: echo, pause: 1e6 });
  for (let value = 0; value < 5; value++) expect(await group.submit(value)).toBe(value);
});

test("operations that arrive during an asynchronous commit form the next group", async () => {
  const groups: number[] = [];
  const group = new GroupCommit<number, number>({
    pause: 0,
    commit: async (operations) => {
      groups.push(operations.length);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return echo(operations);
    },
  });
  const first = group.submit(0);
  await new Promise((resolve) => setTimeout(resolve, 2));
  await Promise.all([first, group.submit(1), group.submit(2)]);
  expect(groups).toEqual([1, 2]);
  await group.drained();
});

test("an unavailable store rejects the group and everything behind it at once, and later operations are tried again", async () => {
  let calls = 0;
  const group = new GroupCommit<number, number>({
    most: 2,
    commit: (operations) => {
      if (++calls === 1) throw new StoreUnavailable("gone");
      return echo(operations);
    },
  });
  const results = await Promise.allSettled([1, 2, 3, 4, 5].map((value) => group.submit(value)));
  expect(results.map(({ status }) => status)).toEqual(Array(5).fill("rejected"));
  expect(calls).toBe(1);
  expect(await group.submit(6)).toBe(6);
});

test("any other error concerns only the operation that caused it", async () => {
  const group = new GroupCommit<number, number>({
    commit: (operations) => {
      if (operations.includes(2)) throw new RangeError("two");
      return echo(operations);
    },
  });
  const results = await Promise.allSettled([1, 2, 3].map((value) => group.submit(value)));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});
