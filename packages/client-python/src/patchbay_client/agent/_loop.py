# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""The loop of a run: request a completion, run its calls, and repeat until the model is done or the run has to stop."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .._errors import OutputError
from ._call_model import Answered, call_model
from ._completion import Answer, is_empty, read_completion, without_calls
from ._decide_next import Turn, TurnResponse, decide_next, decide_repair, decide_start
from ._effects import Execute, Work
from ._errors import BudgetExceededError, TimeLimitReachedError, attach
from ._ledger import Ledger
from ._output import read_output, to_repair_request
from ._report import EventType, RunEvent, RunProgress, RunReport, RunResult, Step, StopReason, ToolExecution
from ._request import Plan, to_request, with_more_tokens
from ._tools._call import prepare_call, to_content
from ._tools._context import ToolContext
from ._try_models import try_models

if TYPE_CHECKING:
    from .._schema.output import OutputSchema
    from ._tools._tool import Tool


class Loop:
    """One run."""

    def __init__(self, plan: Plan, messages: list[Any], ledger: Ledger) -> None:
        self._plan = plan
        self._messages = messages
        self._ledger = ledger
        self._id = str(uuid.uuid4())
        self._turn = Turn(models=tuple(range(len(plan.rules.candidates))) if plan.rules else ())
        self._requests = 0
        self._text = ""
        self._output: Any = None

    def run(self) -> Work[RunResult[Any]]:
        """Runs to the end. An error carries the report of the run."""
        stop: StopReason | None = None
        try:
            while stop is None:
                stop = yield from self._run_turn()
        except TimeLimitReachedError:
            stop = "timeout"
        except Exception as error:
            attach(error, self._ledger.attempts, RunReport(**self._report()))
            raise
        return RunResult(text=self._text, output=self._output, stop_reason=stop, **self._report())

    def _report(self) -> dict[str, Any]:
        ledger = self._ledger
        return {
            "messages": self._messages,
            "steps": ledger.steps,
            "usage": ledger.tokens,
            "cost": ledger.cost,
            "attempts": ledger.attempts,
        }

    def _run_turn(self) -> Work[StopReason | None]:
        """One request and its calls. Returns why the run stops; None if it continues."""
        ledger = self._ledger
        ledger.check_time()
        has_results = bool(self._messages) and self._messages[-1]["role"] == "tool"
        may_respond = self._plan.allow_final_response and has_results
        self._turn, stop = decide_start(self._turn, ledger.spent(), ledger.reached(), may_respond)
        if stop is not None:
            return stop
        number = len(ledger.steps) + 1
        self._emit("step-start", number)
        tried = len(ledger.attempts)
        try:
            answered = yield from self._ask()
        except BudgetExceededError:
            return ledger.spent() or "max_cost"
        answer = read_completion(answered.reply.completion, self._call_ids())
        step = Step(
            number=number,
            model=answered.attempt.model,
            text=answer.text,
            finish_reason=answer.finish_reason,
            usage=answered.reply.completion.usage,
            cost=answered.cost,
            attempts=ledger.attempts[tried:],
        )
        ledger.steps.append(step)
        self._text = answer.text
        stop = yield from self._handle(answered, answer, step)
        self._emit("step-end", number, step=step)
        return stop

    def _handle(self, answered: Answered, answer: Answer, step: Step) -> Work[StopReason | None]:
        """Acts on a response. Returns why the run stops; None if it continues."""
        plan = self._plan
        asked = answered.index
        response = TurnResponse(asked, answer.finish_reason, bool(answer.calls), is_empty(answer))
        decision = decide_next(self._turn, response, plan.rules is not None)
        offered = {} if self._turn.ending else plan.tools
        self._turn = decision.turn
        if decision.rejected is not None:
            answered.attempt.outcome, answered.attempt.reason = "rejected", decision.rejected
        if decision.type in ("repeat", "stop"):
            return decision.stop_reason
        if decision.type == "run-tools":
            yield from self._run_calls(answer, step, offered)
            progress = RunProgress(self._ledger.steps, self._messages, self._ledger.tokens, self._ledger.cost)
            return "stop_condition" if plan.stop_when is not None and plan.stop_when(progress) else None
        self._messages.append(without_calls(answer.message))
        if plan.output is None or not decision.checks_output:
            return decision.stop_reason
        error = self._read_output(plan.output, answered, answer)
        if error is None:
            return decision.stop_reason
        answered.attempt.outcome, answered.attempt.reason = "rejected", error.message
        if self._turn.ending is not None:
            return self._turn.ending
        repaired = None if answer.message.get("refusal") else decide_repair(self._turn, asked, plan.rules is not None)
        if repaired is None:
            raise error
        self._turn = repaired
        self._messages.append({"role": "user", "content": to_repair_request(error)})
        return None

    def _read_output(self, schema: OutputSchema, answered: Answered, answer: Answer) -> OutputError | None:
        """Reads the output. Returns why it is invalid; None if it is valid."""
        try:
            self._output = read_output(schema, answered.reply.completion, answer)
        except OutputError as error:
            return error
        return None

    def _ask(self) -> Work[Answered]:
        """Requests a completion from the models that are left."""
        plan, turn, ledger = self._plan, self._turn, self._ledger
        self._requests += 1
        point = f"{self._id}:{self._requests}"
        request = to_request(plan, turn, self._messages)
        rules = plan.rules
        if rules is None:
            return (yield from call_model(with_more_tokens(request, turn.again), point, ledger))

        def begin(candidate: Mapping[str, Any], place: str) -> Work[Answered]:
            own = with_more_tokens({**request, **candidate}, turn.again)
            return call_model(own, f"{point}.{place}", ledger, rules)

        def has_nothing(end: Answered) -> bool:
            return is_empty(read_completion(end.reply.completion))

        candidates = [(index, rules.candidates[index]) for index in turn.models]
        return (yield from try_models(rules, candidates, ledger, begin, has_nothing))

    def _run_calls(self, answer: Answer, step: Step, offered: Mapping[str, Tool]) -> Work[None]:
        """Runs the calls of a response. The conversation has a result for each call, whatever happens."""
        before = tuple(self._messages)
        self._messages.append(answer.message)
        calls = [
            prepare_call(
                call, offered, ToolContext(call["id"], f"{self._id}:{self._requests}:{call['id']}", step.number, before)
            )
            for call in answer.calls
        ]
        for call in calls:
            self._emit("tool-start", step.number, id=call.id, name=call.name, arguments=call.arguments)

        def note(execution: ToolExecution) -> None:
            self._emit("tool-end", step.number, call=execution)

        executions: list[ToolExecution] = yield Execute(calls, self._plan.tool_concurrency, self._ledger, note)
        step.tool_calls.extend(executions)
        self._messages.extend(
            {"role": "tool", "tool_call_id": one.id, "content": to_content(one)} for one in executions
        )

    def _call_ids(self) -> set[str]:
        """The ids of all calls in the conversation."""
        calls = (call for message in self._messages for call in message.get("tool_calls") or ())
        return {str(call.get("id")) for call in calls}

    def _emit(self, type: EventType, number: int, **data: Any) -> None:
        if self._plan.on_event is not None:
            self._plan.on_event(RunEvent(type, number, data))
