// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * An API key with its limits and usage. Days, weeks (from Monday) and months are in UTC.
 */
export type ApiKey = {
  /**
   * SHA-256 hash of the secret in hex; the id of the key.
   */
  hash: string;
  /**
   * Name of the key.
   */
  name: string;
  /**
   * The secret with its middle replaced, `sk-or-v1-abc...xyz`.
   */
  label: string;
  /**
   * Whether the key is disabled. Requests with a disabled key fail with 401.
   */
  disabled: boolean;
  /**
   * Spending limit of the key, in USD; null means no limit.
   */
  limit: number | null;
  /**
   * Remaining amount of the limit, in USD.
   */
  limit_remaining: number | null;
  /**
   * How often the limit resets; null means never.
   */
  limit_reset: LimitReset | null;
  /**
   * Whether requests with your own provider keys (BYOK) count toward the limit.
   */
  include_byok_in_limit: boolean;
  /**
   * Total credits used, in USD.
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
   * Total cost of requests with your own provider keys (BYOK), in USD.
   */
  byok_usage: number;
  /**
   * Cost of requests with your own provider keys (BYOK) today, in USD.
   */
  byok_usage_daily: number;
  /**
   * Cost of requests with your own provider keys (BYOK) this week, in USD.
   */
  byok_usage_weekly: number;
  /**
   * Cost of requests with your own provider keys (BYOK) this month, in USD.
   */
  byok_usage_monthly: number;
  /**
   * Creation time, ISO 8601.
   */
  created_at: string;
  /**
   * Time of the last update, ISO 8601.
   */
  updated_at: string | null;
  /**
   * Time of the last request with the key, ISO 8601; null if it was never used.
   */
  last_used_at: string | null;
  /**
   * Expiration time, ISO 8601; null means never.
   */
  expires_at?: string | null;
  /**
   * Id of the user who created the key.
   */
  creator_user_id: string | null;
  /**
   * Id of the user in an external system.
   */
  external_user: string | null;
  /**
   * Id of the workspace.
   */
  workspace_id: string;
};

/**
 * One API key.
 */
export type ApiKeyDetail = {
  /**
   * The API key.
   */
  data: ApiKey;
};

/**
 * API keys.
 */
export type ApiKeyList = {
  /**
   * The API keys.
   */
  data: Array<ApiKey>;
};

/**
 * An API key to create.
 */
export type CreateKeyRequest = {
  /**
   * Name of the key.
   */
  name: string;
  /**
   * Spending limit of the key, in USD. If omitted or null, the key is unlimited.
   */
  limit?: number | null | undefined;
  /**
   * How often the limit resets. If omitted or null, it never resets.
   */
  limit_reset?: LimitResetParam | null | undefined;
  /**
   * Whether requests with your own provider keys (BYOK) count toward the limit. Default: false.
   */
  include_byok_in_limit?: boolean | null | undefined;
  /**
   * Expiration time, ISO 8601 with seconds. If omitted or null, the key does not expire.
   */
  expires_at?: string | null | undefined;
  /**
   * Id of the organization member for whom the key is created.
   */
  creator_user_id?: string | null | undefined;
  /**
   * Id of the workspace. Default: the default workspace.
   */
  workspace_id?: string | null | undefined;
  /**
   * Id of the user in an external system.
   */
  external?: ExternalUser | null | undefined;
};

/**
 * A new API key and its secret.
 */
export type CreatedApiKey = {
  /**
   * The API key.
   */
  data: ApiKey;
  /**
   * The API key secret, `sk-or-v1-…`. It cannot be retrieved again.
   */
  key: string;
};

/**
 * The API key that sends the request, with its limits and usage.
 */
export type CurrentKey = {
  /**
   * The secret with its middle replaced, `sk-or-v1-abc...xyz`.
   */
  label: string;
  /**
   * Spending limit of the key, in USD; null means no limit.
   */
  limit: number | null;
  /**
   * Remaining amount of the limit, in USD.
   */
  limit_remaining: number | null;
  /**
   * How often the limit resets; null means never.
   */
  limit_reset: LimitReset | null;
  /**
   * Whether requests with your own provider keys (BYOK) count toward the limit.
   */
  include_byok_in_limit: boolean;
  /**
   * Total credits used, in USD.
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
   * Total cost of requests with your own provider keys (BYOK), in USD.
   */
  byok_usage: number;
  /**
   * Cost of requests with your own provider keys (BYOK) today, in USD.
   */
  byok_usage_daily: number;
  /**
   * Cost of requests with your own provider keys (BYOK) this week, in USD.
   */
  byok_usage_weekly: number;
  /**
   * Cost of requests with your own provider keys (BYOK) this month, in USD.
   */
  byok_usage_monthly: number;
  /**
   * Whether the account has never purchased credits.
   */
  is_free_tier: boolean;
  /**
   * Whether this is a management key. Management keys administer the account and cannot be used for inference.
   */
  is_management_key: boolean;
  /**
   * Older name of `is_management_key`.
   *
   * @deprecated
   */
  is_provisioning_key: boolean;
  /**
   * Expiration time, ISO 8601; null means never.
   */
  expires_at?: string | null;
  /**
   * Id of the user who created the key.
   */
  creator_user_id: string | null;
  /**
   * Id of the organization.
   */
  organization_id: string | null;
  /**
   * Id of the workspace.
   */
  workspace_id: string | null;
  /**
   * Regions that may process the key's data.
   */
  allowed_data_regions: Array<DataRegion>;
  /**
   * Requests to free models today.
   */
  free_model_daily_requests: DailyRequests;
  /**
   * The budgets that limit requests with the key, in the order in which they are checked.
   */
  budgets: Array<KeyBudget>;
  /**
   * The budget with the lowest remaining amount; null without a budget.
   */
  effective_budget: KeyBudget | null;
  /**
   * Deprecated. Has no meaning.
   *
   * @deprecated
   */
  rate_limit: LegacyRateLimit;
};

