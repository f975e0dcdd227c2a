# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..._embed import AsyncEmbedResource, EmbedResource
from ..._omit import OMIT, Omit
from ..._resource import CallOptions
from ..operations import EMBEDDINGS_CREATE, EMBEDDINGS_LIST_MODELS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from ..._pages import AsyncPaginator
    from ..models.embeddings import EmbeddingList
    from ..models.models import AsyncModelListPage, Model, ModelListPage
    from ..params.embeddings import EmbeddingEncodingFormat, EmbeddingInputsParam
    from ..params.provider import ProviderPreferencesParam
    from ..params.trace import TraceConfigParam
    from .raw import AsyncRawEmbeddings, RawEmbeddings


class Embeddings(EmbedResource):
    """The methods of `client.embeddings`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> RawEmbeddings:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    def create(
        self,
        *,
        model: str,
        input: EmbeddingInputsParam,
        encoding_format: EmbeddingEncodingFormat | None | Omit = OMIT,
        dimensions: int | None | Omit = OMIT,
        input_type: str | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> EmbeddingList:
        """Create embeddings.

        Converts text and other content into vectors, in the order of the inputs.

        Args:
            model: The embedding model.
            input: A string, a list of strings, a list of token ids, a list of token id lists, or a list of multimodal inputs.
            encoding_format: Encoding of the vectors. Default: `float`.
            dimensions: Number of dimensions, for models that support shorter vectors.
            input_type: Purpose of the input, such as `search_query`. Some models require it.
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
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = client.embeddings.create(model="openai/text-embedding-3-small", input="A cat on a mat.")
            ```
        """
        return self._call(
            EMBEDDINGS_CREATE,
            {
                "model": model,
                "input": input,
                "encoding_format": encoding_format,
                "dimensions": dimensions,
                "input_type": input_type,
                "provider": provider,
                "session_id": session_id,
                "trace": trace,
                "user": user,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def list_models(
        self,
        *,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ModelListPage:
        """List embedding models.

        The embedding models, with their prices.

        Args:
            offset: Number of items to skip. Default: 0.
            limit: Number of items to return, 1 to 1000. Without `limit` and `offset`, the response contains the whole list.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            for item in client.embeddings.list_models():
                print(item.id)
            ```
        """
        return self._list(
            EMBEDDINGS_LIST_MODELS,
            {"offset": offset, "limit": limit},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )


class AsyncEmbeddings(AsyncEmbedResource):
    """The methods of `client.embeddings` of `AsyncPatchbay`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> AsyncRawEmbeddings:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    async def create(
        self,
        *,
        model: str,
        input: EmbeddingInputsParam,
        encoding_format: EmbeddingEncodingFormat | None | Omit = OMIT,
        dimensions: int | None | Omit = OMIT,
        input_type: str | None | Omit = OMIT,
        provider: ProviderPreferencesParam | None | Omit = OMIT,
        session_id: str | None | Omit = OMIT,
        trace: TraceConfigParam | None | Omit = OMIT,
        user: str | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> EmbeddingList:
        """Create embeddings.

        Converts text and other content into vectors, in the order of the inputs.

        Args:
            model: The embedding model.
            input: A string, a list of strings, a list of token ids, a list of token id lists, or a list of multimodal inputs.
            encoding_format: Encoding of the vectors. Default: `float`.
            dimensions: Number of dimensions, for models that support shorter vectors.
            input_type: Purpose of the input, such as `search_query`. Some models require it.
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
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `insufficient_credits` (402), `forbidden` (403), `not_found` (404), `request_timeout` (408), `payload_too_large` (413), `unsupported_media_type` (415), `rate_limited` (429), `server_error` (500), `provider_unavailable` (502), `service_unavailable` (503), `gateway_timeout` (504), `edge_timeout` (524), `provider_overloaded` (529) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = await client.embeddings.create(model="openai/text-embedding-3-small", input="A cat on a mat.")
            ```
        """
        return await self._call(
            EMBEDDINGS_CREATE,
            {
                "model": model,
                "input": input,
                "encoding_format": encoding_format,
                "dimensions": dimensions,
                "input_type": input_type,
                "provider": provider,
                "session_id": session_id,
                "trace": trace,
                "user": user,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def list_models(
        self,
        *,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> AsyncPaginator[Model, AsyncModelListPage]:
        """List embedding models.

        The embedding models, with their prices.

        Args:
            offset: Number of items to skip. Default: 0.
            limit: Number of items to return, 1 to 1000. Without `limit` and `offset`, the response contains the whole list.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            async for item in client.embeddings.list_models():
                print(item.id)
            ```
        """
        return self._list(
            EMBEDDINGS_LIST_MODELS,
            {"offset": offset, "limit": limit},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )
