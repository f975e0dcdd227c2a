# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from ..models.tools import FunctionCall
from .content import CacheControlParam
from .reasoning import ReasoningEffort


class ToolReasoningParam(TypedDict):
    """Reasoning settings of a tool's model."""

    effort: NotRequired[ReasoningEffort | None]
    """The reasoning effort."""
    max_tokens: NotRequired[int | None]
    """Maximum number of reasoning tokens."""


class AdvisorToolParametersParam(TypedDict):
    """Settings for the advisor."""

    name: NotRequired[str | None]
    """Name under which the model calls the tool."""
    model: NotRequired[str | None]
    """The advising model."""
    instructions: NotRequired[str | None]
    """Instructions for the model of the tool."""
    forward_transcript: NotRequired[bool | None]
    """Whether the advisor receives the conversation."""
    max_completion_tokens: NotRequired[int | None]
    """Maximum number of tokens of the advice."""
    reasoning: NotRequired[ToolReasoningParam | None]
    """Reasoning settings of the model."""
    stream: NotRequired[bool | None]
    """Whether the advice is streamed."""
    temperature: NotRequired[float | None]
    """Sampling temperature of the model."""


class AdvisorToolParam(TypedDict):
    """Consults a second model for advice."""

    type: Literal["openrouter:advisor"]
    """Always `openrouter:advisor`."""
    parameters: NotRequired[AdvisorToolParametersParam | None]
    """Settings for the tool."""


class FunctionCallParam(TypedDict):
    """A function and its arguments."""

    name: str
    """Name of the function. Models may invent names."""
    arguments: str
    """The arguments as a JSON string. Models may produce invalid JSON."""


class ToolCallParam(TypedDict):
    """A tool call that the model requested."""

    id: str
    """Id of the call. The `tool` message with the result refers to it."""
    type: Literal["function"]
    """Always `function`."""
    function: FunctionCallParam | FunctionCall
    """The function and its arguments."""


class NetworkDisabledParam(TypedDict):
    """No network access."""

    type: Literal["disabled"]
    """Always `disabled`."""


class NetworkAllowlistParam(TypedDict):
    """Access to the listed domains only."""

    type: Literal["allowlist"]
    """Always `allowlist`."""
    allowed_domains: list[str]
    """The allowed domains."""


ContainerNetworkParam: TypeAlias = NetworkDisabledParam | NetworkAllowlistParam
"""Network access of a container."""


class NewContainerParam(TypedDict):
    """A new container."""

    type: Literal["container_auto"]
    """Always `container_auto`."""
    file_ids: NotRequired[list[str] | None]
    """Uploaded files to copy into the container."""
    network_policy: NotRequired[ContainerNetworkParam | None]
    """Network access of the container."""


class ExistingContainerParam(TypedDict):
    """An existing container."""

    type: Literal["container_reference"]
    """Always `container_reference`."""
    container_id: str
    """Id of the container."""
    file_ids: NotRequired[list[str] | None]
    """Uploaded files to copy into the container."""
    network_policy: NotRequired[ContainerNetworkParam | None]
    """Network access of the container."""


BashEnvironmentParam: TypeAlias = NewContainerParam | ExistingContainerParam
"""A new or an existing container."""


ToolEngine: TypeAlias = Literal["auto", "native", "openrouter"] | str
"""What runs a tool.

- `auto`: At the provider if it supports this, otherwise at OpenRouter.
- `native`: The provider.
- `openrouter`: OpenRouter.
"""


class BashToolParametersParam(TypedDict):
    """Where the commands run."""

    engine: NotRequired[ToolEngine | None]
    """Where the commands run. Default: `auto`."""
    environment: NotRequired[BashEnvironmentParam | None]
    """The container."""


class BashToolParam(TypedDict):
    """Runs shell commands in a container."""

    type: Literal["openrouter:bash"]
    """Always `openrouter:bash`."""
    parameters: NotRequired[BashToolParametersParam | None]
    """Settings for the tool."""


