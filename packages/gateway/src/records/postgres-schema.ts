import { HOUR_MS, sums } from "./summary.ts";

const dimensions = "account, key_hash, model, provider, endpoint";
const amounts = Object.values(sums);
const counted = `
    account text NOT NULL,
    key_hash text NOT NULL,
    model text NOT NULL,
    provider text NOT NULL,
    endpoint text NOT NULL,
    ${amounts.map((column) => `${column} bigint NOT NULL`).join(", ")}`;

/** Versions of the schema, oldest first. Never edit a released one; append. */
export const recordMigrations: readonly string[] = [
  `
  CREATE TABLE record(
    id text NOT NULL,
    created_at bigint NOT NULL,
    ${counted},
    data text NOT NULL,
    content text,
    PRIMARY KEY(id, created_at)
  ) PARTITION BY RANGE(created_at);
  CREATE INDEX record_time ON record(created_at, id);
  CREATE INDEX record_account ON record(account, created_at, id);
  CREATE INDEX record_key ON record(key_hash, created_at, id);
  CREATE INDEX record_model ON record(model, created_at, id);
  CREATE INDEX record_provider ON record(provider, created_at, id);
  CREATE INDEX record_failed ON record(created_at, id) WHERE errors > 0;

  CREATE TABLE hourly(
    hour bigint NOT NULL,
    ${counted},
    PRIMARY KEY(hour, ${dimensions})
  ) WITH (fillfactor = 70);

  CREATE FUNCTION record_add_day(start bigint) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(7226919);
    EXECUTE format('CREATE TABLE IF NOT EXISTS record_%s PARTITION OF record FOR VALUES FROM (%s) TO (%s)',
      start / 86400000, start, start + 86400000);
  END $$;

  CREATE FUNCTION record_prune(before bigint) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    partition regclass;
  BEGIN
    PERFORM pg_advisory_xact_lock(7226919);
    FOR partition IN
      SELECT inhrelid::regclass FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid
      WHERE inhparent = 'record'::regclass
        AND (substring(relname FROM '[0-9]+$')::bigint + 1) * 86400000 <= before
    LOOP
      EXECUTE format('DROP TABLE %s', partition);
    END LOOP;
    DELETE FROM hourly WHERE (hour / 86400000 + 1) * 86400000 <= before;
  END $$;
  `,
];

/**
 * Inserts the records of a JSON array and adds those that are new to their hours, in one statement. The rows of the hours are
 * written in one order by all gateways, so that two of them never wait for each other.
 */
export const writeRecords: string = `
  WITH input AS (
    SELECT id, created_at, ${dimensions}, 1::bigint AS requests, ${amounts.filter((name) => name !== "requests").join(", ")},
      data, content
    FROM jsonb_to_recordset($1::text::jsonb) AS row(
      id text, created_at bigint, account text, key_hash text, model text, provider text, endpoint text,
      ${amounts.map((name) => `${name} bigint`).join(", ")}, data text, content text)
  ), inserted AS (
    INSERT INTO record(id, created_at, ${dimensions}, ${amounts.join(", ")}, data, content)
    SELECT id, created_at, ${dimensions}, ${amounts.join(", ")}, data, content FROM input ORDER BY created_at, id
    ON CONFLICT DO NOTHING RETURNING *
  )
  INSERT INTO hourly(hour, ${dimensions}, ${amounts.join(", ")})
  SELECT created_at / ${HOUR_MS} * ${HOUR_MS}, ${dimensions}, ${amounts.map((name) => `sum(${name})`).join(", ")}
  FROM inserted GROUP BY 1, ${dimensions} ORDER BY 1, ${dimensions}
  ON CONFLICT(hour, ${dimensions}) DO UPDATE SET
    ${amounts.map((name) => `${name} = hourly.${name} + excluded.${name}`).join(", ")}`;
