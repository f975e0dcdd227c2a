// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// AlignmentPlugin checks every response against rules. Beta.
type AlignmentPlugin struct {
	object

	// Always "alignment". It can be left empty.
	ID string `json:"id" const:"alignment"`

	// Rules that the response must follow.
	Rules []AlignmentRule `json:"rules"`

	// What happens to a response that violates a rule. Default: "audit".
	Mode Opt[EnforcementMode] `json:"mode,omitzero"`

	// Probability from which a rule counts as violated. Default: 0.7.
	Threshold Opt[float64] `json:"threshold,omitzero"`

	// Number of further attempts with "enforce". Default: 1.
	MaxRetries Opt[int64] `json:"max_retries,omitzero"`

	// Whether the model receives the rules as instructions. Default: true.
	Instruct Opt[bool] `json:"instruct,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AlignmentPlugin) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AlignmentPlugin) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// AlignmentRule is a rule for responses.
type AlignmentRule struct {
	object

	// What the response must or must not do.
	Rule string `json:"rule"`

	// The fields of the message that the rule applies to.
	Watch []AlignmentTarget `json:"watch"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AlignmentRule) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AlignmentRule) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// AlignmentTarget is the fields of the message that the rule applies to.
//
// The API may add other values.
type AlignmentTarget string

// The known values of AlignmentTarget.
const (
	// The text.
	AlignmentTargetContent AlignmentTarget = "content"
	// The tool calls.
	AlignmentTargetToolCalls AlignmentTarget = "tool_calls"
	// The refusal.
	AlignmentTargetRefusal AlignmentTarget = "refusal"
	// Images.
	AlignmentTargetImages AlignmentTarget = "images"
	// Audio.
	AlignmentTargetAudio AlignmentTarget = "audio"
)

// ArmorAutoMode: Rules for tool calls by their effect.
type ArmorAutoMode struct {
	object

	// Calls that are always withheld.
	HardDeny []ArmorRuleOrText `json:"hard_deny,omitzero"`

	// Calls that are withheld unless Allow matches.
	SoftDeny []ArmorRuleOrText `json:"soft_deny,omitzero"`

	// Calls that are allowed.
	Allow []ArmorRuleOrText `json:"allow,omitzero"`

	// Facts about the environment, such as Repository: private.
	Environment []ArmorEnvironment `json:"environment,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ArmorAutoMode) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ArmorAutoMode) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ArmorContext: Rules for tool calls.
type ArmorContext struct {
	object

	// Version of the format, 1.
	V float64 `json:"v"`

	// The rules.
	AutoMode *ArmorAutoMode `json:"auto_mode,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ArmorContext) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ArmorContext) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ArmorEnvironment is a fact about the environment.
//
// Set one of its fields.
type ArmorEnvironment struct {
	object

	OfString                Opt[string]
	OfArmorEnvironmentEntry *ArmorEnvironmentEntry
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ArmorEnvironment) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ArmorEnvironment) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ArmorEnvironment) Value() any { return codec.Member(&v) }

