import { expect } from "vitest";

const attempts = 5;

/** In microseconds. Less is about what new memory, a first call or the clock's resolution adds, which does not grow with the size. */
const shortest = 5000;

/**
 * Expects that the processor time of `work` grows in proportion to its size. Four times the size costs linear work four times the time
 * and quadratic work sixteen times; the limit is eight, the middle between the two. A busy machine or a garbage collection only ever
 * adds time, so the fastest run of each size counts, and the two are compared after every pair of runs. Work that is done within 5 ms at
 * four times its size passes: choose sizes at which quadratic work takes much longer.
 */
export async function expectLinear(work: (size: number) => unknown, size: number): Promise<void> {
  await work(size);
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < attempts; attempt++) {
    small = Math.min(small, await cpuTime(() => work(size)));
    large = Math.min(large, await cpuTime(() => work(4 * size)));
    if (large < Math.max(8 * small, shortest)) return;
  }
  expect(large / small, "times the processor time for four times the size").toBeLessThan(8);
}

async function cpuTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
