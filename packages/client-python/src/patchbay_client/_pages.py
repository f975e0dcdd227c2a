"""Pages of a list. A page is its response model, and can be iterated over the items of all pages.

A generated page class has two bases: `class ModelsPage(SyncPage[Model], ModelsResponse)`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from typing import Self

Item = TypeVar("Item")


class SyncPage(Generic[Item]):
    """A page of a list. Iterating it yields the items of this and all following pages."""

    def has_next_page(self) -> bool:
        """Whether a following page may have items."""
        raise NotImplementedError

    def get_next_page(self) -> Self:
        """Requests the following page."""
        raise NotImplementedError

    def iter_pages(self) -> Iterator[Self]:
        """Iterates this page and all following ones, each requested when it is reached."""
        raise NotImplementedError

    def __iter__(self) -> Iterator[Item]:
        raise NotImplementedError


class AsyncPage(Generic[Item]):
    """A page of a list. Iterating it with `async for` yields the items of this and all following pages."""

    def has_next_page(self) -> bool:
        """Whether a following page may have items."""
        raise NotImplementedError

    async def get_next_page(self) -> Self:
        """Requests the following page."""
        raise NotImplementedError

    def iter_pages(self) -> AsyncIterator[Self]:
        """Iterates this page and all following ones, each requested when it is reached."""
        raise NotImplementedError

    def __aiter__(self) -> AsyncIterator[Item]:
        raise NotImplementedError
