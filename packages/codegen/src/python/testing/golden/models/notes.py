# pyright: reportIncompatibleMethodOverride=false
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from ..._models import Model as BaseModel, Tagged, UnknownTag
from ..._pages import AsyncPage, SyncPage

Mood: TypeAlias = Literal["calm", "loud"] | str
"""A Mood.

- `calm`: Calm.
- `loud`: Loud.
"""


class TextPart(BaseModel):
    """A TextPart."""

    type: Literal["text"]
    """The type."""
    text: str
    """The text."""


class QuotePart(BaseModel):
    """A QuotePart."""

    type: Literal["quote", "cite"]
    """The type."""
    mood: Mood | None = None
    """The mood."""


class OtherPart(BaseModel):
    """A OtherPart."""

    type: UnknownTag
    """The type."""


Part: TypeAlias = Annotated[
    TextPart | QuotePart | OtherPart,
    Tagged("type", {"text": TextPart, "quote": QuotePart, "cite": QuotePart}, OtherPart),
]
"""A Part."""


class Note(BaseModel):
    """A Note."""

    from_: str = Field(alias="from")
    """The from."""
    object: Literal["note"]
    """The object."""
    mood: Mood | None = None
    """The mood."""
    parts: list[Part]
    """The parts."""
    token: str | None = Field(default=None, repr=False)
    """A key. It has a \\ and a "quote" """
    any: Any = None
    """The any."""
    labels: dict[str, str] | None = None
    """The labels."""


class NoteList(BaseModel):
    """A NoteList."""

    data: list[Note]
    """The data."""


class NoteListPage(SyncPage[Note], NoteList):
    """A page of `NoteList`, returned by `Patchbay`. Iterating it yields the items of all pages."""


class AsyncNoteListPage(AsyncPage[Note], NoteList):
    """A page of `NoteList`, returned by `AsyncPatchbay`. Iterating it yields the items of all pages."""
