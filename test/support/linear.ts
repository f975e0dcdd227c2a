import { expect } from "vitest";

const attempts = 5;

/**
 * Expects that the processor time of `work` grows in proportion to its size. Four times the size costs linear work four times the time
 * and quadratic work sixteen times; the limit is eight, the middle between the two. A busy machine or a garbage collection only ever
 * adds time, so the fastest run of each size counts, and the two are compared after every pair of runs.
 */
export async function expectLinear(work: (size: number) => unknown, size: number): Promise<void> {
  await work(size);
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < attempts; attempt++) {
    small = Math.min(small, await cpuTime(() => work(size)));
    large = Math.min(large, await cpuTime(() => work(4 * size)));
    if (large < 8 * small) return;
  }
  expect(large / small, "times the processor time for four times the size").toBeLessThan(8);
}

async function cpuTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
