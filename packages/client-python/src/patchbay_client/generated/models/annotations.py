# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Annotated, Literal, TypeAlias

from ..._models import Model as BaseModel, Tagged


class UrlCitation(BaseModel):
    """A web page and the position in the completion that cites it."""

    url: str
    """URL of the page."""
    title: str
    """Title of the page."""
    content: str | None = None
    """The cited passage."""
    start_index: int
    """Start of the citation in `content`, in characters."""
    end_index: int
    """End of the citation in `content`, in characters."""


class UrlCitationAnnotation(BaseModel):
    """A web page that the completion cites."""

    type: Literal["url_citation"]
    """Always `url_citation`."""
    url_citation: UrlCitation
    """The citation."""


class ParsedText(BaseModel):
    """Text of a parsed file."""

    type: Literal["text"]
    """Always `text`."""
    text: str
    """The text."""


class ImageReference(BaseModel):
    """A reference to an image by URL."""

    url: str
    """An https or `data:` URL."""


class ParsedImage(BaseModel):
    """An image in a parsed file."""

    type: Literal["image_url"]
    """Always `image_url`."""
    image_url: ImageReference
    """The image."""


ParsedPart: TypeAlias = Annotated[
    ParsedText | ParsedImage, Tagged("type", {"text": ParsedText, "image_url": ParsedImage})
]
"""A part of a parsed file."""


class ParsedFile(BaseModel):
    """A parsed file. Send it back in a later request to avoid parsing and paying for it again."""

    hash: str
    """Hash that identifies the file and the parser."""
    name: str | None = None
    """Name of the file."""
    content: list[ParsedPart]
    """The parsed content."""


class FileAnnotation(BaseModel):
    """A file that was parsed for the model."""

    type: Literal["file"]
    """Always `file`."""
    file: ParsedFile
    """The file."""


Annotation: TypeAlias = Annotated[
    UrlCitationAnnotation | FileAnnotation,
    Tagged("type", {"url_citation": UrlCitationAnnotation, "file": FileAnnotation}),
]
"""A citation or a parsed file that belongs to a completion."""


class AssistantAudio(BaseModel):
    """Audio that the model generated. In a stream, `data` and `transcript` arrive in pieces."""

    id: str | None = None
    """Id by which a later message can reference the audio."""
    data: str | None = None
    """The content as base64."""
    transcript: str | None = None
    """Transcript of the audio."""
    expires_at: int | None = None
    """Time at which the provider deletes the audio, in Unix seconds."""


class AssistantImage(BaseModel):
    """An image that the model generated."""

    type: Literal["image_url"] | None = None
    """Always `image_url`."""
    index: int | None = None
    """Position among the images of the completion."""
    image_url: ImageReference
    """The image as a `data:` URL."""
