"""The public functions that run tools."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, Unpack, cast, overload

from .._checks import check_callable
from .._failures.show import show_value
from .._http.json_body import to_plain
from .._omit import OMIT, Omit
from .._schema.output import resolve_output
from ._drive import drive
from ._drive_async import drive_async
from ._errors import AgentError
from ._fallback import Fallback
from ._ledger import Budget, Ledger, Limits
from ._loop import Loop
from ._report import RunEvent, RunProgress, RunResult
from ._request import Plan
from ._tools._tool import to_tools

if TYPE_CHECKING:
    from .._client import AsyncPatchbay, Patchbay
    from ..generated.params.messages import ChatMessageParam
    from ..generated.params.model_ids import ModelId
    from ..generated.params.tools import ToolChoiceParam
    from ._fields import ChatFields
    from ._tools._tool import ToolInput

Output = TypeVar("Output")


@overload
def run_tools(
    client: Patchbay,
    *,
    model: ModelId | Fallback,
    messages: Iterable[ChatMessageParam],
    tools: Iterable[ToolInput] = (),
    output: type[Output],
    limits: Limits | None = None,
    budget: Budget | None = None,
    tool_choice: ToolChoiceParam | Omit = OMIT,
    tool_concurrency: int | None = None,
    allow_final_response: bool = True,
    stop_when: Callable[[RunProgress], object] | None = None,
    on_event: Callable[[RunEvent], object] | None = None,
    **fields: Unpack[ChatFields],
) -> RunResult[Output | None]: ...


@overload
def run_tools(
    client: Patchbay,
    *,
    model: ModelId | Fallback,
    messages: Iterable[ChatMessageParam],
    tools: Iterable[ToolInput] = (),
    output: None = None,
    limits: Limits | None = None,
    budget: Budget | None = None,
    tool_choice: ToolChoiceParam | Omit = OMIT,
    tool_concurrency: int | None = None,
    allow_final_response: bool = True,
    stop_when: Callable[[RunProgress], object] | None = None,
    on_event: Callable[[RunEvent], object] | None = None,
    **fields: Unpack[ChatFields],
) -> RunResult[None]: ...


def run_tools(
    client: Patchbay,
    *,
    model: ModelId | Fallback,
    messages: Iterable[ChatMessageParam],
    tools: Iterable[ToolInput] = (),
    output: Any = None,
    limits: Limits | None = None,
    budget: Budget | None = None,
    tool_choice: ToolChoiceParam | Omit = OMIT,
    tool_concurrency: int | None = None,
    allow_final_response: bool = True,
    stop_when: Callable[[RunProgress], object] | None = None,
    on_event: Callable[[RunEvent], object] | None = None,
    **fields: Unpack[ChatFields],
) -> RunResult[Any]:
    """Requests completions and runs the tools that the model calls, until the model is done or a limit is reached.

    The calls of one response run in parallel, in threads; the model receives the results in the order of its calls.
    Invalid arguments, unknown tools and exceptions are reported to the model, which can correct itself. Calls of a
    completion that was truncated at the token limit do not run. A run that a tool starts counts toward the limits of this
    one.

    Args:
        client: The client.
        model: A model id, or what `fallback` returned.
        messages: The conversation. It is copied; the result has the continued one.
        tools: Typed functions, what `tool` returned, and definitions of tools that the API runs.
        output: A type of the final output: a pydantic model, a dataclass or a TypedDict. The model corrects an invalid
            output once.
        limits: The limits of the run. Default: 20 steps.
        budget: A budget that several runs and calls share. Default: none.
        tool_choice: Whether the model must call a tool, and which one. A forced choice applies to the first step.
        tool_concurrency: Number of calls that run at once. With 1, they run in the thread of the caller, and a timeout
            does not interrupt them. Default: all calls of a response.
        allow_final_response: Whether the model may respond to its last tool results, without tools, after `max_steps` or
            `max_total_tokens` is reached. Default: True.
        stop_when: Called after the tools of a step; the run stops when it returns a true value.
        on_event: Called with each step and call of a tool, in the thread of the caller.
        **fields: The other fields of `client.chat.completions.create`, such as `temperature`.

    Returns:
        The result. A limit is not an error: check `stop_reason`.

    Raises:
        AgentError: when an option is not valid.
        PatchbayError: when a request fails; `get_run_report(error)` returns what was done before.
        OutputError: when the output is invalid again after its correction.

    Example:
        ```python
        def get_weather(city: str) -> dict[str, object]:
            '''The current weather of a city.

            Args:
                city: The name of the city, such as Oslo.
            '''
            return {"city": city, "celsius": 7}


        result = run_tools(
            client,
            model="openai/gpt-5-mini",
            messages=[{"role": "user", "content": "How is the weather in Oslo?"}],
            tools=[get_weather],
            limits=Limits(max_cost=Decimal("0.05"), timeout=60.0),
        )
        print(result.text, result.cost, result.stop_reason)
        ```
    """
    if not hasattr(client, "__enter__"):
        raise AgentError(f"`client` must be a Patchbay client, got {show_value(client)}. Use `run_tools_async`.")
    options = _Options(
        model, tools, output, tool_choice, tool_concurrency, allow_final_response, stop_when, on_event, fields
    )
    plan = options.to_plan()
    for one in plan.tools.values():
        if one.is_async:
            raise AgentError(f"The tool `{one.name}` is async. Use AsyncPatchbay and `run_tools_async`.")
    return drive(client, Loop(plan, _to_messages(messages), Ledger(limits or Limits(), budget)).run())


@overload
async def run_tools_async(
    client: AsyncPatchbay,
    *,
    model: ModelId | Fallback,
    messages: Iterable[ChatMessageParam],
    tools: Iterable[ToolInput] = (),
    output: type[Output],
    limits: Limits | None = None,
    budget: Budget | None = None,
    tool_choice: ToolChoiceParam | Omit = OMIT,
    tool_concurrency: int | None = None,
    allow_final_response: bool = True,
    stop_when: Callable[[RunProgress], object] | None = None,
    on_event: Callable[[RunEvent], object] | None = None,
    **fields: Unpack[ChatFields],
) -> RunResult[Output | None]: ...


@overload
async def run_tools_async(
    client: AsyncPatchbay,
    *,
    model: ModelId | Fallback,
    messages: Iterable[ChatMessageParam],
    tools: Iterable[ToolInput] = (),
    output: None = None,
    limits: Limits | None = None,
    budget: Budget | None = None,
    tool_choice: ToolChoiceParam | Omit = OMIT,
    tool_concurrency: int | None = None,
    allow_final_response: bool = True,
    stop_when: Callable[[RunProgress], object] | None = None,
    on_event: Callable[[RunEvent], object] | None = None,
    **fields: Unpack[ChatFields],
) -> RunResult[None]: ...


async def run_tools_async(
    client: AsyncPatchbay,
    *,
    model: ModelId | Fallback,
    messages: Iterable[ChatMessageParam],
    tools: Iterable[ToolInput] = (),
    output: Any = None,
    limits: Limits | None = None,
    budget: Budget | None = None,
    tool_choice: ToolChoiceParam | Omit = OMIT,
    tool_concurrency: int | None = None,
    allow_final_response: bool = True,
    stop_when: Callable[[RunProgress], object] | None = None,
    on_event: Callable[[RunEvent], object] | None = None,
    **fields: Unpack[ChatFields],
) -> RunResult[Any]:
    """The asynchronous form of `run_tools`. Async tools run as tasks, other tools in threads.

    Cancelling the task cancels the request in progress and the async tools. The arguments are those of `run_tools`.

    Example:
        ```python
        async with AsyncPatchbay() as client:
            result = await run_tools_async(client, model=model, messages=messages, tools=[get_weather])
        ```
    """
    if not hasattr(client, "__aenter__"):
        raise AgentError(f"`client` must be an AsyncPatchbay client, got {show_value(client)}. Use `run_tools`.")
    options = _Options(
        model, tools, output, tool_choice, tool_concurrency, allow_final_response, stop_when, on_event, fields
    )
    loop = Loop(options.to_plan(), _to_messages(messages), Ledger(limits or Limits(), budget))
    return await drive_async(client, loop.run())


class _Options:
    """The options of a run, before they are checked."""

    def __init__(
        self,
        model: ModelId | Fallback,
        tools: Iterable[ToolInput],
        output: Any,
        tool_choice: Any,
        tool_concurrency: int | None,
        allow_final_response: bool,
        stop_when: Callable[[RunProgress], object] | None,
        on_event: Callable[[RunEvent], object] | None,
        fields: Mapping[str, Any],
    ) -> None:
        self.model = model
        self.tools = tools
        self.output = output
        self.tool_choice = tool_choice
        self.tool_concurrency = tool_concurrency
        self.allow_final_response = allow_final_response
        self.stop_when = stop_when
        self.on_event = on_event
        self.fields = fields

    def to_plan(self) -> Plan:
        """Checks the options."""
        model = self.model
        if not isinstance(model, Fallback) and not (isinstance(model, str) and model.strip()):
            raise AgentError(f"`model` must be a model id or the result of `fallback`, got {show_value(model)}.")
        concurrency = self.tool_concurrency
        if concurrency is not None and (isinstance(concurrency, bool) or concurrency < 1):
            raise AgentError(f"`tool_concurrency` must be an integer of 1 or more, got {show_value(concurrency)}.")
        check_callable("stop_when", self.stop_when)
        check_callable("on_event", self.on_event)
        functions, definitions = to_tools(self.tools)
        return Plan(
            model=None if isinstance(model, Fallback) else model,
            rules=model if isinstance(model, Fallback) else None,
            fields=self.fields,
            tools=functions,
            definitions=cast("list[Any]", definitions),
            tool_choice=None if self.tool_choice is OMIT else self.tool_choice,
            tool_concurrency=concurrency,
            output=None if self.output is None else resolve_output(self.output, "output"),
            allow_final_response=self.allow_final_response,
            stop_when=self.stop_when,
            on_event=self.on_event,
        )


def _to_messages(messages: Iterable[ChatMessageParam]) -> list[Any]:
    """A copy of the messages as plain data. Messages of a response can be sent back."""
    return to_plain("run_tools", {"messages": list(messages)})["messages"]
