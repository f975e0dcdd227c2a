# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
# pyright: reportIncompatibleMethodOverride=false
from typing import Literal, TypeAlias

from pydantic import Field

from ..._models import Model as BaseModel
from ..._pages import AsyncPage, SyncPage

LimitReset: TypeAlias = Literal["daily", "weekly", "monthly"] | str
"""How often a spending limit resets.

- `daily`: Every day at midnight UTC.
- `weekly`: Every Monday at midnight UTC.
- `monthly`: On the first of every month at midnight UTC.
"""


class ApiKey(BaseModel):
    """An API key with its limits and usage. Days, weeks (from Monday) and months are in UTC."""

    hash: str
    """SHA-256 hash of the secret in hex; the id of the key."""
    name: str
    """Name of the key."""
    label: str
    """The secret with its middle replaced, `sk-or-v1-abc...xyz`."""
    disabled: bool
    """Whether the key is disabled. Requests with a disabled key fail with 401."""
    limit: float | None
    """Spending limit of the key, in USD; None means no limit."""
    limit_remaining: float | None
    """Remaining amount of the limit, in USD."""
    limit_reset: LimitReset | None
    """How often the limit resets; None means never."""
    include_byok_in_limit: bool
    """Whether requests with your own provider keys (BYOK) count toward the limit."""
    usage: float
    """Total credits used, in USD."""
    usage_daily: float
    """Credits used today, in USD."""
    usage_weekly: float
    """Credits used this week, in USD."""
    usage_monthly: float
    """Credits used this month, in USD."""
    byok_usage: float
    """Total cost of requests with your own provider keys (BYOK), in USD."""
    byok_usage_daily: float
    """Cost of requests with your own provider keys (BYOK) today, in USD."""
    byok_usage_weekly: float
    """Cost of requests with your own provider keys (BYOK) this week, in USD."""
    byok_usage_monthly: float
    """Cost of requests with your own provider keys (BYOK) this month, in USD."""
    created_at: str
    """Creation time, ISO 8601."""
    updated_at: str | None
    """Time of the last update, ISO 8601."""
    last_used_at: str | None
    """Time of the last request with the key, ISO 8601; None if it was never used."""
    expires_at: str | None = None
    """Expiration time, ISO 8601; None means never."""
    creator_user_id: str | None
    """Id of the user who created the key."""
    external_user: str | None
    """Id of the user in an external system."""
    workspace_id: str
    """Id of the workspace."""


class ApiKeyDetail(BaseModel):
    """One API key."""

    data: ApiKey
    """The API key."""


class ApiKeyList(BaseModel):
    """API keys."""

    data: list[ApiKey]
    """The API keys."""


class CreatedApiKey(BaseModel):
    """A new API key and its secret."""

    data: ApiKey
    """The API key."""
    key: str = Field(repr=False)
    """The API key secret, `sk-or-v1-…`. It cannot be retrieved again."""


DataRegion: TypeAlias = Literal["global", "europe", "us"] | str
"""A region that processes data.

- `global`: Anywhere.
- `europe`: The European Union.
- `us`: The United States.
"""


class DailyRequests(BaseModel):
    """Number of requests per day. A day ends at midnight UTC."""

    limit: int
    """Maximum number of requests."""
    used: int
    """Number of requests made."""
    remaining: int
    """Number of requests remaining."""


KeyBudgetScope: TypeAlias = (
    Literal["workspace_default_member", "workspace_default_key", "member", "api_key", "workspace", "key_limit"] | str
)
"""What the budget belongs to.

- `workspace_default_member`: The default guardrail of the workspace, for all keys of a member.
- `workspace_default_key`: The default guardrail of the workspace, for each key.
- `member`: The guardrail of the member.
- `api_key`: The guardrail of the key.
- `workspace`: The workspace.
- `key_limit`: The limit of the key.
"""


class KeyBudget(BaseModel):
    """A budget that limits requests with a key."""

    scope: KeyBudgetScope
    """What the budget belongs to."""
    limit_usd: float
    """The budget, in USD."""
    spend_usd: float
    """Amount spent of the budget, in USD."""
    remaining_usd: float
    """Remaining amount, in USD. At 0 or below, requests fail with 403."""
    reset_interval: LimitReset | None
    """How often the budget resets; None means never."""
    resets_at: str | None
    """Time of the next reset, ISO 8601; None means never."""
    budget_id: str | None
    """Id of the workspace budget, if `scope` is `workspace`."""
    guardrail_id: str | None
    """Id of the guardrail that contains the budget."""
    include_byok: bool
    """Whether requests with your own provider keys (BYOK) count toward the budget."""


class LegacyRateLimit(BaseModel):
    """A deprecated field. Ignore it."""

    requests: int
    """Always -1."""
    interval: str
    """An interval such as `10s`."""
    note: str
    """Notice that the field is deprecated."""


class CurrentKey(BaseModel):
    """The API key that sends the request, with its limits and usage."""

    label: str
    """The secret with its middle replaced, `sk-or-v1-abc...xyz`."""
    limit: float | None
    """Spending limit of the key, in USD; None means no limit."""
    limit_remaining: float | None
    """Remaining amount of the limit, in USD."""
    limit_reset: LimitReset | None
    """How often the limit resets; None means never."""
    include_byok_in_limit: bool
    """Whether requests with your own provider keys (BYOK) count toward the limit."""
    usage: float
    """Total credits used, in USD."""
    usage_daily: float
    """Credits used today, in USD."""
    usage_weekly: float
    """Credits used this week, in USD."""
    usage_monthly: float
    """Credits used this month, in USD."""
    byok_usage: float
    """Total cost of requests with your own provider keys (BYOK), in USD."""
    byok_usage_daily: float
    """Cost of requests with your own provider keys (BYOK) today, in USD."""
    byok_usage_weekly: float
    """Cost of requests with your own provider keys (BYOK) this week, in USD."""
    byok_usage_monthly: float
    """Cost of requests with your own provider keys (BYOK) this month, in USD."""
    is_free_tier: bool
    """Whether the account has never purchased credits."""
    is_management_key: bool
    """Whether this is a management key. Management keys administer the account and cannot be used for inference."""
    is_provisioning_key: bool
    """Deprecated.

    Older name of `is_management_key`.
    """
    expires_at: str | None = None
    """Expiration time, ISO 8601; None means never."""
    creator_user_id: str | None
    """Id of the user who created the key."""
    organization_id: str | None
    """Id of the organization."""
    workspace_id: str | None
    """Id of the workspace."""
    allowed_data_regions: list[DataRegion]
    """Regions that may process the key's data."""
    free_model_daily_requests: DailyRequests
    """Requests to free models today."""
    budgets: list[KeyBudget]
    """The budgets that limit requests with the key, in the order in which they are checked."""
    effective_budget: KeyBudget | None
    """The budget with the lowest remaining amount; None without a budget."""
    rate_limit: LegacyRateLimit
    """Deprecated.

    Deprecated. Has no meaning.
    """


class CurrentKeyDetail(BaseModel):
    """The API key that sends the request."""

    data: CurrentKey
    """The API key."""


class DeletedApiKey(BaseModel):
    """Confirmation that the API key was deleted."""

    deleted: Literal[True]
    """Always true."""


class ApiKeyListPage(SyncPage[ApiKey], ApiKeyList):
    """A page of `ApiKeyList`, returned by `Patchbay`. Iterating it yields the items of all pages."""


class AsyncApiKeyListPage(AsyncPage[ApiKey], ApiKeyList):
    """A page of `ApiKeyList`, returned by `AsyncPatchbay`. Iterating it yields the items of all pages."""
