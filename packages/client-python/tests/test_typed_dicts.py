"""`typing.TypedDict`, which pydantic supports from Python 3.12 on, and that of `typing_extensions`."""

import sys
import typing
from collections.abc import Callable

import pytest
import typing_extensions

from patchbay_client import PatchbayError
from patchbay_client._schema.output import resolve_output
from patchbay_client.agent import AgentError, tool


class Own(typing.TypedDict):
    x: float


class Extended(typing_extensions.TypedDict):
    x: float


def take_own(point: Own) -> str:
    """Takes a point."""
    return str(point)


def take_extended(point: Extended) -> str:
    """Takes a point."""
    return str(point)


IS_OLD = sys.version_info < (3, 12)


@pytest.mark.parametrize("function", [take_own, take_extended])
def test_a_tool_takes_a_typed_dictionary(function: Callable[..., str]) -> None:
    if IS_OLD and function is take_own:
        with pytest.raises(AgentError, match="import `TypedDict` from `typing_extensions`"):
            tool(function)
        return
    assert "point" in tool(function).input_schema["properties"]


@pytest.mark.parametrize("output", [Own, Extended, list[Own]])
def test_an_output_is_a_typed_dictionary(output: object) -> None:
    if IS_OLD and output is not Extended:
        with pytest.raises(PatchbayError, match="import `TypedDict` from `typing_extensions`"):
            resolve_output(output, "response_format")
        return
    assert "'x': {'type': 'number'}" in str(resolve_output(output, "response_format").format["schema"])
