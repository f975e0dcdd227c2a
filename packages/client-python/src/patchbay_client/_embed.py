# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Embeddings as arrays of numbers."""

from __future__ import annotations

import base64
import binascii
import re
import sys
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from ._errors import APIError, not_with_raw
from ._failures.response import to_api_error
from ._failures.show import show_value
from ._info import ResponseInfo, get_response_info
from ._omit import OMIT
from ._resource import NO_OPTIONS, AsyncResource, CallOptions, Resource
from .generated.operations import EMBEDDINGS_CREATE

if TYPE_CHECKING:
    from ._omit import Omit
    from ._operation import Operation
    from .generated.models.embeddings import EmbeddingList
    from .generated.params.embeddings import EmbeddingInputsParam
    from .generated.params.provider import ProviderPreferencesParam
    from .generated.params.trace import TraceConfigParam


class EmbedParams(TypedDict, total=False):
    """The other parameters of `embed`. Their meaning is that of `create`."""

    dimensions: int | Omit | None
    input_type: str | Omit | None
    provider: ProviderPreferencesParam | Omit | None
    session_id: str | Omit | None
    trace: TraceConfigParam | Omit | None
    user: str | Omit | None
    extra_headers: Mapping[str, str | None] | None
    extra_query: Mapping[str, object] | None
    extra_body: Mapping[str, object] | None
    timeout: float | timedelta | Omit | None
    idempotency_key: str | Omit


@dataclass(frozen=True, slots=True)
class EmbeddingVectors:
    """Embeddings as arrays of 32-bit floats."""

    vectors: list[array[float]]
    """One vector per input, in the order of the inputs. `numpy.asarray(vector)` makes no copy."""
    model: str
    usage: Any
    response: EmbeddingList
    """The complete response, as the API sent it."""

    @property
    def _info(self) -> ResponseInfo | None:
        return get_response_info(self.response)


class EmbedResource(Resource):
    """The methods of `embeddings` that need more than a request."""

    def embed(self, *, model: str, input: EmbeddingInputsParam, **params: Unpack[EmbedParams]) -> EmbeddingVectors:
        """Creates embeddings as arrays of 32-bit floats, in the order of the inputs. The request is that of `create`.

        Raises:
            APIError: when the API returns an error, an embedding is not a vector, or the number of embeddings is not
                that of the inputs (`invalid_response`).

        Example:
            ```python
            vectors = client.embeddings.embed(model="openai/text-embedding-3-small", input=["a", "b"]).vectors
            ```
        """
        if _is_raw(self._client):
            raise not_with_raw()
        given, options = split_params(model, input, params)
        return to_vectors(self._request(EMBEDDINGS_CREATE, given, options), count_inputs(given, options))

    def _call(self, operation: Operation, input: Mapping[str, object], options: CallOptions = NO_OPTIONS) -> Any:
        if operation is not EMBEDDINGS_CREATE or _is_raw(self._client):
            return super()._call(operation, input, options)
        return to_numbers(self._request(operation, input, options), input)

    def _request(self, operation: Operation, input: Mapping[str, object], options: CallOptions) -> Any:
        """Requests base64 if the caller set no format, and requests floats if the provider rejects base64."""
        start = monotonic()
        if not _uses_default(input):
            return self._client._send(operation, input, options)
        try:
            return self._client._send(operation, {**input, "encoding_format": "base64"}, options)
        except APIError as error:
            if not rejects_base64(error):
                raise
        client = self._client.with_options(total_timeout=_left(self._client._settings.total_timeout, start))
        return client._send(operation, {**input, "encoding_format": "float"}, _second(options))


class AsyncEmbedResource(AsyncResource):
    """The methods of `embeddings` that need more than a request."""

    async def embed(
        self, *, model: str, input: EmbeddingInputsParam, **params: Unpack[EmbedParams]
    ) -> EmbeddingVectors:
        """Creates embeddings as arrays of 32-bit floats, in the order of the inputs. The request is that of `create`.

        Raises:
            APIError: when the API returns an error, an embedding is not a vector, or the number of embeddings is not
                that of the inputs (`invalid_response`).
        """
        if _is_raw(self._client):
            raise not_with_raw()
        given, options = split_params(model, input, params)
        return to_vectors(await self._request(EMBEDDINGS_CREATE, given, options), count_inputs(given, options))

    async def _call(self, operation: Operation, input: Mapping[str, object], options: CallOptions = NO_OPTIONS) -> Any:
        if operation is not EMBEDDINGS_CREATE or _is_raw(self._client):
            return await super()._call(operation, input, options)
        return to_numbers(await self._request(operation, input, options), input)

    async def _request(self, operation: Operation, input: Mapping[str, object], options: CallOptions) -> Any:
        """Requests base64 if the caller set no format, and requests floats if the provider rejects base64."""
        start = monotonic()
        if not _uses_default(input):
            return await self._client._send(operation, input, options)
        try:
            return await self._client._send(operation, {**input, "encoding_format": "base64"}, options)
        except APIError as error:
            if not rejects_base64(error):
                raise
        client = self._client.with_options(total_timeout=_left(self._client._settings.total_timeout, start))
        return await client._send(operation, {**input, "encoding_format": "float"}, _second(options))


