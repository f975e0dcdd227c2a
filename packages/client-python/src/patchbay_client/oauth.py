"""OAuth login with PKCE: users sign in with their own OpenRouter account and pay for their own requests."""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Unpack
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from ._errors import PatchbayError
from ._failures.show import show_value

if TYPE_CHECKING:
    import httpx2

    from ._options import Overrides
    from .generated.models.auth import ExchangedKey


@dataclass(frozen=True, slots=True)
class AuthorizationRequest:
    """An OAuth authorization that has started."""

    url: str
    """Redirect the user to this URL. After consent, OpenRouter redirects to the callback with `?code=…`."""
    code_verifier: str = field(repr=False)
    """The PKCE code verifier. Store it in the user's session; `exchange_code` requires it."""


def create_authorization_url(
    *, callback_url: str | None = None, auth_url: str = "https://openrouter.ai/auth"
) -> AuthorizationRequest:
    """Creates the URL that starts an OAuth login with PKCE (RFC 7636, method `S256`). Sends no request.

    Args:
        callback_url: Where OpenRouter redirects after consent: an https URL, or localhost on any port. Default: none; the
            page then shows a code to copy.
        auth_url: The authorization page.

    Raises:
        PatchbayError: when an option is not valid.

    Example:
        ```python
        request = create_authorization_url(callback_url="https://app.example/callback")
        # later, in the callback:
        key = exchange_code(code=code, code_verifier=request.code_verifier).key
        client = Patchbay(api_key=key)
        ```
    """
    if callback_url is not None and not _is_callback(callback_url):
        raise PatchbayError(
            f"`callback_url` must be an https URL or localhost, got {show_value(callback_url)}. "
            "Example: https://app.example/callback."
        )
    if not _host_of(auth_url):
        raise PatchbayError(
            f"`auth_url` must be a URL, got {show_value(auth_url)}. Default: https://openrouter.ai/auth."
        )
    verifier = _base64url(secrets.token_bytes(32))
    challenge = _base64url(hashlib.sha256(verifier.encode()).digest())
    query = {} if callback_url is None else {"callback_url": callback_url}
    query |= {"code_challenge": challenge, "code_challenge_method": "S256"}
    url = urlsplit(auth_url)
    kept = [pair for pair in parse_qsl(url.query, keep_blank_values=True) if pair[0] not in query]
    full = urlunsplit((url.scheme, url.netloc, url.path, urlencode([*kept, *query.items()]), url.fragment))
    return AuthorizationRequest(full, verifier)


def exchange_code(
    *, code: str, code_verifier: str, http_client: httpx2.Client | None = None, **options: Unpack[Overrides]
) -> ExchangedKey:
    """Exchanges an authorization code for an API key of the user. A code expires after ten minutes and works once.

    The options are those of `Patchbay`, such as `base_url`. No API key is sent.

    Raises:
        APIError: with the code `forbidden` when the code has expired, was used, or belongs to another `code_verifier`.
        PatchbayError: when an option is missing or not valid.
    """
    from ._client import Patchbay

    body = _exchange_body(code, code_verifier)
    client = Patchbay(api_key=_NO_KEY, http_client=http_client, **_without_keys(options))
    try:
        return client.auth.exchange_code(**body, extra_headers={"authorization": None})
    finally:
        # A client of the caller stays open.
        if http_client is None:
            client.close()


async def exchange_code_async(
    *, code: str, code_verifier: str, http_client: httpx2.AsyncClient | None = None, **options: Unpack[Overrides]
) -> ExchangedKey:
    """The asynchronous form of `exchange_code`."""
    from ._client import AsyncPatchbay

    body = _exchange_body(code, code_verifier)
    client = AsyncPatchbay(api_key=_NO_KEY, http_client=http_client, **_without_keys(options))
    try:
        return await client.auth.exchange_code(**body, extra_headers={"authorization": None})
    finally:
        # A client of the caller stays open.
        if http_client is None:
            await client.close()


# The request is sent without a key.
_NO_KEY = "none"


def _exchange_body(code: object, code_verifier: object) -> dict[str, Any]:
    for name, value in (("code", code), ("code_verifier", code_verifier)):
        if not isinstance(value, str) or not value:
            raise PatchbayError(f"`{name}` must be a non-empty string, got {show_value(value)}.")
    return {"code": code, "code_verifier": code_verifier, "code_challenge_method": "S256"}


def _without_keys(options: Overrides) -> dict[str, Any]:
    for name in ("api_key", "management_key"):
        if name in options:
            raise PatchbayError(f"`{name}` is not an option of `exchange_code`: the request is sent without a key.")
    return dict(options)


def _host_of(url: object) -> str | None:
    try:
        parts = urlsplit(url) if isinstance(url, str) else None
        return parts.hostname if parts and parts.scheme else None
    except ValueError:
        return None


def _is_callback(url: object) -> bool:
    host = _host_of(url)
    scheme = urlsplit(str(url)).scheme if host else ""
    return scheme == "https" or (scheme == "http" and host in ("localhost", "127.0.0.1", "::1"))


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
