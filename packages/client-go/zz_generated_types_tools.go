// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// AdvisorTool consults a second model for advice.
type AdvisorTool struct {
	object

	// Always "openrouter:advisor". It can be left empty.
	Type string `json:"type" const:"openrouter:advisor"`

	// Settings for the tool.
	Parameters *AdvisorToolParameters `json:"parameters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AdvisorTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AdvisorTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// AdvisorToolParameters has settings for the advisor.
type AdvisorToolParameters struct {
	object

	// Name under which the model calls the tool.
	Name Opt[string] `json:"name,omitzero"`

	// The advising model.
	Model Opt[string] `json:"model,omitzero"`

	// Instructions for the model of the tool.
	Instructions Opt[string] `json:"instructions,omitzero"`

	// Whether the advisor receives the conversation.
	ForwardTranscript Opt[bool] `json:"forward_transcript,omitzero"`

	// Maximum number of tokens of the advice.
	MaxCompletionTokens Opt[int64] `json:"max_completion_tokens,omitzero"`

	// Reasoning settings of the model.
	Reasoning *ToolReasoning `json:"reasoning,omitzero"`

	// Whether the advice is streamed.
	Stream Opt[bool] `json:"stream,omitzero"`

	// Sampling temperature of the model.
	Temperature Opt[float64] `json:"temperature,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AdvisorToolParameters) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AdvisorToolParameters) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// BashEnvironment is a new or an existing container.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type BashEnvironment struct {
	object

	_ struct{} `discriminator:"type"`

	OfNewContainer      *NewContainer      `values:"container_auto"`
	OfExistingContainer *ExistingContainer `values:"container_reference"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v BashEnvironment) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *BashEnvironment) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v BashEnvironment) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v BashEnvironment) Tag() string { return codec.Tag(&v) }

// BashTool runs shell commands in a container.
type BashTool struct {
	object

	// Always "openrouter:bash". It can be left empty.
	Type string `json:"type" const:"openrouter:bash"`

	// Settings for the tool.
	Parameters *BashToolParameters `json:"parameters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v BashTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *BashTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// BashToolParameters says where the commands run.
type BashToolParameters struct {
	object

	// Where the commands run. Default: "auto".
	Engine Opt[ToolEngine] `json:"engine,omitzero"`

	// The container.
	Environment BashEnvironment `json:"environment,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v BashToolParameters) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *BashToolParameters) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ChatTool is a tool that the model can call: a function that the caller runs, or a server tool
// ("openrouter:…") that OpenRouter runs. A server tool with a "name" can be listed several times under
// different names.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ChatTool struct {
	object

	_ struct{} `discriminator:"type"`

	OfFunctionTool        *FunctionTool        `values:"function"`
	OfAdvisorTool         *AdvisorTool         `values:"openrouter:advisor"`
	OfBashTool            *BashTool            `values:"openrouter:bash"`
	OfDatetimeTool        *DatetimeTool        `values:"openrouter:datetime"`
	OfFilesTool           *FilesTool           `values:"openrouter:files"`
	OfFusionTool          *FusionTool          `values:"openrouter:fusion"`
	OfImageGenerationTool *ImageGenerationTool `values:"openrouter:image_generation"`
	OfSearchModelsTool    *SearchModelsTool    `values:"openrouter:experimental__search_models"`
	OfSubagentTool        *SubagentTool        `values:"openrouter:subagent"`
	OfWebFetchTool        *WebFetchTool        `values:"openrouter:web_fetch"`
	OfWebSearchTool       *WebSearchTool       `values:"openrouter:web_search"`
	OfWebSearchShorthand  *WebSearchShorthand  `values:"web_search,web_search_preview,web_search_preview_2025_03_11,web_search_2025_08_26"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ChatTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ChatTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ChatTool) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ChatTool) Tag() string { return codec.Tag(&v) }

