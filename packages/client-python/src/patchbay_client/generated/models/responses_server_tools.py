# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Any, Literal, TypeAlias

from ..._models import Model as BaseModel
from .responses_content import ResponseContainerFileCitation
from .responses_items import (
    ResponseApplyPatchOperation,
    ResponseItemStatus,
    ResponseShellAction,
    ResponseShellOutput,
    ResponseWebSearchAction,
)


class ResponseAdvisorCall(BaseModel):
    """Advice of a second model."""

    type: Literal["openrouter:advisor"]
    """Always `openrouter:advisor`."""
    id: str | None = None
    """Id of the item."""
    instance_name: str | None = None
    """Name under which the model called the tool."""
    model: str | None = None
    """The advising model."""
    prompt: str | None = None
    """The question."""
    advice: str | None = None
    """The advice."""
    error: str | None = None
    """Why the call failed."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseBashCall(BaseModel):
    """A shell command in a container."""

    type: Literal["openrouter:bash"]
    """Always `openrouter:bash`."""
    id: str | None = None
    """Id of the item."""
    call_id: str | None = None
    """Id of the call."""
    arguments: str | None = None
    """The arguments as a JSON string."""
    command: str | None = None
    """The command."""
    stdout: str | None = None
    """Standard output."""
    stderr: str | None = None
    """Standard error."""
    exitCode: int | None = None
    """The exit code."""
    container_id: str | None = None
    """Id of the container."""
    files: list[ResponseContainerFileCitation] | None = None
    """Files that were created."""
    error: str | None = None
    """Why the call failed."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseBrowserUseCall(BaseModel):
    """A step in a browser."""

    type: Literal["openrouter:browser_use"]
    """Always `openrouter:browser_use`."""
    id: str | None = None
    """Id of the item."""
    action: str | None = None
    """The step."""
    screenshotB64: str | None = None
    """A screenshot as base64."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseServerApplyPatchCall(BaseModel):
    """A change of a file in a container."""

    type: Literal["openrouter:apply_patch"]
    """Always `openrouter:apply_patch`."""
    id: str | None = None
    """Id of the item."""
    call_id: str | None = None
    """Id of the call."""
    operation: ResponseApplyPatchOperation | None = None
    """The change."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseServerCodeInterpreterCall(BaseModel):
    """Code that OpenRouter ran."""

    type: Literal["openrouter:code_interpreter"]
    """Always `openrouter:code_interpreter`."""
    id: str | None = None
    """Id of the item."""
    code: str | None = None
    """The code."""
    language: str | None = None
    """The programming language."""
    stdout: str | None = None
    """Standard output."""
    stderr: str | None = None
    """Standard error."""
    exitCode: int | None = None
    """The exit code."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseDatetimeCall(BaseModel):
    """The current date and time."""

    type: Literal["openrouter:datetime"]
    """Always `openrouter:datetime`."""
    id: str | None = None
    """Id of the item."""
    datetime: str | None = None
    """The date and time, ISO 8601."""
    timezone: str | None = None
    """IANA time zone."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseSearchModelsCall(BaseModel):
    """A search in the model catalog."""

    type: Literal["openrouter:experimental__search_models"]
    """Always `openrouter:experimental__search_models`."""
    id: str | None = None
    """Id of the item."""
    query: str | None = None
    """The query."""
    arguments: str | None = None
    """The arguments as a JSON string."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseServerFileSearchCall(BaseModel):
    """A search in files."""

    type: Literal["openrouter:file_search"]
    """Always `openrouter:file_search`."""
    id: str | None = None
    """Id of the item."""
    queries: list[str] | None = None
    """The queries."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseFilesCall(BaseModel):
    """An operation on files of the workspace."""

    type: Literal["openrouter:files"]
    """Always `openrouter:files`."""
    id: str | None = None
    """Id of the item."""
    call_id: str | None = None
    """Id of the call."""
    arguments: str | None = None
    """The arguments as a JSON string."""
    operation: str | None = None
    """The operation."""
    file_id: str | None = None
    """Id of the file."""
    filename: str | None = None
    """Name of the file."""
    result: str | None = None
    """The result."""
    error: str | None = None
    """Why the call failed."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseFusionAnswer(BaseModel):
    """The response of a model of the panel."""

    model: str
    """The model."""
    content: str | None = None
    """The response."""


class ResponseFusionStance(BaseModel):
    """The position of a model."""

    model: str
    """The model."""
    stance: str
    """The position."""


class ResponseFusionContradiction(BaseModel):
    """A point on which models disagree."""

    topic: str
    """The topic."""
    stances: list[ResponseFusionStance]
    """The position of each model."""


class ResponseFusionCoverage(BaseModel):
    """A point that some models cover."""

    point: str
    """The point."""
    models: list[str]
    """The models."""


class ResponseFusionInsight(BaseModel):
    """A point that one model makes."""

    model: str
    """The model."""
    insight: str
    """The point."""


class ResponseFusionAnalysis(BaseModel):
    """A comparison of the responses of a panel."""

    consensus: list[str] | None = None
    """Points on which the models agree."""
    contradictions: list[ResponseFusionContradiction] | None = None
    """Points on which they disagree."""
    partial_coverage: list[ResponseFusionCoverage] | None = None
    """Points that only some of them cover."""
    unique_insights: list[ResponseFusionInsight] | None = None
    """Points that one of them makes."""
    blind_spots: list[str] | None = None
    """Points that none of them covers."""


class ResponseFusionSource(BaseModel):
    """A page that the panel read."""

    title: str
    """Title of the page."""
    url: str
    """URL of the page."""


class ResponseFusionFailure(BaseModel):
    """A model of the panel that failed."""

    model: str
    """The model."""
    error: str
    """The reason."""
    status_code: int | None = None
    """HTTP status of the provider."""


class ResponseFusionCall(BaseModel):
    """The responses of a panel of models."""

    type: Literal["openrouter:fusion"]
    """Always `openrouter:fusion`."""
    id: str | None = None
    """Id of the item."""
    responses: list[ResponseFusionAnswer] | None = None
    """The responses of the models."""
    analysis: ResponseFusionAnalysis | None = None
    """A comparison of the responses."""
    sources: list[ResponseFusionSource] | None = None
    """Pages that the models read."""
    failed_models: list[ResponseFusionFailure] | None = None
    """The models that failed."""
    failure_reason: str | None = None
    """Why the panel failed."""
    error: str | None = None
    """Why the call failed."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseServerImageGenerationCall(BaseModel):
    """An image that OpenRouter had generated."""

    type: Literal["openrouter:image_generation"]
    """Always `openrouter:image_generation`."""
    id: str | None = None
    """Id of the item."""
    prompt: str | None = None
    """The prompt."""
    revisedPrompt: str | None = None
    """The prompt as the model changed it."""
    result: str | None = None
    """The image as base64."""
    imageB64: str | None = None
    """The image as base64."""
    imageUrl: str | None = None
    """URL of the image."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseServerMcpCall(BaseModel):
    """A call of a tool on an MCP server."""

    type: Literal["openrouter:mcp"]
    """Always `openrouter:mcp`."""
    id: str | None = None
    """Id of the item."""
    serverLabel: str | None = None
    """Label of the server."""
    toolName: str | None = None
    """Name of the tool."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


