# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..._omit import OMIT, Omit
from ..._resource import AsyncResource, CallOptions, Resource
from ..operations import KEYS_CREATE, KEYS_DELETE, KEYS_GET, KEYS_GET_CURRENT, KEYS_LIST, KEYS_UPDATE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from ..._pages import AsyncPaginator
    from ..models.keys import (
        ApiKey,
        ApiKeyDetail,
        ApiKeyListPage,
        AsyncApiKeyListPage,
        CreatedApiKey,
        CurrentKeyDetail,
        DeletedApiKey,
    )
    from ..params.keys import ExternalUserParam, LimitResetParam
    from .raw import AsyncRawKeys, RawKeys


class Keys(Resource):
    """The methods of `client.keys`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> RawKeys:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    def get_current(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> CurrentKeyDetail:
        """Get the current API key.

        Limits and usage of the API key that sends the request. Amounts are in USD; days, weeks and months are
        in UTC.

        Args:
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `unauthorized` (401), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = client.keys.get_current()
            ```
        """
        return self._call(
            KEYS_GET_CURRENT, {}, CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key)
        )

    def list(
        self,
        *,
        include_disabled: bool | Omit = OMIT,
        include_expired: bool | Omit = OMIT,
        workspace_id: str | Omit = OMIT,
        offset: int | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ApiKeyListPage:
        """List API keys.

        The API keys of the account, newest first. Requires a management key.

        Args:
            include_disabled: Whether to include disabled keys. Default: False.
            include_expired: Whether to include expired keys. Default: False.
            workspace_id: Only keys of this workspace.
            offset: Number of items to skip. Default: 0.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `rate_limited` (429), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            for item in client.keys.list():
                print(item.name)
            ```
        """
        return self._list(
            KEYS_LIST,
            {
                "include_disabled": include_disabled,
                "include_expired": include_expired,
                "workspace_id": workspace_id,
                "offset": offset,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def create(
        self,
        *,
        name: str,
        limit: float | None | Omit = OMIT,
        limit_reset: LimitResetParam | None | Omit = OMIT,
        include_byok_in_limit: bool | None | Omit = OMIT,
        expires_at: str | None | Omit = OMIT,
        creator_user_id: str | None | Omit = OMIT,
        workspace_id: str | None | Omit = OMIT,
        external: ExternalUserParam | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> CreatedApiKey:
        """Create an API key.

        Creates an API key. The response contains the secret, which cannot be retrieved again. Requires a
        management key.

        Args:
            name: Name of the key.
            limit: Spending limit of the key, in USD. If omitted or None, the key is unlimited.
            limit_reset: How often the limit resets. If omitted or None, it never resets.
            include_byok_in_limit: Whether requests with your own provider keys (BYOK) count toward the limit. Default: False.
            expires_at: Expiration time, ISO 8601 with seconds. If omitted or None, the key does not expire.
            creator_user_id: Id of the organization member for whom the key is created.
            workspace_id: Id of the workspace. Default: the default workspace.
            external: Id of the user in an external system.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `payload_too_large` (413), `unsupported_media_type` (415), `rate_limited` (429), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = client.keys.create(name="CI")
            ```
        """
        return self._call(
            KEYS_CREATE,
            {
                "name": name,
                "limit": limit,
                "limit_reset": limit_reset,
                "include_byok_in_limit": include_byok_in_limit,
                "expires_at": expires_at,
                "creator_user_id": creator_user_id,
                "workspace_id": workspace_id,
                "external": external,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def get(
        self,
        *,
        hash: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ApiKeyDetail:
        """Get an API key.

        One API key with its limits and usage. Requires a management key.

        Args:
            hash: SHA-256 hash of the key in hex; the id of the key.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `not_found` (404), `rate_limited` (429), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = client.keys.get(hash="f07216c8b7530c6559b58625fd8f6ca9e9f00703f975ea61bb07a5a4095884a4")
            ```
        """
        return self._call(
            KEYS_GET, {"hash": hash}, CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key)
        )

    def update(
        self,
        *,
        hash: str,
        name: str | None | Omit = OMIT,
        disabled: bool | None | Omit = OMIT,
        limit: float | None | Omit = OMIT,
        limit_reset: LimitResetParam | None | Omit = OMIT,
        include_byok_in_limit: bool | None | Omit = OMIT,
        workspace_id: str | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ApiKeyDetail:
        """Update an API key.

        Changes the name, the limit or the state of an API key. Omitted fields remain unchanged. Requires a
        management key.

        Args:
            hash: SHA-256 hash of the key in hex; the id of the key.
            name: Name of the key.
            disabled: Whether the key is disabled. Requests with a disabled key fail with 401.
            limit: Spending limit of the key, in USD; None removes the limit.
            limit_reset: How often the limit resets; None means never.
            include_byok_in_limit: Whether requests with your own provider keys (BYOK) count toward the limit.
            workspace_id: Id of the workspace to move the key to.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `not_found` (404), `payload_too_large` (413), `unsupported_media_type` (415), `rate_limited` (429), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = client.keys.update(
                hash="f07216c8b7530c6559b58625fd8f6ca9e9f00703f975ea61bb07a5a4095884a4", disabled=True
            )
            ```
        """
        return self._call(
            KEYS_UPDATE,
            {
                "hash": hash,
                "name": name,
                "disabled": disabled,
                "limit": limit,
                "limit_reset": limit_reset,
                "include_byok_in_limit": include_byok_in_limit,
                "workspace_id": workspace_id,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def delete(
        self,
        *,
        hash: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> DeletedApiKey:
        """Delete an API key.

        Permanently deletes an API key. Requires a management key.

        Args:
            hash: SHA-256 hash of the key in hex; the id of the key.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `not_found` (404), `rate_limited` (429), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = client.keys.delete(hash="f07216c8b7530c6559b58625fd8f6ca9e9f00703f975ea61bb07a5a4095884a4")
            ```
        """
        return self._call(
            KEYS_DELETE, {"hash": hash}, CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key)
        )


class AsyncKeys(AsyncResource):
    """The methods of `client.keys` of `AsyncPatchbay`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> AsyncRawKeys:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    async def get_current(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> CurrentKeyDetail:
        """Get the current API key.

        Limits and usage of the API key that sends the request. Amounts are in USD; days, weeks and months are
        in UTC.

        Args:
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `unauthorized` (401), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = await client.keys.get_current()
            ```
        """
        return await self._call(
            KEYS_GET_CURRENT, {}, CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key)
        )

    def list(
        self,
        *,
        include_disabled: bool | Omit = OMIT,
        include_expired: bool | Omit = OMIT,
        workspace_id: str | Omit = OMIT,
        offset: int | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> AsyncPaginator[ApiKey, AsyncApiKeyListPage]:
        """List API keys.

        The API keys of the account, newest first. Requires a management key.

        Args:
            include_disabled: Whether to include disabled keys. Default: False.
            include_expired: Whether to include expired keys. Default: False.
            workspace_id: Only keys of this workspace.
            offset: Number of items to skip. Default: 0.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `rate_limited` (429), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            async for item in client.keys.list():
                print(item.name)
            ```
        """
        return self._list(
            KEYS_LIST,
            {
                "include_disabled": include_disabled,
                "include_expired": include_expired,
                "workspace_id": workspace_id,
                "offset": offset,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    async def create(
        self,
        *,
        name: str,
        limit: float | None | Omit = OMIT,
        limit_reset: LimitResetParam | None | Omit = OMIT,
        include_byok_in_limit: bool | None | Omit = OMIT,
        expires_at: str | None | Omit = OMIT,
        creator_user_id: str | None | Omit = OMIT,
        workspace_id: str | None | Omit = OMIT,
        external: ExternalUserParam | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> CreatedApiKey:
        """Create an API key.

        Creates an API key. The response contains the secret, which cannot be retrieved again. Requires a
        management key.

        Args:
            name: Name of the key.
            limit: Spending limit of the key, in USD. If omitted or None, the key is unlimited.
            limit_reset: How often the limit resets. If omitted or None, it never resets.
            include_byok_in_limit: Whether requests with your own provider keys (BYOK) count toward the limit. Default: False.
            expires_at: Expiration time, ISO 8601 with seconds. If omitted or None, the key does not expire.
            creator_user_id: Id of the organization member for whom the key is created.
            workspace_id: Id of the workspace. Default: the default workspace.
            external: Id of the user in an external system.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `payload_too_large` (413), `unsupported_media_type` (415), `rate_limited` (429), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = await client.keys.create(name="CI")
            ```
        """
        return await self._call(
            KEYS_CREATE,
            {
                "name": name,
                "limit": limit,
                "limit_reset": limit_reset,
                "include_byok_in_limit": include_byok_in_limit,
                "expires_at": expires_at,
                "creator_user_id": creator_user_id,
                "workspace_id": workspace_id,
                "external": external,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    async def get(
        self,
        *,
        hash: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ApiKeyDetail:
        """Get an API key.

        One API key with its limits and usage. Requires a management key.

        Args:
            hash: SHA-256 hash of the key in hex; the id of the key.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `not_found` (404), `rate_limited` (429), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = await client.keys.get(hash="f07216c8b7530c6559b58625fd8f6ca9e9f00703f975ea61bb07a5a4095884a4")
            ```
        """
        return await self._call(
            KEYS_GET, {"hash": hash}, CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key)
        )

    async def update(
        self,
        *,
        hash: str,
        name: str | None | Omit = OMIT,
        disabled: bool | None | Omit = OMIT,
        limit: float | None | Omit = OMIT,
        limit_reset: LimitResetParam | None | Omit = OMIT,
        include_byok_in_limit: bool | None | Omit = OMIT,
        workspace_id: str | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ApiKeyDetail:
        """Update an API key.

        Changes the name, the limit or the state of an API key. Omitted fields remain unchanged. Requires a
        management key.

        Args:
            hash: SHA-256 hash of the key in hex; the id of the key.
            name: Name of the key.
            disabled: Whether the key is disabled. Requests with a disabled key fail with 401.
            limit: Spending limit of the key, in USD; None removes the limit.
            limit_reset: How often the limit resets; None means never.
            include_byok_in_limit: Whether requests with your own provider keys (BYOK) count toward the limit.
            workspace_id: Id of the workspace to move the key to.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `not_found` (404), `payload_too_large` (413), `unsupported_media_type` (415), `rate_limited` (429), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = await client.keys.update(
                hash="f07216c8b7530c6559b58625fd8f6ca9e9f00703f975ea61bb07a5a4095884a4", disabled=True
            )
            ```
        """
        return await self._call(
            KEYS_UPDATE,
            {
                "hash": hash,
                "name": name,
                "disabled": disabled,
                "limit": limit,
                "limit_reset": limit_reset,
                "include_byok_in_limit": include_byok_in_limit,
                "workspace_id": workspace_id,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    async def delete(
        self,
        *,
        hash: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> DeletedApiKey:
        """Delete an API key.

        Permanently deletes an API key. Requires a management key.

        Args:
            hash: SHA-256 hash of the key in hex; the id of the key.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `not_found` (404), `rate_limited` (429), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = await client.keys.delete(hash="f07216c8b7530c6559b58625fd8f6ca9e9f00703f975ea61bb07a5a4095884a4")
            ```
        """
        return await self._call(
            KEYS_DELETE, {"hash": hash}, CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key)
        )
