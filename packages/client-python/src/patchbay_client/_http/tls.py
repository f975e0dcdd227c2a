"""The TLS settings of the clients, which they share: reading the certificates of the system takes 20 ms."""

from __future__ import annotations

import os
import ssl
from functools import lru_cache

import httpx2


def tls_context() -> ssl.SSLContext:
    """The default context of httpx2. `SSL_CERT_FILE` and `SSL_CERT_DIR` are read when a client is made."""
    return _load(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))


@lru_cache(maxsize=4)
def _load(_file: str | None, _directory: str | None) -> ssl.SSLContext:
    return httpx2.create_ssl_context()
