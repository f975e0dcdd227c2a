"""A server for tests: it listens on a port and plays the bytes that a test gives it."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

Step = bytes | float | str
"""Bytes to send, seconds to wait, or `reset`, `hang`."""


@dataclass
class Request:
    """A request that the server received."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    at: float = field(default_factory=time.monotonic)
    left: threading.Event = field(default_factory=threading.Event)
    """Set when the caller closed the connection before the response was complete."""

    def json(self) -> Any:
        return json.loads(self.body)


class ScriptedServer:
    """Answers each request with the next script. The last script repeats."""

    def __init__(self, *scripts: Sequence[Step]) -> None:
        self.scripts = list(scripts)
        self.requests: list[Request] = []
        self.connections = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._closed = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}/api/v1"

    def close(self) -> None:
        self._closed.set()
        self._socket.close()

    def _accept(self) -> None:
        while not self._closed.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            rest = b""
            while True:
                received = _receive(connection, rest)
                if received is None:
                    return
                request, rest = received
                script = self.scripts[min(len(self.requests), len(self.scripts) - 1)]
                self.requests.append(request)
                if not self._play(connection, request, script):
                    return

    def _play(self, connection: socket.socket, request: Request, script: Sequence[Step]) -> bool:
        for step in script:
            if step == "reset":
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                return False
            if step == "close":
                return False
            if step == "hang":
                self._watch(connection, request, 30)
            elif isinstance(step, (int, float)):
                if self._watch(connection, request, step):
                    return False
            elif isinstance(step, bytes):
                try:
                    connection.sendall(step)
                except OSError:
                    request.left.set()
                    return False
        return True

    def _watch(self, connection: socket.socket, request: Request, seconds: float) -> bool:
        """Waits, and notices when the caller leaves."""
        connection.settimeout(seconds)
        try:
            gone = connection.recv(1, socket.MSG_PEEK) == b""
        except TimeoutError:
            return False
        except OSError:
            gone = True
        finally:
            connection.settimeout(None)
        if gone:
            request.left.set()
        return gone


def _receive(connection: socket.socket, data: bytes) -> tuple[Request, bytes] | None:
    while b"\r\n\r\n" not in data:
        try:
            more = connection.recv(65536)
        except OSError:
            return None
        if not more:
            return None
        data += more
    head, _, rest = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    length = int(headers.get("content-length", "0"))
    while len(rest) < length:
        rest += connection.recv(65536)
    return Request(method, target, headers, rest[:length]), rest[length:]


def response(
    body: object, status: int = 200, headers: dict[str, str] | None = None, content_type: str = "application/json"
) -> list[Step]:
    """A complete response."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    fields = {"content-type": content_type, "content-length": str(len(data)), **(headers or {})}
    return [_head(status, fields) + data]


def stream(*parts: Step, content_type: str = "text/event-stream", end: Step = "close") -> list[Step]:
    """A stream without a length: it ends with the connection."""
    return [_head(200, {"content-type": content_type, "connection": "close"}), *parts, end]


def _head(status: int, fields: dict[str, str]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode("latin-1")


def chunk(content: str | None = None, finish: str | None = None, index: int = 0, **delta: Any) -> dict[str, Any]:
    """A chunk of a chat completion."""
    full = {**({} if content is None else {"content": content}), **delta}
    choice = {"index": index, "delta": full, "finish_reason": finish}
    return {"id": "gen-1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}


def event(value: object, name: str | None = None) -> bytes:
    """A server-sent event."""
    data = value if isinstance(value, str) else json.dumps(value)
    return (f"event: {name}\n" if name else "").encode() + b"data: " + data.encode() + b"\n\n"


def events(values: Iterable[object], done: bool = True) -> bytes:
    """Server-sent events, with the end mark."""
    return b"".join(map(event, values)) + (b"data: [DONE]\n\n" if done else b"")


COMPLETION = {
    "id": "gen-1",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello"}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2, "cost": 0.0000042},
}
