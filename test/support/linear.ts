import { expect } from "vitest";

/**
 * Expects that work of twice the size takes less than three times the processor time. Runs at two sizes, and once again when the
 * first measurement was disturbed.
 */
export async function expectLinear(work: (size: number) => unknown, size: number): Promise<void> {
  await work(size);
  const first = await measure(work, size);
  if (first < 3) return;
  expect(await measure(work, size), "times the processor time for twice the size").toBeLessThan(3);
}

async function measure(work: (size: number) => unknown, size: number): Promise<number> {
  const small = await cpuTime(() => work(size));
  const large = await cpuTime(() => work(2 * size));
  return large / small;
}

async function cpuTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
