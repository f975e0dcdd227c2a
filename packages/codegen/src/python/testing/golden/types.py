"""The public names of all models, params and enums."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models.errors import NoteError as NoteError
    from .models.notes import (
        AsyncNoteListPage as AsyncNoteListPage,
        Mood as Mood,
        Note as Note,
        NoteList as NoteList,
        NoteListPage as NoteListPage,
        OtherPart as OtherPart,
        Part as Part,
        QuotePart as QuotePart,
        TextPart as TextPart,
    )
    from .params.model_ids import ModelId as ModelId
    from .params.notes import NewNoteParam as NewNoteParam, NoteSize as NoteSize, SendParams as SendParams
    from .params.parts import (
        OtherPartParam as OtherPartParam,
        PartParam as PartParam,
        QuotePartParam as QuotePartParam,
        TextPartParam as TextPartParam,
    )

NAMES = {
    "models.errors": "NoteError",
    "models.notes": "AsyncNoteListPage Mood Note NoteList NoteListPage OtherPart Part QuotePart TextPart",
    "params.model_ids": "ModelId",
    "params.notes": "NewNoteParam NoteSize SendParams",
    "params.parts": "OtherPartParam PartParam QuotePartParam TextPartParam",
}
"""Module → the names that it defines."""
