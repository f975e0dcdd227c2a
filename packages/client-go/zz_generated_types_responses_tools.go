// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"fmt"
	"log/slog"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// ComputerEnvironment is the environment.
//
// The API accepts these values today.
type ComputerEnvironment string

// The known values of ComputerEnvironment.
const (
	// Windows.
	ComputerEnvironmentWindows ComputerEnvironment = "windows"
	// macOS.
	ComputerEnvironmentMac ComputerEnvironment = "mac"
	// Linux.
	ComputerEnvironmentLinux ComputerEnvironment = "linux"
	// Ubuntu.
	ComputerEnvironmentUbuntu ComputerEnvironment = "ubuntu"
	// A browser.
	ComputerEnvironmentBrowser ComputerEnvironment = "browser"
)

// ContainerMemoryLimit: Memory of the container.
//
// The API accepts these values today.
type ContainerMemoryLimit string

// The known values of ContainerMemoryLimit.
const (
	// 1 GB.
	ContainerMemoryLimit1g ContainerMemoryLimit = "1g"
	// 4 GB.
	ContainerMemoryLimit4g ContainerMemoryLimit = "4g"
	// 16 GB.
	ContainerMemoryLimit16g ContainerMemoryLimit = "16g"
	// 64 GB.
	ContainerMemoryLimit64g ContainerMemoryLimit = "64g"
)

// GrammarSyntax is the syntax of the grammar.
//
// The API accepts these values today.
type GrammarSyntax string

// The known values of GrammarSyntax.
const (
	// A Lark grammar.
	GrammarSyntaxLark GrammarSyntax = "lark"
	// A regular expression.
	GrammarSyntaxRegex GrammarSyntax = "regex"
)

