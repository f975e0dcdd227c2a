from ..._models import Model as BaseModel


class NoteError(BaseModel):
    """A NoteError."""

    message: str
    """The message."""
