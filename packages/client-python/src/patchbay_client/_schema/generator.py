"""How pydantic writes the JSON Schema of a type that is sent to a model."""

from __future__ import annotations

from typing import Any

from pydantic import PydanticUserError
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema


class SchemaGenerator(GenerateJsonSchema):
    """Leaves out the titles that pydantic derives from names: they repeat the name, and the caller pays for their tokens.

    Titles that the caller sets are kept.
    """

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        return _without_title(super().model_schema(schema), schema)

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        return _without_title(super().dataclass_schema(schema), schema)

    def typed_dict_schema(self, schema: core_schema.TypedDictSchema) -> JsonSchemaValue:
        return _without_title(super().typed_dict_schema(schema), schema)


def _without_title(written: JsonSchemaValue, schema: Any) -> JsonSchemaValue:
    is_derived = written.get("title") == schema["cls"].__name__
    return {name: value for name, value in written.items() if name != "title"} if is_derived else written


def reason_of(cause: Exception) -> str:
    """Why pydantic does not support a type, in one line."""
    if isinstance(cause, PydanticUserError) and cause.code == "typed-dict-version":
        return "Before Python 3.12, import `TypedDict` from `typing_extensions` instead of `typing`."
    return str(cause).partition("\n")[0]
