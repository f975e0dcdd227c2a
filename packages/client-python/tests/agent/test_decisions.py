"""The decisions of fallbacks and runs, as tables."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest

from patchbay_client import APIConnectionError, APIError, APITimeoutError, PatchbayError, StreamError
from patchbay_client.agent import Cooldown, Failure, FailureKind, classify_error
from patchbay_client.agent._decide_attempt import AttemptDecision, FailedAttempt, decide_attempt
from patchbay_client.agent._decide_next import Turn, TurnResponse, decide_next, decide_repair, decide_start
from patchbay_client.agent._fields import CompletionFields
from patchbay_client.generated.fallback_policy import FALLBACK
from patchbay_client.generated.params.chat_request import ChatCompletionParams


def test_the_failure_kinds_are_those_of_the_contract() -> None:
    assert get_args(FailureKind) == tuple(info.kind for info in FALLBACK.kinds)


def test_the_keywords_are_the_fields_of_the_request() -> None:
    own = {"extra_headers", "extra_query", "extra_body"}
    without = {"model", "models", "messages", "stream", "stream_options", "usage"}
    assert set(CompletionFields.__annotations__) - own == set(ChatCompletionParams.__annotations__) - without


def api(status: int, message: str = "", **facts: Any) -> APIError:
    return APIError(message, status_code=status, **facts)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (APITimeoutError("attempt", 1), "timeout"),
        (APIConnectionError(request_sent=True), "ambiguous"),
        (APIConnectionError(request_sent=False), "connection"),
        (StreamError("interrupted", "The stream was interrupted."), "stream_interrupted"),
        (api(400, "400 bad_request: Invalid"), "bad_request"),
        (api(400, "400 bad_request: a/b is not a valid model ID"), "not_found"),
        (
            api(400, "400 bad_request: Provider error", metadata={"raw": "prompt is too long"}),
            "context_length_exceeded",
        ),
        (api(400, "400 bad_request: max_tokens is too large: 9 > 8 tokens limit exceeded"), "bad_request"),
        (api(400, error_type="context_length_exceeded"), "context_length_exceeded"),
        (api(401), "unauthorized"),
        (api(402), "insufficient_credits"),
        (api(403), "forbidden"),
        (api(404), "not_found"),
        (api(409), "transient"),
        (api(413), "context_length_exceeded"),
        (api(418), "bad_request"),
        (api(422), "bad_request"),
        (api(425), "transient"),
        (api(429), "rate_limited"),
        (api(500), "server_error"),
        (api(502, code="invalid_response"), "stream_interrupted"),
        (api(502, "The prompt is too long: maximum context length is 8"), "context_length_exceeded"),
        (api(529), "server_error"),
        (PatchbayError("`model` must be a string."), "unknown"),
        (KeyError("x"), "unknown"),
    ],
)
def test_an_error_has_the_kind_of_the_first_rule_that_holds(error: Exception, kind: str) -> None:
    assert classify_error(error).kind == kind
    assert classify_error(error, shown=True).kind == "after_output"


def test_an_error_with_output_may_be_billed() -> None:
    error = api(502)
    error.partial = {"choices": [{"message": {"content": "One"}}]}
    assert classify_error(error).kind == "stream_interrupted"


def test_a_failure_has_the_wait_that_the_api_requests() -> None:
    assert classify_error(api(429, retry_after=1.5)) == Failure("rate_limited", "APIError", 429, 1.5)


FIRST = FailedAttempt(Failure("server_error", ""), "retry", tries=1, has_next=True)


def failed(kind: FailureKind, retry_after: float | None = None) -> Failure:
    return Failure(kind, "", retry_after=retry_after)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ("retry", 0.25)),
        ({"retry_delay": 0.01}, ("retry", 0.01)),
        ({"tries": 2}, ("next", 0)),
        ({"tries": 2, "has_next": False}, ("give-up", 0)),
        ({"action": "next"}, ("next", 0)),
        ({"action": "next", "has_next": False}, ("give-up", 0)),
        ({"action": "throw"}, ("give-up", 0)),
        ({"action": "throw", "failure": failed("insufficient_credits", 0.9)}, ("retry", 0.9)),
        ({"action": "throw", "failure": failed("insufficient_credits")}, ("give-up", 0)),
        ({"action": "throw", "failure": failed("insufficient_credits", 0.9), "tries": 2}, ("give-up", 0)),
        ({"action": "next", "failure": failed("rate_limited", 0.9)}, ("next", 0)),
        ({"action": "next", "failure": failed("rate_limited", 0.9), "has_next": False}, ("retry", 0.9)),
        ({"action": "next", "failure": failed("rate_limited", 60.001), "has_next": False}, ("give-up", 0)),
        ({"failure": failed("rate_limited", 0.9)}, ("retry", 0.9)),
        ({"failure": failed("server_error", 0.9)}, ("retry", 0.25)),
        ({"failure": failed("server_error", 0.9), "has_next": False}, ("retry", 0.9)),
        ({"failure": failed("server_error", 60.001), "has_next": False}, ("give-up", 0)),
    ],
)
def test_decide_attempt(change: Any, expected: Any) -> None:
    assert decide_attempt(replace(FIRST, **change)) == AttemptDecision(*expected)


TURN = Turn()
DONE = TurnResponse(0, "stop", has_calls=False, is_empty=False)
CALLS = TurnResponse(0, "tool_calls", has_calls=True, is_empty=False)


@pytest.mark.parametrize(
    ("turn", "response", "has_fallback", "expected"),
    [
        (TURN, DONE, False, ("finish", "completed")),
        (TURN, CALLS, False, ("run-tools", None)),
        (replace(TURN, ending="max_steps"), CALLS, False, ("finish", "max_steps")),
        (TURN, replace(DONE, finish_reason="length"), False, ("finish", "length")),
        (TURN, replace(DONE, finish_reason="content_filter"), False, ("finish", "content_filter")),
        (TURN, replace(CALLS, finish_reason="length"), False, ("repeat", None)),
        (replace(TURN, again=1), replace(CALLS, finish_reason="length"), False, ("stop", "length")),
        (replace(TURN, again=1, models=(0, 1)), replace(CALLS, finish_reason="length"), True, ("repeat", None)),
        (replace(TURN, again=1, models=(0,)), replace(CALLS, finish_reason="length"), True, ("stop", "length")),
        (TURN, replace(DONE, is_empty=True), False, ("repeat", None)),
        (replace(TURN, again=1), replace(DONE, is_empty=True), False, ("stop", "empty_response")),
        (TURN, replace(DONE, is_empty=True), True, ("stop", "empty_response")),
        (replace(TURN, ending="max_steps"), replace(DONE, is_empty=True), False, ("finish", "max_steps")),
    ],
)
def test_decide_next(turn: Turn, response: TurnResponse, has_fallback: bool, expected: Any) -> None:
    decision = decide_next(turn, response, has_fallback)
    assert (decision.type, decision.stop_reason) == expected


def test_an_accepted_response_ends_the_forced_tool_choice() -> None:
    assert decide_next(TURN, CALLS, False).turn.is_first is False
    assert decide_next(TURN, replace(DONE, is_empty=True), False).turn.is_first is True


def test_a_truncated_call_leads_to_the_models_after_the_requested_one() -> None:
    turn = Turn(again=1, models=(0, 1, 2))
    truncated = TurnResponse(1, "length", has_calls=True, is_empty=False)
    assert decide_next(turn, truncated, True).turn == replace(turn, again=0, models=(2,))


@pytest.mark.parametrize(
    ("turn", "spent", "reached", "may_respond", "expected"),
    [
        (TURN, None, None, False, (None, None)),
        (TURN, "max_cost", None, True, ("max_cost", "max_cost")),
        (TURN, None, "max_steps", True, ("max_steps", None)),
        (TURN, None, "max_steps", False, ("max_steps", "max_steps")),
        (replace(TURN, ending="max_steps"), None, "max_steps", False, ("max_steps", "max_steps")),
    ],
)
def test_decide_start(turn: Turn, spent: Any, reached: Any, may_respond: bool, expected: Any) -> None:
    after, stop = decide_start(turn, spent, reached, may_respond)
    assert (after.ending, stop) == expected


def test_an_output_is_repaired_once_then_the_next_model_is_used() -> None:
    turn = Turn(models=(0, 1))
    repaired = decide_repair(turn, 0, True)
    assert repaired == replace(turn, repairs=1)
    assert decide_repair(replace(turn, repairs=1), 0, True) == replace(turn, repairs=2, models=(1,))
    assert decide_repair(replace(turn, repairs=2, models=(1,)), 1, True) is None
    assert decide_repair(replace(turn, repairs=1), 0, False) is None


def test_a_cooldown_counts_failures_of_the_model_only() -> None:
    now = 100.0
    cooldown = Cooldown(failure_threshold=2, duration=30.0)
    cooldown._now = lambda: now
    for kind in ("bad_request", "forbidden", "bad_request"):
        cooldown.note_failure("a", failed(kind))
    cooldown.note_failure("a", failed("server_error"))
    assert not cooldown.is_cooling("a")
    cooldown.note_failure("a", failed("server_error"))
    assert cooldown.is_cooling("a")
    now = 131.0
    # One attempt is let through; the next caller waits for its result.
    assert [cooldown.is_cooling("a"), cooldown.is_cooling("a")] == [False, True]
    cooldown.note_failure("a", failed("timeout"))
    assert cooldown.is_cooling("a")
    now = 170.0
    assert not cooldown.is_cooling("a")
    cooldown.note_success("a")
    assert not cooldown.is_cooling("a")


@pytest.mark.parametrize(
    ("failure", "seconds"), [(failed("rate_limited"), 5), (failed("rate_limited", 12), 12), (failed("not_found"), 60)]
)
def test_a_cooldown_follows_the_failure(failure: Failure, seconds: float) -> None:
    now = 0.0
    cooldown = Cooldown()
    cooldown._now = lambda: now
    cooldown.note_failure("a", failure)
    now = seconds - 0.5
    assert cooldown.is_cooling("a")
    now = seconds + 0.5
    assert not cooldown.is_cooling("a")
