# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Requests the pages of a list."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ._calls import AsyncCalls, Calls
from ._errors import PatchbayError
from ._http.plan import plan_call
from ._info import ResponseInfo, store_info
from ._omit import OMIT
from ._pages import AsyncPaginator

if TYPE_CHECKING:
    from ._operation import Operation, PaginationInfo
    from ._resource import CallOptions


@dataclass(frozen=True, slots=True)
class Position:
    """The place of a page in its list, and what is needed to request the next one."""

    operation: Operation
    input: Mapping[str, object]
    options: CallOptions
    offset: int
    seen: frozenset[str] = frozenset()
    """The identities of the items of all pages so far."""
    next: int | None = None
    """The offset of the next page; None on the last one."""
    is_repeated: bool = False
    """Whether the page has no new item. A service that ignores the offset returns the same page indefinitely."""

    @property
    def pagination(self) -> PaginationInfo:
        if self.operation.pagination is None:
            raise PatchbayError(f"{self.operation.id} has no pages.")
        return self.operation.pagination

    def request(self) -> Mapping[str, object]:
        """The input of the page."""
        return {**self.input, self.pagination.offset: self.offset} if self.seen else self.input

    def at(self, page: Any) -> Position:
        """The position when its page has arrived."""
        info = self.pagination
        items = list(self.items_of(page))
        seen = self.seen | {_key_of(item) for item in items}
        following = self.offset + len(items)
        total = None if info.total is None else getattr(page, info.total, None)
        is_last = (
            len(seen) == len(self.seen)
            or (info.next is not None and _at(page, info.next) is None)
            or (isinstance(total, (int, float)) and following >= total)
        )
        is_repeated = len(seen) == len(self.seen)
        return replace(self, seen=seen, next=None if is_last else following, is_repeated=is_repeated)

    def after(self) -> Position:
        """The position of the next page."""
        if self.next is None:
            raise PatchbayError("This is the last page. Check `has_next_page()` first.")
        return replace(self, offset=self.next)

    def items_of(self, page: Any) -> list[Any]:
        items = getattr(page, self.pagination.items)
        return items if isinstance(items, list) else []


@dataclass(frozen=True, slots=True)
class PageInfo(ResponseInfo):
    """The info of a page, with its place in the list and the function that requests another page."""

    position: Position
    fetch: Callable[[Position], Any]


def _store_page(page: Any, position: Position, fetch: Callable[[Position], Any]) -> None:
    info: ResponseInfo = page._info
    store_info(
        page,
        PageInfo(info.status_code, info.headers, info.attempts, position, fetch),
    )


def list_pages(client: Calls, operation: Operation, input: Mapping[str, object], options: CallOptions) -> Any:
    """Requests the first page of `Patchbay`."""

    def fetch(position: Position) -> Any:
        plan = plan_call(operation, position.request(), options, client._settings)
        page = client._complete(plan, position.pagination.page)
        _store_page(page, position.at(page), fetch)
        return page

    return fetch(_first(operation, input, options))


def list_async_pages(
    client: AsyncCalls, operation: Operation, input: Mapping[str, object], options: CallOptions
) -> Any:
    """The pages of `AsyncPatchbay`."""

    async def fetch(position: Position) -> Any:
        plan = plan_call(operation, position.request(), options, client._settings)
        page = await client._complete(plan, position.pagination.async_page)
        _store_page(page, position.at(page), fetch)
        return page

    return AsyncPaginator(lambda: fetch(_first(operation, input, options)))


def _first(operation: Operation, input: Mapping[str, object], options: CallOptions) -> Position:
    given = input.get(operation.pagination.offset) if operation.pagination else None
    offset = given if isinstance(given, int) and given is not OMIT else 0
    return Position(operation, input, options, offset)


def _key_of(item: Any) -> str:
    """The identity of an item."""
    for name in ("id", "hash", "slug"):
        key = item.get(name) if isinstance(item, dict) else getattr(item, name, None)
        if isinstance(key, (str, int)):
            return f"{type(key).__name__} {key}"
    dump = getattr(item, "model_dump_json", None)
    if dump is not None:
        return dump()
    return json.dumps(item, sort_keys=True, default=str)


def _at(page: Any, path: str) -> Any:
    for name in path.split("."):
        page = page.get(name) if isinstance(page, dict) else getattr(page, name, None)
    return page
