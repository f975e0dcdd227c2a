import type { SettlingLedger } from "../ledger/settle-later.ts";
import type { Closure } from "../pipeline/admission.ts";

/** Whether the gateway takes requests. */
export class Lifecycle {
  readonly #ledger: Pick<SettlingLedger, "waiting">;
  #isDraining = false;
  #isStoreDown = false;

  constructor(ledger: Pick<SettlingLedger, "waiting">) {
    this.#ledger = ledger;
  }

  get isDraining(): boolean {
    return this.#isDraining;
  }

  /** Why no request is admitted; undefined while they are. */
  get closedBy(): Closure | undefined {
    if (this.#isDraining) return { source: "draining", message: "The gateway is shutting down." };
    // Without the ledger, requests would be served unbilled.
    if (this.#ledger.waiting() > 0)
      return {
        source: "ledger",
        message: "The gateway waits for its database, which does not accept charges now.",
      };
    return undefined;
  }

  /** Why load balancers should send no requests; undefined while they should. */
  get notReady(): Closure | undefined {
    if (!this.#isStoreDown) return this.closedBy;
    return this.closedBy ?? { source: "ledger", message: "The gateway cannot reach its database." };
  }

  /** Notes whether the last regular access to the store succeeded. */
  noteStore(isUp: boolean): void {
    this.#isStoreDown = !isUp;
  }

  /** Admits no request from now on. */
  startDraining(): void {
    this.#isDraining = true;
  }
}

/** Resolves with a promise, or after `ms` milliseconds. */
export async function within(ms: number, promise: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
