import type { LedgerCheck } from "../../ports/ledger.ts";
import type { Tables } from "./tables.ts";

/** Each query returns one row, with a text `problem`, for every difference between two places of the ledger. */
const checks: readonly string[] = [
  `SELECT 'The accounts sum to ' || sum(credited - debited) || ' nano-USD, expected 0.' AS problem
   FROM account HAVING sum(credited - debited) <> 0`,
  `SELECT 'Account ' || name || ' has credits of ' || credited || ', its entries ' || total || '.' AS problem FROM (
     SELECT name, credited, coalesce((SELECT sum(amount) FROM entry WHERE credit = name), 0) AS total FROM account
   ) WHERE credited <> total`,
  `SELECT 'Account ' || name || ' has debits of ' || debited || ', its entries ' || total || '.' AS problem FROM (
     SELECT name, debited, coalesce((SELECT sum(amount) FROM entry WHERE debit = name), 0) AS total FROM account
   ) WHERE debited <> total`,
  `SELECT 'Account ' || name || ' has ' || pending || ' pending, its open holds ' || total || '.' AS problem FROM (
     SELECT name, pending, coalesce(
       (SELECT sum(amount) FROM hold WHERE state = 'open' AND 'customer:' || hold.account = name), 0) AS total FROM account
   ) WHERE pending <> total`,
  `WITH held AS (
     SELECT value ->> 0 AS id, value ->> 1 AS start,
       sum(iif(state <> 'open', 0, iif(value ->> 2 = 'usd', amount, requests))) AS pending,
       sum(iif(state <> 'settled', 0, iif(value ->> 2 = 'usd', counted, requests))) AS spent
     FROM hold, json_each(hold.budgets) GROUP BY 1, 2
   )
   SELECT 'Budget ' || id || ' has ' || b.pending || ' pending and ' || b.spent || ' spent, its holds ' ||
     coalesce(h.pending, 0) || ' and ' || coalesce(h.spent, 0) || '.' AS problem
   FROM budget b LEFT JOIN held h USING(id, start)
   WHERE b.pending <> coalesce(h.pending, 0) OR b.spent <> coalesce(h.spent, 0)`,
  `SELECT 'Generation ' || id || ' was charged ' || charged || ', its entries ' || total || '.' AS problem FROM (
     SELECT id, charged, coalesce((SELECT sum(amount) FROM entry WHERE txn = 'charge:' || id), 0) AS total
     FROM hold WHERE state = 'settled'
   ) WHERE charged <> total`,
];

/** Checks the whole ledger. Takes time in proportion to their size. */
export function verifyBooks(tables: Tables): LedgerCheck {
  const [counts] = tables.all(
    "SELECT (SELECT count(*) FROM entry) AS entries, (SELECT count(*) FROM hold WHERE state = 'open') AS open",
  );
  const problems = checks.flatMap((sql) => tables.all(sql).map((row) => String(row["problem"])));
  return { entries: Number(counts?.["entries"]), openHolds: Number(counts?.["open"]), problems };
}
