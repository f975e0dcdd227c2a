/**
 * The operations of the ledger as functions of the database, so that a group of them is one round trip and one transaction.
 *
 * `ledger_lock` locks all rows of the group first, in one order for all gateways: holds, accounts, budgets, each by key. The
 * decisions after it are the same as those for SQLite. Every operation is checked before its first write and returns
 * `{"conflict": "message"}` if it is refused, so the rest of the group is applied.
 */
export const ledgerFunctions: string = `
  CREATE FUNCTION ledger_lock(operations jsonb) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    ids text[] := ARRAY(SELECT op ->> 'id' FROM jsonb_array_elements(operations) op WHERE op ->> 'kind' <> 'deposit'
      UNION SELECT op ->> 'lease' FROM jsonb_array_elements(operations) op WHERE op ? 'lease');
    names text[];
  BEGIN
    PERFORM 1 FROM hold WHERE id = ANY(ids) ORDER BY id FOR UPDATE;

    names := ARRAY(
      SELECT 'customer:' || (op ->> 'account') FROM jsonb_array_elements(operations) op WHERE op ? 'account'
      UNION SELECT op ->> 'source' FROM jsonb_array_elements(operations) op WHERE op ? 'source'
      UNION SELECT posting ->> 0 FROM jsonb_array_elements(operations) op,
        jsonb_array_elements(coalesce(op -> 'postings', '[]')) posting
      UNION SELECT 'customer:' || account FROM hold WHERE id = ANY(ids)
      ORDER BY 1);
    INSERT INTO account(name) SELECT unnest(names) ON CONFLICT DO NOTHING;
    PERFORM 1 FROM account WHERE name = ANY(names) ORDER BY name FOR UPDATE;

    WITH wanted AS (
      SELECT b ->> 0 AS id, (b ->> 1)::bigint AS start FROM jsonb_array_elements(operations) op,
        jsonb_array_elements(coalesce(op -> 'budgets', '[]')) b
      UNION SELECT b ->> 0, (b ->> 1)::bigint FROM hold, jsonb_array_elements(hold.budgets) b WHERE hold.id = ANY(ids)
    )
    INSERT INTO budget(id, start) SELECT id, start FROM wanted ORDER BY 1, 2 ON CONFLICT DO NOTHING;
    PERFORM 1 FROM budget WHERE (id, start) IN (
      SELECT b ->> 0, (b ->> 1)::bigint FROM jsonb_array_elements(operations) op,
        jsonb_array_elements(coalesce(op -> 'budgets', '[]')) b
      UNION SELECT b ->> 0, (b ->> 1)::bigint FROM hold, jsonb_array_elements(hold.budgets) b WHERE hold.id = ANY(ids)
    ) ORDER BY id, start FOR UPDATE;
  END $$;

  -- Adds to the budgets of a hold: to pending by their unit, and to spent.
  CREATE FUNCTION ledger_count(
    budgets jsonb, pending_usd bigint, pending_requests bigint, spent_usd bigint, spent_requests bigint
  ) RETURNS void LANGUAGE sql AS $$
    UPDATE budget SET
      pending = pending + CASE b ->> 2 WHEN 'usd' THEN pending_usd ELSE pending_requests END,
      spent = spent + CASE b ->> 2 WHEN 'usd' THEN spent_usd ELSE spent_requests END
    FROM jsonb_array_elements(budgets) b WHERE id = b ->> 0 AND start = (b ->> 1)::bigint
  $$;

  CREATE FUNCTION ledger_wrong_account(held hold, op jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_build_object('conflict', format(
      'Generation %s belongs to account "%s", got "%s". Ids of generations must be unique.',
      held.id, held.account, op ->> 'account'))
  $$;

  CREATE FUNCTION ledger_reserve(op jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
  DECLARE
    held hold;
    leased hold;
    least_amount bigint := (op ->> 'least')::bigint;
    granted bigint := (op ->> 'wanted')::bigint;
    requests_wanted bigint := (op ->> 'requests')::bigint;
    floor_amount bigint := (op ->> 'floor')::bigint;
    remaining bigint;
    b jsonb;
    nth integer := 0;
  BEGIN
    SELECT * INTO held FROM hold WHERE id = op ->> 'id';
    IF FOUND THEN
      IF held.account <> op ->> 'account' THEN RETURN ledger_wrong_account(held, op); END IF;
      IF held.state IN ('open', 'settled') THEN RETURN jsonb_build_object('granted', held.amount::text); END IF;
      RETURN jsonb_build_object('conflict', format(
        'Generation %s was %s; its id cannot be reserved again. Use a new id.', held.id, held.state));
    END IF;
    IF op ? 'lease' THEN
      -- Turns a part of an open lease into the hold of one of its requests: nothing else changes.
      SELECT * INTO leased FROM hold WHERE id = op ->> 'lease' AND state = 'open' AND account = op ->> 'account'
        AND amount >= granted AND requests > 0;
      IF FOUND THEN
        UPDATE hold SET amount = amount - granted, requests = requests - 1 WHERE id = leased.id;
        leased.id := op ->> 'id';
        leased.amount := granted;
        leased.requests := 1;
        leased.deadline := (op ->> 'deadline')::bigint;
        leased.opened_at := (op ->> 'now')::bigint;
        INSERT INTO hold SELECT leased.*;
        RETURN jsonb_build_object('granted', granted::text);
      END IF;
    END IF;
    IF floor_amount IS NOT NULL THEN
      SELECT credited - debited - pending - floor_amount INTO remaining FROM account
        WHERE name = 'customer:' || (op ->> 'account');
      IF remaining < 0 OR remaining < least_amount THEN
        RETURN jsonb_build_object('refusedBy', 'credits', 'left', remaining::text);
      END IF;
      granted := least(granted, remaining);
    END IF;
    FOR b IN SELECT value FROM jsonb_array_elements(op -> 'budgets') LOOP
      SELECT greatest((b ->> 3)::bigint - spent - pending, 0) INTO remaining FROM budget
        WHERE id = b ->> 0 AND start = (b ->> 1)::bigint;
      IF remaining < (CASE b ->> 2 WHEN 'usd' THEN least_amount ELSE requests_wanted END) THEN
        RETURN jsonb_build_object('refusedBy', nth, 'left', remaining::text);
      END IF;
      IF b ->> 2 = 'usd' THEN granted := least(granted, remaining); END IF;
      nth := nth + 1;
    END LOOP;
    UPDATE account SET pending = pending + granted WHERE name = 'customer:' || (op ->> 'account');
    PERFORM ledger_count(op -> 'budgets', granted, requests_wanted, 0, 0);
    INSERT INTO hold(id, account, floor, amount, requests, budgets, state, deadline, opened_at)
      VALUES(op ->> 'id', op ->> 'account', floor_amount, granted, requests_wanted, op -> 'budgets', 'open',
        (op ->> 'deadline')::bigint, (op ->> 'now')::bigint);
    RETURN jsonb_build_object('granted', granted::text);
  END $$;

  CREATE FUNCTION ledger_extend(op jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
  DECLARE
    held hold;
    more bigint;
  BEGIN
    SELECT * INTO held FROM hold WHERE id = op ->> 'id';
    IF NOT FOUND OR held.state <> 'open' THEN RETURN 'false'; END IF;
    more := (op ->> 'total')::bigint - held.amount;
    IF more <= 0 THEN RETURN 'true'; END IF;
    IF held.floor IS NOT NULL AND EXISTS (
      SELECT FROM account WHERE name = 'customer:' || held.account AND credited - debited - pending - held.floor < more
    ) THEN RETURN 'false'; END IF;
    IF EXISTS (
      SELECT FROM jsonb_array_elements(held.budgets) b JOIN budget ON id = b ->> 0 AND start = (b ->> 1)::bigint
      WHERE b ->> 2 = 'usd' AND (b ->> 3)::bigint - spent - pending < more
    ) THEN RETURN 'false'; END IF;
    UPDATE account SET pending = pending + more WHERE name = 'customer:' || held.account;
    PERFORM ledger_count(held.budgets, more, 0, 0, 0);
    UPDATE hold SET amount = amount + more WHERE id = held.id;
    RETURN 'true';
  END $$;

  -- Turns a part of a lease into the open hold of the request that it covers. Null if there is no such lease.
  CREATE FUNCTION ledger_draw(op jsonb) RETURNS hold LANGUAGE plpgsql AS $$
  DECLARE
    leased hold;
    drawn hold;
    was_open boolean;
    covered bigint;
  BEGIN
    SELECT * INTO leased FROM hold WHERE id = op ->> 'lease';
    IF NOT FOUND THEN RETURN NULL; END IF;
    IF leased.account <> op ->> 'account' THEN RETURN leased; END IF;
    was_open := leased.state = 'open';
    drawn := leased;
    drawn.id := op ->> 'id';
    drawn.requests := 1;
    -- A lease that was swept or released covers nothing more, but its budgets still count the request.
    drawn.amount := CASE WHEN was_open THEN least((op ->> 'leaseAmount')::bigint, leased.amount) ELSE 0 END;
    covered := CASE WHEN was_open THEN least(1, leased.requests) ELSE 0 END;
    drawn.state := CASE WHEN was_open THEN 'open' ELSE 'expired' END;
    drawn.opened_at := (op ->> 'now')::bigint;
    drawn.deadline := drawn.opened_at;
    drawn.closed_at := NULL;
    drawn.expired_at := NULL;
    drawn.reason := NULL;
    UPDATE hold SET amount = amount - drawn.amount, requests = requests - covered WHERE id = leased.id;
    -- A request counts as one even if the lease had none left: then it is added to what is pending, and settled at once.
    IF was_open AND covered = 0 THEN PERFORM ledger_count(leased.budgets, 0, 1, 0, 0); END IF;
    INSERT INTO hold SELECT drawn.*;
    RETURN drawn;
  END $$;

  CREATE FUNCTION ledger_settle(op jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
  DECLARE
    held hold;
    customer text := 'customer:' || (op ->> 'account');
    opened bigint;
  BEGIN
    SELECT * INTO held FROM hold WHERE id = op ->> 'id';
    IF NOT FOUND AND op ? 'lease' THEN held := ledger_draw(op); END IF;
    IF held.id IS NULL THEN
      INSERT INTO hold(id, account, amount, budgets, state, deadline, opened_at)
        VALUES(op ->> 'id', op ->> 'account', 0, '[]', 'open', (op ->> 'now')::bigint, (op ->> 'now')::bigint)
        RETURNING * INTO held;
    END IF;
    IF held.account <> op ->> 'account' THEN RETURN ledger_wrong_account(held, op); END IF;
    IF held.state = 'settled' THEN RETURN 'null'; END IF;
    opened := CASE held.state WHEN 'open' THEN 1 ELSE 0 END;
    UPDATE account SET debited = debited + (op ->> 'total')::bigint, pending = pending - opened * held.amount
      WHERE name = customer;
    UPDATE account SET credited = credited + total FROM (
      SELECT p ->> 0 AS payee, sum((p ->> 1)::bigint) AS total FROM jsonb_array_elements(op -> 'postings') p GROUP BY 1
    ) paid WHERE name = payee;
    INSERT INTO entry SELECT 'charge:' || held.id, line, customer, p ->> 0, (p ->> 1)::bigint, (op ->> 'now')::bigint
      FROM jsonb_array_elements(op -> 'postings') WITH ORDINALITY AS posting(p, line) WHERE p ->> 1 <> '0';
    PERFORM ledger_count(held.budgets, -opened * held.amount, -opened * held.requests,
      (op ->> 'counted')::bigint, held.requests);
    UPDATE hold SET state = 'settled', closed_at = (op ->> 'now')::bigint, charged = (op ->> 'total')::bigint,
      counted = (op ->> 'counted')::bigint, provider_cost = (op ->> 'providerCost')::bigint,
      reported = (op ->> 'reported')::bigint, price_version = op ->> 'priceVersion', basis = op ->> 'basis'
      WHERE id = held.id;
    RETURN 'null';
  END $$;

  CREATE FUNCTION ledger_give_back(held hold) RETURNS void LANGUAGE sql AS $$
    UPDATE account SET pending = pending - held.amount WHERE name = 'customer:' || held.account;
    SELECT ledger_count(held.budgets, -held.amount, -held.requests, 0, 0);
  $$;

  CREATE FUNCTION ledger_release(op jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
  DECLARE
    held hold;
  BEGIN
    SELECT * INTO held FROM hold WHERE id = op ->> 'id' AND state = 'open';
    IF NOT FOUND THEN RETURN 'null'; END IF;
    PERFORM ledger_give_back(held);
    UPDATE hold SET state = 'released', reason = op ->> 'reason', closed_at = (op ->> 'now')::bigint WHERE id = held.id;
    RETURN 'null';
  END $$;

  CREATE FUNCTION ledger_deposit(op jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
  DECLARE
    known entry;
    customer text := 'customer:' || (op ->> 'account');
    deposited bigint := (op ->> 'amount')::bigint;
  BEGIN
    SELECT * INTO known FROM entry WHERE txn = 'deposit:' || (op ->> 'id');
    IF FOUND THEN
      IF known.debit = op ->> 'source' AND known.credit = customer AND known.amount = deposited THEN RETURN 'null'; END IF;
      RETURN jsonb_build_object('conflict', format(
        'Deposit %s was made before with another account, amount or kind. Use a new id for a new deposit.', op ->> 'id'));
    END IF;
    UPDATE account SET credited = credited + deposited WHERE name = customer;
    UPDATE account SET debited = debited + deposited WHERE name = op ->> 'source';
    INSERT INTO entry VALUES('deposit:' || (op ->> 'id'), 0, op ->> 'source', customer, deposited, (op ->> 'now')::bigint);
    RETURN 'null';
  END $$;

  CREATE FUNCTION ledger_apply(operations jsonb) RETURNS jsonb LANGUAGE plpgsql
  -- All rows are found by key. Plans made while the tables are small must not scan them when they are large.
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
  DECLARE
    op jsonb;
    results jsonb[] := '{}';
  BEGIN
    PERFORM ledger_lock(operations);
    FOR op IN SELECT value FROM jsonb_array_elements(operations) LOOP
      results := results || CASE op ->> 'kind'
        WHEN 'reserve' THEN ledger_reserve(op)
        WHEN 'extend' THEN ledger_extend(op)
        WHEN 'settle' THEN ledger_settle(op)
        WHEN 'release' THEN ledger_release(op)
        WHEN 'deposit' THEN ledger_deposit(op)
      END;
    END LOOP;
    RETURN to_jsonb(results);
  END $$;

  CREATE FUNCTION ledger_sweep(now_ms bigint, most integer) RETURNS jsonb LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
  DECLARE
    ids text[];
    held hold;
  BEGIN
    ids := ARRAY(SELECT id FROM hold WHERE state = 'open' AND deadline < now_ms ORDER BY deadline LIMIT most
      FOR UPDATE SKIP LOCKED);
    PERFORM ledger_lock((SELECT coalesce(jsonb_agg(jsonb_build_object('kind', 'sweep', 'id', id)), '[]')
      FROM unnest(ids) id));
    FOR held IN SELECT * FROM hold WHERE id = ANY(ids) LOOP
      PERFORM ledger_give_back(held);
      UPDATE hold SET state = 'expired', closed_at = now_ms, expired_at = now_ms WHERE id = held.id;
    END LOOP;
    RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'account', account, 'amount', amount::text)
      ORDER BY deadline), '[]') FROM hold WHERE id = ANY(ids));
  END $$;
`;
