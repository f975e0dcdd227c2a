// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { NestedTool, SearchEngine, SearchLocation, SearchMode, XSearch } from "./tools.ts";

/**
 * Checks every response against rules. Beta.
 */
export type AlignmentPlugin = {
  /**
   * Always `alignment`.
   */
  id: "alignment";
  /**
   * Rules that the response must follow.
   */
  rules: Array<AlignmentRule>;
  /**
   * What happens to a response that violates a rule. Default: `audit`.
   */
  mode?: EnforcementMode | null | undefined;
  /**
   * Probability from which a rule counts as violated. Default: 0.7.
   */
  threshold?: number | null | undefined;
  /**
   * Number of further attempts with `enforce`. Default: 1.
   */
  max_retries?: number | null | undefined;
  /**
   * Whether the model receives the rules as instructions. Default: true.
   */
  instruct?: boolean | null | undefined;
};

/**
 * A rule for responses.
 */
export type AlignmentRule = {
  /**
   * What the response must or must not do.
   */
  rule: string;
  /**
   * The fields of the message that the rule applies to.
   */
  watch: Array<"content" | "tool_calls" | "refusal" | "images" | "audio" | (string & {})>;
};

/**
 * Rules for tool calls by their effect.
 */
export type ArmorAutoMode = {
  /**
   * Calls that are always withheld.
   */
  hard_deny?: Array<ArmorRuleOrText> | null | undefined;
  /**
   * Calls that are withheld unless `allow` matches.
   */
  soft_deny?: Array<ArmorRuleOrText> | null | undefined;
  /**
   * Calls that are allowed.
   */
  allow?: Array<ArmorRuleOrText> | null | undefined;
  /**
   * Facts about the environment, such as `Repository: private`.
   */
  environment?: Array<ArmorEnvironment> | null | undefined;
  [key: string]: unknown;
};

/**
 * Rules for tool calls.
 */
export type ArmorContext = {
  /**
   * Version of the format, 1.
   */
  v: number;
  /**
   * The rules.
   */
  auto_mode?: ArmorAutoMode | null | undefined;
  [key: string]: unknown;
};

/**
 * A fact about the environment.
 */
export type ArmorEnvironment = string | ArmorEnvironmentEntry;

/**
 * A fact about the environment.
 */
export type ArmorEnvironmentEntry = {
  /**
   * Name of the fact.
   */
  name: string;
  /**
   * Its value.
   */
  value: string;
};

/**
 * Checks every tool call of the model before the caller receives it. Beta.
 */
export type ArmorPlugin = {
  /**
   * Always `armor`.
   */
  id: "armor";
  /**
   * False disables the plugin, even where it is enabled by default.
   */
  enabled?: boolean | null | undefined;
  /**
   * What happens to a dangerous call. Default: `enforce`.
   */
  mode?: EnforcementMode | null | undefined;
  /**
   * What happens to a call that could not be checked. Default: `block`.
   * - `block`: It is withheld.
   * - `log`: It is returned.
   */
  on_error?: "block" | "log" | (string & {}) | null | undefined;
  /**
   * How the response shows a withheld call.
   * - `text`: As a mark in the text.
   * - `custom_item`: As an output item, in the Responses API.
   * - `claude_code_compatibility`: As Claude Code expects it, in the Messages API.
   */
  output_mode?: "text" | "custom_item" | "claude_code_compatibility" | (string & {}) | null | undefined;
  /**
   * Whether calls of the provider's own tools are checked too. Default: false.
   */
  evaluate_native_tools?: boolean | null | undefined;
  /**
   * Whether the rules of Claude Code apply too. Default: true in the Messages API, otherwise false.
   */
  use_cc_style_default_rules?: boolean | null | undefined;
  /**
   * The rules.
   */
  classifier_context?: ArmorContext | null | undefined;
};

/**
 * A rule for tool calls.
 */
export type ArmorRule = {
  /**
   * Unique id of the rule.
   */
  id: string;
  /**
   * Display name. Default: the id.
   */
  name?: string | null | undefined;
  /**
   * Which calls the rule matches.
   */
  instructions: string;
  /**
   * Probability from which the rule matches. Default: 0.6, or 0.7 in `allow`.
   */
  threshold?: number | null | undefined;
};

/**
 * A rule, or its text.
 */
export type ArmorRuleOrText = string | ArmorRule;

/**
 * Settings for `openrouter/auto-beta`.
 */
export type AutoBetaRouterPlugin = {
  /**
   * Always `auto-beta-router`.
   */
  id: "auto-beta-router";
  /**
   * False disables the plugin, even where it is enabled by default.
   */
  enabled?: boolean | null | undefined;
  /**
   * Candidate models; `*` matches any text.
   */
  allowed_models?: Array<string> | null | undefined;
  /**
   * Models to exclude.
   */
  excluded_models?: Array<string> | null | undefined;
  /**
   * Price range of the candidate models. Default: approximately `low`.
   */
  cost_tier?: CostTier | null | undefined;
  /**
   * Use `cost_tier` instead.
   *
   * @deprecated
   */
  cost_quality_tradeoff?: number | null | undefined;
};

