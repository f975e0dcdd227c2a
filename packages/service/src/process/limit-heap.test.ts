import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** The size of the new space, in MB, of a process that keeps many objects for a short time. */
function sizeAfterWork(start: string, ...flags: string[]): number {
  const program = `
    import { getHeapSpaceStatistics } from "node:v8";
    const { delayHeapGrowth, limitHeap } = await import(${JSON.stringify(new URL("limit-heap.ts", import.meta.url).href)});
    const size = () => getHeapSpaceStatistics().find((space) => space.space_name === "new_space").space_size / 2 ** 20;
    async function work() {
      let kept = [];
      for (let turn = 0; turn < 300; turn++) {
        kept = [...kept.slice(-20_000), ...Array.from({ length: 5000 }, () => ({ items: [turn, 1, 2, 3] }))];
        // Lets the observer of garbage collections run.
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    ${start}
    await work();
    console.log(size());`;
  const args = [...flags, "--no-warnings", "--input-type=module", "--eval", program];
  return Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
}

test("the heap for new objects does not grow beyond its limit", () => {
  expect(sizeAfterWork("limitHeap({ newSpace: 4 * 2 ** 20 });")).toBeLessThanOrEqual(8);
  expect(sizeAfterWork("")).toBeGreaterThan(8);
});

test.each(["--max-semi-space-size=16", "--max_semi_space_size=16"])("a user's %s has precedence", (flag) => {
  expect(sizeAfterWork("limitHeap({ newSpace: 2 * 2 ** 20 });", flag)).toBeGreaterThan(8);
});

test("a program that is loaded without a pause does not fill the heap beyond its limit", () => {
  // As modules do that are evaluated together: no observer runs in between.
  const load = `for (let turn = 0, kept = []; turn < 300; turn++)
    kept = [...kept.slice(-20_000), ...Array.from({ length: 5000 }, () => ({ items: [turn, 1, 2, 3] }))];`;
  const limit = "limitHeap({ newSpace: 4 * 2 ** 20 });";
  expect(sizeAfterWork(`delayHeapGrowth(); ${load} ${limit}`)).toBeLessThanOrEqual(8);
  expect(sizeAfterWork(`${load} ${limit}`)).toBeGreaterThan(8);
});

test("the heap grows to its limit once the program is loaded", () => {
  expect(sizeAfterWork("delayHeapGrowth();")).toBeLessThan(4);
  expect(sizeAfterWork("delayHeapGrowth(); limitHeap({ newSpace: 4 * 2 ** 20 });")).toBeGreaterThanOrEqual(4);
});

test("the heap grows to its limit again after the process was idle", () => {
  // V8 shrinks the space of an idle process as in this collection.
  const idle = `
    limitHeap({ newSpace: 4 * 2 ** 20 });
    await work();
    gc({ type: "major", flavor: "last-resort" });
    if (size() >= 4) throw new Error("The new space was not shrunk: " + size());`;
  expect(sizeAfterWork(idle, "--expose-gc")).toBeGreaterThanOrEqual(4);
});
