// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * The model that an alias leads to.
 */
export type AliasTarget = {
  /**
   * Its display name.
   */
  name: string;
  /**
   * Its slug.
   */
  slug: string;
};

/**
 * Indices of Artificial Analysis.
 */
export type AnalysisIndices = {
  /**
   * Intelligence.
   */
  intelligence_index: number | null;
  /**
   * Coding.
   */
  coding_index: number | null;
  /**
   * Agentic work.
   */
  agentic_index: number | null;
};

/**
 * A rating in the design arena.
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
   * The rating.
   */
  elo: number;
  /**
   * The place.
   */
  rank: number;
  /**
   * Share of comparisons won, in percent.
   */
  win_rate: number;
};

/**
 * Values that are used when a parameter is absent.
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
 * A model with its prices, limits and abilities.
 */
export type Model = {
  /**
   * What `model` of a request says, `author/name` with a variant if any.
   */
  id: string;
  /**
   * The name that never changes.
   */
  canonical_slug: string;
  /**
   * Display name.
   */
  name: string;
  /**
   * When it was added, in Unix seconds.
   */
  created: number;
  /**
   * What it is good at.
   */
  description?: string;
  /**
   * Tokens of prompt and answer together.
   */
  context_length: number | null;
  /**
   * Its name at Hugging Face, for open weights.
   */
  hugging_face_id?: string | null;
  /**
   * Last day of its training data, `YYYY-MM-DD`.
   */
  knowledge_cutoff?: string | null;
  /**
   * When it goes out of service, `YYYY-MM-DD`.
   */
  expiration_date?: string | null;
  /**
   * The model that an alias leads to.
   */
  alias_target?: AliasTarget;
  /**
   * What goes in and comes out.
   */
  architecture: ModelArchitecture;
  /**
   * Prices of the cheapest endpoint.
   */
  pricing: Pricing;
  /**
   * Limits of the provider that serves it first.
   */
  top_provider: TopProvider;
  /**
   * Limits of one request.
   */
  per_request_limits: PerRequestLimits | null;
  /**
   * Parameters that at least one endpoint supports.
   */
  supported_parameters: Array<ParameterName>;
  /**
   * Values that are used when a parameter is absent.
   */
  default_parameters: DefaultParameters | null;
  /**
   * Voices of a model that speaks.
   */
  supported_voices: Array<string> | null;
  /**
   * How it reasons; absent when it does not.
   */
  reasoning?: ModelReasoning;
  /**
   * Results in public benchmarks.
   */
  benchmarks?: ModelBenchmarks;
  /**
   * Where to read on.
   */
  links: ModelLinks;
};

/**
 * What goes in and comes out.
 */
