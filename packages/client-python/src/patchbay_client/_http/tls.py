"""The TLS settings of the clients, which they share: reading the certificates of the system takes 20 ms."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import httpx2


def tls_context(is_async: bool) -> ssl.SSLContext:
    """The default context of httpx2. `SSL_CERT_FILE` and `SSL_CERT_DIR` are read when a client is made.

    A synchronous client reads the certificates of the system with its first TLS connection. anyio would use a context of
    another class in a thread.
    """
    is_given = any(os.environ.get(name) for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"))
    return _default() if is_async or is_given else _LateContext(ssl.PROTOCOL_TLS_CLIENT)


class _LateContext(ssl.SSLContext):
    """The default context, loaded by the first connection with TLS."""

    def set_alpn_protocols(self, alpn_protocols: Iterable[str]) -> None:
        _default().set_alpn_protocols(alpn_protocols)

    def wrap_socket(self, *args: Any, **options: Any) -> ssl.SSLSocket:
        return _default().wrap_socket(*args, **options)

    def wrap_bio(self, *args: Any, **options: Any) -> ssl.SSLObject:
        return _default().wrap_bio(*args, **options)


def _default() -> ssl.SSLContext:
    return _load(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))


@lru_cache(maxsize=4)
def _load(_file: str | None, _directory: str | None) -> ssl.SSLContext:
    return httpx2.create_ssl_context()
