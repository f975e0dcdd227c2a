# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..._omit import OMIT, Omit
from ..._resource import AsyncResource, CallOptions, Resource
from ..operations import PROVIDERS_LIST

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from ..models.providers import ProviderList
    from .raw import AsyncRawProviders, RawProviders


class Providers(Resource):
    """The methods of `client.providers`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> RawProviders:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ProviderList:
        """List providers.

        The providers that serve the models. Routing preferences refer to them by slug.

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
            result = client.providers.list()
            ```
        """
        return self._call(
            PROVIDERS_LIST, {}, CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key)
        )


class AsyncProviders(AsyncResource):
    """The methods of `client.providers` of `AsyncPatchbay`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> AsyncRawProviders:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ProviderList:
        """List providers.

        The providers that serve the models. Routing preferences refer to them by slug.

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
            result = await client.providers.list()
            ```
        """
        return await self._call(
            PROVIDERS_LIST, {}, CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key)
        )
