// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// AppliedContextEdit is an edit that was applied.
type AppliedContextEdit struct {
	object

	// The kind of edit.
	Type string `json:"type"`

	// Tokens that were removed.
	ClearedInputTokens Opt[int64] `json:"cleared_input_tokens,omitzero"`

	// Tool calls that were removed.
	ClearedToolUses Opt[int64] `json:"cleared_tool_uses,omitzero"`

	// Turns whose thinking was removed.
	ClearedThinkingTurns Opt[int64] `json:"cleared_thinking_turns,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AppliedContextEdit) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AppliedContextEdit) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// AppliedContextManagement is the edits that were applied to the conversation.
type AppliedContextManagement struct {
	object

	// The edits.
	AppliedEdits []AppliedContextEdit `json:"applied_edits"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AppliedContextManagement) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AppliedContextManagement) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// CacheMissReason says why the prompt cache was not used.
type CacheMissReason struct {
	object

	// The reason.
	Type CacheMissReasonType `json:"type"`

	// Tokens that could not be read from the cache.
	CacheMissedInputTokens Opt[int64] `json:"cache_missed_input_tokens,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CacheMissReason) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CacheMissReason) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// CacheMissReasonType is the reason.
//
// The API may add other values.
type CacheMissReasonType string

// The known values of CacheMissReasonType.
const (
	// The model differs.
	CacheMissReasonTypeModelChanged CacheMissReasonType = "model_changed"
	// The system prompt differs.
	CacheMissReasonTypeSystemChanged CacheMissReasonType = "system_changed"
	// The tools differ.
	CacheMissReasonTypeToolsChanged CacheMissReasonType = "tools_changed"
	// An earlier message differs.
	CacheMissReasonTypeMessagesChanged CacheMissReasonType = "messages_changed"
	// The previous response is unknown.
	CacheMissReasonTypePreviousMessageNotFound CacheMissReasonType = "previous_message_not_found"
	// The reason is not available.
	CacheMissReasonTypeUnavailable CacheMissReasonType = "unavailable"
)

// ContainerSkill is a skill in a container.
type ContainerSkill struct {
	object

	// Who provides the skill, "anthropic" or "custom".
	Type string `json:"type"`

	// ID of the skill.
	SkillID string `json:"skill_id"`

	// Version of the skill.
	Version string `json:"version,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContainerSkill) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContainerSkill) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// InputTransformation is a change of the provider to the conversation.
type InputTransformation struct {
	object

	// The kind of change, such as "thinking_dropped".
	Type string `json:"type"`

	// The changed block.
	Path string `json:"path,omitzero"`

	// Why it was changed, such as "prefix_binding_mismatch".
	Reason string `json:"reason,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v InputTransformation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *InputTransformation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesCacheCreation: Tokens written to the prompt cache by time to live.
type MessagesCacheCreation struct {
	object

	// Tokens stored for five minutes.
	Ephemeral5mInputTokens int64 `json:"ephemeral_5m_input_tokens"`

	// Tokens stored for one hour.
	Ephemeral1hInputTokens int64 `json:"ephemeral_1h_input_tokens"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesCacheCreation) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesCacheCreation) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesContainer is a container of the code execution tool.
type MessagesContainer struct {
	object

	// ID, to use the container again.
	ID string `json:"id"`

	// Time at which the container expires, ISO 8601 in UTC.
	ExpiresAt string `json:"expires_at"`

	// The loaded skills.
	Skills []ContainerSkill `json:"skills,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesContainer) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesContainer) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesDiagnostics says why the prompt cache was not used.
type MessagesDiagnostics struct {
	object

	// The reason; null if the cache was used.
	CacheMissReason *CacheMissReason `json:"cache_miss_reason"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesDiagnostics) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesDiagnostics) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesOutputTokensDetails: Output tokens by kind.
type MessagesOutputTokensDetails struct {
	object

	// Thinking tokens, included in "output_tokens".
	ThinkingTokens int64 `json:"thinking_tokens"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesOutputTokensDetails) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesOutputTokensDetails) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// MessagesResponse is a message of the model.
type MessagesResponse struct {
	object

	// ID of the generation, for GET /generation.
	ID string `json:"id"`

	// Always "message".
	Type string `json:"type" const:"message"`

	// Always "assistant".
	Role string `json:"role" const:"assistant"`

	// The model that responded.
	Model string `json:"model"`

	// The content blocks. Append them to the conversation unchanged.
	Content []ContentBlock `json:"content"`

	// Why the model stopped; null while it generates.
	StopReason MessagesStopReason `json:"stop_reason"`

	// The stop sequence that ended the response, if StopReason is "stop_sequence".
	StopSequence string `json:"stop_sequence"`

	// Why the model refused, if StopReason is "refusal".
	StopDetails *MessagesStopDetails `json:"stop_details,omitzero"`

	// The container of the code execution tool.
	Container *MessagesContainer `json:"container,omitzero"`

	// Token counts and cost.
	Usage MessagesUsage `json:"usage"`

	// The edits that were applied to the conversation.
	ContextManagement *AppliedContextManagement `json:"context_management,omitzero"`

	// Why the prompt cache was not used, if the request asked.
	Diagnostics *MessagesDiagnostics `json:"diagnostics,omitzero"`

	// Changes of the provider to the conversation.
	InputTransformations []InputTransformation `json:"input_transformations,omitzero"`

	// Display name of the provider that responded.
	Provider string `json:"provider,omitzero"`

	// How the request was routed, if the request asked for it.
	OpenRouterMetadata *RoutingMetadata `json:"openrouter_metadata,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesResponse) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesResponse) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesServerToolUse: Number of server tool calls.
type MessagesServerToolUse struct {
	object

	// Number of web searches.
	WebSearchRequests int64 `json:"web_search_requests"`

	// Number of web fetches.
	WebFetchRequests int64 `json:"web_fetch_requests"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesServerToolUse) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesServerToolUse) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesStopCategory is the category of the refusal.
//
// The API may add other values.
type MessagesStopCategory string

// The known values of MessagesStopCategory.
const (
	// Attacks on computer systems.
	MessagesStopCategoryCyber MessagesStopCategory = "cyber"
	// Biological weapons.
	MessagesStopCategoryBio MessagesStopCategory = "bio"
	// Development of competing models.
	MessagesStopCategoryFrontierLLM MessagesStopCategory = "frontier_llm"
	// Extraction of the model's reasoning.
	MessagesStopCategoryReasoningExtraction MessagesStopCategory = "reasoning_extraction"
	// Other harm.
	MessagesStopCategoryGeneralHarms MessagesStopCategory = "general_harms"
)

// MessagesStopDetails says why the model refused.
type MessagesStopDetails struct {
	object

	// The kind of details, such as "refusal".
	Type string `json:"type"`

	// The category of the refusal.
	Category MessagesStopCategory `json:"category,omitzero"`

	// Explanation for people.
	Explanation string `json:"explanation,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesStopDetails) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesStopDetails) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesStopReason says why the model stopped.
//
// The API may add other values.
type MessagesStopReason string

// The known values of MessagesStopReason.
const (
	// The message is complete.
	MessagesStopReasonEndTurn MessagesStopReason = "end_turn"
	// The message reached "max_tokens".
	MessagesStopReasonMaxTokens MessagesStopReason = "max_tokens"
	// The model generated a stop sequence.
	MessagesStopReasonStopSequence MessagesStopReason = "stop_sequence"
	// The model called tools of the caller.
	MessagesStopReasonToolUse MessagesStopReason = "tool_use"
	// A long turn was paused. Send the message back to continue.
	MessagesStopReasonPauseTurn MessagesStopReason = "pause_turn"
	// The conversation was summarized. Send the message back to continue.
	MessagesStopReasonCompaction MessagesStopReason = "compaction"
	// The model refused.
	MessagesStopReasonRefusal MessagesStopReason = "refusal"
	// The message reached the model's context length.
	MessagesStopReasonModelContextWindowExceeded MessagesStopReason = "model_context_window_exceeded"
)

// MessagesTokenCount is the number of input tokens of a request.
type MessagesTokenCount struct {
	object

	// Input tokens: messages, system prompt and tools.
	InputTokens int64 `json:"input_tokens"`

	// The effect of "context_management".
	ContextManagement *TokenCountContextManagement `json:"context_management,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesTokenCount) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesTokenCount) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesUsage: Token counts by the model's own tokenizer, and their cost.
type MessagesUsage struct {
	object

	// Input tokens that were neither read from nor written to the prompt cache.
	InputTokens int64 `json:"input_tokens"`

	// Output tokens, including thinking.
	OutputTokens int64 `json:"output_tokens"`

	// Tokens written to the prompt cache by time to live.
	CacheCreation *MessagesCacheCreation `json:"cache_creation"`

	// Tokens written to the prompt cache.
	CacheCreationInputTokens Opt[int64] `json:"cache_creation_input_tokens"`

	// Tokens read from the prompt cache.
	CacheReadInputTokens Opt[int64] `json:"cache_read_input_tokens"`

	// The region in which the provider ran the model.
	InferenceGeo string `json:"inference_geo"`

	// Output tokens by kind.
	OutputTokensDetails *MessagesOutputTokensDetails `json:"output_tokens_details"`

	// Number of server tool calls.
	ServerToolUse *MessagesServerToolUse `json:"server_tool_use"`

	// The service tier that served the request.
	ServiceTier MessagesUsageServiceTier `json:"service_tier"`

	// The inference speed.
	Speed MessagesUsageSpeed `json:"speed,omitzero"`

	// Usage of each model call, if the provider made several.
	Iterations []MessagesUsageIteration `json:"iterations,omitzero"`

	// Amount deducted from the credits, in USD. With your own provider key (BYOK), only the fee.
	Cost Opt[float64] `json:"cost,omitzero"`

	// Whether your own provider key was used (BYOK).
	IsBYOK Opt[bool] `json:"is_byok,omitzero"`

	// What the provider charged.
	CostDetails *CostDetails `json:"cost_details,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesUsage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesUsage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesUsageIteration: Usage of one model call.
type MessagesUsageIteration struct {
	object

	// The purpose of the call.
	Type MessagesUsageIterationType `json:"type"`

	// The model of the call.
	Model string `json:"model,omitzero"`

	// Input tokens.
	InputTokens Opt[int64] `json:"input_tokens,omitzero"`

	// Output tokens.
	OutputTokens Opt[int64] `json:"output_tokens,omitzero"`

	// Tokens written to the prompt cache.
	CacheCreationInputTokens Opt[int64] `json:"cache_creation_input_tokens,omitzero"`

	// Tokens read from the prompt cache.
	CacheReadInputTokens Opt[int64] `json:"cache_read_input_tokens,omitzero"`

	// Tokens written to the prompt cache by time to live.
	CacheCreation *MessagesCacheCreation `json:"cache_creation,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagesUsageIteration) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagesUsageIteration) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagesUsageIterationType is the purpose of the call.
//
// The API may add other values.
type MessagesUsageIterationType string

// The known values of MessagesUsageIterationType.
const (
	// The response.
	MessagesUsageIterationTypeMessage MessagesUsageIterationType = "message"
	// A summary of the conversation.
	MessagesUsageIterationTypeCompaction MessagesUsageIterationType = "compaction"
	// The advice of a second model.
	MessagesUsageIterationTypeAdvisorMessage MessagesUsageIterationType = "advisor_message"
	// The response of a fallback model.
	MessagesUsageIterationTypeFallbackMessage MessagesUsageIterationType = "fallback_message"
)

// MessagesUsageServiceTier is the service tier that served the request.
//
// The API may add other values.
type MessagesUsageServiceTier string

// The known values of MessagesUsageServiceTier.
const (
	// The standard tier.
	MessagesUsageServiceTierStandard MessagesUsageServiceTier = "standard"
	// The faster tier.
	MessagesUsageServiceTierPriority MessagesUsageServiceTier = "priority"
	// The batch tier.
	MessagesUsageServiceTierBatch MessagesUsageServiceTier = "batch"
)

// MessagesUsageSpeed is the inference speed.
//
// The API may add other values.
type MessagesUsageSpeed string

// The known values of MessagesUsageSpeed.
const (
	// The standard speed.
	MessagesUsageSpeedStandard MessagesUsageSpeed = "standard"
	// The higher speed.
	MessagesUsageSpeedFast MessagesUsageSpeed = "fast"
)

// TokenCountContextManagement is the effect of "context_management" on the number of tokens.
type TokenCountContextManagement struct {
	object

	// Input tokens before the edits.
	OriginalInputTokens int64 `json:"original_input_tokens"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TokenCountContextManagement) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TokenCountContextManagement) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}
