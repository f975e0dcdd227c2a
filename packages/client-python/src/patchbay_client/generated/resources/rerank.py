# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..._omit import OMIT, Omit
from ..._resource import AsyncResource, CallOptions, Resource
from ..operations import RERANK_CREATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import timedelta

    from ..models.rerank import Ranking
    from ..params.provider import ProviderPreferencesParam
    from ..params.rerank import RerankDocumentOrTextParam
    from ..params.trace import TraceConfigParam
    from .raw import AsyncRawRerank, RawRerank


class Rerank(Resource):
    """The methods of `client.rerank`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> RawRerank:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    def create(
        self,
        *,
        model: str,
        query: str,
        documents: Iterable[RerankDocumentOrTextParam],
        top_n: int | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> Ranking:
        """Rerank documents.

        Orders documents by their relevance to a query.

        Args:
            model: The rerank model.
            query: The search query.
            documents: The documents to rerank.
            top_n: Number of top results to return. Default: all.
            provider: Preferences for provider routing.
            session_id: Groups requests in logs.
            trace: Observability metadata.
            user: Id of the end user.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `payload_too_large` (413), `unsupported_media_type` (415), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = client.rerank.create(
                model="cohere/rerank-v3.5",
                query="Where do cats sleep?",
                documents=[{"text": "Cats sleep on mats."}, {"text": "Tin is a metal."}],
            )
            ```
        """
        return self._call(
            RERANK_CREATE,
            {
                "model": model,
                "query": query,
                "documents": documents,
                "top_n": top_n,
                "provider": provider,
                "session_id": session_id,
                "trace": trace,
                "user": user,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )


class AsyncRerank(AsyncResource):
    """The methods of `client.rerank` of `AsyncPatchbay`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> AsyncRawRerank:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    async def create(
        self,
        *,
        model: str,
        query: str,
        documents: Iterable[RerankDocumentOrTextParam],
        top_n: int | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> Ranking:
        """Rerank documents.

        Orders documents by their relevance to a query.

        Args:
            model: The rerank model.
            query: The search query.
            documents: The documents to rerank.
            top_n: Number of top results to return. Default: all.
            provider: Preferences for provider routing.
            session_id: Groups requests in logs.
            trace: Observability metadata.
            user: Id of the end user.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `payload_too_large` (413), `unsupported_media_type` (415), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = await client.rerank.create(
                model="cohere/rerank-v3.5",
                query="Where do cats sleep?",
                documents=[{"text": "Cats sleep on mats."}, {"text": "Tin is a metal."}],
            )
            ```
        """
        return await self._call(
            RERANK_CREATE,
            {
                "model": model,
                "query": query,
                "documents": documents,
                "top_n": top_n,
                "provider": provider,
                "session_id": session_id,
                "trace": trace,
                "user": user,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )
