// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"fmt"
	"log/slog"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// APIKey is an API key with its limits and usage. Days, weeks (from Monday) and months are in UTC.
type APIKey struct {
	object

	// SHA-256 hash of the secret in hex; the ID of the key.
	Hash string `json:"hash"`

	// Name of the key.
	Name string `json:"name"`

	// The secret with its middle replaced, "sk-or-v1-abc...xyz".
	Label string `json:"label"`

	// Whether the key is disabled. Requests with a disabled key fail with 401.
	Disabled bool `json:"disabled"`

	// Spending limit of the key, in USD; null means no limit.
	Limit Opt[float64] `json:"limit"`

	// Remaining amount of the limit, in USD.
	LimitRemaining Opt[float64] `json:"limit_remaining"`

	// How often the limit resets; null means never.
	LimitReset LimitReset `json:"limit_reset"`

	// Whether requests with your own provider keys (BYOK) count toward the limit.
	IncludeBYOKInLimit bool `json:"include_byok_in_limit"`

	// Total credits used, in USD.
	Usage float64 `json:"usage"`

	// Credits used today, in USD.
	UsageDaily float64 `json:"usage_daily"`

	// Credits used this week, in USD.
	UsageWeekly float64 `json:"usage_weekly"`

	// Credits used this month, in USD.
	UsageMonthly float64 `json:"usage_monthly"`

	// Total cost of requests with your own provider keys (BYOK), in USD.
	BYOKUsage float64 `json:"byok_usage"`

	// Cost of requests with your own provider keys (BYOK) today, in USD.
	BYOKUsageDaily float64 `json:"byok_usage_daily"`

	// Cost of requests with your own provider keys (BYOK) this week, in USD.
	BYOKUsageWeekly float64 `json:"byok_usage_weekly"`

	// Cost of requests with your own provider keys (BYOK) this month, in USD.
	BYOKUsageMonthly float64 `json:"byok_usage_monthly"`

	// Creation time, ISO 8601.
	CreatedAt string `json:"created_at"`

	// Time of the last update, ISO 8601.
	UpdatedAt string `json:"updated_at"`

	// Time of the last request with the key, ISO 8601; null if it was never used.
	LastUsedAt string `json:"last_used_at"`

	// Expiration time, ISO 8601; null means never.
	ExpiresAt string `json:"expires_at,omitzero"`

	// ID of the user who created the key.
	CreatorUserID string `json:"creator_user_id"`

	// ID of the user in an external system.
	ExternalUser string `json:"external_user"`

	// ID of the workspace.
	WorkspaceID string `json:"workspace_id"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v APIKey) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *APIKey) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// APIKeyDetail is one API key.
type APIKeyDetail struct {
	object

	// The API key.
	Data APIKey `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v APIKeyDetail) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *APIKeyDetail) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// APIKeyList: API keys.
type APIKeyList struct {
	object

	// The API keys.
	Data []APIKey `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v APIKeyList) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *APIKeyList) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// CreateKeyParams is an API key to create.
type CreateKeyParams struct {
	object

	// Name of the key.
	Name string `json:"name"`

	// Spending limit of the key, in USD. If omitted or null, the key is unlimited.
	Limit Opt[float64] `json:"limit,omitzero"`

	// How often the limit resets. If omitted or null, it never resets.
	LimitReset Opt[LimitResetParam] `json:"limit_reset,omitzero"`

	// Whether requests with your own provider keys (BYOK) count toward the limit. Default: false.
	IncludeBYOKInLimit Opt[bool] `json:"include_byok_in_limit,omitzero"`

	// Expiration time, ISO 8601 with seconds. If omitted or null, the key does not expire.
	ExpiresAt Opt[string] `json:"expires_at,omitzero"`

	// ID of the organization member for whom the key is created.
	CreatorUserID Opt[string] `json:"creator_user_id,omitzero"`

	// ID of the workspace. Default: the default workspace.
	WorkspaceID Opt[string] `json:"workspace_id,omitzero"`

	// ID of the user in an external system.
	External *ExternalUser `json:"external,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CreateKeyParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CreateKeyParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// LogValue returns the value as text without its secrets.
func (v CreateKeyParams) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }

