"""The Python blocks of README.md run against the mock server, and its tables match the package."""

from __future__ import annotations

import inspect
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import patchbay_client
from patchbay_client import APIError, Patchbay
from patchbay_client.generated.policy import ERROR_CODES, RETRY
from patchbay_client.testing import MockServer, MockServerProcess

README = Path(__file__).parents[1] / "README.md"
ROOT_README = Path(__file__).parents[3] / "README.md"
TEXT = README.read_text(encoding="utf-8")
OWN_CODES = {"invalid_response", "unknown"}


class Block(NamedTuple):
    """A Python block, and the heading of its section. The blocks of a section share their names."""

    readme: Path
    section: str
    line: int
    code: str


def _blocks(readme: Path) -> Iterator[Block]:
    text = readme.read_text(encoding="utf-8")
    for found in re.finditer(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        before = text[: found.start()]
        section = re.findall(r"^#+ (.+)$", before, re.MULTILINE)[-1]
        yield Block(readme, section, before.count("\n") + 1, found[1])


BLOCKS = [*_blocks(README), *_blocks(ROOT_README)]
PLAIN = [block for block in BLOCKS if "def test_" not in block.code]
SECTIONS = {
    section: [one for one in PLAIN if one.section == section] for section in dict.fromkeys(b.section for b in PLAIN)
}


@pytest.fixture
def _environment(patchbay_server: MockServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The environment in which a user runs a block."""
    monkeypatch.setenv("OPENROUTER_API_KEY", patchbay_server.api_key)
    monkeypatch.setenv("OPENROUTER_BASE_URL", patchbay_server.base_url)
    logger = logging.getLogger("patchbay_client")
    level = logger.level
    yield
    logger.setLevel(level)


@pytest.mark.usefixtures("_environment")
@pytest.mark.parametrize("section", SECTIONS)
def test_the_blocks_of_a_section_run(section: str) -> None:
    names: dict[str, Any] = {"__name__": "readme"}
    for block in SECTIONS[section]:
        # Empty lines before the code give its traceback the lines of the README.
        exec(compile("\n" * block.line + block.code, str(block.readme), "exec", dont_inherit=True), names)


@pytest.mark.parametrize("block", [block for block in BLOCKS if block not in PLAIN], ids=lambda block: block.section)
def test_the_tests_of_a_block_pass(
    block: Block, pytester: pytest.Pytester, patchbay_process: MockServerProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATCHBAY_MOCK_URL", f"{patchbay_process.url}/api/v1")
    pytester.makepyfile(block.code)
    pytester.runpytest_subprocess().assert_outcomes(passed=block.code.count("def test_"))


def test_most_sections_have_a_block() -> None:
    assert len(SECTIONS) >= 15
    assert "Patchbay" in SECTIONS


def _table(heading: str) -> list[list[str]]:
    """The rows of the table whose first column has this heading."""
    [start] = [found.end() for found in re.finditer(rf"^\| {re.escape(heading)} .*\n\|[ -|]+\n", TEXT, re.MULTILINE)]
    rows = TEXT[start:].split("\n\n")[0].splitlines()
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]


def _names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_the_table_of_codes_has_every_code_with_its_status() -> None:
    rows = [(_names(row[0]), re.findall(r"\d{3}", row[1])) for row in _table("`code`")]
    shown = {int(status): code for codes, statuses in rows for code, status in zip(codes, statuses, strict=False)}
    assert shown == dict(ERROR_CODES)
    assert {code for codes, _ in rows for code in codes} == {*ERROR_CODES.values(), *OWN_CODES}


def test_the_table_of_options_has_every_option() -> None:
    rows = _table("Option of `Patchbay` and `AsyncPatchbay`")
    assert {name for row in rows for name in _names(row[0])} == {*inspect.signature(Patchbay.__init__).parameters} - {
        "self"
    }
    defaults = {name: row[1] for row in rows for name in _names(row[0])}
    assert defaults["max_retries"] == str(RETRY.max_retries)
    assert defaults["timeout"].split(", ")[:2] == ["600", "300"]


def test_the_table_of_exceptions_names_attributes_that_exist() -> None:
    for row in _table("Exception"):
        [name] = _names(row[0])
        kind = getattr(patchbay_client, name)
        documented = {attribute for one in kind.__mro__ for attribute in getattr(one, "__annotations__", {})}
        text = re.sub(r": .*?(;|$)", r"\1", row[2])
        assert {*_names(text)} <= documented | {"message"}, name
    assert APIError.__annotations__.keys() <= {*_names(" ".join(row[2] for row in _table("Exception")))}


def test_the_table_of_operations_has_every_method(connect: Any) -> None:
    client = connect("http://127.0.0.1:9/api/v1")
    shown: set[str] = set()
    for row in _table("Method"):
        resource = ""
        for call in _names(row[0]):
            path = re.sub(r"\(.*", "", call)
            resource = path.rpartition(".")[0] or resource
            shown.add(f"{resource}.{path.rpartition('.')[2]}")
    actual: set[str] = set()
    for name in ("chat.completions", *(one for one in dir(client) if one in _resources(client) and one != "chat")):
        owner = client
        for part in name.split("."):
            owner = getattr(owner, part)
        actual |= {f"{name}.{one}" for one in dir(owner) if one[0] != "_" and not one.startswith("with_")}
    assert shown == actual


def _resources(client: Patchbay) -> set[str]:
    from patchbay_client.generated.resources import Resources

    return {name for name in vars(Resources) if not name.startswith("_")}
