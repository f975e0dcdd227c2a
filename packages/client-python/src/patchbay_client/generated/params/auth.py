# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .keys import LimitResetParam

CodeChallengeMethod: TypeAlias = Literal["S256", "plain"] | str
"""How a PKCE code challenge was derived from the verifier.

- `S256`: SHA-256 of the verifier.
- `plain`: The verifier itself.
"""


class CreateAuthCodeParams(TypedDict):
    """An authorization code to create."""

    callback_url: str
    """URL that receives the code: https with a host name, or localhost on any port."""
    code_challenge: NotRequired[str | None]
    """The PKCE code challenge: BASE64URL(SHA-256(verifier)) for `S256`."""
    code_challenge_method: NotRequired[CodeChallengeMethod | None]
    """How the challenge was derived from the verifier."""
    expires_at: NotRequired[str | None]
    """When the key expires, ISO 8601 with seconds. If omitted or None, the key does not expire."""
    key_label: NotRequired[str | None]
    """Name of the key."""
    limit: NotRequired[float | None]
    """Spending limit of the key, in USD."""
    usage_limit_type: NotRequired[LimitResetParam | None]
    """How often the limit resets. If omitted, it never resets."""
    workspace_id: NotRequired[str | None]
    """Workspace of the key."""


class ExchangeCodeParams(TypedDict):
    """An authorization code and its code verifier."""

    code: str
    """The authorization code."""
    code_verifier: NotRequired[str | None]
    """The code verifier of the challenge sent to the consent page."""
    code_challenge_method: NotRequired[CodeChallengeMethod | None]
    """How the challenge was derived from the verifier."""
