// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { NestedTool, SearchEngine, SearchLocation, SearchMode, XSearch } from "./tools.ts";

/**
 * Settings of `openrouter/auto-beta`.
 */
export type AutoBetaRouterPlugin = {
  /**
   * The tag.
   */
  id: "auto-beta-router";
  /**
   * False turns it off, also where it is on by default.
   */
  enabled?: boolean | null | undefined;
  /**
   * Models to choose from; `*` stands for any text.
   */
  allowed_models?: Array<string> | null | undefined;
  /**
   * Models not to choose.
   */
  excluded_models?: Array<string> | null | undefined;
  /**
   * How dear the model may be; about `low` when absent.
   * - `low`: Cheap models.
   * - `medium`: The middle.
   * - `high`: Dear models.
   * - `xhigh`: Very dear models.
   * - `max`: No limit.
   */
  cost_tier?: "low" | "medium" | "high" | "xhigh" | "max" | (string & {}) | null | undefined;
  /**
   * Replaced by `cost_tier`.
   *
   * @deprecated
   */
  cost_quality_tradeoff?: number | null | undefined;
};

/**
 * Settings of `openrouter/auto`.
 */
export type AutoRouterPlugin = {
  /**
   * The tag.
   */
  id: "auto-router";
  /**
   * False turns it off, also where it is on by default.
   */
  enabled?: boolean | null | undefined;
  /**
   * Models to choose from; `*` stands for any text.
   */
  allowed_models?: Array<string> | null | undefined;
  /**
   * Models not to choose.
   */
  excluded_models?: Array<string> | null | undefined;
  /**
   * How dear the model may be; about `low` when absent.
   * - `low`: Cheap models.
   * - `medium`: The middle.
   * - `high`: Dear models.
   * - `xhigh`: Very dear models.
   * - `max`: No limit.
   */
  cost_tier?: "low" | "medium" | "high" | "xhigh" | "max" | (string & {}) | null | undefined;
  /**
   * Replaced by `cost_tier`.
   *
   * @deprecated
   */
  cost_quality_tradeoff?: number | null | undefined;
  /**
   * Whether a conversation stays with the model chosen first.
   */
  pin_model?: boolean | null | undefined;
};

/**
 * Shortens a prompt that is too long. On by default for models with a context of 8192 tokens or less.
 */
export type ContextCompressionPlugin = {
  /**
   * The tag.
   */
  id: "context-compression";
  /**
   * False turns it off, also where it is on by default.
   */
  enabled?: boolean | null | undefined;
  /**
   * Drops or cuts the middle of the conversation.
   */
  engine?: "middle-out" | null | undefined;
};

/**
 * Reads PDFs for models that take no files.
 */
export type FileParserPlugin = {
  /**
   * The tag.
   */
  id: "file-parser";
  /**
   * False turns it off, also where it is on by default.
   */
  enabled?: boolean | null | undefined;
  /**
   * How PDFs are read.
   */
  pdf?: PdfOptions | null | undefined;
};

/**
 * Settings of `openrouter/fusion`.
 */
export type FusionPlugin = {
  /**
   * The tag.
   */
  id: "fusion";
  /**
   * False turns it off, also where it is on by default.
   */
  enabled?: boolean | null | undefined;
  /**
   * A ready-made panel.
   * - `general-high`: Strong models.
   * - `general-budget`: Cheap models.
   * - `general-fast`: Fast models.
   */
  preset?: "general-high" | "general-budget" | "general-fast" | (string & {}) | null | undefined;
  /**
   * The models of the panel.
   */
  analysis_models?: Array<string> | null | undefined;
  /**
   * The model that joins the answers.
   */
  model?: string | null | undefined;
  /**
   * The most tool calls, 4 when absent.
   */
  max_tool_calls?: number | null | undefined;
  /**
   * Tools of the panel.
   */
  tools?: Array<NestedTool> | null | undefined;
};

