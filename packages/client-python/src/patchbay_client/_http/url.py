"""URLs of requests."""

from __future__ import annotations

from functools import lru_cache

import httpx2


@lru_cache(maxsize=64)
def to_url(text: str) -> httpx2.URL:
    """Parses a URL. Most calls of a client have the same few URLs, and parsing one takes a twentieth of a request.

    Raises:
        httpx2.InvalidURL: when the text is not a URL.
    """
    return httpx2.URL(text)
