// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * An API key with its limits and usage. Days, weeks (from Monday) and months are those of UTC.
 */
export type ApiKey = {
  /**
   * SHA-256 of the secret in hex; its id.
   */
  hash: string;
  /**
   * Its name.
   */
  name: string;
  /**
   * The secret with its middle left out, `sk-or-v1-abc...xyz`.
   */
  label: string;
  /**
   * Whether it is refused.
   */
  disabled: boolean;
  /**
   * The most it may use, in USD; null is no limit.
   */
  limit: number | null;
  /**
   * What is left of the limit, in USD.
   */
  limit_remaining: number | null;
  /**
   * When the limit starts anew; null is never.
   * - `daily`: Each midnight.
   * - `weekly`: Each midnight before Monday.
   * - `monthly`: Each midnight before the first of the month.
   */
  limit_reset: "daily" | "weekly" | "monthly" | (string & {}) | null;
  /**
   * Whether requests with own provider keys count towards the limit.
   */
  include_byok_in_limit: boolean;
  /**
   * Credits used in all, in USD.
   */
  usage: number;
  /**
   * Credits used today, in USD.
   */
  usage_daily: number;
  /**
   * Credits used this week, in USD.
   */
  usage_weekly: number;
  /**
   * Credits used this month, in USD.
   */
  usage_monthly: number;
  /**
   * Worth of requests with own provider keys in all, in USD.
   */
  byok_usage: number;
  /**
   * Worth of requests with own provider keys today, in USD.
   */
  byok_usage_daily: number;
  /**
   * Worth of requests with own provider keys this week, in USD.
   */
  byok_usage_weekly: number;
  /**
   * Worth of requests with own provider keys this month, in USD.
   */
  byok_usage_monthly: number;
  /**
   * When it was made, ISO-8601.
   */
  created_at: string;
  /**
   * When it was changed, ISO-8601.
   */
  updated_at: string | null;
  /**
   * When it ends, ISO-8601; null is never.
   */
  expires_at?: string | null;
  /**
   * Who made it.
   */
  creator_user_id: string | null;
  /**
   * The user of another system that it belongs to.
   */
  external_user: string | null;
  /**
   * Its workspace.
   */
  workspace_id: string;
};

/**
 * One API key.
 */
export type ApiKeyDetail = {
  /**
   * The key.
   */
  data: ApiKey;
};

/**
 * API keys.
 */
export type ApiKeyList = {
  /**
   * The keys.
   */
  data: Array<ApiKey>;
};

/**
 * A key to make.
 */
export type CreateKeyRequest = {
  /**
   * Its name.
   */
  name: string;
  /**
   * The most it may use, in USD; no limit when absent or null.
   */
  limit?: number | null | undefined;
  /**
   * When the limit starts anew; never when absent or null.
   * - `daily`: Each midnight.
   * - `weekly`: Each midnight before Monday.
   * - `monthly`: Each midnight before the first of the month.
   */
  limit_reset?: "daily" | "weekly" | "monthly" | (string & {}) | null | undefined;
  /**
   * Whether requests with own provider keys count towards the limit; false when absent.
   */
  include_byok_in_limit?: boolean | null | undefined;
  /**
   * When it ends, ISO-8601 with seconds; never when absent or null.
   */
  expires_at?: string | null | undefined;
  /**
   * The member for whom it is made.
   */
  creator_user_id?: string | null | undefined;
  /**
   * Its workspace; the default one when absent.
   */
  workspace_id?: string | null | undefined;
  /**
   * The user of another system that it belongs to.
   */
  external?: ExternalUser | null | undefined;
};

/**
 * A new API key and its secret.
 */
export type CreatedApiKey = {
  /**
   * The key.
   */
  data: ApiKey;
  /**
   * The secret, `sk-or-v1-…`; shown this once.
   */
  key: string;
};

/**
 * The key that makes the call, with its limits and usage.
 */
