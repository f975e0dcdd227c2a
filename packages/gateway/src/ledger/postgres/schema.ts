import { ledgerFunctions } from "./functions.ts";

/**
 * Versions of the ledger's schema, oldest first. Never edit a released one; append. The columns are those of the schema for
 * SQLite. The rows of accounts and budgets change often, so their pages keep space for new versions of a row.
 */
export const ledgerMigrations: readonly string[] = [
  `
  CREATE TABLE account(
    name text PRIMARY KEY,
    credited bigint NOT NULL DEFAULT 0,
    debited bigint NOT NULL DEFAULT 0,
    pending bigint NOT NULL DEFAULT 0 CHECK(pending >= 0)
  ) WITH (fillfactor = 50);

  CREATE TABLE entry(
    txn text NOT NULL,
    line integer NOT NULL,
    debit text NOT NULL,
    credit text NOT NULL,
    amount bigint NOT NULL CHECK(amount <> 0),
    at bigint NOT NULL,
    PRIMARY KEY(txn, line)
  );

  CREATE TABLE hold(
    id text PRIMARY KEY,
    account text NOT NULL,
    floor bigint,
    amount bigint NOT NULL CHECK(amount >= 0),
    requests bigint NOT NULL DEFAULT 1 CHECK(requests >= 0),
    budgets jsonb NOT NULL,
    state text NOT NULL CHECK(state IN ('open', 'settled', 'released', 'expired')),
    deadline bigint NOT NULL,
    opened_at bigint NOT NULL,
    closed_at bigint,
    expired_at bigint,
    reason text,
    charged bigint,
    counted bigint,
    provider_cost bigint,
    reported bigint,
    price_version text,
    basis text
  ) WITH (fillfactor = 80);
  CREATE INDEX hold_open ON hold(deadline) WHERE state = 'open';
  CREATE INDEX hold_reported ON hold(closed_at) WHERE reported IS NOT NULL;

  CREATE TABLE budget(
    id text NOT NULL,
    start bigint NOT NULL,
    spent bigint NOT NULL DEFAULT 0,
    pending bigint NOT NULL DEFAULT 0 CHECK(pending >= 0),
    PRIMARY KEY(id, start)
  ) WITH (fillfactor = 50);
  ${ledgerFunctions}
  `,
];
