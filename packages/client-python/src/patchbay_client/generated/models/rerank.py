# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from ..._models import Model as BaseModel
from .usage import RerankUsage


class RerankDocument(BaseModel):
    """A document with text or an image."""

    text: str | None = None
    """Text of the document."""
    image: str | None = None
    """An image as an https or `data:` URL."""


class RankedDocument(BaseModel):
    """A document with its score."""

    index: int
    """Index of the document in the request."""
    relevance_score: float
    """Relevance score; higher is more relevant."""
    document: RerankDocument
    """The document. Always an object, even if the request contained a string."""


class Ranking(BaseModel):
    """The reranked documents, most relevant first."""

    id: str | None = None
    """Id of the generation, `gen-…`."""
    model: str
    """The model that served the request."""
    provider: str | None = None
    """Display name of the provider that served the request."""
    results: list[RankedDocument]
    """The documents in descending order of score."""
    usage: RerankUsage | None = None
    """Usage and cost."""