class FunctionDefinitionParam(TypedDict):
    """The description of a function for the model."""

    name: str
    """Name of the function: letters, digits, `_` and `-`."""
    description: NotRequired[str | None]
    """When and how to call the function."""
    parameters: NotRequired[Mapping[str, object] | None]
    """JSON Schema of the arguments."""
    strict: NotRequired[bool | None]
    """Whether the arguments must match the schema exactly."""
    defer_loading: NotRequired[bool | None]
    """Like `defer_loading` of the tool."""


class FunctionToolParam(TypedDict):
    """A function. The model requests the call; the caller runs the function."""

    type: Literal["function"]
    """Always `function`."""
    function: FunctionDefinitionParam
    """The function."""
    defer_loading: NotRequired[bool | None]
    """Whether the model finds the tool only by a tool search."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the prompt cache after this tool."""


class DatetimeToolParametersParam(TypedDict):
    """Settings for the date and time tool."""

    timezone: NotRequired[str | None]
    """IANA time zone. Default: UTC."""


class DatetimeToolParam(TypedDict):
    """Returns the current date and time."""

    type: Literal["openrouter:datetime"]
    """Always `openrouter:datetime`."""
    parameters: NotRequired[DatetimeToolParametersParam | None]
    """Settings for the tool."""


FilesToolParametersParam: TypeAlias = Mapping[str, object]
"""Settings for the files tool; none are documented."""


class FilesToolParam(TypedDict):
    """Reads and writes files in the workspace."""

    type: Literal["openrouter:files"]
    """Always `openrouter:files`."""
    parameters: NotRequired[FilesToolParametersParam | None]
    """Settings for the tool."""


class NestedToolParam(TypedDict):
    """A tool inside another tool."""

    type: str
    """Type of the tool."""
    parameters: NotRequired[Mapping[str, object] | None]
    """Settings of the tool."""


class FusionToolParametersParam(TypedDict):
    """Settings for the panel."""

    analysis_models: NotRequired[list[str] | None]
    """The models of the panel."""
    model: NotRequired[str | None]
    """The model that combines the responses."""
    max_tool_calls: NotRequired[int | None]
    """Maximum number of tool calls of the panel."""
    max_completion_tokens: NotRequired[int | None]
    """Maximum number of tokens in the completion."""
    reasoning: NotRequired[ToolReasoningParam | None]
    """Reasoning settings of the models."""
    temperature: NotRequired[float | None]
    """Sampling temperature of the models."""
    cache_control: NotRequired[CacheControlParam | None]
    """Prompt caching for the panel."""
    tools: NotRequired[Iterable[NestedToolParam] | None]
    """Tools that the panel can call."""


class FusionToolParam(TypedDict):
    """Queries a panel of models and combines their responses."""

    type: Literal["openrouter:fusion"]
    """Always `openrouter:fusion`."""
    parameters: NotRequired[FusionToolParametersParam | None]
    """Settings for the tool."""


class ImageGenerationToolParametersParam(TypedDict):
    """Settings for image generation. Additional fields are forwarded to the model."""

    model: NotRequired[str | None]
    """The image model."""


class ImageGenerationToolParam(TypedDict):
    """Generates an image."""

    type: Literal["openrouter:image_generation"]
    """Always `openrouter:image_generation`."""
    parameters: NotRequired[ImageGenerationToolParametersParam | None]
    """Settings for the tool."""


class SearchModelsToolParametersParam(TypedDict):
    """Settings for the search."""

    max_results: NotRequired[int | None]
    """Maximum number of models to return."""


class SearchModelsToolParam(TypedDict):
    """Searches the model catalog."""

    type: Literal["openrouter:experimental__search_models"]
    """Always `openrouter:experimental__search_models`."""
    parameters: NotRequired[SearchModelsToolParametersParam | None]
    """Settings for the tool."""


