# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .tools import (
    AdvisorToolParam,
    BashEnvironmentParam,
    BashToolParam,
    DatetimeToolParam,
    FilesToolParam,
    FusionToolParam,
    ImageGenerationToolParam,
    SearchContextSize,
    SearchEngine,
    SearchLocationParam,
    SearchMode,
    SearchModelsToolParam,
    SubagentToolParam,
    ToolChoiceMode,
    ToolEngine,
    WebFetchToolParam,
    WebSearchToolParam,
    XSearchParam,
)

ComputerEnvironment: TypeAlias = Literal["windows", "mac", "linux", "ubuntu", "browser"] | str
"""The environment.

- `windows`: Windows.
- `mac`: macOS.
- `linux`: Linux.
- `ubuntu`: Ubuntu.
- `browser`: A browser.
"""


ContainerMemoryLimit: TypeAlias = Literal["1g", "4g", "16g", "64g"] | str
"""Memory of the container.

- `1g`: 1 GB.
- `4g`: 4 GB.
- `16g`: 16 GB.
- `64g`: 64 GB.
"""


ResponseShellEngine: TypeAlias = Literal["auto", "openrouter"] | str
"""Where the commands run.

- `auto`: OpenRouter decides.
- `openrouter`: OpenRouter.
"""


class ResponseShellToolParametersParam(TypedDict):
    """Settings for the tool."""

    engine: NotRequired[ResponseShellEngine | None]
    """Where the commands run."""
    environment: NotRequired[BashEnvironmentParam | None]
    """The container."""


class ResponseServerShellToolParam(TypedDict):
    """Shell commands in a container."""

    type: Literal["openrouter:shell"]
    """Always `openrouter:shell`."""
    parameters: NotRequired[ResponseShellToolParametersParam | None]
    """Settings for the tool."""


class ResponseServerToolSearchParametersParam(TypedDict):
    """Settings for the tool."""

    max_results: NotRequired[int | None]
    """Maximum number of tools to return."""


class ResponseServerToolSearchToolParam(TypedDict):
    """Search in the tools of the request that have `defer_loading`."""

    type: Literal["openrouter:tool_search"]
    """Always `openrouter:tool_search`."""
    parameters: NotRequired[ResponseServerToolSearchParametersParam | None]
    """Settings for the tool."""


GrammarSyntax: TypeAlias = Literal["lark", "regex"] | str
"""The syntax of the grammar.

- `lark`: A Lark grammar.
- `regex`: A regular expression.
"""


_ResponseFunctionToolParamBase = TypedDict("_ResponseFunctionToolParamBase", {"async": NotRequired[bool | None]})


class ResponseFunctionToolParam(_ResponseFunctionToolParamBase):
    """A function. The model requests the call; the caller runs the function.

    async: Whether the model continues before the output arrives.
    """

    type: Literal["function"]
    """Always `function`."""

    name: str
    """Name of the function: letters, digits, `_` and `-`."""

    description: NotRequired[str | None]
    """When and how to call the function."""

    parameters: NotRequired[Mapping[str, object] | None]
    """JSON Schema of the arguments."""

    strict: NotRequired[bool | None]
    """Whether the arguments must match the schema exactly."""

    defer_loading: NotRequired[bool | None]
    """Whether the model sees the tool only after a tool search."""

    allowed_callers: NotRequired[list[str] | None]
    """Who may call the function: `direct`, `programmatic`."""

    output_schema: NotRequired[Mapping[str, object] | None]
    """JSON Schema of the output."""


class ResponseCustomTextFormatParam(TypedDict):
    """Any text."""

    type: Literal["text"]
    """Always `text`."""


class ResponseCustomGrammarFormatParam(TypedDict):
    """Text that conforms to a grammar."""

    type: Literal["grammar"]
    """Always `grammar`."""
    syntax: GrammarSyntax
    """The syntax of the grammar."""
    definition: str
    """The grammar."""


ResponseCustomToolFormatParam: TypeAlias = ResponseCustomTextFormatParam | ResponseCustomGrammarFormatParam
"""The form of the input of a custom tool."""


_ResponseCustomToolParamBase = TypedDict("_ResponseCustomToolParamBase", {"async": NotRequired[bool | None]})


