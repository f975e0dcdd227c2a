# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Iterable
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from ..models.annotations import (
    FileAnnotation,
    ImageReference,
    ParsedFile,
    ParsedImage,
    ParsedText,
    UrlCitation,
    UrlCitationAnnotation,
)


class UrlCitationParam(TypedDict):
    """A web page and the position in the completion that cites it."""

    url: str
    """URL of the page."""
    title: str
    """Title of the page."""
    content: NotRequired[str | None]
    """The cited passage."""
    start_index: int
    """Start of the citation in `content`, in characters."""
    end_index: int
    """End of the citation in `content`, in characters."""


class UrlCitationAnnotationParam(TypedDict):
    """A web page that the completion cites."""

    type: Literal["url_citation"]
    """Always `url_citation`."""
    url_citation: UrlCitationParam | UrlCitation
    """The citation."""


class ParsedTextParam(TypedDict):
    """Text of a parsed file."""

    type: Literal["text"]
    """Always `text`."""
    text: str
    """The text."""


class ImageReferenceParam(TypedDict):
    """A reference to an image by URL."""

    url: str
    """An https or `data:` URL."""


class ParsedImageParam(TypedDict):
    """An image in a parsed file."""

    type: Literal["image_url"]
    """Always `image_url`."""
    image_url: ImageReferenceParam | ImageReference
    """The image."""


ParsedPartParam: TypeAlias = ParsedTextParam | ParsedText | ParsedImageParam | ParsedImage
"""A part of a parsed file."""


class ParsedFileParam(TypedDict):
    """A parsed file. Send it back in a later request to avoid parsing and paying for it again."""

    hash: str
    """Hash that identifies the file and the parser."""
    name: NotRequired[str | None]
    """Name of the file."""
    content: Iterable[ParsedPartParam]
    """The parsed content."""


class FileAnnotationParam(TypedDict):
    """A file that was parsed for the model."""

    type: Literal["file"]
    """Always `file`."""
    file: ParsedFileParam | ParsedFile
    """The file."""


AnnotationParam: TypeAlias = UrlCitationAnnotationParam | UrlCitationAnnotation | FileAnnotationParam | FileAnnotation
"""A citation or a parsed file that belongs to a completion."""


class AssistantAudioParam(TypedDict):
    """Audio that the model generated. In a stream, `data` and `transcript` arrive in pieces."""

    id: NotRequired[str | None]
    """Id by which a later message can reference the audio."""
    data: NotRequired[str | None]
    """The content as base64."""
    transcript: NotRequired[str | None]
    """Transcript of the audio."""
    expires_at: NotRequired[int | None]
    """Time at which the provider deletes the audio, in Unix seconds."""


class AssistantImageParam(TypedDict):
    """An image that the model generated."""

    type: NotRequired[Literal["image_url"] | None]
    """Always `image_url`."""
    index: NotRequired[int | None]
    """Position among the images of the completion."""
    image_url: ImageReferenceParam | ImageReference
    """The image as a `data:` URL."""