ResponseMemoryCallAction: TypeAlias = Literal["read", "write", "delete"] | str
"""The operation.

- `read`: Reads a value.
- `write`: Stores a value.
- `delete`: Deletes a value.
"""


class ResponseMemoryCall(BaseModel):
    """An operation on the memory."""

    type: Literal["openrouter:memory"]
    """Always `openrouter:memory`."""
    id: str | None = None
    """Id of the item."""
    action: ResponseMemoryCallAction | None = None
    """The operation."""
    key: str | None = None
    """The key."""
    value: Any = None
    """The value."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseServerShellCall(BaseModel):
    """Shell commands in a container."""

    type: Literal["openrouter:shell"]
    """Always `openrouter:shell`."""
    id: str | None = None
    """Id of the item."""
    call_id: str | None = None
    """Id of the call."""
    action: ResponseShellAction | None = None
    """The commands."""
    arguments: str | None = None
    """The arguments as a JSON string."""
    output: list[ResponseShellOutput] | None = None
    """The output of each command."""
    container_id: str | None = None
    """Id of the container."""
    files: list[ResponseContainerFileCitation] | None = None
    """Files that were created."""
    error: str | None = None
    """Why the call failed."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseSubagentCall(BaseModel):
    """A task that another model performed."""

    type: Literal["openrouter:subagent"]
    """Always `openrouter:subagent`."""
    id: str | None = None
    """Id of the item."""
    call_id: str | None = None
    """Id of the call."""
    instance_name: str | None = None
    """Name under which the model called the tool."""
    name: str | None = None
    """Name of the subagent."""
    model: str | None = None
    """The model of the subagent."""
    task_name: str | None = None
    """Name of the task."""
    task_description: str | None = None
    """The task."""
    outcome: str | None = None
    """The result."""
    error: str | None = None
    """Why the call failed."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


ResponseTextEditorCallCommand: TypeAlias = Literal["view", "create", "str_replace", "insert"] | str
"""The operation.

- `view`: Shows the file.
- `create`: Creates the file.
- `str_replace`: Replaces text.
- `insert`: Inserts text.
"""


class ResponseTextEditorCall(BaseModel):
    """An operation of the text editor."""

    type: Literal["openrouter:text_editor"]
    """Always `openrouter:text_editor`."""
    id: str | None = None
    """Id of the item."""
    command: ResponseTextEditorCallCommand | None = None
    """The operation."""
    filePath: str | None = None
    """Path of the file."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseServerToolSearchCall(BaseModel):
    """A search in the tools of the request."""

    type: Literal["openrouter:tool_search"]
    """Always `openrouter:tool_search`."""
    id: str | None = None
    """Id of the item."""
    query: str | None = None
    """The query."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseWebFetchCall(BaseModel):
    """A web page that was fetched."""

    type: Literal["openrouter:web_fetch"]
    """Always `openrouter:web_fetch`."""
    id: str | None = None
    """Id of the item."""
    url: str | None = None
    """URL of the page."""
    title: str | None = None
    """Title of the page."""
    content: str | None = None
    """The content."""
    httpStatus: int | None = None
    """HTTP status of the page."""
    error: str | None = None
    """Why the call failed."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseServerWebSearchCall(BaseModel):
    """A web search by OpenRouter."""

    type: Literal["openrouter:web_search"]
    """Always `openrouter:web_search`."""
    id: str | None = None
    """Id of the item."""
    action: ResponseWebSearchAction | None = None
    """The search."""
    status: ResponseItemStatus | None = None
    """Status of the item."""
