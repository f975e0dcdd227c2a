# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""What a JSON Schema contains."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias, TypeGuard

Schema: TypeAlias = dict[str, Any]

_ONE = (
    "additionalItems additionalProperties contains contentSchema else if items not propertyNames then "
    "unevaluatedItems unevaluatedProperties"
)
_LIST = "allOf anyOf oneOf prefixItems"
_MAP = "$defs definitions dependentSchemas dependencies patternProperties properties"
# Keyword → how it contains schemas. Every other keyword contains values. A property can have the name of any keyword.
_PLACES = {
    **dict.fromkeys(_ONE.split(), "one"),
    **dict.fromkeys(_LIST.split(), "list"),
    **dict.fromkeys(_MAP.split(), "map"),
}

# Deeper schemas are not mapped. No useful schema is this deep.
_DEEPEST = 200
_REFERENCE = re.compile(r"#/(\$defs|definitions)/([^/%~]+)")


def is_schema(value: object) -> TypeGuard[Schema]:
    return isinstance(value, dict)


def add_properties(node: Schema) -> Schema:
    """Gives an object `properties`, which providers require."""
    return {**node, "properties": {}} if "object" in types_of(node) and "properties" not in node else node


def map_schemas(schema: Schema, change: Callable[[Schema], Schema]) -> Schema:
    """Maps a schema and every schema in it, the innermost first. The root's `$schema` is removed."""

    # A schema built in code can contain itself.
    def walk(node: Any, around: tuple[int, ...]) -> Any:
        if isinstance(node, list):
            return [walk(one, around) for one in node]
        if not is_schema(node) or id(node) in around or len(around) > _DEEPEST:
            return node
        inner = (*around, id(node))
        copy: Schema = {}
        for name, value in node.items():
            place = _PLACES.get(name)
            if place == "map" and is_schema(value):
                copy[name] = {key: walk(one, inner) for key, one in value.items()}
            else:
                copy[name] = walk(value, inner) if place in ("one", "list") else value
        return change(copy)

    return walk({name: value for name, value in schema.items() if name != "$schema"}, ())


def types_of(schema: Schema) -> list[Any]:
    given = schema.get("type")
    if given is None:
        return []
    return given if isinstance(given, list) else [given]


def values_of(schema: Schema) -> list[Any] | None:
    """The values of `const` or `enum`; None when the schema has neither."""
    if "const" in schema:
        return [schema["const"]]
    values = schema.get("enum")
    return values if isinstance(values, list) else None


def target_of(reference: object, root: Schema) -> Schema | None:
    """The target of a reference within the root's definitions; None for every other reference."""
    if reference == "#":
        return root
    found = _REFERENCE.fullmatch(reference) if isinstance(reference, str) else None
    schemas = root.get(found[1]) if found else None
    target = schemas.get(found[2]) if found and is_schema(schemas) else None
    return target if is_schema(target) else None


def same_json(one: object, other: object) -> bool:
    """Whether two scalars are the same JSON value: True is not 1, and 1.0 is 1."""
    return isinstance(one, bool) == isinstance(other, bool) and one == other