// ResponseApplyPatchTool: Changes of files on the machine of the caller.
type ResponseApplyPatchTool struct {
	object

	// Always "apply_patch". It can be left empty.
	Type string `json:"type" const:"apply_patch"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseApplyPatchTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseApplyPatchTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseApplyPatchToolParameters has settings for the tool.
type ResponseApplyPatchToolParameters struct {
	object

	// Where the changes are made.
	Engine Opt[ToolEngine] `json:"engine,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseApplyPatchToolParameters) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseApplyPatchToolParameters) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseAutoContainer is a new container.
type ResponseAutoContainer struct {
	object

	// Always "auto". It can be left empty.
	Type string `json:"type" const:"auto"`

	// Uploaded files to copy into the container.
	FileIDs []string `json:"file_ids,omitzero"`

	// Memory of the container.
	MemoryLimit Opt[ContainerMemoryLimit] `json:"memory_limit,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseAutoContainer) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseAutoContainer) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseCodeInterpreterContainer is a container, by its ID or by the settings of a new one.
//
// Set one of its fields.
type ResponseCodeInterpreterContainer struct {
	object

	OfString                Opt[string]
	OfResponseAutoContainer *ResponseAutoContainer
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCodeInterpreterContainer) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCodeInterpreterContainer) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseCodeInterpreterContainer) Value() any { return codec.Member(&v) }

// ResponseCodeInterpreterTool runs code in a container of the provider.
type ResponseCodeInterpreterTool struct {
	object

	// Always "code_interpreter". It can be left empty.
	Type string `json:"type" const:"code_interpreter"`

	// ID of a container, or a new one.
	Container ResponseCodeInterpreterContainer `json:"container"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCodeInterpreterTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCodeInterpreterTool) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseComputerTool: Actions on a computer.
type ResponseComputerTool struct {
	object

	// Always "computer". It can be left empty.
	Type string `json:"type" const:"computer"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseComputerTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseComputerTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseComputerUseTool: Actions on a computer.
type ResponseComputerUseTool struct {
	object

	// Always "computer_use_preview". It can be left empty.
	Type string `json:"type" const:"computer_use_preview"`

	// Width of the display, in pixels.
	DisplayWidth int64 `json:"display_width"`

	// Height of the display, in pixels.
	DisplayHeight int64 `json:"display_height"`

	// The environment.
	Environment ComputerEnvironment `json:"environment"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseComputerUseTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseComputerUseTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseCustomGrammarFormat: Text that conforms to a grammar.
type ResponseCustomGrammarFormat struct {
	object

	// Always "grammar". It can be left empty.
	Type string `json:"type" const:"grammar"`

	// The syntax of the grammar.
	Syntax GrammarSyntax `json:"syntax"`

	// The grammar.
	Definition string `json:"definition"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCustomGrammarFormat) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCustomGrammarFormat) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseCustomTextFormat is any text.
type ResponseCustomTextFormat struct {
	object

	// Always "text". It can be left empty.
	Type string `json:"type" const:"text"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCustomTextFormat) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCustomTextFormat) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseCustomTool is a tool whose input is free text, or text of a grammar.
type ResponseCustomTool struct {
	object

	// Always "custom". It can be left empty.
	Type string `json:"type" const:"custom"`

	// Name of the tool.
	Name string `json:"name"`

	// When and how to call the tool.
	Description Opt[string] `json:"description,omitzero"`

	// The form of the input. Default: any text.
	Format ResponseCustomToolFormat `json:"format,omitzero"`

	// Whether the model continues before the output arrives.
	Async Opt[bool] `json:"async,omitzero"`

	// Whether the model sees the tool only after a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCustomTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCustomTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseCustomToolFormat is the form of the input of a custom tool.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ResponseCustomToolFormat struct {
	object

	_ struct{} `discriminator:"type"`

	OfResponseCustomTextFormat    *ResponseCustomTextFormat    `values:"text"`
	OfResponseCustomGrammarFormat *ResponseCustomGrammarFormat `values:"grammar"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCustomToolFormat) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCustomToolFormat) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseCustomToolFormat) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ResponseCustomToolFormat) Tag() string { return codec.Tag(&v) }

// ResponseFileSearchTool: Search in vector stores.
type ResponseFileSearchTool struct {
	object

	// Always "file_search". It can be left empty.
	Type string `json:"type" const:"file_search"`

	// IDs of the vector stores.
	VectorStoreIDs []string `json:"vector_store_ids"`

	// Maximum number of results.
	MaxNumResults Opt[int64] `json:"max_num_results,omitzero"`

	// A comparison, or several with "and" or "or".
	Filters any `json:"filters,omitzero"`

	// Settings for the ranking.
	RankingOptions any `json:"ranking_options,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFileSearchTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFileSearchTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFunctionTool is a function. The model requests the call; the caller runs the function.
type ResponseFunctionTool struct {
	object

	// Always "function". It can be left empty.
	Type string `json:"type" const:"function"`

	// Name of the function: letters, digits, "_" and "-".
	Name string `json:"name"`

	// When and how to call the function.
	Description Opt[string] `json:"description,omitzero"`

	// JSON Schema of the arguments.
	Parameters map[string]any `json:"parameters,omitzero"`

	// Whether the arguments must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`

	// Whether the model continues before the output arrives.
	Async Opt[bool] `json:"async,omitzero"`

	// Whether the model sees the tool only after a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`

	// Who may call the function: "direct", "programmatic".
	AllowedCallers []string `json:"allowed_callers,omitzero"`

	// JSON Schema of the output.
	OutputSchema map[string]any `json:"output_schema,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFunctionTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFunctionTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseImageGenerationBackground: Background of the image.
//
// The API accepts these values today.
type ResponseImageGenerationBackground string

// The known values of ResponseImageGenerationBackground.
const (
	// Transparent.
	ResponseImageGenerationBackgroundTransparent ResponseImageGenerationBackground = "transparent"
	// Opaque.
	ResponseImageGenerationBackgroundOpaque ResponseImageGenerationBackground = "opaque"
	// The provider decides.
	ResponseImageGenerationBackgroundAuto ResponseImageGenerationBackground = "auto"
)

// ResponseImageGenerationInputFidelity says how closely the image follows an input image.
//
// The API accepts these values today.
type ResponseImageGenerationInputFidelity string

// The known values of ResponseImageGenerationInputFidelity.
const (
	// High.
	ResponseImageGenerationInputFidelityHigh ResponseImageGenerationInputFidelity = "high"
	// Low.
	ResponseImageGenerationInputFidelityLow ResponseImageGenerationInputFidelity = "low"
)

// ResponseImageGenerationModeration: Strictness of the moderation.
//
// The API accepts these values today.
type ResponseImageGenerationModeration string

// The known values of ResponseImageGenerationModeration.
const (
	// Standard.
	ResponseImageGenerationModerationAuto ResponseImageGenerationModeration = "auto"
	// Less strict.
	ResponseImageGenerationModerationLow ResponseImageGenerationModeration = "low"
)

// ResponseImageGenerationOutputFormat: Format of the image.
//
// The API accepts these values today.
type ResponseImageGenerationOutputFormat string

// The known values of ResponseImageGenerationOutputFormat.
const (
	// PNG.
	ResponseImageGenerationOutputFormatPNG ResponseImageGenerationOutputFormat = "png"
	// WebP.
	ResponseImageGenerationOutputFormatWebP ResponseImageGenerationOutputFormat = "webp"
	// JPEG.
	ResponseImageGenerationOutputFormatJPEG ResponseImageGenerationOutputFormat = "jpeg"
)

// ResponseImageGenerationQuality: Quality of the image.
//
// The API accepts these values today.
type ResponseImageGenerationQuality string

// The known values of ResponseImageGenerationQuality.
const (
	// Low.
	ResponseImageGenerationQualityLow ResponseImageGenerationQuality = "low"
	// Medium.
	ResponseImageGenerationQualityMedium ResponseImageGenerationQuality = "medium"
	// High.
	ResponseImageGenerationQualityHigh ResponseImageGenerationQuality = "high"
	// The provider decides.
	ResponseImageGenerationQualityAuto ResponseImageGenerationQuality = "auto"
)

// ResponseImageGenerationTool: Image generation by the provider.
type ResponseImageGenerationTool struct {
	object

	// Always "image_generation". It can be left empty.
	Type string `json:"type" const:"image_generation"`

	// The image model.
	Model Opt[string] `json:"model,omitzero"`

	// Size of the image, such as "1024x1024".
	Size Opt[string] `json:"size,omitzero"`

	// Quality of the image.
	Quality Opt[ResponseImageGenerationQuality] `json:"quality,omitzero"`

	// Background of the image.
	Background Opt[ResponseImageGenerationBackground] `json:"background,omitzero"`

	// Format of the image.
	OutputFormat Opt[ResponseImageGenerationOutputFormat] `json:"output_format,omitzero"`

	// Compression in percent.
	OutputCompression Opt[int64] `json:"output_compression,omitzero"`

	// Number of partial images in a stream.
	PartialImages Opt[int64] `json:"partial_images,omitzero"`

	// Strictness of the moderation.
	Moderation Opt[ResponseImageGenerationModeration] `json:"moderation,omitzero"`

	// How closely the image follows an input image.
	InputFidelity Opt[ResponseImageGenerationInputFidelity] `json:"input_fidelity,omitzero"`

	// The part of an input image to change.
	InputImageMask any `json:"input_image_mask,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseImageGenerationTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseImageGenerationTool) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseLocalShellTool: Shell commands on the machine of the caller.
type ResponseLocalShellTool struct {
	object

	// Always "local_shell". It can be left empty.
	Type string `json:"type" const:"local_shell"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseLocalShellTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseLocalShellTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseMCPAllowedTools is the tools of an MCP server that the model may call, as names or as a filter.
//
// Set one of its fields.
type ResponseMCPAllowedTools struct {
	object

	OfStrings               []string
	OfResponseMCPToolFilter *ResponseMCPToolFilter
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPAllowedTools) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPAllowedTools) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseMCPAllowedTools) Value() any { return codec.Member(&v) }

// ResponseMCPApproval says which calls to an MCP server need approval: one word for all tools, or a filter.
//
// Set one of its fields.
type ResponseMCPApproval struct {
	object

	OfString                    Opt[string]
	OfResponseMCPApprovalFilter *ResponseMCPApprovalFilter
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPApproval) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPApproval) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseMCPApproval) Value() any { return codec.Member(&v) }

// ResponseMCPApprovalFilter says which calls of an MCP server need approval.
type ResponseMCPApprovalFilter struct {
	object

	// The tools whose calls need approval.
	Always *ResponseMCPToolFilter `json:"always,omitzero"`

	// The tools whose calls need none.
	Never *ResponseMCPToolFilter `json:"never,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPApprovalFilter) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPApprovalFilter) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseMCPTool is the tools of an MCP server.
type ResponseMCPTool struct {
	object

	// Always "mcp". It can be left empty.
	Type string `json:"type" const:"mcp"`

	// Label of the server.
	ServerLabel string `json:"server_label"`

	// URL of the server.
	ServerURL Opt[string] `json:"server_url,omitzero"`

	// Description of the server.
	ServerDescription Opt[string] `json:"server_description,omitzero"`

	// ID of a connector of the provider.
	ConnectorID Opt[string] `json:"connector_id,omitzero"`

	// Access token for the server.
	Authorization Opt[string] `json:"authorization,omitzero"`

	// Headers for the server.
	Headers map[string]string `json:"headers,omitzero"`

	// Names of the tools that the model may call, or a filter.
	AllowedTools ResponseMCPAllowedTools `json:"allowed_tools,omitzero"`

	// Which calls need approval: "always", "never", or a filter.
	RequireApproval ResponseMCPApproval `json:"require_approval,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Format formats the value without its secrets.
func (v ResponseMCPTool) Format(state fmt.State, verb rune) {
	type plain ResponseMCPTool
	shown := plain(v)
	shown.Authorization = redactOpt(v.Authorization)
	shown.Headers = redactValues(v.Headers)
	fmt.Fprintf(state, fmt.FormatString(state, verb), shown)
}

// LogValue returns the value as text without its secrets.
func (v ResponseMCPTool) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }

// ResponseMCPToolFilter: Some tools of an MCP server.
type ResponseMCPToolFilter struct {
	object

	// Names of the tools.
	ToolNames []string `json:"tool_names,omitzero"`

	// Whether only tools that change nothing are selected.
	ReadOnly Opt[bool] `json:"read_only,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPToolFilter) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPToolFilter) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseNamespaceMember is a tool of a namespace.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ResponseNamespaceMember struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownNamespaceMember"`

	OfResponseFunctionTool *ResponseFunctionTool `values:"function"`
	OfResponseCustomTool   *ResponseCustomTool   `values:"custom"`
	// OfUnknownNamespaceMember is a member that this version does not know.
	OfUnknownNamespaceMember *UnknownNamespaceMember
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseNamespaceMember) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseNamespaceMember) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseNamespaceMember) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ResponseNamespaceMember) Tag() string { return codec.Tag(&v) }

// ResponseNamespaceTool: Tools under a common name. A call of one of them has the name in "namespace".
type ResponseNamespaceTool struct {
	object

	// Always "namespace". It can be left empty.
	Type string `json:"type" const:"namespace"`

	// Name of the namespace.
	Name string `json:"name"`

	// What the tools are for.
	Description Opt[string] `json:"description,omitzero"`

	// The tools.
	Tools []ResponseNamespaceMember `json:"tools"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseNamespaceTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseNamespaceTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseProgrammaticTool lets the model call tools by code.
type ResponseProgrammaticTool struct {
	object

	// Always "programmatic_tool_calling". It can be left empty.
	Type string `json:"type" const:"programmatic_tool_calling"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseProgrammaticTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseProgrammaticTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseSearchFilters is the domains to search.
type ResponseSearchFilters struct {
	object

	// The only domains to search.
	AllowedDomains []string `json:"allowed_domains,omitzero"`

	// Domains to exclude.
	BlockedDomains []string `json:"blocked_domains,omitzero"`

	// Domains to exclude.
	ExcludedDomains []string `json:"excluded_domains,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseSearchFilters) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseSearchFilters) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseServerApplyPatchTool: Changes of files in a container.
type ResponseServerApplyPatchTool struct {
	object

	// Always "openrouter:apply_patch". It can be left empty.
	Type string `json:"type" const:"openrouter:apply_patch"`

	// Settings for the tool.
	Parameters *ResponseApplyPatchToolParameters `json:"parameters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseServerApplyPatchTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseServerApplyPatchTool) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseServerShellTool: Shell commands in a container.
type ResponseServerShellTool struct {
	object

	// Always "openrouter:shell". It can be left empty.
	Type string `json:"type" const:"openrouter:shell"`

	// Settings for the tool.
	Parameters *ResponseShellToolParameters `json:"parameters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseServerShellTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseServerShellTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseServerToolSearchParameters has settings for the tool.
type ResponseServerToolSearchParameters struct {
	object

	// Maximum number of tools to return.
	MaxResults Opt[int64] `json:"max_results,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseServerToolSearchParameters) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseServerToolSearchParameters) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseServerToolSearchTool: Search in the tools of the request that have "defer_loading".
type ResponseServerToolSearchTool struct {
	object

	// Always "openrouter:tool_search". It can be left empty.
	Type string `json:"type" const:"openrouter:tool_search"`

	// Settings for the tool.
	Parameters *ResponseServerToolSearchParameters `json:"parameters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseServerToolSearchTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseServerToolSearchTool) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseShellEngine says where the commands run.
//
// The API accepts these values today.
type ResponseShellEngine string

// The known values of ResponseShellEngine.
const (
	// OpenRouter decides.
	ResponseShellEngineAuto ResponseShellEngine = "auto"
	// OpenRouter.
	ResponseShellEngineOpenRouter ResponseShellEngine = "openrouter"
)

// ResponseShellTool: Shell commands.
type ResponseShellTool struct {
	object

	// Always "shell". It can be left empty.
	Type string `json:"type" const:"shell"`

	// Where the commands run.
	Environment any `json:"environment,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseShellTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseShellTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseShellToolParameters has settings for the tool.
type ResponseShellToolParameters struct {
	object

	// Where the commands run.
	Engine Opt[ResponseShellEngine] `json:"engine,omitzero"`

	// The container.
	Environment BashEnvironment `json:"environment,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseShellToolParameters) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseShellToolParameters) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseTool is a tool that the model can call: a function or a custom tool that the caller runs, or a tool
// that OpenRouter or the provider runs.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ResponseTool struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownResponseTool"`

	OfResponseFunctionTool         *ResponseFunctionTool         `values:"function"`
	OfResponseCustomTool           *ResponseCustomTool           `values:"custom"`
	OfResponseNamespaceTool        *ResponseNamespaceTool        `values:"namespace"`
	OfResponseWebSearchTool        *ResponseWebSearchTool        `values:"web_search,web_search_2025_08_26,web_search_preview,web_search_preview_2025_03_11"`
	OfResponseFileSearchTool       *ResponseFileSearchTool       `values:"file_search"`
	OfResponseComputerTool         *ResponseComputerTool         `values:"computer"`
	OfResponseComputerUseTool      *ResponseComputerUseTool      `values:"computer_use_preview"`
	OfResponseToolSearchTool       *ResponseToolSearchTool       `values:"tool_search"`
	OfResponseProgrammaticTool     *ResponseProgrammaticTool     `values:"programmatic_tool_calling"`
	OfResponseCodeInterpreterTool  *ResponseCodeInterpreterTool  `values:"code_interpreter"`
	OfResponseMCPTool              *ResponseMCPTool              `values:"mcp"`
	OfResponseImageGenerationTool  *ResponseImageGenerationTool  `values:"image_generation"`
	OfResponseLocalShellTool       *ResponseLocalShellTool       `values:"local_shell"`
	OfResponseShellTool            *ResponseShellTool            `values:"shell"`
	OfResponseApplyPatchTool       *ResponseApplyPatchTool       `values:"apply_patch"`
	OfAdvisorTool                  *AdvisorTool                  `values:"openrouter:advisor"`
	OfResponseServerApplyPatchTool *ResponseServerApplyPatchTool `values:"openrouter:apply_patch"`
	OfBashTool                     *BashTool                     `values:"openrouter:bash"`
	OfDatetimeTool                 *DatetimeTool                 `values:"openrouter:datetime"`
	OfFilesTool                    *FilesTool                    `values:"openrouter:files"`
	OfFusionTool                   *FusionTool                   `values:"openrouter:fusion"`
	OfImageGenerationTool          *ImageGenerationTool          `values:"openrouter:image_generation"`
	OfSearchModelsTool             *SearchModelsTool             `values:"openrouter:experimental__search_models"`
	OfResponseServerShellTool      *ResponseServerShellTool      `values:"openrouter:shell"`
	OfSubagentTool                 *SubagentTool                 `values:"openrouter:subagent"`
	OfResponseServerToolSearchTool *ResponseServerToolSearchTool `values:"openrouter:tool_search"`
	OfWebFetchTool                 *WebFetchTool                 `values:"openrouter:web_fetch"`
	OfWebSearchTool                *WebSearchTool                `values:"openrouter:web_search"`
	// OfUnknownResponseTool is a member that this version does not know.
	OfUnknownResponseTool *UnknownResponseTool
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseTool) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ResponseTool) Tag() string { return codec.Tag(&v) }

// LogValue returns the value as text without its secrets.
func (v ResponseTool) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }

// ResponseToolChoice says whether the model must call a tool, and which one. Default with tools: "auto".
//
// Set one of its fields.
type ResponseToolChoice struct {
	object

	OfToolChoiceMode           Opt[ToolChoiceMode]
	OfResponseToolChoiceTarget *ResponseToolChoiceTarget
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseToolChoice) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseToolChoice) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseToolChoice) Value() any { return codec.Member(&v) }

// ResponseToolChoiceTarget is a specific tool: type: function or type: custom with a name, the type of
// another tool, or type: allowed_tools with a list.
type ResponseToolChoiceTarget struct {
	object

	// "function", "custom", "allowed_tools", or the type of another tool.
	Type string `json:"type"`

	// Name of the function or of the custom tool.
	Name Opt[string] `json:"name,omitzero"`

	// Name of the namespace tool that contains it.
	Namespace Opt[string] `json:"namespace,omitzero"`

	// Label of the MCP server.
	ServerLabel Opt[string] `json:"server_label,omitzero"`

	// With "allowed_tools", whether the model must call one.
	Mode Opt[ResponseToolChoiceTargetMode] `json:"mode,omitzero"`

	// With "allowed_tools", the tools that the model may call.
	Tools []map[string]any `json:"tools,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseToolChoiceTarget) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseToolChoiceTarget) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseToolChoiceTargetMode: With "allowed_tools", whether the model must call one.
//
// The API accepts these values today.
type ResponseToolChoiceTargetMode string

// The known values of ResponseToolChoiceTargetMode.
const (
	// The model decides.
	ResponseToolChoiceTargetModeAuto ResponseToolChoiceTargetMode = "auto"
	// The model must call one of the tools.
	ResponseToolChoiceTargetModeRequired ResponseToolChoiceTargetMode = "required"
)

// ResponseToolSearchTool: Search in the tools of the request that have "defer_loading", by the provider or
// the caller.
type ResponseToolSearchTool struct {
	object

	// Always "tool_search". It can be left empty.
	Type string `json:"type" const:"tool_search"`

	// Description of the search.
	Description Opt[string] `json:"description,omitzero"`

	// Who searches.
	Execution Opt[ResponseToolSearchToolExecution] `json:"execution,omitzero"`

	// JSON Schema of the arguments.
	Parameters any `json:"parameters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseToolSearchTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseToolSearchTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseToolSearchToolExecution says who searches.
//
// The API accepts these values today.
type ResponseToolSearchToolExecution string

// The known values of ResponseToolSearchToolExecution.
const (
	// The provider searches.
	ResponseToolSearchToolExecutionServer ResponseToolSearchToolExecution = "server"
	// The caller searches.
	ResponseToolSearchToolExecutionClient ResponseToolSearchToolExecution = "client"
)

// ResponseWebSearchTool: Web search.
type ResponseWebSearchTool struct {
	object

	// Type of the tool.
	Type ResponseWebSearchToolType `json:"type"`

	// The search engine. Default: "auto".
	Engine Opt[SearchEngine] `json:"engine,omitzero"`

	// Search depth.
	Mode Opt[SearchMode] `json:"mode,omitzero"`

	// The domains to search.
	Filters *ResponseSearchFilters `json:"filters,omitzero"`

	// Number of results per search. Default: 5.
	MaxResults Opt[int64] `json:"max_results,omitzero"`

	// Maximum number of searches per request.
	MaxUses Opt[int64] `json:"max_uses,omitzero"`

	// How much of the search results the model reads.
	SearchContextSize Opt[SearchContextSize] `json:"search_context_size,omitzero"`

	// Location of the user.
	UserLocation *SearchLocation `json:"user_location,omitzero"`

	// Settings for searching posts on X.
	XSearch *XSearch `json:"x_search,omitzero"`

	// Whether the provider may access live pages instead of its cache.
	ExternalWebAccess Opt[bool] `json:"external_web_access,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseWebSearchTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseWebSearchTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseWebSearchToolType: Type of the tool.
//
// The API accepts these values today.
type ResponseWebSearchToolType string

// The known values of ResponseWebSearchToolType.
const (
	// The current name.
	ResponseWebSearchToolTypeWebSearch ResponseWebSearchToolType = "web_search"
	// The version of August 2025.
	ResponseWebSearchToolTypeWebSearch20250826 ResponseWebSearchToolType = "web_search_2025_08_26"
	// The preview name.
	ResponseWebSearchToolTypeWebSearchPreview ResponseWebSearchToolType = "web_search_preview"
	// The preview of March 2025.
	ResponseWebSearchToolTypeWebSearchPreview20250311 ResponseWebSearchToolType = "web_search_preview_2025_03_11"
)

// UnknownNamespaceMember is a tool with a type that this contract does not know.
type UnknownNamespaceMember struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownNamespaceMember) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownNamespaceMember) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// UnknownResponseTool is a tool with a type that this contract does not know. The API ignores the tool or
// refuses it by its type.
type UnknownResponseTool struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownResponseTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownResponseTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
