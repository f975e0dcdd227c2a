# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Annotated, Literal, TypeAlias

from ..._models import Model as BaseModel, Tagged, UnknownTag


class ResponseUrlCitation(BaseModel):
    """A web page that the text cites."""

    type: Literal["url_citation"]
    """Always `url_citation`."""
    url: str
    """URL of the page."""
    title: str
    """Title of the page."""
    content: str | None = None
    """The cited passage."""
    start_index: int
    """Start of the citation in the text, in characters."""
    end_index: int
    """End of the citation in the text, in characters."""


class ResponseFileCitation(BaseModel):
    """A file that the text cites."""

    type: Literal["file_citation"]
    """Always `file_citation`."""
    file_id: str
    """Id of the file."""
    filename: str | None = None
    """Name of the file."""
    index: int
    """Position of the citation in the text, in characters."""


class ResponseFilePath(BaseModel):
    """A file that a tool created."""

    type: Literal["file_path"]
    """Always `file_path`."""
    file_id: str
    """Id of the file."""
    index: int
    """Position in the text, in characters."""


class ResponseContainerFileCitation(BaseModel):
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


class UnknownAnnotation(BaseModel):
    """An annotation with a type that this contract does not know."""

    type: UnknownTag
    """The type."""


ResponseAnnotation: TypeAlias = Annotated[
    ResponseUrlCitation | ResponseFileCitation | ResponseFilePath | ResponseContainerFileCitation | UnknownAnnotation,
    Tagged(
        "type",
        {
            "url_citation": ResponseUrlCitation,
            "file_citation": ResponseFileCitation,
            "file_path": ResponseFilePath,
            "container_file_citation": ResponseContainerFileCitation,
        },
        UnknownAnnotation,
    ),
]
"""A citation in the text of an answer."""


class ResponseTopLogprob(BaseModel):
    """An alternative token."""

    token: str | None = None
    """The token."""
    logprob: float | None = None
    """Its log probability."""
    bytes: list[int] | None = None
    """The bytes of the token in UTF-8."""


class ResponseLogprob(BaseModel):
    """The log probability of a token."""

    token: str
    """The token."""
    logprob: float
    """Its log probability."""
    bytes: list[int] | None = None
    """The bytes of the token in UTF-8."""
    top_logprobs: list[ResponseTopLogprob] | None = None
    """The most likely alternatives."""


class ResponseOutputText(BaseModel):
    """Text that the model generated."""

    type: Literal["output_text"]
    """Always `output_text`."""
    text: str
    """The text."""
    annotations: list[ResponseAnnotation] | None = None
    """Citations in the text."""
    logprobs: list[ResponseLogprob] | None = None
    """Log probabilities of the tokens, if requested."""


class ResponseOutputRefusal(BaseModel):
    """A refusal by the model."""

    type: Literal["refusal"]
    """Always `refusal`."""
    refusal: str
    """The model's refusal message."""


class ResponseReasoningText(BaseModel):
    """Reasoning as text."""

    type: Literal["reasoning_text"]
    """Always `reasoning_text`."""
    text: str
    """The text."""


class UnknownOutputContent(BaseModel):
    """A part with a type that this contract does not know."""

    type: UnknownTag
    """The type."""


ResponseOutputContent: TypeAlias = Annotated[
    ResponseOutputText | ResponseOutputRefusal | ResponseReasoningText | UnknownOutputContent,
    Tagged(
        "type",
        {"output_text": ResponseOutputText, "refusal": ResponseOutputRefusal, "reasoning_text": ResponseReasoningText},
        UnknownOutputContent,
    ),
]
"""One part of the output of a model."""


class ResponseSummaryText(BaseModel):
    """A summary of the reasoning."""

    type: Literal["summary_text"]
    """Always `summary_text`."""
    text: str
    """The summary."""