def _is_raw(client: object) -> bool:
    """Whether the methods of a client return raw responses."""
    return "_open" in vars(client)


_OPTIONS = frozenset(("extra_headers", "extra_query", "extra_body", "timeout", "idempotency_key"))


def split_params(model: str, input: object, params: Mapping[str, Any]) -> tuple[dict[str, object], CallOptions]:
    """The input and the options of a call."""
    given = {name: value for name, value in params.items() if name not in _OPTIONS}
    options = {name: value for name, value in params.items() if name in _OPTIONS}
    return {"model": model, "input": input, **given}, CallOptions(**options)


def _uses_default(input: Mapping[str, object]) -> bool:
    given = input.get("encoding_format", OMIT)
    return given is OMIT or given is None


def _left(total: float, start: float) -> float:
    """The rest of the total timeout."""
    return max(total - (monotonic() - start), 0.001)


def _second(options: CallOptions) -> CallOptions:
    key = options.idempotency_key
    return options if key is OMIT else options._replace(idempotency_key=f"{key}-float")


_BASE64 = re.compile(r"base64|encoding[\s_-]?format", re.IGNORECASE)


def rejects_base64(error: APIError) -> bool:
    return _BASE64.search(f"{error.message} {error.response_text or ''}") is not None


def count_inputs(given: Mapping[str, object], options: CallOptions) -> int:
    """The number of inputs; 0 if it is not known. A list of integers is one input: the ids of its tokens."""
    inputs = given["input"]
    if "input" in (options.extra_body or {}):
        return 0
    if isinstance(inputs, str):
        return 1
    if not isinstance(inputs, (list, tuple)):
        return 0
    items: Sequence[object] = inputs
    return 1 if any(isinstance(item, int) for item in items) else len(items)


def to_vectors(result: Any, expected: int) -> EmbeddingVectors:
    """The vectors of a response, in the order of the inputs.

    Raises:
        APIError: `invalid_response` when an embedding is not a vector, or their number is not the expected one. 0 expects
            any number.
    """
    vectors: list[array[float]] = []
    items = sorted(result.data, key=lambda item: item.index if isinstance(item.index, int) else 0)
    for at, item in enumerate(items):
        numbers = read_numbers(item.embedding)
        if numbers is None or (isinstance(numbers, list) and not all(map(_fits_float32, numbers))):
            raise _unusable(result, _not_a_vector(item.embedding, at))
        vectors.append(numbers if isinstance(numbers, array) else array("f", numbers))
    if expected and len(vectors) != expected:
        fault = f"is unusable: expected an embedding in `data` for each input ({expected}), got {len(vectors)}"
        raise _unusable(result, fault)
    return EmbeddingVectors(vectors, result.model, result.usage, result)


def to_numbers(result: Any, input: Mapping[str, object]) -> Any:
    """Replaces each embedding in base64 by a list of numbers, unless the caller asked for another format."""
    if not _uses_default(input) and input.get("encoding_format") != "float":
        return result
    for at, item in enumerate(result.data):
        numbers = read_numbers(item.embedding)
        if numbers is None:
            raise _unusable(result, _not_a_vector(item.embedding, at))
        item.embedding = list(numbers)
    return result


def read_numbers(embedding: Any) -> list[float] | array[float] | None:
    """The numbers of an embedding: a list of numbers, or base64 of little-endian 32-bit floats."""
    if isinstance(embedding, list):
        items: list[Any] = embedding
        is_numbers = all(isinstance(one, (int, float)) and not isinstance(one, bool) for one in items)
        return items if is_numbers else None
    try:
        data = base64.b64decode(embedding, validate=True) if isinstance(embedding, str) else None
    except (binascii.Error, ValueError):
        return None
    if data is None or len(data) % 4:
        return None
    floats = array("f")
    floats.frombytes(data)
    if sys.byteorder == "big":
        floats.byteswap()
    return floats


def _fits_float32(value: float) -> bool:
    """Whether a number is not beyond the range of 32-bit floats, where it would become infinite."""
    return abs(value) <= 3.4028234663852886e38


def _not_a_vector(embedding: object, at: int) -> str:
    shown = "a list of other values" if isinstance(embedding, list) else show_value(embedding)
    return f"is unusable: expected numbers or base64 of 32-bit floats at `data[{at}].embedding`, got {shown}"


def _unusable(result: Any, fault: str) -> APIError:
    info = get_response_info(result)
    headers = info.headers if info else {}
    error = to_api_error(info.status_code if info else 200, headers, body=result.model_dump(), fault=fault)
    error.attempts = info.attempts if info else 0
    return error
