"""Starts the mock server as a process."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ._control import MockServerError, call
from ._server import MockServer

if TYPE_CHECKING:
    from typing import Self

    from ._rules import Scenario

DEFAULT_COMMAND = ("npx", "--yes", "--package=@patchbay/mock-server", "--", "patchbay-mock")
_WAYS = "Install Node.js 22 or later, or set PATCHBAY_MOCK_URL to the URL of a running server."


class MockServerProcess:
    """A mock server, either a process that this object ends, or one that runs elsewhere.

    Attributes:
        url: URL of the server, without the path of its API.
    """

    def __init__(self, url: str, process: subprocess.Popen[bytes] | None = None) -> None:
        self.url = url.rstrip("/").removesuffix("/api/v1")
        self._process = process

    def session(self, name: str | None = None, scenario: Scenario | None = None) -> MockServer:
        """Makes a session: a separate server with its own rules, credits, clock and journal."""
        return MockServer(self.url, name, scenario)

    def close(self) -> None:
        """Ends the process. A server that runs elsewhere keeps running."""
        process, self._process = self._process, None
        if process is None:
            return
        # The server ends when its parent closes the pipe.
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def start_mock_server(
    command: Sequence[str] | None = None, *, cwd: str | os.PathLike[str] | None = None, timeout: float = 120
) -> MockServerProcess:
    """Starts the mock server on a free port, or uses the one that the environment variable PATCHBAY_MOCK_URL names.

    Args:
        command: The program and its arguments. Default: the server at PATCHBAY_MOCK_URL, otherwise
            `npx`, which installs the package if necessary.
        cwd: The folder in which the program starts. Default: the current one.
        timeout: Seconds until the server must be ready.

    Raises:
        MockServerError: The server cannot be started or reached.
    """
    url = os.environ.get("PATCHBAY_MOCK_URL")
    if url and command is None:
        server = MockServerProcess(url)
        call(server.url, "GET", "/_patchbay/health")
        return server
    program, *arguments = command or DEFAULT_COMMAND
    path = shutil.which(program)
    if path is None:
        raise MockServerError(f"The mock server cannot be started: {program} is not installed. {_WAYS}")
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [path, *arguments, "--port", "0", "--exit-with-parent"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=cwd,
        )
        line = _read_line(process, timeout)
        server = MockServerProcess(line, process)
        if line.startswith("http"):
            return server
        process.kill()
        server.close()
        log.seek(0)
        output = log.read()[-2000:].decode(errors="replace").strip()
    raise MockServerError(
        f"{program} did not start the mock server (exit code {process.returncode}): {output or 'no output'} {_WAYS}"
    )


def _read_line(process: subprocess.Popen[bytes], timeout: float) -> str:
    """The first line that the process prints; empty when it prints none in time."""
    lines: list[bytes] = []

    def read() -> None:
        if process.stdout is not None:
            lines.append(process.stdout.readline())

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(timeout)
    return lines[0].decode().strip() if lines else ""
