# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Iterable
from typing import TypeAlias

from typing_extensions import NotRequired, TypedDict

from ..models.rerank import RerankDocument
from .provider import ProviderPreferencesParam
from .trace import TraceConfigParam


class RerankDocumentParam(TypedDict):
    """A document with text or an image."""

    text: NotRequired[str | None]
    """Text of the document."""
    image: NotRequired[str | None]
    """An image as an https or `data:` URL."""


RerankDocumentOrTextParam: TypeAlias = str | RerankDocumentParam | RerankDocument
"""A document, or its text."""


class RerankParams(TypedDict):
    """A query and the documents to rerank."""

    model: str
    """The rerank model."""
    query: str
    """The search query."""
    documents: Iterable[RerankDocumentOrTextParam]
    """The documents to rerank."""
    top_n: NotRequired[int | None]
    """Number of top results to return. Default: all."""
    provider: NotRequired[ProviderPreferencesParam | None]
    """Preferences for provider routing."""
    session_id: NotRequired[str | None]
    """Groups requests in logs."""
    trace: NotRequired[TraceConfigParam | None]
    """Observability metadata."""
    user: NotRequired[str | None]
    """Id of the end user."""
