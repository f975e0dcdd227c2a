// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { NestedTool, SearchEngine, SearchLocation, SearchMode, XSearch } from "./tools.ts";

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
   * - `low`: Inexpensive models.
   * - `medium`: Mid-priced models.
   * - `high`: Expensive models.
   * - `xhigh`: Very expensive models.
   * - `max`: No price limit.
   */
  cost_tier?: "low" | "medium" | "high" | "xhigh" | "max" | (string & {}) | null | undefined;
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
   * - `low`: Inexpensive models.
   * - `medium`: Mid-priced models.
   * - `high`: Expensive models.
   * - `xhigh`: Very expensive models.
   * - `max`: No price limit.
   */
  cost_tier?: "low" | "medium" | "high" | "xhigh" | "max" | (string & {}) | null | undefined;
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
    } & SwitchyardRouterPlugin);

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
