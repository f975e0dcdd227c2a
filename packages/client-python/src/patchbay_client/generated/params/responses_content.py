# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Iterable
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from ..models.responses_content import (
    ResponseContainerFileCitation,
    ResponseFileCitation,
    ResponseFilePath,
    ResponseLogprob,
    ResponseOutputRefusal,
    ResponseOutputText,
    ResponseReasoningText,
    ResponseTopLogprob,
    ResponseUrlCitation,
    UnknownAnnotation,
    UnknownOutputContent,
)
from .content import ImageDetail, InputAudioParam, PromptCacheBreakpointParam, VideoProcessing


class ResponseInputTextParam(TypedDict):
    """Text."""

    type: Literal["input_text"]
    """Always `input_text`."""
    text: str
    """The text."""
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointParam | None]
    """Sets a breakpoint after this part, for models with explicit prompt caching."""


class ResponseInputImageParam(TypedDict):
    """An image. Set `image_url` or `file_id`."""

    type: Literal["input_image"]
    """Always `input_image`."""
    image_url: NotRequired[str | None]
    """An https URL, or the image itself as a `data:` URL."""
    file_id: NotRequired[str | None]
    """Id of an uploaded file."""
    detail: NotRequired[ImageDetail | None]
    """Resolution at which the model processes the image. Higher detail costs more tokens."""
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointParam | None]
    """Sets a breakpoint after this part, for models with explicit prompt caching."""


class ResponseInputFileParam(TypedDict):
    """A file, such as a PDF. Set one of `file_data`, `file_url` and `file_id`."""

    type: Literal["input_file"]
    """Always `input_file`."""
    filename: NotRequired[str | None]
    """File name shown to the model."""
    file_data: NotRequired[str | None]
    """The file as a `data:` URL."""
    file_url: NotRequired[str | None]
    """An https URL of the file."""
    file_id: NotRequired[str | None]
    """Id of an uploaded file."""
    prompt_cache_breakpoint: NotRequired[PromptCacheBreakpointParam | None]
    """Sets a breakpoint after this part, for models with explicit prompt caching."""


class ResponseInputAudioParam(TypedDict):
    """Audio."""

    type: Literal["input_audio"]
    """Always `input_audio`."""
    input_audio: InputAudioParam
    """The audio data."""


class ResponseInputVideoParam(TypedDict):
    """A video."""

    type: Literal["input_video"]
    """Always `input_video`."""
    video_url: str
    """An https URL, or the video itself as a `data:` URL."""
    processing: NotRequired[VideoProcessing | None]
    """How the model processes the video."""


class ResponseUrlCitationParam(TypedDict):
    """A web page that the text cites."""

    type: Literal["url_citation"]
    """Always `url_citation`."""
    url: str
    """URL of the page."""
    title: str
    """Title of the page."""
    content: NotRequired[str | None]
    """The cited passage."""
    start_index: int
    """Start of the citation in the text, in characters."""
    end_index: int
    """End of the citation in the text, in characters."""


class ResponseFileCitationParam(TypedDict):
    """A file that the text cites."""

    type: Literal["file_citation"]
    """Always `file_citation`."""
    file_id: str
    """Id of the file."""
    filename: NotRequired[str | None]
    """Name of the file."""
    index: int
    """Position of the citation in the text, in characters."""


class ResponseFilePathParam(TypedDict):
    """A file that a tool created."""

    type: Literal["file_path"]
    """Always `file_path`."""
    file_id: str
    """Id of the file."""
    index: int
    """Position in the text, in characters."""


class ResponseContainerFileCitationParam(TypedDict):
    """A file in a container that the text cites."""

    type: Literal["container_file_citation"]
    """Always `container_file_citation`."""
    container_id: str
    """Id of the container."""
    file_id: str
    """Id of the file."""
    filename: str
    """Name of the file."""
    start_index: int
    """Start of the citation in the text, in characters."""
    end_index: int
    """End of the citation in the text, in characters."""


class UnknownAnnotationParam(TypedDict):
    """An annotation with a type that this contract does not know."""

    type: str
    """The type."""


ResponseAnnotationParam: TypeAlias = (
    ResponseUrlCitationParam
    | ResponseUrlCitation
    | ResponseFileCitationParam
    | ResponseFileCitation
    | ResponseFilePathParam
    | ResponseFilePath
    | ResponseContainerFileCitationParam
    | ResponseContainerFileCitation
    | UnknownAnnotationParam
    | UnknownAnnotation
)
"""A citation in the text of an answer."""


class ResponseTopLogprobParam(TypedDict):
    """An alternative token."""

    token: NotRequired[str | None]
    """The token."""
    logprob: NotRequired[float | None]
    """Its log probability."""
    bytes: NotRequired[Iterable[int] | None]
    """The bytes of the token in UTF-8."""


class ResponseLogprobParam(TypedDict):
    """The log probability of a token."""

    token: str
    """The token."""
    logprob: float
    """Its log probability."""
    bytes: NotRequired[Iterable[int] | None]
    """The bytes of the token in UTF-8."""
    top_logprobs: NotRequired[Iterable[ResponseTopLogprobParam | ResponseTopLogprob] | None]
    """The most likely alternatives."""


class ResponseOutputTextParam(TypedDict):
    """Text that the model generated."""

    type: Literal["output_text"]
    """Always `output_text`."""
    text: str
    """The text."""
    annotations: NotRequired[Iterable[ResponseAnnotationParam] | None]
    """Citations in the text."""
    logprobs: NotRequired[Iterable[ResponseLogprobParam | ResponseLogprob] | None]
    """Log probabilities of the tokens, if requested."""


class ResponseOutputRefusalParam(TypedDict):
    """A refusal by the model."""

    type: Literal["refusal"]
    """Always `refusal`."""
    refusal: str
    """The model's refusal message."""


class ResponseReasoningTextParam(TypedDict):
    """Reasoning as text."""

    type: Literal["reasoning_text"]
    """Always `reasoning_text`."""
    text: str
    """The text."""


class ResponseEncryptedContentParam(TypedDict):
    """Content that only the provider can decrypt."""

    type: Literal["encrypted_content"]
    """Always `encrypted_content`."""
    encrypted_content: str
    """The encrypted content."""


class UnknownInputContentParam(TypedDict):
    """A part with a type that this contract does not know. The API accepts the request or refuses the part by its type."""

    type: str
    """The type."""


ResponseInputContentParam: TypeAlias = (
    ResponseInputTextParam
    | ResponseInputImageParam
    | ResponseInputFileParam
    | ResponseInputAudioParam
    | ResponseInputVideoParam
    | ResponseOutputTextParam
    | ResponseOutputText
    | ResponseOutputRefusalParam
    | ResponseOutputRefusal
    | ResponseReasoningTextParam
    | ResponseReasoningText
    | ResponseEncryptedContentParam
    | UnknownInputContentParam
    | UnknownOutputContent
)
"""One part of an input message or of a tool output. `architecture.input_modalities` lists the kinds that a model
accepts.
"""


ResponseContentParam: TypeAlias = str | Iterable[ResponseInputContentParam]
"""Content, as text or as a list of parts."""


class ResponseSummaryTextParam(TypedDict):
    """A summary of the reasoning."""

    type: Literal["summary_text"]
    """Always `summary_text`."""
    text: str
    """The summary."""
