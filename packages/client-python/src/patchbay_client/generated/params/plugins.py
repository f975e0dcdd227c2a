# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Iterable
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .tools import NestedToolParam, SearchEngine, SearchLocationParam, SearchMode, XSearchParam

AlignmentTarget: TypeAlias = Literal["content", "tool_calls", "refusal", "images", "audio"] | str
"""The fields of the message that the rule applies to.

- `content`: The text.
- `tool_calls`: The tool calls.
- `refusal`: The refusal.
- `images`: Images.
- `audio`: Audio.
"""


class AlignmentRuleParam(TypedDict):
    """A rule for responses."""

    rule: str
    """What the response must or must not do."""
    watch: list[AlignmentTarget]
    """The fields of the message that the rule applies to."""


EnforcementMode: TypeAlias = Literal["enforce", "audit"] | str
"""What happens to output that violates a rule.

- `enforce`: It is withheld.
- `audit`: It is returned with the result of the check.
"""


class AlignmentPluginParam(TypedDict):
    """Checks every response against rules. Beta."""

    id: Literal["alignment"]
    """Always `alignment`."""
    rules: Iterable[AlignmentRuleParam]
    """Rules that the response must follow."""
    mode: NotRequired[EnforcementMode | None]
    """What happens to a response that violates a rule. Default: `audit`."""
    threshold: NotRequired[float | None]
    """Probability from which a rule counts as violated. Default: 0.7."""
    max_retries: NotRequired[int | None]
    """Number of further attempts with `enforce`. Default: 1."""
    instruct: NotRequired[bool | None]
    """Whether the model receives the rules as instructions. Default: True."""


class ArmorRuleParam(TypedDict):
    """A rule for tool calls."""

    id: str
    """Unique id of the rule."""
    name: NotRequired[str | None]
    """Display name. Default: the id."""
    instructions: str
    """Which calls the rule matches."""
    threshold: NotRequired[float | None]
    """Probability from which the rule matches. Default: 0.6, or 0.7 in `allow`."""


ArmorRuleOrTextParam: TypeAlias = str | ArmorRuleParam
"""A rule, or its text."""


class ArmorEnvironmentEntryParam(TypedDict):
    """A fact about the environment."""

    name: str
    """Name of the fact."""
    value: str
    """Its value."""


ArmorEnvironmentParam: TypeAlias = str | ArmorEnvironmentEntryParam
"""A fact about the environment."""


class ArmorAutoModeParam(TypedDict):
    """Rules for tool calls by their effect."""

    hard_deny: NotRequired[Iterable[ArmorRuleOrTextParam] | None]
    """Calls that are always withheld."""
    soft_deny: NotRequired[Iterable[ArmorRuleOrTextParam] | None]
    """Calls that are withheld unless `allow` matches."""
    allow: NotRequired[Iterable[ArmorRuleOrTextParam] | None]
    """Calls that are allowed."""
    environment: NotRequired[Iterable[ArmorEnvironmentParam] | None]
    """Facts about the environment, such as `Repository: private`."""


class ArmorContextParam(TypedDict):
    """Rules for tool calls."""

    v: float
    """Version of the format, 1."""
    auto_mode: NotRequired[ArmorAutoModeParam | None]
    """The rules."""


ArmorOnError: TypeAlias = Literal["block", "log"] | str
"""What happens to a call that could not be checked. Default: `block`.

- `block`: It is withheld.
- `log`: It is returned.
"""


ArmorOutputMode: TypeAlias = Literal["text", "custom_item", "claude_code_compatibility"] | str
"""How the response shows a withheld call.

- `text`: As a mark in the text.
- `custom_item`: As an output item, in the Responses API.
- `claude_code_compatibility`: As Claude Code expects it, in the Messages API.
"""


class ArmorPluginParam(TypedDict):
    """Checks every tool call of the model before the caller receives it. Beta."""

    id: Literal["armor"]
    """Always `armor`."""
    enabled: NotRequired[bool | None]
    """False disables the plugin, even where it is enabled by default."""
    mode: NotRequired[EnforcementMode | None]
    """What happens to a dangerous call. Default: `enforce`."""
    on_error: NotRequired[ArmorOnError | None]
    """What happens to a call that could not be checked. Default: `block`."""
    output_mode: NotRequired[ArmorOutputMode | None]
    """How the response shows a withheld call."""
    evaluate_native_tools: NotRequired[bool | None]
    """Whether calls of the provider's own tools are checked too. Default: False."""
    use_cc_style_default_rules: NotRequired[bool | None]
    """Whether the rules of Claude Code apply too. Default: True in the Messages API, otherwise False."""
    classifier_context: NotRequired[ArmorContextParam | None]
    """The rules."""


CostTier: TypeAlias = Literal["low", "medium", "high", "xhigh", "max"] | str
"""How much an automatic router may spend.

- `low`: Inexpensive models.
- `medium`: Mid-priced models.
- `high`: Expensive models.
- `xhigh`: Very expensive models.
- `max`: No price limit.
"""


class AutoBetaRouterPluginParam(TypedDict):
    """Settings for `openrouter/auto-beta`."""

    id: Literal["auto-beta-router"]
    """Always `auto-beta-router`."""
    enabled: NotRequired[bool | None]
    """False disables the plugin, even where it is enabled by default."""
    allowed_models: NotRequired[list[str] | None]
    """Candidate models; `*` matches any text."""
    excluded_models: NotRequired[list[str] | None]
    """Models to exclude."""
    cost_tier: NotRequired[CostTier | None]
    """Price range of the candidate models. Default: approximately `low`."""
    cost_quality_tradeoff: NotRequired[int | None]
    """Deprecated.

    Use `cost_tier` instead.
    """


class AutoRouterPluginParam(TypedDict):
    """Settings for `openrouter/auto`."""

    id: Literal["auto-router"]
    """Always `auto-router`."""
    enabled: NotRequired[bool | None]
    """False disables the plugin, even where it is enabled by default."""
    allowed_models: NotRequired[list[str] | None]
    """Candidate models; `*` matches any text."""
    excluded_models: NotRequired[list[str] | None]
    """Models to exclude."""
    cost_tier: NotRequired[CostTier | None]
    """Price range of the candidate models. Default: approximately `low`."""
    cost_quality_tradeoff: NotRequired[int | None]
    """Deprecated.

    Use `cost_tier` instead.
    """
    pin_model: NotRequired[bool | None]
    """Whether all requests of a conversation use the first selected model."""


class WebPluginParam(TypedDict):
    """Deprecated.

    One web search before the completion. Use the server tool `openrouter:web_search` instead.
    """

    id: Literal["web"]
    """Always `web`."""
    enabled: NotRequired[bool | None]
    """False disables the plugin, even where it is enabled by default."""
    engine: NotRequired[SearchEngine | None]
    """The search engine. Default: the provider's own search if available, otherwise Exa."""
    max_results: NotRequired[int | None]
    """Number of results. Default: 5."""
    max_uses: NotRequired[int | None]
    """Maximum number of searches."""
    mode: NotRequired[SearchMode | None]
    """Search depth."""
    search_prompt: NotRequired[str | None]
    """Text inserted before the search results."""
    include_domains: NotRequired[list[str] | None]
    """The only domains to search."""
    exclude_domains: NotRequired[list[str] | None]
    """Domains to exclude from the search."""
    user_location: NotRequired[SearchLocationParam | None]
    """Location of the user."""
    x_search: NotRequired[XSearchParam | None]
    """Settings for searching posts on X."""


class WebFetchPluginParam(TypedDict):
    """Fetches web pages that the prompt mentions."""

    id: Literal["web-fetch"]
    """Always `web-fetch`."""
    allowed_domains: NotRequired[list[str] | None]
    """The only domains to fetch from."""
    blocked_domains: NotRequired[list[str] | None]
    """Domains that are not fetched."""
    max_uses: NotRequired[int | None]
    """Maximum number of fetches."""
    max_content_tokens: NotRequired[int | None]
    """Maximum number of tokens per page."""


PdfEngine: TypeAlias = Literal["mistral-ocr", "cloudflare-ai", "native", "pdf-text"] | str
"""The PDF engine. Default: the model itself if it supports files, otherwise `cloudflare-ai`.

- `mistral-ocr`: OCR, 2 USD per 1000 pages.
- `cloudflare-ai`: Converts pages to Markdown, free of charge.
- `native`: The model itself. Pages are billed as prompt tokens.
- `pdf-text`: Older name of `cloudflare-ai`.
"""


class PdfOptionsParam(TypedDict):
    """Settings for PDF parsing."""

    engine: NotRequired[PdfEngine | None]
    """The PDF engine. Default: the model itself if it supports files, otherwise `cloudflare-ai`."""


class FileParserPluginParam(TypedDict):
    """Parses PDFs for models without file input."""

    id: Literal["file-parser"]
    """Always `file-parser`."""
    enabled: NotRequired[bool | None]
    """False disables the plugin, even where it is enabled by default."""
    pdf: NotRequired[PdfOptionsParam | None]
    """Settings for PDF parsing."""


class ResponseHealingPluginParam(TypedDict):
    """Repairs malformed JSON in responses that are not streamed and have a JSON `response_format`."""

    id: Literal["response-healing"]
    """Always `response-healing`."""
    enabled: NotRequired[bool | None]
    """False disables the plugin, even where it is enabled by default."""


class ContextCompressionPluginParam(TypedDict):
    """Compresses prompts that exceed the context length. Enabled by default for models with a context length of up to
    8192 tokens.
    """

    id: Literal["context-compression"]
    """Always `context-compression`."""
    enabled: NotRequired[bool | None]
    """False disables the plugin, even where it is enabled by default."""
    engine: NotRequired[Literal["middle-out"] | None]
    """Removes or shortens the middle of the conversation."""


class ModerationPluginParam(TypedDict):
    """Moderates the input before the model receives it. Flagged input fails with 403."""

    id: Literal["moderation"]
    """Always `moderation`."""


ParetoPriceSource: TypeAlias = Literal["prompt", "weighted_avg"] | str
"""The price that `max_price` limits.

- `prompt`: The prompt price.
- `weighted_avg`: A weighted average of prompt and completion price.
"""


class ParetoRouterPluginParam(TypedDict):
    """Settings for `openrouter/pareto-code`."""

    id: Literal["pareto-router"]
    """Always `pareto-router`."""
    enabled: NotRequired[bool | None]
    """False disables the plugin, even where it is enabled by default."""
    min_coding_score: NotRequired[float | None]
    """Minimum coding score."""
    max_price: NotRequired[float | None]
    """Maximum price in USD per million tokens."""
    price_source: NotRequired[ParetoPriceSource | None]
    """The price that `max_price` limits."""


FusionPreset: TypeAlias = Literal["general-high", "general-budget", "general-fast"] | str
"""A predefined panel.

- `general-high`: Strong models.
- `general-budget`: Inexpensive models.
- `general-fast`: Fast models.
"""


class FusionPluginParam(TypedDict):
    """Settings for `openrouter/fusion`."""

    id: Literal["fusion"]
    """Always `fusion`."""
    enabled: NotRequired[bool | None]
    """False disables the plugin, even where it is enabled by default."""
    preset: NotRequired[FusionPreset | None]
    """A predefined panel."""
    analysis_models: NotRequired[list[str] | None]
    """The models of the panel."""
    model: NotRequired[str | None]
    """The model that combines the responses."""
    max_tool_calls: NotRequired[int | None]
    """Maximum number of tool calls. Default: 4."""
    tools: NotRequired[Iterable[NestedToolParam] | None]
    """Tools that the panel can call."""


SwitchyardAlgorithm: TypeAlias = Literal["capability", "stage", "auto", "random", "composite", "passthrough"] | str
"""The routing algorithm.

- `capability`: By capability.
- `stage`: By stage of the task.
- `auto`: Automatic.
- `random`: Random.
- `composite`: By several criteria.
- `passthrough`: No routing.
"""


class SwitchyardRouterPluginParam(TypedDict):
    """Settings for the Switchyard router."""

    id: Literal["switchyard-router"]
    """Always `switchyard-router`."""
    algorithm: NotRequired[SwitchyardAlgorithm | None]
    """The routing algorithm."""
    judge_model: NotRequired[str | None]
    """The model that judges the task, for `capability`, `stage` and `composite`."""


class JevRouterPluginParam(TypedDict):
    """Settings for `openrouter/jev`."""

    id: Literal["jev-router"]
    """Always `jev-router`."""
    models: NotRequired[list[str] | None]
    """Candidate models; `*` matches any text."""
    allowed_models: NotRequired[list[str] | None]
    """Alias of `models`. Both lists are combined."""
    excluded_models: NotRequired[list[str] | None]
    """Models to exclude."""
    cost_tier: NotRequired[str | None]
    """Price range of the candidate models: `low`, `medium`, `high`, or a range of the account."""


PluginParam: TypeAlias = (
    WebPluginParam
    | WebFetchPluginParam
    | FileParserPluginParam
    | ResponseHealingPluginParam
    | ContextCompressionPluginParam
    | ModerationPluginParam
    | AutoRouterPluginParam
    | AutoBetaRouterPluginParam
    | ParetoRouterPluginParam
    | FusionPluginParam
    | SwitchyardRouterPluginParam
    | JevRouterPluginParam
    | AlignmentPluginParam
    | ArmorPluginParam
)
"""A plugin that runs once per request."""
