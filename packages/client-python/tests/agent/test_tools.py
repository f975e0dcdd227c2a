"""Functions as tools: their definitions, and how arguments are read."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field
from typing_extensions import TypedDict

from patchbay_client.agent import AgentError, ToolContext, tool
from patchbay_client.agent._tools._arguments import read_arguments, to_arguments_text
from patchbay_client.agent._tools._docstring import read_docstring

CONTEXT = ToolContext("call_1", "key", 1, ())


class Place(BaseModel):
    city: str
    country: str | None = None


@dataclass
class Span:
    days: int


# Python 3.11 needs the TypedDict of typing_extensions for a schema.
class Options(TypedDict):
    unit: Literal["celsius", "fahrenheit"]


def forecast(
    place: Place,
    span: Span,
    options: Options,
    detail: Annotated[int, Field(description="Level of detail.", ge=1)] = 1,
    tags: list[str] | None = None,
    schema: str = "",
) -> None:
    """Forecasts the weather.

    Takes a while.

    Args:
        place: The place,
            with its country.
        detail: Not used, because the annotation has a description.
        tags (list): Words.

    Returns:
        Nothing.
    """


def test_the_definition_comes_from_the_signature_and_the_docstring() -> None:
    definition: Any = tool(forecast).to_param()
    function = definition["function"]
    assert (function["name"], function["description"]) == ("forecast", "Forecasts the weather.\n\nTakes a while.")
    parameters = function["parameters"]
    assert parameters["required"] == ["place", "span", "options"]
    assert parameters["additionalProperties"] is False
    properties = parameters["properties"]
    assert properties["place"]["description"] == "The place, with its country."
    assert properties["detail"] == {"type": "integer", "minimum": 1, "description": "Level of detail.", "default": 1}
    assert properties["tags"]["description"] == "Words."
    assert properties["tags"]["default"] is None
    assert parameters["$defs"]["Options"]["properties"]["unit"]["enum"] == ["celsius", "fahrenheit"]
    assert "title" not in json.dumps(parameters)


def test_arguments_become_the_types_of_the_parameters() -> None:
    arguments = {"place": {"city": "Oslo"}, "span": {"days": 2}, "options": {"unit": "celsius"}}
    _, values = tool(forecast).bind(arguments, CONTEXT)
    assert values == {"place": Place(city="Oslo"), "span": Span(2), "options": {"unit": "celsius"}}


def test_a_strict_tool_requires_every_parameter() -> None:
    def search(query: str, limit: int = 5) -> None: ...

    made = tool(search, strict=True, name="find", description="Searches.")
    definition: Any = made.to_param()
    function = definition["function"]
    assert (function["name"], function["description"], function["strict"]) == ("find", "Searches.", True)
    assert sorted(function["parameters"]["required"]) == ["limit", "query"]


def test_a_schema_given_by_hand_is_sent_unchanged() -> None:
    schema = {"type": "object", "properties": {"q": {"type": "string"}}, "required": ["q"]}

    @tool(input_schema=schema)
    def search(**arguments: str) -> str:
        """Searches."""
        return arguments["q"]

    assert search.input_schema == schema
    assert search.bind({"q": "x"}, CONTEXT) == ((), {"q": "x"})
    assert search(q="x") == "x"


def test_positional_parameters_and_the_context_are_passed() -> None:
    def search(query: str, /, context: ToolContext, *, limit: int = 5) -> None: ...

    assert tool(search).bind({"query": "x", "limit": 2}, CONTEXT) == (("x",), {"context": CONTEXT, "limit": 2})


def test_functions_without_a_schema_are_refused() -> None:
    def rest(*words: str) -> None: ...

    def odd(lock: type[int] | random.Random) -> None: ...

    for function in (rest, odd):
        with pytest.raises(AgentError, match="JSON Schema"):
            tool(function)
    with pytest.raises(AgentError, match="name of a tool"):
        tool(lambda: None)


@pytest.mark.parametrize(
    ("text", "parameters"),
    [
        ("Does it.\n\nArgs:\n    a: One.\n    b (int): Two\n        lines.", {"a": "One.", "b": "Two lines."}),
        (
            "Does it.\n\nParameters\n----------\na : int\n    One.\nb\n    Two\n    lines.\n",
            {"a": "One.", "b": "Two lines."},
        ),
        ("Does it.\n\n:param a: One.\n:param int b: Two\n    lines.\n:returns: it", {"a": "One.", "b": "Two lines."}),
        ("Does it.\n\nExample:\n    a: no", {}),
        ("Does it.", {}),
    ],
)
def test_a_docstring_in_each_style(text: str, parameters: dict[str, str]) -> None:
    assert read_docstring(text) == ("Does it.", parameters)


GOOD: dict[str, Any] = {"city": "Oslo", "note": 'a "b", }'}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, {}),
        ("", {}),
        (" \n", {}),
        (GOOD, GOOD),
        (json.dumps(GOOD), GOOD),
        (json.dumps(json.dumps(GOOD)), GOOD),
        ("\ufeff" + json.dumps(GOOD), GOOD),
        (f"```json\n{json.dumps(GOOD)}\n```", GOOD),
        ('{"city": "Oslo", "note": "a \\"b\\", }",}', GOOD),
        ('{"list": [1, 2, ], }', {"list": [1, 2]}),
        ('{"text": "two\nlines"}', {"text": "two\nlines"}),
    ],
)
def test_unambiguous_mistakes_in_arguments_are_repaired(given: object, expected: object) -> None:
    assert read_arguments(given) == expected
    assert json.loads(to_arguments_text(given)) == expected


@pytest.mark.parametrize("given", ["[1]", "3", '"text"', "{", '{"a": NaN}', "Oslo", 3, [1], '{"a": 1} {"b": 2}'])
def test_other_arguments_are_refused(given: object) -> None:
    with pytest.raises(ValueError, match="arguments"):
        read_arguments(given)
    assert to_arguments_text(given) == "{}"


def test_a_damaged_text_is_refused_or_an_object_and_never_another_error() -> None:
    choose = random.Random(7)
    texts = [json.dumps(GOOD), f"```json\n{json.dumps(GOOD)}\n```", json.dumps(json.dumps({"a": [GOOD, None, 1e9]}))]
    for _ in range(3000):
        text = choose.choice(texts)
        for _ in range(choose.randint(1, 4)):
            at = choose.randrange(len(text))
            text = text[:at] + choose.choice(['"', "{", "}", ",", "\\", "", "\ud800", "[", "1"]) + text[at + 1 :]
        try:
            value: Any = read_arguments(text)
        except ValueError:
            value = {}
        assert isinstance(value, dict)
        assert isinstance(json.loads(to_arguments_text(text)), dict)
