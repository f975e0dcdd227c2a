# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Annotated, Any, Literal, TypeAlias

from ..._models import Model as BaseModel, Tagged, UnknownTag
from .responses_content import ResponseAnnotation, ResponseLogprob, ResponseOutputContent, ResponseSummaryText
from .responses_items import ResponseShellOutput
from .responses_output import ResponseObject, ResponseOutputItem
from .responses_server_tools import ResponseFusionAnalysis


class ResponseApplyPatchCallOperationDiffDeltaEvent(BaseModel):
    """A piece of a diff."""

    type: Literal["response.apply_patch_call_operation_diff.delta"]
    """Always `response.apply_patch_call_operation_diff.delta`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    delta: str
    """The next piece."""


class ResponseApplyPatchCallOperationDiffDoneEvent(BaseModel):
    """A diff is complete."""

    type: Literal["response.apply_patch_call_operation_diff.done"]
    """Always `response.apply_patch_call_operation_diff.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    diff: str
    """The whole diff."""


class ResponseAudioDeltaEvent(BaseModel):
    """A piece of audio."""

    type: Literal["response.audio.delta"]
    """Always `response.audio.delta`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    delta: str
    """The next piece as base64."""


class ResponseAudioDoneEvent(BaseModel):
    """The audio is complete."""

    type: Literal["response.audio.done"]
    """Always `response.audio.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""


class ResponseAudioTranscriptDeltaEvent(BaseModel):
    """A piece of the transcript of the audio."""

    type: Literal["response.audio.transcript.delta"]
    """Always `response.audio.transcript.delta`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    delta: str
    """The next piece."""


class ResponseAudioTranscriptDoneEvent(BaseModel):
    """The transcript of the audio is complete."""

    type: Literal["response.audio.transcript.done"]
    """Always `response.audio.transcript.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""


class ResponseCodeInterpreterCallCodeDeltaEvent(BaseModel):
    """A piece of code."""

    type: Literal["response.code_interpreter_call_code.delta"]
    """Always `response.code_interpreter_call_code.delta`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    delta: str
    """The next piece."""


class ResponseCodeInterpreterCallCodeDoneEvent(BaseModel):
    """The code is complete."""

    type: Literal["response.code_interpreter_call_code.done"]
    """Always `response.code_interpreter_call_code.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    code: str
    """The whole code."""


class ResponseCodeInterpreterCallCompletedEvent(BaseModel):
    """A code call is complete."""

    type: Literal["response.code_interpreter_call.completed"]
    """Always `response.code_interpreter_call.completed`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseCodeInterpreterCallInProgressEvent(BaseModel):
    """A code call begins."""

    type: Literal["response.code_interpreter_call.in_progress"]
    """Always `response.code_interpreter_call.in_progress`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseCodeInterpreterCallInterpretingEvent(BaseModel):
    """The code is running."""

    type: Literal["response.code_interpreter_call.interpreting"]
    """Always `response.code_interpreter_call.interpreting`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseCompactionCompactingEvent(BaseModel):
    """The conversation is being compacted."""

    type: Literal["response.compaction.compacting"]
    """Always `response.compaction.compacting`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseCompletedEvent(BaseModel):
    """The response is complete. The last event."""

    type: Literal["response.completed"]
    """Always `response.completed`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    response: ResponseObject
    """The whole response."""


class ResponseContentPartAddedEvent(BaseModel):
    """A part of an item begins."""

    type: Literal["response.content_part.added"]
    """Always `response.content_part.added`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    content_index: int
    """Position of the part in the item."""
    part: ResponseOutputContent
    """The part."""


class ResponseContentPartDoneEvent(BaseModel):
    """A part of an item is complete."""

    type: Literal["response.content_part.done"]
    """Always `response.content_part.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    content_index: int
    """Position of the part in the item."""
    part: ResponseOutputContent
    """The part."""


class ResponseCreatedEvent(BaseModel):
    """The response has been created. The first event."""

    type: Literal["response.created"]
    """Always `response.created`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    response: ResponseObject
    """The response so far."""


