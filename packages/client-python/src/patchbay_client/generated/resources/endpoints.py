# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..._omit import OMIT, Omit
from ..._resource import AsyncResource, CallOptions, Resource
from ..operations import ENDPOINTS_LIST_ZDR

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from ..models.endpoints import EndpointList
    from .raw import AsyncRawEndpoints, RawEndpoints


class Endpoints(Resource):
    """The methods of `client.endpoints`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> RawEndpoints:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    def list_zdr(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> EndpointList:
        """List zero-data-retention endpoints.

        The endpoints with zero data retention (ZDR).

        Args:
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `unauthorized` (401), `forbidden` (403), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = client.endpoints.list_zdr()
            ```
        """
        return self._call(
            ENDPOINTS_LIST_ZDR, {}, CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key)
        )


class AsyncEndpoints(AsyncResource):
    """The methods of `client.endpoints` of `AsyncPatchbay`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> AsyncRawEndpoints:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    async def list_zdr(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> EndpointList:
        """List zero-data-retention endpoints.

        The endpoints with zero data retention (ZDR).

        Args:
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `unauthorized` (401), `forbidden` (403), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = await client.endpoints.list_zdr()
            ```
        """
        return await self._call(
            ENDPOINTS_LIST_ZDR, {}, CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key)
        )
