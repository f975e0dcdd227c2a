import { hasBought } from "../admit.ts";
import { accountOf } from "../auth.ts";
import { limitRemaining, usageFields } from "../engine/key.ts";
import { toUsd } from "../engine/money.ts";
import type { HandlersOf } from "../handler.ts";

export const key: HandlersOf<"key"> = {
  "key.get": (_, { world, key }) => {
    const now = world.now();
    const remaining = limitRemaining(key, now);
    const paying = hasBought(world, key);
    const { limit, remaining: left } = accountOf(world, key.account).freeLimits.day(now, paying);
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
          rate_limit: { requests: -1, interval: "10s", note: "This field is deprecated and safe to ignore." },
        },
      },
    };
  },
};
