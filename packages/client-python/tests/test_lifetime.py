"""Clients across event loops, processes and their end; and what the caller's own functions raise."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import anyio
import httpx2
import pytest
from support import COMPLETION, ScriptedServer, response

from patchbay_client import APIConnectionError, APITimeoutError, AsyncPatchbay, Patchbay, PatchbayError

Connect = Callable[..., Patchbay]
ConnectAsync = Callable[..., AsyncPatchbay]
Serve = Callable[..., ScriptedServer]
ERRORS = [FileNotFoundError("no key file"), TimeoutError("vault"), ConnectionError("vault"), KeyError("key")]


def call(client: Any) -> Any:
    return client.chat.completions.create(model="m", messages=[])


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_of_the_key_function_are_not_wrapped(error: Exception, serve: Serve, connect: Connect) -> None:
    def read_key() -> str:
        raise error

    server = serve(response(COMPLETION))
    with pytest.raises(type(error)) as caught:
        call(connect(server, api_key=read_key))
    assert caught.value is error
    assert server.requests == []


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
async def test_errors_of_the_async_key_function_are_not_wrapped(
    error: Exception, serve: Serve, connect_async: ConnectAsync
) -> None:
    async def read_key() -> str:
        raise error

    with pytest.raises(type(error)) as caught:
        await call(connect_async(serve(response(COMPLETION)), api_key=read_key))
    assert caught.value is error


async def test_the_timeout_includes_the_key_function(serve: Serve, connect_async: ConnectAsync) -> None:
    async def read_key() -> str:
        await anyio.sleep(20)
        return "k"

    server = serve(response(COMPLETION))
    with pytest.raises(APITimeoutError) as caught:
        await call(connect_async(server, api_key=read_key, timeout=0.1, max_retries=0))
    assert caught.value.phase == "attempt"
    assert server.requests == []


def test_too_many_redirects_are_a_connection_error(serve: Serve, connect: Connect) -> None:
    server = serve(response(b"", 307, {"location": "/api/v1/chat/completions"}))
    with pytest.raises(APIConnectionError, match="redirect"):
        call(connect(server))


def test_a_closed_client(serve: Serve, connect: Connect) -> None:
    client = connect(serve(response(COMPLETION)))
    copy = client.with_options(timeout=5)
    client.close()
    client.close()
    for one in (client, copy):
        assert one.is_closed()
        with pytest.raises(PatchbayError, match="The client is closed"):
            call(one)


async def test_a_closed_async_client(serve: Serve, connect_async: ConnectAsync) -> None:
    client = connect_async(serve(response(COMPLETION)))
    await client.close()
    await client.close()
    with pytest.raises(PatchbayError, match="The client is closed"):
        await call(client)


IN_SEVERAL_LOOPS = """
import asyncio, sys
from patchbay_client import AsyncPatchbay, PatchbayError

client = AsyncPatchbay(api_key="k", base_url=sys.argv[1], max_retries=0)

async def twice():
    for _ in range(2):
        await client.chat.completions.create(model="m", messages=[])

async def last():
    async with client:
        await twice()

for run in (twice, twice, last):
    asyncio.run(run())
try:
    asyncio.run(twice())
except PatchbayError as error:
    print(error)
"""


def test_one_client_in_several_event_loops(serve: Serve) -> None:
    server = serve(response(COMPLETION))
    # A process of its own, because loops that end with an open connection leave it to the garbage collector.
    run = [sys.executable, "-c", IN_SEVERAL_LOOPS, server.url]
    ended = subprocess.run(run, capture_output=True, text=True, timeout=60, check=True)
    assert ended.stdout.startswith("The client is closed")
    assert ended.stderr == ""
    assert len(server.requests) == 6
    # Within a loop, the connection is reused.
    assert server.connections == 3


def test_two_event_loops_at_the_same_time(serve: Serve) -> None:
    server = serve(response(COMPLETION))
    client = AsyncPatchbay(api_key="k", base_url=server.url, max_retries=0)
    loops = [asyncio.new_event_loop() for _ in range(2)]
    try:
        for _ in range(3):
            for loop in loops:
                loop.run_until_complete(call(client))
        assert server.connections == 2
        for loop in loops:
            loop.run_until_complete(client.close())
    finally:
        for loop in loops:
            loop.close()


async def test_an_http_client_of_the_caller_is_used_unchanged(serve: Serve) -> None:
    async with httpx2.AsyncClient() as http:
        client = AsyncPatchbay(api_key="k", base_url=serve(response(COMPLETION)).url, http_client=http)
        await call(client)
        assert client._exchange.http is http


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_process_has_its_own_connections(serve: Serve, connect: Connect) -> None:
    server = serve(response(COMPLETION))
    client = connect(server)
    call(client)
    process = os.fork()
    if process == 0:
        try:
            call(client)
            os._exit(0)
        except BaseException:
            os._exit(1)
    assert os.waitpid(process, 0)[1] == 0
    assert server.connections == 2
    call(client)
    assert server.connections == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [("HTTP_PROXY", "bogus://127.0.0.1"), ("ALL_PROXY", "socks5://127.0.0.1:1"), ("SSL_CERT_FILE", "/does/not/exist")],
)
@pytest.mark.parametrize("kind", [Patchbay, AsyncPatchbay])
def test_an_environment_that_cannot_be_used(
    kind: type[Any], name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(PatchbayError, match="The HTTP client cannot be created"):
        kind(api_key="k")


@pytest.mark.parametrize("host", ["a" * 70 + ".example", "x..example"])
async def test_a_host_name_that_cannot_be_encoded(host: str) -> None:
    with Patchbay(api_key="k", base_url=f"http://{host}", max_retries=0) as client:
        with pytest.raises(APIConnectionError) as caught:
            call(client)
        assert not caught.value.request_sent
    async with AsyncPatchbay(api_key="k", base_url=f"http://{host}", max_retries=0) as client:
        with pytest.raises(APIConnectionError):
            await call(client)
