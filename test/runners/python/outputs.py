"""The output type of a JSON Schema of a case: what a user of this SDK passes to `parse`."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, create_model

SCALARS: dict[str, Any] = {"string": str, "integer": int, "number": float, "boolean": bool}


def to_model(schema: dict[str, Any]) -> type[BaseModel]:
    """A model for an object with scalars and lists of them."""
    required = schema.get("required", [])
    fields: dict[str, Any] = {
        name: (_to_type(value), ... if name in required else None) for name, value in schema["properties"].items()
    }
    return create_model("Output", __config__=ConfigDict(extra="forbid", strict=True), **fields)


def _to_type(schema: dict[str, Any]) -> Any:
    return list[_to_type(schema["items"])] if schema["type"] == "array" else SCALARS[schema["type"]]