/**
 * The API key that sends the request.
 */
export type CurrentKeyDetail = {
  /**
   * The API key.
   */
  data: CurrentKey;
};

/**
 * Number of requests per day. A day ends at midnight UTC.
 */
export type DailyRequests = {
  /**
   * Maximum number of requests.
   */
  limit: number;
  /**
   * Number of requests made.
   */
  used: number;
  /**
   * Number of requests remaining.
   */
  remaining: number;
};

/**
 * A region that processes data.
 * - `global`: Anywhere.
 * - `europe`: The European Union.
 * - `us`: The United States.
 */
export type DataRegion = "global" | "europe" | "us" | (string & {});

/**
 * Confirmation that the API key was deleted.
 */
export type DeletedApiKey = {
  /**
   * Always true.
   */
  deleted: true;
};

/**
 * A user in an external system.
 */
export type ExternalUser = {
  /**
   * Id of the user in the external system.
   */
  user: string;
  /**
   * API key of the user in the external system.
   */
  api_key?: string | null | undefined;
};

/**
 * A budget that limits requests with a key.
 */
export type KeyBudget = {
  /**
   * What the budget belongs to.
   * - `workspace_default_member`: The default guardrail of the workspace, for all keys of a member.
   * - `workspace_default_key`: The default guardrail of the workspace, for each key.
   * - `member`: The guardrail of the member.
   * - `api_key`: The guardrail of the key.
   * - `workspace`: The workspace.
   * - `key_limit`: The limit of the key.
   */
  scope:
    | "workspace_default_member"
    | "workspace_default_key"
    | "member"
    | "api_key"
    | "workspace"
    | "key_limit"
    | (string & {});
  /**
   * The budget, in USD.
   */
  limit_usd: number;
  /**
   * Amount spent of the budget, in USD.
   */
  spend_usd: number;
  /**
   * Remaining amount, in USD. At 0 or below, requests fail with 403.
   */
  remaining_usd: number;
  /**
   * How often the budget resets; null means never.
   */
  reset_interval: LimitReset | null;
  /**
   * Time of the next reset, ISO 8601; null means never.
   */
  resets_at: string | null;
  /**
   * Id of the workspace budget, if `scope` is `workspace`.
   */
  budget_id: string | null;
  /**
   * Id of the guardrail that contains the budget.
   */
  guardrail_id: string | null;
  /**
   * Whether requests with your own provider keys (BYOK) count toward the budget.
   */
  include_byok: boolean;
};

/**
 * A deprecated field. Ignore it.
 */
export type LegacyRateLimit = {
  /**
   * Always -1.
   */
  requests: number;
  /**
   * An interval such as `10s`.
   */
  interval: string;
  /**
   * Notice that the field is deprecated.
   */
  note: string;
};

/**
 * How often a spending limit resets.
 * - `daily`: Every day at midnight UTC.
 * - `weekly`: Every Monday at midnight UTC.
 * - `monthly`: On the first of every month at midnight UTC.
 */
export type LimitReset = "daily" | "weekly" | "monthly" | (string & {});

/**
 * How often a spending limit resets.
 * - `daily`: Every day at midnight UTC.
 * - `weekly`: Every Monday at midnight UTC.
 * - `monthly`: On the first of every month at midnight UTC.
 */
export type LimitResetParam = "daily" | "weekly" | "monthly" | (string & {});

/**
 * Changes to an API key. Omitted fields remain unchanged.
 */
export type UpdateKeyRequest = {
  /**
   * Name of the key.
   */
  name?: string | null | undefined;
  /**
   * Whether the key is disabled. Requests with a disabled key fail with 401.
   */
  disabled?: boolean | null | undefined;
  /**
   * Spending limit of the key, in USD; null removes the limit.
   */
  limit?: number | null | undefined;
  /**
   * How often the limit resets; null means never.
   */
  limit_reset?: LimitResetParam | null | undefined;
  /**
   * Whether requests with your own provider keys (BYOK) count toward the limit.
   */
  include_byok_in_limit?: boolean | null | undefined;
  /**
   * Id of the workspace to move the key to.
   */
  workspace_id?: string | null | undefined;
};