// ContainerNetwork: Network access of a container.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ContainerNetwork struct {
	object

	_ struct{} `discriminator:"type"`

	OfNetworkDisabled  *NetworkDisabled  `values:"disabled"`
	OfNetworkAllowlist *NetworkAllowlist `values:"allowlist"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContainerNetwork) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContainerNetwork) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ContainerNetwork) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ContainerNetwork) Tag() string { return codec.Tag(&v) }

// DatetimeTool returns the current date and time.
type DatetimeTool struct {
	object

	// Always "openrouter:datetime". It can be left empty.
	Type string `json:"type" const:"openrouter:datetime"`

	// Settings for the tool.
	Parameters *DatetimeToolParameters `json:"parameters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v DatetimeTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *DatetimeTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// DatetimeToolParameters has settings for the date and time tool.
type DatetimeToolParameters struct {
	object

	// IANA time zone. Default: UTC.
	Timezone Opt[string] `json:"timezone,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v DatetimeToolParameters) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *DatetimeToolParameters) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// DeferredBm25Search is a search by words.
type DeferredBm25Search struct {
	object

	// Always "bm25". It can be left empty.
	Type string `json:"type" const:"bm25"`

	// Maximum number of tools to return.
	MaxResults Opt[int64] `json:"max_results,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v DeferredBm25Search) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *DeferredBm25Search) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// DeferredCustomSearch is a search by a tool of the caller.
type DeferredCustomSearch struct {
	object

	// Always "custom". It can be left empty.
	Type string `json:"type" const:"custom"`

	// Name of the tool that searches.
	ToolID string `json:"tool_id"`

	// Field of its result that lists the names of the tools found.
	ResultKey string `json:"result_key"`

	// Maximum number of tools to return.
	MaxResults Opt[int64] `json:"max_results,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v DeferredCustomSearch) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *DeferredCustomSearch) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// DeferredRegexSearch is a search by a regular expression.
type DeferredRegexSearch struct {
	object

	// Always "regex". It can be left empty.
	Type string `json:"type" const:"regex"`

	// Maximum number of tools to return.
	MaxResults Opt[int64] `json:"max_results,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v DeferredRegexSearch) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *DeferredRegexSearch) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// DeferredTools says how the model finds tools with "defer_loading". OpenRouter serves the search, for any
// model.
type DeferredTools struct {
	object

	// Always "v1". It can be left empty.
	Protocol string `json:"protocol" const:"v1"`

	// Always "portable". It can be left empty.
	Profile string `json:"profile" const:"portable"`

	// The search.
	Search DeferredToolsSearch `json:"search"`

	// Always "runtime". OpenRouter validates the arguments of calls. It can be left empty.
	Validation string `json:"validation" const:"runtime"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v DeferredTools) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *DeferredTools) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// DeferredToolsSearch is a search among tools with "defer_loading".
//
// Set one of its fields. The field "type" of the JSON selects the member.
type DeferredToolsSearch struct {
	object

	_ struct{} `discriminator:"type"`

	OfDeferredRegexSearch  *DeferredRegexSearch  `values:"regex"`
	OfDeferredBm25Search   *DeferredBm25Search   `values:"bm25"`
	OfDeferredCustomSearch *DeferredCustomSearch `values:"custom"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v DeferredToolsSearch) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *DeferredToolsSearch) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v DeferredToolsSearch) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v DeferredToolsSearch) Tag() string { return codec.Tag(&v) }

