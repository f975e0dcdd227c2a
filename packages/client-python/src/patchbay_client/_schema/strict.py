# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Rewrites schemas for the strict mode of providers: each object requires all its properties and allows no others."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from .._errors import PatchbayError
from .._failures.show import show_value
from .json_schema import Schema, add_properties, is_schema, map_schemas, target_of
from .strict_rewrite import ANNOTATIONS, Context, is_silent, rewrite, rewrite_map


class StrictSchema(NamedTuple):
    """A JSON Schema, and whether it is in the form of strict mode."""

    schema: Schema
    strict: bool


def to_strict_json_schema(schema: Mapping[str, Any]) -> StrictSchema:
    """Rewrites a schema for the strict mode of providers.

    When strict mode cannot express the same meaning, `strict` is False and the schema keeps its meaning. Objects with
    properties are closed in both cases, unless the schema says otherwise.

    Raises:
        PatchbayError: when the schema is not a JSON object.

    Example:
        ```python
        to_strict_json_schema({"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]})
        ```
    """
    if not isinstance(schema, Mapping):
        raise PatchbayError(f"The JSON Schema must be a dictionary, got {show_value(schema)}.")
    try:
        plain = cast("Schema", json.loads(json.dumps(dict(schema))))
    except (TypeError, ValueError, RecursionError) as cause:
        raise PatchbayError(f"The JSON Schema cannot be read: {cause}. Pass plain data.") from cause
    own = {name: value for name, value in plain.items() if name not in ("$schema", "$id")}
    strict = _rewrite_root(own)
    return StrictSchema(_to_closed(plain), False) if strict is None else StrictSchema(strict, True)


# Keywords through which another schema can name an object's properties, or through which a schema has to fail. Closing
# objects would then change the meaning.
_COMBINING = re.compile(
    r"(?:allOf|oneOf|not|if|contains|patternProperties|dependent.*|dependencies|unevaluated.*|\$dynamic.*)"
)
# The limits of OpenAI's strict mode.
_MOST_PROPERTIES, _MOST_VALUES, _MOST_CHARACTERS = 5000, 1000, 120_000


def _to_closed(schema: Schema) -> Schema:
    """Closes objects with properties, as in strict mode, unless the schema combines them."""
    is_combined = False

    def close(node: Schema) -> Schema:
        nonlocal is_combined
        properties = node.get("properties")
        has_own = is_schema(properties) and bool(properties)
        is_combined = is_combined or any(
            _COMBINING.fullmatch(name) or (has_own and name in ("anyOf", "$ref")) for name in node
        )
        if has_own and "additionalProperties" not in node:
            return {**node, "additionalProperties": False}
        return add_properties(node)

    closed = map_schemas(schema, close)
    return map_schemas(schema, add_properties) if is_combined else closed


def _rewrite_root(given: Schema) -> Schema | None:
    own = {name: value for name, value in given.items() if name not in ("$defs", "definitions")}
    root = _inline_root_reference(own, given)
    context = Context(given)
    if root is None or root.get("type") != "object":
        return None
    strict = rewrite(root, context, 0, 0)
    if strict is None:
        return None
    for name in ("$defs", "definitions"):
        if name in given:
            copy = rewrite_map(given[name], context, 0, 0)
            if copy is None:
                return None
            strict[name] = copy
    fits = (
        context.properties <= _MOST_PROPERTIES
        and context.values <= _MOST_VALUES
        and context.characters <= _MOST_CHARACTERS
    )
    return strict if fits else None


def _inline_root_reference(own: Schema, root: Schema) -> Schema | None:
    """Libraries emit a recursive schema as a reference to a definition, but strict mode requires an object at the root."""
    if "$ref" not in own:
        return own
    rest = {name: value for name, value in own.items() if name != "$ref"}
    target = target_of(own["$ref"], root)
    is_alone = all(name in ANNOTATIONS or is_silent(name) for name in rest)
    if not is_alone or target is None or "$ref" in target:
        return None
    return {**target, **rest}
