// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"fmt"
	"log/slog"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// ClearedToolInputs says whether inputs of tools are cleared, or the names of the tools whose inputs are
// cleared.
//
// Set one of its fields.
type ClearedToolInputs struct {
	object

	OfBool    Opt[bool]
	OfStrings []string
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ClearedToolInputs) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ClearedToolInputs) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ClearedToolInputs) Value() any { return codec.Member(&v) }

// ContextAmount is an amount of the conversation, such as {"type": "input_tokens", "value": 100000}.
type ContextAmount struct {
	object

	// What is counted.
	Type ContextAmountType `json:"type"`

	// The amount.
	Value Opt[int64] `json:"value,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContextAmount) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContextAmount) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ContextAmountOrAll: "all", or a number.
//
// Set one of its fields.
type ContextAmountOrAll struct {
	object

	OfString        Opt[string]
	OfContextAmount *ContextAmount
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContextAmountOrAll) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContextAmountOrAll) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ContextAmountOrAll) Value() any { return codec.Member(&v) }

// ContextAmountType says what is counted.
//
// The API may add other values.
type ContextAmountType string

// The known values of ContextAmountType.
const (
	// Input tokens.
	ContextAmountTypeInputTokens ContextAmountType = "input_tokens"
	// Tool calls.
	ContextAmountTypeToolUses ContextAmountType = "tool_uses"
	// Turns with thinking.
	ContextAmountTypeThinkingTurns ContextAmountType = "thinking_turns"
	// Everything; without a "value".
	ContextAmountTypeAll ContextAmountType = "all"
)

// ContextEdit is an edit of the conversation: "clear_tool_uses_20250919", "clear_thinking_20251015",
// "compact_20260112" or a newer one.
type ContextEdit struct {
	object

	// The kind of edit.
	Type ContextEditType `json:"type"`

	// When the edit runs.
	Trigger *ContextAmount `json:"trigger,omitzero"`

	// What remains: "all", or a number.
	Keep ContextAmountOrAll `json:"keep,omitzero"`

	// The minimum that the edit removes.
	ClearAtLeast *ContextAmount `json:"clear_at_least,omitzero"`

	// Whether the arguments of calls are removed too, or the tools for which they are.
	ClearToolInputs ClearedToolInputs `json:"clear_tool_inputs,omitzero"`

	// Tools whose calls remain.
	ExcludeTools []string `json:"exclude_tools,omitzero"`

	// Instructions for the summary.
	Instructions Opt[string] `json:"instructions,omitzero"`

	// Whether the response ends after the summary.
	PauseAfterCompaction Opt[bool] `json:"pause_after_compaction,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContextEdit) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContextEdit) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ContextEditType is the kind of edit.
//
// The API may add other values.
type ContextEditType string

// The known values of ContextEditType.
const (
	// Removes old tool calls and results.
	ContextEditTypeClearToolUses20250919 ContextEditType = "clear_tool_uses_20250919"
	// Removes old thinking.
	ContextEditTypeClearThinking20251015 ContextEditType = "clear_thinking_20251015"
	// Replaces old messages with a summary.
	ContextEditTypeCompact20260112 ContextEditType = "compact_20260112"
)

// ContextManagement says how the provider shortens the conversation.
type ContextManagement struct {
	object

	// The edits, in order.
	Edits []ContextEdit `json:"edits,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContextManagement) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContextManagement) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// JSONOutputFormat: JSON that conforms to a schema.
type JSONOutputFormat struct {
	object

	// Always "json_schema". It can be left empty.
	Type string `json:"type" const:"json_schema"`

	// The JSON Schema.
	Schema map[string]any `json:"schema"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v JSONOutputFormat) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *JSONOutputFormat) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessageThread is a new thread, or the next request of one.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type MessageThread struct {
	object

	_ struct{} `discriminator:"type"`

	OfThreadCreate   *ThreadCreate   `values:"create"`
	OfThreadContinue *ThreadContinue `values:"continue"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessageThread) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessageThread) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v MessageThread) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v MessageThread) Tag() string { return codec.Tag(&v) }

// MessagesAssistantMessage is an earlier message from the model. Send its blocks back unchanged, in order.
type MessagesAssistantMessage struct {
	object

	// Always "assistant". It can be left empty.
	Role string `json:"role" const:"assistant"`

	// A string, or a list of blocks.
	Content MessagesContent `json:"content"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesAssistantMessage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesAssistantMessage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesContainerOrID is a container of the code execution tool, by its ID or by its settings.
//
// Set one of its fields.
type MessagesContainerOrID struct {
	object

	OfString                  Opt[string]
	OfMessagesContainerParams *MessagesContainerParams
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesContainerOrID) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesContainerOrID) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v MessagesContainerOrID) Value() any { return codec.Member(&v) }

// MessagesContainerParams has settings of the code execution tool's container.
type MessagesContainerParams struct {
	object

	// ID of an existing container.
	ID Opt[string] `json:"id,omitzero"`

	// Skills to load.
	Skills []SkillParams `json:"skills,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesContainerParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesContainerParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesContent is the content of a message, as text or as a list of blocks.
//
// Set one of its fields.
type MessagesContent struct {
	object

	OfString             Opt[string]
	OfContentBlockParams []ContentBlockParam
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v MessagesContent) Value() any { return codec.Member(&v) }

// MessagesCountTokensParams is a request to count the input tokens of a Messages request. Other fields of
// that request are ignored.
type MessagesCountTokensParams struct {
	object

	// The model whose tokenizer counts.
	Model string `json:"model"`

	// The messages of the conversation.
	Messages []MessagesMessage `json:"messages"`

	// The system prompt, as a string or a list of text blocks.
	System MessagesSystemPrompt `json:"system,omitzero"`

	// How much the model thinks.
	Thinking ThinkingConfig `json:"thinking,omitzero"`

	// Tools that the model can call.
	Tools []MessagesTool `json:"tools,omitzero"`

	// Whether the model must call a tool, and which one.
	ToolChoice MessagesToolChoice `json:"tool_choice,omitzero"`

	// The effort and the format of the response.
	OutputConfig *OutputConfig `json:"output_config,omitzero"`

	// How the provider shortens the conversation.
	ContextManagement *ContextManagement `json:"context_management,omitzero"`

	// Sets a cache breakpoint after the last block that can be cached.
	CacheControl *CacheControl `json:"cache_control,omitzero"`

	// MCP servers that the provider connects to.
	MCPServers []MCPServer `json:"mcp_servers,omitzero"`

	// Sent by Anthropic SDKs with beta features; no effect.
	Beta Opt[bool] `query:"beta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesCountTokensParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesCountTokensParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// LogValue returns the value as text without its secrets.
func (v MessagesCountTokensParams) LogValue() slog.Value {
	return slog.StringValue(fmt.Sprintf("%+v", v))
}

// MessagesDiagnosticsParams asks why the prompt cache was not used.
type MessagesDiagnosticsParams struct {
	object

	// The "id" of the previous response.
	PreviousMessageID Opt[string] `json:"previous_message_id,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesDiagnosticsParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesDiagnosticsParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesEffort says how much effort the model puts into the response.
//
// The API accepts these values today.
type MessagesEffort string

// The known values of MessagesEffort.
const (
	// Little effort.
	MessagesEffortLow MessagesEffort = "low"
	// Medium effort.
	MessagesEffortMedium MessagesEffort = "medium"
	// Much effort.
	MessagesEffortHigh MessagesEffort = "high"
	// More effort than "high".
	MessagesEffortXhigh MessagesEffort = "xhigh"
	// The maximum effort.
	MessagesEffortMax MessagesEffort = "max"
)

// MessagesFallback is a fallback model.
type MessagesFallback struct {
	object

	// The model.
	Model string `json:"model"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesFallback) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesFallback) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesMessage is a message of the conversation.
