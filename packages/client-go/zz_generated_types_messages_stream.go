// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// CitationsDelta is a citation to append to "citations".
type CitationsDelta struct {
	object

	// Always "citations_delta".
	Type string `json:"type" const:"citations_delta"`

	// The citation.
	Citation TextCitation `json:"citation"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CitationsDelta) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CitationsDelta) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// CompactionDelta is the summary of a compaction block.
type CompactionDelta struct {
	object

	// Always "compaction_delta".
	Type string `json:"type" const:"compaction_delta"`

	// The summary.
	Content string `json:"content"`

	// The provider's data.
	EncryptedContent string `json:"encrypted_content,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CompactionDelta) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CompactionDelta) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ContentBlockDelta is a piece of a content block.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ContentBlockDelta struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownContentBlockDelta"`

	OfTextDelta       *TextDelta       `values:"text_delta"`
	OfInputJSONDelta  *InputJSONDelta  `values:"input_json_delta"`
	OfThinkingDelta   *ThinkingDelta   `values:"thinking_delta"`
	OfSignatureDelta  *SignatureDelta  `values:"signature_delta"`
	OfCitationsDelta  *CitationsDelta  `values:"citations_delta"`
	OfCompactionDelta *CompactionDelta `values:"compaction_delta"`
	// OfUnknownContentBlockDelta is a member that this version does not know.
	OfUnknownContentBlockDelta *UnknownContentBlockDelta
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContentBlockDelta) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContentBlockDelta) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ContentBlockDelta) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ContentBlockDelta) Tag() string { return codec.Tag(&v) }

// ContentBlockDeltaEvent is a piece of a content block.
type ContentBlockDeltaEvent struct {
	object

	// Always "content_block_delta".
	Type string `json:"type" const:"content_block_delta"`

	// Index of the block in "content", from 0.
	Index int64 `json:"index"`

	// The piece.
	Delta ContentBlockDelta `json:"delta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContentBlockDeltaEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContentBlockDeltaEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ContentBlockStartEvent is a content block begins.
type ContentBlockStartEvent struct {
	object

	// Always "content_block_start".
	Type string `json:"type" const:"content_block_start"`

	// Index of the block in "content", from 0.
	Index int64 `json:"index"`

	// The block. Text, thinking and the arguments of tool calls are empty and follow as deltas; other blocks are
	// complete.
	ContentBlock ContentBlock `json:"content_block"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContentBlockStartEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContentBlockStartEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ContentBlockStopEvent is a content block is complete.
type ContentBlockStopEvent struct {
	object

	// Always "content_block_stop".
	Type string `json:"type" const:"content_block_stop"`

	// Index of the block in "content", from 0.
	Index int64 `json:"index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContentBlockStopEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContentBlockStopEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// InputJSONDelta is a piece of the arguments of a tool call. Concatenate the pieces and parse the result as
// JSON at "content_block_stop"; no pieces or empty ones mean {}.
type InputJSONDelta struct {
	object

	// Always "input_json_delta".
	Type string `json:"type" const:"input_json_delta"`

	// The piece.
	PartialJSON string `json:"partial_json"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v InputJSONDelta) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *InputJSONDelta) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessageDelta: Changed fields of a message.
type MessageDelta struct {
	object

	// Why the model stopped.
	StopReason MessagesStopReason `json:"stop_reason"`

	// The stop sequence that ended the response.
	StopSequence string `json:"stop_sequence"`

	// Why the model refused.
	StopDetails *MessagesStopDetails `json:"stop_details,omitzero"`

	// The container of the code execution tool.
	Container *MessagesContainer `json:"container,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessageDelta) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessageDelta) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessageDeltaEvent: Changes of the message after its content.
type MessageDeltaEvent struct {
	object

	// Always "message_delta".
	Type string `json:"type" const:"message_delta"`

	// The changed fields of the message.
	Delta MessageDelta `json:"delta"`

	// The usage. Its counts are totals and replace those of "message_start".
	Usage MessageDeltaUsage `json:"usage"`

	// The edits that were applied to the conversation.
	ContextManagement *AppliedContextManagement `json:"context_management,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessageDeltaEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessageDeltaEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessageDeltaUsage is the final usage. A count that is null or absent is that of "message_start".
type MessageDeltaUsage struct {
	object

	// Input tokens that were neither read from nor written to the prompt cache.
	InputTokens Opt[int64] `json:"input_tokens,omitzero"`

	// Output tokens, including thinking.
	OutputTokens int64 `json:"output_tokens"`

	// Tokens written to the prompt cache by time to live.
	CacheCreation *MessagesCacheCreation `json:"cache_creation,omitzero"`

	// Tokens written to the prompt cache.
	CacheCreationInputTokens Opt[int64] `json:"cache_creation_input_tokens,omitzero"`

	// Tokens read from the prompt cache.
	CacheReadInputTokens Opt[int64] `json:"cache_read_input_tokens,omitzero"`

	// Output tokens by kind.
	OutputTokensDetails *MessagesOutputTokensDetails `json:"output_tokens_details,omitzero"`

	// Number of server tool calls.
	ServerToolUse *MessagesServerToolUse `json:"server_tool_use,omitzero"`

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
func (v MessageDeltaUsage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessageDeltaUsage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessageErrorEvent is a failure after the stream began. It ends the stream.
type MessageErrorEvent struct {
	object

	// Always "error".
	Type string `json:"type" const:"error"`

	// The error.
	Error MessagesError `json:"error"`

	// ID of the generation.
	RequestID string `json:"request_id,omitzero"`

	// How the request was routed, if the request asked for it.
	OpenRouterMetadata *RoutingMetadata `json:"openrouter_metadata,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessageErrorEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessageErrorEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessagePingEvent keeps the connection open.
type MessagePingEvent struct {
	object

	// Always "ping".
	Type string `json:"type" const:"ping"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessagePingEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessagePingEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessageStartEvent is the first event.
type MessageStartEvent struct {
	object

	// Always "message_start".
	Type string `json:"type" const:"message_start"`

	// The message without content. Its usage can still change.
	Message MessagesResponse `json:"message"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessageStartEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessageStartEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessageStopEvent is the last event. The message is complete.
type MessageStopEvent struct {
	object

	// Always "message_stop".
	Type string `json:"type" const:"message_stop"`

	// How the request was routed, if the request asked for it.
	OpenRouterMetadata *RoutingMetadata `json:"openrouter_metadata,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessageStopEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessageStopEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// MessageStreamEvent is an event of a Messages stream.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type MessageStreamEvent struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownMessageStreamEvent"`

	OfMessageStartEvent      *MessageStartEvent      `values:"message_start"`
	OfContentBlockStartEvent *ContentBlockStartEvent `values:"content_block_start"`
	OfContentBlockDeltaEvent *ContentBlockDeltaEvent `values:"content_block_delta"`
	OfContentBlockStopEvent  *ContentBlockStopEvent  `values:"content_block_stop"`
	OfMessageDeltaEvent      *MessageDeltaEvent      `values:"message_delta"`
	OfMessageStopEvent       *MessageStopEvent       `values:"message_stop"`
	OfMessagePingEvent       *MessagePingEvent       `values:"ping"`
	OfMessageErrorEvent      *MessageErrorEvent      `values:"error"`
	// OfUnknownMessageStreamEvent is a member that this version does not know.
	OfUnknownMessageStreamEvent *UnknownMessageStreamEvent
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v MessageStreamEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *MessageStreamEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v MessageStreamEvent) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v MessageStreamEvent) Tag() string { return codec.Tag(&v) }

// SignatureDelta is the signature of a thinking block. It replaces Signature.
type SignatureDelta struct {
	object

	// Always "signature_delta".
	Type string `json:"type" const:"signature_delta"`

	// The signature.
	Signature string `json:"signature"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SignatureDelta) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SignatureDelta) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// TextDelta: Text to append to Text.
type TextDelta struct {
	object

	// Always "text_delta".
	Type string `json:"type" const:"text_delta"`

	// The text.
	Text string `json:"text"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TextDelta) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TextDelta) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ThinkingDelta: Thinking to append to Thinking.
type ThinkingDelta struct {
	object

	// Always "thinking_delta".
	Type string `json:"type" const:"thinking_delta"`

	// The thinking.
	Thinking string `json:"thinking"`

	// Thinking tokens so far, estimated, if the request asked for it.
	EstimatedTokens Opt[int64] `json:"estimated_tokens,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ThinkingDelta) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ThinkingDelta) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// UnknownContentBlockDelta is a piece of another type.
type UnknownContentBlockDelta struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownContentBlockDelta) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownContentBlockDelta) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// UnknownMessageStreamEvent is an event of another type. Ignore it.
type UnknownMessageStreamEvent struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownMessageStreamEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownMessageStreamEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
