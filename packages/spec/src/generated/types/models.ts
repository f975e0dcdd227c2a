// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * The model that an alias resolves to.
 */
export type AliasTarget = {
  /**
   * Display name of the model.
   */
  name: string;
  /**
   * Slug of the model.
   */
  slug: string;
};

/**
 * Artificial Analysis indices.
 */
export type AnalysisIndices = {
  /**
   * Intelligence index.
   */
  intelligence_index: number | null;
  /**
   * Coding index.
   */
  coding_index: number | null;
  /**
   * Agentic index.
   */
  agentic_index: number | null;
};

/**
 * A Design Arena rating.
 */
export type ArenaRating = {
  /**
   * The arena.
   */
  arena: string;
  /**
   * The category.
   */
  category: string;
  /**
   * The Elo rating.
   */
  elo: number;
  /**
   * The rank.
   */
  rank: number;
  /**
   * Win rate, in percent.
   */
  win_rate: number;
};

/**
 * Values used for absent parameters.
 */
export type DefaultParameters = {
  /**
   * `temperature`.
   */
  temperature?: number | null;
  /**
   * `top_p`.
   */
  top_p?: number | null;
  /**
   * `top_k`.
   */
  top_k?: number | null;
  /**
   * `frequency_penalty`.
   */
  frequency_penalty?: number | null;
  /**
   * `presence_penalty`.
   */
  presence_penalty?: number | null;
  /**
   * `repetition_penalty`.
   */
  repetition_penalty?: number | null;
};

/**
 * A model with its prices, limits and capabilities.
 */
export type Model = {
  /**
   * The id to send as `model`: `author/name`, with a variant if any.
   */
  id: string;
  /**
   * Permanent slug of the model.
   */
  canonical_slug: string;
  /**
   * Display name.
   */
  name: string;
  /**
   * Time at which the model was added, in Unix seconds.
   */
  created: number;
  /**
   * Summary of the model's strengths.
   */
  description?: string;
  /**
   * Context length: total tokens of prompt and completion.
   */
  context_length: number | null;
  /**
   * Id of the model on Hugging Face, for open-weight models.
   */
  hugging_face_id?: string | null;
  /**
   * Training data cutoff, `YYYY-MM-DD`.
   */
  knowledge_cutoff?: string | null;
  /**
   * Retirement date, `YYYY-MM-DD`.
   */
  expiration_date?: string | null;
  /**
   * The model that an alias resolves to.
   */
  alias_target?: AliasTarget;
  /**
   * Input and output modalities.
   */
  architecture: ModelArchitecture;
  /**
   * Prices of the cheapest endpoint.
   */
  pricing: Pricing;
  /**
   * Limits of the top-ranked provider.
   */
  top_provider: TopProvider;
  /**
   * Limits per request.
   */
  per_request_limits: PerRequestLimits | null;
  /**
   * Parameters that at least one endpoint supports.
   */
  supported_parameters: Array<ParameterName>;
  /**
   * Values used for absent parameters.
   */
  default_parameters: DefaultParameters | null;
  /**
   * Voices of a speech model.
   */
  supported_voices: Array<string> | null;
  /**
   * Reasoning capabilities; absent if the model does not reason.
   */
  reasoning?: ModelReasoning;
  /**
   * Benchmark results.
   */
  benchmarks?: ModelBenchmarks;
  /**
   * Related resources.
   */
  links: ModelLinks;
};

/**
 * Input and output modalities.
 */
