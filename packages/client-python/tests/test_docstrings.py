"""pyright shows the line of a docstring that first has the name of a parameter, wherever it is. Each must be the parameter's own."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from patchbay_client import AsyncPatchbay, Patchbay

RESOURCES = Path(__file__).parents[1] / "src/patchbay_client/generated/resources"


def _methods() -> Iterator[Any]:
    yield from (Patchbay.__init__, AsyncPatchbay.__init__)
    for file in sorted(RESOURCES.glob("[!_]*.py")):
        # Only type checkers read the types of raw responses; editors show the methods that they wrap.
        if file.stem == "raw":
            continue
        module = import_module(f"patchbay_client.generated.resources.{file.stem}")
        for kind in vars(module).values():
            if inspect.isclass(kind) and kind.__module__ == module.__name__:
                yield from (one for one in vars(kind).values() if inspect.isfunction(one))


@pytest.mark.parametrize("method", [*_methods()], ids=lambda method: method.__qualname__)
def test_every_parameter_is_documented_in_a_line_of_its_own(method: Any) -> None:
    lines = [line.strip() for line in (method.__doc__ or "").splitlines()]
    names = [name for name in inspect.signature(method).parameters if name != "self"]
    shown = {name: next((line for line in lines if f"{name}: " in line or f"{name} (" in line), "") for name in names}
    assert {name: line for name, line in shown.items() if not line.startswith(f"{name}: ")} == {}