class SubagentToolParametersParam(TypedDict):
    """Settings for the subagent."""

    name: NotRequired[str | None]
    """Name under which the model calls the tool."""
    model: NotRequired[str | None]
    """The model of the subagent."""
    instructions: NotRequired[str | None]
    """Instructions for the model of the tool."""
    inherit_functions: NotRequired[bool | None]
    """Whether the subagent can call the caller's functions."""
    inherited_function_names: NotRequired[list[str] | None]
    """Names of the functions that it can call."""
    max_completion_tokens: NotRequired[int | None]
    """Maximum number of tokens in the completion."""
    max_tool_calls: NotRequired[int | None]
    """Maximum number of tool calls."""
    reasoning: NotRequired[ToolReasoningParam | None]
    """Reasoning settings of the model."""
    temperature: NotRequired[float | None]
    """Sampling temperature of the model."""
    tools: NotRequired[Iterable[NestedToolParam] | None]
    """Tools of the subagent."""


class SubagentToolParam(TypedDict):
    """Delegates a task to another model with its own tools."""

    type: Literal["openrouter:subagent"]
    """Always `openrouter:subagent`."""
    parameters: NotRequired[SubagentToolParametersParam | None]
    """Settings for the tool."""


WebFetchEngine: TypeAlias = Literal["auto", "native", "openrouter", "exa", "parallel", "firecrawl"] | str
"""The fetch engine. Default: `auto`.

- `auto`: OpenRouter selects the engine.
- `native`: The provider of the model.
- `openrouter`: OpenRouter, free of charge.
- `exa`: Exa.
- `parallel`: Parallel.
- `firecrawl`: Firecrawl, billed to your Firecrawl account.
"""


class WebFetchToolParametersParam(TypedDict):
    """Settings for web fetching."""

    engine: NotRequired[WebFetchEngine | None]
    """The fetch engine. Default: `auto`."""
    allowed_domains: NotRequired[list[str] | None]
    """The only domains to fetch from."""
    blocked_domains: NotRequired[list[str] | None]
    """Domains that are not fetched."""
    max_content_tokens: NotRequired[int | None]
    """Maximum number of tokens per page."""
    max_uses: NotRequired[int | None]
    """Maximum number of fetches per request."""


class WebFetchToolParam(TypedDict):
    """Fetches a web page."""

    type: Literal["openrouter:web_fetch"]
    """Always `openrouter:web_fetch`."""
    parameters: NotRequired[WebFetchToolParametersParam | None]
    """Settings for the tool."""


SearchEngine: TypeAlias = Literal["auto", "native", "exa", "parallel", "firecrawl", "perplexity"] | str
"""The web search engine.

- `auto`: The provider's own search if available, otherwise Exa.
- `native`: The provider's own search, at its price.
- `exa`: Exa, 0.007 USD per request (0.012 deep, 0.015 deep with reasoning).
- `parallel`: Parallel, 0.005 USD per request (0.001 fast).
- `firecrawl`: Firecrawl, billed to your Firecrawl account.
- `perplexity`: Perplexity, 0.005 USD per request.
"""


SearchMode: TypeAlias = (
    Literal["instant", "fast", "auto", "deep-lite", "deep", "deep-reasoning", "turbo", "basic", "advanced"] | str
)
"""Search depth. Each engine supports some of the values.

- `instant`: The fastest.
- `fast`: Fast.
- `auto`: The engine selects the depth.
- `deep-lite`: Slightly deeper than `fast`.
- `deep`: Deep.
- `deep-reasoning`: Deep, with reasoning about the results.
- `turbo`: Fast and inexpensive.
- `basic`: Standard.
- `advanced`: Thorough.
"""


SearchContextSize: TypeAlias = Literal["low", "medium", "high"] | str
"""How much of the search results the model reads.

- `low`: A small part of the results.
- `medium`: A medium part of the results.
- `high`: A large part of the results.
"""