class ResponseCustomToolParam(_ResponseCustomToolParamBase):
    """A tool whose input is free text, or text of a grammar.

    async: Whether the model continues before the output arrives.
    """

    type: Literal["custom"]
    """Always `custom`."""

    name: str
    """Name of the tool."""

    description: NotRequired[str | None]
    """When and how to call the tool."""

    format: NotRequired[ResponseCustomToolFormatParam | None]
    """The form of the input. Default: any text."""

    defer_loading: NotRequired[bool | None]
    """Whether the model sees the tool only after a tool search."""


class UnknownNamespaceMemberParam(TypedDict):
    """A tool with a type that this contract does not know."""

    type: str
    """The type."""


ResponseNamespaceMemberParam: TypeAlias = (
    ResponseFunctionToolParam | ResponseCustomToolParam | UnknownNamespaceMemberParam
)
"""A tool of a namespace."""


class ResponseNamespaceToolParam(TypedDict):
    """Tools under a common name. A call of one of them has the name in `namespace`."""

    type: Literal["namespace"]
    """Always `namespace`."""
    name: str
    """Name of the namespace."""
    description: NotRequired[str | None]
    """What the tools are for."""
    tools: Iterable[ResponseNamespaceMemberParam]
    """The tools."""


class ResponseSearchFiltersParam(TypedDict):
    """The domains to search."""

    allowed_domains: NotRequired[list[str] | None]
    """The only domains to search."""
    blocked_domains: NotRequired[list[str] | None]
    """Domains to exclude."""
    excluded_domains: NotRequired[list[str] | None]
    """Domains to exclude."""


class ResponseWebSearchToolParam(TypedDict):
    """Web search."""

    type: Literal["web_search", "web_search_2025_08_26", "web_search_preview", "web_search_preview_2025_03_11"]
    """Type of the tool.

    - `web_search`: The current name.
    - `web_search_2025_08_26`: The version of August 2025.
    - `web_search_preview`: The preview name.
    - `web_search_preview_2025_03_11`: The preview of March 2025.
    """
    engine: NotRequired[SearchEngine | None]
    """The search engine. Default: `auto`."""
    mode: NotRequired[SearchMode | None]
    """Search depth."""
    filters: NotRequired[ResponseSearchFiltersParam | None]
    """The domains to search."""
    max_results: NotRequired[int | None]
    """Number of results per search. Default: 5."""
    max_uses: NotRequired[int | None]
    """Maximum number of searches per request."""
    search_context_size: NotRequired[SearchContextSize | None]
    """How much of the search results the model reads."""
    user_location: NotRequired[SearchLocationParam | None]
    """Location of the user."""
    x_search: NotRequired[XSearchParam | None]
    """Settings for searching posts on X."""
    external_web_access: NotRequired[bool | None]
    """Whether the provider may access live pages instead of its cache."""


class ResponseFileSearchToolParam(TypedDict):
    """Search in vector stores."""

    type: Literal["file_search"]
    """Always `file_search`."""
    vector_store_ids: list[str]
    """Ids of the vector stores."""
    max_num_results: NotRequired[int | None]
    """Maximum number of results."""
    filters: NotRequired[object]
    """A comparison, or several with `and` or `or`."""
    ranking_options: NotRequired[object]
    """Settings for the ranking."""


class ResponseComputerToolParam(TypedDict):
    """Actions on a computer."""

    type: Literal["computer"]
    """Always `computer`."""


class ResponseComputerUseToolParam(TypedDict):
    """Actions on a computer."""

    type: Literal["computer_use_preview"]
    """Always `computer_use_preview`."""
    display_width: int
    """Width of the display, in pixels."""
    display_height: int
    """Height of the display, in pixels."""
    environment: ComputerEnvironment
    """The environment."""


ResponseToolSearchToolExecution: TypeAlias = Literal["server", "client"] | str
"""Who searches.

- `server`: The provider searches.
- `client`: The caller searches.
"""


class ResponseToolSearchToolParam(TypedDict):
    """Search in the tools of the request that have `defer_loading`, by the provider or the caller."""

    type: Literal["tool_search"]
    """Always `tool_search`."""
    description: NotRequired[str | None]
    """Description of the search."""
    execution: NotRequired[ResponseToolSearchToolExecution | None]
    """Who searches."""
    parameters: NotRequired[object]
    """JSON Schema of the arguments."""


