import { HttpError } from "@patchbay/service/http/http-error";
import { readDateTime, readLimit } from "@patchbay/service/validation/read-value";
import { emptyKey } from "../keys/empty-key.ts";
import type { GatewayKey } from "../access/gateway-key.ts";
import { toUsdText } from "../money/decimal.ts";
import { createSecret } from "../keys/secret.ts";
import type { StoredBudget, StoredKey } from "../ports/keys.ts";
import type { GatewayState, OwnContext, OwnHandlers } from "./gateway-state.ts";
import { hasExpired, keyBudgets, limitFields, toKeyBudget, toRecord, toTime, usageFields } from "./key-record.ts";

/** Keys per page. */
const pageSize = 100;

export const keys: OwnHandlers<"keys"> = {
  "keys.list": async ({ offset, include_disabled, include_expired }, { state, key: own }) => {
    const now = state.now();
    const listed = [...state.keys.stored].filter(
      (key) =>
        !key.isManagement &&
        key.account === own.account &&
        (include_disabled || !key.disabled) &&
        (include_expired || !hasExpired(key, now)),
    );
    const from = offset ?? 0;
    const page = listed.toSorted((a, b) => b.createdAt - a.createdAt).slice(from, from + pageSize);
    return { body: { data: await Promise.all(page.map(({ hash }) => toRecord(state.keys.get(hash)!, state))) } };
  },

  "keys.create": async (input, { state, key: own }) => {
    const secret = createSecret();
    const limit = readLimit(input.limit, "/limit");
    const expires = readDateTime(input.expires_at, "/expires_at");
    const stored: StoredKey = {
      ...emptyKey(secret, state.now()),
      hash: state.fingerprint(secret),
      name: input.name,
      account: own.account,
      expiresAt: expires === null ? null : Date.parse(expires),
      includeByokInLimit: input.include_byok_in_limit ?? false,
      budgets: toBudgets(limit, input.limit_reset),
    };
    return { body: { data: await toRecord(await save(stored, state), state), key: secret } };
  },

  "keys.get": async ({ hash }, context) => ({ body: { data: await toRecord(find(hash, context), context.state) } }),

  "keys.getCurrent": async (_, { state, key }) => {
    const [usage, limits, states] = await Promise.all([
      usageFields(key.hash, state),
      limitFields(key, state),
      keyBudgets(key, state),
    ]);
    const budgets = states.map((budget) => toKeyBudget(budget, key));
    return {
      body: {
        data: {
          label: key.stored.label,
          ...limits,
          include_byok_in_limit: key.stored.includeByokInLimit,
          ...usage,
          is_free_tier: false,
          is_management_key: key.stored.isManagement,
          is_provisioning_key: key.stored.isManagement,
          expires_at: toTime(key.stored.expiresAt),
          creator_user_id: null,
          organization_id: null,
          workspace_id: key.workspaceId,
          allowed_data_regions: ["global"],
          // Free models have no limit of their own here, as with `rate_limit`.
          free_model_daily_requests: { limit: -1, used: 0, remaining: -1 },
          budgets,
          effective_budget: budgets[0] ?? null,
          rate_limit: { requests: -1, interval: "10s", note: "This field is deprecated and safe to ignore." },
        },
      },
    };
  },

  "keys.update": async ({ hash, name, disabled, limit, limit_reset, include_byok_in_limit }, context) => {
    const { state } = context;
    const { stored } = find(hash, context);
    const current = stored.budgets.find(({ unit }) => unit === "usd");
    const changesBudget = limit !== undefined || limit_reset !== undefined;
    const nextReset = limit_reset === undefined ? resetOf(current) : limit_reset;
    const budgets =
      limit === undefined
        ? current && [{ ...current, window: windowOf(nextReset) }]
        : toBudgets(readLimit(limit, "/limit"), nextReset);
    const changed: StoredKey = {
      ...stored,
      ...(name && { name }),
      ...(typeof disabled === "boolean" && { disabled }),
      ...(typeof include_byok_in_limit === "boolean" && { includeByokInLimit: include_byok_in_limit }),
      ...(changesBudget && { budgets: [...(budgets ?? []), ...stored.budgets.filter((budget) => budget !== current)] }),
      updatedAt: state.now(),
    };
    return { body: { data: await toRecord(await save(changed, state), state) } };
  },

  "keys.delete": async ({ hash }, context) => {
    const { state } = context;
    find(hash, context);
    await state.store.keys.delete(hash);
    state.keys.delete(hash);
    return { body: { deleted: true } };
  },
};

/** Stores a key. It can be used at once. */
export async function save(
  stored: StoredKey,
  { store, keys }: Pick<GatewayState, "store" | "keys">,
): Promise<GatewayKey> {
  await store.keys.put(stored);
  keys.put(stored);
  return keys.get(stored.hash)!;
}

type Reset = string | null | undefined;

function toBudgets(limit: bigint | null, reset: Reset): StoredBudget[] {
  return limit === null ? [] : [{ unit: "usd", limit: toUsdText(limit), window: windowOf(reset) }];
}

function windowOf(reset: Reset): StoredBudget["window"] {
  return (reset ?? "total") as StoredBudget["window"];
}

function resetOf(budget: StoredBudget | undefined): Reset {
  return !budget || budget.window === "total" ? null : budget.window;
}

/** The key of a hash. Throws 404 for keys of other accounts, and for those of the configuration. */
function find(hash: string, { state, key: own }: OwnContext): GatewayKey {
  const key = state.keys.get(hash);
  if (!key || key.account !== own.account || ![...state.keys.stored].some((stored) => stored.hash === hash))
    throw new HttpError(404, `No key has the hash ${hash}`);
  return key;
}
