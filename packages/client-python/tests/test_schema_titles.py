"""The JSON Schema of an output type has no titles that repeat names."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict

from patchbay_client._schema.output import resolve_output


class City(BaseModel):
    name: str
    size: int = Field(title="Inhabitants")


class Country(BaseModel):
    model_config = ConfigDict(title="A sovereign country")
    cities: list[City]


@dataclass
class Point:
    x: int


class Shape(TypedDict):
    corner: Point


def titles_in(schema: Any) -> list[str]:
    """The titles in a schema, at any depth."""
    return re.findall(r'"title": "([^"]*)"', json.dumps(schema))


@pytest.mark.parametrize(
    ("output", "titles"),
    [(City, ["Inhabitants"]), (Country, ["Inhabitants", "A sovereign country"]), (Point, []), (Shape, [])],
)
def test_only_titles_of_the_caller_are_sent(output: Any, titles: list[str]) -> None:
    assert sorted(titles_in(resolve_output(output, "response_format").format["schema"])) == sorted(titles)
