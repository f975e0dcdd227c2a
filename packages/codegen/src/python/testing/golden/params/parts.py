from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from ..models.notes import Mood, OtherPart, QuotePart, TextPart


class TextPartParam(TypedDict):
    """A TextPart."""

    type: Literal["text"]
    """The type."""
    text: str
    """The text."""


class QuotePartParam(TypedDict):
    """A QuotePart."""

    type: Literal["quote", "cite"]
    """The type."""
    mood: NotRequired[Mood]
    """The mood."""


class OtherPartParam(TypedDict):
    """A OtherPart."""

    type: str
    """The type."""


PartParam: TypeAlias = TextPartParam | TextPart | QuotePartParam | QuotePart | OtherPartParam | OtherPart
"""A Part."""
