"""The sentinel for an argument that is not given."""

from __future__ import annotations

from typing import Final, final


@final
class Omit:
    """The type of `OMIT`: an argument that is not sent. `None` is sent as null."""

    __slots__ = ()
    _only: Omit | None = None

    def __new__(cls) -> Omit:
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "OMIT"

    def __reduce__(self) -> str:
        return "OMIT"


OMIT: Final = Omit()
"""An argument with this value is not sent. A field inside a dictionary or an item of a list with it is left out."""
