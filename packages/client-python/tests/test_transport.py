"""What the client does with sockets and TLS settings."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from patchbay_client import AsyncPatchbay, Patchbay, PatchbayError

BODY = json.dumps({"choices": [{"index": 0, "message": {"role": "assistant", "content": "Hi"}}]}).encode()
MODELS = json.dumps({"data": []}).encode()


class Listener:
    """Answers each connection once, and keeps what the first read of it returned."""

    def __init__(self, body: bytes) -> None:
        self.first = b""
        self._body = body
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        connection, _ = self._socket.accept()
        with connection, self._socket:
            self.first = received = connection.recv(1_000_000)
            head, _, body = received.partition(b"\r\n\r\n")
            length = next(
                (int(line[15:]) for line in head.split(b"\r\n") if line[:15].lower() == b"content-length:"), 0
            )
            while len(body) < length:
                body += connection.recv(1_000_000)
            answer = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%b"
            connection.sendall(answer % (len(self._body), self._body))
            connection.recv(1)


def test_head_and_body_of_a_request_are_sent_together() -> None:
    listener = Listener(BODY)
    with Patchbay(api_key="k", base_url=listener.url) as client:
        reply = client.chat.completions.create(model="m", messages=[{"role": "user", "content": "hello"}])
    assert reply.choices[0].message.content == "Hi"
    assert b'"hello"' in listener.first


@pytest.mark.anyio
async def test_async_client_sends_head_and_body_together() -> None:
    listener = Listener(BODY)
    async with AsyncPatchbay(api_key="k", base_url=listener.url) as client:
        reply = await client.chat.completions.create(model="m", messages=[{"role": "user", "content": "hello"}])
    assert reply.choices[0].message.content == "Hi"
    assert b'"hello"' in listener.first


def test_large_body_is_sent_completely() -> None:
    listener = Listener(BODY)
    with Patchbay(api_key="k", base_url=listener.url) as client:
        text = "x" * 3_000_000
        reply = client.chat.completions.create(model="m", messages=[{"role": "user", "content": text}])
    assert reply.choices[0].message.content == "Hi"


def test_request_without_a_body_is_sent() -> None:
    listener = Listener(MODELS)
    with Patchbay(api_key="k", base_url=listener.url) as client:
        assert client.models.list().data == []


@pytest.mark.parametrize("make", [Patchbay, AsyncPatchbay])
def test_each_new_client_reads_the_certificates_of_the_environment(
    make: Callable[..., object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    make(api_key="k")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    with pytest.raises(PatchbayError, match="SSL_CERT_FILE"):
        make(api_key="k")
