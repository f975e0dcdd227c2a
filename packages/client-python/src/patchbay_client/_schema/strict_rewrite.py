# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""The strict form of one schema. None means that no strict form has the same meaning."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .disjoint import is_disjoint
from .json_schema import Schema, is_schema, target_of, types_of, values_of

# Schemas that are nested deeper, such as one that contains itself, have no strict form.
_DEEPEST = 200
_MOST_NESTING = 10

ANNOTATIONS = frozenset({"title", "description"})
_FORMATS = frozenset({"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"})
# Keywords that do not restrict a value and that strict mode rejects.
_SILENT = re.compile(r"(?:default|examples|\$comment|deprecated|readOnly|writeOnly|id|discriminator|x-.*)")
# Providers' engines support neither lookaround nor backreferences.
_SPECIAL_PATTERN = re.compile(r"\(\?(?:[=!]|<[=!])|\\[1-9k]")
_TYPES = frozenset({"string", "number", "integer", "boolean", "object", "array", "null"})


@dataclass(slots=True)
class Context:
    """The root, and what the rewritten schemas contain so far."""

    root: Schema
    # Reference → whether it resolves to a schema; False while it is being followed.
    grounded: dict[str, bool] = field(default_factory=dict[str, bool])
    properties: int = 0
    values: int = 0
    characters: int = 0


def is_silent(name: str) -> bool:
    return _SILENT.fullmatch(name) is not None


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_plain_pattern(value: object) -> bool:
    return isinstance(value, str) and not _SPECIAL_PATTERN.search(value)


def _is_format(value: object) -> bool:
    return isinstance(value, str) and value in _FORMATS


def _is_false(value: object) -> bool:
    return value is False


def _any(value: object) -> bool:
    return True


# Keyword → the type that it applies to, and the values that strict mode accepts.
_ACCEPTED: dict[str, tuple[str, Callable[[object], bool]]] = {
    "title": ("any", _is_text),
    "description": ("any", _is_text),
    "format": ("string", _is_format),
    "pattern": ("string", _is_plain_pattern),
    **dict.fromkeys(("minLength", "maxLength"), ("string", _is_number)),
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), ("number", _is_number)),
    "multipleOf": ("number", _is_number),
    **dict.fromkeys(("minItems", "maxItems"), ("array", _is_number)),
    "uniqueItems": ("array", _is_false),
    # Keywords that are rewritten.
    **dict.fromkeys(("type", "enum", "const"), ("any", _any)),
    **dict.fromkeys(("properties", "required", "additionalProperties"), ("object", _any)),
    **dict.fromkeys(("items", "prefixItems"), ("array", _any)),
}


def rewrite(node: object, context: Context, depth: int, nesting: int) -> Schema | None:
    """The strict form of a schema."""
    if not is_schema(node) or depth > _DEEPEST or nesting > _MOST_NESTING:
        return None
    schema = _merge_single(_without_silent(node))
    for form, rewrite_form in _FORMS.items():
        if form in schema:
            return rewrite_form(schema, context, depth, nesting)
    kinds = _kinds_of(schema, context)
    if kinds is None:
        return None

    def has(kind: str) -> bool:
        return kind == "any" or kind in kinds or (kind == "number" and "integer" in kinds)

    copy: Schema = {"type": kinds[0] if len(kinds) == 1 else kinds}
    for name, value in schema.items():
        kind, accepts = _ACCEPTED.get(name, (None, _any))
        # A keyword does not restrict values of other types, and strict mode rejects it there.
        if kind is None or not has(kind) or not accepts(value):
            return None
        if name not in ("uniqueItems", "type", "prefixItems"):
            copy[name] = value
    for kind, rewrite_kind in (("object", _rewrite_object), ("array", _rewrite_array)):
        if has(kind):
            part = rewrite_kind(schema, context, depth, nesting)
            if part is None:
                return None
            copy.update(part)
    return copy


def _without_silent(node: Schema) -> Schema:
    return {name: value for name, value in node.items() if not is_silent(name)}


def _merge_single(schema: Schema) -> Schema:
    """Merges an `allOf` that has one part into its schema."""
    parts = schema.get("allOf")
    own = {name: value for name, value in schema.items() if name != "allOf"}
    is_alone = all(name in ANNOTATIONS for name in own)
    if isinstance(parts, list) and len(parts) == 1 and is_schema(parts[0]) and is_alone:
        return {**_without_silent(parts[0]), **own}
    return schema


def _rewrite_reference(schema: Schema, context: Context, depth: int, nesting: int) -> Schema | None:
    reference = schema["$ref"]
    rest = {name: value for name, value in schema.items() if name != "$ref"}
    if not _is_annotated(rest) or not _is_grounded({"$ref": reference}, context):
        return None
    # `$ref` allows no sibling keywords.
    return {**rest, "anyOf": [{"$ref": reference}]} if rest else {"$ref": reference}


