import type { ApiKey } from "@patchbay/spec";
import { hasBought } from "../billing/admit-request.ts";
import { accountOf, checkLengths, createKey, hasExpired } from "../state/accounts.ts";
import { limitBudget, limitRemaining, usageFields, type Key, type Reset } from "@patchbay/engine/billing/key";
import { toUsd } from "@patchbay/engine/billing/money";
import type { OwnHandlers, OwnContext } from "./own-handlers.ts";
import { readDateTime, readLimit } from "@patchbay/service/validation/read-value";
import { HttpError } from "@patchbay/service/http/http-error";
import type { ServerState } from "../state/server-state.ts";

/** Keys per page. */
const pageSize = 100;

export const keys: OwnHandlers<"keys"> = {
  "keys.list": ({ offset, include_disabled, include_expired, workspace_id }, { state, key: own }) => {
    const now = state.now();
    const listed = [...state.keys.values()].filter(
      (key) =>
        !key.isManagement &&
        key.account === own.account &&
        !state.deletedKeys.has(key.hash) &&
        (include_disabled || !key.disabled) &&
        (include_expired || !hasExpired(key, now)) &&
        (workspace_id === undefined || key.workspaceId === workspace_id),
    );
    const from = offset ?? 0;
    return {
      body: {
        data: listed
          .toReversed()
          .slice(from, from + pageSize)
          .map((key) => toRecord(key, state)),
      },
    };
  },

  "keys.create": (input, { state, key: own }) => {
    const { creator_user_id, workspace_id, external } = input;
    checkLengths({ name: input.name, creator_user_id, workspace_id, "external/user": external?.user });
    const { key, secret } = createKey(state, {
      name: input.name,
      account: own.account,
      limit: readLimit(input.limit, "/limit"),
      limitReset: (input.limit_reset ?? null) as Reset,
      includeByokInLimit: input.include_byok_in_limit ?? false,
      expiresAt: readDateTime(input.expires_at, "/expires_at"),
      externalUser: input.external?.user ?? null,
      ...(input.creator_user_id && { creatorUserId: input.creator_user_id }),
      ...(input.workspace_id && { workspaceId: input.workspace_id }),
    });
    return { body: { data: toRecord(key, state), key: secret } };
  },

  "keys.get": ({ hash }, context) => ({ body: { data: toRecord(find(hash, context), context.state) } }),

  "keys.getCurrent": (_, { state, key }) => {
    const now = state.now();
    const remaining = limitRemaining(key, now);
    const budget = limitBudget(key, now);
    const paying = hasBought(state, key);
    const { limit, remaining: left } = accountOf(state, key.account).freeLimits.day(now, paying);
    return {
      body: {
        data: {
          label: key.label,
          limit: key.limit === null ? null : toUsd(key.limit),
          limit_remaining: remaining === null ? null : toUsd(remaining),
          limit_reset: key.limitReset,
          include_byok_in_limit: key.includeByokInLimit,
          ...usageFields(key, now),
          is_free_tier: !paying,
          is_management_key: key.isManagement,
          is_provisioning_key: key.isManagement,
          expires_at: key.expiresAt,
          creator_user_id: key.creatorUserId,
          organization_id: null,
          workspace_id: key.workspaceId,
          allowed_data_regions: ["global"],
          free_model_daily_requests: { limit, used: limit - left, remaining: left },
          budgets: budget ? [budget] : [],
          effective_budget: budget ?? null,
          rate_limit: { requests: -1, interval: "10s", note: "This field is deprecated and safe to ignore." },
        },
      },
    };
  },

  "keys.update": ({ hash, name, disabled, limit, limit_reset, include_byok_in_limit, workspace_id }, context) => {
    const { state } = context;
    const key = find(hash, context);
    // All input is validated before the key is changed.
    const newLimit = limit === undefined ? key.limit : readLimit(limit, "/limit");
    checkLengths({ name, workspace_id });
    if (name) key.name = name;
    if (typeof disabled === "boolean") key.disabled = disabled;
    key.limit = newLimit;
    if (limit_reset !== undefined) key.limitReset = limit_reset as Reset;
    if (typeof include_byok_in_limit === "boolean") key.includeByokInLimit = include_byok_in_limit;
    if (workspace_id) key.workspaceId = workspace_id;
    key.updatedAt = state.now();
    return { body: { data: toRecord(key, state) } };
  },

  "keys.delete": ({ hash }, context) => {
    // The hash stays stored, so that the secret stays invalid.
    find(hash, context).disabled = true;
    context.state.deletedKeys.add(hash);
    return { body: { deleted: true } };
  },
};

/** The key of a hash. Throws 404 for keys of other accounts. */
function find(hash: string, { state: { keys, deletedKeys }, key: own }: OwnContext): Key {
  const key = keys.get(hash);
  if (!key || key.account !== own.account || deletedKeys.has(hash))
    throw new HttpError(404, `No key has the hash ${hash}`);
  return key;
}

function toRecord(key: Key, state: ServerState): ApiKey {
  const now = state.now();
  const remaining = limitRemaining(key, now);
  return {
    hash: key.hash,
    name: key.name,
    label: key.label,
    disabled: key.disabled,
    limit: key.limit === null ? null : toUsd(key.limit),
    limit_remaining: remaining === null ? null : toUsd(remaining),
    limit_reset: key.limitReset,
    include_byok_in_limit: key.includeByokInLimit,
    ...usageFields(key, now),
    created_at: new Date(key.createdAt).toISOString(),
    updated_at: key.updatedAt === null ? null : new Date(key.updatedAt).toISOString(),
    last_used_at: key.lastUsedAt === null ? null : new Date(key.lastUsedAt).toISOString(),
    expires_at: key.expiresAt,
    creator_user_id: key.creatorUserId,
    external_user: key.externalUser,
    workspace_id: key.workspaceId,
  };
}
