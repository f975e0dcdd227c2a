# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Iterable
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

CacheControlTtl: TypeAlias = Literal["5m", "1h"] | str
"""Time to live of the cache entry. Default: `5m`.

- `5m`: Five minutes. Cache writes cost 1.25 times the prompt price.
- `1h`: One hour. Cache writes cost twice the prompt price.
"""


class CacheControlParam(TypedDict):
    """Requests that the provider cache the prompt up to this point."""

    type: Literal["ephemeral"]
    """Always `ephemeral`."""
    ttl: NotRequired[CacheControlTtl | None]
    """Time to live of the cache entry. Default: `5m`."""


class PromptCacheBreakpointParam(TypedDict):
    """A breakpoint for explicit prompt caching."""

    mode: Literal["explicit"]
    """Always `explicit`."""
    ttl: NotRequired[str | None]
    """Time to live, `30m` or `12h`. Default: `prompt_cache_options.ttl`."""


class TextPartParam(TypedDict):
    """A text part."""

    type: Literal["text"]
    """Always `text`."""
    text: str
    """The text."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the provider's prompt cache after this part."""
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointParam | None]
    """Sets a breakpoint after this part, for models with explicit prompt caching."""


ImageDetail: TypeAlias = Literal["auto", "low", "high", "original"] | str
"""The resolution at which the model reads an image.

- `auto`: The provider decides.
- `low`: A low-resolution version of the image.
- `high`: The full image, processed in tiles.
- `original`: The image at its original size.
"""


class ImageUrlParam(TypedDict):
    """A reference to an image by URL."""

    url: str
    """An https URL, or the image itself as a `data:` URL."""
    detail: NotRequired[ImageDetail | None]
    """Resolution at which the model processes the image. Higher detail costs more tokens."""


class ImagePartParam(TypedDict):
    """An image."""

    type: Literal["image_url"]
    """Always `image_url`."""
    image_url: ImageUrlParam
    """The image as a URL."""


AudioFormat: TypeAlias = Literal["wav", "mp3", "flac", "m4a", "ogg", "aiff", "aac", "pcm16", "pcm24"] | str
"""Encoding of the audio data.

- `wav`: WAV.
- `mp3`: MP3.
- `flac`: FLAC.
- `m4a`: AAC in an MP4 container.
- `ogg`: Ogg.
- `aiff`: AIFF.
- `aac`: AAC.
- `pcm16`: Raw 16-bit samples.
- `pcm24`: Raw 24-bit samples.
"""


class InputAudioParam(TypedDict):
    """Audio data as base64. URLs are not accepted."""

    data: str
    """The content as base64."""
    format: AudioFormat
    """Encoding of the audio data."""


class AudioPartParam(TypedDict):
    """An audio part."""

    type: Literal["input_audio"]
    """Always `input_audio`."""
    input_audio: InputAudioParam
    """The audio data."""


VideoProcessing: TypeAlias = Literal["agentic", "static"] | str
"""How a video is processed.

- `agentic`: The model selects which parts to watch.
- `static`: The whole video at once.
"""


class VideoUrlParam(TypedDict):
    """A reference to a video by URL."""

    url: str
    """An https URL, or the video itself as a `data:` URL."""
    processing: NotRequired[VideoProcessing | None]
    """How the model processes the video."""


class VideoPartParam(TypedDict):
    """A video."""

    type: Literal["video_url"]
    """Always `video_url`."""
    video_url: VideoUrlParam
    """The video as a URL."""


class LegacyVideoPartParam(TypedDict):
    """Deprecated.

    A video part with the older type.
    """

    type: Literal["input_video"]
    """The older type; use `video_url`."""
    video_url: VideoUrlParam
    """The video as a URL."""


class FileInputParam(TypedDict):
    """A file, given as content, as a URL or as the id of an uploaded file."""

    filename: NotRequired[str | None]
    """File name shown to the model."""
    file_data: NotRequired[str | None]
    """The file as a `data:` URL or an https URL."""
    file_id: NotRequired[str | None]
    """Id of an uploaded file."""


class FilePartParam(TypedDict):
    """A file, such as a PDF. For models without file input, the `file-parser` plugin extracts the content."""

    type: Literal["file"]
    """Always `file`."""
    file: FileInputParam
    """The file."""


class RefusalPartParam(TypedDict):
    """A refusal by the model, in an assistant message that is sent back in parts."""

    type: Literal["refusal"]
    """Always `refusal`."""
    refusal: str
    """The model's refusal message."""


ContentPartParam: TypeAlias = (
    TextPartParam
    | ImagePartParam
    | AudioPartParam
    | VideoPartParam
    | LegacyVideoPartParam
    | FilePartParam
    | RefusalPartParam
)
"""One part of a message. `architecture.input_modalities` lists the kinds that a model accepts."""


MessageContentParam: TypeAlias = str | Iterable[ContentPartParam]
"""The content of a message, as a string or as a list of parts."""


TextContentParam: TypeAlias = str | Iterable[TextPartParam]
"""Text, as a string or as a list of parts."""
