import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/**
 * Limits the part of the heap for new objects to about a number of bytes. V8 reads `--max-semi-space-size` only from the command
 * line, which a program that `npx` starts does not have, so growth is turned off once the size is reached. Does nothing on
 * runtimes that do not report garbage collections.
 *
 * With 16 MB, the process takes 175 MB after 60,000 chats, and 4 % more of its CPU time is garbage collection; without a limit it
 * takes 320 MB, since V8 also keeps more garbage of old objects. With 8 MB, it would be 15 % of the CPU time.
 */
export function limitNewSpace(bytes: number): void {
  if (!PerformanceObserver.supportedEntryTypes.includes("gc")) return;
  // The space grows only in a garbage collection.
  const observer = new PerformanceObserver(() => {
    if (newSpaceSize() < bytes) return;
    setFlagsFromString("--semi-space-growth-factor=1");
    observer.disconnect();
  });
  observer.observe({ entryTypes: ["gc"] });
}

function newSpaceSize(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space")?.space_size ?? 0;
}
