# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Whether two schemas exclude each other."""

from __future__ import annotations

from typing import Any

from .json_schema import Schema, is_schema, same_json, target_of, types_of, values_of


def is_disjoint(one: object, other: object, root: Schema) -> bool:
    """Whether no value can match both schemas; False when that cannot be decided from the schemas alone."""
    a, b = _resolve(one, root), _resolve(other, root)
    if a is None or b is None:
        return False
    values, others = values_of(a), values_of(b)
    if values is not None and others is not None:
        return not any(_is_same(value, two) for value in values for two in others)
    kinds, other_kinds = [_to_kind(kind) for kind in types_of(a)], [_to_kind(kind) for kind in types_of(b)]
    if not kinds or not other_kinds:
        return False
    if not any(kind in other_kinds for kind in kinds):
        return True
    if kinds != ["object"] or other_kinds != ["object"]:
        return False
    mine, theirs = _required_of(a), _required_of(b)
    if any(name in theirs and _is_tagged_apart(a, b, name) for name in mine):
        return True
    return _lacks(mine, b) or _lacks(theirs, a)


def _lacks(names: list[Any], schema: Schema) -> bool:
    properties = schema.get("properties") or {}
    return schema.get("additionalProperties") is False and any(name not in properties for name in names)


def _to_kind(kind: object) -> object:
    return "number" if kind == "integer" else kind


def _is_same(one: object, other: object) -> bool:
    """Two objects count as equal because they are not compared by content."""
    return same_json(one, other) or (isinstance(one, (dict, list)) and isinstance(other, (dict, list)))


def _resolve(node: object, root: Schema) -> Schema | None:
    if not is_schema(node):
        return None
    return target_of(node["$ref"], root) if "$ref" in node else node


def _required_of(schema: Schema) -> list[Any]:
    required = schema.get("required")
    return required if isinstance(required, list) else []


def _is_tagged_apart(a: Schema, b: Schema, name: object) -> bool:
    """Whether a property's values in one object never occur in the other."""
    mine, theirs = _tag_of(a, name), _tag_of(b, name)
    if mine is None or theirs is None:
        return False
    return not any(_is_same(one, two) for one in mine for two in theirs)


def _tag_of(schema: Schema, name: object) -> list[Any] | None:
    properties = schema.get("properties")
    found = properties.get(name) if is_schema(properties) and isinstance(name, str) else None
    return values_of(found) if is_schema(found) else None
