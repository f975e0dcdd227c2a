import type { GatewayConfig } from "../config/config.ts";
import type { ExpiredHold } from "../ports/ledger.ts";
import type { Store } from "../stores/open-store.ts";

const secondMs = 1000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** Holds are released as often as requests end, but at least this often. In milliseconds. */
const sweepEvery = 30 * secondMs;

export interface UpkeepOptions {
  readonly store: Pick<Store, "ledger" | "events">;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly config: () => Pick<GatewayConfig, "retention" | "limits">;
  /** Called with what an operator should know. */
  readonly report: (message: string, error?: unknown) => void;
  /** Called after each access to the ledger. */
  readonly noteStore: (isUp: boolean) => void;
}

interface Task {
  /** Milliseconds between two runs. */
  readonly every: number;
  /** Milliseconds until another run after a failed one. Default: the next regular one. */
  readonly retryAfter?: number;
  /** What is reported if it fails. */
  readonly failure: string;
  readonly run: () => Promise<void>;
}

/**
 * Releases holds of requests that died, deletes old records and compares our costs with those of the providers, at the start and
 * then regularly.
 */
export function startUpkeep(options: UpkeepOptions): { readonly stop: () => void } {
  const { store, now, config, report } = options;
  const tasks: readonly Task[] = [
    {
      every: Math.min(sweepEvery, config().limits.requestTime),
      // `/ready` soon shows that the store has returned.
      retryAfter: secondMs,
      failure: "Expired reservations could not be released",
      run: () => sweep(options),
    },
    {
      every: hourMs,
      failure: "Old records could not be deleted",
      run: () => store.events.prune(now() - config().retention.records * dayMs),
    },
    { every: hourMs, failure: "The costs of providers could not be compared", run: () => compareCosts(options) },
  ];
  const stops = tasks.map((task) => repeat(task, report));
  return {
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

/** Runs a task now and then regularly. A failure is reported once, until the task succeeds again. */
function repeat({ every, retryAfter = every, failure, run }: Task, report: UpkeepOptions["report"]): () => void {
  let isStopped = false;
  let hasFailed = false;
  let timer: NodeJS.Timeout | undefined;
  const attempt = async (): Promise<void> => {
    try {
      await run();
      hasFailed = false;
    } catch (error) {
      if (!isStopped && !hasFailed) report(failure, error);
      hasFailed = true;
    }
    if (!isStopped) timer = setTimeout(() => void attempt(), hasFailed ? retryAfter : every).unref();
  };
  void attempt();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

async function sweep({ store, now, report, noteStore }: UpkeepOptions): Promise<void> {
  try {
    const expired = await store.ledger.sweep(now());
    noteStore(true);
    for (const hold of expired) if (!isUsedUp(hold)) report(describeExpired(hold));
  } catch (error) {
    noteStore(false);
    throw error;
  }
}

/** Whether it is a lease that no request is missing from that costs anything: all of them were charged, or are free. */
function isUsedUp({ id, amount }: ExpiredHold): boolean {
  return id.startsWith("lease:") && amount === 0n;
}

function describeExpired({ id, account, amount }: ExpiredHold): string {
  const compare = `of ${amount} nano-USD was released; compare it with the provider's bill.`;
  // Of a process that died, younger requests than a second have no reservation of their own.
  if (id.startsWith("lease:"))
    return `Requests of account ${account} may never have ended in the last second of a gateway. Its lease ${compare}`;
  return `The request ${id} of account ${account} never ended. Its reservation ${compare}`;
}

/** Reports charges of the last hour that differ from what the providers say they cost: a price has changed. */
async function compareCosts({ store, now, report }: UpkeepOptions): Promise<void> {
  const { compared, deviating, worstRatio, worstId } = await store.ledger.driftSince(now() - hourMs);
  if (deviating === 0) return;
  report(
    `${deviating} of ${compared} charges of the last hour differ by more than 1 % from the cost that the provider reported, ` +
      `most of all ${worstId}, by a factor of ${worstRatio.toFixed(2)}. Check the prices in the configuration.`,
  );
}
