"""pytest's fixture `patchbay_server`: a session of the mock server for each test.

pytest finds it as an installed plugin. It uses the server that the environment variable PATCHBAY_MOCK_URL names, or runs the command
of the ini option `patchbay_mock_command` in pytest's root folder, by default `npx --package=@patchbay/mock-server -- patchbay-mock`. One
server runs for all tests of a process, and each test has a session of its own, so that tests run in parallel with pytest-xdist.

Example:
    ```python
    import pytest
    from patchbay_client.testing import MockServer


    @pytest.mark.patchbay(credits=0.5)
    def test_retries_after_503(patchbay_server: MockServer) -> None:
        patchbay_server.on(user_message="weather").reply({"status": 503}, "Sunny.")
        client = patchbay_server.client()
        reply = client.chat.completions.create(
            model="openai/gpt-5-mini", messages=[{"role": "user", "content": "weather"}]
        )
        assert reply.choices[0].message.content == "Sunny."
        assert [entry.status for entry in patchbay_server.journal.entries()] == [503, 200]
    ```
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Generator
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from .testing import MockServer, MockServerProcess
    from .testing._rules import Scenario

OPTION = "patchbay_mock_command"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addini(OPTION, "Command that starts the mock server for the fixture patchbay_server.", default="")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "patchbay(**scenario): initial state of the session of patchbay_server, such as credits=0.5 or seed=7.",
    )


@pytest.fixture(scope="session")
def patchbay_process(pytestconfig: pytest.Config) -> Generator[MockServerProcess]:
    """The mock server that all sessions of this process share."""
    from .testing import start_mock_server

    option = "" if os.environ.get("PATCHBAY_MOCK_URL") else cast("str", pytestconfig.getini(OPTION))
    with start_mock_server(shlex.split(option) or None, cwd=pytestconfig.rootpath) as process:
        yield process


@pytest.fixture
def patchbay_server(request: pytest.FixtureRequest, patchbay_process: MockServerProcess) -> Generator[MockServer]:
    """A session of the mock server for this test: rules, providers, credits, clock, journal and clients."""
    marker = request.node.get_closest_marker("patchbay")
    scenario: Scenario = cast("Any", marker.kwargs if marker else {})
    title = re.sub(r"[^\w.-]+", "-", request.node.name, flags=re.ASCII)[:60]
    # Several runs can share a server.
    with patchbay_process.session(f"{title}-{uuid4().hex[:12]}", scenario) as server:
        yield server


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Adds the journal to the report of a failed test."""
    report = yield
    server = getattr(item, "funcargs", {}).get("patchbay_server")
    if report.failed and call.when == "call" and server is not None:
        report.sections.append(("requests to patchbay_server", _describe(server)))
    return report


def _describe(server: MockServer) -> str:
    from .testing import MockServerError

    try:
        entries = server.journal.entries()
    except MockServerError as error:
        return str(error)
    lines: list[str] = []
    for entry in entries:
        rule = f", {entry.rule}" if entry.rule else ""
        lines.append(f"{entry.id}. {entry.method} {entry.path} {entry.status}{rule} {str(dict(entry.input))[:160]}")
        lines += [
            f"   {miss.rule} does not apply: {one.field} must be {one.expected}, got {one.received}"
            for miss in entry.near_misses
            for one in miss.differences
        ]
    return "\n".join(lines) or "No request was received."
