"""Fixtures of all tests."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from support import ScriptedServer, Step

from patchbay_client import AsyncPatchbay, Patchbay

KEY = "sk-or-v1-0123456789abcdef"


@pytest.fixture(scope="session", params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    """Runs each async test on asyncio and on trio."""
    return request.param


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:  # pyright: ignore[reportUnusedFunction]
    """No key or address of the developer reaches a test."""
    for name in ("OPENROUTER_API_KEY", "OPENROUTER_BASE_URL", "PATCHBAY_LOG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def serve() -> Iterator[Callable[..., ScriptedServer]]:
    """Starts servers that play scripts."""
    servers: list[ScriptedServer] = []

    def start(*scripts: Sequence[Step]) -> ScriptedServer:
        servers.append(ScriptedServer(*scripts))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def connect() -> Iterator[Callable[..., Patchbay]]:
    """Makes clients of a server. Their waits between attempts take no time."""
    clients: list[Patchbay] = []

    def make(server: ScriptedServer | str, **options: Any) -> Patchbay:
        url = server if isinstance(server, str) else server.url
        given: dict[str, Any] = {"api_key": KEY, "base_url": url, **options}
        client = Patchbay(**given)
        client._exchange.sleep = _no_wait
        clients.append(client)
        return client

    yield make
    for client in clients:
        client.close()


def _no_wait(seconds: float) -> None:
    pass


@pytest.fixture
async def connect_async() -> Any:
    """Makes asynchronous clients of a server."""
    clients: list[AsyncPatchbay] = []

    def make(server: ScriptedServer | str, **options: Any) -> AsyncPatchbay:
        url = server if isinstance(server, str) else server.url
        given: dict[str, Any] = {"api_key": KEY, "base_url": url, **options}
        client = AsyncPatchbay(**given)
        clients.append(client)
        return client

    yield make
    for client in clients:
        await client.close()


@pytest.fixture(scope="session")
def mock_url() -> Iterator[str]:
    """The reference server of this repository."""
    root = Path(__file__).parents[3]
    own = root / "node_modules/.bin/node"
    node = str(own) if own.exists() else "node"
    cli = root / "packages/mock-server/dist/cli.js"
    process = subprocess.Popen([node, str(cli), "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        line = process.stdout.readline() if process.stdout else ""
        yield line[line.index("http") :].strip()
    finally:
        process.terminate()
        process.wait(10)
        if process.stdout:
            process.stdout.close()
