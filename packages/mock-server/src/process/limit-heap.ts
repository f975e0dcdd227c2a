import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/**
 * Keeps the heap of the process small: new objects get about a number of bytes, and old ones may grow by half between two full
 * garbage collections. V8 reads `--max-semi-space-size` only from the command line, which a program that `npx` starts does not
 * have, so growth of the new space is turned off once it has its size. Does nothing on runtimes that do not report collections.
 *
 * With 16 MB, the process takes 175 MB after 30,000 chats, for about 6 % more CPU; without a limit it takes 320 MB. With 8 MB, the
 * new space alone would cost 15 %. Flags of the user have precedence.
 */
export function limitHeap(newSpace: number): void {
  if (!PerformanceObserver.supportedEntryTypes.includes("gc")) return;
  // V8 accepts underscores in place of hyphens.
  const flags = `${process.env.NODE_OPTIONS ?? ""} ${process.execArgv.join(" ")}`.replaceAll("_", "-");
  if (!flags.includes("--heap-growing-percent")) setFlagsFromString("--heap-growing-percent=50");
  if (flags.includes("semi-space")) return;
  // The new space grows only in a garbage collection.
  const observer = new PerformanceObserver(() => {
    if (newSpaceSize() < newSpace) return;
    setFlagsFromString("--semi-space-growth-factor=1");
    observer.disconnect();
  });
  observer.observe({ entryTypes: ["gc"] });
}

function newSpaceSize(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space")?.space_size ?? 0;
}
