import { isStartedByNpx, watchParent } from "./parent-process.ts";
import type { ListeningServer } from "../http/request.ts";

/** When a command ends. */
interface EndOptions {
  /** Milliseconds in which answers under way may end after the first signal. */
  readonly drain: number;
  /** Whether the command ends with its parent. Default: when `npx` started it. */
  readonly withParent: boolean | undefined;
  /** Called when the server is closed. */
  readonly finish: () => Promise<void>;
}

/** A key that is pressed once can arrive as two signals: from the terminal, and from `npx`, which passes it on. Milliseconds. */
const sameSignal = 250;

/** Closes the server and ends the process at SIGINT and SIGTERM, or with the parent. A second signal cuts what still runs. */
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
