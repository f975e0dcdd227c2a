# The types of a caller's function are any types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""The parameters of a function: their JSON Schema, and how arguments become values."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Any, NotRequired, get_args, get_origin, get_type_hints

import pydantic
import pydantic_core
from pydantic import ConfigDict, TypeAdapter
from pydantic.fields import FieldInfo
from typing_extensions import TypedDict

from ..._schema.generator import SchemaGenerator, reason_of
from .._errors import AgentError
from ._context import ToolContext
from ._docstring import read_docstring

Bound = tuple[tuple[Any, ...], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Signature:
    """What a function takes."""

    description: str
    schema: dict[str, Any]
    """JSON Schema of the arguments."""
    bind: Callable[[Mapping[str, Any], ToolContext], Bound]
    """Makes the positional and keyword arguments. Raises pydantic's ValidationError."""


def read_signature(function: Callable[..., Any], name: str) -> Signature:
    """Reads the signature and the docstring of a function.

    Raises:
        AgentError: when a parameter has no type or a type that has no JSON Schema.
    """
    docstring = read_docstring(inspect.getdoc(function))
    parameters = _parameters_of(function, name)
    hints = _hints_of(function, name)
    context_name = next((one for one in parameters if hints.get(one) is ToolContext), None)
    fields = {
        one.name: _field(one, hints.get(one.name, Any), docstring.parameters.get(one.name))
        for one in parameters.values()
        if one.name != context_name
    }
    adapter = _make_adapter(name, fields)
    schema = _schema_of(adapter, name)
    positional = [one.name for one in parameters.values() if one.kind is inspect.Parameter.POSITIONAL_ONLY]

    def bind(arguments: Mapping[str, Any], context: ToolContext) -> Bound:
        values = dict(adapter.validate_python(arguments))
        if context_name is not None:
            values[context_name] = context
        return tuple(values.pop(one) for one in positional if one in values), values

    return Signature(docstring.description, schema, bind)


def _parameters_of(function: Callable[..., Any], name: str) -> dict[str, inspect.Parameter]:
    try:
        parameters = inspect.signature(function).parameters
    except (TypeError, ValueError) as cause:
        raise AgentError(
            f"The tool `{name}` has no readable signature. Wrap it in a function with typed parameters."
        ) from cause
    for one in parameters.values():
        if one.kind in (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD):
            raise AgentError(
                f"The tool `{name}` has the parameter `{one}`, which has no JSON Schema. Name each parameter, or pass "
                "`input_schema` to `tool`."
            )
    return dict(parameters)


def _hints_of(function: Callable[..., Any], name: str) -> dict[str, Any]:
    target = function if inspect.isroutine(function) else type(function).__call__
    try:
        return get_type_hints(inspect.unwrap(target), include_extras=True)
    except (NameError, TypeError) as cause:
        raise AgentError(
            f"The types of the tool `{name}` cannot be read: {cause}. Define them at the level of a module, or pass "
            "`input_schema` to `tool`."
        ) from cause


def _field(parameter: inspect.Parameter, hint: Any, description: str | None) -> Any:
    """The type of a parameter with its description and its default value."""
    extra: dict[str, Any] = {}
    has_default = parameter.default is not inspect.Parameter.empty
    if has_default:
        # A model cannot read another default; the parameter is optional all the same.
        with suppress(ValueError):
            extra["default"] = pydantic_core.to_jsonable_python(parameter.default)
    own = _own_description(hint)
    annotated = Annotated[hint, pydantic.Field(description=own or description, json_schema_extra=extra or None)]
    return NotRequired[annotated] if has_default else annotated


def _own_description(hint: Any) -> str | None:
    """The description of an annotation such as `Annotated[str, Field(description="…")]`; it may also be a plain string."""
    if get_origin(hint) is not Annotated:
        return None
    for item in reversed(get_args(hint)[1:]):
        if isinstance(item, FieldInfo) and item.description:
            return item.description
        if isinstance(item, str):
            return item
    return None


def _make_adapter(name: str, fields: dict[str, Any]) -> TypeAdapter[Any]:
    arguments: Any = TypedDict(name, fields)  # type: ignore[misc]
    arguments.__pydantic_config__ = ConfigDict(extra="forbid", arbitrary_types_allowed=False)
    try:
        return TypeAdapter(arguments)
    except (pydantic.errors.PydanticUserError, pydantic_core.SchemaError, TypeError) as cause:
        raise _no_schema(name, cause) from cause


def _schema_of(adapter: TypeAdapter[Any], name: str) -> dict[str, Any]:
    try:
        return adapter.json_schema(schema_generator=SchemaGenerator)
    except pydantic.errors.PydanticUserError as cause:
        raise _no_schema(name, cause) from cause


def _no_schema(name: str, cause: Exception) -> AgentError:
    return AgentError(
        f"A parameter of the tool `{name}` has a type without a JSON Schema: {reason_of(cause)} Change the type, or pass "
        "`input_schema` to `tool`."
    )
