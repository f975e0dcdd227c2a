# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""The schema of a model's output: what is sent, and how the output is validated."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, PydanticSchemaGenerationError, PydanticUserError, TypeAdapter, ValidationError

from .._errors import PatchbayError
from .._failures.show import show_value
from .._http.json_body import well_formed
from .generator import SchemaGenerator, reason_of
from .model_json import read_model_json
from .strict import to_strict_json_schema


@dataclass(frozen=True, slots=True)
class OutputSchema:
    """A resolved schema."""

    format: Mapping[str, Any]
    """`name`, `schema` and `strict`, as the APIs take them."""
    kind: Any
    """The JSON type that the schema requires."""
    validate: Callable[[Any], Any]
    """Makes the output from parsed JSON. Raises pydantic's ValidationError."""


def resolve_output(output: Any, name: str) -> OutputSchema:
    """Resolves a type or a JSON Schema. `name` is the name of the parameter.

    Raises:
        PatchbayError: when the JSON Schema cannot be determined.
    """
    if isinstance(output, Mapping):
        schema: Mapping[str, Any] = output
        return _resolved(schema, _keep)
    adapter: TypeAdapter[Any] = output if isinstance(output, TypeAdapter) else _adapter_of(output, name)
    try:
        schema = adapter.json_schema(schema_generator=SchemaGenerator)
    except PydanticUserError as cause:
        raise PatchbayError(
            f"`{name}` has no JSON Schema: {cause}. Change the type, or pass a JSON Schema as a dictionary."
        ) from cause

    def validate(value: Any) -> Any:
        # pydantic reads no lone surrogates, which models emit.
        return adapter.validate_json(well_formed(json.dumps(value, ensure_ascii=False)))

    return _resolved(schema, validate)


def _resolved(schema: Mapping[str, Any], validate: Callable[[Any], Any]) -> OutputSchema:
    strict = to_strict_json_schema(schema)
    sent = {"name": "answer", "schema": strict.schema, "strict": strict.strict}
    return OutputSchema(sent, _kind_of(schema), validate)


def _keep(value: Any) -> Any:
    return value


def _adapter_of(output: Any, name: str) -> TypeAdapter[Any]:
    if isinstance(output, (BaseModel, str, bytes, int, float, list, tuple)) or output is None:
        raise PatchbayError(
            f"`{name}` must be a type, such as a pydantic model or a dataclass, or a JSON Schema, got {show_value(output)}."
        )
    try:
        return TypeAdapter(output)
    except (PydanticSchemaGenerationError, PydanticUserError, TypeError) as cause:
        raise PatchbayError(
            f"`{name}` must be a type that pydantic supports, or a JSON Schema, got {show_value(output)}: "
            f"{reason_of(cause)}"
        ) from cause


def _kind_of(schema: Mapping[str, Any]) -> Any:
    kind, reference = schema.get("type"), schema.get("$ref")
    if kind is None and isinstance(reference, str):
        # A recursive model is a reference to one of its definitions.
        kind = ((schema.get("$defs") or {}).get(reference.rpartition("/")[2]) or {}).get("type")
    return kind


def format_issues(issues: Sequence[Mapping[str, Any]]) -> str:
    """Formats issues as one line; each has its path."""
    return "; ".join(f"/{'/'.join(map(str, issue['loc']))}: {issue['msg']}" for issue in issues)


def issues_of(error: ValidationError) -> list[Mapping[str, Any]]:
    """The violations, without the values that the model wrote."""
    return [dict(one) for one in error.errors(include_url=False, include_context=False, include_input=False)]


def read_value(text: str, kind: Any, is_truncated: bool) -> Any:
    """The JSON value in a model's text. Raises ValueError when there is none."""
    try:
        value = read_model_json(text, kind)
    except ValueError:
        # For a schema of type string, a model may omit the quotes.
        if kind == "string" and text.strip() and not is_truncated:
            return text
        raise
    # A truncated number is still a valid number.
    if is_truncated and isinstance(value, (int, float)) and not isinstance(value, bool):
        raise ValueError("The number is truncated.")
    return value