class ResponseCustomToolCallInputDeltaEvent(BaseModel):
    """A piece of the input of a custom tool call."""

    type: Literal["response.custom_tool_call_input.delta"]
    """Always `response.custom_tool_call_input.delta`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    delta: str
    """The next piece."""


class ResponseCustomToolCallInputDoneEvent(BaseModel):
    """The input of a custom tool call is complete."""

    type: Literal["response.custom_tool_call_input.done"]
    """Always `response.custom_tool_call_input.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    input: str
    """The whole input."""


ResponseDebugTimingsEvent: TypeAlias = (
    Literal["adapter_request", "upstream_headers_received", "first_token_received", "upstream_body_ended"] | str
)
"""The moment.

- `adapter_request`: The request was sent to the provider.
- `upstream_headers_received`: The headers of the provider arrived.
- `first_token_received`: The first token arrived.
- `upstream_body_ended`: The provider's response ended.
"""


class ResponseDebugTimings(BaseModel):
    """A moment of the request."""

    event: ResponseDebugTimingsEvent | None = None
    """The moment."""
    epoch_ms: int | None = None
    """The time, in Unix milliseconds."""
    start_ms: int | None = None
    """Milliseconds since the start of the request."""


class ResponseDebug(BaseModel):
    """Debug output of a stream."""

    echo_upstream_body: dict[str, Any] | None = None
    """The request body sent to the provider."""
    timings: ResponseDebugTimings | None = None
    """A moment of the request."""


class ResponseDebugEvent(BaseModel):
    """Debug output, if the request asked for it."""

    type: Literal["response.debug"]
    """Always `response.debug`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    debug: ResponseDebug
    """The debug output."""


class ResponseErrorEvent(BaseModel):
    """The stream failed. The last event."""

    type: Literal["error"]
    """Always `error`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    code: str | None
    """Code of the error."""
    message: str
    """The reason."""
    param: str | None
    """The parameter that caused it."""


class ResponseFailedEvent(BaseModel):
    """The response failed; `response.error` has the reason. The last event."""

    type: Literal["response.failed"]
    """Always `response.failed`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    response: ResponseObject
    """The whole response."""


class ResponseFileSearchCallCompletedEvent(BaseModel):
    """A file search is complete."""

    type: Literal["response.file_search_call.completed"]
    """Always `response.file_search_call.completed`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseFileSearchCallInProgressEvent(BaseModel):
    """A file search begins."""

    type: Literal["response.file_search_call.in_progress"]
    """Always `response.file_search_call.in_progress`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseFileSearchCallSearchingEvent(BaseModel):
    """A file search is running."""

    type: Literal["response.file_search_call.searching"]
    """Always `response.file_search_call.searching`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseFunctionCallArgumentsDeltaEvent(BaseModel):
    """A piece of the arguments of a function call."""

    type: Literal["response.function_call_arguments.delta"]
    """Always `response.function_call_arguments.delta`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    delta: str
    """The next piece."""


class ResponseFunctionCallArgumentsDoneEvent(BaseModel):
    """The arguments of a function call are complete."""

    type: Literal["response.function_call_arguments.done"]
    """Always `response.function_call_arguments.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    name: str
    """Name of the function."""
    arguments: str
    """The whole arguments as a JSON string."""


class ResponseFusionCallAnalysisCompletedEvent(BaseModel):
    """The comparison of the responses is complete."""

    type: Literal["response.fusion_call.analysis.completed"]
    """Always `response.fusion_call.analysis.completed`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    analysis: ResponseFusionAnalysis
    """The comparison."""


class ResponseFusionCallAnalysisInProgressEvent(BaseModel):
    """The comparison of the responses begins."""

    type: Literal["response.fusion_call.analysis.in_progress"]
    """Always `response.fusion_call.analysis.in_progress`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    analyst_model: str
    """The model that compares."""
    judge_model: str | None = None
    """Older name of `analyst_model`."""


class ResponseFusionCallCompletedEvent(BaseModel):
    """A panel of models is complete."""

    type: Literal["response.fusion_call.completed"]
    """Always `response.fusion_call.completed`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseFusionCallInProgressEvent(BaseModel):
    """A panel of models begins."""

    type: Literal["response.fusion_call.in_progress"]
    """Always `response.fusion_call.in_progress`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseFusionCallPanelAddedEvent(BaseModel):
    """A model of a panel begins."""

    type: Literal["response.fusion_call.panel.added"]
    """Always `response.fusion_call.panel.added`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    model: str
    """The model of the panel."""


class ResponseFusionCallPanelCompletedEvent(BaseModel):
    """The response of a model is complete."""

    type: Literal["response.fusion_call.panel.completed"]
    """Always `response.fusion_call.panel.completed`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    model: str
    """The model of the panel."""
    content: str
    """The whole response."""


