"""The clients. Their resources come from the contract."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

import httpx2

from ._calls import AsyncCalls, Calls
from ._errors import PatchbayError
from ._failures.show import show_value
from ._headers import AppInfo
from ._http.async_exchange import AsyncExchange
from ._http.exchange import Exchange
from ._omit import OMIT, Omit
from ._options import AsyncKeySource, KeySource, OnRetry, Overrides, Seconds, Settings, override, to_settings
from .generated.resources import AsyncResources, Resources

if TYPE_CHECKING:
    from ._raw import AsyncRawClient, RawClient


class Patchbay(Calls, Resources):
    """A client of the OpenRouter API, or of a compatible API. Each operation of the API is a method.

    A client keeps its connections open. Use it for many calls, and close it with `close()` or a `with` block. A client that
    is dropped closes its connections, too.

    Example:
        ```python
        client = Patchbay()
        reply = client.chat.completions.create(
            model="openai/gpt-5-mini",
            messages=[{"role": "user", "content": "Hello!"}],
        )
        print(reply.choices[0].message.content)
        ```
    """

    def __init__(
        self,
        *,
        api_key: KeySource | None = None,
        management_key: KeySource | None = None,
        base_url: str | None = None,
        timeout: Seconds | Omit = OMIT,
        idle_timeout: Seconds | Omit = OMIT,
        total_timeout: Seconds | Omit = OMIT,
        max_retries: int | Omit = OMIT,
        retry_non_idempotent: bool = False,
        on_retry: OnRetry | None = None,
        default_headers: Mapping[str, str | None] | None = None,
        default_query: Mapping[str, object] | None = None,
        app: AppInfo | None = None,
        http_client: httpx2.Client | None = None,
        logger: logging.Logger | None = None,
    ) -> None:
        """Makes a client.

        Args:
            api_key: The API key, or a function that returns one before each attempt, so that keys can be rotated. Default: the environment variable `OPENROUTER_API_KEY`.
            management_key: The key for `credits`, `keys` and `activity`. Default: `api_key`.
            base_url: URL of the API. Default: the environment variable `OPENROUTER_BASE_URL`, otherwise `https://openrouter.ai/api/v1`.
            timeout: Seconds for one attempt: until the response is complete, or until the first event of a stream. None disables it. Default: 600.
            idle_timeout: Seconds between two events of a stream; keep-alive comments do not count. Default: 300.
            total_timeout: Seconds for the whole call: attempts, waits and stream. Default: none.
            max_retries: Number of retries after the first attempt. Default: 2.
            retry_non_idempotent: Whether to also retry a request that is not idempotent after a failure with an unknown outcome, such as a broken connection. The first request may be charged. Default: False.
            on_retry: Called before the wait for each retry.
            default_headers: Headers of every request. None removes one of the client's own.
            default_query: Query parameters of every request.
            app: App attribution in OpenRouter's rankings: `url`, `title`, `categories`.
            http_client: The `httpx2.Client` that sends the requests, for proxies, certificates and tests. Its own timeouts are not used. Closing the client closes it too.
            logger: The destination of log lines: `INFO` has results of attempts, `DEBUG` also headers. Keys, cookies and bodies are never logged. Default: the logger `patchbay_client`, whose level the variable `PATCHBAY_LOG` sets.

        Raises:
            PatchbayError: when the API key is missing or an option is not valid.

        Example:
            ```python
            client = Patchbay()
            reply = client.chat.completions.create(
                model="openai/gpt-5-mini",
                messages=[{"role": "user", "content": "Hello!"}],
            )
            print(reply.choices[0].message.content)
            ```
        """
        settings = to_settings(
            {
                "api_key": api_key,
                "management_key": management_key,
                "base_url": base_url,
                "timeout": timeout,
                "idle_timeout": idle_timeout,
                "total_timeout": total_timeout,
                "max_retries": max_retries,
                "retry_non_idempotent": retry_non_idempotent,
                "on_retry": on_retry,
                "default_headers": default_headers,
                "default_query": default_query,
                "app": app,
                "logger": logger,
            }
        )
        if http_client is not None and not isinstance(http_client, httpx2.Client):
            raise _wrong_client("httpx2.Client", http_client)
        self._set_up(settings, Exchange(http_client))

    def _set_up(self, settings: Settings, exchange: Exchange) -> None:
        self._settings = settings
        self._exchange = exchange

    def with_options(self, **options: Unpack[Overrides]) -> Self:
        """Returns a client with other options. It shares the connections of this one.

        Example:
            ```python
            client.with_options(timeout=5, max_retries=0).models.list()
            ```
        """
        copy = object.__new__(type(self))
        copy._set_up(override(self._settings, options), self._exchange)
        return copy

    @property
    def with_raw_response(self) -> RawClient:
        """The same resources, whose methods return the response with its status and headers; `parse()` reads it."""
        from ._raw import RawClient

        return RawClient(self)

    def close(self) -> None:
        """Closes all connections, also those of a client that `with_options` returned."""
        self._exchange.close()

    def is_closed(self) -> bool:
        """Whether the client was closed."""
        return self._exchange.is_closed

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncPatchbay(AsyncCalls, AsyncResources):
    """The asynchronous client, for asyncio and trio. Its options are those of `Patchbay`.

    Canceling a task closes the connection of its call. Close the client with `async with` or `await client.close()`.

    Example:
        ```python
        async with AsyncPatchbay() as client:
            reply = await client.chat.completions.create(
                model="openai/gpt-5-mini",
                messages=[{"role": "user", "content": "Hello!"}],
            )
        ```
    """

    def __init__(
        self,
        *,
        api_key: AsyncKeySource | None = None,
        management_key: AsyncKeySource | None = None,
        base_url: str | None = None,
        timeout: Seconds | Omit = OMIT,
        idle_timeout: Seconds | Omit = OMIT,
        total_timeout: Seconds | Omit = OMIT,
        max_retries: int | Omit = OMIT,
        retry_non_idempotent: bool = False,
        on_retry: OnRetry | None = None,
        default_headers: Mapping[str, str | None] | None = None,
        default_query: Mapping[str, object] | None = None,
        app: AppInfo | None = None,
        http_client: httpx2.AsyncClient | None = None,
        logger: logging.Logger | None = None,
    ) -> None:
        """Makes a client.

        Args:
            api_key: The API key, or a function, also an async one, that returns one before each attempt, so that keys can be rotated. Default: the environment variable `OPENROUTER_API_KEY`.
            management_key: The key for `credits`, `keys` and `activity`. Default: `api_key`.
            base_url: URL of the API. Default: the environment variable `OPENROUTER_BASE_URL`, otherwise `https://openrouter.ai/api/v1`.
            timeout: Seconds for one attempt: until the response is complete, or until the first event of a stream. None disables it. Default: 600.
            idle_timeout: Seconds between two events of a stream; keep-alive comments do not count. Default: 300.
            total_timeout: Seconds for the whole call: attempts, waits and stream. Default: none.
            max_retries: Number of retries after the first attempt. Default: 2.
            retry_non_idempotent: Whether to also retry a request that is not idempotent after a failure with an unknown outcome, such as a broken connection. The first request may be charged. Default: False.
            on_retry: Called before the wait for each retry.
            default_headers: Headers of every request. None removes one of the client's own.
            default_query: Query parameters of every request.
            app: App attribution in OpenRouter's rankings: `url`, `title`, `categories`.
            http_client: The `httpx2.AsyncClient` that sends the requests, for proxies, certificates and tests. Its own timeouts are not used. Closing the client closes it too.
            logger: The destination of log lines: `INFO` has results of attempts, `DEBUG` also headers. Keys, cookies and bodies are never logged. Default: the logger `patchbay_client`, whose level the variable `PATCHBAY_LOG` sets.

        Raises:
            PatchbayError: when the API key is missing or an option is not valid.

        Example:
            ```python
            async with AsyncPatchbay() as client:
                reply = await client.chat.completions.create(
                    model="openai/gpt-5-mini",
                    messages=[{"role": "user", "content": "Hello!"}],
                )
            ```
        """
        settings = to_settings(
            {
                "api_key": api_key,
                "management_key": management_key,
                "base_url": base_url,
                "timeout": timeout,
                "idle_timeout": idle_timeout,
                "total_timeout": total_timeout,
                "max_retries": max_retries,
                "retry_non_idempotent": retry_non_idempotent,
                "on_retry": on_retry,
                "default_headers": default_headers,
                "default_query": default_query,
                "app": app,
                "logger": logger,
            }
        )
        if http_client is not None and not isinstance(http_client, httpx2.AsyncClient):
            raise _wrong_client("httpx2.AsyncClient", http_client)
        self._set_up(settings, AsyncExchange(http_client))

    def _set_up(self, settings: Settings, exchange: AsyncExchange) -> None:
        self._settings = settings
        self._exchange = exchange

    def with_options(self, **options: Unpack[Overrides]) -> Self:
        """Returns a client with other options. It shares the connections of this one."""
        copy = object.__new__(type(self))
        copy._set_up(override(self._settings, options), self._exchange)
        return copy

    @property
    def with_raw_response(self) -> AsyncRawClient:
        """The same resources, whose methods return the response with its status and headers; `parse()` reads it."""
        from ._raw import AsyncRawClient

        return AsyncRawClient(self)

    async def close(self) -> None:
        """Closes all connections, also those of a client that `with_options` returned."""
        await self._exchange.close()

    def is_closed(self) -> bool:
        """Whether the client was closed."""
        return self._exchange.is_closed

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()


def _wrong_client(expected: str, value: object) -> PatchbayError:
    return PatchbayError(f"`http_client` must be an {expected}, got {show_value(value)}.")
