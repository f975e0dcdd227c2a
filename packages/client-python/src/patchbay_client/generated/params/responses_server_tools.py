# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Iterable
from typing import Literal

from typing_extensions import NotRequired, TypedDict

from ..models.responses_content import ResponseContainerFileCitation
from ..models.responses_items import (
    ResponseApplyPatchOperation,
    ResponseItemStatus,
    ResponseShellAction,
    ResponseShellOutput,
)
from ..models.responses_server_tools import (
    ResponseFusionAnalysis,
    ResponseFusionAnswer,
    ResponseFusionContradiction,
    ResponseFusionCoverage,
    ResponseFusionFailure,
    ResponseFusionInsight,
    ResponseFusionSource,
    ResponseFusionStance,
    ResponseMemoryCallAction,
    ResponseTextEditorCallCommand,
)
from .responses_content import ResponseContainerFileCitationParam
from .responses_items import (
    ResponseApplyPatchOperationParam,
    ResponseShellActionParam,
    ResponseShellOutputParam,
    ResponseWebSearchActionParam,
)


class ResponseAdvisorCallParam(TypedDict):
    """Advice of a second model."""

    type: Literal["openrouter:advisor"]
    """Always `openrouter:advisor`."""
    id: NotRequired[str | None]
    """Id of the item."""
    instance_name: NotRequired[str | None]
    """Name under which the model called the tool."""
    model: NotRequired[str | None]
    """The advising model."""
    prompt: NotRequired[str | None]
    """The question."""
    advice: NotRequired[str | None]
    """The advice."""
    error: NotRequired[str | None]
    """Why the call failed."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseBashCallParam(TypedDict):
    """A shell command in a container."""

    type: Literal["openrouter:bash"]
    """Always `openrouter:bash`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: NotRequired[str | None]
    """Id of the call."""
    arguments: NotRequired[str | None]
    """The arguments as a JSON string."""
    command: NotRequired[str | None]
    """The command."""
    stdout: NotRequired[str | None]
    """Standard output."""
    stderr: NotRequired[str | None]
    """Standard error."""
    exitCode: NotRequired[int | None]
    """The exit code."""
    container_id: NotRequired[str | None]
    """Id of the container."""
    files: NotRequired[Iterable[ResponseContainerFileCitationParam | ResponseContainerFileCitation] | None]
    """Files that were created."""
    error: NotRequired[str | None]
    """Why the call failed."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseBrowserUseCallParam(TypedDict):
    """A step in a browser."""

    type: Literal["openrouter:browser_use"]
    """Always `openrouter:browser_use`."""
    id: NotRequired[str | None]
    """Id of the item."""
    action: NotRequired[str | None]
    """The step."""
    screenshotB64: NotRequired[str | None]
    """A screenshot as base64."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseDatetimeCallParam(TypedDict):
    """The current date and time."""

    type: Literal["openrouter:datetime"]
    """Always `openrouter:datetime`."""
    id: NotRequired[str | None]
    """Id of the item."""
    datetime: NotRequired[str | None]
    """The date and time, ISO 8601."""
    timezone: NotRequired[str | None]
    """IANA time zone."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseFilesCallParam(TypedDict):
    """An operation on files of the workspace."""

    type: Literal["openrouter:files"]
    """Always `openrouter:files`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: NotRequired[str | None]
    """Id of the call."""
    arguments: NotRequired[str | None]
    """The arguments as a JSON string."""
    operation: NotRequired[str | None]
    """The operation."""
    file_id: NotRequired[str | None]
    """Id of the file."""
    filename: NotRequired[str | None]
    """Name of the file."""
    result: NotRequired[str | None]
    """The result."""
    error: NotRequired[str | None]
    """Why the call failed."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseFusionStanceParam(TypedDict):
    """The position of a model."""

    model: str
    """The model."""
    stance: str
    """The position."""


class ResponseFusionContradictionParam(TypedDict):
    """A point on which models disagree."""

    topic: str
    """The topic."""
    stances: Iterable[ResponseFusionStanceParam | ResponseFusionStance]
    """The position of each model."""


class ResponseFusionCoverageParam(TypedDict):
    """A point that some models cover."""

    point: str
    """The point."""
    models: list[str]
    """The models."""


class ResponseFusionInsightParam(TypedDict):
    """A point that one model makes."""

    model: str
    """The model."""
    insight: str
    """The point."""


class ResponseFusionAnalysisParam(TypedDict):
    """A comparison of the responses of a panel."""

    consensus: NotRequired[list[str] | None]
    """Points on which the models agree."""
    contradictions: NotRequired[Iterable[ResponseFusionContradictionParam | ResponseFusionContradiction] | None]
    """Points on which they disagree."""
    partial_coverage: NotRequired[Iterable[ResponseFusionCoverageParam | ResponseFusionCoverage] | None]
    """Points that only some of them cover."""
    unique_insights: NotRequired[Iterable[ResponseFusionInsightParam | ResponseFusionInsight] | None]
    """Points that one of them makes."""
    blind_spots: NotRequired[list[str] | None]
    """Points that none of them covers."""


class ResponseFusionAnswerParam(TypedDict):
    """The response of a model of the panel."""

    model: str
    """The model."""
    content: NotRequired[str | None]
    """The response."""


class ResponseFusionSourceParam(TypedDict):
    """A page that the panel read."""

    title: str
    """Title of the page."""
    url: str
    """URL of the page."""


class ResponseFusionFailureParam(TypedDict):
    """A model of the panel that failed."""

    model: str
    """The model."""
    error: str
    """The reason."""
    status_code: NotRequired[int | None]
    """HTTP status of the provider."""


class ResponseFusionCallParam(TypedDict):
    """The responses of a panel of models."""

    type: Literal["openrouter:fusion"]
    """Always `openrouter:fusion`."""
    id: NotRequired[str | None]
    """Id of the item."""
    responses: NotRequired[Iterable[ResponseFusionAnswerParam | ResponseFusionAnswer] | None]
    """The responses of the models."""
    analysis: NotRequired[ResponseFusionAnalysisParam | ResponseFusionAnalysis | None]
    """A comparison of the responses."""
    sources: NotRequired[Iterable[ResponseFusionSourceParam | ResponseFusionSource] | None]
    """Pages that the models read."""
    failed_models: NotRequired[Iterable[ResponseFusionFailureParam | ResponseFusionFailure] | None]
    """The models that failed."""
    failure_reason: NotRequired[str | None]
    """Why the panel failed."""
    error: NotRequired[str | None]
    """Why the call failed."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseServerApplyPatchCallParam(TypedDict):
    """A change of a file in a container."""

    type: Literal["openrouter:apply_patch"]
    """Always `openrouter:apply_patch`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: NotRequired[str | None]
    """Id of the call."""
    operation: NotRequired[ResponseApplyPatchOperationParam | ResponseApplyPatchOperation | None]
    """The change."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseServerCodeInterpreterCallParam(TypedDict):
    """Code that OpenRouter ran."""

    type: Literal["openrouter:code_interpreter"]
    """Always `openrouter:code_interpreter`."""
    id: NotRequired[str | None]
    """Id of the item."""
    code: NotRequired[str | None]
    """The code."""
    language: NotRequired[str | None]
    """The programming language."""
    stdout: NotRequired[str | None]
    """Standard output."""
    stderr: NotRequired[str | None]
    """Standard error."""
    exitCode: NotRequired[int | None]
    """The exit code."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseSearchModelsCallParam(TypedDict):
    """A search in the model catalog."""

    type: Literal["openrouter:experimental__search_models"]
    """Always `openrouter:experimental__search_models`."""
    id: NotRequired[str | None]
    """Id of the item."""
    query: NotRequired[str | None]
    """The query."""
    arguments: NotRequired[str | None]
    """The arguments as a JSON string."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseServerFileSearchCallParam(TypedDict):
    """A search in files."""

    type: Literal["openrouter:file_search"]
    """Always `openrouter:file_search`."""
    id: NotRequired[str | None]
    """Id of the item."""
    queries: NotRequired[list[str] | None]
    """The queries."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseServerImageGenerationCallParam(TypedDict):
    """An image that OpenRouter had generated."""

    type: Literal["openrouter:image_generation"]
    """Always `openrouter:image_generation`."""
    id: NotRequired[str | None]
    """Id of the item."""
    prompt: NotRequired[str | None]
    """The prompt."""
    revisedPrompt: NotRequired[str | None]
    """The prompt as the model changed it."""
    result: NotRequired[str | None]
    """The image as base64."""
    imageB64: NotRequired[str | None]
    """The image as base64."""
    imageUrl: NotRequired[str | None]
    """URL of the image."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseServerMcpCallParam(TypedDict):
    """A call of a tool on an MCP server."""

    type: Literal["openrouter:mcp"]
    """Always `openrouter:mcp`."""
    id: NotRequired[str | None]
    """Id of the item."""
    serverLabel: NotRequired[str | None]
    """Label of the server."""
    toolName: NotRequired[str | None]
    """Name of the tool."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseMemoryCallParam(TypedDict):
    """An operation on the memory."""

    type: Literal["openrouter:memory"]
    """Always `openrouter:memory`."""
    id: NotRequired[str | None]
    """Id of the item."""
    action: NotRequired[ResponseMemoryCallAction | None]
    """The operation."""
    key: NotRequired[str | None]
    """The key."""
    value: NotRequired[object]
    """The value."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseServerShellCallParam(TypedDict):
    """Shell commands in a container."""

    type: Literal["openrouter:shell"]
    """Always `openrouter:shell`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: NotRequired[str | None]
    """Id of the call."""
    action: NotRequired[ResponseShellActionParam | ResponseShellAction | None]
    """The commands."""
    arguments: NotRequired[str | None]
    """The arguments as a JSON string."""
    output: NotRequired[Iterable[ResponseShellOutputParam | ResponseShellOutput] | None]
    """The output of each command."""
    container_id: NotRequired[str | None]
    """Id of the container."""
    files: NotRequired[Iterable[ResponseContainerFileCitationParam | ResponseContainerFileCitation] | None]
    """Files that were created."""
    error: NotRequired[str | None]
    """Why the call failed."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseSubagentCallParam(TypedDict):
    """A task that another model performed."""

    type: Literal["openrouter:subagent"]
    """Always `openrouter:subagent`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: NotRequired[str | None]
    """Id of the call."""
    instance_name: NotRequired[str | None]
    """Name under which the model called the tool."""
    name: NotRequired[str | None]
    """Name of the subagent."""
    model: NotRequired[str | None]
    """The model of the subagent."""
    task_name: NotRequired[str | None]
    """Name of the task."""
    task_description: NotRequired[str | None]
    """The task."""
    outcome: NotRequired[str | None]
    """The result."""
    error: NotRequired[str | None]
    """Why the call failed."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseTextEditorCallParam(TypedDict):
    """An operation of the text editor."""

    type: Literal["openrouter:text_editor"]
    """Always `openrouter:text_editor`."""
    id: NotRequired[str | None]
    """Id of the item."""
    command: NotRequired[ResponseTextEditorCallCommand | None]
    """The operation."""
    filePath: NotRequired[str | None]
    """Path of the file."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseServerToolSearchCallParam(TypedDict):
    """A search in the tools of the request."""

    type: Literal["openrouter:tool_search"]
    """Always `openrouter:tool_search`."""
    id: NotRequired[str | None]
    """Id of the item."""
    query: NotRequired[str | None]
    """The query."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseWebFetchCallParam(TypedDict):
    """A web page that was fetched."""

    type: Literal["openrouter:web_fetch"]
    """Always `openrouter:web_fetch`."""
    id: NotRequired[str | None]
    """Id of the item."""
    url: NotRequired[str | None]
    """URL of the page."""
    title: NotRequired[str | None]
    """Title of the page."""
    content: NotRequired[str | None]
    """The content."""
    httpStatus: NotRequired[int | None]
    """HTTP status of the page."""
    error: NotRequired[str | None]
    """Why the call failed."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseServerWebSearchCallParam(TypedDict):
    """A web search by OpenRouter."""

    type: Literal["openrouter:web_search"]
    """Always `openrouter:web_search`."""
    id: NotRequired[str | None]
    """Id of the item."""
    action: NotRequired[ResponseWebSearchActionParam | None]
    """The search."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""