export type ModelArchitecture = {
  /**
   * Both in one word, such as `text+image->text`.
   */
  modality: string | null;
  /**
   * Kinds of input.
   */
  input_modalities: Array<"text" | "image" | "file" | "audio" | "video" | (string & {})>;
  /**
   * Kinds of output.
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
   * Family of the tokenizer.
   * - `Router`: None; it routes to other models.
   * - `Media`: None; it makes media.
   * - `Other`: Another one.
   * - `GPT`: Tokenizer of the GPT family.
   * - `Claude`: Tokenizer of the Claude family.
   * - `Gemini`: Tokenizer of the Gemini family.
   * - `Gemma`: Tokenizer of the Gemma family.
   * - `Grok`: Tokenizer of the Grok family.
   * - `Cohere`: Tokenizer of the Cohere family.
   * - `Nova`: Tokenizer of the Nova family.
   * - `Qwen`: Tokenizer of the Qwen family.
   * - `Yi`: Tokenizer of the Yi family.
   * - `DeepSeek`: Tokenizer of the DeepSeek family.
   * - `Mistral`: Tokenizer of the Mistral family.
   * - `Llama2`: Tokenizer of the Llama2 family.
   * - `Llama3`: Tokenizer of the Llama3 family.
   * - `Llama4`: Tokenizer of the Llama4 family.
   * - `PaLM`: Tokenizer of the PaLM family.
   * - `RWKV`: Tokenizer of the RWKV family.
   * - `Qwen3`: Tokenizer of the Qwen3 family.
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
   * Form of the prompt of open models.
   * - `none`: No form.
   * - `airoboros`: The form of airoboros.
   * - `alpaca`: The form of alpaca.
   * - `alpaca-modif`: The form of alpaca-modif.
   * - `chatml`: The form of chatml.
   * - `claude`: The form of claude.
   * - `code-llama`: The form of code-llama.
   * - `gemma`: The form of gemma.
   * - `llama2`: The form of llama2.
   * - `llama3`: The form of llama3.
   * - `mistral`: The form of mistral.
   * - `nemotron`: The form of nemotron.
   * - `neural`: The form of neural.
   * - `openchat`: The form of openchat.
   * - `phi3`: The form of phi3.
   * - `rwkv`: The form of rwkv.
   * - `vicuna`: The form of vicuna.
   * - `zephyr`: The form of zephyr.
   * - `deepseek-r1`: The form of deepseek-r1.
   * - `deepseek-v3.1`: The form of deepseek-v3.1.
   * - `qwq`: The form of qwq.
   * - `qwen3`: The form of qwen3.
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
 * Results in public benchmarks.
 */
export type ModelBenchmarks = {
  /**
   * Indices of Artificial Analysis.
   */
  artificial_analysis?: AnalysisIndices;
  /**
   * Ratings in the design arena.
   */
  design_arena: Array<ArenaRating>;
};

/**
 * How many models there are.
 */
export type ModelCount = {
  /**
   * The number.
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
 * Where to read on.
 */
export type ModelLinks = {
  /**
   * Path of the list of its endpoints.
   */
  details: string;
};

/**
 * A list of models, or a page of it.
 */
export type ModelList = {
  /**
   * The models.
   */
  data: Array<Model>;
  /**
   * How many there are on all pages.
   */
  total_count: number;
  /**
   * Where to go on.
   */
  links: PageLinks;
};

/**
 * How a model reasons.
 */
export type ModelReasoning = {
  /**
   * Whether it always reasons; it refuses effort `none` then.
   */
  mandatory: boolean;
  /**
   * Whether it reasons unless told otherwise.
   */
  default_enabled?: boolean;
  /**
   * Its effort unless told otherwise.
   * - `max`: As much as the model can.
   * - `xhigh`: Very much.
   * - `high`: Much.
   * - `medium`: Some.
   * - `low`: Little.
   * - `minimal`: Hardly any.
   * - `none`: None.
   */
  default_effort?: "max" | "xhigh" | "high" | "medium" | "low" | "minimal" | "none" | (string & {}) | null;
  /**
   * Efforts that it knows; null means all.
   */
  supported_efforts?: Array<
    "max" | "xhigh" | "high" | "medium" | "low" | "minimal" | "none" | (string & {}) | null
  > | null;
  /**
   * Whether `reasoning.max_tokens` has an effect.
   */
  supports_max_tokens?: boolean;
};

/**
 * A number of models.
 */
export type ModelTotal = {
  /**
   * The number.
   */
  count: number;
};

/**
 * Where to go on.
 */
export type PageLinks = {
  /**
   * Address of the next page; null on the last, and when the whole list came.
   */
  next: string | null;
};

/**
 * Name of a parameter of a chat request.
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
 * - `structured_outputs`: Answers by a JSON Schema.
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
 * Limits of one request.
 */
export type PerRequestLimits = {
  /**
   * The longest prompt in tokens.
   */
  prompt_tokens: number;
  /**
   * The longest answer in tokens.
   */
  completion_tokens: number;
};

/**
 * Prices in USD as decimal strings, per token unless said otherwise; "0" is free, "-1" means that it depends on the model chosen.
 */
export type Pricing = {
  /**
   * Per token of the prompt.
   */
  prompt: string;
  /**
   * Per token of the answer.
   */
  completion: string;
  /**
   * Per input image.
   */
  image?: string;
  /**
   * Per image token of the answer.
   */
  image_output?: string;
  /**
   * Per image token of the prompt.
   */
  image_token?: string;
  /**
   * Per audio token of the prompt.
   */
  audio?: string;
  /**
   * Per audio token of the answer.
   */
  audio_output?: string;
  /**
   * Per cached audio token.
   */
  input_audio_cache?: string;
  /**
   * Per token read from the prompt cache.
   */
  input_cache_read?: string;
  /**
   * Per token written to the prompt cache for five minutes.
   */
  input_cache_write?: string;
  /**
   * Per token written to the prompt cache for an hour.
   */
  input_cache_write_1h?: string;
  /**
   * Per token of reasoning.
   */
  internal_reasoning?: string;
  /**
   * Per request.
   */
  request?: string;
  /**
   * Per web search.
   */
  web_search?: string;
  /**
   * Share taken off, 0 to 1.
   */
  discount?: number;
  /**
   * Other prices under conditions. All conditions of an entry must hold; later entries win, price by price.
   */
  overrides?: Array<PricingOverride>;
};

/**
 * Prices that hold under conditions.
 */
export type PricingOverride = {
  /**
   * Holds for prompts longer than this.
   */
  min_prompt_tokens?: number;
  /**
   * Holds from this time of day, HHMM in UTC; the span may pass midnight.
   */
  utc_start?: number;
  /**
   * Holds until this time of day, HHMM in UTC.
   */
  utc_end?: number;
  /**
   * Holds on these days.
   */
  utc_days?: Array<"monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | (string & {})>;
  /**
   * Per token of the prompt.
   */
  prompt?: string;
  /**
   * Per token of the answer.
   */
  completion?: string;
  /**
   * Per audio token of the prompt.
   */
  audio?: string;
  /**
   * Per cached audio token.
   */
  input_audio_cache?: string;
  /**
   * Per token read from the prompt cache.
   */
  input_cache_read?: string;
  /**
   * Per token written to the prompt cache for five minutes.
   */
  input_cache_write?: string;
  /**
   * Per token written to the prompt cache for an hour.
   */
  input_cache_write_1h?: string;
};

/**
 * Limits of the provider that serves a model first.
 */
export type TopProvider = {
  /**
   * Tokens of prompt and answer together.
   */
  context_length?: number | null;
  /**
   * The longest answer in tokens.
   */
  max_completion_tokens?: number | null;
  /**
   * Whether input is checked before the model sees it.
   */
  is_moderated: boolean;
};
