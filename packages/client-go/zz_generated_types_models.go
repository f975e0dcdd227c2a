// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// AliasTarget is the model that an alias resolves to.
type AliasTarget struct {
	object

	// Display name of the model.
	Name string `json:"name"`

	// Slug of the model.
	Slug string `json:"slug"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AliasTarget) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AliasTarget) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// AnalysisIndices: Artificial Analysis indices.
type AnalysisIndices struct {
	object

	// Intelligence index.
	IntelligenceIndex Opt[float64] `json:"intelligence_index"`

	// Coding index.
	CodingIndex Opt[float64] `json:"coding_index"`

	// Agentic index.
	AgenticIndex Opt[float64] `json:"agentic_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AnalysisIndices) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AnalysisIndices) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ArenaRating is a Design Arena rating.
type ArenaRating struct {
	object

	// The arena.
	Arena string `json:"arena"`

	// The category.
	Category string `json:"category"`

	// The Elo rating.
	Elo float64 `json:"elo"`

	// The rank.
	Rank int64 `json:"rank"`

	// Win rate, in percent.
	WinRate float64 `json:"win_rate"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ArenaRating) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ArenaRating) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// DefaultParameters: Values used for absent parameters.
type DefaultParameters struct {
	object

	// "temperature".
	Temperature Opt[float64] `json:"temperature,omitzero"`

	// "top_p".
	TopP Opt[float64] `json:"top_p,omitzero"`

	// "top_k".
	TopK Opt[int64] `json:"top_k,omitzero"`

	// "frequency_penalty".
	FrequencyPenalty Opt[float64] `json:"frequency_penalty,omitzero"`

	// "presence_penalty".
	PresencePenalty Opt[float64] `json:"presence_penalty,omitzero"`

	// "repetition_penalty".
	RepetitionPenalty Opt[float64] `json:"repetition_penalty,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v DefaultParameters) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *DefaultParameters) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Model is a model with its prices, limits and capabilities.
type Model struct {
	object

	// The ID to send as "model": "author/name", with a variant if any.
	ID string `json:"id"`

	// Permanent slug of the model.
	CanonicalSlug string `json:"canonical_slug"`

	// Display name.
	Name string `json:"name"`

	// Time at which the model was added, in Unix seconds.
	Created int64 `json:"created"`

	// Summary of the model's strengths.
	Description string `json:"description,omitzero"`

	// Context length: total tokens of prompt and completion.
	ContextLength Opt[int64] `json:"context_length"`

	// ID of the model on Hugging Face, for open-weight models.
	HuggingFaceID string `json:"hugging_face_id,omitzero"`

	// Training data cutoff, "YYYY-MM-DD".
	KnowledgeCutoff string `json:"knowledge_cutoff,omitzero"`

	// Retirement date, "YYYY-MM-DD".
	ExpirationDate string `json:"expiration_date,omitzero"`

	// The model that an alias resolves to.
	AliasTarget *AliasTarget `json:"alias_target,omitzero"`

	// Input and output modalities.
	Architecture ModelArchitecture `json:"architecture"`

	// Prices of the cheapest endpoint.
	Pricing Pricing `json:"pricing"`

	// Limits of the top-ranked provider.
	TopProvider TopProvider `json:"top_provider"`

	// Limits per request.
	PerRequestLimits *PerRequestLimits `json:"per_request_limits"`

	// Parameters that at least one endpoint supports.
	SupportedParameters []ParameterName `json:"supported_parameters"`

	// Values used for absent parameters.
	DefaultParameters *DefaultParameters `json:"default_parameters"`

	// Voices of a speech model.
	SupportedVoices []string `json:"supported_voices"`

	// Reasoning capabilities; absent if the model does not reason.
	Reasoning *ModelReasoning `json:"reasoning,omitzero"`

	// Benchmark results.
	Benchmarks *ModelBenchmarks `json:"benchmarks,omitzero"`

	// Related resources.
	Links ModelLinks `json:"links"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Model) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Model) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ModelArchitecture: Input and output modalities.
type ModelArchitecture struct {
	object

	// Input and output modalities as one string, such as "text+image->text".
	Modality string `json:"modality"`

	// Input modalities.
	InputModalities []ModelInputModality `json:"input_modalities"`

	// Output modalities.
	OutputModalities []ModelOutputModality `json:"output_modalities"`

	// Tokenizer family.
	Tokenizer ModelTokenizer `json:"tokenizer,omitzero"`

	// Prompt template of open-weight models.
	InstructType ModelInstructType `json:"instruct_type,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ModelArchitecture) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ModelArchitecture) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ModelBenchmarks: Benchmark results.
type ModelBenchmarks struct {
	object

	// Artificial Analysis indices.
	ArtificialAnalysis *AnalysisIndices `json:"artificial_analysis,omitzero"`

	// Design Arena ratings.
	DesignArena []ArenaRating `json:"design_arena"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ModelBenchmarks) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ModelBenchmarks) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ModelCount is the number of models.
type ModelCount struct {
	object

	// The total.
	Data ModelTotal `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ModelCount) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ModelCount) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ModelDetail is one model.
type ModelDetail struct {
	object

	// The model.
	Data Model `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ModelDetail) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ModelDetail) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ModelInputModality: Input modalities.
//
// The API may add other values.
type ModelInputModality string

// The known values of ModelInputModality.
const (
	// Text.
	ModelInputModalityText ModelInputModality = "text"
	// Images.
	ModelInputModalityImage ModelInputModality = "image"
	// Files.
	ModelInputModalityFile ModelInputModality = "file"
	// Audio.
	ModelInputModalityAudio ModelInputModality = "audio"
	// Video.
	ModelInputModalityVideo ModelInputModality = "video"
)

// ModelInstructType: Prompt template of open-weight models.
//
// The API may add other values.
type ModelInstructType string

// The known values of ModelInstructType.
const (
	// No template.
	ModelInstructTypeNone ModelInstructType = "none"
	// The Airoboros template.
	ModelInstructTypeAiroboros ModelInstructType = "airoboros"
	// The Alpaca template.
	ModelInstructTypeAlpaca ModelInstructType = "alpaca"
	// The modified Alpaca template.
	ModelInstructTypeAlpacaModif ModelInstructType = "alpaca-modif"
	// The ChatML template.
	ModelInstructTypeChatml ModelInstructType = "chatml"
	// The Claude template.
	ModelInstructTypeClaude ModelInstructType = "claude"
	// The Code Llama template.
	ModelInstructTypeCodeLlama ModelInstructType = "code-llama"
	// The Gemma template.
	ModelInstructTypeGemma ModelInstructType = "gemma"
	// The Llama 2 template.
	ModelInstructTypeLlama2 ModelInstructType = "llama2"
	// The Llama 3 template.
	ModelInstructTypeLlama3 ModelInstructType = "llama3"
	// The Mistral template.
	ModelInstructTypeMistral ModelInstructType = "mistral"
	// The Nemotron template.
	ModelInstructTypeNemotron ModelInstructType = "nemotron"
	// The Neural Chat template.
	ModelInstructTypeNeural ModelInstructType = "neural"
	// The OpenChat template.
	ModelInstructTypeOpenchat ModelInstructType = "openchat"
	// The Phi-3 template.
	ModelInstructTypePhi3 ModelInstructType = "phi3"
	// The RWKV template.
	ModelInstructTypeRwkv ModelInstructType = "rwkv"
	// The Vicuna template.
	ModelInstructTypeVicuna ModelInstructType = "vicuna"
	// The Zephyr template.
	ModelInstructTypeZephyr ModelInstructType = "zephyr"
	// The DeepSeek-R1 template.
	ModelInstructTypeDeepseekR1 ModelInstructType = "deepseek-r1"
	// The DeepSeek-V3.1 template.
	ModelInstructTypeDeepseekV31 ModelInstructType = "deepseek-v3.1"
	// The QwQ template.
	ModelInstructTypeQwq ModelInstructType = "qwq"
	// The Qwen3 template.
	ModelInstructTypeQwen3 ModelInstructType = "qwen3"
)

// ModelLinks: Related resources.
type ModelLinks struct {
	object

	// Path of the model's endpoint list.
	Details string `json:"details"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ModelLinks) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ModelLinks) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ModelList is a list of models, or one page of it.
type ModelList struct {
	object

	// The models.
	Data []Model `json:"data"`

	// Total number of models on all pages.
	TotalCount int64 `json:"total_count"`

	// Pagination links.
	Links PageLinks `json:"links"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ModelList) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ModelList) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ModelOutputModality: Output modalities.
//
// The API may add other values.
type ModelOutputModality string

// The known values of ModelOutputModality.
const (
	// Text.
	ModelOutputModalityText ModelOutputModality = "text"
	// Images.
	ModelOutputModalityImage ModelOutputModality = "image"
	// Vectors.
	ModelOutputModalityEmbeddings ModelOutputModality = "embeddings"
	// Audio.
	ModelOutputModalityAudio ModelOutputModality = "audio"
	// Video.
	ModelOutputModalityVideo ModelOutputModality = "video"
	// Relevance scores.
	ModelOutputModalityRerank ModelOutputModality = "rerank"
	// Typed decisions.
	ModelOutputModalityDecisions ModelOutputModality = "decisions"
	// Synthesized speech.
	ModelOutputModalitySpeech ModelOutputModality = "speech"
	// Transcribed speech.
	ModelOutputModalityTranscription ModelOutputModality = "transcription"
)

// ModelReasoning: Reasoning capabilities of a model.
type ModelReasoning struct {
	object

	// Whether the model always reasons. Such a model rejects the effort "none".
	Mandatory bool `json:"mandatory"`

	// Whether the model reasons by default.
	DefaultEnabled Opt[bool] `json:"default_enabled,omitzero"`

	// Default reasoning effort.
	DefaultEffort SupportedReasoningEffort `json:"default_effort,omitzero"`

	// Supported reasoning efforts; null means all.
	SupportedEfforts []Opt[SupportedReasoningEffort] `json:"supported_efforts,omitzero"`

	// Whether the model supports "reasoning.max_tokens".
	SupportsMaxTokens Opt[bool] `json:"supports_max_tokens,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ModelReasoning) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ModelReasoning) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ModelTokenizer: Tokenizer family.
//
// The API may add other values.
type ModelTokenizer string

// The known values of ModelTokenizer.
const (
	// No tokenizer; the model is a router.
	ModelTokenizerRouter ModelTokenizer = "Router"
	// No tokenizer; the model generates media.
	ModelTokenizerMedia ModelTokenizer = "Media"
	// Another tokenizer.
	ModelTokenizerOther ModelTokenizer = "Other"
	// The GPT tokenizer.
	ModelTokenizerGPT ModelTokenizer = "GPT"
	// The Claude tokenizer.
	ModelTokenizerClaude ModelTokenizer = "Claude"
	// The Gemini tokenizer.
	ModelTokenizerGemini ModelTokenizer = "Gemini"
	// The Gemma tokenizer.
	ModelTokenizerGemma ModelTokenizer = "Gemma"
	// The Grok tokenizer.
	ModelTokenizerGrok ModelTokenizer = "Grok"
	// The Cohere tokenizer.
	ModelTokenizerCohere ModelTokenizer = "Cohere"
	// The Nova tokenizer.
	ModelTokenizerNova ModelTokenizer = "Nova"
	// The Qwen tokenizer.
	ModelTokenizerQwen ModelTokenizer = "Qwen"
	// The Yi tokenizer.
	ModelTokenizerYi ModelTokenizer = "Yi"
	// The DeepSeek tokenizer.
	ModelTokenizerDeepSeek ModelTokenizer = "DeepSeek"
	// The Mistral tokenizer.
	ModelTokenizerMistral ModelTokenizer = "Mistral"
	// The Llama 2 tokenizer.
	ModelTokenizerLlama2 ModelTokenizer = "Llama2"
	// The Llama 3 tokenizer.
	ModelTokenizerLlama3 ModelTokenizer = "Llama3"
	// The Llama 4 tokenizer.
	ModelTokenizerLlama4 ModelTokenizer = "Llama4"
	// The PaLM tokenizer.
	ModelTokenizerPaLM ModelTokenizer = "PaLM"
	// The RWKV tokenizer.
	ModelTokenizerRWKV ModelTokenizer = "RWKV"
	// The Qwen3 tokenizer.
	ModelTokenizerQwen3 ModelTokenizer = "Qwen3"
)

// ModelTotal is a number of models.
type ModelTotal struct {
	object

	// The number of models.
	Count int64 `json:"count"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ModelTotal) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ModelTotal) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// PageLinks: Pagination links.
type PageLinks struct {
	object

	// URL of the next page. Null on the last page and for the whole list.
	Next string `json:"next"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v PageLinks) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *PageLinks) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ParameterName: Name of a chat completion parameter.
//
// The API may add other values.
type ParameterName string

// The known values of ParameterName.
const (
	// "temperature".
	ParameterNameTemperature ParameterName = "temperature"
	// "top_p".
	ParameterNameTopP ParameterName = "top_p"
	// "top_k".
	ParameterNameTopK ParameterName = "top_k"
	// "min_p".
	ParameterNameMinP ParameterName = "min_p"
	// "top_a".
	ParameterNameTopA ParameterName = "top_a"
	// "frequency_penalty".
	ParameterNameFrequencyPenalty ParameterName = "frequency_penalty"
	// "presence_penalty".
	ParameterNamePresencePenalty ParameterName = "presence_penalty"
	// "repetition_penalty".
	ParameterNameRepetitionPenalty ParameterName = "repetition_penalty"
	// "max_tokens".
	ParameterNameMaxTokens ParameterName = "max_tokens"
	// "max_completion_tokens".
	ParameterNameMaxCompletionTokens ParameterName = "max_completion_tokens"
	// "logit_bias".
	ParameterNameLogitBias ParameterName = "logit_bias"
	// "logprobs".
	ParameterNameLogprobs ParameterName = "logprobs"
	// "top_logprobs".
	ParameterNameTopLogprobs ParameterName = "top_logprobs"
	// "prediction".
	ParameterNamePrediction ParameterName = "prediction"
	// "seed".
	ParameterNameSeed ParameterName = "seed"
	// "response_format".
	ParameterNameResponseFormat ParameterName = "response_format"
	// Output that conforms to a JSON Schema.
	ParameterNameStructuredOutputs ParameterName = "structured_outputs"
	// "stop".
	ParameterNameStop ParameterName = "stop"
	// "tools".
	ParameterNameTools ParameterName = "tools"
	// "tool_choice".
	ParameterNameToolChoice ParameterName = "tool_choice"
	// "parallel_tool_calls".
	ParameterNameParallelToolCalls ParameterName = "parallel_tool_calls"
	// "include_reasoning".
	ParameterNameIncludeReasoning ParameterName = "include_reasoning"
	// "reasoning".
	ParameterNameReasoning ParameterName = "reasoning"
	// "reasoning_effort".
	ParameterNameReasoningEffort ParameterName = "reasoning_effort"
	// "web_search_options".
	ParameterNameWebSearchOptions ParameterName = "web_search_options"
	// "verbosity".
	ParameterNameVerbosity ParameterName = "verbosity"
)

// PerRequestLimits: Limits per request.
type PerRequestLimits struct {
	object

	// Maximum number of prompt tokens.
	PromptTokens float64 `json:"prompt_tokens"`

	// Maximum number of completion tokens.
	CompletionTokens float64 `json:"completion_tokens"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v PerRequestLimits) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *PerRequestLimits) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Pricing: Prices in USD as decimal strings, per token unless noted otherwise. "0" means free; "-1" means
// that the price depends on the selected model.
type Pricing struct {
	object

	// Price per prompt token. In USD.
	Prompt string `json:"prompt"`

	// Price per completion token. In USD.
	Completion string `json:"completion"`

	// Price per input image. In USD.
	Image string `json:"image,omitzero"`

	// Price per image token of the completion. In USD.
	ImageOutput string `json:"image_output,omitzero"`

	// Price per image token of the prompt. In USD.
	ImageToken string `json:"image_token,omitzero"`

	// Price per audio token of the prompt. In USD.
	Audio string `json:"audio,omitzero"`

	// Price per audio token of the completion. In USD.
	AudioOutput string `json:"audio_output,omitzero"`

	// Price per cached audio token. In USD.
	InputAudioCache string `json:"input_audio_cache,omitzero"`

	// Price per token read from the prompt cache. In USD.
	InputCacheRead string `json:"input_cache_read,omitzero"`

	// Price per token written to the prompt cache with a TTL of five minutes. In USD.
	InputCacheWrite string `json:"input_cache_write,omitzero"`

	// Price per token written to the prompt cache with a TTL of one hour. In USD.
	InputCacheWrite1h string `json:"input_cache_write_1h,omitzero"`

	// Price per reasoning token. In USD.
	InternalReasoning string `json:"internal_reasoning,omitzero"`

	// Price per request. In USD.
	Request string `json:"request,omitzero"`

	// Price per web search. In USD.
	WebSearch string `json:"web_search,omitzero"`

	// Discount as a fraction, 0 to 1.
	Discount Opt[float64] `json:"discount,omitzero"`

	// Conditional prices. An entry applies if all its conditions are met. Later entries override earlier ones,
	// field by field.
	Overrides []PricingOverride `json:"overrides,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Pricing) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Pricing) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// PricingOverride: Conditional prices.
type PricingOverride struct {
	object

	// Applies to prompts with more tokens than this.
	MinPromptTokens Opt[float64] `json:"min_prompt_tokens,omitzero"`

	// Start of the time of day, HHMM in UTC. The period may cross midnight.
	UTCStart Opt[float64] `json:"utc_start,omitzero"`

	// End of the time of day, HHMM in UTC.
	UTCEnd Opt[float64] `json:"utc_end,omitzero"`

	// Days of the week.
	UTCDays []Weekday `json:"utc_days,omitzero"`

	// Price per prompt token. In USD.
	Prompt string `json:"prompt,omitzero"`

	// Price per completion token. In USD.
	Completion string `json:"completion,omitzero"`

	// Price per audio token of the prompt. In USD.
	Audio string `json:"audio,omitzero"`

	// Price per cached audio token. In USD.
	InputAudioCache string `json:"input_audio_cache,omitzero"`

	// Price per token read from the prompt cache. In USD.
	InputCacheRead string `json:"input_cache_read,omitzero"`

	// Price per token written to the prompt cache with a TTL of five minutes. In USD.
	InputCacheWrite string `json:"input_cache_write,omitzero"`

	// Price per token written to the prompt cache with a TTL of one hour. In USD.
	InputCacheWrite1h string `json:"input_cache_write_1h,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v PricingOverride) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *PricingOverride) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// SupportedReasoningEffort is a reasoning effort that a model supports.
//
// The API may add other values.
type SupportedReasoningEffort string

// The known values of SupportedReasoningEffort.
const (
	// Maximum effort.
	SupportedReasoningEffortMax SupportedReasoningEffort = "max"
	// Very high effort.
	SupportedReasoningEffortXhigh SupportedReasoningEffort = "xhigh"
	// High effort.
	SupportedReasoningEffortHigh SupportedReasoningEffort = "high"
	// Medium effort.
	SupportedReasoningEffortMedium SupportedReasoningEffort = "medium"
	// Low effort.
	SupportedReasoningEffortLow SupportedReasoningEffort = "low"
	// Minimal effort.
	SupportedReasoningEffortMinimal SupportedReasoningEffort = "minimal"
	// No reasoning.
	SupportedReasoningEffortNone SupportedReasoningEffort = "none"
)

// TopProvider: Limits of the top-ranked provider of a model.
type TopProvider struct {
	object

	// Context length: total tokens of prompt and completion.
	ContextLength Opt[int64] `json:"context_length,omitzero"`

	// Maximum number of completion tokens.
	MaxCompletionTokens Opt[int64] `json:"max_completion_tokens,omitzero"`

	// Whether the input is moderated before the model receives it.
	IsModerated bool `json:"is_moderated"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TopProvider) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TopProvider) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Weekday: Days of the week.
//
// The API may add other values.
type Weekday string

// The known values of Weekday.
const (
	// Monday.
	WeekdayMonday Weekday = "monday"
	// Tuesday.
	WeekdayTuesday Weekday = "tuesday"
	// Wednesday.
	WeekdayWednesday Weekday = "wednesday"
	// Thursday.
	WeekdayThursday Weekday = "thursday"
	// Friday.
	WeekdayFriday Weekday = "friday"
	// Saturday.
	WeekdaySaturday Weekday = "saturday"
	// Sunday.
	WeekdaySunday Weekday = "sunday"
)