class ResponseFusionCallPanelDeltaEvent(BaseModel):
    """A piece of the response of a model."""

    type: Literal["response.fusion_call.panel.delta"]
    """Always `response.fusion_call.panel.delta`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    model: str
    """The model of the panel."""
    delta: str
    """The next piece."""


class ResponseFusionCallPanelFailedEvent(BaseModel):
    """A model of a panel failed."""

    type: Literal["response.fusion_call.panel.failed"]
    """Always `response.fusion_call.panel.failed`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    model: str
    """The model of the panel."""
    error: str
    """The reason."""
    status_code: int | None = None
    """HTTP status of the provider."""


class ResponseFusionCallPanelReasoningDeltaEvent(BaseModel):
    """A piece of the reasoning of a model."""

    type: Literal["response.fusion_call.panel.reasoning.delta"]
    """Always `response.fusion_call.panel.reasoning.delta`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    model: str
    """The model of the panel."""
    delta: str
    """The next piece."""


class ResponseImageGenCallCompletedEvent(BaseModel):
    """An image is complete."""

    type: Literal["response.image_generation_call.completed"]
    """Always `response.image_generation_call.completed`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseImageGenCallGeneratingEvent(BaseModel):
    """An image is being generated."""

    type: Literal["response.image_generation_call.generating"]
    """Always `response.image_generation_call.generating`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseImageGenCallInProgressEvent(BaseModel):
    """The generation of an image begins."""

    type: Literal["response.image_generation_call.in_progress"]
    """Always `response.image_generation_call.in_progress`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseImageGenCallPartialImageEvent(BaseModel):
    """A partial image."""

    type: Literal["response.image_generation_call.partial_image"]
    """Always `response.image_generation_call.partial_image`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    partial_image_index: int
    """Number of the partial image, from 0."""
    partial_image_b64: str
    """The partial image as base64."""


class ResponseInProgressEvent(BaseModel):
    """The model is generating."""

    type: Literal["response.in_progress"]
    """Always `response.in_progress`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    response: ResponseObject
    """The response so far."""


class ResponseIncompleteEvent(BaseModel):
    """The response reached a limit or was filtered. The last event."""

    type: Literal["response.incomplete"]
    """Always `response.incomplete`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    response: ResponseObject
    """The whole response."""


class ResponseKeepaliveEvent(BaseModel):
    """Keeps the connection open. Ignore it."""

    type: Literal["keepalive"]
    """Always `keepalive`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""


class ResponseMcpCallArgumentsDeltaEvent(BaseModel):
    """A piece of the arguments of an MCP call."""

    type: Literal["response.mcp_call_arguments.delta"]
    """Always `response.mcp_call_arguments.delta`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    delta: str
    """The next piece."""


class ResponseMcpCallArgumentsDoneEvent(BaseModel):
    """The arguments of an MCP call are complete."""

    type: Literal["response.mcp_call_arguments.done"]
    """Always `response.mcp_call_arguments.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    arguments: str
    """The whole arguments as a JSON string."""


class ResponseMcpCallCompletedEvent(BaseModel):
    """An MCP call is complete."""

    type: Literal["response.mcp_call.completed"]
    """Always `response.mcp_call.completed`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseMcpCallFailedEvent(BaseModel):
    """An MCP call failed."""

    type: Literal["response.mcp_call.failed"]
    """Always `response.mcp_call.failed`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseMcpCallInProgressEvent(BaseModel):
    """An MCP call begins."""

    type: Literal["response.mcp_call.in_progress"]
    """Always `response.mcp_call.in_progress`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseMcpListToolsCompletedEvent(BaseModel):
    """The tools of an MCP server have been listed."""

    type: Literal["response.mcp_list_tools.completed"]
    """Always `response.mcp_list_tools.completed`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseMcpListToolsFailedEvent(BaseModel):
    """The tools of an MCP server could not be listed."""

    type: Literal["response.mcp_list_tools.failed"]
    """Always `response.mcp_list_tools.failed`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseMcpListToolsInProgressEvent(BaseModel):
    """The tools of an MCP server are being listed."""

    type: Literal["response.mcp_list_tools.in_progress"]
    """Always `response.mcp_list_tools.in_progress`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseOutputItemAddedEvent(BaseModel):
    """An item begins."""

    type: Literal["response.output_item.added"]
    """Always `response.output_item.added`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    output_index: int
    """Position of the item in the output."""
    item: ResponseOutputItem
    """The item."""


class ResponseOutputItemDoneEvent(BaseModel):
    """An item is complete."""

    type: Literal["response.output_item.done"]
    """Always `response.output_item.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    output_index: int
    """Position of the item in the output."""
    item: ResponseOutputItem
    """The item."""


