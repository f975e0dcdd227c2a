# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Literal, TypeAlias

from ..._models import Model as BaseModel
from .usage import EmbeddingUsage

EmbeddingVector: TypeAlias = list[float] | str
"""A vector as numbers, or as base64."""


class Embedding(BaseModel):
    """An embedding vector."""

    object: Literal["embedding"]
    """Always `embedding`."""
    index: int | None = None
    """Index of the input."""
    embedding: EmbeddingVector
    """The vector as numbers, or as base64 if requested."""


class EmbeddingList(BaseModel):
    """The embedding vectors, in the order of the inputs."""

    id: str | None = None
    """Id of the generation, `gen-…`."""
    object: Literal["list"]
    """Always `list`."""
    model: str
    """The model that served the request."""
    provider: str | None = None
    """Display name of the provider that served the request."""
    data: list[Embedding]
    """The vectors."""
    usage: EmbeddingUsage | None = None
    """Token counts and cost."""