/**
 * Settings for `openrouter/auto`.
 */
export type AutoRouterPlugin = {
  /**
   * Always `auto-router`.
   */
  id: "auto-router";
  /**
   * False disables the plugin, even where it is enabled by default.
   */
  enabled?: boolean | null | undefined;
  /**
   * Candidate models; `*` matches any text.
   */
  allowed_models?: Array<string> | null | undefined;
  /**
   * Models to exclude.
   */
  excluded_models?: Array<string> | null | undefined;
  /**
   * Price range of the candidate models. Default: approximately `low`.
   */
  cost_tier?: CostTier | null | undefined;
  /**
   * Use `cost_tier` instead.
   *
   * @deprecated
   */
  cost_quality_tradeoff?: number | null | undefined;
  /**
   * Whether all requests of a conversation use the first selected model.
   */
  pin_model?: boolean | null | undefined;
};

/**
 * Compresses prompts that exceed the context length. Enabled by default for models with a context length of up to 8192 tokens.
 */
export type ContextCompressionPlugin = {
  /**
   * Always `context-compression`.
   */
  id: "context-compression";
  /**
   * False disables the plugin, even where it is enabled by default.
   */
  enabled?: boolean | null | undefined;
  /**
   * Removes or shortens the middle of the conversation.
   */
  engine?: "middle-out" | null | undefined;
};

/**
 * How much an automatic router may spend.
 * - `low`: Inexpensive models.
 * - `medium`: Mid-priced models.
 * - `high`: Expensive models.
 * - `xhigh`: Very expensive models.
 * - `max`: No price limit.
 */
export type CostTier = "low" | "medium" | "high" | "xhigh" | "max" | (string & {});

/**
 * What happens to output that violates a rule.
 * - `enforce`: It is withheld.
 * - `audit`: It is returned with the result of the check.
 */
export type EnforcementMode = "enforce" | "audit" | (string & {});

/**
 * Parses PDFs for models without file input.
 */
export type FileParserPlugin = {
  /**
   * Always `file-parser`.
   */
  id: "file-parser";
  /**
   * False disables the plugin, even where it is enabled by default.
   */
  enabled?: boolean | null | undefined;
  /**
   * Settings for PDF parsing.
   */
  pdf?: PdfOptions | null | undefined;
};

/**
 * Settings for `openrouter/fusion`.
 */
export type FusionPlugin = {
  /**
   * Always `fusion`.
   */
  id: "fusion";
  /**
   * False disables the plugin, even where it is enabled by default.
   */
  enabled?: boolean | null | undefined;
  /**
   * A predefined panel.
   * - `general-high`: Strong models.
   * - `general-budget`: Inexpensive models.
   * - `general-fast`: Fast models.
   */
  preset?: "general-high" | "general-budget" | "general-fast" | (string & {}) | null | undefined;
  /**
   * The models of the panel.
   */
  analysis_models?: Array<string> | null | undefined;
  /**
   * The model that combines the responses.
   */
  model?: string | null | undefined;
  /**
   * Maximum number of tool calls. Default: 4.
   */
  max_tool_calls?: number | null | undefined;
  /**
   * Tools that the panel can call.
   */
  tools?: Array<NestedTool> | null | undefined;
};

/**
 * Settings for `openrouter/jev`.
 */
export type JevRouterPlugin = {
  /**
   * Always `jev-router`.
   */
  id: "jev-router";
  /**
   * Candidate models; `*` matches any text.
   */
  models?: Array<string> | null | undefined;
  /**
   * Alias of `models`. Both lists are combined.
   */
  allowed_models?: Array<string> | null | undefined;
  /**
   * Models to exclude.
   */
  excluded_models?: Array<string> | null | undefined;
  /**
   * Price range of the candidate models: `low`, `medium`, `high`, or a range of the account.
   */
  cost_tier?: string | null | undefined;
};

/**
 * Moderates the input before the model receives it. Flagged input fails with 403.
 */
export type ModerationPlugin = {
  /**
   * Always `moderation`.
   */
  id: "moderation";
};

/**
 * Settings for `openrouter/pareto-code`.
 */
export type ParetoRouterPlugin = {
  /**
   * Always `pareto-router`.
   */
  id: "pareto-router";
  /**
   * False disables the plugin, even where it is enabled by default.
   */
  enabled?: boolean | null | undefined;
  /**
   * Minimum coding score.
   */
  min_coding_score?: number | null | undefined;
  /**
   * Maximum price in USD per million tokens.
   */
  max_price?: number | null | undefined;
  /**
   * The price that `max_price` limits.
   * - `prompt`: The prompt price.
   * - `weighted_avg`: A weighted average of prompt and completion price.
   */
  price_source?: "prompt" | "weighted_avg" | (string & {}) | null | undefined;
};

