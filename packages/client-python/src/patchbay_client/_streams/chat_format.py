"""Reads the events of a stream as chunks of a chat completion."""

# The types of `accept` are those of parsed JSON: a cast or a typed helper would cost every chunk.
# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._accumulate.chat import CompletionAccumulator, to_chunk
from .._errors import APIError, PatchbayError, StreamError
from .._failures.detail import RESEND, ErrorDetail, detail_of
from .._failures.show import as_list, as_object
from .._http.normalize import normalize_chunk
from .._http.shape import fault_of

if TYPE_CHECKING:
    from .._operation import Operation
    from .format import Fields


_USUAL = frozenset(("index", "delta", "finish_reason", "native_finish_reason", "logprobs"))
# Fields of a delta that are never texts.
_STRUCTURED = frozenset(("tool_calls", "function_call", "reasoning_details", "annotations", "images", "audio"))


class ChatFormat:
    """Reads chunks. `choices` is the number of requested choices (`n`)."""

    def __init__(self, operation: Operation, choices: int) -> None:
        self.result = "completion"
        # `[DONE]` ends a chat, whose usage can follow its finish reason.
        self.is_ended = False
        # The failure of a choice that ended with an error reason and no details. Its usage can follow.
        self.failure: APIError | None = None
        self._shape = operation.shape
        self._choices = max(choices, 1)
        self._started: set[int] = set()
        self._finished: set[int] = set()
        # The last chunk, until one has a list of choices. A stream without such a chunk is not a completion.
        self._without_choices: Fields | None = None
        self._has_choices = False

    @property
    def is_complete(self) -> bool:
        """Whether the requested number of choices has finished and no other has started."""
        return len(self._finished) >= self._choices and len(self._finished) == len(self._started)

    def accept(self, value: Fields, /) -> bool:
        """A piece of one choice whose delta has only texts is used as it came."""
        choices = value.get("choices")
        if type(choices) is not list or len(choices) != 1 or value.get("object") != "chat.completion.chunk":
            return False
        choice = choices[0]
        if type(choice) is not dict or not _USUAL.issuperset(choice) or "error" in value or value.get("usage"):
            return False
        if choice.get("finish_reason") is not None or choice.get("native_finish_reason") is not None:
            return False
        index, delta = choice.get("index"), choice.get("delta")
        if type(index) is not int or index < 0 or type(delta) is not dict or "error" in delta:
            return False
        for name, part in delta.items():
            if type(part) is str:
                if name in _STRUCTURED:
                    return False
            elif part is not None:
                return False
        self._has_choices = True
        self._started.add(index)
        return True

    def find_error(self, value: Any) -> tuple[Any, ErrorDetail] | None:
        detail = detail_of(value)
        return None if detail is None else (value, detail)

    def to_failure(self, error: APIError, value: Any, has_begun: bool) -> APIError | None:
        if not has_begun or not _fails_by_reason_alone(value):
            return self._with_piece(error, value)
        if self.failure is None:
            self.failure = error
        return None

    def read(self, value: Fields, /) -> Fields:
        """Normalizes an event to a chunk of the contract."""
        choices = as_list(value.get("choices"))
        if choices is not None:
            self._has_choices = True
            if not self._started and any(_is_whole(choice) for choice in choices):
                fault = fault_of(value, self._shape)
                if fault:
                    raise StreamError("malformed", f"The completion is malformed: {fault}. {RESEND}", body=value)
                value = to_chunk(value)
        elif not self._has_choices:
            self._without_choices = dict(value)
        normalize_chunk(value)
        for choice in value["choices"]:
            self._started.add(choice["index"])
            if choice.get("finish_reason"):
                self._finished.add(choice["index"])
        return value

    def read_whole(self, response: Fields, /) -> list[Fields]:
        return [self.read(to_chunk(response))]

    def check_end(self) -> bool:
        # A service that sends the end mark may omit the finish reason.
        if self._without_choices is not None and not self._has_choices:
            message = f"The stream ended and no event had a list of `choices`. {RESEND}"
            raise StreamError("malformed", message, body=self._without_choices)
        return True

    def _with_piece(self, error: APIError, value: Any) -> APIError:
        """A failed event can contain a piece of the completion. In place of the first event, it is all that arrived."""
        if not as_list((as_object(value) or {}).get("choices")):
            return error
        is_first = not self._started
        try:
            piece = self.read(value)
        except PatchbayError:
            # The piece is malformed. The error already has the reason.
            return error
        if is_first:
            accumulator = CompletionAccumulator()
            accumulator.add(piece)
            error.partial = accumulator.result()
        else:
            error._piece = piece  # pyright: ignore[reportAttributeAccessIssue]
        return error


def _is_whole(choice: object) -> bool:
    record = as_object(choice)
    return record is not None and "message" in record and not record.get("delta")


def _fails_by_reason_alone(value: Any) -> bool:
    """Whether a chunk fails only by its finish reason, so that usage can follow."""
    record = as_object(value)
    if record is None or "error" in record or record.get("object") == "error":
        return False
    choices = as_list(record.get("choices"))
    if choices is None:
        return False
    records = [one for one in map(as_object, choices) if one is not None]
    parts = (*records, *(as_object(one.get("delta")) or {} for one in records))
    return all(part.get("error") is None for part in parts)
