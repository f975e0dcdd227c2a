"""Control of the mock server, for tests in any runner. pytest's fixture `patchbay_server` gives a `MockServer`.

Example:
    ```python
    from patchbay_client.testing import start_mock_server

    with start_mock_server() as process, process.session() as server:
        server.on(user_message="weather").reply({"status": 503}, "Sunny.")
        with server.client() as client:
            reply = client.chat.completions.create(
                model="openai/gpt-5-mini", messages=[{"role": "user", "content": "weather"}]
            )
    ```
"""

from ._control import MockServerError
from ._journal import (
    Attempt,
    Ended,
    FaultReport,
    Journal,
    JournalEntry,
    Mismatch,
    NearMiss,
    RuleStatus,
    Spending,
)
from ._process import MockServerProcess, start_mock_server
from ._rules import (
    BodyReply,
    ConnectionClosedFault,
    ErrorIn200Fault,
    FailureReply,
    Fault,
    FinishReasonFault,
    KeepAliveCommentsFault,
    LeadingWhitespaceFault,
    MalformedJsonFault,
    Match,
    MidStreamErrorFault,
    ModelReply,
    OversizedEventFault,
    PlacedFault,
    PlainFault,
    ProviderError,
    ProviderState,
    ProviderStateInterval,
    RawChunk,
    RawReply,
    RawResponse,
    Regex,
    Reply,
    Rule,
    Scenario,
    StallFault,
    StatusReply,
    ToolCall,
    UsageFault,
    WrongContentTypeFault,
)
from ._server import MockServer, RuleBuilder

__all__ = [
    "MockServer",
    "MockServerError",
    "MockServerProcess",
    "RuleBuilder",
    "start_mock_server",
    "Journal",
    "JournalEntry",
    "Attempt",
    "Ended",
    "FaultReport",
    "Mismatch",
    "NearMiss",
    "RuleStatus",
    "Spending",
    "Rule",
    "Match",
    "Regex",
    "Reply",
    "ModelReply",
    "FailureReply",
    "StatusReply",
    "BodyReply",
    "RawReply",
    "RawResponse",
    "RawChunk",
    "ToolCall",
    "ProviderError",
    "Fault",
    "PlainFault",
    "PlacedFault",
    "StallFault",
    "ConnectionClosedFault",
    "KeepAliveCommentsFault",
    "MidStreamErrorFault",
    "ErrorIn200Fault",
    "MalformedJsonFault",
    "WrongContentTypeFault",
    "LeadingWhitespaceFault",
    "UsageFault",
    "FinishReasonFault",
    "OversizedEventFault",
    "ProviderState",
    "ProviderStateInterval",
    "Scenario",
]
