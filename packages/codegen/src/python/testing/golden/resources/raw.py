"""The types of `with_raw_response`. Only type checkers read them."""

from __future__ import annotations

from ..._raw import AsyncRawResource, RawResource, to_async_raw, to_async_raw_list, to_raw, to_raw_list
from ..models.notes import NoteList
from .notes import AsyncDrafts, AsyncNotes, Drafts, Notes


class RawNotesDrafts(RawResource):
    """The methods of `client.notes.drafts` with raw responses."""

    def __init__(self, resource: Drafts) -> None:
        self.get_last = to_raw(resource.get_last)


class RawNotes(RawResource):
    """The methods of `client.notes` with raw responses."""

    drafts: RawNotesDrafts

    def __init__(self, resource: Notes) -> None:
        self.send = to_raw(resource.send)
        self.list = to_raw_list(resource.list, NoteList)


class RawResources:
    notes: RawNotes


class AsyncRawNotesDrafts(AsyncRawResource):
    """The methods of `client.notes.drafts` with raw responses."""

    def __init__(self, resource: AsyncDrafts) -> None:
        self.get_last = to_async_raw(resource.get_last)


class AsyncRawNotes(AsyncRawResource):
    """The methods of `client.notes` with raw responses."""

    drafts: AsyncRawNotesDrafts

    def __init__(self, resource: AsyncNotes) -> None:
        self.send = to_async_raw(resource.send)
        self.list = to_async_raw_list(resource.list, NoteList)


class AsyncRawResources:
    notes: AsyncRawNotes
