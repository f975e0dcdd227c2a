"""The base class of the response models, and how JSON becomes a model.

A model never fails a response. `Decoder` validates JSON with pydantic first. If the JSON does not match the contract, it
builds the model field by field: a value of another type stays unchanged, an unknown field is kept, and a missing field is
None.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Generic,
    Literal,
    NoReturn,
    TypeAlias,
    TypeGuard,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError, PydanticSerializationError, core_schema

if TYPE_CHECKING:
    UnknownTag: TypeAlias = Literal["an unknown tag"]
    """The tag of a member that this version does not know. Any string: comparing it with a known tag selects one type."""
else:
    UnknownTag: TypeAlias = str


class Model(BaseModel):
    """A part of a response. Fields that this version does not know are kept: `model.model_extra`, and as attributes."""

    # What the client knows of the response: status, headers, attempts.
    __slots__ = ("_info",)

    model_config = ConfigDict(
        extra="allow",
        strict=True,
        defer_build=True,
        protected_namespaces=(),
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )

    if not TYPE_CHECKING:
        # A copy is of the same response. A pickled model has only its fields.
        def __copy__(self):
            return _with_info(super().__copy__(), self)

        def __deepcopy__(self, memo=None):
            return _with_info(super().__deepcopy__(memo), self)

        # A field may have a value of an unexpected type. It is dumped unchanged, without a warning.
        def model_dump(self, *, warnings=False, **options):
            return super().model_dump(warnings=warnings, **options)

        def model_dump_json(self, *, warnings=False, **options):
            try:
                return super().model_dump_json(warnings=warnings, **options)
            except PydanticSerializationError:
                # pydantic writes neither lone surrogates, which models emit, nor deep nesting.
                indent = options.pop("indent", None)
                options.pop("ensure_ascii", None)
                plain = self.model_dump(warnings=warnings, **options)
                return json.dumps(plain, indent=indent, separators=None if indent else (",", ":"))


def _with_info(copy: Any, source: Model) -> Any:
    info = getattr(source, "_info", None)
    if info is not None:
        object.__setattr__(copy, "_info", info)
    return copy


class Tagged:
    """Metadata of a union whose tag selects the member. A value with an unknown tag becomes `other`."""

    __slots__ = ("members", "other", "tag")

    def __init__(self, tag: str, members: Mapping[str, type[Model]], other: type[Model] = Model) -> None:
        self.tag = tag
        self.members = members
        self.other = other

    def find(self, value: Mapping[str, object]) -> type[Model]:
        """The class of a value."""
        tag = value.get(self.tag)
        return self.members.get(tag, self.other) if isinstance(tag, str) else self.other

    def __get_pydantic_core_schema__(self, _source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        def refuse_known(value: object) -> object:
            # A mistake in a known member is an error, never an unknown member.
            tag = value.get(self.tag) if _is_object(value) else None
            if isinstance(tag, str) and tag in self.members:
                raise PydanticCustomError("known_tag", "The tag belongs to another member")
            return value

        known = core_schema.tagged_union_schema(
            {tag: handler.generate_schema(member) for tag, member in self.members.items()}, discriminator=self.tag
        )
        other = core_schema.no_info_before_validator_function(refuse_known, handler.generate_schema(self.other))
        # Serialized by the type of the value: pydantic would try the members in turn, and lose fields of unexpected types.
        by_value = core_schema.simple_ser_schema("any")
        return core_schema.union_schema([known, other], mode="left_to_right", serialization=by_value)


T = TypeVar("T")
ModelType = TypeVar("ModelType", bound=Model)
Build: TypeAlias = Callable[[Any], Any]


class Decoder(Generic[T]):
    """Makes values of a type from JSON."""

    __slots__ = ("_build", "_validate", "_validate_value")

    def __init__(self, annotation: Any) -> None:
        if _is_model(annotation):
            annotation.model_rebuild()
            validator = annotation.__pydantic_validator__
        else:
            validator = TypeAdapter[Any](annotation).validator
        self._validate: Callable[[bytes | str], Any] = validator.validate_json
        self._validate_value: Callable[[object], Any] = validator.validate_python
        self._build = _builder(annotation) or _identity

    def from_json(self, text: bytes | str) -> T:
        """The value of a JSON text. Raises `ValueError` if the text is not valid JSON."""
        try:
            return self._validate(text)
        except ValidationError:
            return self._build(parse_json(text))

    def from_valid_json(self, text: bytes | str) -> T | None:
        """The value of a JSON text that matches the contract; None for any other text."""
        try:
            return self._validate(text)
        except ValidationError:
            return None

    def from_value(self, value: object) -> T:
        """The value of parsed JSON: dicts, lists and scalars."""
        try:
            return self._validate_value(value)
        except ValidationError:
            return self._build(value)


def _is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_model(annotation: object) -> TypeGuard[type[Model]]:
    return isinstance(annotation, type) and issubclass(annotation, Model)


def _identity(value: Any) -> Any:
    return value


def parse_json(text: bytes | str) -> Any:
    """Parses JSON as JavaScript does: lone surrogates are kept, NaN is invalid. Raises `ValueError` for invalid JSON."""
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    return json.loads(text, parse_constant=_refuse_constant)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not valid JSON.")


@cache
def load_decoder(path: str) -> Decoder[Any]:
    """The decoder of a generated model or union, such as `chat_response.ChatCompletion`."""
    module, name = path.rsplit(".", 1)
    return Decoder(getattr(import_module(f"{__package__}.generated.models.{module}"), name))


@cache
def _builder(annotation: Any) -> Build | None:
    """The function that builds values of a type; None if values of the type stay unchanged."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        return next((_tagged_builder(item) for item in metadata if isinstance(item, Tagged)), _builder(inner))
    if origin in (Union, UnionType):
        return _union_builder([member for member in get_args(annotation) if member is not NoneType])
    if origin is list:
        return _list_builder(get_args(annotation)[0])
    if origin is dict:
        return _map_builder(get_args(annotation)[1])
    if annotation is int:
        return _to_int
    if annotation is float:
        return _to_float
    return _model_builder(annotation) if _is_model(annotation) else None


