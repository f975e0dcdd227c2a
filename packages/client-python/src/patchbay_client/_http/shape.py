# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Checks the fields without which a response is unusable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from .._failures.show import as_list, as_object

if TYPE_CHECKING:
    from .._operation import ResponseShape


def fault_of(value: object, shape: ResponseShape, path: str = "") -> str | None:
    """Describes why a response is unusable, such as ``expected an array at `choices`, got null``; None if it is usable."""
    if shape is None:
        return _expected("a value", value, path) if value is None else None
    if isinstance(shape, tuple):
        items = as_list(value)
        if items is None:
            return _expected("an array", value, path)
        faults = (fault_of(item, shape[0], f"{path}[{at}]") for at, item in enumerate(items))
        return next((fault for fault in faults if fault), None)
    record = as_object(value)
    if record is None:
        return _expected("an object", value, path)
    for key, inner in cast("Mapping[str, ResponseShape]", shape).items():
        name = key.removesuffix("?")
        field = record.get(name)
        if name != key and field is None:
            continue
        fault = fault_of(field, inner, f"{path}.{name}" if path else name)
        if fault:
            return fault
    return None


def _expected(what: str, value: object, path: str) -> str:
    place = f" at `{path}`" if path else ""
    return f"expected {what}{place}, got {_kind_of(value)}"


def _kind_of(value: object) -> str:
    if value is None:
        return "null"
    kinds: dict[type, str] = {bool: "a boolean", int: "a number", float: "a number", str: "a string", list: "an array"}
    return kinds.get(type(value), "an object")
