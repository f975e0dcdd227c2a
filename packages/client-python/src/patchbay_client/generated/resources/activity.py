# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..._omit import OMIT, Omit
from ..._resource import AsyncResource, CallOptions, Resource
from ..operations import ACTIVITY_LIST

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from ..models.activity import ActivityList
    from .raw import AsyncRawActivity, RawActivity


class Activity(Resource):
    """The methods of `client.activity`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> RawActivity:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    def list(
        self,
        *,
        date: str | Omit = OMIT,
        api_key_hash: str | Omit = OMIT,
        user_id: str | Omit = OMIT,
        group_by: Literal["workspace"] | Omit = OMIT,
        workspace_id: str | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ActivityList:
        """List usage by day, model and provider.

        Usage of the last 30 completed days (UTC) by day, model and provider. Requires a management key.

        Args:
            date: Only this day, `YYYY-MM-DD`. Must be one of the last 30 completed days.
            api_key_hash: Only the API key with this hash.
            user_id: Only this member of the organization.
            group_by: Additional column to group by.
            workspace_id: Only this workspace.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `not_found` (404), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = client.activity.list()
            ```
        """
        return self._call(
            ACTIVITY_LIST,
            {
                "date": date,
                "api_key_hash": api_key_hash,
                "user_id": user_id,
                "group_by": group_by,
                "workspace_id": workspace_id,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )


class AsyncActivity(AsyncResource):
    """The methods of `client.activity` of `AsyncPatchbay`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> AsyncRawActivity:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    async def list(
        self,
        *,
        date: str | Omit = OMIT,
        api_key_hash: str | Omit = OMIT,
        user_id: str | Omit = OMIT,
        group_by: Literal["workspace"] | Omit = OMIT,
        workspace_id: str | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ActivityList:
        """List usage by day, model and provider.

        Usage of the last 30 completed days (UTC) by day, model and provider. Requires a management key.

        Args:
            date: Only this day, `YYYY-MM-DD`. Must be one of the last 30 completed days.
            api_key_hash: Only the API key with this hash.
            user_id: Only this member of the organization.
            group_by: Additional column to group by.
            workspace_id: Only this workspace.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `not_found` (404), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = await client.activity.list()
            ```
        """
        return await self._call(
            ACTIVITY_LIST,
            {
                "date": date,
                "api_key_hash": api_key_hash,
                "user_id": user_id,
                "group_by": group_by,
                "workspace_id": workspace_id,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )
