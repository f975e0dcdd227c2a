// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"fmt"
	"log/slog"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// MCPServer is an MCP server that the provider connects to.
type MCPServer struct {
	object

	// Always "url". It can be left empty.
	Type string `json:"type" const:"url"`

	// Name of the server.
	Name string `json:"name"`

	// URL of the server.
	URL string `json:"url"`

	// Bearer token for the server.
	AuthorizationToken Opt[string] `json:"authorization_token,omitzero"`

	// Older settings of its tools; use a tool of type "mcp_toolset".
	ToolConfiguration *MCPServerToolConfiguration `json:"tool_configuration,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MCPServer) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MCPServer) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Format formats the value without its secrets.
func (v MCPServer) Format(state fmt.State, verb rune) {
	type plain MCPServer
	shown := plain(v)
	shown.AuthorizationToken = redactOpt(v.AuthorizationToken)
	fmt.Fprintf(state, fmt.FormatString(state, verb), shown)
}

// LogValue returns the value as text without its secrets.
func (v MCPServer) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }

// MCPServerToolConfiguration has settings of an MCP server's tools.
type MCPServerToolConfiguration struct {
	object

	// Whether the model can call the tools.
	Enabled Opt[bool] `json:"enabled,omitzero"`

	// The only tools that the model can call.
	AllowedTools []string `json:"allowed_tools,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MCPServerToolConfiguration) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MCPServerToolConfiguration) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// MCPToolConfig has settings of a tool of an MCP server.
type MCPToolConfig struct {
	object

	// Whether the model can call the tool.
	Enabled Opt[bool] `json:"enabled,omitzero"`

	// Whether the model finds the tool only by a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MCPToolConfig) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MCPToolConfig) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesAdvisorTool asks a second model for advice.
type MessagesAdvisorTool struct {
	object

	// Always "advisor_20260301". It can be left empty.
	Type string `json:"type" const:"advisor_20260301"`

	// Always "advisor".
	Name string `json:"name"`

	// The advising model.
	Model Opt[string] `json:"model,omitzero"`

	// Maximum number of calls per request.
	MaxUses Opt[int64] `json:"max_uses,omitzero"`

	// Maximum number of tokens of one advice.
	MaxTokens Opt[int64] `json:"max_tokens,omitzero"`

	// Prompt caching for the advisor.
	Caching *CacheControl `json:"caching,omitzero"`

	// Who may call the tool: "direct", or a version of the code execution tool.
	AllowedCallers []string `json:"allowed_callers,omitzero"`

	// Whether the model finds the tool only by a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`

	// Whether the arguments must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`

	// Sets a breakpoint of the prompt cache after this tool.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesAdvisorTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesAdvisorTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesBashTool is a shell that the caller runs.
type MessagesBashTool struct {
	object

	// The version of the tool.
	Type MessagesBashToolType `json:"type"`

	// Always "bash".
	Name string `json:"name"`

	// Who may call the tool: "direct", or a version of the code execution tool.
	AllowedCallers []string `json:"allowed_callers,omitzero"`

	// Whether the model finds the tool only by a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`

	// Whether the arguments must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`

	// Sets a breakpoint of the prompt cache after this tool.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesBashTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesBashTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesBashToolType is the version of the tool.
//
// The API accepts these values today.
type MessagesBashToolType string

// The known values of MessagesBashToolType.
const (
	// The first version.
	MessagesBashToolTypeBash20241022 MessagesBashToolType = "bash_20241022"
	// The newest version.
	MessagesBashToolTypeBash20250124 MessagesBashToolType = "bash_20250124"
)

// MessagesCodeExecutionTool runs code in a container of the provider.
type MessagesCodeExecutionTool struct {
	object

	// The version of the tool.
	Type MessagesCodeExecutionToolType `json:"type"`

	// Always "code_execution".
	Name string `json:"name"`

	// Who may call the tool: "direct", or a version of the code execution tool.
	AllowedCallers []string `json:"allowed_callers,omitzero"`

	// Whether the model finds the tool only by a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`

	// Whether the arguments must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`

	// Sets a breakpoint of the prompt cache after this tool.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesCodeExecutionTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesCodeExecutionTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesCodeExecutionToolType is the version of the tool.
//
// The API accepts these values today.
type MessagesCodeExecutionToolType string

// The known values of MessagesCodeExecutionToolType.
const (
	// Python.
	MessagesCodeExecutionToolTypeCodeExecution20250522 MessagesCodeExecutionToolType = "code_execution_20250522"
	// Shell commands and files.
	MessagesCodeExecutionToolTypeCodeExecution20250825 MessagesCodeExecutionToolType = "code_execution_20250825"
	// Calls other tools from code.
	MessagesCodeExecutionToolTypeCodeExecution20260120 MessagesCodeExecutionToolType = "code_execution_20260120"
	// The newest version.
	MessagesCodeExecutionToolTypeCodeExecution20260521 MessagesCodeExecutionToolType = "code_execution_20260521"
)

// MessagesComputerTool is a computer that the caller controls.
type MessagesComputerTool struct {
	object

	// The version of the tool.
	Type MessagesComputerToolType `json:"type"`

	// Always "computer".
	Name string `json:"name"`

	// Width of the display in pixels.
	DisplayWidthPx Opt[int64] `json:"display_width_px,omitzero"`

	// Height of the display in pixels.
	DisplayHeightPx Opt[int64] `json:"display_height_px,omitzero"`

	// Number of the X11 display.
	DisplayNumber Opt[int64] `json:"display_number,omitzero"`

	// Whether the model can enlarge a part of the display.
	EnableZoom Opt[bool] `json:"enable_zoom,omitzero"`

	// Who may call the tool: "direct", or a version of the code execution tool.
	AllowedCallers []string `json:"allowed_callers,omitzero"`

	// Whether the model finds the tool only by a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`

	// Whether the arguments must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`

	// Sets a breakpoint of the prompt cache after this tool.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesComputerTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesComputerTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesComputerToolType is the version of the tool.
//
// The API accepts these values today.
type MessagesComputerToolType string

// The known values of MessagesComputerToolType.
const (
	// The first version.
	MessagesComputerToolTypeComputer20241022 MessagesComputerToolType = "computer_20241022"
	// More actions.
	MessagesComputerToolTypeComputer20250124 MessagesComputerToolType = "computer_20250124"
	// Zoom.
	MessagesComputerToolTypeComputer20251124 MessagesComputerToolType = "computer_20251124"
)

// MessagesCustomTool is a function. The model requests the call; the caller runs the function.
type MessagesCustomTool struct {
	object

	// "custom", or absent.
	Type Opt[string] `json:"type,omitzero"`

	// Name of the function: letters, digits, "_" and "-".
	Name string `json:"name"`

	// When and how to call the function.
	Description Opt[string] `json:"description,omitzero"`

	// JSON Schema of the arguments.
	InputSchema map[string]any `json:"input_schema"`

	// Whether the arguments are streamed as the model writes them.
	EagerInputStreaming Opt[bool] `json:"eager_input_streaming,omitzero"`

	// Examples of arguments.
	InputExamples []map[string]any `json:"input_examples,omitzero"`

	// Who may call the tool: "direct", or a version of the code execution tool.
	AllowedCallers []string `json:"allowed_callers,omitzero"`

	// Whether the model finds the tool only by a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`

	// Whether the arguments must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`

	// Sets a breakpoint of the prompt cache after this tool.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesCustomTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesCustomTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesMCPToolset is the tools of an MCP server of the request.
type MessagesMCPToolset struct {
	object

	// Always "mcp_toolset". It can be left empty.
	Type string `json:"type" const:"mcp_toolset"`

	// The "name" of the server.
	MCPServerName Opt[string] `json:"mcp_server_name,omitzero"`

	// Tool → its settings.
	Configs map[string]MCPToolConfig `json:"configs,omitzero"`

	// Settings of the other tools.
	DefaultConfig *MCPToolConfig `json:"default_config,omitzero"`

	// Who may call the tool: "direct", or a version of the code execution tool.
	AllowedCallers []string `json:"allowed_callers,omitzero"`

	// Whether the model finds the tool only by a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`

	// Whether the arguments must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`

	// Sets a breakpoint of the prompt cache after this tool.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesMCPToolset) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesMCPToolset) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesMemoryTool: Memory files that the caller keeps.
type MessagesMemoryTool struct {
	object

	// Always "memory_20250818". It can be left empty.
	Type string `json:"type" const:"memory_20250818"`

	// Always "memory".
	Name string `json:"name"`

	// Who may call the tool: "direct", or a version of the code execution tool.
	AllowedCallers []string `json:"allowed_callers,omitzero"`

	// Whether the model finds the tool only by a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`

	// Whether the arguments must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`

	// Sets a breakpoint of the prompt cache after this tool.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesMemoryTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesMemoryTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesTextEditorTool is a text editor that the caller runs.
type MessagesTextEditorTool struct {
	object

	// The version of the tool.
	Type MessagesTextEditorToolType `json:"type"`

	// "str_replace_editor" or "str_replace_based_edit_tool", by version.
	Name string `json:"name"`

	// Maximum length of a view in characters.
	MaxCharacters Opt[int64] `json:"max_characters,omitzero"`

	// Who may call the tool: "direct", or a version of the code execution tool.
	AllowedCallers []string `json:"allowed_callers,omitzero"`

	// Whether the model finds the tool only by a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`

	// Whether the arguments must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`

	// Sets a breakpoint of the prompt cache after this tool.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesTextEditorTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesTextEditorTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesTextEditorToolType is the version of the tool.
//
// The API accepts these values today.
type MessagesTextEditorToolType string

// The known values of MessagesTextEditorToolType.
const (
	// The first version.
	MessagesTextEditorToolTypeTextEditor20241022 MessagesTextEditorToolType = "text_editor_20241022"
	// Named "str_replace_editor".
	MessagesTextEditorToolTypeTextEditor20250124 MessagesTextEditorToolType = "text_editor_20250124"
	// Named "str_replace_based_edit_tool".
	MessagesTextEditorToolTypeTextEditor20250429 MessagesTextEditorToolType = "text_editor_20250429"
	// Limits the length of a view.
	MessagesTextEditorToolTypeTextEditor20250728 MessagesTextEditorToolType = "text_editor_20250728"
)

// MessagesTool is a tool that the model can call: a function that the caller runs (without a "type", or
// "custom"), a tool of Anthropic, or a server tool of OpenRouter ("openrouter:…").
//
// Set one of its fields. The field "type" of the JSON selects the member.
type MessagesTool struct {
	object

	_ struct{} `discriminator:"type" open:"MessagesUnknownTool"`

	OfMessagesCustomTool           *MessagesCustomTool           `values:"custom" default:"true"`
	OfMessagesWebSearchTool        *MessagesWebSearchTool        `values:"web_search_20250305,web_search_20260209,web_search_20260318"`
	OfMessagesWebFetchTool         *MessagesWebFetchTool         `values:"web_fetch_20250910,web_fetch_20260209,web_fetch_20260309,web_fetch_20260318"`
	OfMessagesCodeExecutionTool    *MessagesCodeExecutionTool    `values:"code_execution_20250522,code_execution_20250825,code_execution_20260120,code_execution_20260521"`
	OfMessagesBashTool             *MessagesBashTool             `values:"bash_20241022,bash_20250124"`
	OfMessagesTextEditorTool       *MessagesTextEditorTool       `values:"text_editor_20241022,text_editor_20250124,text_editor_20250429,text_editor_20250728"`
	OfMessagesMemoryTool           *MessagesMemoryTool           `values:"memory_20250818"`
	OfMessagesComputerTool         *MessagesComputerTool         `values:"computer_20241022,computer_20250124,computer_20251124"`
	OfMessagesToolset              *MessagesToolset              `values:"browser_toolset_20260801,computer_toolset_20260801"`
	OfMessagesToolSearchTool       *MessagesToolSearchTool       `values:"tool_search_tool_bm25,tool_search_tool_bm25_20251119,tool_search_tool_regex,tool_search_tool_regex_20251119"`
	OfMessagesAdvisorTool          *MessagesAdvisorTool          `values:"advisor_20260301"`
	OfMessagesMCPToolset           *MessagesMCPToolset           `values:"mcp_toolset"`
	OfBashTool                     *BashTool                     `values:"openrouter:bash"`
	OfDatetimeTool                 *DatetimeTool                 `values:"openrouter:datetime"`
	OfImageGenerationTool          *ImageGenerationTool          `values:"openrouter:image_generation"`
	OfSearchModelsTool             *SearchModelsTool             `values:"openrouter:experimental__search_models"`
	OfWebFetchTool                 *WebFetchTool                 `values:"openrouter:web_fetch"`
	OfWebSearchTool                *WebSearchTool                `values:"openrouter:web_search"`
	OfResponseServerShellTool      *ResponseServerShellTool      `values:"openrouter:shell"`
	OfResponseServerToolSearchTool *ResponseServerToolSearchTool `values:"openrouter:tool_search"`
	// OfMessagesUnknownTool is a member that this version does not know.
	OfMessagesUnknownTool *MessagesUnknownTool
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v MessagesTool) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v MessagesTool) Tag() string { return codec.Tag(&v) }

// MessagesToolChoice says whether the model must call a tool, and which one.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type MessagesToolChoice struct {
	object

	_ struct{} `discriminator:"type"`

	OfToolChoiceAuto *ToolChoiceAuto `values:"auto"`
	OfToolChoiceAny  *ToolChoiceAny  `values:"any"`
	OfToolChoiceTool *ToolChoiceTool `values:"tool"`
	OfToolChoiceNone *ToolChoiceNone `values:"none"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesToolChoice) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesToolChoice) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v MessagesToolChoice) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v MessagesToolChoice) Tag() string { return codec.Tag(&v) }

// MessagesToolSearchTool searches the tools with DeferLoading.
type MessagesToolSearchTool struct {
	object

	// The version of the tool.
	Type MessagesToolSearchToolType `json:"type"`

	// "tool_search_tool_bm25" or "tool_search_tool_regex", by type.
	Name string `json:"name"`

	// Who may call the tool: "direct", or a version of the code execution tool.
	AllowedCallers []string `json:"allowed_callers,omitzero"`

	// Whether the model finds the tool only by a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`

	// Whether the arguments must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`

	// Sets a breakpoint of the prompt cache after this tool.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesToolSearchTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesToolSearchTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesToolSearchToolType is the version of the tool.
//
// The API accepts these values today.
type MessagesToolSearchToolType string

// The known values of MessagesToolSearchToolType.
const (
	// By words; the latest version.
	MessagesToolSearchToolTypeToolSearchToolBm25 MessagesToolSearchToolType = "tool_search_tool_bm25"
	// By words.
	MessagesToolSearchToolTypeToolSearchToolBm2520251119 MessagesToolSearchToolType = "tool_search_tool_bm25_20251119"
	// By a regular expression; the latest version.
	MessagesToolSearchToolTypeToolSearchToolRegex MessagesToolSearchToolType = "tool_search_tool_regex"
	// By a regular expression.
	MessagesToolSearchToolTypeToolSearchToolRegex20251119 MessagesToolSearchToolType = "tool_search_tool_regex_20251119"
)

// MessagesToolset: Several tools of one kind that the caller runs.
type MessagesToolset struct {
	object

	// The version of the tool.
	Type MessagesToolsetType `json:"type"`

	// Tool → its settings.
	Configs map[string]any `json:"configs,omitzero"`

	// Who may call the tool: "direct", or a version of the code execution tool.
	AllowedCallers []string `json:"allowed_callers,omitzero"`

	// Whether the model finds the tool only by a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`

	// Whether the arguments must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`

	// Sets a breakpoint of the prompt cache after this tool.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesToolset) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesToolset) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesToolsetType is the version of the tool.
//
// The API accepts these values today.
type MessagesToolsetType string

// The known values of MessagesToolsetType.
const (
	// A web browser.
	MessagesToolsetTypeBrowserToolset20260801 MessagesToolsetType = "browser_toolset_20260801"
	// A computer.
	MessagesToolsetTypeComputerToolset20260801 MessagesToolsetType = "computer_toolset_20260801"
)

// MessagesUnknownTool is a tool of another type. It is forwarded to the provider.
type MessagesUnknownTool struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesUnknownTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesUnknownTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesUserLocation: Location of the user.
type MessagesUserLocation struct {
	object

	// Always "approximate". It can be left empty.
	Type string `json:"type" const:"approximate"`

	// City.
	City Opt[string] `json:"city,omitzero"`

	// Region.
	Region Opt[string] `json:"region,omitzero"`

	// Country, as an ISO 3166 code.
	Country Opt[string] `json:"country,omitzero"`

	// IANA time zone.
	Timezone Opt[string] `json:"timezone,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesUserLocation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesUserLocation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesWebFetchTool fetches web pages.
type MessagesWebFetchTool struct {
	object

	// The version of the tool.
	Type MessagesWebFetchToolType `json:"type"`

	// Always "web_fetch".
	Name string `json:"name"`

	// The only domains to use.
	AllowedDomains []string `json:"allowed_domains,omitzero"`

	// Domains that are not used.
	BlockedDomains []string `json:"blocked_domains,omitzero"`

	// Maximum number of calls per request.
	MaxUses Opt[int64] `json:"max_uses,omitzero"`

	// Whether the model cites the pages.
	Citations *CitationsConfig `json:"citations,omitzero"`

	// Maximum number of tokens per page.
	MaxContentTokens Opt[int64] `json:"max_content_tokens,omitzero"`

	// Whether pages come from a cache. Default: true.
	UseCache Opt[bool] `json:"use_cache,omitzero"`

	// Where the URLs may come from.
	URLSources *WebFetchURLSources `json:"url_sources,omitzero"`

	// "full", or "excluded" to omit the pages from the response.
	ResponseInclusion Opt[string] `json:"response_inclusion,omitzero"`

	// Who may call the tool: "direct", or a version of the code execution tool.
	AllowedCallers []string `json:"allowed_callers,omitzero"`

	// Whether the model finds the tool only by a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`

	// Whether the arguments must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`

	// Sets a breakpoint of the prompt cache after this tool.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesWebFetchTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesWebFetchTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesWebFetchToolType is the version of the tool.
//
// The API accepts these values today.
type MessagesWebFetchToolType string

// The known values of MessagesWebFetchToolType.
const (
	// The first version.
	MessagesWebFetchToolTypeWebFetch20250910 MessagesWebFetchToolType = "web_fetch_20250910"
	// Filters pages by code.
	MessagesWebFetchToolTypeWebFetch20260209 MessagesWebFetchToolType = "web_fetch_20260209"
	// Caches pages.
	MessagesWebFetchToolTypeWebFetch20260309 MessagesWebFetchToolType = "web_fetch_20260309"
	// Can omit pages from the response.
	MessagesWebFetchToolTypeWebFetch20260318 MessagesWebFetchToolType = "web_fetch_20260318"
)

// MessagesWebSearchTool searches the web.
type MessagesWebSearchTool struct {
	object

	// The version of the tool.
	Type MessagesWebSearchToolType `json:"type"`

	// Always "web_search".
	Name string `json:"name"`

	// The only domains to use.
	AllowedDomains []string `json:"allowed_domains,omitzero"`

	// Domains that are not used.
	BlockedDomains []string `json:"blocked_domains,omitzero"`

	// Maximum number of calls per request.
	MaxUses Opt[int64] `json:"max_uses,omitzero"`

	// Location of the user.
	UserLocation *MessagesUserLocation `json:"user_location,omitzero"`

	// "full", or "excluded" to omit the results from the response.
	ResponseInclusion Opt[string] `json:"response_inclusion,omitzero"`

	// Who may call the tool: "direct", or a version of the code execution tool.
	AllowedCallers []string `json:"allowed_callers,omitzero"`

	// Whether the model finds the tool only by a tool search.
	DeferLoading Opt[bool] `json:"defer_loading,omitzero"`

	// Whether the arguments must match the schema exactly.
	Strict Opt[bool] `json:"strict,omitzero"`

	// Sets a breakpoint of the prompt cache after this tool.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesWebSearchTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesWebSearchTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesWebSearchToolType is the version of the tool.
//
// The API accepts these values today.
type MessagesWebSearchToolType string

// The known values of MessagesWebSearchToolType.
const (
	// The first version.
	MessagesWebSearchToolTypeWebSearch20250305 MessagesWebSearchToolType = "web_search_20250305"
	// Filters results by code.
	MessagesWebSearchToolTypeWebSearch20260209 MessagesWebSearchToolType = "web_search_20260209"
	// Can omit results from the response.
	MessagesWebSearchToolTypeWebSearch20260318 MessagesWebSearchToolType = "web_search_20260318"
)

// ToolChoiceAny is the model must call a tool.
type ToolChoiceAny struct {
	object

	// Always "any". It can be left empty.
	Type string `json:"type" const:"any"`

	// Whether the model calls exactly one tool.
	DisableParallelToolUse Opt[bool] `json:"disable_parallel_tool_use,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolChoiceAny) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolChoiceAny) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolChoiceAuto is the model decides.
type ToolChoiceAuto struct {
	object

	// Always "auto". It can be left empty.
	Type string `json:"type" const:"auto"`

	// Whether the model calls at most one tool.
	DisableParallelToolUse Opt[bool] `json:"disable_parallel_tool_use,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolChoiceAuto) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolChoiceAuto) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolChoiceNone is the model calls no tool.
type ToolChoiceNone struct {
	object

	// Always "none". It can be left empty.
	Type string `json:"type" const:"none"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolChoiceNone) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolChoiceNone) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolChoiceTool is the model must call this tool.
type ToolChoiceTool struct {
	object

	// Always "tool". It can be left empty.
	Type string `json:"type" const:"tool"`

	// Name of the tool.
	Name string `json:"name"`

	// Whether the model calls exactly one tool.
	DisableParallelToolUse Opt[bool] `json:"disable_parallel_tool_use,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolChoiceTool) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolChoiceTool) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebFetchToolReference is a tool by its name.
type WebFetchToolReference struct {
	object

	// Always "tool_reference". It can be left empty.
	Type string `json:"type" const:"tool_reference"`

	// Name of the tool.
	Name string `json:"name"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebFetchToolReference) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebFetchToolReference) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebFetchURLSource says which values may contain URLs for fetches.
type WebFetchURLSource struct {
	object

	// Which values.
	Type WebFetchURLSourceType `json:"type"`

	// The tools.
	Tools []WebFetchToolReference `json:"tools,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebFetchURLSource) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebFetchURLSource) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// WebFetchURLSourceType says which values.
//
// The API may add other values.
type WebFetchURLSourceType string

// The known values of WebFetchURLSourceType.
const (
	// All.
	WebFetchURLSourceTypeAll WebFetchURLSourceType = "all"
	// None.
	WebFetchURLSourceTypeNone WebFetchURLSourceType = "none"
	// Those of "tools".
	WebFetchURLSourceTypeOnly WebFetchURLSourceType = "only"
	// All except those of "tools".
	WebFetchURLSourceTypeExcept WebFetchURLSourceType = "except"
)

// WebFetchURLSources says where the URLs of fetches may come from.
type WebFetchURLSources struct {
	object

	// Messages of the user.
	UserInput *WebFetchURLSource `json:"user_input,omitzero"`

	// Results of the caller's tools.
	ClientToolResults *WebFetchURLSource `json:"client_tool_results,omitzero"`

	// Results of server tools.
	ServerToolResults *WebFetchURLSource `json:"server_tool_results,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v WebFetchURLSources) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *WebFetchURLSources) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
