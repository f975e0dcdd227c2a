# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from ..models.messages_citations import (
    CitationCharLocation,
    CitationContentBlockLocation,
    CitationPageLocation,
    CitationSearchResultLocation,
    CitationWebSearchResultLocation,
    UnknownTextCitation,
)


class CitationCharLocationParam(TypedDict):
    """Characters of a plain text document."""

    type: Literal["char_location"]
    """Always `char_location`."""
    cited_text: str
    """The cited text."""
    document_index: int
    """Index of the document among the documents of the request, from 0."""
    document_title: str | None
    """Title of the document."""
    start_char_index: int
    """First character, from 0."""
    end_char_index: int
    """Character after the last one."""
    file_id: NotRequired[str | None]
    """Id of the uploaded file."""


class CitationContentBlockLocationParam(TypedDict):
    """Blocks of a document that was sent as content blocks."""

    type: Literal["content_block_location"]
    """Always `content_block_location`."""
    cited_text: str
    """The cited text."""
    document_index: int
    """Index of the document among the documents of the request, from 0."""
    document_title: str | None
    """Title of the document."""
    start_block_index: int
    """First block, from 0."""
    end_block_index: int
    """Block after the last one."""
    file_id: NotRequired[str | None]
    """Id of the uploaded file."""


class CitationPageLocationParam(TypedDict):
    """Pages of a PDF."""

    type: Literal["page_location"]
    """Always `page_location`."""
    cited_text: str
    """The cited text."""
    document_index: int
    """Index of the document among the documents of the request, from 0."""
    document_title: str | None
    """Title of the document."""
    start_page_number: int
    """First page, from 1."""
    end_page_number: int
    """Page after the last one."""
    file_id: NotRequired[str | None]
    """Id of the uploaded file."""


class CitationSearchResultLocationParam(TypedDict):
    """Blocks of a search result that the caller sent."""

    type: Literal["search_result_location"]
    """Always `search_result_location`."""
    cited_text: str
    """The cited text."""
    source: str
    """The `source` of the search result."""
    title: str | None
    """Title of the search result."""
    search_result_index: int
    """Index of the result among the search results of the request, from 0."""
    start_block_index: int
    """First block, from 0."""
    end_block_index: int
    """Block after the last one."""


class CitationWebSearchResultLocationParam(TypedDict):
    """A result of a web search."""

    type: Literal["web_search_result_location"]
    """Always `web_search_result_location`."""
    cited_text: str
    """The cited text."""
    url: str
    """URL of the page."""
    title: str | None
    """Title of the page."""
    encrypted_index: str
    """The provider's reference to the result. Send it back unchanged."""


class UnknownTextCitationParam(TypedDict):
    """A source of another type."""

    type: str
    """The type."""


TextCitationParam: TypeAlias = (
    CitationCharLocationParam
    | CitationCharLocation
    | CitationPageLocationParam
    | CitationPageLocation
    | CitationContentBlockLocationParam
    | CitationContentBlockLocation
    | CitationWebSearchResultLocationParam
    | CitationWebSearchResultLocation
    | CitationSearchResultLocationParam
    | CitationSearchResultLocation
    | UnknownTextCitationParam
    | UnknownTextCitation
)
"""A source of a text."""
