# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Reads headers that the caller passes, and checks that each can be sent."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TypedDict
from urllib.parse import quote, urlsplit, urlunsplit
from uuid import UUID

from ._errors import PatchbayError
from ._failures.show import exact_text, show_value
from ._omit import OMIT

_NAME = re.compile(r"[\w!#$%&'*+.^`|~-]+", re.ASCII)
_FORBIDDEN = re.compile(r"[^\t\x20-\x7e\x80-\xff]")
_OWN = frozenset({"content-length", "transfer-encoding", "upgrade", "expect", "keep-alive"})


class AppInfo(TypedDict, total=False):
    """App attribution: how OpenRouter's rankings show your application."""

    url: str
    """URL of the app, which identifies it. Sent as `HTTP-Referer`."""
    title: str
    """Display name. Sent as `X-OpenRouter-Title`."""
    categories: Sequence[str]
    """Categories, such as `cli-agent`. Sent as `X-OpenRouter-Categories`."""


def to_header_table(headers: object, option: str) -> dict[str, str | None]:
    """Headers by lower-case name; None removes a header.

    Raises:
        PatchbayError: when a header cannot be sent; the message names it.
    """
    table: dict[str, str | None] = {}
    if headers is None or headers is OMIT:
        return table
    if not isinstance(headers, Mapping):
        raise PatchbayError(f"`{option}` must be a mapping of names and values, got {show_value(headers)}.")
    for name, value in headers.items():
        if value is OMIT:
            continue
        place = f"{option}[{show_value(name)}]"
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise PatchbayError(f"`{place}` is not a valid header name. Use letters, digits and dashes.")
        if name.lower() in _OWN and value is not None:
            raise PatchbayError(f"`{place}` cannot be set: the HTTP client sets this header itself. Remove it.")
        table[exact_text(name).lower()] = None if value is None else check_header(place, value)
    return table


def check_header(place: str, value: object) -> str:
    """The value of a header as text. Numbers and booleans become strings; spaces around a text are not part of it."""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, (str, int, float, UUID)):
        raise PatchbayError(f"`{place}` must be a string, got {show_value(value)}.")
    try:
        text = exact_text(value).strip(" \t") if isinstance(value, str) else str(value)
    except ValueError:
        raise PatchbayError(f"`{place}` must be a string, got {show_value(value)}.") from None
    found = _FORBIDDEN.search(text)
    if found:
        raise PatchbayError(
            f"`{place}` contains the character U+{ord(found[0]):04X}, which is not allowed in an HTTP header. "
            "Encode the value, for example with urllib.parse.quote."
        )
    return text


def to_app_headers(app: object) -> dict[str, str | None]:
    """The app attribution headers. A title with characters outside ASCII is percent-encoded."""
    if app is None:
        return {}
    if not isinstance(app, Mapping):
        raise PatchbayError(f"`app` must be a dictionary with url, title and categories, got {show_value(app)}.")
    url, title, categories = (app.get(name) for name in ("url", "title", "categories"))
    if categories and (isinstance(categories, str) or not isinstance(categories, Sequence)):
        raise PatchbayError(f"`app['categories']` must be a list of strings, got {show_value(categories)}.")
    table: dict[str, str | None] = {}
    if url:
        table["http-referer"] = check_header("app['url']", _to_ascii_url(url))
    if title:
        table["x-openrouter-title"] = check_header("app['title']", _to_ascii(title))
    if categories:
        texts = [check_header("app['categories']", _to_ascii(one)) for one in categories]
        table["x-openrouter-categories"] = ",".join(texts)
    return table


def _to_ascii(text: object) -> object:
    """Percent-encodes a text with characters outside ASCII, so that `urllib.parse.unquote` restores it."""
    if not isinstance(text, str) or text.isascii():
        return text
    return "".join(one if one.isascii() and one != "%" else quote(one, errors="replace") for one in text)


def _to_ascii_url(url: object) -> object:
    text = str(url)
    if text.isascii():
        return text
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode()
        if not parts.scheme or not host:
            raise ValueError
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise PatchbayError(
            f"`app['url']` must be a URL, got {show_value(text)}. Example: https://app.example."
        ) from None
    safe = "/:?#[]@!$&'()*+,;=%~-._"
    return urlunsplit((parts.scheme, host + port, *(quote(part, safe=safe) for part in parts[2:])))
