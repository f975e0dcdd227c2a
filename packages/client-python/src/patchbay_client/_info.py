"""What is known about a response in addition to its body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ._failures.response import generation_id_of, request_id_of


@dataclass(frozen=True, slots=True)
class ResponseInfo:
    """What is known about a response in addition to its body."""

    status_code: int
    headers: Mapping[str, str]
    attempts: int
    """How many times the request was sent; 1 without a retry."""

    @property
    def generation_id(self) -> str | None:
        """Id of the generation; `generations.get(id=…)` returns its cost and provider."""
        return generation_id_of(self.headers)

    @property
    def request_id(self) -> str | None:
        """Id of the HTTP request, for support."""
        return request_id_of(self.headers)


def store_info(result: object, info: ResponseInfo) -> None:
    """Stores the info of a result in its slot `_info`."""
    object.__setattr__(result, "_info", info)


def get_response_info(result: object) -> ResponseInfo | None:
    """Returns what is known about a response in addition to its body.

    Works for the result of any call, and for a stream that has started. Returns None for everything else.

    Example:
        ```python
        reply = client.chat.completions.create(model=model, messages=messages)
        info = get_response_info(reply)
        print(info and info.attempts)
        ```
    """
    info = getattr(result, "_info", None)
    return info if isinstance(info, ResponseInfo) else None
