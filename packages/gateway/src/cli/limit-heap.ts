import { PerformanceObserver } from "node:perf_hooks";
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/** Size of the space for new objects from which it grows no further, in bytes. V8's own limit is 96 MB. */
const mostNewBytes = 16 * 1_048_576;

/**
 * Stops the growth of the space for new objects. At a concurrency of 32, the resident size is 250 MB in place of 280 MB after 8,000
 * streams, and 200 to 260 MB in place of 280 MB with long prompts, at the same CPU. Flags of the user have precedence. V8 reads its limit
 * only when a process starts, so that the growth is stopped when the space has the size.
 *
 * To collect the old space earlier (`--heap-growing-percent=40`) leads to 186 MB, but long prompts then take 80 % more CPU.
 */
export function limitHeap(): void {
  const flags = `${process.env.NODE_OPTIONS ?? ""} ${process.execArgv.join(" ")}`;
  if (/semi[-_]space/.test(flags)) return;
  const observer = new PerformanceObserver(() => {
    const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space");
    if (!space || space.space_size < mostNewBytes) return;
    setFlagsFromString("--semi-space-growth-factor=1");
    observer.disconnect();
  });
  observer.observe({ entryTypes: ["gc"] });
}
