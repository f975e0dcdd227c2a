"""The exceptions of this package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from ._failures.rate_limit import RateLimit

TimeoutPhase: TypeAlias = Literal["attempt", "first_token", "idle", "total"]
StreamErrorReason: TypeAlias = Literal["interrupted", "truncated", "malformed", "not_a_stream", "already_consumed"]


def _restore(cls: type[PatchbayError], message: str, state: dict[str, Any]) -> PatchbayError:
    error = cls.__new__(cls, message)
    error.args = (message,)
    error.__dict__.update(state)
    return error


class PatchbayError(Exception):
    """The base class of every error of this package, and the error of invalid options and arguments.

    Errors that the caller's own functions raise are not wrapped.
    """

    attempts: int = 0
    """How many times the request was sent; 0 if the error came before the first attempt."""
    partial: Any = None
    """The part of a response that was received before the failure, with its usage if the API reported it."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message)

    @property
    def message(self) -> str:
        """What failed, why, and what to do."""
        return str(self.args[0]) if self.args else ""

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.message, dict(self.__dict__))


class APIError(PatchbayError):
    """The API returned an error: as a status, in the body of a 200, in a choice or in a stream.

    Branch on `code`; the message is for people.

    Example:
        ```python
        except APIError as error:
            if error.code == "insufficient_credits":
                top_up()
        ```
    """

    status_code: int
    """HTTP status. For an error under HTTP 200 or in a stream, the status that its code stands for."""
    code: str
    """Stable reason, the same in every language: `bad_request`, `insufficient_credits`, `rate_limited`, …"""
    error_type: str | None
    """More specific kind, such as `context_length_exceeded`, if the API sent one."""
    provider: str | None
    """Display name of the provider that failed."""
    metadata: Mapping[str, Any] | None
    """Facts about the failure, such as `error_type`, `provider_name` or `issues`."""
    generation_id: str | None
    """Id of the generation, if one had started (`X-Generation-Id`)."""
    request_id: str | None
    """Id of the HTTP request, for support (`x-request-id`, otherwise `cf-ray`)."""
    headers: Mapping[str, str]
    body: Any
    """The parsed body; None if it was not JSON."""
    response_text: str | None
    """The unparsed body."""
    retryable: bool
    """Whether the same request can succeed soon."""
    retry_after: float | None
    """Seconds that the API asks to wait."""
    rate_limit: RateLimit | None
    """The rate limit that was reached."""
    affordable_tokens: int | None
    """With `insufficient_credits`: the number of tokens that the balance can pay for."""

    def __init__(self, message: str, *, status_code: int = 500, code: str = "unknown", **facts: Any) -> None:
        super().__init__(message)
        self.status_code = status_code
        self.code = code
        self.error_type = facts.get("error_type")
        self.provider = facts.get("provider")
        self.metadata = facts.get("metadata")
        self.generation_id = facts.get("generation_id")
        self.request_id = facts.get("request_id")
        self.headers = facts.get("headers") or {}
        self.body = facts.get("body")
        self.response_text = facts.get("response_text")
        self.retryable = facts.get("retryable", False)
        self.retry_after = facts.get("retry_after")
        self.rate_limit = facts.get("rate_limit")
        self.affordable_tokens = facts.get("affordable_tokens")


class APIConnectionError(PatchbayError):
    """No complete response arrived: the connection could not be established, or it broke."""

    request_sent: bool
    """Whether the request may have reached the API. Then its outcome is unknown, and it may be charged."""

    def __init__(self, message: str = "The connection failed.", *, request_sent: bool = True) -> None:
        super().__init__(message)
        self.request_sent = request_sent


class APITimeoutError(APIConnectionError):
    """A timeout expired."""

    phase: TimeoutPhase
    """The timeout: of one attempt (`timeout`), of the first token, between two events (`idle_timeout`), or `total_timeout`."""

    def __init__(self, phase: TimeoutPhase, seconds: float, message: str | None = None) -> None:
        super().__init__(message or _TIMEOUT_MESSAGES[phase].format(f"{seconds:g}"))
        self.phase = phase


_TIMEOUT_MESSAGES: dict[TimeoutPhase, str] = {
    "attempt": "The request timed out after {} s. Raise `timeout`, or stream the response.",
    "first_token": "The model produced no token within {} s.",
    "idle": "The stream sent no event for {} s. Keep-alive comments do not count. Raise `idle_timeout`.",
    "total": "The call timed out after {} s, including retries and waits. Raise `total_timeout`.",
}


class StreamError(PatchbayError):
    """A stream did not produce a complete response.

    It is not a stream, was interrupted, truncated or malformed, or was already read.
    """

    reason: StreamErrorReason
    body: Any
    """With `malformed` and `not_a_stream`: the parsed event or response, if it was JSON."""

    def __init__(self, reason: StreamErrorReason, message: str, *, body: Any = None, partial: Any = None) -> None:
        super().__init__(message)
        self.reason = reason
        self.body = body
        if partial is not None:
            self.partial = partial


class OutputError(PatchbayError):
    """The output of a model is not valid JSON or does not match the schema. Raised by `parse()`."""

    text: str
    """The text of the model's output."""
    response: Any
    """The complete response of the API that was called."""
    completion: Any
    """The response of a chat completion; None for another API."""
    issues: Sequence[Mapping[str, Any]]
    """The violations of the schema, as pydantic reports them; empty when the text is not valid JSON."""

    def __init__(
        self,
        message: str,
        *,
        text: str,
        response: Any,
        completion: Any = None,
        issues: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        super().__init__(message)
        self.text = text
        self.response = response
        self.completion = completion
        self.issues = list(issues)


def not_with_raw() -> PatchbayError:
    """The error of a method that has no raw response."""
    return PatchbayError(
        "`stream`, `parse` and `embed` read the response themselves. With raw responses, use `create`."
    )
