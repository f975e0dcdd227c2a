"""The contract's client policy in the units of Python: seconds."""

from __future__ import annotations

from typing import Final

RETRY_STATUSES: Final = frozenset({408, 409, 429})
RETRY_STATUS_FROM: Final = 500
MAX_RETRIES: Final = 2
INITIAL_DELAY: Final = 0.5
MAX_DELAY: Final = 8.0
MAX_RETRY_AFTER: Final = 60.0

TIMEOUT: Final = 600.0
IDLE_TIMEOUT: Final = 300.0

ERROR_CODES: Final[dict[int, str]] = {
    400: "bad_request",
    401: "unauthorized",
    402: "insufficient_credits",
    403: "forbidden",
    404: "not_found",
    408: "request_timeout",
    409: "conflict",
    413: "payload_too_large",
    415: "unsupported_media_type",
    422: "unprocessable",
    429: "rate_limited",
    500: "server_error",
    502: "provider_unavailable",
    503: "service_unavailable",
    504: "gateway_timeout",
    524: "edge_timeout",
    529: "provider_overloaded",
}
