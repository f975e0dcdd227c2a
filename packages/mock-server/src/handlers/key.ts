import { dayOf, limitRemaining, usageFields } from "../engine/key.ts";
import { toUsd } from "../engine/money.ts";
import type { HandlersOf } from "../handler.ts";

/** Requests to free models a day, of an account that bought at least 10 USD, and of others. */
const freeRequests = { paying: 1000, other: 50 };

export const key: HandlersOf<"key"> = {
  "key.get": (_, { world, key }) => {
    const now = world.now();
    const remaining = limitRemaining(key, now);
    const paying = world.ledger.totals.bought >= 10_000_000_000n;
    const limit = paying ? freeRequests.paying : freeRequests.other;
    const today = dayOf(now);
    const used = [...world.generations.values()].filter(
      ({ createdAt, generation }) => generation.model.endsWith(":free") && dayOf(createdAt) === today,
    ).length;
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
          free_model_daily_requests: { limit, used, remaining: Math.max(limit - used, 0) },
          rate_limit: { requests: -1, interval: "10s", note: "This field is deprecated and safe to ignore." },
        },
      },
    };
  },
};
