# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Serializes a request body. The caller's input is never changed; iterators are read once."""

from __future__ import annotations

import dataclasses
import json
import math
import numbers
import sys
from collections import UserString
from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any, cast
from uuid import UUID

from .._errors import PatchbayError
from .._failures.show import exact_text, show_value
from .._omit import OMIT


class _Flaw(Exception):
    """A value that cannot be sent. `path` grows from the value to the input."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice
        self.path: list[str] = []


def to_plain(operation: str, value: Mapping[str, object]) -> dict[str, Any]:
    """Copies the input as plain data: OMIT is left out, models and iterators become dictionaries and lists.

    Raises:
        PatchbayError: for a value that JSON cannot represent; the message names the field.
    """
    try:
        return cast("dict[str, Any]", _plain(value, set()))
    except _Flaw as flaw:
        place = f"`{'.'.join(reversed(flaw.path))}`" if flaw.path else "The input"
        problem = f"{place} of {operation} cannot be sent as JSON: it is {flaw.what}. {flaw.advice}"
    except RecursionError:
        problem = f"The input of {operation} cannot be sent as JSON: it is nested too deeply. Pass plain data."
    raise PatchbayError(problem)


def to_json_bytes(plain: Mapping[str, Any]) -> bytes:
    """JSON of plain data as UTF-8. Lone surrogates become U+FFFD, because services reject a body that contains one."""
    try:
        text = json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except ValueError as cause:
        # Everything else was checked: an integer has more digits than Python converts.
        raise PatchbayError(f"The input cannot be sent as JSON: {cause}. Pass a string.") from cause
    try:
        return text.encode()
    except UnicodeEncodeError:
        return well_formed(text).encode()


def well_formed(text: str) -> str:
    """Joins surrogate pairs and replaces lone surrogates by U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


_ATOMS = frozenset({str, int, bool, type(None)})


def _plain(value: object, around: set[int]) -> object:
    kind = type(value)
    if kind in _ATOMS:
        return value
    if kind is float:
        return _finite(cast("float", value))
    if isinstance(value, Mapping):
        return _object(cast("Mapping[object, object]", value), around)
    if isinstance(value, (list, tuple)):
        return _array(cast("Iterable[object]", value), value, around)
    return _other(value, around)


def _object(value: Mapping[object, object], around: set[int]) -> dict[str, object]:
    _enter(value, around)
    copy: dict[str, object] = {}
    for name, part in value.items():
        if part is OMIT:
            continue
        key = name.value if isinstance(name, Enum) else name
        if not isinstance(key, str):
            raise _Flaw(f"a dictionary with the key {show_value(key)}", "Use strings as keys.")
        if type(key) is not str:
            key = exact_text(key)
        try:
            copy[key] = _plain(part, around)
        except _Flaw as flaw:
            flaw.path.append(key)
            raise
    around.discard(id(value))
    return copy


def _array(items: Iterable[object], owner: object, around: set[int]) -> list[object]:
    _enter(owner, around)
    copy: list[object] = []
    for at, part in enumerate(items):
        if type(part) in _ATOMS:
            copy.append(part)
        elif part is not OMIT:
            try:
                copy.append(_plain(part, around))
            except _Flaw as flaw:
                flaw.path.append(str(at))
                raise
    around.discard(id(owner))
    return copy


def _enter(value: object, around: set[int]) -> None:
    if id(value) in around:
        raise _Flaw("an object that contains itself", "Remove the cycle.")
    around.add(id(value))


def _finite(value: float) -> float:
    if math.isfinite(value):
        return value
    raise _Flaw(str(value), "Pass a finite number.")


def _from_decimal(value: Decimal) -> int | float:
    if value.is_finite() and value == value.to_integral_value() and value.adjusted() < 400:
        return int(value)
    return _finite(float(value) if not value.is_snan() else math.nan)


def _other(value: object, around: set[int]) -> object:
    """Converts a value of another class to plain data."""
    if isinstance(value, Enum):
        return _plain(value.value, around)
    if isinstance(value, str):
        return exact_text(value)
    if isinstance(value, UserString):
        return value.data
    pydantic: Any = sys.modules.get("pydantic")
    if pydantic is not None and isinstance(value, pydantic.BaseModel):
        _enter(value, around)
        dumped: object = cast("Any", value).model_dump(by_alias=True, exclude_unset=True, warnings=False)
        plain = _plain(dumped, around)
        around.discard(id(value))
        return plain
    if isinstance(value, Decimal):
        return _from_decimal(value)
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real):
        return _finite(float(value))
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, UUID) or (pydantic is not None and isinstance(value, pydantic.AnyUrl)):
        return str(value)
    to_list = getattr(value, "tolist", None)
    if callable(to_list) and not isinstance(value, type):
        # An array or a scalar of numpy, and of libraries like it.
        return _plain(to_list(), around)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
        _enter(value, around)
        plain = _plain(fields, around)
        around.discard(id(value))
        return plain
    _refuse(value)
    if isinstance(value, Iterable):
        return _array(cast("Iterable[object]", value), value, around)
    raise _Flaw(f"an instance of {type(value).__name__}", "Pass plain data.")


def _refuse(value: object) -> None:
    name = type(value).__name__
    if isinstance(value, (bytes, bytearray, memoryview)):
        raise _Flaw("binary data", "Encode it, for example as a data URL with base64.")
    if isinstance(value, (set, frozenset)):
        raise _Flaw(f"a {name}", "Pass a list.")
    if isinstance(value, type):
        raise _Flaw(f"the class {value.__name__}", "Pass plain data, for example its JSON Schema.")
    if hasattr(value, "__await__"):
        raise _Flaw("an awaitable", "Await it first.")
    if hasattr(value, "__aiter__"):
        raise _Flaw("an async iterator", "Collect its items in a list first.")
    if isinstance(value, BaseException):
        raise _Flaw("an exception", "Pass its message.")
    if callable(value):
        raise _Flaw("a function", "Pass plain data.")
