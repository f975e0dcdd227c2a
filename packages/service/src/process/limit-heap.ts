import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/** Limits of a heap. */
interface HeapLimits {
  /** About the size of the space for new objects from which it grows no further, in bytes. V8's own limit is 96 MB. */
  readonly newSpace: number;
  /** By how much old objects may grow between two full garbage collections, in percent. Default: V8 decides. */
  readonly growthPercent?: number;
}

/**
 * Keeps the heap of the process small. Flags of the user have precedence. V8 reads `--max-semi-space-size` only from the command
 * line, which a program that `npx` starts does not have, so growth of the new space is turned off once it has its size. Does
 * nothing on runtimes that do not report collections.
 */
export function limitHeap({ newSpace, growthPercent }: HeapLimits): void {
  if (!PerformanceObserver.supportedEntryTypes.includes("gc")) return;
  // V8 accepts underscores in place of hyphens.
  const flags = `${process.env.NODE_OPTIONS ?? ""} ${process.execArgv.join(" ")}`.replaceAll("_", "-");
  if (growthPercent !== undefined && !flags.includes("--heap-growing-percent"))
    setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
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
