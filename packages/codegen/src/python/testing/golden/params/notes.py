from collections.abc import Iterable
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from ..models.notes import Mood, Note
from .model_ids import ModelId
from .parts import PartParam

NoteSize: TypeAlias = Literal["a4"] | str
"""The size.

- `a4`: A4.
"""


_NewNoteParamBase = TypedDict("_NewNoteParamBase", {"from": NotRequired[str]})


class NewNoteParam(_NewNoteParamBase):
    """A NewNote.

    from: The from.
    """

    parts: NotRequired[Iterable[PartParam] | None]
    """The parts."""

    mood: Mood
    """The mood."""

    stop: NotRequired[str | list[str] | None]
    """The stop."""

    size: NotRequired[NoteSize | None]
    """The size."""


class SendParams(TypedDict):
    """A SendRequest."""

    note: NewNoteParam | Note
    """The note."""
    max_tokens: NotRequired[int]
    """Deprecated.

    The max_tokens.
    """
    wait: NotRequired[int]
    """The wait. In seconds."""
    stream: NotRequired[bool | None]
    """The stream."""
    model: NotRequired[ModelId | None]
    """The model."""