class ResponseOutputTextAnnotationAddedEvent(BaseModel):
    """A citation in the text."""

    type: Literal["response.output_text.annotation.added"]
    """Always `response.output_text.annotation.added`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    content_index: int
    """Position of the part in the item."""
    annotation_index: int
    """Position of the citation in the part."""
    annotation: ResponseAnnotation
    """The citation."""


class ResponseQueuedEvent(BaseModel):
    """The response waits for the model."""

    type: Literal["response.queued"]
    """Always `response.queued`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    response: ResponseObject
    """The response so far."""


class ResponseReasoningSummaryPartAddedEvent(BaseModel):
    """A summary of the reasoning begins."""

    type: Literal["response.reasoning_summary_part.added"]
    """Always `response.reasoning_summary_part.added`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    summary_index: int
    """Position of the summary in the item."""
    part: ResponseSummaryText
    """The summary."""


class ResponseReasoningSummaryPartDoneEvent(BaseModel):
    """A summary of the reasoning is complete."""

    type: Literal["response.reasoning_summary_part.done"]
    """Always `response.reasoning_summary_part.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    summary_index: int
    """Position of the summary in the item."""
    part: ResponseSummaryText
    """The summary."""


class ResponseReasoningSummaryTextDeltaEvent(BaseModel):
    """A piece of a summary."""

    type: Literal["response.reasoning_summary_text.delta"]
    """Always `response.reasoning_summary_text.delta`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    summary_index: int
    """Position of the summary in the item."""
    delta: str
    """The next piece."""


class ResponseReasoningSummaryTextDoneEvent(BaseModel):
    """The text of a summary is complete."""

    type: Literal["response.reasoning_summary_text.done"]
    """Always `response.reasoning_summary_text.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    summary_index: int
    """Position of the summary in the item."""
    text: str
    """The whole text."""


class ResponseReasoningTextDeltaEvent(BaseModel):
    """A piece of reasoning."""

    type: Literal["response.reasoning_text.delta"]
    """Always `response.reasoning_text.delta`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    content_index: int
    """Position of the part in the item."""
    delta: str
    """The next piece."""


class ResponseReasoningTextDoneEvent(BaseModel):
    """The text of the reasoning is complete."""

    type: Literal["response.reasoning_text.done"]
    """Always `response.reasoning_text.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    content_index: int
    """Position of the part in the item."""
    text: str
    """The whole text."""


class ResponseRefusalDeltaEvent(BaseModel):
    """A piece of a refusal."""

    type: Literal["response.refusal.delta"]
    """Always `response.refusal.delta`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    content_index: int
    """Position of the part in the item."""
    delta: str
    """The next piece."""


class ResponseRefusalDoneEvent(BaseModel):
    """A refusal is complete."""

    type: Literal["response.refusal.done"]
    """Always `response.refusal.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    content_index: int
    """Position of the part in the item."""
    refusal: str
    """The whole refusal."""


class ResponseShellCallCommandAddedEvent(BaseModel):
    """A shell command begins."""

    type: Literal["response.shell_call_command.added"]
    """Always `response.shell_call_command.added`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    output_index: int
    """Position of the item in the output."""
    command_index: int
    """Position of the command in the call."""
    command: str
    """The command so far."""


class ResponseShellCallCommandDeltaEvent(BaseModel):
    """A piece of a shell command."""

    type: Literal["response.shell_call_command.delta"]
    """Always `response.shell_call_command.delta`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    output_index: int
    """Position of the item in the output."""
    command_index: int
    """Position of the command in the call."""
    delta: str
    """The next piece."""