def _to_int(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _to_float(value: object) -> object:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _list_builder(annotation: Any) -> Build | None:
    build_item = _builder(annotation)
    if build_item is None:
        return None

    def build(value: Any) -> Any:
        return [build_item(item) for item in cast("list[Any]", value)] if isinstance(value, list) else value

    return build


def _map_builder(annotation: Any) -> Build | None:
    build_item = _builder(annotation)
    if build_item is None:
        return None
    return lambda value: {key: build_item(item) for key, item in value.items()} if _is_object(value) else value


def _tagged_builder(union: Tagged) -> Build:
    return lambda value: _build_model(union.find(value), value) if _is_object(value) else value


def _model_builder(model: type[Model]) -> Build:
    return lambda value: _build_model(model, value) if _is_object(value) else value


def _union_builder(members: list[Any]) -> Build | None:
    """Builds values of a union by their JSON type. A union has at most one member for objects and one for lists."""
    builders: dict[object, Build] = {}
    for member in members:
        build_member = _builder(member)
        if build_member is not None:
            builders[_kind_of(member)] = build_member
    if not builders:
        return None

    def build(value: Any) -> Any:
        return builders.get(value.__class__, _identity)(value)

    return build


def _kind_of(annotation: Any) -> type:
    """The Python type of the JSON values of a type that has a builder."""
    origin = get_origin(annotation)
    if origin is list:
        return list
    if annotation is int:
        return float
    return int if annotation is float else dict


@cache
def _fields_of(model: type[Model]) -> Mapping[str, tuple[str, Build | None]]:
    """Name on the wire → name and builder of each field of a model."""
    return {field.alias or name: (name, _builder(_annotation_of(field))) for name, field in model.model_fields.items()}


def _annotation_of(field: FieldInfo) -> Any:
    tagged = [item for item in field.metadata if isinstance(item, Tagged)]
    return Annotated[field.annotation, *tagged] if tagged else field.annotation


def _build_model(model: type[ModelType], value: Mapping[str, Any]) -> ModelType:
    """Builds a model without validation. Missing fields are None, and are not set."""
    fields = _fields_of(model)
    values: dict[str, Any] = {name: None for name, _ in fields.values()}
    extra: dict[str, Any] = {}
    given: set[str] = set()
    for key, item in value.items():
        if key in fields:
            name, build = fields[key]
            values[name] = build(item) if build else item
            given.add(name)
        else:
            extra[key] = item
    return _create(model, values, given, extra)


def _create(model: type[ModelType], values: dict[str, Any], given: set[str], extra: dict[str, Any]) -> ModelType:
    instance = model.__new__(model)
    # The instance attributes of pydantic's BaseModel, which `model_construct` sets in the same way.
    object.__setattr__(instance, "__dict__", values)
    object.__setattr__(instance, "__pydantic_fields_set__", given)
    object.__setattr__(instance, "__pydantic_extra__", extra)
    object.__setattr__(instance, "__pydantic_private__", None)
    return instance
