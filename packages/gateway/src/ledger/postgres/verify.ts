import type { LedgerCheck } from "../../ports/ledger.ts";
import type { Sql } from "../../postgres/client.ts";

// One row with a text for every difference between two places of the ledger.
const checks = `
  SELECT format('The accounts sum to %s nano-USD, expected 0.', sum(credited - debited)) AS problem
    FROM account HAVING sum(credited - debited) <> 0
  UNION ALL
  SELECT format('Account %s has credits of %s, its entries %s.', name, credited, coalesce(total, 0))
    FROM account LEFT JOIN (SELECT credit, sum(amount) AS total FROM entry GROUP BY 1) e ON credit = name
    WHERE credited <> coalesce(total, 0)
  UNION ALL
  SELECT format('Account %s has debits of %s, its entries %s.', name, debited, coalesce(total, 0))
    FROM account LEFT JOIN (SELECT debit, sum(amount) AS total FROM entry GROUP BY 1) e ON debit = name
    WHERE debited <> coalesce(total, 0)
  UNION ALL
  SELECT format('Account %s has %s pending, its open holds %s.', name, pending, coalesce(total, 0))
    FROM account LEFT JOIN (
      SELECT 'customer:' || account AS customer, sum(amount) AS total FROM hold WHERE state = 'open' GROUP BY 1
    ) h ON customer = name WHERE pending <> coalesce(total, 0)
  UNION ALL
  SELECT format('Budget %s has %s pending and %s spent, its holds %s and %s.',
      b.id, b.pending, b.spent, coalesce(h.pending, 0), coalesce(h.spent, 0))
    FROM budget b LEFT JOIN (
      SELECT held ->> 0 AS id, (held ->> 1)::bigint AS start,
        sum(CASE WHEN state <> 'open' THEN 0 WHEN held ->> 2 = 'usd' THEN amount ELSE requests END) AS pending,
        sum(CASE WHEN state <> 'settled' THEN 0 WHEN held ->> 2 = 'usd' THEN counted ELSE requests END) AS spent
      FROM hold, jsonb_array_elements(hold.budgets) held GROUP BY 1, 2
    ) h USING(id, start) WHERE b.pending <> coalesce(h.pending, 0) OR b.spent <> coalesce(h.spent, 0)
  UNION ALL
  SELECT format('Generation %s was charged %s, its entries %s.', id, charged, coalesce(total, 0))
    FROM hold LEFT JOIN (SELECT txn, sum(amount) AS total FROM entry GROUP BY 1) e ON txn = 'charge:' || id
    WHERE state = 'settled' AND charged <> coalesce(total, 0)`;

/** Checks the whole ledger in one snapshot. Takes time in proportion to their size, without the timeout of other statements. */
export async function verifyBooks(sql: Sql): Promise<LedgerCheck> {
  return sql.begin("ISOLATION LEVEL REPEATABLE READ READ ONLY", async (sql) => {
    const [counts] = await sql`
      SELECT (SELECT count(*) FROM entry) AS entries, (SELECT count(*) FROM hold WHERE state = 'open') AS open`;
    const problems = await sql.unsafe<{ problem: string }[]>(checks);
    return {
      entries: Number(counts?.["entries"]),
      openHolds: Number(counts?.["open"]),
      problems: problems.map(({ problem }) => problem),
    };
  });
}
