/**
 * Versions of the ledger's schema, oldest first. Never edit a released one; append.
 *
 * Amounts are nano-USD, times are Unix milliseconds. `hold` has one row per request, from its reservation to its charge, so that
 * an id is settled only once. Its `budgets` are a JSON array of `[id, window start, unit, limit]` with integers as strings.
 */
export const ledgerMigrations: readonly string[] = [
  `
  CREATE TABLE account(
    name TEXT PRIMARY KEY,
    credited INTEGER NOT NULL DEFAULT 0,
    debited INTEGER NOT NULL DEFAULT 0,
    pending INTEGER NOT NULL DEFAULT 0 CHECK(pending >= 0)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE entry(
    txn TEXT NOT NULL,
    line INTEGER NOT NULL,
    debit TEXT NOT NULL REFERENCES account(name),
    credit TEXT NOT NULL REFERENCES account(name),
    amount INTEGER NOT NULL CHECK(amount <> 0),
    at INTEGER NOT NULL,
    PRIMARY KEY(txn, line)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE hold(
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    floor INTEGER,
    amount INTEGER NOT NULL CHECK(amount >= 0),
    requests INTEGER NOT NULL DEFAULT 1 CHECK(requests >= 0),
    budgets TEXT NOT NULL,
    state TEXT NOT NULL CHECK(state IN ('open', 'settled', 'released', 'expired')),
    deadline INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    expired_at INTEGER,
    reason TEXT,
    charged INTEGER,
    counted INTEGER,
    provider_cost INTEGER,
    reported INTEGER,
    price_version TEXT,
    basis TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX hold_open ON hold(deadline) WHERE state = 'open';
  CREATE INDEX hold_reported ON hold(closed_at) WHERE reported IS NOT NULL;

  CREATE TABLE budget(
    id TEXT NOT NULL,
    start INTEGER NOT NULL,
    spent INTEGER NOT NULL DEFAULT 0,
    pending INTEGER NOT NULL DEFAULT 0 CHECK(pending >= 0),
    PRIMARY KEY(id, start)
  ) STRICT, WITHOUT ROWID;
  `,
];
