import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { openPostgresKeys } from "../keys/postgres.ts";
import { openSqliteKeys } from "../keys/sqlite.ts";
import { leaseLedger } from "../ledger/leases/lease-ledger.ts";
import { settleLater, type SettlingLedger } from "../ledger/settle-later.ts";
import { openPostgresLedger } from "../ledger/postgres/ledger.ts";
import { openSqliteLedger } from "../ledger/sqlite/ledger.ts";
import type { Events } from "../ports/events.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { KeyStore } from "../ports/keys.ts";
import type { PostgresOptions } from "../postgres/client.ts";
import { openPostgresEvents } from "../records/postgres.ts";
import { openSqliteEvents } from "../records/sqlite.ts";

/** Where the gateway keeps its state: files of one process, or a PostgreSQL database of any number of gateways. */
export type StoreLocation =
  | { readonly dataDir: string; readonly database?: undefined }
  | { readonly database: string; readonly postgres?: PostgresOptions };

/** Everything durable of a gateway. */
export interface Store {
  /** Settlements wait while the store is unavailable; see `settleLater`. */
  readonly ledger: SettlingLedger;
  readonly events: Events;
  readonly keys: KeyStore;
  /** Stores what is queued, then closes all parts. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the store and brings its schema to the newest version. In `dataDir` it creates `ledger.db`, `keys.db` and a file per day
 * in `records/`, all with mode 0600.
 *
 * @throws If another gateway uses `dataDir`, a newer gateway has written the data, or the package `postgres` is missing.
 * @throws StoreUnavailable if the database cannot be reached.
 */
export async function openStore(location: StoreLocation): Promise<Store> {
  const opened: { readonly close: () => Promise<void> }[] = [];
  const keep = <Part extends { readonly close: () => Promise<void> }>(part: Part): Part => {
    opened.push(part);
    return part;
  };
  const close = async (): Promise<void> => {
    const closed = await Promise.allSettled(opened.splice(0).map((part) => part.close()));
    for (const result of closed) if (result.status === "rejected") throw result.reason;
  };
  try {
    if (location.database !== undefined) {
      const { database, postgres } = location;
      const ledger = keep(withLeases(await openPostgresLedger(database, postgres)));
      const keys = keep(await openPostgresKeys(database, postgres));
      return { ledger, keys, events: keep(await openPostgresEvents(database, postgres)), close };
    }
    const { dataDir } = location;
    const ledger = keep(withLeases(openSqliteLedger(join(dataDir, "ledger.db"))));
    const keys = keep(openSqliteKeys(join(dataDir, "keys.db")));
    return { ledger, keys, events: keep(openSqliteEvents(join(dataDir, "records"))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Leases see each failure of the store, also of a settlement that is repeated later. */
function withLeases(ledger: Ledger): SettlingLedger {
  return settleLater(leaseLedger(ledger, { node: randomUUID() }));
}