// ArmorEnvironmentEntry is a fact about the environment.
type ArmorEnvironmentEntry struct {
	object

	// Name of the fact.
	Name string `json:"name"`

	// Its value.
	Value string `json:"value"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ArmorEnvironmentEntry) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ArmorEnvironmentEntry) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ArmorOnError says what happens to a call that could not be checked. Default: "block".
//
// The API accepts these values today.
type ArmorOnError string

// The known values of ArmorOnError.
const (
	// It is withheld.
	ArmorOnErrorBlock ArmorOnError = "block"
	// It is returned.
	ArmorOnErrorLog ArmorOnError = "log"
)

// ArmorOutputMode says how the response shows a withheld call.
//
// The API may add other values.
type ArmorOutputMode string

// The known values of ArmorOutputMode.
const (
	// As a mark in the text.
	ArmorOutputModeText ArmorOutputMode = "text"
	// As an output item, in the Responses API.
	ArmorOutputModeCustomItem ArmorOutputMode = "custom_item"
	// As Claude Code expects it, in the Messages API.
	ArmorOutputModeClaudeCodeCompatibility ArmorOutputMode = "claude_code_compatibility"
)

// ArmorPlugin checks every tool call of the model before the caller receives it. Beta.
type ArmorPlugin struct {
	object

	// Always "armor". It can be left empty.
	ID string `json:"id" const:"armor"`

	// False disables the plugin, even where it is enabled by default.
	Enabled Opt[bool] `json:"enabled,omitzero"`

	// What happens to a dangerous call. Default: "enforce".
	Mode Opt[EnforcementMode] `json:"mode,omitzero"`

	// What happens to a call that could not be checked. Default: "block".
	OnError Opt[ArmorOnError] `json:"on_error,omitzero"`

	// How the response shows a withheld call.
	OutputMode Opt[ArmorOutputMode] `json:"output_mode,omitzero"`

	// Whether calls of the provider's own tools are checked too. Default: false.
	EvaluateNativeTools Opt[bool] `json:"evaluate_native_tools,omitzero"`

	// Whether the rules of Claude Code apply too. Default: true in the Messages API, otherwise false.
	UseCcStyleDefaultRules Opt[bool] `json:"use_cc_style_default_rules,omitzero"`

	// The rules.
	ClassifierContext *ArmorContext `json:"classifier_context,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ArmorPlugin) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ArmorPlugin) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ArmorRule is a rule for tool calls.
type ArmorRule struct {
	object

	// Unique ID of the rule.
	ID string `json:"id"`

	// Display name. Default: the ID.
	Name Opt[string] `json:"name,omitzero"`

	// Which calls the rule matches.
	Instructions string `json:"instructions"`

	// Probability from which the rule matches. Default: 0.6, or 0.7 in "allow".
	Threshold Opt[float64] `json:"threshold,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ArmorRule) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ArmorRule) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ArmorRuleOrText is a rule, or its text.
//
// Set one of its fields.
type ArmorRuleOrText struct {
	object

	OfString    Opt[string]
	OfArmorRule *ArmorRule
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ArmorRuleOrText) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ArmorRuleOrText) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ArmorRuleOrText) Value() any { return codec.Member(&v) }

// AutoBetaRouterPlugin has settings for "openrouter/auto-beta".
type AutoBetaRouterPlugin struct {
	object

	// Always "auto-beta-router". It can be left empty.
	ID string `json:"id" const:"auto-beta-router"`

	// False disables the plugin, even where it is enabled by default.
	Enabled Opt[bool] `json:"enabled,omitzero"`

	// Candidate models; "*" matches any text.
	AllowedModels []string `json:"allowed_models,omitzero"`

	// Models to exclude.
	ExcludedModels []string `json:"excluded_models,omitzero"`

	// Price range of the candidate models. Default: approximately "low".
	CostTier Opt[CostTier] `json:"cost_tier,omitzero"`

	// Deprecated: Use CostTier instead.
	CostQualityTradeoff Opt[int64] `json:"cost_quality_tradeoff,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AutoBetaRouterPlugin) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AutoBetaRouterPlugin) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// AutoRouterPlugin has settings for "openrouter/auto".
type AutoRouterPlugin struct {
	object

	// Always "auto-router". It can be left empty.
	ID string `json:"id" const:"auto-router"`

	// False disables the plugin, even where it is enabled by default.
	Enabled Opt[bool] `json:"enabled,omitzero"`

	// Candidate models; "*" matches any text.
	AllowedModels []string `json:"allowed_models,omitzero"`

	// Models to exclude.
	ExcludedModels []string `json:"excluded_models,omitzero"`

	// Price range of the candidate models. Default: approximately "low".
	CostTier Opt[CostTier] `json:"cost_tier,omitzero"`

	// Deprecated: Use CostTier instead.
	CostQualityTradeoff Opt[int64] `json:"cost_quality_tradeoff,omitzero"`

	// Whether all requests of a conversation use the first selected model.
	PinModel Opt[bool] `json:"pin_model,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AutoRouterPlugin) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AutoRouterPlugin) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ContextCompressionPlugin compresses prompts that exceed the context length. Enabled by default for models
// with a context length of up to 8192 tokens.
type ContextCompressionPlugin struct {
	object

	// Always "context-compression". It can be left empty.
	ID string `json:"id" const:"context-compression"`

	// False disables the plugin, even where it is enabled by default.
	Enabled Opt[bool] `json:"enabled,omitzero"`

	// Removes or shortens the middle of the conversation.
	Engine Opt[string] `json:"engine,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContextCompressionPlugin) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContextCompressionPlugin) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// CostTier says how much an automatic router may spend.
//
// The API accepts these values today.
type CostTier string

// The known values of CostTier.
const (
	// Inexpensive models.
	CostTierLow CostTier = "low"
	// Mid-priced models.
	CostTierMedium CostTier = "medium"
	// Expensive models.
	CostTierHigh CostTier = "high"
	// Very expensive models.
	CostTierXhigh CostTier = "xhigh"
	// No price limit.
	CostTierMax CostTier = "max"
)

// EnforcementMode says what happens to output that violates a rule.
//
// The API accepts these values today.
type EnforcementMode string

// The known values of EnforcementMode.
const (
	// It is withheld.
	EnforcementModeEnforce EnforcementMode = "enforce"
	// It is returned with the result of the check.
	EnforcementModeAudit EnforcementMode = "audit"
)

// FileParserPlugin parses PDFs for models without file input.
type FileParserPlugin struct {
	object

	// Always "file-parser". It can be left empty.
	ID string `json:"id" const:"file-parser"`

	// False disables the plugin, even where it is enabled by default.
	Enabled Opt[bool] `json:"enabled,omitzero"`

	// Settings for PDF parsing.
	PDF *PDFOptions `json:"pdf,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FileParserPlugin) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FileParserPlugin) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// FusionPlugin has settings for "openrouter/fusion".
type FusionPlugin struct {
	object

	// Always "fusion". It can be left empty.
	ID string `json:"id" const:"fusion"`

	// False disables the plugin, even where it is enabled by default.
	Enabled Opt[bool] `json:"enabled,omitzero"`

	// A predefined panel.
	Preset Opt[FusionPreset] `json:"preset,omitzero"`

	// The models of the panel.
	AnalysisModels []string `json:"analysis_models,omitzero"`

	// The model that combines the responses.
	Model Opt[string] `json:"model,omitzero"`

	// Maximum number of tool calls. Default: 4.
	MaxToolCalls Opt[int64] `json:"max_tool_calls,omitzero"`

	// Tools that the panel can call.
	Tools []NestedTool `json:"tools,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FusionPlugin) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FusionPlugin) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// FusionPreset is a predefined panel.
//
// The API accepts these values today.
type FusionPreset string

// The known values of FusionPreset.
const (
	// Strong models.
	FusionPresetGeneralHigh FusionPreset = "general-high"
	// Inexpensive models.
	FusionPresetGeneralBudget FusionPreset = "general-budget"
	// Fast models.
	FusionPresetGeneralFast FusionPreset = "general-fast"
)

// JevRouterPlugin has settings for "openrouter/jev".
type JevRouterPlugin struct {
	object

	// Always "jev-router". It can be left empty.
	ID string `json:"id" const:"jev-router"`

	// Candidate models; "*" matches any text.
	Models []string `json:"models,omitzero"`

	// Alias of Models. Both lists are combined.
	AllowedModels []string `json:"allowed_models,omitzero"`

	// Models to exclude.
	ExcludedModels []string `json:"excluded_models,omitzero"`

	// Price range of the candidate models: "low", "medium", "high", or a range of the account.
	CostTier Opt[string] `json:"cost_tier,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v JevRouterPlugin) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *JevRouterPlugin) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ModerationPlugin moderates the input before the model receives it. Flagged input fails with 403.
type ModerationPlugin struct {
	object

	// Always "moderation". It can be left empty.
	ID string `json:"id" const:"moderation"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ModerationPlugin) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ModerationPlugin) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ParetoPriceSource is the price that "max_price" limits.
//
// The API accepts these values today.
type ParetoPriceSource string

// The known values of ParetoPriceSource.
const (
	// The prompt price.
	ParetoPriceSourcePrompt ParetoPriceSource = "prompt"
	// A weighted average of prompt and completion price.
	ParetoPriceSourceWeightedAvg ParetoPriceSource = "weighted_avg"
)

// ParetoRouterPlugin has settings for "openrouter/pareto-code".
type ParetoRouterPlugin struct {
	object

	// Always "pareto-router". It can be left empty.
	ID string `json:"id" const:"pareto-router"`

	// False disables the plugin, even where it is enabled by default.
	Enabled Opt[bool] `json:"enabled,omitzero"`

	// Minimum coding score.
	MinCodingScore Opt[float64] `json:"min_coding_score,omitzero"`

	// Maximum price in USD per million tokens.
	MaxPrice Opt[float64] `json:"max_price,omitzero"`

	// The price that MaxPrice limits.
	PriceSource Opt[ParetoPriceSource] `json:"price_source,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ParetoRouterPlugin) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ParetoRouterPlugin) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// PDFEngine is the PDF engine. Default: the model itself if it supports files, otherwise "cloudflare-ai".
//
// The API accepts these values today.
type PDFEngine string

// The known values of PDFEngine.
const (
	// OCR, 2 USD per 1000 pages.
	PDFEngineMistralOCR PDFEngine = "mistral-ocr"
	// Converts pages to Markdown, free of charge.
	PDFEngineCloudflareAI PDFEngine = "cloudflare-ai"
	// The model itself. Pages are billed as prompt tokens.
	PDFEngineNative PDFEngine = "native"
	// Older name of "cloudflare-ai".
	PDFEnginePDFText PDFEngine = "pdf-text"
)

// PDFOptions has settings for PDF parsing.
type PDFOptions struct {
	object

	// The PDF engine. Default: the model itself if it supports files, otherwise "cloudflare-ai".
	Engine Opt[PDFEngine] `json:"engine,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v PDFOptions) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *PDFOptions) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Plugin is a plugin that runs once per request.
//
// Set one of its fields. The field "id" of the JSON selects the member.
type Plugin struct {
	object

	_ struct{} `discriminator:"id"`

	OfWebPlugin                *WebPlugin                `values:"web"`
	OfWebFetchPlugin           *WebFetchPlugin           `values:"web-fetch"`
	OfFileParserPlugin         *FileParserPlugin         `values:"file-parser"`
	OfResponseHealingPlugin    *ResponseHealingPlugin    `values:"response-healing"`
	OfContextCompressionPlugin *ContextCompressionPlugin `values:"context-compression"`
	OfModerationPlugin         *ModerationPlugin         `values:"moderation"`
	OfAutoRouterPlugin         *AutoRouterPlugin         `values:"auto-router"`
	OfAutoBetaRouterPlugin     *AutoBetaRouterPlugin     `values:"auto-beta-router"`
	OfParetoRouterPlugin       *ParetoRouterPlugin       `values:"pareto-router"`
	OfFusionPlugin             *FusionPlugin             `values:"fusion"`
	OfSwitchyardRouterPlugin   *SwitchyardRouterPlugin   `values:"switchyard-router"`
	OfJevRouterPlugin          *JevRouterPlugin          `values:"jev-router"`
	OfAlignmentPlugin          *AlignmentPlugin          `values:"alignment"`
	OfArmorPlugin              *ArmorPlugin              `values:"armor"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Plugin) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Plugin) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v Plugin) Value() any { return codec.Member(&v) }

// Tag returns the value of "id", also that of a member which this version does not know.
func (v Plugin) Tag() string { return codec.Tag(&v) }

// ResponseHealingPlugin repairs malformed JSON in responses that are not streamed and have a JSON
// "response_format".
type ResponseHealingPlugin struct {
	object

	// Always "response-healing". It can be left empty.
	ID string `json:"id" const:"response-healing"`

	// False disables the plugin, even where it is enabled by default.
	Enabled Opt[bool] `json:"enabled,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseHealingPlugin) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseHealingPlugin) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// SwitchyardAlgorithm is the routing algorithm.
//
// The API accepts these values today.
type SwitchyardAlgorithm string

// The known values of SwitchyardAlgorithm.
const (
	// By capability.
	SwitchyardAlgorithmCapability SwitchyardAlgorithm = "capability"
	// By stage of the task.
	SwitchyardAlgorithmStage SwitchyardAlgorithm = "stage"
	// Automatic.
	SwitchyardAlgorithmAuto SwitchyardAlgorithm = "auto"
	// Random.
	SwitchyardAlgorithmRandom SwitchyardAlgorithm = "random"
	// By several criteria.
	SwitchyardAlgorithmComposite SwitchyardAlgorithm = "composite"
	// No routing.
	SwitchyardAlgorithmPassthrough SwitchyardAlgorithm = "passthrough"
)

// SwitchyardRouterPlugin has settings for the Switchyard router.
type SwitchyardRouterPlugin struct {
	object

	// Always "switchyard-router". It can be left empty.
	ID string `json:"id" const:"switchyard-router"`

	// The routing algorithm.
	Algorithm Opt[SwitchyardAlgorithm] `json:"algorithm,omitzero"`

	// The model that judges the task, for "capability", "stage" and "composite".
	JudgeModel Opt[string] `json:"judge_model,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SwitchyardRouterPlugin) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SwitchyardRouterPlugin) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebFetchPlugin fetches web pages that the prompt mentions.
type WebFetchPlugin struct {
	object

	// Always "web-fetch". It can be left empty.
	ID string `json:"id" const:"web-fetch"`

	// The only domains to fetch from.
	AllowedDomains []string `json:"allowed_domains,omitzero"`

	// Domains that are not fetched.
	BlockedDomains []string `json:"blocked_domains,omitzero"`

	// Maximum number of fetches.
	MaxUses Opt[int64] `json:"max_uses,omitzero"`

	// Maximum number of tokens per page.
	MaxContentTokens Opt[int64] `json:"max_content_tokens,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebFetchPlugin) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebFetchPlugin) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebPlugin is one web search before the completion.
//
// Deprecated: Use the server tool "openrouter:web_search" instead.
type WebPlugin struct {
	object

	// Always "web". It can be left empty.
	ID string `json:"id" const:"web"`

	// False disables the plugin, even where it is enabled by default.
	Enabled Opt[bool] `json:"enabled,omitzero"`

	// The search engine. Default: the provider's own search if available, otherwise Exa.
	Engine Opt[SearchEngine] `json:"engine,omitzero"`

	// Number of results. Default: 5.
	MaxResults Opt[int64] `json:"max_results,omitzero"`

	// Maximum number of searches.
	MaxUses Opt[int64] `json:"max_uses,omitzero"`

	// Search depth.
	Mode Opt[SearchMode] `json:"mode,omitzero"`

	// Text inserted before the search results.
	SearchPrompt Opt[string] `json:"search_prompt,omitzero"`

	// The only domains to search.
	IncludeDomains []string `json:"include_domains,omitzero"`

	// Domains to exclude from the search.
	ExcludeDomains []string `json:"exclude_domains,omitzero"`

	// Location of the user.
	UserLocation *SearchLocation `json:"user_location,omitzero"`

	// Settings for searching posts on X.
	XSearch *XSearch `json:"x_search,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebPlugin) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebPlugin) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
