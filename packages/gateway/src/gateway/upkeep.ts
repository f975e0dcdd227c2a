import type { GatewayConfig } from "../config/config.ts";
import type { Store } from "../stores/open-store.ts";

const secondMs = 1000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

export interface UpkeepOptions {
  readonly store: Pick<Store, "ledger" | "events">;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly config: () => Pick<GatewayConfig, "retention">;
  /** Called with what an operator should know. */
  readonly report: (message: string, error?: unknown) => void;
}

interface Task {
  /** Milliseconds between two runs. */
  readonly every: number;
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
    { every: 30 * secondMs, failure: "Expired reservations could not be released", run: () => sweep(options) },
    {
      every: hourMs,
      failure: "Old records could not be deleted",
      run: () => store.events.prune(now() - config().retention.records * dayMs),
    },
    { every: hourMs, failure: "The costs of providers could not be compared", run: () => compareCosts(options) },
  ];
  const timers = tasks.map(({ every, failure, run }) => {
    const attempt = (): void => void run().catch((error: unknown) => report(failure, error));
    attempt();
    return setInterval(attempt, every).unref();
  });
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

async function sweep({ store, now, report }: UpkeepOptions): Promise<void> {
  const expired = await store.ledger.sweep(now());
  for (const { id, account, amount } of expired)
    report(
      `The request ${id} of account ${account} never ended. Its reservation of ${amount} nano-USD was released; compare it with the provider's bill.`,
    );
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