export type CurrentKey = {
  /**
   * The secret with its middle left out, `sk-or-v1-abc...xyz`.
   */
  label: string;
  /**
   * The most it may use, in USD; null is no limit.
   */
  limit: number | null;
  /**
   * What is left of the limit, in USD.
   */
  limit_remaining: number | null;
  /**
   * When the limit starts anew; null is never.
   * - `daily`: Each midnight.
   * - `weekly`: Each midnight before Monday.
   * - `monthly`: Each midnight before the first of the month.
   */
  limit_reset: "daily" | "weekly" | "monthly" | (string & {}) | null;
  /**
   * Whether requests with own provider keys count towards the limit.
   */
  include_byok_in_limit: boolean;
  /**
   * Credits used in all, in USD.
   */
  usage: number;
  /**
   * Credits used today, in USD.
   */
  usage_daily: number;
  /**
   * Credits used this week, in USD.
   */
  usage_weekly: number;
  /**
   * Credits used this month, in USD.
   */
  usage_monthly: number;
  /**
   * Worth of requests with own provider keys in all, in USD.
   */
  byok_usage: number;
  /**
   * Worth of requests with own provider keys today, in USD.
   */
  byok_usage_daily: number;
  /**
   * Worth of requests with own provider keys this week, in USD.
   */
  byok_usage_weekly: number;
  /**
   * Worth of requests with own provider keys this month, in USD.
   */
  byok_usage_monthly: number;
  /**
   * Whether the account never bought credits.
   */
  is_free_tier: boolean;
  /**
   * Whether it administers the account, and is refused for inference.
   */
  is_management_key: boolean;
  /**
   * Older name of `is_management_key`.
   *
   * @deprecated
   */
  is_provisioning_key: boolean;
  /**
   * When it ends, ISO-8601; null is never.
   */
  expires_at?: string | null;
  /**
   * Who made it.
   */
  creator_user_id: string | null;
  /**
   * Its organization.
   */
  organization_id: string | null;
  /**
   * Its workspace.
   */
  workspace_id: string | null;
  /**
   * Where its data may be processed.
   */
  allowed_data_regions: Array<"global" | "europe" | "us" | (string & {})>;
  /**
   * Requests to free models today.
   */
  free_model_daily_requests: DailyRequests;
  /**
   * Without meaning.
   *
   * @deprecated
   */
  rate_limit: LegacyRateLimit;
};

/**
 * The key that makes the call.
 */
export type CurrentKeyDetail = {
  /**
   * The key.
   */
  data: CurrentKey;
};

/**
 * Requests of a day, which ends at midnight UTC.
 */
export type DailyRequests = {
  /**
   * How many are allowed.
   */
  limit: number;
  /**
   * How many were made.
   */
  used: number;
  /**
   * How many are left.
   */
  remaining: number;
};

/**
 * The key is gone.
 */
export type DeletedApiKey = {
  /**
   * Always true.
   */
  deleted: true;
};

/**
 * A user of another system.
 */
export type ExternalUser = {
  /**
   * Id of the user there.
   */
  user: string;
  /**
   * The user's key there.
   */
  api_key?: string | null | undefined;
};

/**
 * A field of the past; ignore it.
 */
export type LegacyRateLimit = {
  /**
   * -1.
   */
  requests: number;
  /**
   * A span.
   */
  interval: string;
  /**
   * Says that the field is dead.
   */
  note: string;
};

/**
 * What to change of a key; what is absent stays as it is.
 */
export type UpdateKeyRequest = {
  /**
   * Its name.
   */
  name?: string | null | undefined;
  /**
   * Whether it is refused.
   */
  disabled?: boolean | null | undefined;
  /**
   * The most it may use, in USD; null removes the limit.
   */
  limit?: number | null | undefined;
  /**
   * When the limit starts anew; null is never.
   * - `daily`: Each midnight.
   * - `weekly`: Each midnight before Monday.
   * - `monthly`: Each midnight before the first of the month.
   */
  limit_reset?: "daily" | "weekly" | "monthly" | (string & {}) | null | undefined;
  /**
   * Whether requests with own provider keys count towards the limit.
   */
  include_byok_in_limit?: boolean | null | undefined;
};
