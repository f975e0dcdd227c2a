import type { Budget, LedgerCheck } from "../ports/ledger.ts";
import type { AdminData } from "./admin-data.ts";
import { memo } from "./memo.ts";

/** Milliseconds that all readers share sums, the newest records, and the state of budgets. */
const summaryTtlMs = 2000;
const listTtlMs = 500;
/** The check of the ledger reads all of its entries. */
const checkTtlMs = 300_000;
/** Milliseconds that a page waits for the check. A large ledger takes longer; the next response has its result. */
const checkWaitMs = 300;

interface CheckedLedger extends LedgerCheck {
  /** Unix milliseconds at which the check began. */
  readonly checkedAt: number;
}

/** The data with results that readers share for a moment. */
export interface SharedData extends AdminData {
  /** The last check of the ledger; `undefined` while the first one runs. Rejects if the store is gone. */
  readonly checkLedger: () => Promise<CheckedLedger | undefined>;
}

/** Bounds what open dashboards cost the stores: many readers at a time cause one call. */
export function shareData(data: AdminData): SharedData {
  const { now, events, ledger } = data;
  const budgets = memo(
    ({ list, at }: { readonly list: readonly Budget[]; readonly at: number }) => ledger.budgetsOf(list, at),
    {
      ttlMs: listTtlMs,
      now,
      keyOf: ({ list }) => list.map(({ id, limit }) => `${id} ${limit}`).join("\n"),
    },
  );
  return {
    ...data,
    events: {
      list: memo((query) => events.list(query), { ttlMs: listTtlMs, now }),
      generation: (id) => events.generation(id),
      summary: memo((query) => events.summary(query), { ttlMs: summaryTtlMs, now }),
    },
    ledger: {
      balanceOf: (account) => ledger.balanceOf(account),
      addCredits: (deposit) => ledger.addCredits(deposit),
      budgetsOf: (list, at) => budgets({ list, at }),
      verify: () => ledger.verify(),
    },
    checkLedger: createCheck(data),
  };
}

function createCheck({ ledger, now }: AdminData): SharedData["checkLedger"] {
  let last: CheckedLedger | undefined;
  let running: Promise<CheckedLedger> | undefined;
  const check = async (): Promise<CheckedLedger> => {
    const checkedAt = now();
    try {
      last = { ...(await ledger.verify()), checkedAt };
      return last;
    } finally {
      running = undefined;
    }
  };
  return async () => {
    if (last && now() - last.checkedAt < checkTtlMs) return last;
    running ??= check();
    return within(running, checkWaitMs, last);
  };
}

/** The result of a promise, or another value if it takes longer than `ms`. */
function within<Value>(promise: Promise<Value>, ms: number, late: Value | undefined): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<Value | undefined>((resolve) => (timer = setTimeout(() => resolve(late), ms)));
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}
