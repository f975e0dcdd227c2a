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
  if (!reportsCollections()) return;
  if (growthPercent !== undefined && !userFlags().includes("--heap-growing-percent"))
    setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
  if (userFlags().includes("semi-space")) return;
  let mayGrow: boolean | undefined;
  const adjust = (): void => {
    const isSmall = newSpaceSize() < newSpace;
    if (isSmall === mayGrow) return;
    mayGrow = isSmall;
    setFlagsFromString(`--semi-space-growth-factor=${isSmall ? 2 : 1}`);
  };
  adjust();
  // The new space grows only in a garbage collection. In an idle process, V8 shrinks it to 1 MB, and it has to grow again afterwards.
  new PerformanceObserver(adjust).observe({ entryTypes: ["gc"] });
}

/**
 * Keeps the new space at its first size, 1 MB, until `limitHeap` is called. Call it before the modules of the program are loaded: no
 * observer runs while they are evaluated, and the new space of the gateway had its largest size of 34 MB before `limitHeap` was called.
 */
export function delayHeapGrowth(): void {
  if (reportsCollections() && !userFlags().includes("semi-space")) setFlagsFromString("--semi-space-growth-factor=1");
}

function reportsCollections(): boolean {
  return PerformanceObserver.supportedEntryTypes.includes("gc");
}

/** The flags of the process. V8 accepts underscores in place of hyphens. */
function userFlags(): string {
  return `${process.env.NODE_OPTIONS ?? ""} ${process.execArgv.join(" ")}`.replaceAll("_", "-");
}

function newSpaceSize(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space")?.space_size ?? 0;
}