// ExistingContainer is an existing container.
type ExistingContainer struct {
	object

	// Always "container_reference". It can be left empty.
	Type string `json:"type" const:"container_reference"`

	// ID of the container.
	ContainerID string `json:"container_id"`

	// Uploaded files to copy into the container.
	FileIDs []string `json:"file_ids,omitzero"`

	// Network access of the container.
	NetworkPolicy ContainerNetwork `json:"network_policy,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ExistingContainer) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ExistingContainer) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// FilesTool reads and writes files in the workspace.
type FilesTool struct {
	object

	// Always "openrouter:files". It can be left empty.
	Type string `json:"type" const:"openrouter:files"`

	// Settings for the tool.
	Parameters FilesToolParameters `json:"parameters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FilesTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FilesTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// FilesToolParameters has settings for the files tool; none are documented.
type FilesToolParameters map[string]any

// FunctionCall is a function and its arguments.
type FunctionCall struct {
	object

	// Name of the function. Models may invent names.
	Name string `json:"name"`

	// The arguments as a JSON string. Models may produce invalid JSON.
	Arguments string `json:"arguments"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FunctionCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FunctionCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// FunctionDefinition is the description of a function for the model.
type FunctionDefinition struct {
	object

	// Name of the function: letters, digits, "_" and "-".
	Name string `json:"name"`

	// When and how to call the function.
	Description Opt[string] `json:"description,omitzero"`

	// JSON Schema of the arguments.
	Parameters map[string]any `json:"parameters,omitzero"`

	// Whether the arguments must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`

	// Like "defer_loading" of the tool.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FunctionDefinition) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FunctionDefinition) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// FunctionTool is a function. The model requests the call; the caller runs the function.
type FunctionTool struct {
	object

	// Always "function". It can be left empty.
	Type string `json:"type" const:"function"`

	// The function.
	Function FunctionDefinition `json:"function"`

	// Whether the model finds the tool only by a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`

	// Sets a breakpoint of the prompt cache after this tool.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FunctionTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FunctionTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// FusionTool queries a panel of models and combines their responses.
type FusionTool struct {
	object

	// Always "openrouter:fusion". It can be left empty.
	Type string `json:"type" const:"openrouter:fusion"`

	// Settings for the tool.
	Parameters *FusionToolParameters `json:"parameters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FusionTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FusionTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// FusionToolParameters has settings for the panel.
type FusionToolParameters struct {
	object

	// The models of the panel.
	AnalysisModels []string `json:"analysis_models,omitzero"`

	// The model that combines the responses.
	Model Opt[string] `json:"model,omitzero"`

	// Maximum number of tool calls of the panel.
	MaxToolCalls Opt[int64] `json:"max_tool_calls,omitzero"`

	// Maximum number of tokens in the completion.
	MaxCompletionTokens Opt[int64] `json:"max_completion_tokens,omitzero"`

	// Reasoning settings of the models.
	Reasoning *ToolReasoning `json:"reasoning,omitzero"`

	// Sampling temperature of the models.
	Temperature Opt[float64] `json:"temperature,omitzero"`

	// Prompt caching for the panel.
	CacheControl *CacheControl `json:"cache_control,omitzero"`

	// Tools that the panel can call.
	Tools []NestedTool `json:"tools,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FusionToolParameters) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FusionToolParameters) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ImageGenerationTool generates an image.
type ImageGenerationTool struct {
	object

	// Always "openrouter:image_generation". It can be left empty.
	Type string `json:"type" const:"openrouter:image_generation"`

	// Settings for the tool.
	Parameters *ImageGenerationToolParameters `json:"parameters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ImageGenerationTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ImageGenerationTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ImageGenerationToolParameters has settings for image generation. Additional fields are forwarded to the
// model.
type ImageGenerationToolParameters struct {
	object

	// The image model.
	Model Opt[string] `json:"model,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ImageGenerationToolParameters) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ImageGenerationToolParameters) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// NamedFunction is the name of a function.
type NamedFunction struct {
	object

	// Name of the function.
	Name string `json:"name"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v NamedFunction) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *NamedFunction) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// NestedTool is a tool inside another tool.
type NestedTool struct {
	object

	// Type of the tool.
	Type string `json:"type"`

	// Settings of the tool.
	Parameters map[string]any `json:"parameters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v NestedTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *NestedTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// NetworkAllowlist: Access to the listed domains only.
type NetworkAllowlist struct {
	object

	// Always "allowlist". It can be left empty.
	Type string `json:"type" const:"allowlist"`

	// The allowed domains.
	AllowedDomains []string `json:"allowed_domains"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v NetworkAllowlist) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *NetworkAllowlist) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// NetworkDisabled: No network access.
type NetworkDisabled struct {
	object

	// Always "disabled". It can be left empty.
	Type string `json:"type" const:"disabled"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v NetworkDisabled) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *NetworkDisabled) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// NewContainer is a new container.
type NewContainer struct {
	object

	// Always "container_auto". It can be left empty.
	Type string `json:"type" const:"container_auto"`

	// Uploaded files to copy into the container.
	FileIDs []string `json:"file_ids,omitzero"`

	// Network access of the container.
	NetworkPolicy ContainerNetwork `json:"network_policy,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v NewContainer) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *NewContainer) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// SearchContextSize says how much of the search results the model reads.
//
// The API accepts these values today.
type SearchContextSize string

// The known values of SearchContextSize.
const (
	// A small part of the results.
	SearchContextSizeLow SearchContextSize = "low"
	// A medium part of the results.
	SearchContextSizeMedium SearchContextSize = "medium"
	// A large part of the results.
	SearchContextSizeHigh SearchContextSize = "high"
)

// SearchEngine is the web search engine.
//
// The API accepts these values today.
type SearchEngine string

// The known values of SearchEngine.
const (
	// The provider's own search if available, otherwise Exa.
	SearchEngineAuto SearchEngine = "auto"
	// The provider's own search, at its price.
	SearchEngineNative SearchEngine = "native"
	// Exa, 0.007 USD per request (0.012 deep, 0.015 deep with reasoning).
	SearchEngineExa SearchEngine = "exa"
	// Parallel, 0.005 USD per request (0.001 fast).
	SearchEngineParallel SearchEngine = "parallel"
	// Firecrawl, billed to your Firecrawl account.
	SearchEngineFirecrawl SearchEngine = "firecrawl"
	// Perplexity, 0.005 USD per request.
	SearchEnginePerplexity SearchEngine = "perplexity"
)

// SearchLocation: Approximate location of the user.
type SearchLocation struct {
	object

	// Always "approximate".
	Type Opt[string] `json:"type,omitzero"`

	// City.
	City Opt[string] `json:"city,omitzero"`

	// Region or state.
	Region Opt[string] `json:"region,omitzero"`

	// ISO country code.
	Country Opt[string] `json:"country,omitzero"`

	// IANA time zone.
	Timezone Opt[string] `json:"timezone,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SearchLocation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SearchLocation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// SearchMode: Search depth. Each engine supports some of the values.
//
// The API accepts these values today.
type SearchMode string

// The known values of SearchMode.
const (
	// The fastest.
	SearchModeInstant SearchMode = "instant"
	// Fast.
	SearchModeFast SearchMode = "fast"
	// The engine selects the depth.
	SearchModeAuto SearchMode = "auto"
	// Slightly deeper than "fast".
	SearchModeDeepLite SearchMode = "deep-lite"
	// Deep.
	SearchModeDeep SearchMode = "deep"
	// Deep, with reasoning about the results.
	SearchModeDeepReasoning SearchMode = "deep-reasoning"
	// Fast and inexpensive.
	SearchModeTurbo SearchMode = "turbo"
	// Standard.
	SearchModeBasic SearchMode = "basic"
	// Thorough.
	SearchModeAdvanced SearchMode = "advanced"
)

// SearchModelsTool searches the model catalog.
type SearchModelsTool struct {
	object

	// Always "openrouter:experimental__search_models". It can be left empty.
	Type string `json:"type" const:"openrouter:experimental__search_models"`

	// Settings for the tool.
	Parameters *SearchModelsToolParameters `json:"parameters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SearchModelsTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SearchModelsTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// SearchModelsToolParameters has settings for the search.
type SearchModelsToolParameters struct {
	object

	// Maximum number of models to return.
	MaxResults Opt[int64] `json:"max_results,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SearchModelsToolParameters) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SearchModelsToolParameters) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// StopAtCost stops at a cost.
type StopAtCost struct {
	object

	// Always "max_cost". It can be left empty.
	Type string `json:"type" const:"max_cost"`

	// The cost in USD.
	MaxCostInDollars float64 `json:"max_cost_in_dollars"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v StopAtCost) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *StopAtCost) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// StopAtFinishReason stops when a step ends with this finish reason.
type StopAtFinishReason struct {
	object

	// Always "finish_reason_is". It can be left empty.
	Type string `json:"type" const:"finish_reason_is"`

	// The finish reason.
	Reason string `json:"reason"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v StopAtFinishReason) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *StopAtFinishReason) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// StopAtStepCount stops after a number of steps.
type StopAtStepCount struct {
	object

	// Always "step_count_is". It can be left empty.
	Type string `json:"type" const:"step_count_is"`

	// The number of steps.
	StepCount int64 `json:"step_count"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v StopAtStepCount) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *StopAtStepCount) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// StopAtTokens stops after a number of tokens.
type StopAtTokens struct {
	object

	// Always "max_tokens_used". It can be left empty.
	Type string `json:"type" const:"max_tokens_used"`

	// The number of tokens.
	MaxTokens int64 `json:"max_tokens"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v StopAtTokens) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *StopAtTokens) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// StopAtToolCall stops after a call of this tool.
type StopAtToolCall struct {
	object

	// Always "has_tool_call". It can be left empty.
	Type string `json:"type" const:"has_tool_call"`

	// Name of the tool.
	ToolName string `json:"tool_name"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v StopAtToolCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *StopAtToolCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// StopServerToolsCondition says when OpenRouter stops running server tools and requests the final completion.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type StopServerToolsCondition struct {
	object

	_ struct{} `discriminator:"type"`

	OfStopAtStepCount    *StopAtStepCount    `values:"step_count_is"`
	OfStopAtToolCall     *StopAtToolCall     `values:"has_tool_call"`
	OfStopAtTokens       *StopAtTokens       `values:"max_tokens_used"`
	OfStopAtCost         *StopAtCost         `values:"max_cost"`
	OfStopAtFinishReason *StopAtFinishReason `values:"finish_reason_is"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v StopServerToolsCondition) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *StopServerToolsCondition) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v StopServerToolsCondition) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v StopServerToolsCondition) Tag() string { return codec.Tag(&v) }

// SubagentTool delegates a task to another model with its own tools.
type SubagentTool struct {
	object

	// Always "openrouter:subagent". It can be left empty.
	Type string `json:"type" const:"openrouter:subagent"`

	// Settings for the tool.
	Parameters *SubagentToolParameters `json:"parameters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SubagentTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SubagentTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// SubagentToolParameters has settings for the subagent.
type SubagentToolParameters struct {
	object

	// Name under which the model calls the tool.
	Name Opt[string] `json:"name,omitzero"`

	// The model of the subagent.
	Model Opt[string] `json:"model,omitzero"`

	// Instructions for the model of the tool.
	Instructions Opt[string] `json:"instructions,omitzero"`

	// Whether the subagent can call the caller's functions.
	InheritFunctions Opt[bool] `json:"inherit_functions,omitzero"`

	// Names of the functions that it can call.
	InheritedFunctionNames []string `json:"inherited_function_names,omitzero"`

	// Maximum number of tokens in the completion.
	MaxCompletionTokens Opt[int64] `json:"max_completion_tokens,omitzero"`

	// Maximum number of tool calls.
	MaxToolCalls Opt[int64] `json:"max_tool_calls,omitzero"`

	// Reasoning settings of the model.
	Reasoning *ToolReasoning `json:"reasoning,omitzero"`

	// Sampling temperature of the model.
	Temperature Opt[float64] `json:"temperature,omitzero"`

	// Tools of the subagent.
	Tools []NestedTool `json:"tools,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SubagentToolParameters) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SubagentToolParameters) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolCall is a tool call that the model requested.
type ToolCall struct {
	object

	// ID of the call. The "tool" message with the result refers to it.
	ID string `json:"id"`

	// Always "function". It can be left empty.
	Type string `json:"type" const:"function"`

	// The function and its arguments.
	Function FunctionCall `json:"function"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolChoice says whether the model must call a tool, and which one. Default with tools: "auto".
//
// Set one of its fields.
type ToolChoice struct {
	object

	OfToolChoiceMode   Opt[ToolChoiceMode]
	OfToolChoiceTarget *ToolChoiceTarget
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolChoice) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolChoice) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ToolChoice) Value() any { return codec.Member(&v) }

// ToolChoiceMode says whether the model must call a tool.
//
// The API accepts these values today.
type ToolChoiceMode string

// The known values of ToolChoiceMode.
const (
	// The model calls no tool.
	ToolChoiceModeNone ToolChoiceMode = "none"
	// The model decides.
	ToolChoiceModeAuto ToolChoiceMode = "auto"
	// The model must call a tool.
	ToolChoiceModeRequired ToolChoiceMode = "required"
)

// ToolChoiceTarget is a specific tool: type: function with the name of the function, or only the type of a
// server tool.
type ToolChoiceTarget struct {
	object

	// "function", or a server tool such as "openrouter:web_search".
	Type string `json:"type"`

	// The function, if Type is "function".
	Function *NamedFunction `json:"function,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolChoiceTarget) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolChoiceTarget) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolEngine says what runs a tool.
//
// The API accepts these values today.
type ToolEngine string

// The known values of ToolEngine.
const (
	// At the provider if it supports this, otherwise at OpenRouter.
	ToolEngineAuto ToolEngine = "auto"
	// The provider.
	ToolEngineNative ToolEngine = "native"
	// OpenRouter.
	ToolEngineOpenRouter ToolEngine = "openrouter"
)

// ToolReasoning: Reasoning settings of a tool's model.
type ToolReasoning struct {
	object

	// The reasoning effort.
	Effort Opt[ReasoningEffort] `json:"effort,omitzero"`

	// Maximum number of reasoning tokens.
	MaxTokens Opt[int64] `json:"max_tokens,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolReasoning) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolReasoning) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebFetchEngine is the fetch engine. Default: "auto".
//
// The API accepts these values today.
type WebFetchEngine string

// The known values of WebFetchEngine.
const (
	// OpenRouter selects the engine.
	WebFetchEngineAuto WebFetchEngine = "auto"
	// The provider of the model.
	WebFetchEngineNative WebFetchEngine = "native"
	// OpenRouter, free of charge.
	WebFetchEngineOpenRouter WebFetchEngine = "openrouter"
	// Exa.
	WebFetchEngineExa WebFetchEngine = "exa"
	// Parallel.
	WebFetchEngineParallel WebFetchEngine = "parallel"
	// Firecrawl, billed to your Firecrawl account.
	WebFetchEngineFirecrawl WebFetchEngine = "firecrawl"
)

// WebFetchTool fetches a web page.
type WebFetchTool struct {
	object

	// Always "openrouter:web_fetch". It can be left empty.
	Type string `json:"type" const:"openrouter:web_fetch"`

	// Settings for the tool.
	Parameters *WebFetchToolParameters `json:"parameters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebFetchTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebFetchTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebFetchToolParameters has settings for web fetching.
type WebFetchToolParameters struct {
	object

	// The fetch engine. Default: "auto".
	Engine Opt[WebFetchEngine] `json:"engine,omitzero"`

	// The only domains to fetch from.
	AllowedDomains []string `json:"allowed_domains,omitzero"`

	// Domains that are not fetched.
	BlockedDomains []string `json:"blocked_domains,omitzero"`

	// Maximum number of tokens per page.
	MaxContentTokens Opt[int64] `json:"max_content_tokens,omitzero"`

	// Maximum number of fetches per request.
	MaxUses Opt[int64] `json:"max_uses,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebFetchToolParameters) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebFetchToolParameters) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebSearchShorthand: Web search in OpenAI's format. The settings can be next to Type or under Parameters.
type WebSearchShorthand struct {
	object

	// Type of the tool.
	Type WebSearchShorthandType `json:"type"`

	// Settings for the search.
	Parameters *WebSearchToolParameters `json:"parameters,omitzero"`

	// The search engine. Default: "auto".
	Engine Opt[SearchEngine] `json:"engine,omitzero"`

	// Search depth.
	Mode Opt[SearchMode] `json:"mode,omitzero"`

	// Number of results per search. Default: 5.
	MaxResults Opt[int64] `json:"max_results,omitzero"`

	// Maximum number of searches per request.
	MaxUses Opt[int64] `json:"max_uses,omitzero"`

	// Maximum number of results per request.
	MaxTotalResults Opt[int64] `json:"max_total_results,omitzero"`

	// Maximum number of characters per result.
	MaxCharacters Opt[int64] `json:"max_characters,omitzero"`

	// How much of the search results the model reads.
	SearchContextSize Opt[SearchContextSize] `json:"search_context_size,omitzero"`

	// The only domains to search.
	AllowedDomains []string `json:"allowed_domains,omitzero"`

	// Domains to exclude from the search.
	ExcludedDomains []string `json:"excluded_domains,omitzero"`

	// Location of the user.
	UserLocation *SearchLocation `json:"user_location,omitzero"`

	// Settings for searching posts on X.
	XSearch *XSearch `json:"x_search,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebSearchShorthand) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebSearchShorthand) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebSearchShorthandType: Type of the tool.
//
// The API accepts these values today.
type WebSearchShorthandType string

// The known values of WebSearchShorthandType.
const (
	// The current name.
	WebSearchShorthandTypeWebSearch WebSearchShorthandType = "web_search"
	// The preview name.
	WebSearchShorthandTypeWebSearchPreview WebSearchShorthandType = "web_search_preview"
	// The preview of March 2025.
	WebSearchShorthandTypeWebSearchPreview20250311 WebSearchShorthandType = "web_search_preview_2025_03_11"
	// The version of August 2025.
	WebSearchShorthandTypeWebSearch20250826 WebSearchShorthandType = "web_search_2025_08_26"
)

// WebSearchTool searches the web.
type WebSearchTool struct {
	object

	// Always "openrouter:web_search". It can be left empty.
	Type string `json:"type" const:"openrouter:web_search"`

	// Settings for the tool.
	Parameters *WebSearchToolParameters `json:"parameters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebSearchTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebSearchTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebSearchToolParameters has settings for the search.
type WebSearchToolParameters struct {
	object

	// The search engine. Default: "auto".
	Engine Opt[SearchEngine] `json:"engine,omitzero"`

	// Search depth.
	Mode Opt[SearchMode] `json:"mode,omitzero"`

	// Number of results per search. Default: 5.
	MaxResults Opt[int64] `json:"max_results,omitzero"`

	// Maximum number of searches per request.
	MaxUses Opt[int64] `json:"max_uses,omitzero"`

	// Maximum number of results per request.
	MaxTotalResults Opt[int64] `json:"max_total_results,omitzero"`

	// Maximum number of characters per result.
	MaxCharacters Opt[int64] `json:"max_characters,omitzero"`

	// How much of the search results the model reads.
	SearchContextSize Opt[SearchContextSize] `json:"search_context_size,omitzero"`

	// The only domains to search.
	AllowedDomains []string `json:"allowed_domains,omitzero"`

	// Domains to exclude from the search.
	ExcludedDomains []string `json:"excluded_domains,omitzero"`

	// Location of the user.
	UserLocation *SearchLocation `json:"user_location,omitzero"`

	// Settings for searching posts on X.
	XSearch *XSearch `json:"x_search,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebSearchToolParameters) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebSearchToolParameters) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// XSearch has settings for searching posts on X.
type XSearch struct {
	object

	// The only accounts to include.
	AllowedXHandles []string `json:"allowed_x_handles,omitzero"`

	// Accounts to exclude.
	ExcludedXHandles []string `json:"excluded_x_handles,omitzero"`

	// Whether to analyze images.
	EnableImageUnderstanding Opt[bool] `json:"enable_image_understanding,omitzero"`

	// Whether to analyze videos.
	EnableVideoUnderstanding Opt[bool] `json:"enable_video_understanding,omitzero"`

	// Start date, "YYYY-MM-DD".
	FromDate Opt[string] `json:"from_date,omitzero"`

	// End date, "YYYY-MM-DD".
	ToDate Opt[string] `json:"to_date,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v XSearch) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *XSearch) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
