import { expect } from "vitest";

const attempts = 5;

/**
 * Expects that work of twice the size takes less than three times the processor time. A machine that does other work, or a garbage
 * collection, only ever adds time, so the fastest run of each size counts, and the sizes are compared after every pair of runs.
 */
export async function expectLinear(work: (size: number) => unknown, size: number): Promise<void> {
  await work(size);
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < attempts; attempt++) {
    small = Math.min(small, await cpuTime(() => work(size)));
    large = Math.min(large, await cpuTime(() => work(2 * size)));
    if (large < 3 * small) return;
  }
  expect(large / small, "times the processor time for twice the size").toBeLessThan(3);
}

async function cpuTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