export type ModelArchitecture = {
  /**
   * Input and output modalities as one string, such as `text+image->text`.
   */
  modality: string | null;
  /**
   * Input modalities.
   */
  input_modalities: Array<"text" | "image" | "file" | "audio" | "video" | (string & {})>;
  /**
   * Output modalities.
   */
  output_modalities: Array<
    | "text"
    | "image"
    | "embeddings"
    | "audio"
    | "video"
    | "rerank"
    | "decisions"
    | "speech"
    | "transcription"
    | (string & {})
  >;
  /**
   * Tokenizer family.
   * - `Router`: No tokenizer; the model is a router.
   * - `Media`: No tokenizer; the model generates media.
   * - `Other`: Another tokenizer.
   * - `GPT`: The GPT tokenizer.
   * - `Claude`: The Claude tokenizer.
   * - `Gemini`: The Gemini tokenizer.
   * - `Gemma`: The Gemma tokenizer.
   * - `Grok`: The Grok tokenizer.
   * - `Cohere`: The Cohere tokenizer.
   * - `Nova`: The Nova tokenizer.
   * - `Qwen`: The Qwen tokenizer.
   * - `Yi`: The Yi tokenizer.
   * - `DeepSeek`: The DeepSeek tokenizer.
   * - `Mistral`: The Mistral tokenizer.
   * - `Llama2`: The Llama 2 tokenizer.
   * - `Llama3`: The Llama 3 tokenizer.
   * - `Llama4`: The Llama 4 tokenizer.
   * - `PaLM`: The PaLM tokenizer.
   * - `RWKV`: The RWKV tokenizer.
   * - `Qwen3`: The Qwen3 tokenizer.
   */
  tokenizer?:
    | "Router"
    | "Media"
    | "Other"
    | "GPT"
    | "Claude"
    | "Gemini"
    | "Gemma"
    | "Grok"
    | "Cohere"
    | "Nova"
    | "Qwen"
    | "Yi"
    | "DeepSeek"
    | "Mistral"
    | "Llama2"
    | "Llama3"
    | "Llama4"
    | "PaLM"
    | "RWKV"
    | "Qwen3"
    | (string & {});
  /**
   * Prompt template of open-weight models.
   * - `none`: No template.
   * - `airoboros`: The Airoboros template.
   * - `alpaca`: The Alpaca template.
   * - `alpaca-modif`: The modified Alpaca template.
   * - `chatml`: The ChatML template.
   * - `claude`: The Claude template.
   * - `code-llama`: The Code Llama template.
   * - `gemma`: The Gemma template.
   * - `llama2`: The Llama 2 template.
   * - `llama3`: The Llama 3 template.
   * - `mistral`: The Mistral template.
   * - `nemotron`: The Nemotron template.
   * - `neural`: The Neural Chat template.
   * - `openchat`: The OpenChat template.
   * - `phi3`: The Phi-3 template.
   * - `rwkv`: The RWKV template.
   * - `vicuna`: The Vicuna template.
   * - `zephyr`: The Zephyr template.
   * - `deepseek-r1`: The DeepSeek-R1 template.
   * - `deepseek-v3.1`: The DeepSeek-V3.1 template.
   * - `qwq`: The QwQ template.
   * - `qwen3`: The Qwen3 template.
   */
  instruct_type?:
    | "none"
    | "airoboros"
    | "alpaca"
    | "alpaca-modif"
    | "chatml"
    | "claude"
    | "code-llama"
    | "gemma"
    | "llama2"
    | "llama3"
    | "mistral"
    | "nemotron"
    | "neural"
    | "openchat"
    | "phi3"
    | "rwkv"
    | "vicuna"
    | "zephyr"
    | "deepseek-r1"
    | "deepseek-v3.1"
    | "qwq"
    | "qwen3"
    | (string & {})
    | null;
};

/**
 * Benchmark results.
 */
export type ModelBenchmarks = {
  /**
   * Artificial Analysis indices.
   */
  artificial_analysis?: AnalysisIndices;
  /**
   * Design Arena ratings.
   */
  design_arena: Array<ArenaRating>;
};

/**
 * The number of models.
 */
export type ModelCount = {
  /**
   * The total.
   */
  data: ModelTotal;
};

/**
 * One model.
 */
export type ModelDetail = {
  /**
   * The model.
   */
  data: Model;
};

/**
 * Related resources.
 */
export type ModelLinks = {
  /**
   * Path of the model's endpoint list.
   */
  details: string;
};

/**
 * A list of models, or one page of it.
 */
export type ModelList = {
  /**
   * The models.
   */
  data: Array<Model>;
  /**
   * Total number of models on all pages.
   */
  total_count: number;
  /**
   * Pagination links.
   */
  links: PageLinks;
};

/**
 * Reasoning capabilities of a model.
 */
export type ModelReasoning = {
  /**
   * Whether the model always reasons. Such a model rejects the effort `none`.
   */
  mandatory: boolean;
  /**
   * Whether the model reasons by default.
   */
  default_enabled?: boolean;
  /**
   * Default reasoning effort.
   */
  default_effort?: SupportedReasoningEffort | null;
  /**
   * Supported reasoning efforts; null means all.
   */
  supported_efforts?: Array<SupportedReasoningEffort | null> | null;
  /**
   * Whether the model supports `reasoning.max_tokens`.
   */
  supports_max_tokens?: boolean;
};

/**
 * A number of models.
 */
export type ModelTotal = {
  /**
   * The number of models.
   */
  count: number;
};

/**
 * Pagination links.
 */
export type PageLinks = {
  /**
   * URL of the next page. Null on the last page and for the whole list.
   */
  next: string | null;
};

/**
 * Name of a chat completion parameter.
 * - `temperature`: `temperature`.
 * - `top_p`: `top_p`.
 * - `top_k`: `top_k`.
 * - `min_p`: `min_p`.
 * - `top_a`: `top_a`.
 * - `frequency_penalty`: `frequency_penalty`.
 * - `presence_penalty`: `presence_penalty`.
 * - `repetition_penalty`: `repetition_penalty`.
 * - `max_tokens`: `max_tokens`.
 * - `max_completion_tokens`: `max_completion_tokens`.
 * - `logit_bias`: `logit_bias`.
 * - `logprobs`: `logprobs`.
 * - `top_logprobs`: `top_logprobs`.
 * - `prediction`: `prediction`.
 * - `seed`: `seed`.
 * - `response_format`: `response_format`.
 * - `structured_outputs`: Output that conforms to a JSON Schema.
 * - `stop`: `stop`.
 * - `tools`: `tools`.
 * - `tool_choice`: `tool_choice`.
 * - `parallel_tool_calls`: `parallel_tool_calls`.
 * - `include_reasoning`: `include_reasoning`.
 * - `reasoning`: `reasoning`.
 * - `reasoning_effort`: `reasoning_effort`.
 * - `web_search_options`: `web_search_options`.
 * - `verbosity`: `verbosity`.
 */
