"""The compared clients: `make(name, url)` gives functions that request a completion and read a stream.

Each request reads the text and the cost; each stream reads the text of every chunk.
"""

# Each client is imported when it is measured, so that a process loads only one.
# pyright: basic, reportMissingImports=false

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

MESSAGES: list[Any] = [{"role": "user", "content": "hi"}]
QUESTION: dict[str, Any] = {"model": "m", "messages": MESSAGES}
Headers = dict[str, str]
HEADERS: Headers = {"authorization": "Bearer sk-or-v1-test"}


@dataclass
class Client:
    """What is measured. `read` gives the number of chunks; its headers say how many the server sends."""

    ask: Callable[[], str]
    read: Callable[[Headers], int]


@dataclass
class AsyncClient:
    """As `Client`, for an event loop."""

    ask: Callable[[], Awaitable[str]]
    read: Callable[[Headers], Awaitable[int]]


def httpx_json(url: str) -> Client:
    import httpx2

    http = httpx2.Client(base_url=url, headers=HEADERS, timeout=600)

    def ask() -> str:
        reply = http.post("/chat/completions", json=QUESTION).json()
        assert reply["usage"]["cost"] > 0
        return reply["choices"][0]["message"]["content"]

    def read(headers: Headers) -> int:
        seen = 0
        with http.stream("POST", "/chat/completions", json={**QUESTION, "stream": True}, headers=headers) as response:
            for line in response.iter_lines():
                if line.startswith("data: {"):
                    seen += json.loads(line[6:])["choices"][0]["delta"].get("content") is not None
        return seen

    return Client(ask, read)


def httpx_json_async(url: str) -> AsyncClient:
    import httpx2

    http = httpx2.AsyncClient(base_url=url, headers=HEADERS, timeout=600)

    async def ask() -> str:
        reply = (await http.post("/chat/completions", json=QUESTION)).json()
        assert reply["usage"]["cost"] > 0
        return reply["choices"][0]["message"]["content"]

    async def read(headers: Headers) -> int:
        seen = 0
        body = {**QUESTION, "stream": True}
        async with http.stream("POST", "/chat/completions", json=body, headers=headers) as response:
            async for line in response.aiter_lines():
                if line.startswith("data: {"):
                    seen += json.loads(line[6:])["choices"][0]["delta"].get("content") is not None
        return seen

    return AsyncClient(ask, read)


def openai(url: str) -> Client:
    from openai import OpenAI

    return sdk(OpenAI(api_key="k", base_url=url))


def openai_async(url: str) -> AsyncClient:
    from openai import AsyncOpenAI

    return sdk_async(AsyncOpenAI(api_key="k", base_url=url))


def ours(url: str) -> Client:
    from patchbay_client import Patchbay

    return sdk(Patchbay(api_key="k", base_url=url))


def ours_async(url: str) -> AsyncClient:
    from patchbay_client import AsyncPatchbay

    return sdk_async(AsyncPatchbay(api_key="k", base_url=url))


def sdk(client: Any) -> Client:
    """The clients of openai and of this repository have the same interface."""

    def ask() -> str:
        reply = client.chat.completions.create(**QUESTION)
        assert reply.usage.cost > 0
        return reply.choices[0].message.content

    def read(headers: Headers) -> int:
        seen = 0
        with client.chat.completions.create(**QUESTION, stream=True, extra_headers=headers) as stream:
            for chunk in stream:
                seen += chunk.choices[0].delta.content is not None
        return seen

    return Client(ask, read)


def sdk_async(client: Any) -> AsyncClient:
    async def ask() -> str:
        reply = await client.chat.completions.create(**QUESTION)
        assert reply.usage.cost > 0
        return reply.choices[0].message.content

    async def read(headers: Headers) -> int:
        seen = 0
        stream = await client.chat.completions.create(**QUESTION, stream=True, extra_headers=headers)
        async with stream:
            async for chunk in stream:
                seen += chunk.choices[0].delta.content is not None
        return seen

    return AsyncClient(ask, read)


def ours_accumulated(url: str) -> Client:
    from patchbay_client import Patchbay

    client = Patchbay(api_key="k", base_url=url)

    def read(headers: Headers) -> int:
        seen = 0
        with client.chat.completions.stream(**QUESTION, extra_headers=headers) as stream:
            for _ in stream.text_stream:
                seen += 1
        return seen

    return Client(lambda: "", read)


def openrouter(url: str) -> Client:
    from openrouter import OpenRouter

    client = OpenRouter(api_key="k", server_url=url)

    def ask() -> str:
        reply = client.chat.send(**QUESTION)
        assert reply.usage.cost > 0
        return reply.choices[0].message.content

    def read(headers: Headers) -> int:
        seen = 0
        with client.chat.send(**QUESTION, stream=True, http_headers=headers) as stream:
            for event in stream:
                seen += bool(event.choices[0].delta.content)
        return seen

    return Client(ask, read)


SYNC: dict[str, Callable[[str], Client]] = {
    "httpx2 + json": httpx_json,
    "ours": ours,
    "ours, .stream()": ours_accumulated,
    "openai": openai,
    "openrouter": openrouter,
}
ASYNC: dict[str, Callable[[str], AsyncClient]] = {
    "httpx2 + json, async": httpx_json_async,
    "ours, async": ours_async,
    "openai, async": openai_async,
}
