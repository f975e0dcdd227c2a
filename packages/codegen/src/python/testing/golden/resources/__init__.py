"""The resources of the clients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from ..._client import AsyncPatchbay, Patchbay
    from .notes import AsyncNotes, Notes


class Resources:
    """The resources of `Patchbay`."""

    @cached_property
    def notes(self) -> Notes:
        from .notes import Notes

        return Notes(cast("Patchbay", self))


class AsyncResources:
    """The resources of `AsyncPatchbay`."""

    @cached_property
    def notes(self) -> AsyncNotes:
        from .notes import AsyncNotes

        return AsyncNotes(cast("AsyncPatchbay", self))
