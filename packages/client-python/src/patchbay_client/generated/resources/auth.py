# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..._omit import OMIT, Omit
from ..._resource import AsyncResource, CallOptions, Resource
from ..operations import AUTH_CREATE_CODE, AUTH_EXCHANGE_CODE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from ..models.auth import AuthCode, ExchangedKey
    from ..params.auth import CodeChallengeMethod
    from ..params.keys import LimitResetParam
    from .raw import AsyncRawAuth, RawAuth


class Auth(Resource):
    """The methods of `client.auth`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> RawAuth:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    def create_code(
        self,
        *,
        callback_url: str,
        code_challenge: str | None | Omit = OMIT,
        code_challenge_method: CodeChallengeMethod | None | Omit = OMIT,
        expires_at: str | None | Omit = OMIT,
        key_label: str | None | Omit = OMIT,
        limit: float | None | Omit = OMIT,
        usage_limit_type: LimitResetParam | None | Omit = OMIT,
        workspace_id: str | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> AuthCode:
        """Create an authorization code.

        Creates a code that an application exchanges for its own API key, as the consent page does. The code
        expires after ten minutes and can be used once.

        Args:
            callback_url: URL that receives the code: https with a host name, or localhost on any port.
            code_challenge: The PKCE code challenge: BASE64URL(SHA-256(verifier)) for `S256`.
            code_challenge_method: How the challenge was derived from the verifier.
            expires_at: When the key expires, ISO 8601 with seconds. If omitted or None, the key does not expire.
            key_label: Name of the key.
            limit: Spending limit of the key, in USD.
            usage_limit_type: How often the limit resets. If omitted, it never resets.
            workspace_id: Workspace of the key.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `conflict` (409), `payload_too_large` (413), `unsupported_media_type` (415), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = client.auth.create_code(
                callback_url="https://notes.example/callback",
                code_challenge="E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                code_challenge_method="S256",
                limit=10,
                usage_limit_type="monthly",
            )
            ```
        """
        return self._call(
            AUTH_CREATE_CODE,
            {
                "callback_url": callback_url,
                "code_challenge": code_challenge,
                "code_challenge_method": code_challenge_method,
                "expires_at": expires_at,
                "key_label": key_label,
                "limit": limit,
                "usage_limit_type": usage_limit_type,
                "workspace_id": workspace_id,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def exchange_code(
        self,
        *,
        code: str,
        code_verifier: str | None | Omit = OMIT,
        code_challenge_method: CodeChallengeMethod | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ExchangedKey:
        """Exchange an authorization code for an API key.

        The last step of the PKCE flow: the application sends the code it received from the consent page
        together with its code verifier, and receives an API key.

        Args:
            code: The authorization code.
            code_verifier: The code verifier of the challenge sent to the consent page.
            code_challenge_method: How the challenge was derived from the verifier.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `payload_too_large` (413), `unsupported_media_type` (415), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = client.auth.exchange_code(code="auth_code_x7")
            ```
        """
        return self._call(
            AUTH_EXCHANGE_CODE,
            {"code": code, "code_verifier": code_verifier, "code_challenge_method": code_challenge_method},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )


class AsyncAuth(AsyncResource):
    """The methods of `client.auth` of `AsyncPatchbay`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> AsyncRawAuth:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    async def create_code(
        self,
        *,
        callback_url: str,
        code_challenge: str | None | Omit = OMIT,
        code_challenge_method: CodeChallengeMethod | None | Omit = OMIT,
        expires_at: str | None | Omit = OMIT,
        key_label: str | None | Omit = OMIT,
        limit: float | None | Omit = OMIT,
        usage_limit_type: LimitResetParam | None | Omit = OMIT,
        workspace_id: str | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> AuthCode:
        """Create an authorization code.

        Creates a code that an application exchanges for its own API key, as the consent page does. The code
        expires after ten minutes and can be used once.

        Args:
            callback_url: URL that receives the code: https with a host name, or localhost on any port.
            code_challenge: The PKCE code challenge: BASE64URL(SHA-256(verifier)) for `S256`.
            code_challenge_method: How the challenge was derived from the verifier.
            expires_at: When the key expires, ISO 8601 with seconds. If omitted or None, the key does not expire.
            key_label: Name of the key.
            limit: Spending limit of the key, in USD.
            usage_limit_type: How often the limit resets. If omitted, it never resets.
            workspace_id: Workspace of the key.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `conflict` (409), `payload_too_large` (413), `unsupported_media_type` (415), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = await client.auth.create_code(
                callback_url="https://notes.example/callback",
                code_challenge="E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                code_challenge_method="S256",
                limit=10,
                usage_limit_type="monthly",
            )
            ```
        """
        return await self._call(
            AUTH_CREATE_CODE,
            {
                "callback_url": callback_url,
                "code_challenge": code_challenge,
                "code_challenge_method": code_challenge_method,
                "expires_at": expires_at,
                "key_label": key_label,
                "limit": limit,
                "usage_limit_type": usage_limit_type,
                "workspace_id": workspace_id,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    async def exchange_code(
        self,
        *,
        code: str,
        code_verifier: str | None | Omit = OMIT,
        code_challenge_method: CodeChallengeMethod | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ExchangedKey:
        """Exchange an authorization code for an API key.

        The last step of the PKCE flow: the application sends the code it received from the consent page
        together with its code verifier, and receives an API key.

        Args:
            code: The authorization code.
            code_verifier: The code verifier of the challenge sent to the consent page.
            code_challenge_method: How the challenge was derived from the verifier.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `payload_too_large` (413), `unsupported_media_type` (415), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = await client.auth.exchange_code(code="auth_code_x7")
            ```
        """
        return await self._call(
            AUTH_EXCHANGE_CODE,
            {"code": code, "code_verifier": code_verifier, "code_challenge_method": code_challenge_method},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )
