"""Makes models from parsed JSON."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from ._models import load_decoder


def build_model(path: str, value: Any) -> Any:
    """The model of a value, such as `chat_response.ChatCompletion`. A value that does not match the contract is kept."""
    return builder_of(path)(value)


@cache
def builder_of(path: str) -> Callable[[Any], Any]:
    """The function that makes a model."""
    return load_decoder(path).from_value
