"""Parses JSON as fast as possible, with the leniency of a browser: lone surrogates and deep nesting are accepted."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from pydantic_core import from_json


def parse_json(data: bytes | str) -> Any:
    """Parses JSON.

    Raises:
        ValueError: when it is not valid JSON.
    """
    try:
        return from_json(data, allow_inf_nan=False)
    except ValueError:
        # pydantic's parser refuses lone surrogates, bytes that are not UTF-8, and deep nesting.
        text = data.decode("utf-8", "replace") if isinstance(data, bytes) else data
        try:
            return json.loads(text, parse_constant=_refuse)
        except RecursionError:
            raise ValueError("The JSON is nested too deeply.") from None


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON.")
