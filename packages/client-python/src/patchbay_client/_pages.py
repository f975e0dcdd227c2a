"""Pages of a list. A page is its response model, and can be iterated over the items of all pages.

A generated page class has two bases: `class ModelsPage(SyncPage[Model], ModelsResponse)`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from ._errors import PatchbayError

if TYPE_CHECKING:
    from ._paging import PageInfo

Item = TypeVar("Item")
Page = TypeVar("Page", bound="AsyncPage[Any]")

if TYPE_CHECKING:

    class _Page(Generic[Item]): ...

else:

    class _Page:
        # Pydantic warns about models with generic bases.
        __slots__ = ()

        def __class_getitem__(cls, item):
            return cls


def _info_of(page: Any) -> PageInfo:
    info = getattr(page, "_info", None)
    if info is None:
        raise PatchbayError(
            "The page does not come from a client, so it has no following pages. Its items are in its fields."
        )
    return info


class SyncPage(_Page[Item]):
    """A page of a list. Iterating it yields the items of this and all following pages.

    Example:
        ```python
        for model in client.models.list(limit=100):
            print(model.id)
        ```
    """

    __slots__ = ()

    def has_next_page(self) -> bool:
        """Whether a following page may have items."""
        return _info_of(self).position.next is not None

    def get_next_page(self) -> Self:
        """Requests the following page.

        Raises:
            PatchbayError: when this is the last page.
        """
        return _info_of(self).fetch(_info_of(self).position.after())

    def iter_pages(self) -> Iterator[Self]:
        """Iterates this page and all following ones, each requested when it is reached."""
        page = self
        yield page
        while page.has_next_page():
            page = page.get_next_page()
            if _info_of(page).position.is_repeated:
                return
            yield page

    def __iter__(self) -> Iterator[Item]:
        for page in self.iter_pages():
            yield from _info_of(page).position.items_of(page)


class AsyncPage(_Page[Item]):
    """A page of a list. Iterating it with `async for` yields the items of this and all following pages."""

    __slots__ = ()

    def has_next_page(self) -> bool:
        """Whether a following page may have items."""
        return _info_of(self).position.next is not None

    async def get_next_page(self) -> Self:
        """Requests the following page.

        Raises:
            PatchbayError: when this is the last page.
        """
        return await _info_of(self).fetch(_info_of(self).position.after())

    async def iter_pages(self) -> AsyncIterator[Self]:
        """Iterates this page and all following ones, each requested when it is reached."""
        page = self
        yield page
        while page.has_next_page():
            page = await page.get_next_page()
            if _info_of(page).position.is_repeated:
                return
            yield page

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.iter_pages():
            for item in _info_of(page).position.items_of(page):
                yield item


class AsyncPaginator(Generic[Item, Page]):
    """A list that is about to be requested. Await it for its first page, or iterate it with `async for`.

    Example:
        ```python
        async for model in client.models.list():
            print(model.id)
        ```
    """

    def __init__(self, fetch: Callable[[], Awaitable[Page]]) -> None:
        self._fetch = fetch

    def __await__(self) -> Generator[Any, None, Page]:
        return self._fetch().__await__()

    async def __aiter__(self) -> AsyncIterator[Item]:
        page = await self._fetch()
        async for item in page:
            yield item
