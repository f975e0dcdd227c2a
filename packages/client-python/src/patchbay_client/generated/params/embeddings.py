# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Iterable
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from ..models.annotations import ImageReference
from .annotations import ImageReferenceParam
from .provider import ProviderPreferencesParam
from .trace import TraceConfigParam


class EmbeddingMediaParam(TypedDict):
    """Media as base64."""

    data: str
    """The content as base64."""
    format: NotRequired[str | None]
    """Encoding of the data, such as `mp3`."""


class EmbeddingAudioParam(TypedDict):
    """An audio part."""

    type: Literal["input_audio"]
    """Always `input_audio`."""
    input_audio: EmbeddingMediaParam
    """The audio data."""


EmbeddingEncodingFormat: TypeAlias = Literal["float", "base64"] | str
"""Encoding of the vectors. Default: `float`.

- `float`: A list of numbers.
- `base64`: 32-bit floats, little-endian, in base64.
"""


class EmbeddingFileParam(TypedDict):
    """A file."""

    type: Literal["input_file"]
    """Always `input_file`."""
    input_file: EmbeddingMediaParam
    """The file."""


class EmbeddingImageParam(TypedDict):
    """An image."""

    type: Literal["image_url"]
    """Always `image_url`."""
    image_url: ImageReferenceParam | ImageReference
    """The image as a URL."""


class EmbeddingTextParam(TypedDict):
    """Text."""

    type: Literal["text"]
    """Always `text`."""
    text: str
    """The text."""


class EmbeddingVideoParam(TypedDict):
    """A video."""

    type: Literal["input_video"]
    """Always `input_video`."""
    input_video: EmbeddingMediaParam
    """The video."""


EmbeddingPartParam: TypeAlias = (
    EmbeddingTextParam | EmbeddingImageParam | EmbeddingAudioParam | EmbeddingVideoParam | EmbeddingFileParam
)
"""One part of an input."""


class EmbeddingInputParam(TypedDict):
    """An input of several parts, embedded as one vector."""

    content: Iterable[EmbeddingPartParam]
    """The parts of the input."""


EmbeddingInputItemParam: TypeAlias = str | int | Iterable[int] | EmbeddingInputParam
"""One input of a list: a string, a token id, a list of token ids, or a multimodal input."""


EmbeddingInputsParam: TypeAlias = str | Iterable[EmbeddingInputItemParam]
"""A string, a list of strings, a list of token ids, a list of token id lists, or a list of multimodal inputs."""


class EmbeddingParams(TypedDict):
    """The content to embed and its settings."""

    model: str
    """The embedding model."""
    input: EmbeddingInputsParam
    """A string, a list of strings, a list of token ids, a list of token id lists, or a list of multimodal inputs."""
    encoding_format: NotRequired[EmbeddingEncodingFormat | None]
    """Encoding of the vectors. Default: `float`."""
    dimensions: NotRequired[int | None]
    """Number of dimensions, for models that support shorter vectors."""
    input_type: NotRequired[str | None]
    """Purpose of the input, such as `search_query`. Some models require it."""
    provider: NotRequired[ProviderPreferencesParam | None]
    """Preferences for provider routing."""
    session_id: NotRequired[str | None]
    """Groups requests in logs."""
    trace: NotRequired[TraceConfigParam | None]
    """Observability metadata."""
    user: NotRequired[str | None]
    """Id of the end user."""
