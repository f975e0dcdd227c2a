import type { GatewayConfig } from "../config/config.ts";
import type { Store } from "../stores/open-store.ts";

/** Milliseconds between two rounds. Reservations are released as often as requests end, but at least every 30 seconds. */
const [sweepEvery, pruneEvery] = [30_000, 3_600_000];

const dayMs = 86_400_000;

interface UpkeepOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly config: () => GatewayConfig;
  /** Called with what an operator should know. */
  readonly report: (message: string, error?: unknown) => void;
}

/** Releases holds of requests that died, and deletes old records, at the start and then regularly. */
export function startUpkeep({ store, now, config, report }: UpkeepOptions): { readonly stop: () => void } {
  const sweep = async (): Promise<void> => {
    try {
      const expired = await store.ledger.sweep(now());
      for (const { id, account, amount } of expired)
        report(
          `The request ${id} of account ${account} never ended. Its reservation of ${amount} nano-USD was released; compare it with the provider's bill.`,
        );
    } catch (error) {
      report("Expired reservations could not be released", error);
    }
  };
  const prune = async (): Promise<void> => {
    try {
      await store.events.prune(now() - config().retention.records * dayMs);
    } catch (error) {
      report("Old records could not be deleted", error);
    }
  };
  void sweep();
  void prune();
  const often = Math.min(sweepEvery, config().limits.requestTime);
  const timers = [setInterval(() => void sweep(), often), setInterval(() => void prune(), pruneEvery)];
  for (const timer of timers) timer.unref();
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
}