// CreatedAPIKey is a new API key and its secret.
type CreatedAPIKey struct {
	object

	// The API key.
	Data APIKey `json:"data"`

	// The API key secret, "sk-or-v1-…". It cannot be retrieved again.
	Key string `json:"key"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CreatedAPIKey) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CreatedAPIKey) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Format formats the value without its secrets.
func (v CreatedAPIKey) Format(state fmt.State, verb rune) {
	type plain CreatedAPIKey
	shown := plain(v)
	shown.Key = redactText(v.Key)
	fmt.Fprintf(state, fmt.FormatString(state, verb), shown)
}

// LogValue returns the value as text without its secrets.
func (v CreatedAPIKey) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }

// CurrentKey is the API key that sends the request, with its limits and usage.
type CurrentKey struct {
	object

	// The secret with its middle replaced, "sk-or-v1-abc...xyz".
	Label string `json:"label"`

	// Spending limit of the key, in USD; null means no limit.
	Limit Opt[float64] `json:"limit"`

	// Remaining amount of the limit, in USD.
	LimitRemaining Opt[float64] `json:"limit_remaining"`

	// How often the limit resets; null means never.
	LimitReset LimitReset `json:"limit_reset"`

	// Whether requests with your own provider keys (BYOK) count toward the limit.
	IncludeBYOKInLimit bool `json:"include_byok_in_limit"`

	// Total credits used, in USD.
	Usage float64 `json:"usage"`

	// Credits used today, in USD.
	UsageDaily float64 `json:"usage_daily"`

	// Credits used this week, in USD.
	UsageWeekly float64 `json:"usage_weekly"`

	// Credits used this month, in USD.
	UsageMonthly float64 `json:"usage_monthly"`

	// Total cost of requests with your own provider keys (BYOK), in USD.
	BYOKUsage float64 `json:"byok_usage"`

	// Cost of requests with your own provider keys (BYOK) today, in USD.
	BYOKUsageDaily float64 `json:"byok_usage_daily"`

	// Cost of requests with your own provider keys (BYOK) this week, in USD.
	BYOKUsageWeekly float64 `json:"byok_usage_weekly"`

	// Cost of requests with your own provider keys (BYOK) this month, in USD.
	BYOKUsageMonthly float64 `json:"byok_usage_monthly"`

	// Whether the account has never purchased credits.
	IsFreeTier bool `json:"is_free_tier"`

	// Whether this is a management key. Management keys administer the account and cannot be used for inference.
	IsManagementKey bool `json:"is_management_key"`

	// Deprecated: Older name of IsManagementKey.
	IsProvisioningKey bool `json:"is_provisioning_key"`

	// Expiration time, ISO 8601; null means never.
	ExpiresAt string `json:"expires_at,omitzero"`

	// ID of the user who created the key.
	CreatorUserID string `json:"creator_user_id"`

	// ID of the organization.
	OrganizationID string `json:"organization_id"`

	// ID of the workspace.
	WorkspaceID string `json:"workspace_id"`

	// Regions that may process the key's data.
	AllowedDataRegions []DataRegion `json:"allowed_data_regions"`

	// Requests to free models today.
	FreeModelDailyRequests DailyRequests `json:"free_model_daily_requests"`

	// The budgets that limit requests with the key, in the order in which they are checked.
	Budgets []KeyBudget `json:"budgets"`

	// The budget with the lowest remaining amount; null without a budget.
	EffectiveBudget *KeyBudget `json:"effective_budget"`

	// Deprecated: Has no meaning.
	RateLimit LegacyRateLimit `json:"rate_limit"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CurrentKey) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CurrentKey) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// CurrentKeyDetail is the API key that sends the request.
type CurrentKeyDetail struct {
	object

	// The API key.
	Data CurrentKey `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CurrentKeyDetail) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CurrentKeyDetail) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// DailyRequests: Number of requests per day. A day ends at midnight UTC.
type DailyRequests struct {
	object

	// Maximum number of requests.
	Limit int64 `json:"limit"`

	// Number of requests made.
	Used int64 `json:"used"`

	// Number of requests remaining.
	Remaining int64 `json:"remaining"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v DailyRequests) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *DailyRequests) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// DataRegion is a region that processes data.
//
// The API may add other values.
type DataRegion string

// The known values of DataRegion.
const (
	// Anywhere.
	DataRegionGlobal DataRegion = "global"
	// The European Union.
	DataRegionEurope DataRegion = "europe"
	// The United States.
	DataRegionUS DataRegion = "us"
)

