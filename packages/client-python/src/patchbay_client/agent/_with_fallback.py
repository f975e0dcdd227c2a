# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""One completion from the first model of a list that responds."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, Unpack, overload

from .._failures.show import show_value
from ._call_model import Answered, call_model
from ._completion import is_empty, read_completion
from ._drive import drive
from ._drive_async import drive_async
from ._effects import Work
from ._errors import AgentError, attach
from ._fallback import Fallback, Models, to_fallback
from ._ledger import Budget, Ledger
from ._report import Attempt
from ._try_models import try_models

if TYPE_CHECKING:
    from .._client import AsyncPatchbay, Patchbay
    from .._streams import AsyncChatStream, ChatStream
    from ..generated.models.chat_response import ChatCompletion
    from ..generated.params.messages import ChatMessageParam
    from ._fields import CompletionFields

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class WithFallbackResult(Generic[Result]):
    """A completion or a stream, and the attempts that it took."""

    value: Result
    """The completion; with `stream=True`, the stream."""
    model: str
    """The model of the list that returned it."""
    attempts: list[Attempt]
    """All attempts. The last one of a stream is complete when the stream has ended."""


@overload
def with_fallback(
    client: Patchbay,
    models: Fallback | Models,
    *,
    messages: Iterable[ChatMessageParam],
    stream: Literal[False] = False,
    budget: Budget | None = None,
    **fields: Unpack[CompletionFields],
) -> WithFallbackResult[ChatCompletion]: ...


@overload
def with_fallback(
    client: Patchbay,
    models: Fallback | Models,
    *,
    messages: Iterable[ChatMessageParam],
    stream: Literal[True],
    budget: Budget | None = None,
    **fields: Unpack[CompletionFields],
) -> WithFallbackResult[ChatStream]: ...


def with_fallback(
    client: Patchbay,
    models: Fallback | Models,
    *,
    messages: Iterable[ChatMessageParam],
    stream: bool = False,
    budget: Budget | None = None,
    **fields: Unpack[CompletionFields],
) -> WithFallbackResult[Any]:
    """Requests one model after the other until one responds, by the rules of `fallback`.

    With `stream=True`, a model that fails before its first output is replaced. After it, the error is raised while the
    stream is read.

    Args:
        client: The client. Its own retries are off.
        models: What `fallback` returned, or a list of models.
        messages: The messages of the conversation.
        stream: Whether to return a stream. Default: False.
        budget: A budget that several calls share. Default: none.
        **fields: The other fields of `client.chat.completions.create`.

    Returns:
        The completion or the stream as `value`, the `model` of the list that returned it, and the `attempts`.

    Raises:
        PatchbayError: the error of the last attempt; `get_attempts(error)` returns all attempts.
        BudgetExceededError: when the budget is spent. No further request was sent.
        AgentError: when an option is not valid, or `accept` rejected every completion.

    Example:
        ```python
        models = fallback(["anthropic/claude-sonnet-4.5", "openai/gpt-5-mini"], first_token_timeout=8.0)
        result = with_fallback(client, models, messages=[{"role": "user", "content": "Hello!"}])
        print(result.value.choices[0].message.content, result.model)
        ```
    """
    if not hasattr(client, "__enter__"):
        raise AgentError(f"`client` must be a Patchbay client, got {show_value(client)}. Use `with_fallback_async`.")
    return drive(client, _work(to_fallback(models), {**fields, "messages": list(messages)}, budget, stream))


@overload
async def with_fallback_async(
    client: AsyncPatchbay,
    models: Fallback | Models,
    *,
    messages: Iterable[ChatMessageParam],
    stream: Literal[False] = False,
    budget: Budget | None = None,
    **fields: Unpack[CompletionFields],
) -> WithFallbackResult[ChatCompletion]: ...


@overload
async def with_fallback_async(
    client: AsyncPatchbay,
    models: Fallback | Models,
    *,
    messages: Iterable[ChatMessageParam],
    stream: Literal[True],
    budget: Budget | None = None,
    **fields: Unpack[CompletionFields],
) -> WithFallbackResult[AsyncChatStream]: ...


async def with_fallback_async(
    client: AsyncPatchbay,
    models: Fallback | Models,
    *,
    messages: Iterable[ChatMessageParam],
    stream: bool = False,
    budget: Budget | None = None,
    **fields: Unpack[CompletionFields],
) -> WithFallbackResult[Any]:
    """The asynchronous form of `with_fallback`.

    Example:
        ```python
        result = await with_fallback_async(client, models, messages=messages, stream=True)
        async with result.value as stream:
            async for text in stream.text_stream:
                print(text, end="")
        ```
    """
    if not hasattr(client, "__aenter__"):
        raise AgentError(f"`client` must be an AsyncPatchbay client, got {show_value(client)}. Use `with_fallback`.")
    work = _work(to_fallback(models), {**fields, "messages": list(messages)}, budget, stream)
    return await drive_async(client, work)


def _work(
    rules: Fallback, fields: Mapping[str, Any], budget: Budget | None, stream: bool
) -> Work[WithFallbackResult[Any]]:
    if stream and rules.accept is not None:
        raise AgentError("`accept` cannot check a stream. Remove it from the fallback, or use `stream=False`.")
    ledger = Ledger(budget=budget)
    run = uuid.uuid4()

    def begin(candidate: Mapping[str, Any], point: str) -> Work[Answered]:
        return call_model({**fields, **candidate}, f"{run}:{point}", ledger, rules, stream)

    def has_nothing(end: Answered) -> bool:
        state = getattr(end.reply.value, "_state", None)
        is_unfinished = state is not None and state.phase == "open"
        return not is_unfinished and is_empty(read_completion(end.reply.completion))

    try:
        end = yield from try_models(rules, list(enumerate(rules.candidates)), ledger, begin, has_nothing)
    except Exception as error:
        attach(error, ledger.attempts)
        raise
    return WithFallbackResult(end.reply.value, end.asked, ledger.attempts)