class ResponseProgrammaticToolParam(TypedDict):
    """Lets the model call tools by code."""

    type: Literal["programmatic_tool_calling"]
    """Always `programmatic_tool_calling`."""


class ResponseAutoContainerParam(TypedDict):
    """A new container."""

    type: Literal["auto"]
    """Always `auto`."""
    file_ids: NotRequired[list[str] | None]
    """Uploaded files to copy into the container."""
    memory_limit: NotRequired[ContainerMemoryLimit | None]
    """Memory of the container."""


ResponseCodeInterpreterContainerParam: TypeAlias = str | ResponseAutoContainerParam
"""A container, by its id or by the settings of a new one."""


class ResponseCodeInterpreterToolParam(TypedDict):
    """Runs code in a container of the provider."""

    type: Literal["code_interpreter"]
    """Always `code_interpreter`."""
    container: ResponseCodeInterpreterContainerParam
    """Id of a container, or a new one."""


class ResponseMcpToolFilterParam(TypedDict):
    """Some tools of an MCP server."""

    tool_names: NotRequired[list[str] | None]
    """Names of the tools."""
    read_only: NotRequired[bool | None]
    """Whether only tools that change nothing are selected."""


ResponseMcpAllowedToolsParam: TypeAlias = list[str] | ResponseMcpToolFilterParam
"""The tools of an MCP server that the model may call, as names or as a filter."""


class ResponseMcpApprovalFilterParam(TypedDict):
    """Which calls of an MCP server need approval."""

    always: NotRequired[ResponseMcpToolFilterParam | None]
    """The tools whose calls need approval."""
    never: NotRequired[ResponseMcpToolFilterParam | None]
    """The tools whose calls need none."""


ResponseMcpApprovalParam: TypeAlias = str | ResponseMcpApprovalFilterParam
"""Which calls to an MCP server need approval: one word for all tools, or a filter."""


class ResponseMcpToolParam(TypedDict):
    """The tools of an MCP server."""

    type: Literal["mcp"]
    """Always `mcp`."""
    server_label: str
    """Label of the server."""
    server_url: NotRequired[str | None]
    """URL of the server."""
    server_description: NotRequired[str | None]
    """Description of the server."""
    connector_id: NotRequired[str | None]
    """Id of a connector of the provider."""
    authorization: NotRequired[str | None]
    """Access token for the server."""
    headers: NotRequired[Mapping[str, str] | None]
    """Headers for the server."""
    allowed_tools: NotRequired[ResponseMcpAllowedToolsParam | None]
    """Names of the tools that the model may call, or a filter."""
    require_approval: NotRequired[ResponseMcpApprovalParam | None]
    """Which calls need approval: `always`, `never`, or a filter."""


ResponseImageGenerationQuality: TypeAlias = Literal["low", "medium", "high", "auto"] | str
"""Quality of the image.

- `low`: Low.
- `medium`: Medium.
- `high`: High.
- `auto`: The provider decides.
"""


ResponseImageGenerationBackground: TypeAlias = Literal["transparent", "opaque", "auto"] | str
"""Background of the image.

- `transparent`: Transparent.
- `opaque`: Opaque.
- `auto`: The provider decides.
"""


ResponseImageGenerationOutputFormat: TypeAlias = Literal["png", "webp", "jpeg"] | str
"""Format of the image.

- `png`: PNG.
- `webp`: WebP.
- `jpeg`: JPEG.
"""


ResponseImageGenerationModeration: TypeAlias = Literal["auto", "low"] | str
"""Strictness of the moderation.

- `auto`: Standard.
- `low`: Less strict.
"""


ResponseImageGenerationInputFidelity: TypeAlias = Literal["high", "low"] | str
"""How closely the image follows an input image.

- `high`: High.
- `low`: Low.
"""