def _rewrite_any_of(schema: Schema, context: Context, depth: int, nesting: int) -> Schema | None:
    rest = {name: value for name, value in schema.items() if name != "anyOf"}
    branches = _rewrite_list(schema["anyOf"], context, depth, nesting) if _is_annotated(rest) else None
    return None if branches is None else {**rest, "anyOf": branches}


def _rewrite_one_of(schema: Schema, context: Context, depth: int, nesting: int) -> Schema | None:
    """Strict mode has no `oneOf`. When at most one branch can match, `anyOf` has the same meaning."""
    branches: list[Any] = schema["oneOf"] if isinstance(schema["oneOf"], list) else []
    pairs = ((one, other) for at, one in enumerate(branches) for other in branches[at + 1 :])
    if not all(is_disjoint(one, other, context.root) for one, other in pairs):
        return None
    rest = {name: value for name, value in schema.items() if name != "oneOf"}
    return _rewrite_any_of({**rest, "anyOf": schema["oneOf"]}, context, depth, nesting)


# Schemas that refer to other schemas. Strict mode allows only annotations next to these keywords.
_FORMS = {"$ref": _rewrite_reference, "anyOf": _rewrite_any_of, "oneOf": _rewrite_one_of}


def _is_grounded(node: object, context: Context) -> bool:
    """Whether every reference resolves to a schema and not to a cycle of references."""
    if not is_schema(node):
        return True
    reference = node.get("$ref")
    if reference is not None:
        key = str(reference)
        if key not in context.grounded:
            context.grounded[key] = False
            target = target_of(reference, context.root)
            context.grounded[key] = target is not None and _is_grounded(target, context)
        if not context.grounded[key]:
            return False
    parts: list[Any] = []
    for name in ("anyOf", "oneOf", "allOf"):
        if isinstance(node.get(name), list):
            parts.extend(node[name])
    return all(_is_grounded(part, context) for part in parts)


def _is_annotated(rest: Schema) -> bool:
    return all(name in ANNOTATIONS and isinstance(value, str) for name, value in rest.items())


def _rewrite_list(items: Any, context: Context, depth: int, nesting: int) -> list[Schema] | None:
    if not isinstance(items, list) or not items:
        return None
    copies = [rewrite(one, context, depth + 1, nesting) for one in items]
    found = [copy for copy in copies if copy is not None]
    return found if len(found) == len(copies) else None


def rewrite_map(schemas: object, context: Context, depth: int, nesting: int) -> Schema | None:
    """The strict forms of named schemas."""
    if not is_schema(schemas):
        return None
    copies: Schema = {}
    for name, value in schemas.items():
        context.characters += len(name)
        copy = rewrite(value, context, depth + 1, nesting)
        if copy is None:
            return None
        copies[name] = copy
    return copies


def _rewrite_object(schema: Schema, context: Context, depth: int, nesting: int) -> Schema | None:
    """The strict form of an object's keywords.

    Strict mode has no free-form objects: an object without properties has to be closed.
    """
    properties, required = schema.get("properties", {}), schema.get("required", [])
    is_closed = schema.get("additionalProperties") is False
    if not is_schema(properties) or not isinstance(required, list):
        return None
    if not is_closed and ("additionalProperties" in schema or not properties):
        return None
    if {*map(str, required)} != {*properties}:
        return None
    context.properties += len(properties)
    copy = rewrite_map(properties, context, depth, nesting + 1)
    return None if copy is None else {"properties": copy, "required": [*properties], "additionalProperties": False}


def _rewrite_array(schema: Schema, context: Context, depth: int, nesting: int) -> Schema | None:
    if "prefixItems" not in schema:
        copy = rewrite(schema.get("items"), context, depth + 1, nesting + 1)
        return None if copy is None else {"items": copy}
    # A tuple of equal items is an array of fixed length. Strict mode has no other tuples.
    copies = _rewrite_list(schema["prefixItems"], context, depth + 1, nesting + 1)
    low, high = schema.get("minItems"), schema.get("maxItems")
    if not copies or low != len(copies) or not _is_number(low if high is None else high):
        return None
    # JSON Schema closes a tuple by `items: false`; pydantic by `maxItems`.
    is_fixed = (schema.get("items") is False and (high is None or high >= low)) or (
        "items" not in schema and high == low
    )
    forms = {json.dumps(one, sort_keys=True) for one in copies}
    return {"items": copies[0], "minItems": low, "maxItems": low} if is_fixed and len(forms) == 1 else None


def _kinds_of(schema: Schema, context: Context) -> list[Any] | None:
    """The JSON types that a schema allows, derived from its values when it has no `type`."""
    values = values_of(schema)
    if values is not None:
        if not values or any(isinstance(value, (dict, list)) for value in values):
            return None
        context.values += len(values)
        context.characters += sum(len(str(value)) for value in values)
    given = types_of(schema)
    if given:
        return given if all(isinstance(kind, str) and kind in _TYPES for kind in given) else None
    kinds = list(dict.fromkeys(_kind_of_value(value) for value in values or ()))
    return kinds or None


def _kind_of_value(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    return "string" if isinstance(value, str) else "number"
