# The types of a caller's function are any types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Functions as tools."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias, cast, overload

from ..._failures.show import show_value
from ..._schema import to_strict_json_schema
from .._errors import AgentError
from ._context import ToolContext
from ._signature import Bound, read_signature

if TYPE_CHECKING:
    from ...generated.params.tools import ChatToolParam

    ToolInput: TypeAlias = "Callable[..., Any] | Tool | ChatToolParam"

_NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Tool:
    """A function that a model can call. `tool` creates one; `run_tools` also takes plain functions."""

    name: str
    description: str
    input_schema: Mapping[str, Any]
    """JSON Schema of the arguments, as the API receives it."""
    strict: bool | None
    function: Callable[..., Any]
    bind: Callable[[Mapping[str, Any], ToolContext], Bound] = field(repr=False)

    @property
    def is_async(self) -> bool:
        """Whether the function is a coroutine function."""
        function = self.function if inspect.isroutine(self.function) else getattr(self.function, "func", self.function)
        return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(type(function).__call__)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Calls the function."""
        return self.function(*args, **kwargs)

    def to_param(self) -> ChatToolParam:
        """The definition that the API receives."""
        function: dict[str, Any] = {"name": self.name, "parameters": dict(self.input_schema)}
        if self.description:
            function["description"] = self.description
        if self.strict is not None:
            function["strict"] = self.strict
        return cast("ChatToolParam", {"type": "function", "function": function})


@overload
def tool(
    function: Callable[..., Any],
    /,
    *,
    name: str | None = None,
    description: str | None = None,
    input_schema: Mapping[str, Any] | None = None,
    strict: bool | None = None,
) -> Tool: ...


@overload
def tool(
    *,
    name: str | None = None,
    description: str | None = None,
    input_schema: Mapping[str, Any] | None = None,
    strict: bool | None = None,
) -> Callable[[Callable[..., Any]], Tool]: ...


def tool(
    function: Callable[..., Any] | None = None,
    /,
    *,
    name: str | None = None,
    description: str | None = None,
    input_schema: Mapping[str, Any] | None = None,
    strict: bool | None = None,
) -> Tool | Callable[[Callable[..., Any]], Tool]:
    """Makes a tool of a function, to set what its signature and docstring do not say. Also a decorator.

    Args:
        function: The function. Its parameters have types that pydantic supports; the descriptions of the docstring's
            `Args:`, or of `Annotated[..., Field(description=...)]`, reach the model. Async functions need `run_tools_async`.
        name: Default: the name of the function.
        description: What the tool does, for the model. Default: the docstring.
        input_schema: JSON Schema of the arguments. The function receives them as keywords, unvalidated. Default: the
            schema of the signature.
        strict: True makes providers enforce the schema, which is rewritten for their strict mode: the model passes every
            parameter. False is sent for a schema that strict mode cannot express. Default: not sent.

    Raises:
        AgentError: when the name or the signature is not valid.

    Example:
        ```python
        @tool(name="weather", strict=True)
        def get_weather(city: str, unit: Literal["celsius", "fahrenheit"] = "celsius") -> str:
            '''The current weather of a city.'''
        ```
    """
    if function is None:

        def decorate(one: Callable[..., Any]) -> Tool:
            return _make(one, name, description, input_schema, strict)

        return decorate
    return _make(function, name, description, input_schema, strict)


def _make(
    function: Callable[..., Any],
    name: str | None,
    description: str | None,
    input_schema: Mapping[str, Any] | None,
    strict: bool | None,
) -> Tool:
    if not callable(function) or isinstance(function, type):
        raise AgentError(f"A tool must be a function, got {show_value(function)}.")
    given = name if name is not None else getattr(function, "__name__", None) or type(function).__name__
    if not _NAME.fullmatch(given):
        raise AgentError(
            f"The name of a tool must have 1 to 64 letters, digits, underscores or hyphens, got {show_value(given)}. "
            "Pass `name` to `tool`."
        )
    if input_schema is not None:
        documented = inspect.getdoc(function) or "" if description is None else description
        schema, is_strict = _to_strict(input_schema, strict)
        return Tool(given, documented, schema, is_strict, function, _pass_on(function))
    signature = read_signature(function, given)
    text = signature.description if description is None else description
    # The defaults of Python are not part of JSON Schema: in strict mode, the model passes every parameter.
    full = {**signature.schema, "required": list(signature.schema.get("properties", {}))}
    schema, is_strict = _to_strict(full if strict else signature.schema, strict)
    return Tool(given, text, schema, is_strict, function, signature.bind)


def _to_strict(schema: Mapping[str, Any], strict: bool | None) -> tuple[Mapping[str, Any], bool | None]:
    """The schema in the form of strict mode; False with a schema that strict mode cannot express."""
    return to_strict_json_schema(schema) if strict else (schema, strict)


def _pass_on(function: Callable[..., Any]) -> Callable[[Mapping[str, Any], ToolContext], Bound]:
    """Passes the arguments of a schema given by hand as keywords."""

    def bind(arguments: Mapping[str, Any], context: ToolContext) -> Bound:
        inspect.signature(function).bind(**arguments)
        return (), dict(arguments)

    return bind


def to_tools(given: Iterable[ToolInput]) -> tuple[dict[str, Tool], list[ChatToolParam]]:
    """The functions by name, and the definitions of all tools, including those that the API runs."""
    tools: dict[str, Tool] = {}
    definitions: list[ChatToolParam] = []
    for one in given:
        if isinstance(one, Mapping):
            definitions.append(cast("ChatToolParam", one))
            continue
        made = one if isinstance(one, Tool) else tool(one)
        if made.name in tools:
            raise AgentError(f"Two tools have the name `{made.name}`. Pass another `name` to `tool`.")
        tools[made.name] = made
        definitions.append(made.to_param())
    return tools, definitions
