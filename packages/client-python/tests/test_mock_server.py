"""The control of the mock server through the fixture `patchbay_server`."""

from __future__ import annotations

import dataclasses
import json
import sys
import typing
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx2
import pytest

from patchbay_client import PatchbayError, testing
from patchbay_client.testing import MockServer, MockServerError, MockServerProcess, start_mock_server
from patchbay_client.testing import _rules as rules
from patchbay_client.types import ChatMessageParam

CONTROL = Path(__file__).parents[2] / "mock-server/src/generated/control/openapi.json"


def ask(server: MockServer, text: str, model: str = "openai/gpt-5-mini", **headers: str) -> httpx2.Response:
    body = {"model": model, "messages": [{"role": "user", "content": text}]}
    all_headers = {"authorization": f"Bearer {server.api_key}", **headers}
    return httpx2.post(f"{server.base_url}/chat/completions", json=body, headers=all_headers)


def text_of(response: httpx2.Response) -> str:
    return response.json()["choices"][0]["message"]["content"]


def test_a_rule_replies_in_order_and_then_no_longer_applies(patchbay_server: MockServer) -> None:
    patchbay_server.on(user_message="weather").reply({"status": 503}, "Sunny.", name="forecast")
    assert ask(patchbay_server, "The weather?").status_code == 503
    assert text_of(ask(patchbay_server, "The weather?")) == "Sunny."
    (rule,) = patchbay_server.rules()
    assert rule == testing.RuleStatus(name="forecast", times_used=2, times_remaining=0)
    patchbay_server.clear_rules()
    assert patchbay_server.rules() == []


def test_the_clients_of_a_session_call_it(patchbay_server: MockServer) -> None:
    patchbay_server.on(user_message="weather").reply({"status": 503}, "Sunny.")
    client = patchbay_server.client(default_headers={"x-trace": "7"})
    messages: list[ChatMessageParam] = [{"role": "user", "content": "The weather?"}]
    reply = client.chat.completions.create(model="openai/gpt-5-mini", messages=messages)
    assert reply.choices[0].message.content == "Sunny."
    assert [(entry.status, entry.headers["x-trace"]) for entry in patchbay_server.journal.entries()] == [
        (503, "7"),
        (200, "7"),
    ]
    assert client.credits.get().data.total_credits == 100


async def test_an_asynchronous_client_of_a_session_calls_it(patchbay_server: MockServer) -> None:
    patchbay_server.on().reply("Sunny.")
    messages: list[ChatMessageParam] = [{"role": "user", "content": "The weather?"}]
    async with patchbay_server.async_client() as client:
        reply = await client.chat.completions.create(model="openai/gpt-5-mini", messages=messages)
    assert reply.choices[0].message.content == "Sunny."


def test_a_session_closes_its_clients(patchbay_process: MockServerProcess) -> None:
    with patchbay_process.session() as server:
        client = server.client()
        client.models.count()
    with pytest.raises(PatchbayError, match="closed"):
        client.models.count()


def test_rules_have_the_form_of_the_control_api_and_of_scenario_files(patchbay_server: MockServer) -> None:
    patchbay_server.add_rules(
        {"match": {"userMessage": {"regex": "^hi", "flags": "i"}}, "reply": "Hello."},
        {"match": {"headers": {"x-test": "1"}}, "reply": {"content": "Two.", "delay": 1}, "times": 1},
    )
    assert text_of(ask(patchbay_server, "Hi!")) == "Hello."
    assert text_of(ask(patchbay_server, "Hi!", **{"x-test": "1"})) == "Two."


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        ({"kind": "connection_reset"}, httpx2.TransportError),
        ({"kind": "truncated", "afterBytes": 10}, httpx2.TransportError),
        ({"kind": "malformed_json"}, ValueError),
    ],
)
def test_a_reply_can_have_a_fault(patchbay_server: MockServer, fault: testing.Fault, problem: type[Exception]) -> None:
    patchbay_server.on().reply({"content": "Hello.", "fault": fault})
    with pytest.raises(problem):
        ask(patchbay_server, "hi").json()
    assert [(one.kind, one.applied) for one in patchbay_server.journal.last.faults] == [(fault["kind"], True)]


def test_the_journal_has_the_request_the_attempts_and_the_exact_cost(patchbay_server: MockServer) -> None:
    patchbay_server.set_provider_states({"openai": "down"})
    ask(patchbay_server, "hi", "openai/gpt-4o-mini", **{"x-trace": "7"})
    entry = patchbay_server.journal.last
    assert (entry.method, entry.operation, entry.status) == ("POST", "chat.completions.create", 200)
    assert entry.headers["x-trace"] == "7"
    assert patchbay_server.api_key not in repr(entry)
    assert entry.input["messages"] == [{"role": "user", "content": "hi"}]
    assert [(attempt.provider, attempt.status >= 500) for attempt in entry.attempts] == [
        ("OpenAI", True),
        ("Azure", False),
    ]
    assert entry.ended == testing.Ended(sent=1, complete=True)
    assert entry.cost == Decimal(repr(entry.response["usage"]["cost"])) > 0
    assert patchbay_server.spending().model == {"openai/gpt-4o-mini": entry.cost}
    assert patchbay_server.provider_states()["openai"] == "down"


def test_the_journal_counts_selects_and_forgets_requests(patchbay_server: MockServer) -> None:
    journal = patchbay_server.journal
    assert len(journal) == 0
    with pytest.raises(IndexError, match="received no request"):
        _ = journal.last
    httpx2.get(f"{patchbay_server.base_url}/models/count")
    ask(patchbay_server, "hi")
    assert [entry.operation for entry in journal.entries()] == ["models.count", "chat.completions.create"]
    assert [entry.id for entry in journal.entries("models.count")] == [1]
    assert len(journal) == 2
    journal.clear()
    assert journal.entries() == []


def test_the_journal_reads_all_of_its_pages(patchbay_server: MockServer) -> None:
    with httpx2.Client(base_url=patchbay_server.base_url) as client:
        for _ in range(250):
            client.get("models/count")
    assert [entry.id for entry in patchbay_server.journal.entries()] == [*range(1, 251)]


def test_a_request_that_nearly_matched_shows_the_difference(patchbay_server: MockServer) -> None:
    patchbay_server.on(user_message="weather", model="openai/*").reply("Sunny.", name="forecast")
    ask(patchbay_server, "The time?")
    (miss,) = patchbay_server.journal.last.near_misses
    assert miss.rule == "forecast"
    assert [one.field for one in miss.differences] == ["userMessage"]


def test_credits_are_exact_and_those_of_an_account(patchbay_server: MockServer) -> None:
    assert patchbay_server.set_credits(Decimal("0.1")) == Decimal("0.1")
    assert patchbay_server.add_credits(0.2) == Decimal("0.3")
    assert patchbay_server.add_credits(1, account="ada") == Decimal(101)
    patchbay_server.set_credits(-1)
    assert ask(patchbay_server, "hi").status_code == 402


def test_time_advances_by_seconds_or_a_duration(patchbay_server: MockServer) -> None:
    before = patchbay_server.advance_time(0)
    assert patchbay_server.advance_time(60) - before >= timedelta(seconds=60)
    assert patchbay_server.advance_time(timedelta(hours=1)) - before >= timedelta(hours=1, seconds=60)


def test_a_snapshot_is_restored_and_a_reset_takes_a_scenario(patchbay_server: MockServer) -> None:
    patchbay_server.set_credits(5)
    snapshot = patchbay_server.snapshot()
    patchbay_server.set_credits(1)
    patchbay_server.restore(snapshot)
    assert patchbay_server.add_credits(0) == 5
    patchbay_server.reset({"credits": 2, "defaultReply": "echo"})
    assert patchbay_server.add_credits(0) == 2
    assert text_of(ask(patchbay_server, "Repeat this")) == "Repeat this"


@pytest.mark.patchbay(credits=0.25, rules=[{"reply": "From the marker."}])
def test_the_marker_sets_the_scenario(patchbay_server: MockServer) -> None:
    assert patchbay_server.add_credits(0) == Decimal("0.25")
    assert text_of(ask(patchbay_server, "hi")) == "From the marker."


def test_sessions_are_separate_and_end_with_their_context(patchbay_process: MockServerProcess) -> None:
    sessions = f"{patchbay_process.url}/_patchbay/sessions"
    with patchbay_process.session() as one, patchbay_process.session(scenario={"credits": 1}) as two:
        one.on().reply("One.")
        assert text_of(ask(one, "hi")) == "One."
        assert two.rules() == []
        names = {session["name"] for session in httpx2.get(sessions).json()["sessions"]}
        assert {one.name, two.name} <= names
    names = {session["name"] for session in httpx2.get(sessions).json()["sessions"]}
    assert not {one.name, two.name} & names


def test_a_mistake_in_a_rule_is_reported_with_its_place(patchbay_server: MockServer) -> None:
    with pytest.raises(MockServerError, match=r"POST .*/rules got 400: .*userMesage"):
        patchbay_server.add_rules({"match": {"userMesage": "x"}, "reply": "y"})  # pyright: ignore[reportArgumentType]


def test_a_server_that_cannot_be_reached_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATCHBAY_MOCK_URL", "http://127.0.0.1:9/api/v1")
    with pytest.raises(MockServerError, match=r"mock server at http://127.0.0.1:9 cannot be reached"):
        start_mock_server()


def test_a_command_that_fails_is_shown_with_its_output(tmp_path: Path) -> None:
    with pytest.raises(MockServerError, match=r"absent-program is not installed. Install Node.js"):
        start_mock_server(["absent-program"])
    program = tmp_path / "broken.py"
    program.write_text("import sys; sys.exit('no port is free')")
    with pytest.raises(MockServerError, match=r"exit code 1\): no port is free"):
        start_mock_server([sys.executable, str(program)])
    program.write_text("import time; time.sleep(60)")
    with pytest.raises(MockServerError, match="did not start"):
        start_mock_server([sys.executable, str(program)], timeout=0.2)


# Typed dictionaries of testing/_rules.py with their schemas in the document of the control API.
SCHEMAS = {
    "Match": rules.Match,
    "Rule": rules.Rule,
    "ModelReply": rules.ModelReply,
    "FailureReply": rules.FailureReply,
    "StatusReply": rules.StatusReply,
    "BodyReply": rules.BodyReply,
    "RawReply": rules.RawReply,
    "RawResponse": rules.RawResponse,
    "RawChunk": rules.RawChunk,
    "ToolCall": rules.ToolCall,
    "ProviderError": rules.ProviderError,
    "ProviderStateInterval": rules.ProviderStateInterval,
    "ScenarioFile": rules.Scenario,
    **{fault.__name__: fault for fault in typing.get_args(rules.Fault)},
}


@pytest.fixture(scope="module")
def schemas() -> Mapping[str, Any]:
    return json.loads(CONTROL.read_text(encoding="utf-8"))["components"]["schemas"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_typed_dictionary_has_the_fields_of_its_schema(name: str, schemas: Mapping[str, Any]) -> None:
    typed, schema = SCHEMAS[name], schemas[name]
    assert set(typing.get_type_hints(typed)) == set(schema["properties"])
    required = set(schema.get("required", ()))
    assert typed.__required_keys__ == required if name != "ProviderStateInterval" else required == {"state"}
    for field, hint in typing.get_type_hints(typed).items():
        part = schema["properties"][field]
        values = part.get("enum") or ([part["const"]] if "const" in part else None)
        if values and typing.get_origin(hint) is typing.Literal:
            assert list(typing.get_args(hint)) == values


def test_every_fault_of_the_control_api_is_typed(schemas: Mapping[str, Any]) -> None:
    names = [one["$ref"].rpartition("/")[2] for one in schemas["Fault"]["oneOf"]]
    assert [fault.__name__ for fault in typing.get_args(rules.Fault)] == names
    assert set(names) <= set(testing.__all__)
    assert list(typing.get_args(rules.ProviderState)) == schemas["ProviderState"]["enum"]


RECORDS: list[Any] = [
    testing.JournalEntry,
    testing.Attempt,
    testing.Ended,
    testing.FaultReport,
    testing.Mismatch,
    testing.NearMiss,
    testing.RuleStatus,
    testing.Spending,
]


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_has_the_fields_of_its_schema(record: Any, schemas: Mapping[str, Any]) -> None:
    name = "JournalAttempt" if record is testing.Attempt else record.__name__
    expected = {"".join(f"_{c.lower()}" if c.isupper() else c for c in field) for field in schemas[name]["properties"]}
    assert {field.name for field in dataclasses.fields(record)} == expected
