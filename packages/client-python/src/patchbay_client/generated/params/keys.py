# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

LimitResetParam: TypeAlias = Literal["daily", "weekly", "monthly"] | str
"""How often a spending limit resets.

- `daily`: Every day at midnight UTC.
- `weekly`: Every Monday at midnight UTC.
- `monthly`: On the first of every month at midnight UTC.
"""


class ExternalUserParam(TypedDict):
    """A user in an external system."""

    user: str
    """Id of the user in the external system."""
    api_key: NotRequired[str | None]
    """API key of the user in the external system."""


class CreateKeyParams(TypedDict):
    """An API key to create."""

    name: str
    """Name of the key."""
    limit: NotRequired[float | None]
    """Spending limit of the key, in USD. If omitted or None, the key is unlimited."""
    limit_reset: NotRequired[LimitResetParam | None]
    """How often the limit resets. If omitted or None, it never resets."""
    include_byok_in_limit: NotRequired[bool | None]
    """Whether requests with your own provider keys (BYOK) count toward the limit. Default: False."""
    expires_at: NotRequired[str | None]
    """Expiration time, ISO 8601 with seconds. If omitted or None, the key does not expire."""
    creator_user_id: NotRequired[str | None]
    """Id of the organization member for whom the key is created."""
    workspace_id: NotRequired[str | None]
    """Id of the workspace. Default: the default workspace."""
    external: NotRequired[ExternalUserParam | None]
    """Id of the user in an external system."""


class UpdateKeyParams(TypedDict):
    """Changes to an API key. Omitted fields remain unchanged."""

    name: NotRequired[str | None]
    """Name of the key."""
    disabled: NotRequired[bool | None]
    """Whether the key is disabled. Requests with a disabled key fail with 401."""
    limit: NotRequired[float | None]
    """Spending limit of the key, in USD; None removes the limit."""
    limit_reset: NotRequired[LimitResetParam | None]
    """How often the limit resets; None means never."""
    include_byok_in_limit: NotRequired[bool | None]
    """Whether requests with your own provider keys (BYOK) count toward the limit."""
    workspace_id: NotRequired[str | None]
    """Id of the workspace to move the key to."""
