"""Every operation of the contract: what the client needs to send a request and to read its response."""

from collections.abc import Mapping
from typing import Final

from .._operation import Operation, PaginationInfo, StreamInfo

NOTES_SEND: Final = Operation(
    id="notes.send",
    method="POST",
    path="/notes",
    model="notes.Note",
    shape={"parts": ({},)},
    has_body=True,
    stream=StreamInfo(verb="stream", accumulator="chat", done="[DONE]", event="notes.Note"),
)

NOTES_LIST: Final = Operation(
    id="notes.list",
    method="GET",
    path="/notes",
    model="notes.NoteList",
    shape={"data": ({},)},
    auth="management",
    query=("tags", "offset"),
    separators={"tags": ","},
    idempotent=True,
    pagination=PaginationInfo(
        style="offset", offset="offset", items="data", page="notes.NoteListPage", async_page="notes.AsyncNoteListPage"
    ),
)

NOTES_DRAFTS_GET_LAST: Final = Operation(
    id="notes.drafts.getLast",
    method="GET",
    path="/notes/{id}",
    model="notes.Note",
    shape={"parts": ({},)},
    path_parameters=("id",),
    idempotent=True,
    pollable=True,
)

OPERATIONS: Final[Mapping[str, Operation]] = {
    "notes.send": NOTES_SEND,
    "notes.list": NOTES_LIST,
    "notes.drafts.getLast": NOTES_DRAFTS_GET_LAST,
}
