# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..._omit import OMIT, Omit
from ..._resource import AsyncResource, CallOptions, Resource
from ..operations import MODELS_COUNT, MODELS_GET, MODELS_LIST, MODELS_LIST_ENDPOINTS, MODELS_LIST_FOR_USER

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping
    from datetime import timedelta

    from ..._pages import AsyncPaginator
    from ..models.endpoints import ModelEndpoints
    from ..models.models import AsyncModelListPage, Model, ModelCount, ModelDetail, ModelListPage
    from .raw import AsyncRawModels, RawModels


class Models(Resource):
    """The methods of `client.models`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> RawModels:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    def list(
        self,
        *,
        q: str | Omit = OMIT,
        sort: Literal[
            "most-popular",
            "newest",
            "top-weekly",
            "pricing-low-to-high",
            "pricing-high-to-low",
            "context-high-to-low",
            "throughput-high-to-low",
            "latency-low-to-high",
            "intelligence-high-to-low",
            "coding-high-to-low",
            "agentic-high-to-low",
            "design-arena-elo-high-to-low",
        ]
        | str
        | Omit = OMIT,
        category: Literal[
            "programming",
            "roleplay",
            "marketing",
            "marketing/seo",
            "technology",
            "science",
            "translation",
            "legal",
            "finance",
            "health",
            "trivia",
            "academia",
        ]
        | str
        | Omit = OMIT,
        supported_parameters: str | builtins.list[str] | Omit = OMIT,
        input_modalities: str | builtins.list[str] | Omit = OMIT,
        output_modalities: str | builtins.list[str] | Omit = OMIT,
        context: int | Omit = OMIT,
        min_price: float | Omit = OMIT,
        max_price: float | Omit = OMIT,
        min_output_price: float | Omit = OMIT,
        max_output_price: float | Omit = OMIT,
        arch: str | Omit = OMIT,
        model_authors: str | builtins.list[str] | Omit = OMIT,
        providers: str | builtins.list[str] | Omit = OMIT,
        distillable: Literal["true", "false"] | str | Omit = OMIT,
        zdr: Literal["true"] | Omit = OMIT,
        region: Literal["eu", "us"] | str | Omit = OMIT,
        min_age_days: int | Omit = OMIT,
        max_age_days: int | Omit = OMIT,
        min_intelligence_index: float | Omit = OMIT,
        max_intelligence_index: float | Omit = OMIT,
        min_coding_index: float | Omit = OMIT,
        max_coding_index: float | Omit = OMIT,
        min_agentic_index: float | Omit = OMIT,
        max_agentic_index: float | Omit = OMIT,
        min_tool_success_rate: float | Omit = OMIT,
        max_tool_success_rate: float | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ModelListPage:
        """List models.

        Models with prices, limits and capabilities. Without `limit` and `offset`, the response contains the
        whole list. Lists only models with text output unless `output_modalities` is set.

        Args:
            q: Text to search for in the model's name and id.
            sort: Sort order. If omitted, the API chooses the order. Models without the requested score come last.
            category: Only models used for this purpose.
            supported_parameters: Parameters that the model must support, comma-separated, such as `tools,seed`.
            input_modalities: Input modalities that the model must accept, comma-separated, such as `image,file`.
            output_modalities: Output modalities, comma-separated, or `all`. Default: `text`.
            context: Minimum context length in tokens.
            min_price: Minimum prompt price in USD per million tokens.
            max_price: Maximum prompt price in USD per million tokens.
            min_output_price: Minimum completion price in USD per million tokens.
            max_output_price: Maximum completion price in USD per million tokens.
            arch: Tokenizer family, such as `Claude`.
            model_authors: Model authors, comma-separated, such as `openai,mistralai`.
            providers: Display names of providers that serve the model, comma-separated, such as `OpenAI,Anthropic`.
            distillable: Whether the model's author permits distillation.
            zdr: `true` lists only models with a zero-data-retention endpoint.
            region: Region in which an endpoint must be available.
            min_age_days: Minimum age in days.
            max_age_days: Maximum age in days.
            min_intelligence_index: Minimum intelligence index.
            max_intelligence_index: Maximum intelligence index.
            min_coding_index: Minimum coding index.
            max_coding_index: Maximum coding index.
            min_agentic_index: Minimum agentic index.
            max_agentic_index: Maximum agentic index.
            min_tool_success_rate: Minimum tool call success rate, 0 to 1.
            max_tool_success_rate: Maximum tool call success rate, 0 to 1.
            offset: Number of items to skip. Default: 0.
            limit: Number of items to return, 1 to 1000. Without `limit` and `offset`, the response contains the whole list.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            for item in client.models.list():
                print(item.id)
            ```
        """
        return self._list(
            MODELS_LIST,
            {
                "q": q,
                "sort": sort,
                "category": category,
                "supported_parameters": supported_parameters,
                "input_modalities": input_modalities,
                "output_modalities": output_modalities,
                "context": context,
                "min_price": min_price,
                "max_price": max_price,
                "min_output_price": min_output_price,
                "max_output_price": max_output_price,
                "arch": arch,
                "model_authors": model_authors,
                "providers": providers,
                "distillable": distillable,
                "zdr": zdr,
                "region": region,
                "min_age_days": min_age_days,
                "max_age_days": max_age_days,
                "min_intelligence_index": min_intelligence_index,
                "max_intelligence_index": max_intelligence_index,
                "min_coding_index": min_coding_index,
                "max_coding_index": max_coding_index,
                "min_agentic_index": min_agentic_index,
                "max_agentic_index": max_agentic_index,
                "min_tool_success_rate": min_tool_success_rate,
                "max_tool_success_rate": max_tool_success_rate,
                "offset": offset,
                "limit": limit,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def count(
        self,
        *,
        output_modalities: str | builtins.list[str] | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ModelCount:
        """Count models.

        The number of models.

        Args:
            output_modalities: Output modalities, comma-separated, or `all`. Default: `text`.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = client.models.count()
            ```
        """
        return self._call(
            MODELS_COUNT,
            {"output_modalities": output_modalities},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def list_for_user(
        self,
        *,
        output_modalities: str | builtins.list[str] | Omit = OMIT,
        sort: Literal[
            "most-popular",
            "newest",
            "top-weekly",
            "pricing-low-to-high",
            "pricing-high-to-low",
            "context-high-to-low",
            "throughput-high-to-low",
            "latency-low-to-high",
            "intelligence-high-to-low",
            "coding-high-to-low",
            "agentic-high-to-low",
            "design-arena-elo-high-to-low",
        ]
        | str
        | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ModelListPage:
        """List models available to your account.

        Models that the API key can use, after applying the provider preferences, privacy settings and
        guardrails of the account.

        Args:
            output_modalities: Output modalities, comma-separated, or `all`. Default: `text`.
            sort: Sort order. If omitted, the API chooses the order. Models without the requested score come last.
            offset: Number of items to skip. Default: 0.
            limit: Number of items to return, 1 to 1000. Without `limit` and `offset`, the response contains the whole list.
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
            for item in client.models.list_for_user():
                print(item.id)
            ```
        """
        return self._list(
            MODELS_LIST_FOR_USER,
            {"output_modalities": output_modalities, "sort": sort, "offset": offset, "limit": limit},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def get(
        self,
        *,
        author: str,
        slug: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ModelDetail:
        """Get a model.

        One model by its slug. Aliases and variants resolve to their model.

        Args:
            author: Author of the model: the part before the slash.
            slug: Name of the model: the part after the slash, including a variant if any.
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
            result = client.models.get(author="openai", slug="gpt-5-mini")
            ```
        """
        return self._call(
            MODELS_GET,
            {"author": author, "slug": slug},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def list_endpoints(
        self,
        *,
        author: str,
        slug: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ModelEndpoints:
        """List the endpoints of a model.

        The provider endpoints that serve a model, with their prices, limits and recent performance. Latency and
        throughput are None without an API key.

        Args:
            author: Author of the model: the part before the slash.
            slug: Name of the model: the part after the slash, including a variant if any.
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
            result = client.models.list_endpoints(author="meta-llama", slug="llama-3.3-70b-instruct")
            ```
        """
        return self._call(
            MODELS_LIST_ENDPOINTS,
            {"author": author, "slug": slug},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )


class AsyncModels(AsyncResource):
    """The methods of `client.models` of `AsyncPatchbay`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> AsyncRawModels:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    def list(
        self,
        *,
        q: str | Omit = OMIT,
        sort: Literal[
            "most-popular",
            "newest",
            "top-weekly",
            "pricing-low-to-high",
            "pricing-high-to-low",
            "context-high-to-low",
            "throughput-high-to-low",
            "latency-low-to-high",
            "intelligence-high-to-low",
            "coding-high-to-low",
            "agentic-high-to-low",
            "design-arena-elo-high-to-low",
        ]
        | str
        | Omit = OMIT,
        category: Literal[
            "programming",
            "roleplay",
            "marketing",
            "marketing/seo",
            "technology",
            "science",
            "translation",
            "legal",
            "finance",
            "health",
            "trivia",
            "academia",
        ]
        | str
        | Omit = OMIT,
        supported_parameters: str | builtins.list[str] | Omit = OMIT,
        input_modalities: str | builtins.list[str] | Omit = OMIT,
        output_modalities: str | builtins.list[str] | Omit = OMIT,
        context: int | Omit = OMIT,
        min_price: float | Omit = OMIT,
        max_price: float | Omit = OMIT,
        min_output_price: float | Omit = OMIT,
        max_output_price: float | Omit = OMIT,
        arch: str | Omit = OMIT,
        model_authors: str | builtins.list[str] | Omit = OMIT,
        providers: str | builtins.list[str] | Omit = OMIT,
        distillable: Literal["true", "false"] | str | Omit = OMIT,
        zdr: Literal["true"] | Omit = OMIT,
        region: Literal["eu", "us"] | str | Omit = OMIT,
        min_age_days: int | Omit = OMIT,
        max_age_days: int | Omit = OMIT,
        min_intelligence_index: float | Omit = OMIT,
        max_intelligence_index: float | Omit = OMIT,
        min_coding_index: float | Omit = OMIT,
        max_coding_index: float | Omit = OMIT,
        min_agentic_index: float | Omit = OMIT,
        max_agentic_index: float | Omit = OMIT,
        min_tool_success_rate: float | Omit = OMIT,
        max_tool_success_rate: float | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> AsyncPaginator[Model, AsyncModelListPage]:
        """List models.

        Models with prices, limits and capabilities. Without `limit` and `offset`, the response contains the
        whole list. Lists only models with text output unless `output_modalities` is set.

        Args:
            q: Text to search for in the model's name and id.
            sort: Sort order. If omitted, the API chooses the order. Models without the requested score come last.
            category: Only models used for this purpose.
            supported_parameters: Parameters that the model must support, comma-separated, such as `tools,seed`.
            input_modalities: Input modalities that the model must accept, comma-separated, such as `image,file`.
            output_modalities: Output modalities, comma-separated, or `all`. Default: `text`.
            context: Minimum context length in tokens.
            min_price: Minimum prompt price in USD per million tokens.
            max_price: Maximum prompt price in USD per million tokens.
            min_output_price: Minimum completion price in USD per million tokens.
            max_output_price: Maximum completion price in USD per million tokens.
            arch: Tokenizer family, such as `Claude`.
            model_authors: Model authors, comma-separated, such as `openai,mistralai`.
            providers: Display names of providers that serve the model, comma-separated, such as `OpenAI,Anthropic`.
            distillable: Whether the model's author permits distillation.
            zdr: `true` lists only models with a zero-data-retention endpoint.
            region: Region in which an endpoint must be available.
            min_age_days: Minimum age in days.
            max_age_days: Maximum age in days.
            min_intelligence_index: Minimum intelligence index.
            max_intelligence_index: Maximum intelligence index.
            min_coding_index: Minimum coding index.
            max_coding_index: Maximum coding index.
            min_agentic_index: Minimum agentic index.
            max_agentic_index: Maximum agentic index.
            min_tool_success_rate: Minimum tool call success rate, 0 to 1.
            max_tool_success_rate: Maximum tool call success rate, 0 to 1.
            offset: Number of items to skip. Default: 0.
            limit: Number of items to return, 1 to 1000. Without `limit` and `offset`, the response contains the whole list.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            async for item in client.models.list():
                print(item.id)
            ```
        """
        return self._list(
            MODELS_LIST,
            {
                "q": q,
                "sort": sort,
                "category": category,
                "supported_parameters": supported_parameters,
                "input_modalities": input_modalities,
                "output_modalities": output_modalities,
                "context": context,
                "min_price": min_price,
                "max_price": max_price,
                "min_output_price": min_output_price,
                "max_output_price": max_output_price,
                "arch": arch,
                "model_authors": model_authors,
                "providers": providers,
                "distillable": distillable,
                "zdr": zdr,
                "region": region,
                "min_age_days": min_age_days,
                "max_age_days": max_age_days,
                "min_intelligence_index": min_intelligence_index,
                "max_intelligence_index": max_intelligence_index,
                "min_coding_index": min_coding_index,
                "max_coding_index": max_coding_index,
                "min_agentic_index": min_agentic_index,
                "max_agentic_index": max_agentic_index,
                "min_tool_success_rate": min_tool_success_rate,
                "max_tool_success_rate": max_tool_success_rate,
                "offset": offset,
                "limit": limit,
            },
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    async def count(
        self,
        *,
        output_modalities: str | builtins.list[str] | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ModelCount:
        """Count models.

        The number of models.

        Args:
            output_modalities: Output modalities, comma-separated, or `all`. Default: `text`.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400), `unauthorized` (401), `forbidden` (403), `server_error` (500) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            result = await client.models.count()
            ```
        """
        return await self._call(
            MODELS_COUNT,
            {"output_modalities": output_modalities},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def list_for_user(
        self,
        *,
        output_modalities: str | builtins.list[str] | Omit = OMIT,
        sort: Literal[
            "most-popular",
            "newest",
            "top-weekly",
            "pricing-low-to-high",
            "pricing-high-to-low",
            "context-high-to-low",
            "throughput-high-to-low",
            "latency-low-to-high",
            "intelligence-high-to-low",
            "coding-high-to-low",
            "agentic-high-to-low",
            "design-arena-elo-high-to-low",
        ]
        | str
        | Omit = OMIT,
        offset: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> AsyncPaginator[Model, AsyncModelListPage]:
        """List models available to your account.

        Models that the API key can use, after applying the provider preferences, privacy settings and
        guardrails of the account.

        Args:
            output_modalities: Output modalities, comma-separated, or `all`. Default: `text`.
            sort: Sort order. If omitted, the API chooses the order. Models without the requested score come last.
            offset: Number of items to skip. Default: 0.
            limit: Number of items to return, 1 to 1000. Without `limit` and `offset`, the response contains the whole list.
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
            async for item in client.models.list_for_user():
                print(item.id)
            ```
        """
        return self._list(
            MODELS_LIST_FOR_USER,
            {"output_modalities": output_modalities, "sort": sort, "offset": offset, "limit": limit},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    async def get(
        self,
        *,
        author: str,
        slug: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ModelDetail:
        """Get a model.

        One model by its slug. Aliases and variants resolve to their model.

        Args:
            author: Author of the model: the part before the slash.
            slug: Name of the model: the part after the slash, including a variant if any.
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
            result = await client.models.get(author="openai", slug="gpt-5-mini")
            ```
        """
        return await self._call(
            MODELS_GET,
            {"author": author, "slug": slug},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    async def list_endpoints(
        self,
        *,
        author: str,
        slug: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ModelEndpoints:
        """List the endpoints of a model.

        The provider endpoints that serve a model, with their prices, limits and recent performance. Latency and
        throughput are None without an API key.

        Args:
            author: Author of the model: the part before the slash.
            slug: Name of the model: the part after the slash, including a variant if any.
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
            result = await client.models.list_endpoints(author="meta-llama", slug="llama-3.3-70b-instruct")
            ```
        """
        return await self._call(
            MODELS_LIST_ENDPOINTS,
            {"author": author, "slug": slug},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )
