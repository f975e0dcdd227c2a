"""A session of the mock server: a separate server of one test, with its own rules, credits, clock and journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

from ._control import MockServerError, call
from ._journal import Journal, RuleStatus, Spending, read, to_usd
from ._rules import Match, ProviderState, ProviderStateInterval, Reply, Rule, Scenario, WrittenText

if TYPE_CHECKING:
    from typing import Self

    from .._client import AsyncPatchbay, Patchbay


class RuleBuilder:
    """A rule without its reply; see `MockServer.on`."""

    def __init__(self, server: MockServer, match: Match) -> None:
        self._server = server
        self._match = match

    def reply(
        self, *replies: Reply, times: int | None = None, probability: float | None = None, name: str | None = None
    ) -> MockServer:
        """Adds the rule and returns the server.

        Args:
            replies: The replies, used in order. A string is the model's reply.
            times: How often the rule applies. Default: the number of replies; without limit if there is one.
            probability: Probability that the rule applies to a matching request. Default: 1.
            name: The name in the journal. Default: `rule` and a number.
        """
        options = {"times": times, "probability": probability, "name": name}
        given = {key: value for key, value in options.items() if value is not None}
        rule = {"match": self._match, "reply": replies[0] if len(replies) == 1 else list(replies), **given}
        self._server.add_rules(cast("Rule", rule))
        return self._server


class MockServer:
    """A session of the mock server. Its context deletes it.

    Attributes:
        name: Name of the session.
        url: URL of the session, for the control API.
        base_url: Base URL of its API, for any client.
        api_key: A key of the account `test`, which starts with 100 USD.
        management_key: The key that manages the account `test`.
        journal: The requests that the session received.
    """

    api_key = "sk-or-v1-test"
    management_key = "sk-or-mgmt-test"

    def __init__(self, url: str, name: str | None = None, scenario: Scenario | None = None) -> None:
        self._root = url
        self.name = name or uuid4().hex
        self.url = f"{url}/s/{self.name}"
        self.base_url = f"{self.url}/api/v1"
        self.journal = Journal(self.url)
        self._clients: list[Patchbay] = []
        self.reset(scenario)

    def client(self, **options: Any) -> Patchbay:
        """Makes a client of this session. The session closes it. The options are those of `Patchbay`."""
        from .._client import Patchbay

        client = Patchbay(**self._options(options))
        self._clients.append(client)
        return client

    def async_client(self, **options: Any) -> AsyncPatchbay:
        """Makes an asynchronous client of this session; close it with `async with`."""
        from .._client import AsyncPatchbay

        return AsyncPatchbay(**self._options(options))

    def _options(self, options: Mapping[str, Any]) -> dict[str, Any]:
        own = {"api_key": self.api_key, "management_key": self.management_key, "base_url": self.base_url}
        return own | dict(options)

    def on(
        self,
        *,
        operation: str | None = None,
        model: str | None = None,
        user_message: WrittenText | None = None,
        turn: int | None = None,
        tool_result: bool | WrittenText | None = None,
        headers: Mapping[str, WrittenText | None] | None = None,
        api_key: str | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> RuleBuilder:
        """Begins a rule for the requests that meet all conditions: `server.on(user_message="hi").reply("Hello")`.

        A later rule takes precedence over an earlier one.

        Args:
            operation: Name of the operation, such as `chat.completions.create`; `*` matches any text.
            model: The model of the request; `*` matches any text.
            user_message: Text in the last user message: a substring, or `{"regex": "^hi", "flags": "i"}`.
            turn: Number of user messages.
            tool_result: Text in the last message, which must be a tool message; True matches any tool message.
            headers: Text in each header; None requires the header to be absent.
            api_key: Secret of the API key.
            body: JSON pointers into the input, with the value there.
        """
        match = {
            "operation": operation,
            "model": model,
            "userMessage": user_message,
            "turn": turn,
            "toolResult": tool_result,
            "headers": headers,
            "apiKey": api_key,
            "body": body,
        }
        return RuleBuilder(self, cast("Match", {key: value for key, value in match.items() if value is not None}))

    def add_rules(self, *rules: Rule) -> None:
        """Adds rules in the form of the control API and of scenario files."""
        self._call("POST", "/rules", list(rules))

    def rules(self) -> list[RuleStatus]:
        """Gives the rules, newest first, and how often each has applied."""
        return [read(RuleStatus, rule) for rule in self._call("GET", "/rules")["rules"]]

    def clear_rules(self) -> None:
        """Removes all rules."""
        self._call("DELETE", "/rules")

    def set_provider_states(
        self, states: Mapping[str, ProviderState | Sequence[ProviderStateInterval]]
    ) -> dict[str, ProviderState]:
        """Sets the state of providers, such as `{"groq": "down"}`. Gives the states of all providers."""
        return cast("dict[str, ProviderState]", self._call("POST", "/providers", states))

    def provider_states(self) -> dict[str, ProviderState]:
        """Gives the states of all providers."""
        return cast("dict[str, ProviderState]", self._call("GET", "/providers"))

    def add_credits(self, usd: Decimal | float, account: str = "test") -> Decimal:
        """Adds USD to the balance of an account; less than 0 subtracts. Gives the USD that can be spent."""
        return to_usd(self._call("POST", "/credits", {"account": account, "add": usd})["available"])

    def set_credits(self, usd: Decimal | float, account: str = "test") -> Decimal:
        """Sets the balance of an account. Gives the USD that can be spent."""
        return to_usd(self._call("POST", "/credits", {"account": account, "set": usd})["available"])

    def spending(self) -> Spending:
        """Gives what the session has spent."""
        amounts = self._call("GET", "/spending")
        parts = {part: {name: to_usd(usd) for name, usd in amounts[part].items()} for part in amounts}
        return read(Spending, parts)

    def advance_time(self, duration: float | timedelta) -> datetime:
        """Advances the server's clock, by seconds or a `timedelta`. Gives its new time."""
        seconds = duration.total_seconds() if isinstance(duration, timedelta) else duration
        now = self._call("POST", "/clock", {"advanceMs": seconds * 1000})["now"]
        return datetime.fromtimestamp(now / 1000, UTC)

    def snapshot(self) -> int:
        """Stores the state of the session. Gives the id of the snapshot."""
        return int(self._call("POST", "/snapshots")["id"])

    def restore(self, snapshot: int) -> None:
        """Returns to the state of a snapshot."""
        self._call("POST", "/restore", {"id": snapshot})

    def reset(self, scenario: Scenario | None = None) -> None:
        """Returns to the initial state, or to that of a scenario such as `{"credits": 0.5, "seed": 7}`."""
        self._call("POST", "/reset", scenario or {})

    def close(self) -> None:
        """Closes the clients that `client()` made, and deletes the session."""
        for client in self._clients:
            client.close()
        # The server may have ended, or may have evicted the session.
        with suppress(MockServerError):
            call(self._root, "DELETE", f"/_patchbay/sessions/{self.name}")

    def _call(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        return call(self.url, method, f"/_patchbay{path}", body)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"MockServer({self.url!r})"