/**
 * Checks the input before the model sees it; flagged input gets 403.
 */
export type ModerationPlugin = {
  /**
   * The tag.
   */
  id: "moderation";
};

/**
 * Settings of `openrouter/pareto-code`.
 */
export type ParetoRouterPlugin = {
  /**
   * The tag.
   */
  id: "pareto-router";
  /**
   * False turns it off, also where it is on by default.
   */
  enabled?: boolean | null | undefined;
  /**
   * The lowest accepted score.
   */
  min_coding_score?: number | null | undefined;
  /**
   * The highest accepted price in USD per million tokens.
   */
  max_price?: number | null | undefined;
  /**
   * Which price `max_price` means.
   * - `prompt`: The prompt price.
   * - `weighted_avg`: A weighted mean of prompt and answer.
   */
  price_source?: "prompt" | "weighted_avg" | (string & {}) | null | undefined;
};

/**
 * How PDFs are read.
 */
export type PdfOptions = {
  /**
   * Who reads; when absent the model if it can, else `cloudflare-ai`.
   * - `mistral-ocr`: Recognises text in images, 2 USD per 1000 pages.
   * - `cloudflare-ai`: Turns pages into Markdown, free of charge.
   * - `native`: The model itself; pages count as prompt tokens.
   * - `pdf-text`: Older name of `cloudflare-ai`.
   */
  engine?: "mistral-ocr" | "cloudflare-ai" | "native" | "pdf-text" | (string & {}) | null | undefined;
};

/**
 * Something that runs once around the request.
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
 * Repairs broken JSON in answers that are not streamed and have a JSON `response_format`.
 */
export type ResponseHealingPlugin = {
  /**
   * The tag.
   */
  id: "response-healing";
  /**
   * False turns it off, also where it is on by default.
   */
  enabled?: boolean | null | undefined;
};

/**
 * Settings of the switchyard router.
 */
export type SwitchyardRouterPlugin = {
  /**
   * The tag.
   */
  id: "switchyard-router";
  /**
   * How it chooses.
   * - `capability`: By ability.
   * - `stage`: By stage of the work.
   * - `auto`: It decides.
   * - `random`: At random.
   * - `composite`: By several criteria.
   * - `passthrough`: Not at all.
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
 * Fetches pages that the prompt names.
 */
export type WebFetchPlugin = {
  /**
   * The tag.
   */
  id: "web-fetch";
  /**
   * The only hosts to fetch from.
   */
  allowed_domains?: Array<string> | null | undefined;
  /**
   * Hosts not to fetch from.
   */
  blocked_domains?: Array<string> | null | undefined;
  /**
   * The most fetches.
   */
  max_uses?: number | null | undefined;
  /**
   * The longest page in tokens.
   */
  max_content_tokens?: number | null | undefined;
};

/**
 * One web search before the answer. The server tool `openrouter:web_search` replaces it.
 *
 * @deprecated
 */
export type WebPlugin = {
  /**
   * The tag.
   */
  id: "web";
  /**
   * False turns it off, also where it is on by default.
   */
  enabled?: boolean | null | undefined;
  /**
   * Who searches; when absent the provider if it can, else Exa.
   */
  engine?: SearchEngine | null | undefined;
  /**
   * Results, 5 when absent.
   */
  max_results?: number | null | undefined;
  /**
   * The most searches.
   */
  max_uses?: number | null | undefined;
  /**
   * How deep the search goes.
   */
  mode?: SearchMode | null | undefined;
  /**
   * The text put before the results.
   */
  search_prompt?: string | null | undefined;
  /**
   * The only hosts to search.
   */
  include_domains?: Array<string> | null | undefined;
  /**
   * Hosts not to search.
   */
  exclude_domains?: Array<string> | null | undefined;
  /**
   * Where the user is.
   */
  user_location?: SearchLocation | null | undefined;
  /**
   * Search of posts on X.
   */
  x_search?: XSearch | null | undefined;
};
