import { isStartedByNpx, watchParent } from "@patchbay/service/process/parent-process";
import type { ListeningServer } from "@patchbay/service/http/request";

/** Options of `endOnSignals`. */
interface EndOptions {
  /** Milliseconds that responses in progress get after the first signal. */
  readonly drain: number;
  /** Whether the command ends with its parent process. Default: true if `npx` started it. */
  readonly withParent: boolean | undefined;
  /** Called after the server is closed. */
  readonly finish: () => Promise<void>;
}

/** One key press can arrive as two signals within this time: from the terminal and from `npx`. In milliseconds. */
const sameSignal = 250;

/** Closes the server and ends the process on SIGINT, SIGTERM or the end of the parent. A second signal closes at once. */
export function endOnSignals(
  { close }: Pick<ListeningServer, "close">,
  { drain, withParent, finish }: EndOptions,
): void {
  let first: number | undefined;
  const end = (): void => {
    if (first !== undefined && performance.now() - first < sameSignal) return;
    const isSecond = first !== undefined;
    first ??= performance.now();
    stop();
    const closed = close({ drain: isSecond ? 0 : drain });
    if (!isSecond) void closed.then(finish).finally(() => process.exit());
  };
  const isWatching = withParent ?? isStartedByNpx("patchbay-mock");
  const stop = isWatching ? watchParent(end, { stdin: withParent === true }) : (): void => undefined;
  process.on("SIGINT", end).on("SIGTERM", end);
}