export type ParameterName =
  | "temperature"
  | "top_p"
  | "top_k"
  | "min_p"
  | "top_a"
  | "frequency_penalty"
  | "presence_penalty"
  | "repetition_penalty"
  | "max_tokens"
  | "max_completion_tokens"
  | "logit_bias"
  | "logprobs"
  | "top_logprobs"
  | "prediction"
  | "seed"
  | "response_format"
  | "structured_outputs"
  | "stop"
  | "tools"
  | "tool_choice"
  | "parallel_tool_calls"
  | "include_reasoning"
  | "reasoning"
  | "reasoning_effort"
  | "web_search_options"
  | "verbosity"
  | (string & {});

/**
 * Limits per request.
 */
export type PerRequestLimits = {
  /**
   * Maximum number of prompt tokens.
   */
  prompt_tokens: number;
  /**
   * Maximum number of completion tokens.
   */
  completion_tokens: number;
};

/**
 * Prices in USD as decimal strings, per token unless noted otherwise. "0" means free; "-1" means that the price depends on the selected model.
 */
export type Pricing = {
  /**
   * Price per prompt token. Unit: USD per token.
   */
  prompt: string;
  /**
   * Price per completion token. Unit: USD per token.
   */
  completion: string;
  /**
   * Price per input image. Unit: USD.
   */
  image?: string;
  /**
   * Price per image token of the completion. Unit: USD per token.
   */
  image_output?: string;
  /**
   * Price per image token of the prompt. Unit: USD per token.
   */
  image_token?: string;
  /**
   * Price per audio token of the prompt. Unit: USD per token.
   */
  audio?: string;
  /**
   * Price per audio token of the completion. Unit: USD per token.
   */
  audio_output?: string;
  /**
   * Price per cached audio token. Unit: USD per token.
   */
  input_audio_cache?: string;
  /**
   * Price per token read from the prompt cache. Unit: USD per token.
   */
  input_cache_read?: string;
  /**
   * Price per token written to the prompt cache with a TTL of five minutes. Unit: USD per token.
   */
  input_cache_write?: string;
  /**
   * Price per token written to the prompt cache with a TTL of one hour. Unit: USD per token.
   */
  input_cache_write_1h?: string;
  /**
   * Price per reasoning token. Unit: USD per token.
   */
  internal_reasoning?: string;
  /**
   * Price per request. Unit: USD.
   */
  request?: string;
  /**
   * Price per web search. Unit: USD.
   */
  web_search?: string;
  /**
   * Discount as a fraction, 0 to 1.
   */
  discount?: number;
  /**
   * Conditional prices. An entry applies if all its conditions are met. Later entries override earlier ones, field by field.
   */
  overrides?: Array<PricingOverride>;
};

/**
 * Conditional prices.
 */
export type PricingOverride = {
  /**
   * Applies to prompts with more tokens than this.
   */
  min_prompt_tokens?: number;
  /**
   * Start of the time of day, HHMM in UTC. The period may cross midnight.
   */
  utc_start?: number;
  /**
   * End of the time of day, HHMM in UTC.
   */
  utc_end?: number;
  /**
   * Days of the week.
   */
  utc_days?: Array<"monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | (string & {})>;
  /**
   * Price per prompt token. Unit: USD per token.
   */
  prompt?: string;
  /**
   * Price per completion token. Unit: USD per token.
   */
  completion?: string;
  /**
   * Price per audio token of the prompt. Unit: USD per token.
   */
  audio?: string;
  /**
   * Price per cached audio token. Unit: USD per token.
   */
  input_audio_cache?: string;
  /**
   * Price per token read from the prompt cache. Unit: USD per token.
   */
  input_cache_read?: string;
  /**
   * Price per token written to the prompt cache with a TTL of five minutes. Unit: USD per token.
   */
  input_cache_write?: string;
  /**
   * Price per token written to the prompt cache with a TTL of one hour. Unit: USD per token.
   */
  input_cache_write_1h?: string;
};

/**
 * A reasoning effort that a model supports.
 * - `max`: Maximum effort.
 * - `xhigh`: Very high effort.
 * - `high`: High effort.
 * - `medium`: Medium effort.
 * - `low`: Low effort.
 * - `minimal`: Minimal effort.
 * - `none`: No reasoning.
 */
export type SupportedReasoningEffort = "max" | "xhigh" | "high" | "medium" | "low" | "minimal" | "none" | (string & {});

/**
 * Limits of the top-ranked provider of a model.
 */
export type TopProvider = {
  /**
   * Context length: total tokens of prompt and completion.
   */
  context_length?: number | null;
  /**
   * Maximum number of completion tokens.
   */
  max_completion_tokens?: number | null;
  /**
   * Whether the input is moderated before the model receives it.
   */
  is_moderated: boolean;
};
