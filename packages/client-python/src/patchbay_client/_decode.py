"""Makes models from parsed JSON."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from pydantic import ValidationError

from ._models import load_decoder


def build_model(path: str, value: Any) -> Any:
    """The model of a value: validated fast, and built field by field if it does not match the contract."""
    validate, build = _functions(path)
    try:
        return validate(value)
    except ValidationError:
        return build(value)


@cache
def _functions(path: str) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    decoder = load_decoder(path)
    return decoder.validate, decoder.from_value
