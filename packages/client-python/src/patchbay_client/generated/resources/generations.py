# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..._omit import OMIT, Omit
from ..._resource import AsyncResource, CallOptions, Resource
from ..operations import GENERATIONS_GET, GENERATIONS_GET_CONTENT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from ..models.generations import GenerationContentDetail, GenerationDetail
    from .raw import AsyncRawGenerations, RawGenerations


class Generations(Resource):
    """The methods of `client.generations`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> RawGenerations:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    def get(
        self,
        *,
        id: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
        poll: bool = False,
    ) -> GenerationDetail:
        """Get a generation.

        A past request: tokens, cost, timings and provider. The data becomes available shortly after the
        response; retry a 404 that follows immediately.

        Args:
            id: Id of the generation, `gen-…`.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.
            poll: Whether to repeat the request while the resource is not available yet (404). Default: False.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = client.generations.get(id="gen-1763680000-Ab3dE5fGh7Jk9LmN1pQr")
            ```
        """
        return self._call(
            GENERATIONS_GET,
            {"id": id},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key, poll),
        )

    def get_content(
        self,
        *,
        id: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
        poll: bool = False,
    ) -> GenerationContentDetail:
        """Get the prompt and response of a generation.

        The stored prompt and response, if the account stores them.

        Args:
            id: Id of the generation, `gen-…`.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.
            poll: Whether to repeat the request while the resource is not available yet (404). Default: False.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `not_found` (404), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = client.generations.get_content(id="gen-1763680000-Ab3dE5fGh7Jk9LmN1pQr")
            ```
        """
        return self._call(
            GENERATIONS_GET_CONTENT,
            {"id": id},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key, poll),
        )


class AsyncGenerations(AsyncResource):
    """The methods of `client.generations` of `AsyncPatchbay`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> AsyncRawGenerations:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    async def get(
        self,
        *,
        id: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
        poll: bool = False,
    ) -> GenerationDetail:
        """Get a generation.

        A past request: tokens, cost, timings and provider. The data becomes available shortly after the
        response; retry a 404 that follows immediately.

        Args:
            id: Id of the generation, `gen-…`.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.
            poll: Whether to repeat the request while the resource is not available yet (404). Default: False.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = await client.generations.get(id="gen-1763680000-Ab3dE5fGh7Jk9LmN1pQr")
            ```
        """
        return await self._call(
            GENERATIONS_GET,
            {"id": id},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key, poll),
        )

    async def get_content(
        self,
        *,
        id: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
        poll: bool = False,
    ) -> GenerationContentDetail:
        """Get the prompt and response of a generation.

        The stored prompt and response, if the account stores them.

        Args:
            id: Id of the generation, `gen-…`.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.
            poll: Whether to repeat the request while the resource is not available yet (404). Default: False.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `not_found` (404), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = await client.generations.get_content(id="gen-1763680000-Ab3dE5fGh7Jk9LmN1pQr")
            ```
        """
        return await self._call(
            GENERATIONS_GET_CONTENT,
            {"id": id},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key, poll),
        )
