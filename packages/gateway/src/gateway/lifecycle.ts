import type { SettlingLedger } from "../ledger/settle-later.ts";

/** Whether the gateway takes requests. */
export class Lifecycle {
  readonly #ledger: Pick<SettlingLedger, "waiting">;
  #isDraining = false;

  constructor(ledger: Pick<SettlingLedger, "waiting">) {
    this.#ledger = ledger;
  }

  /** Why no request is admitted; undefined while they are. */
  get closedBy(): string | undefined {
    if (this.#isDraining) return "The gateway is shutting down.";
    // Without the ledger, requests would be served unbilled.
    if (this.#ledger.waiting() > 0) return "The gateway waits for its database, which does not accept charges now.";
    return undefined;
  }

  /** Admits no request from now on. */
  startDraining(): void {
    this.#isDraining = true;
  }
}
