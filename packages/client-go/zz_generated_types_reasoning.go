// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// ReasoningContext says which earlier reasoning the model reads.
//
// The API accepts these values today.
type ReasoningContext string

// The known values of ReasoningContext.
const (
	// The provider decides.
	ReasoningContextAuto ReasoningContext = "auto"
	// The reasoning of all turns.
	ReasoningContextAllTurns ReasoningContext = "all_turns"
	// The reasoning of the current turn.
	ReasoningContextCurrentTurn ReasoningContext = "current_turn"
)

// ReasoningDetail is one piece of reasoning. Send it back unchanged. In a stream, the pieces of one detail
// share an "index": concatenate text, summaries and data, and use the last signature.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ReasoningDetail struct {
	object

	_ struct{} `discriminator:"type"`

	OfReasoningSummary        *ReasoningSummary        `values:"reasoning.summary"`
	OfReasoningEncrypted      *ReasoningEncrypted      `values:"reasoning.encrypted"`
	OfReasoningText           *ReasoningText           `values:"reasoning.text"`
	OfReasoningServerToolCall *ReasoningServerToolCall `values:"reasoning.server_tool_call"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ReasoningDetail) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ReasoningDetail) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ReasoningDetail) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ReasoningDetail) Tag() string { return codec.Tag(&v) }

// ReasoningEffort says how much the model reasons before it responds, as a fraction of "max_tokens".
//
// The API accepts these values today.
type ReasoningEffort string

// The known values of ReasoningEffort.
const (
	// The maximum effort.
	ReasoningEffortMax ReasoningEffort = "max"
	// About 95% of the tokens.
	ReasoningEffortXhigh ReasoningEffort = "xhigh"
	// About 80% of the tokens.
	ReasoningEffortHigh ReasoningEffort = "high"
	// About 50% of the tokens.
	ReasoningEffortMedium ReasoningEffort = "medium"
	// About 20% of the tokens.
	ReasoningEffortLow ReasoningEffort = "low"
	// About 10% of the tokens.
	ReasoningEffortMinimal ReasoningEffort = "minimal"
	// No reasoning. Models that always reason reject this value.
	ReasoningEffortNone ReasoningEffort = "none"
)

// ReasoningEncrypted: Reasoning that only the provider can decrypt.
type ReasoningEncrypted struct {
	object

	// Always "reasoning.encrypted". It can be left empty.
	Type string `json:"type" const:"reasoning.encrypted"`

	// The encrypted reasoning.
	Data string `json:"data"`

	// ID of the piece.
	ID Opt[string] `json:"id,omitzero"`

	// The provider format of the piece.
	Format Opt[ReasoningFormat] `json:"format,omitzero"`

	// Index of the detail that a streamed piece belongs to.
	Index Opt[int64] `json:"index,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ReasoningEncrypted) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ReasoningEncrypted) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ReasoningFormat is the provider format of the piece.
//
// The API may add other values.
type ReasoningFormat string

// The known values of ReasoningFormat.
const (
	// Unknown.
	ReasoningFormatUnknown ReasoningFormat = "unknown"
	// OpenAI.
	ReasoningFormatOpenAIResponsesV1 ReasoningFormat = "openai-responses-v1"
	// OpenAI on Azure.
	ReasoningFormatAzureOpenAIResponsesV1 ReasoningFormat = "azure-openai-responses-v1"
	// OpenAI on Amazon Bedrock.
	ReasoningFormatBedrockOpenAIResponsesV1 ReasoningFormat = "bedrock-openai-responses-v1"
	// xAI on Amazon Bedrock.
	ReasoningFormatBedrockXAIResponsesV1 ReasoningFormat = "bedrock-xai-responses-v1"
	// xAI.
	ReasoningFormatXAIResponsesV1 ReasoningFormat = "xai-responses-v1"
	// Meta.
	ReasoningFormatMetaResponsesV1 ReasoningFormat = "meta-responses-v1"
	// Anthropic, with a signature.
	ReasoningFormatAnthropicClaudeV1 ReasoningFormat = "anthropic-claude-v1"
	// Google, with encrypted reasoning.
	ReasoningFormatGoogleGeminiV1 ReasoningFormat = "google-gemini-v1"
)

// ReasoningMode is the mode of reasoning.
//
// The API accepts these values today.
type ReasoningMode string

// The known values of ReasoningMode.
const (
	// Standard reasoning.
	ReasoningModeStandard ReasoningMode = "standard"
	// More compute for a better result.
	ReasoningModePro ReasoningMode = "pro"
)

// ReasoningServerToolCall is a server tool call during the reasoning.
type ReasoningServerToolCall struct {
	object

	// Always "reasoning.server_tool_call". It can be left empty.
	Type string `json:"type" const:"reasoning.server_tool_call"`

	// Name of the tool.
	ToolName string `json:"tool_name"`

	// The arguments as a JSON string.
	Arguments string `json:"arguments"`

	// The result.
	Result string `json:"result"`

	// ID of the tool call.
	ToolCallID Opt[string] `json:"tool_call_id,omitzero"`

	// ID of the piece.
	ID Opt[string] `json:"id,omitzero"`

	// The provider format of the piece.
	Format Opt[ReasoningFormat] `json:"format,omitzero"`

	// Index of the detail that a streamed piece belongs to.
	Index Opt[int64] `json:"index,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ReasoningServerToolCall) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ReasoningServerToolCall) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ReasoningSummary is a summary of the reasoning.
type ReasoningSummary struct {
	object

	// Always "reasoning.summary". It can be left empty.
	Type string `json:"type" const:"reasoning.summary"`

	// The summary.
	Summary string `json:"summary"`

	// ID of the piece.
	ID Opt[string] `json:"id,omitzero"`

	// The provider format of the piece.
	Format Opt[ReasoningFormat] `json:"format,omitzero"`

	// Index of the detail that a streamed piece belongs to.
	Index Opt[int64] `json:"index,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ReasoningSummary) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ReasoningSummary) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ReasoningSummaryLevel says how detailed the summary of the reasoning is.
//
// The API accepts these values today.
type ReasoningSummaryLevel string

// The known values of ReasoningSummaryLevel.
const (
	// The provider decides.
	ReasoningSummaryLevelAuto ReasoningSummaryLevel = "auto"
	// Short.
	ReasoningSummaryLevelConcise ReasoningSummaryLevel = "concise"
	// Long.
	ReasoningSummaryLevelDetailed ReasoningSummaryLevel = "detailed"
)

// ReasoningText: Reasoning as text.
type ReasoningText struct {
	object

	// Always "reasoning.text". It can be left empty.
	Type string `json:"type" const:"reasoning.text"`

	// The text.
	Text Opt[string] `json:"text,omitzero"`

	// The provider's signature of the text.
	Signature Opt[string] `json:"signature,omitzero"`

	// ID of the piece.
	ID Opt[string] `json:"id,omitzero"`

	// The provider format of the piece.
	Format Opt[ReasoningFormat] `json:"format,omitzero"`

	// Index of the detail that a streamed piece belongs to.
	Index Opt[int64] `json:"index,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ReasoningText) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ReasoningText) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