// DeletedAPIKey: Confirmation that the API key was deleted.
type DeletedAPIKey struct {
	object

	// Always true.
	Deleted bool `json:"deleted"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v DeletedAPIKey) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *DeletedAPIKey) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ExternalUser is a user in an external system.
type ExternalUser struct {
	object

	// ID of the user in the external system.
	User string `json:"user"`

	// API key of the user in the external system.
	APIKey Opt[string] `json:"api_key,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ExternalUser) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ExternalUser) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Format formats the value without its secrets.
func (v ExternalUser) Format(state fmt.State, verb rune) {
	type plain ExternalUser
	shown := plain(v)
	shown.APIKey = redactOpt(v.APIKey)
	fmt.Fprintf(state, fmt.FormatString(state, verb), shown)
}

// LogValue returns the value as text without its secrets.
func (v ExternalUser) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }

// KeyBudget is a budget that limits requests with a key.
type KeyBudget struct {
	object

	// What the budget belongs to.
	Scope KeyBudgetScope `json:"scope"`

	// The budget, in USD.
	LimitUSD float64 `json:"limit_usd"`

	// Amount spent of the budget, in USD.
	SpendUSD float64 `json:"spend_usd"`

	// Remaining amount, in USD. At 0 or below, requests fail with 403.
	RemainingUSD float64 `json:"remaining_usd"`

	// How often the budget resets; null means never.
	ResetInterval LimitReset `json:"reset_interval"`

	// Time of the next reset, ISO 8601; null means never.
	ResetsAt string `json:"resets_at"`

	// ID of the workspace budget, if Scope is "workspace".
	BudgetID string `json:"budget_id"`

	// ID of the guardrail that contains the budget.
	GuardrailID string `json:"guardrail_id"`

	// Whether requests with your own provider keys (BYOK) count toward the budget.
	IncludeBYOK bool `json:"include_byok"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v KeyBudget) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *KeyBudget) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// KeyBudgetScope says what the budget belongs to.
//
// The API may add other values.
type KeyBudgetScope string

// The known values of KeyBudgetScope.
const (
	// The default guardrail of the workspace, for all keys of a member.
	KeyBudgetScopeWorkspaceDefaultMember KeyBudgetScope = "workspace_default_member"
	// The default guardrail of the workspace, for each key.
	KeyBudgetScopeWorkspaceDefaultKey KeyBudgetScope = "workspace_default_key"
	// The guardrail of the member.
	KeyBudgetScopeMember KeyBudgetScope = "member"
	// The guardrail of the key.
	KeyBudgetScopeAPIKey KeyBudgetScope = "api_key"
	// The workspace.
	KeyBudgetScopeWorkspace KeyBudgetScope = "workspace"
	// The limit of the key.
	KeyBudgetScopeKeyLimit KeyBudgetScope = "key_limit"
)

// LegacyRateLimit is a deprecated field. Ignore it.
type LegacyRateLimit struct {
	object

	// Always -1.
	Requests int64 `json:"requests"`

	// An interval such as "10s".
	Interval string `json:"interval"`

	// Notice that the field is deprecated.
	Note string `json:"note"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v LegacyRateLimit) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *LegacyRateLimit) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// LimitReset says how often a spending limit resets.
//
// The API may add other values.
type LimitReset string

// The known values of LimitReset.
const (
	// Every day at midnight UTC.
	LimitResetDaily LimitReset = "daily"
	// Every Monday at midnight UTC.
	LimitResetWeekly LimitReset = "weekly"
	// On the first of every month at midnight UTC.
	LimitResetMonthly LimitReset = "monthly"
)

// LimitResetParam says how often a spending limit resets.
//
// The API accepts these values today.
type LimitResetParam string

// The known values of LimitResetParam.
const (
	// Every day at midnight UTC.
	LimitResetParamDaily LimitResetParam = "daily"
	// Every Monday at midnight UTC.
	LimitResetParamWeekly LimitResetParam = "weekly"
	// On the first of every month at midnight UTC.
	LimitResetParamMonthly LimitResetParam = "monthly"
)

// UpdateKeyParams: Changes to an API key. Omitted fields remain unchanged.
type UpdateKeyParams struct {
	object

	// Name of the key.
	Name Opt[string] `json:"name,omitzero"`

	// Whether the key is disabled. Requests with a disabled key fail with 401.
	Disabled Opt[bool] `json:"disabled,omitzero"`

	// Spending limit of the key, in USD; null removes the limit.
	Limit Opt[float64] `json:"limit,omitzero"`

	// How often the limit resets; null means never.
	LimitReset Opt[LimitResetParam] `json:"limit_reset,omitzero"`

	// Whether requests with your own provider keys (BYOK) count toward the limit.
	IncludeBYOKInLimit Opt[bool] `json:"include_byok_in_limit,omitzero"`

	// ID of the workspace to move the key to.
	WorkspaceID Opt[string] `json:"workspace_id,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UpdateKeyParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UpdateKeyParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
