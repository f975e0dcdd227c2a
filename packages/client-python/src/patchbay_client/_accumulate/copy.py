# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Copies of the outer levels of JSON values, and checks of indexes."""

from __future__ import annotations

from typing import Any

from .text import Text

# How many parts or annotations a service may skip at once.
_MOST_SKIPPED = 64
# A service that sends a larger index does not count from 0.
_LARGEST = 100_000


def copy_levels(value: Any, levels: int) -> Any:
    """Copies the outer levels: 1 copies the fields, 2 also the objects and lists in them.

    The levels that an accumulator changes are copied when they arrive and when a reader is given them, so that neither an
    event nor an earlier result changes; the values in them are shared.
    """
    if type(value) is Text:
        return str(value)
    if levels == 0:
        return value
    if isinstance(value, list):
        return [copy_levels(item, levels - 1) for item in value]
    if isinstance(value, dict):
        return {name: copy_levels(field, levels - 1) for name, field in value.items()}
    return value


def is_index(value: Any) -> bool:
    """Whether a value is an index. As in JSON, 1 and 1.0 are the same number."""
    if isinstance(value, float):
        return value.is_integer() and 0 <= value < _LARGEST
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LARGEST


def index_in(items: list[Any], value: Any, default: int) -> int:
    """An index of a list or close to its end, otherwise the default. A large one would create a list of that length."""
    return int(value) if is_index(value) and value < len(items) + _MOST_SKIPPED else default
