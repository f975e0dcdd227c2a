"""The contract's client policy in the form in which this package uses it. Durations are in seconds."""

from __future__ import annotations

import math
from typing import Final

from .generated.policy import CLIENT, ERRORS, RETRY
from .generated.policy import ERROR_CODES as ERROR_CODES

RETRY_STATUSES: Final = frozenset(RETRY.statuses)
RETRY_STATUS_FROM: Final = RETRY.status_from
MAX_RETRIES: Final = RETRY.max_retries
INITIAL_DELAY: Final = RETRY.initial_delay_ms / 1000
MULTIPLIER: Final = float(RETRY.multiplier)
MAX_DELAY: Final = RETRY.max_delay_ms / 1000
MAX_RETRY_AFTER: Final = RETRY.max_retry_after_ms / 1000
SHOULD_RETRY_HEADER: Final = RETRY.should_retry_header
IDEMPOTENCY_HEADER: Final = RETRY.idempotency_header

BASE_URL: Final = CLIENT.base_url
TIMEOUT: Final = CLIENT.defaults.timeout_ms / 1000
IDLE_TIMEOUT: Final = CLIENT.defaults.idle_timeout_ms / 1000
TOTAL_TIMEOUT: Final = (CLIENT.defaults.total_timeout_ms or math.inf) / 1000
RETRY_NON_IDEMPOTENT: Final = CLIENT.defaults.retry_non_idempotent
VARIABLES: Final = CLIENT.environment

POLL_STATUS: Final = CLIENT.poll.status
POLL_DELAY: Final = CLIENT.poll.delay_ms / 1000
POLL_ATTEMPTS: Final = CLIENT.poll.max_attempts

REQUEST_ID_HEADERS: Final = CLIENT.headers.request_id
GENERATION_ID_HEADERS: Final = CLIENT.headers.generation_id
RATE_LIMIT_HEADERS: Final = CLIENT.headers.rate_limit

DEFAULT_STATUS: Final = ERRORS.default_status
STATUS_WORDS: Final = ERRORS.status_words
"""Patterns of words in error codes in lower case, each with its HTTP status. The first match counts."""
MESSAGE_FIELDS: Final = tuple(name for name in ERRORS.message_fields if not name.isdecimal())
"""Fields in which APIs put the message of an error. Of a list, the first item has it."""