/**
 * Settings for PDF parsing.
 */
export type PdfOptions = {
  /**
   * The PDF engine. Default: the model itself if it supports files, otherwise `cloudflare-ai`.
   * - `mistral-ocr`: OCR, 2 USD per 1000 pages.
   * - `cloudflare-ai`: Converts pages to Markdown, free of charge.
   * - `native`: The model itself. Pages are billed as prompt tokens.
   * - `pdf-text`: Older name of `cloudflare-ai`.
   */
  engine?: "mistral-ocr" | "cloudflare-ai" | "native" | "pdf-text" | (string & {}) | null | undefined;
};

/**
 * A plugin that runs once per request.
 */
export type Plugin =
  | ({
      id: "web";
    } & WebPlugin)
  | ({
      id: "web-fetch";
    } & WebFetchPlugin)
  | ({
      id: "file-parser";
    } & FileParserPlugin)
  | ({
      id: "response-healing";
    } & ResponseHealingPlugin)
  | ({
      id: "context-compression";
    } & ContextCompressionPlugin)
  | ({
      id: "moderation";
    } & ModerationPlugin)
  | ({
      id: "auto-router";
    } & AutoRouterPlugin)
  | ({
      id: "auto-beta-router";
    } & AutoBetaRouterPlugin)
  | ({
      id: "pareto-router";
    } & ParetoRouterPlugin)
  | ({
      id: "fusion";
    } & FusionPlugin)
  | ({
      id: "switchyard-router";
    } & SwitchyardRouterPlugin)
  | ({
      id: "jev-router";
    } & JevRouterPlugin)
  | ({
      id: "alignment";
    } & AlignmentPlugin)
  | ({
      id: "armor";
    } & ArmorPlugin);

/**
 * Repairs malformed JSON in responses that are not streamed and have a JSON `response_format`.
 */
export type ResponseHealingPlugin = {
  /**
   * Always `response-healing`.
   */
  id: "response-healing";
  /**
   * False disables the plugin, even where it is enabled by default.
   */
  enabled?: boolean | null | undefined;
};

/**
 * Settings for the Switchyard router.
 */
export type SwitchyardRouterPlugin = {
  /**
   * Always `switchyard-router`.
   */
  id: "switchyard-router";
  /**
   * The routing algorithm.
   * - `capability`: By capability.
   * - `stage`: By stage of the task.
   * - `auto`: Automatic.
   * - `random`: Random.
   * - `composite`: By several criteria.
   * - `passthrough`: No routing.
   */
  algorithm?:
    | "capability"
    | "stage"
    | "auto"
    | "random"
    | "composite"
    | "passthrough"
    | (string & {})
    | null
    | undefined;
  /**
   * The model that judges the task, for `capability`, `stage` and `composite`.
   */
  judge_model?: string | null | undefined;
};

/**
 * Fetches web pages that the prompt mentions.
 */
export type WebFetchPlugin = {
  /**
   * Always `web-fetch`.
   */
  id: "web-fetch";
  /**
   * The only domains to fetch from.
   */
  allowed_domains?: Array<string> | null | undefined;
  /**
   * Domains that are not fetched.
   */
  blocked_domains?: Array<string> | null | undefined;
  /**
   * Maximum number of fetches.
   */
  max_uses?: number | null | undefined;
  /**
   * Maximum number of tokens per page.
   */
  max_content_tokens?: number | null | undefined;
};

/**
 * One web search before the completion. Use the server tool `openrouter:web_search` instead.
 *
 * @deprecated
 */
export type WebPlugin = {
  /**
   * Always `web`.
   */
  id: "web";
  /**
   * False disables the plugin, even where it is enabled by default.
   */
  enabled?: boolean | null | undefined;
  /**
   * The search engine. Default: the provider's own search if available, otherwise Exa.
   */
  engine?: SearchEngine | null | undefined;
  /**
   * Number of results. Default: 5.
   */
  max_results?: number | null | undefined;
  /**
   * Maximum number of searches.
   */
  max_uses?: number | null | undefined;
  /**
   * Search depth.
   */
  mode?: SearchMode | null | undefined;
  /**
   * Text inserted before the search results.
   */
  search_prompt?: string | null | undefined;
  /**
   * The only domains to search.
   */
  include_domains?: Array<string> | null | undefined;
  /**
   * Domains to exclude from the search.
   */
  exclude_domains?: Array<string> | null | undefined;
  /**
   * Location of the user.
   */
  user_location?: SearchLocation | null | undefined;
  /**
   * Settings for searching posts on X.
   */
  x_search?: XSearch | null | undefined;
};
