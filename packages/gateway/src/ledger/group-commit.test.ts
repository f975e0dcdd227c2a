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

test("while a group is flushed, the next is committed, and each resolves after a flush that began after its commit", async () => {
  const events: string[] = [];
  const flushes: (() => void)[] = [];
  const group = new GroupCommit<number, number>({
    pause: 0,
    commit: (operations) => {
      events.push(`commit ${operations.join()}`);
      return echo(operations);
    },
    flush: () => {
      events.push("flush");
      return new Promise((resolve) => flushes.push(resolve));
    },
  });
  const first = group.submit(1).then(() => events.push("done 1"));
  await expect.poll(() => flushes.length).toBe(1);
  const second = group.submit(2).then(() => events.push("done 2"));
  await expect.poll(() => events.length).toBe(3);
  flushes[0]!();
  await first;
  await expect.poll(() => flushes.length).toBe(2);
  flushes[1]!();
  await second;
  expect(events.filter((event) => event !== "done 1")).toEqual(["commit 1", "flush", "commit 2", "flush", "done 2"]);
  expect(events.indexOf("done 1")).toBeGreaterThan(events.indexOf("commit 2"));
  await group.drained();
});

test("a flush that fails rejects what was committed before it, and later operations are tried again", async () => {
  let fails = true;
  const flush = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (fails) throw new StoreUnavailable("gone");
  };
  const group = new GroupCommit<number, number>({ commit: echo, flush, pause: 0 });
  const first = group.submit(1);
  await new Promise((resolve) => setTimeout(resolve, 2));
  const results = await Promise.allSettled([first, group.submit(2)]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  fails = false;
  expect(await group.submit(3)).toBe(3);
});

test("operations that can linger wait for others, and one that cannot or the end takes them along", async () => {
  const groups: number[] = [];
  const group = new GroupCommit<number, number>({
    linger: 1e6,
    flush: async () => {},
    commit: (operations) => {
      groups.push(operations.length);
      return echo(operations);
    },
  });
  const lingering = [1, 2].map((value) => group.submit(value, true));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(groups).toEqual([]);
  expect(await group.submit(3)).toBe(3);
  await Promise.all(lingering);
  const last = group.submit(4, true);
  await group.drained();
  expect(await last).toBe(4);
  await Promise.all(Array.from({ length: 32 }, (_, value) => group.submit(value, true)));
  expect(groups).toEqual([3, 1, 32]);
});

test("operations and the end are not held up by a planned commit whose operations a failed flush has rejected", async () => {
  for (const pause of [0, 20]) {
    let fail: (() => void) | undefined;
    const group = new GroupCommit<number, number>({
      commit: echo,
      flush: () =>
        new Promise((resolve, reject) => (fail ? resolve() : (fail = () => reject(new StoreUnavailable("gone"))))),
      pause,
    });
    const first = [1, 2].map((value) => group.submit(value));
    await expect.poll(() => fail).toBeDefined();
    // Its commit is planned: in the next turn, or after the pause.
    const planned = group.submit(3);
    fail!();
    const results = await Promise.allSettled([...first, planned]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    await new Promise((resolve) => setTimeout(resolve, 2 * pause + 5));
    const later = group.submit(4);
    await group.drained();
    expect(await later).toBe(4);
  }
});