class ResponseShellCallCommandDoneEvent(BaseModel):
    """A shell command is complete."""

    type: Literal["response.shell_call_command.done"]
    """Always `response.shell_call_command.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    output_index: int
    """Position of the item in the output."""
    command_index: int
    """Position of the command in the call."""
    command: str
    """The whole command."""


class ResponseShellOutputDelta(BaseModel):
    """A piece of the output of a shell command."""

    stdout: str | None = None
    """A piece of standard output."""
    stderr: str | None = None
    """A piece of standard error."""


class ResponseShellCallOutputContentDeltaEvent(BaseModel):
    """A piece of the output of a shell command."""

    type: Literal["response.shell_call_output_content.delta"]
    """Always `response.shell_call_output_content.delta`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    command_index: int
    """Position of the command in the call."""
    delta: ResponseShellOutputDelta
    """The next piece."""


class ResponseShellCallOutputContentDoneEvent(BaseModel):
    """The output of a shell command is complete."""

    type: Literal["response.shell_call_output_content.done"]
    """Always `response.shell_call_output_content.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    command_index: int
    """Position of the command in the call."""
    output: list[ResponseShellOutput]
    """The whole output."""


class ResponseTextDeltaEvent(BaseModel):
    """A piece of text."""

    type: Literal["response.output_text.delta"]
    """Always `response.output_text.delta`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    content_index: int
    """Position of the part in the item."""
    delta: str
    """The next piece."""
    logprobs: list[ResponseLogprob]
    """Log probabilities of the tokens; empty if not requested."""