class SearchLocationParam(TypedDict):
    """Approximate location of the user."""

    type: NotRequired[Literal["approximate"] | None]
    """Always `approximate`."""
    city: NotRequired[str | None]
    """City."""
    region: NotRequired[str | None]
    """Region or state."""
    country: NotRequired[str | None]
    """ISO country code."""
    timezone: NotRequired[str | None]
    """IANA time zone."""


class XSearchParam(TypedDict):
    """Settings for searching posts on X."""

    allowed_x_handles: NotRequired[list[str] | None]
    """The only accounts to include."""
    excluded_x_handles: NotRequired[list[str] | None]
    """Accounts to exclude."""
    enable_image_understanding: NotRequired[bool | None]
    """Whether to analyze images."""
    enable_video_understanding: NotRequired[bool | None]
    """Whether to analyze videos."""
    from_date: NotRequired[str | None]
    """Start date, `YYYY-MM-DD`."""
    to_date: NotRequired[str | None]
    """End date, `YYYY-MM-DD`."""


class WebSearchToolParametersParam(TypedDict):
    """Settings for the search."""

    engine: NotRequired[SearchEngine | None]
    """The search engine. Default: `auto`."""
    mode: NotRequired[SearchMode | None]
    """Search depth."""
    max_results: NotRequired[int | None]
    """Number of results per search. Default: 5."""
    max_uses: NotRequired[int | None]
    """Maximum number of searches per request."""
    max_total_results: NotRequired[int | None]
    """Maximum number of results per request."""
    max_characters: NotRequired[int | None]
    """Maximum number of characters per result."""
    search_context_size: NotRequired[SearchContextSize | None]
    """How much of the search results the model reads."""
    allowed_domains: NotRequired[list[str] | None]
    """The only domains to search."""
    excluded_domains: NotRequired[list[str] | None]
    """Domains to exclude from the search."""
    user_location: NotRequired[SearchLocationParam | None]
    """Location of the user."""
    x_search: NotRequired[XSearchParam | None]
    """Settings for searching posts on X."""


class WebSearchToolParam(TypedDict):
    """Searches the web."""

    type: Literal["openrouter:web_search"]
    """Always `openrouter:web_search`."""
    parameters: NotRequired[WebSearchToolParametersParam | None]
    """Settings for the tool."""


class WebSearchShorthandParam(TypedDict):
    """Web search in OpenAI's format. The settings can be next to `type` or under `parameters`."""

    type: Literal["web_search", "web_search_preview", "web_search_preview_2025_03_11", "web_search_2025_08_26"]
    """Type of the tool.

    - `web_search`: The current name.
    - `web_search_preview`: The preview name.
    - `web_search_preview_2025_03_11`: The preview of March 2025.
    - `web_search_2025_08_26`: The version of August 2025.
    """
    parameters: NotRequired[WebSearchToolParametersParam | None]
    """Settings for the search."""
    engine: NotRequired[SearchEngine | None]
    """The search engine. Default: `auto`."""
    mode: NotRequired[SearchMode | None]
    """Search depth."""
    max_results: NotRequired[int | None]
    """Number of results per search. Default: 5."""
    max_uses: NotRequired[int | None]
    """Maximum number of searches per request."""
    max_total_results: NotRequired[int | None]
    """Maximum number of results per request."""
    max_characters: NotRequired[int | None]
    """Maximum number of characters per result."""
    search_context_size: NotRequired[SearchContextSize | None]
    """How much of the search results the model reads."""
    allowed_domains: NotRequired[list[str] | None]
    """The only domains to search."""
    excluded_domains: NotRequired[list[str] | None]
    """Domains to exclude from the search."""
    user_location: NotRequired[SearchLocationParam | None]
    """Location of the user."""
    x_search: NotRequired[XSearchParam | None]
    """Settings for searching posts on X."""


