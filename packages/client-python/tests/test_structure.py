"""Import rules and sizes of the handwritten modules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src/patchbay_client"
MODULES = sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py"))
HANDWRITTEN = [module for module in MODULES if not module.startswith("generated/")]

# Parts that only the modules with these prefixes may import.
RESERVED = {
    "patchbay_client.agent": ("agent/",),
    "patchbay_client.testing": ("testing/", "pytest_plugin.py"),
    "patchbay_client.pytest_plugin": (),
    "pytest": ("pytest_plugin.py",),
}


def imports_of(module: str) -> Iterator[str]:
    """The full names of the modules that a module imports, also within functions."""
    package = ["patchbay_client", *Path(module).parts[:-1]]
    for node in ast.walk(ast.parse((SOURCE / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*parents, *([node.module] if node.module else [])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_its_part_may(module: str) -> None:
    imported = set(imports_of(module))
    for name, prefixes in RESERVED.items():
        if not module.startswith(prefixes):
            assert not {one for one in imported if one == name or one.startswith(f"{name}.")}


@pytest.mark.parametrize("module", HANDWRITTEN)
def test_a_module_and_its_functions_are_short(module: str) -> None:
    text = (SOURCE / module).read_text(encoding="utf-8")
    assert text.count("\n") <= 320
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            # The signature and the docstring do not count.
            assert (node.end_lineno or 0) - node.body[0].lineno + 1 <= 79, f"{node.name} is too long"
