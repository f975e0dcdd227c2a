"""Texts for error messages and logs, without API keys."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import cast

_KEY = re.compile(r"(\bsk-|\bBearer\s+)[\w.~+/=-]{8,}", re.IGNORECASE | re.ASCII)


def without_keys(text: str) -> str:
    """Replaces API keys and tokens in a text by `***`."""
    return _KEY.sub(r"\1***", text)


def exact_text(text: str) -> str:
    """The characters of a text. A subclass of `str`, such as an enum, can format itself as another text."""
    return str.__str__(text)


def cut(text: str, length: int) -> str:
    """The first `length` characters of a text."""
    return text if len(text) <= length else f"{text[:length]}…"


def show_value(value: object) -> str:
    """Formats a value for an error message: strings up to 100 characters, API keys as `***`, objects by their kind."""
    if isinstance(value, str):
        return json.dumps(cut(without_keys(value), 100), ensure_ascii=False)
    if value is None or isinstance(value, (bool, int, float)):
        try:
            return cut(repr(value), 100)
        except ValueError:  # an int with more digits than Python converts
            return "a very large int"
    if isinstance(value, type):
        return f"the class {value.__name__}"
    name = type(value).__name__
    if callable(value):
        return "a function"
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def as_object(value: object) -> dict[str, object] | None:
    """The value as a JSON object; None for any other value."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else None


def as_list(value: object) -> list[object] | None:
    """The value as a JSON array; None for any other value."""
    return cast("list[object]", value) if isinstance(value, list) else None


def is_mapping(value: object) -> bool:
    return isinstance(value, Mapping)


def is_sequence(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray))
