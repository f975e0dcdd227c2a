"""The shapes of the data that `generated/policy.py` contains: how a client behaves. Durations are in milliseconds."""

from __future__ import annotations

from typing import Literal, NamedTuple


class RetryAfterSource(NamedTuple):
    """One place with the wait that a response asks for: a header, a path in the error, or a header of the rate limit."""

    format: Literal["ms", "s", "http_date", "unix_time"]
    header: str | None = None
    field: str | None = None
    rate_limit: Literal["reset"] | None = None
    statuses: tuple[int, ...] | None = None
    """None is every status."""


class RetryPolicy(NamedTuple):
    """Which failures a client retries, and how long it waits."""

    statuses: tuple[int, ...]
    status_from: int
    """Every status from this one on is retryable, including unknown ones."""
    should_retry_header: str
    """Header that decides instead of the status: `true` or `false`."""
    retryable_field: str
    """Path in the error. If the value is false, the response is not retryable. The header takes precedence."""
    unknown_outcome: Literal["idempotent_only"]
    """Which requests are repeated if the first one may have succeeded: those that are idempotent."""
    idempotency_header: str
    """Sent with every attempt of an operation that is not idempotent."""
    max_retries: int
    initial_delay_ms: int
    multiplier: int
    """Factor between the delays of two retries."""
    max_delay_ms: int
    jitter: Literal["full"]
    """`full`: the delay is multiplied by a random number from 0 to 1."""
    retry_after: tuple[RetryAfterSource, ...]
    """Where a response says how long to wait. The first one that is a number of 0 or more counts."""
    max_retry_after_ms: int
    """A response that asks for a longer wait is not retryable."""


class ClientDefaults(NamedTuple):
    """Defaults of the options of a client."""

    timeout_ms: int
    idle_timeout_ms: int
    total_timeout_ms: int | None
    """None: unlimited."""
    retry_non_idempotent: bool
    log_level: str


class EnvironmentVariables(NamedTuple):
    """The environment variables with the defaults of options."""

    api_key: str
    base_url: str
    log_level: str


class PollPolicy(NamedTuple):
    """How to wait for the resource of an operation that is pollable, while the response has this status."""

    status: int
    delay_ms: int
    max_attempts: int


class RateLimitHeaders(NamedTuple):
    """The headers of the rate limit."""

    limit: str
    remaining: str
    reset: str
    field: str
    """The path in the error of an object that repeats these headers."""


class ResponseHeaders(NamedTuple):
    """The headers of responses that a client reads. Of several, the first one that the response has counts."""

    request_id: tuple[str, ...]
    generation_id: tuple[str, ...]
    rate_limit: RateLimitHeaders


class ClientPolicy(NamedTuple):
    """Defaults of a client, and the headers of responses that it reads."""

    base_url: str
    defaults: ClientDefaults
    environment: EnvironmentVariables
    poll: PollPolicy
    headers: ResponseHeaders


class ErrorTypeInfo(NamedTuple):
    """A known value of `metadata.error_type`."""

    type: str
    status: int
    retryable: bool
    """Whether the retry policy repeats a request with this status."""


class StatusWords(NamedTuple):
    """A pattern of words in an error code in lower case, and the status of such an error."""

    pattern: str
    status: int


class ErrorPolicy(NamedTuple):
    """How a client reads errors."""

    types: tuple[ErrorTypeInfo, ...]
    status_words: tuple[StatusWords, ...]
    """The first match is the status."""
    default_status: int
    """The status of an error that names none."""
    message_fields: tuple[str, ...]
    """Fields with the message of an error, in order."""
