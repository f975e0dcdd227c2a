"""Checks of option values. Each raises `PatchbayError` with the option, its value and what to pass."""

from __future__ import annotations

import math
import re
from datetime import timedelta
from typing import cast
from urllib.parse import urlsplit

from ._errors import PatchbayError
from ._failures.show import exact_text, show_value


def to_seconds(name: str, value: object) -> float:
    """A duration in seconds. None and infinity disable a timeout."""
    if value is None:
        return math.inf
    if isinstance(value, timedelta):
        value = value.total_seconds()
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value > 0:
        raise PatchbayError(
            f"`{name}` must be a positive number of seconds, a timedelta, or None for no limit, got {show_value(value)}."
        )
    try:
        return float(value)
    except OverflowError:  # an integer that no float can hold
        return math.inf


def to_flag(name: str, value: object) -> bool:
    """A boolean; False for None. A text such as "false" is refused, because it would count as true."""
    if value is not None and not isinstance(value, bool):
        raise PatchbayError(f"`{name}` must be True or False, got {show_value(value)}.")
    return value is True


def to_count(name: str, value: object) -> int:
    """An integer of 0 or more."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise PatchbayError(f"`{name}` must be an integer of 0 or more, got {show_value(value)}.")
    return value


def check_callable(name: str, value: object) -> None:
    if value is not None and not callable(value):
        raise PatchbayError(f"`{name}` must be a function, got {show_value(value)}.")


_NOT_IN_KEY = re.compile(r"[^\x21-\x7e]")


def to_key(name: str, value: object) -> object:
    """Checks an API key, or a function that returns one. Never shows the key."""
    if callable(value):
        return value
    if not isinstance(value, str):
        raise PatchbayError(f"`{name}` must be a string or a function that returns one, got {type(value).__name__}.")
    if _NOT_IN_KEY.search(value):
        raise PatchbayError(
            f"`{name}` contains a space, a line break or another character that is not allowed in a header. "
            "Check where it is read from."
        )
    return exact_text(value)


def to_returned_key(name: str, value: object) -> str:
    """Checks the key that a function returned."""
    if not isinstance(value, str) or not value.strip():
        got = "an empty string" if value == "" else type(value).__name__
        raise PatchbayError(f"The function `{name}` must return a key, got {got}. No request was sent.")
    return str(to_key(name, value))


def to_base_url(value: object) -> str:
    """Validates the base URL and removes trailing slashes. The message of a failure never shows credentials."""
    text = str(value) if not isinstance(value, str) and hasattr(value, "host") else value
    try:
        url = urlsplit(text) if isinstance(text, str) else None
        host = url.hostname if url else None
        _ = url.port if url else None
    except ValueError:
        url, host = None, None
    if url and (url.username or url.password):
        raise PatchbayError(
            "`base_url` must not contain credentials. Remove them, and pass a proxy's password in `default_headers`."
        )
    if not url or not host or url.scheme not in ("http", "https") or re.search(r"[?#\s]", cast("str", text)):
        # Text after "@", "?" or "#" can be a secret, and text before "@" is one.
        is_secret = isinstance(text, str) and re.search(r"[@?#]", text)
        shown = "one that may contain a secret" if is_secret else show_value(value)
        raise PatchbayError(
            f"`base_url` must be an http(s) URL without a query, got {shown}. Example: https://openrouter.ai/api/v1."
        )
    return exact_text(cast("str", text)).rstrip("/")