class ResponseImageGenerationToolParam(TypedDict):
    """Image generation by the provider."""

    type: Literal["image_generation"]
    """Always `image_generation`."""
    model: NotRequired[str | None]
    """The image model."""
    size: NotRequired[str | None]
    """Size of the image, such as `1024x1024`."""
    quality: NotRequired[ResponseImageGenerationQuality | None]
    """Quality of the image."""
    background: NotRequired[ResponseImageGenerationBackground | None]
    """Background of the image."""
    output_format: NotRequired[ResponseImageGenerationOutputFormat | None]
    """Format of the image."""
    output_compression: NotRequired[int | None]
    """Compression in percent."""
    partial_images: NotRequired[int | None]
    """Number of partial images in a stream."""
    moderation: NotRequired[ResponseImageGenerationModeration | None]
    """Strictness of the moderation."""
    input_fidelity: NotRequired[ResponseImageGenerationInputFidelity | None]
    """How closely the image follows an input image."""
    input_image_mask: NotRequired[object]
    """The part of an input image to change."""


class ResponseLocalShellToolParam(TypedDict):
    """Shell commands on the machine of the caller."""

    type: Literal["local_shell"]
    """Always `local_shell`."""


class ResponseShellToolParam(TypedDict):
    """Shell commands."""

    type: Literal["shell"]
    """Always `shell`."""
    environment: NotRequired[object]
    """Where the commands run."""


class ResponseApplyPatchToolParam(TypedDict):
    """Changes of files on the machine of the caller."""

    type: Literal["apply_patch"]
    """Always `apply_patch`."""


class ResponseApplyPatchToolParametersParam(TypedDict):
    """Settings for the tool."""

    engine: NotRequired[ToolEngine | None]
    """Where the changes are made."""


class ResponseServerApplyPatchToolParam(TypedDict):
    """Changes of files in a container."""

    type: Literal["openrouter:apply_patch"]
    """Always `openrouter:apply_patch`."""
    parameters: NotRequired[ResponseApplyPatchToolParametersParam | None]
    """Settings for the tool."""


class UnknownResponseToolParam(TypedDict):
    """A tool with a type that this contract does not know. The API ignores the tool or refuses it by its type."""

    type: str
    """The type."""


ResponseToolParam: TypeAlias = (
    ResponseFunctionToolParam
    | ResponseCustomToolParam
    | ResponseNamespaceToolParam
    | ResponseWebSearchToolParam
    | ResponseFileSearchToolParam
    | ResponseComputerToolParam
    | ResponseComputerUseToolParam
    | ResponseToolSearchToolParam
    | ResponseProgrammaticToolParam
    | ResponseCodeInterpreterToolParam
    | ResponseMcpToolParam
    | ResponseImageGenerationToolParam
    | ResponseLocalShellToolParam
    | ResponseShellToolParam
    | ResponseApplyPatchToolParam
    | AdvisorToolParam
    | ResponseServerApplyPatchToolParam
    | BashToolParam
    | DatetimeToolParam
    | FilesToolParam
    | FusionToolParam
    | ImageGenerationToolParam
    | SearchModelsToolParam
    | ResponseServerShellToolParam
    | SubagentToolParam
    | ResponseServerToolSearchToolParam
    | WebFetchToolParam
    | WebSearchToolParam
    | UnknownResponseToolParam
)
"""A tool that the model can call: a function or a custom tool that the caller runs, or a tool that OpenRouter or the
provider runs.
"""


ResponseToolChoiceTargetMode: TypeAlias = Literal["auto", "required"] | str
"""With `allowed_tools`, whether the model must call one.

- `auto`: The model decides.
- `required`: The model must call one of the tools.
"""


class ResponseToolChoiceTargetParam(TypedDict):
    """A specific tool: `type: function` or `type: custom` with a name, the type of another tool, or `type:
    allowed_tools` with a list.
    """

    type: str
    """`function`, `custom`, `allowed_tools`, or the type of another tool."""
    name: NotRequired[str | None]
    """Name of the function or of the custom tool."""
    namespace: NotRequired[str | None]
    """Name of the namespace tool that contains it."""
    server_label: NotRequired[str | None]
    """Label of the MCP server."""
    mode: NotRequired[ResponseToolChoiceTargetMode | None]
    """With `allowed_tools`, whether the model must call one."""
    tools: NotRequired[Iterable[Mapping[str, object]] | None]
    """With `allowed_tools`, the tools that the model may call."""


ResponseToolChoiceParam: TypeAlias = ToolChoiceMode | ResponseToolChoiceTargetParam
"""Whether the model must call a tool, and which one. Default with tools: `auto`."""