//
// Set one of its fields. The field "role" of the JSON selects the member.
type MessagesMessage struct {
	object

	_ struct{} `discriminator:"role"`

	OfMessagesUserMessage      *MessagesUserMessage      `values:"user"`
	OfMessagesAssistantMessage *MessagesAssistantMessage `values:"assistant"`
	OfMessagesSystemMessage    *MessagesSystemMessage    `values:"system"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesMessage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesMessage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v MessagesMessage) Value() any { return codec.Member(&v) }

// Tag returns the value of "role", also that of a member which this version does not know.
func (v MessagesMessage) Tag() string { return codec.Tag(&v) }

// MessagesMetadata: Information about the request.
type MessagesMetadata struct {
	object

	// ID of the end user, for abuse detection.
	UserID Opt[string] `json:"user_id,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesMetadata) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesMetadata) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesParams is a request of the Anthropic Messages API, for any model. Fields that are not in this
// contract, such as those of beta features, are forwarded to the provider.
type MessagesParams struct {
	object

	// The model: a slug such as "anthropic/claude-sonnet-4.5" or "openai/gpt-5-mini", optionally with a variant,
	// an alias, a preset or a router.
	Model string `json:"model"`

	// The messages of the conversation. An assistant message at the end is a prefill that the model continues.
	Messages []MessagesMessage `json:"messages"`

	// Maximum number of tokens in the response, including thinking. Default: the limit of the model. 0 only
	// fills the prompt cache.
	MaxTokens Opt[int64] `json:"max_tokens,omitzero"`

	// The system prompt, as a string or a list of text blocks.
	System MessagesSystemPrompt `json:"system,omitzero"`

	// Sampling temperature. Providers default to 1. Rejected with anthropic-version: 2026-10-21.
	Temperature Opt[float64] `json:"temperature,omitzero"`

	// Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value. Rejected
	// with anthropic-version: 2026-10-21.
	TopP Opt[float64] `json:"top_p,omitzero"`

	// Considers only this many of the most likely tokens; 0 means all. Rejected with anthropic-version:
	// 2026-10-21.
	TopK Opt[int64] `json:"top_k,omitzero"`

	// Sequences at which the model stops generating.
	StopSequences []string `json:"stop_sequences,omitzero"`

	// How much the model thinks and whether the response includes the thinking.
	Thinking ThinkingConfig `json:"thinking,omitzero"`

	// Tools that the model can call.
	Tools []MessagesTool `json:"tools,omitzero"`

	// Whether the model must call a tool, and which one. Default: "auto".
	ToolChoice MessagesToolChoice `json:"tool_choice,omitzero"`

	// The effort and the format of the response.
	OutputConfig *OutputConfig `json:"output_config,omitzero"`

	// How the provider shortens the conversation.
	ContextManagement *ContextManagement `json:"context_management,omitzero"`

	// Sets a cache breakpoint after the last block that can be cached.
	CacheControl *CacheControl `json:"cache_control,omitzero"`

	// Information about the request.
	Metadata *MessagesMetadata `json:"metadata,omitzero"`

	// Service tier at the provider.
	ServiceTier Opt[MessagesServiceTier] `json:"service_tier,omitzero"`

	// The inference speed.
	Speed Opt[MessagesSpeed] `json:"speed,omitzero"`

	// Keeps the conversation at the provider. The API does not support threads and responds with 400 and the
	// error code "thread_unsupported_request"; official SDKs then send the whole conversation.
	Thread MessageThread `json:"thread,omitzero"`

	// The container of the code execution tool, by its ID or by its settings.
	Container MessagesContainerOrID `json:"container,omitzero"`

	// MCP servers that the provider connects to.
	MCPServers []MCPServer `json:"mcp_servers,omitzero"`

	// The region in which the provider runs the model.
	InferenceGeo Opt[string] `json:"inference_geo,omitzero"`

	// Asks why the prompt cache was not used.
	Diagnostics *MessagesDiagnosticsParams `json:"diagnostics,omitzero"`

	// Fallback models, tried in order after Model and after any failure.
	Models []string `json:"models,omitzero"`

	// Fallback models in Anthropic's form. Not together with Models.
	Fallbacks []MessagesFallback `json:"fallbacks,omitzero"`

	// Preferences for provider routing.
	Provider *ProviderPreferences `json:"provider,omitzero"`

	// Plugins to run.
	Plugins []Plugin `json:"plugins,omitzero"`

	// Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header
	// "x-session-id".
	SessionID Opt[string] `json:"session_id,omitzero"`

	// Observability metadata.
	Trace *TraceConfig `json:"trace,omitzero"`

	// ID of the end user, for abuse detection. "metadata.user_id" has the same meaning.
	User Opt[string] `json:"user,omitzero"`

	// Checks of tool calls by the provider. The plugin "armor" adds rules.
	Safeguards []MessagesSafeguard `json:"safeguards,omitzero"`

	// How the model finds tools with "defer_loading".
	DeferredTools *DeferredTools `json:"deferred_tools,omitzero"`

	// Stops server tools as soon as one condition is met.
	StopServerToolsWhen []StopServerToolsCondition `json:"stop_server_tools_when,omitzero"`

	// Sent by Anthropic SDKs with beta features; no effect.
	Beta Opt[bool] `query:"beta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// LogValue returns the value as text without its secrets.
func (v MessagesParams) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }

// MessagesSafeguard is a check of tool calls by the provider.
type MessagesSafeguard struct {
	object

	// The kind of check, such as "dangerous_tool_use".
	Type string `json:"type"`

	// The rules.
	ClassifierContext map[string]any `json:"classifier_context,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesSafeguard) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesSafeguard) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesServiceTier: Service tier at the provider.
//
// The API may add other values.
type MessagesServiceTier string

// The known values of MessagesServiceTier.
const (
	// Priority capacity if available, otherwise the standard tier.
	MessagesServiceTierAuto MessagesServiceTier = "auto"
	// The standard tier.
	MessagesServiceTierStandardOnly MessagesServiceTier = "standard_only"
)

// MessagesSpeed is the inference speed.
//
// The API accepts these values today.
type MessagesSpeed string

// The known values of MessagesSpeed.
const (
	// The standard speed.
	MessagesSpeedStandard MessagesSpeed = "standard"
	// More output tokens per second, at a higher price.
	MessagesSpeedFast MessagesSpeed = "fast"
)

// MessagesSystemMessage: Instructions for the model from this message on. It can be anywhere in the
// conversation, including at the end.
type MessagesSystemMessage struct {
	object

	// Always "system". It can be left empty.
	Role string `json:"role" const:"system"`

	// A string, or a list of blocks.
	Content MessagesContent `json:"content,omitzero"`

	// When the message loses its effect.
	ClearAt Opt[MessagesSystemMessageClearAt] `json:"clear_at,omitzero"`

	// Settings of the response from this message on.
	OutputConfig *SystemMessageOutputConfig `json:"output_config,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesSystemMessage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesSystemMessage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesSystemMessageClearAt says when the message loses its effect.
//
// The API may add other values.
type MessagesSystemMessageClearAt string

// The known values of MessagesSystemMessageClearAt.
const (
	// At the next user message.
	MessagesSystemMessageClearAtNextUserMessage MessagesSystemMessageClearAt = "next_user_message"
	// Never.
	MessagesSystemMessageClearAtNever MessagesSystemMessageClearAt = "never"
)

// MessagesSystemPrompt is a system prompt, as text or as a list of text blocks.
//
// Set one of its fields.
type MessagesSystemPrompt struct {
	object

	OfString          Opt[string]
	OfTextBlockParams []TextBlockParam
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesSystemPrompt) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesSystemPrompt) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v MessagesSystemPrompt) Value() any { return codec.Member(&v) }

// MessagesUserMessage is a message from the user, or the results of tool calls.
type MessagesUserMessage struct {
	object

	// Always "user". It can be left empty.
	Role string `json:"role" const:"user"`

	// A string, or a list of blocks.
	Content MessagesContent `json:"content"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesUserMessage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesUserMessage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// OutputConfig is the effort and the format of the response.
type OutputConfig struct {
	object

	// How much effort the model puts into the response.
	Effort Opt[MessagesEffort] `json:"effort,omitzero"`

	// The output format.
	Format *JSONOutputFormat `json:"format,omitzero"`

	// Tokens that the model can use for the whole task.
	TaskBudget *TaskBudget `json:"task_budget,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v OutputConfig) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *OutputConfig) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// SkillParams is a skill to load into the container.
type SkillParams struct {
	object

	// Who provides the skill.
	Type SkillParamsType `json:"type"`

	// ID of the skill.
	SkillID string `json:"skill_id"`

	// Version of the skill. Default: the latest one.
	Version Opt[string] `json:"version,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SkillParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SkillParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// SkillParamsType says who provides the skill.
//
// The API may add other values.
type SkillParamsType string

// The known values of SkillParamsType.
const (
	// Anthropic.
	SkillParamsTypeAnthropic SkillParamsType = "anthropic"
	// The account.
	SkillParamsTypeCustom SkillParamsType = "custom"
)

// SystemMessageOutputConfig has settings of the response that change during a conversation.
type SystemMessageOutputConfig struct {
	object

	// The new effort.
	Effort Opt[MessagesEffort] `json:"effort,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SystemMessageOutputConfig) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SystemMessageOutputConfig) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// TaskBudget: Tokens for a whole task. The model knows how many remain.
type TaskBudget struct {
	object

	// Always "tokens". It can be left empty.
	Type string `json:"type" const:"tokens"`

	// Tokens of the task.
	Total int64 `json:"total"`

	// Tokens that remain. Default: Total.
	Remaining Opt[int64] `json:"remaining,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TaskBudget) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TaskBudget) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ThinkingAdaptive is the model decides how much it thinks.
type ThinkingAdaptive struct {
	object

	// Always "adaptive". It can be left empty.
	Type string `json:"type" const:"adaptive"`

	// Which form of the thinking the response includes.
	Display Opt[ThinkingDisplay] `json:"display,omitzero"`

	// What happens to thinking blocks of another conversation.
	BlockBinding *ThinkingBlockBinding `json:"block_binding,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ThinkingAdaptive) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ThinkingAdaptive) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ThinkingBetweenTools thinks only between tool calls.
type ThinkingBetweenTools struct {
	object

	// Always "between_tools". It can be left empty.
	Type string `json:"type" const:"between_tools"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ThinkingBetweenTools) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ThinkingBetweenTools) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ThinkingBlockBinding says what happens to thinking blocks that do not belong to the conversation.
type ThinkingBlockBinding struct {
	object

	// "error" (default) fails the request; "drop_block" removes blocks of another model.
	MismatchBehavior Opt[string] `json:"mismatch_behavior,omitzero"`

	// "error" (default) fails the request; "drop_block" removes the blocks.
	PrefixMismatchBehavior Opt[string] `json:"prefix_mismatch_behavior,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ThinkingBlockBinding) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ThinkingBlockBinding) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ThinkingConfig says how the model thinks.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ThinkingConfig struct {
	object

	_ struct{} `discriminator:"type"`

	OfThinkingEnabled      *ThinkingEnabled      `values:"enabled"`
	OfThinkingAdaptive     *ThinkingAdaptive     `values:"adaptive"`
	OfThinkingBetweenTools *ThinkingBetweenTools `values:"between_tools"`
	OfThinkingDisabled     *ThinkingDisabled     `values:"disabled"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ThinkingConfig) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ThinkingConfig) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ThinkingConfig) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ThinkingConfig) Tag() string { return codec.Tag(&v) }

// ThinkingDisabled does not think.
type ThinkingDisabled struct {
	object

	// Always "disabled". It can be left empty.
	Type string `json:"type" const:"disabled"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ThinkingDisabled) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ThinkingDisabled) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ThinkingDisplay says which form of the thinking the response includes. The default depends on the model.
//
// The API may add other values.
type ThinkingDisplay string

// The known values of ThinkingDisplay.
const (
	// A summary.
	ThinkingDisplaySummarized ThinkingDisplay = "summarized"
	// No text; blocks contain only the signature.
	ThinkingDisplayOmitted ThinkingDisplay = "omitted"
	// Short progress reports.
	ThinkingDisplayUpdates ThinkingDisplay = "updates"
)

// ThinkingEnabled thinks up to a number of tokens.
type ThinkingEnabled struct {
	object

	// Always "enabled". It can be left empty.
	Type string `json:"type" const:"enabled"`

	// Maximum number of thinking tokens, lower than "max_tokens". Claude models require at least 1024.
	BudgetTokens int64 `json:"budget_tokens"`

	// Which form of the thinking the response includes.
	Display Opt[ThinkingDisplay] `json:"display,omitzero"`

	// What happens to thinking blocks of another conversation.
	BlockBinding *ThinkingBlockBinding `json:"block_binding,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ThinkingEnabled) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ThinkingEnabled) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ThreadContinue continues a thread. "messages" contains only the new messages.
type ThreadContinue struct {
	object

	// Always "continue". It can be left empty.
	Type string `json:"type" const:"continue"`

	// The "id" of the previous response.
	PreviousMessageID string `json:"previous_message_id"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ThreadContinue) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ThreadContinue) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ThreadCreate starts a thread.
type ThreadCreate struct {
	object

	// Always "create". It can be left empty.
	Type string `json:"type" const:"create"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ThreadCreate) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ThreadCreate) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