ChatToolParam: TypeAlias = (
    FunctionToolParam
    | AdvisorToolParam
    | BashToolParam
    | DatetimeToolParam
    | FilesToolParam
    | FusionToolParam
    | ImageGenerationToolParam
    | SearchModelsToolParam
    | SubagentToolParam
    | WebFetchToolParam
    | WebSearchToolParam
    | WebSearchShorthandParam
)
"""A tool that the model can call: a function that the caller runs, or a server tool (`openrouter:…`) that OpenRouter
runs. A server tool with a `name` can be listed several times under different names.
"""


class DeferredRegexSearchParam(TypedDict):
    """A search by a regular expression."""

    type: Literal["regex"]
    """Always `regex`."""
    max_results: NotRequired[int | None]
    """Maximum number of tools to return."""


class DeferredBm25SearchParam(TypedDict):
    """A search by words."""

    type: Literal["bm25"]
    """Always `bm25`."""
    max_results: NotRequired[int | None]
    """Maximum number of tools to return."""


class DeferredCustomSearchParam(TypedDict):
    """A search by a tool of the caller."""

    type: Literal["custom"]
    """Always `custom`."""
    tool_id: str
    """Name of the tool that searches."""
    result_key: str
    """Field of its result that lists the names of the tools found."""
    max_results: NotRequired[int | None]
    """Maximum number of tools to return."""


DeferredToolsSearchParam: TypeAlias = DeferredRegexSearchParam | DeferredBm25SearchParam | DeferredCustomSearchParam
"""A search among tools with `defer_loading`."""


class DeferredToolsParam(TypedDict):
    """How the model finds tools with `defer_loading`. OpenRouter serves the search, for any model."""

    protocol: Literal["v1"]
    """Always `v1`."""
    profile: Literal["portable"]
    """Always `portable`."""
    search: DeferredToolsSearchParam
    """The search."""
    validation: Literal["runtime"]
    """Always `runtime`. OpenRouter validates the arguments of calls."""


ToolChoiceMode: TypeAlias = Literal["none", "auto", "required"] | str
"""Whether the model must call a tool.

- `none`: The model calls no tool.
- `auto`: The model decides.
- `required`: The model must call a tool.
"""


class NamedFunctionParam(TypedDict):
    """The name of a function."""

    name: str
    """Name of the function."""


class ToolChoiceTargetParam(TypedDict):
    """A specific tool: `type: function` with the name of the function, or only the type of a server tool."""

    type: str
    """`function`, or a server tool such as `openrouter:web_search`."""
    function: NotRequired[NamedFunctionParam | None]
    """The function, if `type` is `function`."""


ToolChoiceParam: TypeAlias = ToolChoiceMode | ToolChoiceTargetParam
"""Whether the model must call a tool, and which one. Default with tools: `auto`."""


class StopAtStepCountParam(TypedDict):
    """Stops after a number of steps."""

    type: Literal["step_count_is"]
    """Always `step_count_is`."""
    step_count: int
    """The number of steps."""


class StopAtToolCallParam(TypedDict):
    """Stops after a call of this tool."""

    type: Literal["has_tool_call"]
    """Always `has_tool_call`."""
    tool_name: str
    """Name of the tool."""


class StopAtTokensParam(TypedDict):
    """Stops after a number of tokens."""

    type: Literal["max_tokens_used"]
    """Always `max_tokens_used`."""
    max_tokens: int
    """The number of tokens."""


class StopAtCostParam(TypedDict):
    """Stops at a cost."""

    type: Literal["max_cost"]
    """Always `max_cost`."""
    max_cost_in_dollars: float
    """The cost in USD."""


class StopAtFinishReasonParam(TypedDict):
    """Stops when a step ends with this finish reason."""

    type: Literal["finish_reason_is"]
    """Always `finish_reason_is`."""
    reason: str
    """The finish reason."""


StopServerToolsConditionParam: TypeAlias = (
    StopAtStepCountParam | StopAtToolCallParam | StopAtTokensParam | StopAtCostParam | StopAtFinishReasonParam
)
"""When OpenRouter stops running server tools and requests the final completion."""