class ResponseTextDoneEvent(BaseModel):
    """The text of a part is complete."""

    type: Literal["response.output_text.done"]
    """Always `response.output_text.done`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""
    content_index: int
    """Position of the part in the item."""
    text: str
    """The whole text."""
    logprobs: list[ResponseLogprob]
    """Log probabilities of the tokens; empty if not requested."""


class ResponseWebSearchCallInProgressEvent(BaseModel):
    """A web search begins."""

    type: Literal["response.web_search_call.in_progress"]
    """Always `response.web_search_call.in_progress`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseWebSearchCallSearchingEvent(BaseModel):
    """A web search is running."""

    type: Literal["response.web_search_call.searching"]
    """Always `response.web_search_call.searching`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class ResponseWebSearchCallCompletedEvent(BaseModel):
    """A web search is complete."""

    type: Literal["response.web_search_call.completed"]
    """Always `response.web_search_call.completed`."""
    sequence_number: int
    """Position of the event in the stream, from 0."""
    item_id: str
    """Id of the item."""
    output_index: int
    """Position of the item in the output."""


class UnknownResponseEvent(BaseModel):
    """An event with a type that this contract does not know. Ignore it."""

    type: UnknownTag
    """The type."""


ResponseStreamEvent: TypeAlias = Annotated[
    ResponseCreatedEvent
    | ResponseInProgressEvent
    | ResponseQueuedEvent
    | ResponseCompletedEvent
    | ResponseIncompleteEvent
    | ResponseFailedEvent
    | ResponseErrorEvent
    | ResponseOutputItemAddedEvent
    | ResponseOutputItemDoneEvent
    | ResponseContentPartAddedEvent
    | ResponseContentPartDoneEvent
    | ResponseTextDeltaEvent
    | ResponseTextDoneEvent
    | ResponseOutputTextAnnotationAddedEvent
    | ResponseRefusalDeltaEvent
    | ResponseRefusalDoneEvent
    | ResponseReasoningTextDeltaEvent
    | ResponseReasoningTextDoneEvent
    | ResponseReasoningSummaryPartAddedEvent
    | ResponseReasoningSummaryPartDoneEvent
    | ResponseReasoningSummaryTextDeltaEvent
    | ResponseReasoningSummaryTextDoneEvent
    | ResponseFunctionCallArgumentsDeltaEvent
    | ResponseFunctionCallArgumentsDoneEvent
    | ResponseCustomToolCallInputDeltaEvent
    | ResponseCustomToolCallInputDoneEvent
    | ResponseWebSearchCallInProgressEvent
    | ResponseWebSearchCallSearchingEvent
    | ResponseWebSearchCallCompletedEvent
    | ResponseFileSearchCallInProgressEvent
    | ResponseFileSearchCallSearchingEvent
    | ResponseFileSearchCallCompletedEvent
    | ResponseImageGenCallInProgressEvent
    | ResponseImageGenCallGeneratingEvent
    | ResponseImageGenCallCompletedEvent
    | ResponseImageGenCallPartialImageEvent
    | ResponseCodeInterpreterCallInProgressEvent
    | ResponseCodeInterpreterCallInterpretingEvent
    | ResponseCodeInterpreterCallCompletedEvent
    | ResponseCodeInterpreterCallCodeDeltaEvent
    | ResponseCodeInterpreterCallCodeDoneEvent
    | ResponseMcpCallInProgressEvent
    | ResponseMcpCallCompletedEvent
    | ResponseMcpCallFailedEvent
    | ResponseMcpCallArgumentsDeltaEvent
    | ResponseMcpCallArgumentsDoneEvent
    | ResponseMcpListToolsInProgressEvent
    | ResponseMcpListToolsCompletedEvent
    | ResponseMcpListToolsFailedEvent
    | ResponseApplyPatchCallOperationDiffDeltaEvent
    | ResponseApplyPatchCallOperationDiffDoneEvent
    | ResponseFusionCallInProgressEvent
    | ResponseFusionCallCompletedEvent
    | ResponseFusionCallPanelAddedEvent
    | ResponseFusionCallPanelDeltaEvent
    | ResponseFusionCallPanelReasoningDeltaEvent
    | ResponseFusionCallPanelCompletedEvent
    | ResponseFusionCallPanelFailedEvent
    | ResponseFusionCallAnalysisInProgressEvent
    | ResponseFusionCallAnalysisCompletedEvent
    | ResponseAudioDeltaEvent
    | ResponseAudioDoneEvent
    | ResponseAudioTranscriptDeltaEvent
    | ResponseAudioTranscriptDoneEvent
    | ResponseCompactionCompactingEvent
    | ResponseShellCallCommandAddedEvent
    | ResponseShellCallCommandDeltaEvent
    | ResponseShellCallCommandDoneEvent
    | ResponseShellCallOutputContentDeltaEvent
    | ResponseShellCallOutputContentDoneEvent
    | ResponseKeepaliveEvent
    | ResponseDebugEvent
    | UnknownResponseEvent,
    Tagged(
        "type",
        {
            "response.created": ResponseCreatedEvent,
            "response.in_progress": ResponseInProgressEvent,
            "response.queued": ResponseQueuedEvent,
            "response.completed": ResponseCompletedEvent,
            "response.incomplete": ResponseIncompleteEvent,
            "response.failed": ResponseFailedEvent,
            "error": ResponseErrorEvent,
            "response.output_item.added": ResponseOutputItemAddedEvent,
            "response.output_item.done": ResponseOutputItemDoneEvent,
            "response.content_part.added": ResponseContentPartAddedEvent,
            "response.content_part.done": ResponseContentPartDoneEvent,
            "response.output_text.delta": ResponseTextDeltaEvent,
            "response.output_text.done": ResponseTextDoneEvent,
            "response.output_text.annotation.added": ResponseOutputTextAnnotationAddedEvent,
            "response.refusal.delta": ResponseRefusalDeltaEvent,
            "response.refusal.done": ResponseRefusalDoneEvent,
            "response.reasoning_text.delta": ResponseReasoningTextDeltaEvent,
            "response.reasoning_text.done": ResponseReasoningTextDoneEvent,
            "response.reasoning_summary_part.added": ResponseReasoningSummaryPartAddedEvent,
            "response.reasoning_summary_part.done": ResponseReasoningSummaryPartDoneEvent,
            "response.reasoning_summary_text.delta": ResponseReasoningSummaryTextDeltaEvent,
            "response.reasoning_summary_text.done": ResponseReasoningSummaryTextDoneEvent,
            "response.function_call_arguments.delta": ResponseFunctionCallArgumentsDeltaEvent,
            "response.function_call_arguments.done": ResponseFunctionCallArgumentsDoneEvent,
            "response.custom_tool_call_input.delta": ResponseCustomToolCallInputDeltaEvent,
            "response.custom_tool_call_input.done": ResponseCustomToolCallInputDoneEvent,
            "response.web_search_call.in_progress": ResponseWebSearchCallInProgressEvent,
            "response.web_search_call.searching": ResponseWebSearchCallSearchingEvent,
            "response.web_search_call.completed": ResponseWebSearchCallCompletedEvent,
            "response.file_search_call.in_progress": ResponseFileSearchCallInProgressEvent,
            "response.file_search_call.searching": ResponseFileSearchCallSearchingEvent,
            "response.file_search_call.completed": ResponseFileSearchCallCompletedEvent,
            "response.image_generation_call.in_progress": ResponseImageGenCallInProgressEvent,
            "response.image_generation_call.generating": ResponseImageGenCallGeneratingEvent,
            "response.image_generation_call.completed": ResponseImageGenCallCompletedEvent,
            "response.image_generation_call.partial_image": ResponseImageGenCallPartialImageEvent,
            "response.code_interpreter_call.in_progress": ResponseCodeInterpreterCallInProgressEvent,
            "response.code_interpreter_call.interpreting": ResponseCodeInterpreterCallInterpretingEvent,
            "response.code_interpreter_call.completed": ResponseCodeInterpreterCallCompletedEvent,
            "response.code_interpreter_call_code.delta": ResponseCodeInterpreterCallCodeDeltaEvent,
            "response.code_interpreter_call_code.done": ResponseCodeInterpreterCallCodeDoneEvent,
            "response.mcp_call.in_progress": ResponseMcpCallInProgressEvent,
            "response.mcp_call.completed": ResponseMcpCallCompletedEvent,
            "response.mcp_call.failed": ResponseMcpCallFailedEvent,
            "response.mcp_call_arguments.delta": ResponseMcpCallArgumentsDeltaEvent,
            "response.mcp_call_arguments.done": ResponseMcpCallArgumentsDoneEvent,
            "response.mcp_list_tools.in_progress": ResponseMcpListToolsInProgressEvent,
            "response.mcp_list_tools.completed": ResponseMcpListToolsCompletedEvent,
            "response.mcp_list_tools.failed": ResponseMcpListToolsFailedEvent,
            "response.apply_patch_call_operation_diff.delta": ResponseApplyPatchCallOperationDiffDeltaEvent,
            "response.apply_patch_call_operation_diff.done": ResponseApplyPatchCallOperationDiffDoneEvent,
            "response.fusion_call.in_progress": ResponseFusionCallInProgressEvent,
            "response.fusion_call.completed": ResponseFusionCallCompletedEvent,
            "response.fusion_call.panel.added": ResponseFusionCallPanelAddedEvent,
            "response.fusion_call.panel.delta": ResponseFusionCallPanelDeltaEvent,
            "response.fusion_call.panel.reasoning.delta": ResponseFusionCallPanelReasoningDeltaEvent,
            "response.fusion_call.panel.completed": ResponseFusionCallPanelCompletedEvent,
            "response.fusion_call.panel.failed": ResponseFusionCallPanelFailedEvent,
            "response.fusion_call.analysis.in_progress": ResponseFusionCallAnalysisInProgressEvent,
            "response.fusion_call.analysis.completed": ResponseFusionCallAnalysisCompletedEvent,
            "response.audio.delta": ResponseAudioDeltaEvent,
            "response.audio.done": ResponseAudioDoneEvent,
            "response.audio.transcript.delta": ResponseAudioTranscriptDeltaEvent,
            "response.audio.transcript.done": ResponseAudioTranscriptDoneEvent,
            "response.compaction.compacting": ResponseCompactionCompactingEvent,
            "response.shell_call_command.added": ResponseShellCallCommandAddedEvent,
            "response.shell_call_command.delta": ResponseShellCallCommandDeltaEvent,
            "response.shell_call_command.done": ResponseShellCallCommandDoneEvent,
            "response.shell_call_output_content.delta": ResponseShellCallOutputContentDeltaEvent,
            "response.shell_call_output_content.done": ResponseShellCallOutputContentDoneEvent,
            "keepalive": ResponseKeepaliveEvent,
            "response.debug": ResponseDebugEvent,
        },
        UnknownResponseEvent,
    ),
]
"""One event of a streamed response. Its `type` is also the name of the event. Events of one item share its `item_id`
and `output_index`.
"""
