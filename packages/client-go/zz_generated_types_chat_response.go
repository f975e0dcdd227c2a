// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// AlignmentResult is the result of the plugin "alignment". Beta; fields may change.
type AlignmentResult struct {
	object

	// One record for each message that was checked, in order.
	Calls []map[string]any `json:"calls"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AlignmentResult) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AlignmentResult) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ChatCompletion is a complete chat completion.
type ChatCompletion struct {
	object

	// ID of the generation, "gen-…". Pass it to GET /generation for tokens, cost and timings.
	ID string `json:"id"`

	// Always "chat.completion".
	Object string `json:"object" const:"chat.completion"`

	// Creation time, in Unix seconds.
	Created int64 `json:"created"`

	// The model that produced the completion, after aliases, routers and fallbacks.
	Model string `json:"model"`

	// Display name of the provider that served the request.
	Provider string `json:"provider,omitzero"`

	// The completions. One, unless the provider returns several.
	Choices []ChatCompletionChoice `json:"choices"`

	// Identifies the provider's backend configuration.
	SystemFingerprint string `json:"system_fingerprint"`

	// The service tier that served the request.
	ServiceTier string `json:"service_tier,omitzero"`

	// Token counts and cost.
	Usage *Usage `json:"usage,omitzero"`

	// How the request was routed, if the request asked for it.
	OpenRouterMetadata *RoutingMetadata `json:"openrouter_metadata,omitzero"`

	// The result of the plugin "alignment".
	Alignment *AlignmentResult `json:"alignment,omitzero"`

	// The results of the plugin "armor", if it checked tool calls.
	SafeguardResults []SafeguardResult `json:"safeguard_results,omitzero"`

	// An error that occurred after the status was sent. Check it before Choices.
	Error *ErrorDetail `json:"error,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ChatCompletion) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ChatCompletion) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ChatCompletionChoice is one completion.
type ChatCompletionChoice struct {
	object

	// Index of the choice.
	Index int64 `json:"index"`

	// The message that the model generated.
	Message ChatCompletionMessage `json:"message"`

	// Why the model stopped generating.
	FinishReason FinishReason `json:"finish_reason"`

	// The provider's own finish reason.
	NativeFinishReason string `json:"native_finish_reason,omitzero"`

	// Log probabilities of the tokens, if requested.
	Logprobs *Logprobs `json:"logprobs,omitzero"`

	// The error that interrupted the completion, with finish_reason: error.
	Error *ErrorDetail `json:"error,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ChatCompletionChoice) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ChatCompletionChoice) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ChatCompletionChunk is one chunk of a streamed completion. All chunks share one ID. The last chunk contains
// the usage, with or without a choice. A chunk with Error ends the stream, whatever its choices contain.
type ChatCompletionChunk struct {
	object

	// ID of the generation, "gen-…".
	ID string `json:"id"`

	// Always "chat.completion.chunk".
	Object string `json:"object" const:"chat.completion.chunk"`

	// Creation time, in Unix seconds.
	Created int64 `json:"created"`

	// The model that produces the completion.
	Model string `json:"model"`

	// Display name of the provider that serves the request.
	Provider string `json:"provider,omitzero"`

	// The next piece of each completion; empty in some chunks.
	Choices []ChunkChoice `json:"choices"`

	// Identifies the provider's backend configuration. Absent rather than null.
	SystemFingerprint string `json:"system_fingerprint,omitzero"`

	// The service tier that serves the request.
	ServiceTier string `json:"service_tier,omitzero"`

	// Token counts and cost; in the last chunk.
	Usage *Usage `json:"usage,omitzero"`

	// How the request was routed, if the request asked for it; in the last chunk.
	OpenRouterMetadata *RoutingMetadata `json:"openrouter_metadata,omitzero"`

	// The result of the plugin "alignment".
	Alignment *AlignmentResult `json:"alignment,omitzero"`

	// The results of the plugin "armor", if it checked tool calls.
	SafeguardResults []SafeguardResult `json:"safeguard_results,omitzero"`

	// The request body sent to the provider, if the request asked for it; in the first chunk.
	Debug *ChunkDebug `json:"debug,omitzero"`

	// The error that interrupted the completion.
	Error *ErrorDetail `json:"error,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ChatCompletionChunk) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ChatCompletionChunk) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ChatCompletionMessage is the message that the model generated. It can be sent back unchanged as an
// "assistant" message.
type ChatCompletionMessage struct {
	object

	// Always "assistant".
	Role string `json:"role" const:"assistant"`

	// The text; null if the model only called tools.
	Content string `json:"content"`

	// The model's refusal message.
	Refusal string `json:"refusal,omitzero"`

	// The reasoning as plain text.
	Reasoning string `json:"reasoning,omitzero"`

	// The reasoning details. Send them back unchanged.
	ReasoningDetails []ReasoningDetail `json:"reasoning_details,omitzero"`

	// The tool calls that the model requested.
	ToolCalls []ToolCall `json:"tool_calls,omitzero"`

	// Images that the model generated.
	Images []AssistantImage `json:"images,omitzero"`

	// Audio that the model generated.
	Audio *AssistantAudio `json:"audio,omitzero"`

	// Citations and parsed files.
	Annotations []Annotation `json:"annotations,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ChatCompletionMessage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ChatCompletionMessage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToParam returns the value for a request, with the fields that this version does not know.
func (v ChatCompletionMessage) ToParam() ChatMessage {
	param := new(AssistantMessage)
	codec.ToParam(&v, param)
	return ChatMessage{OfAssistantMessage: param}
}

// ChunkChoice is the next piece of one completion.
type ChunkChoice struct {
	object

	// Index of the choice.
	Index int64 `json:"index"`

	// The new content.
	Delta ChunkDelta `json:"delta"`

	// Why the model stopped generating; null until then.
	FinishReason FinishReason `json:"finish_reason"`

	// The provider's own finish reason.
	NativeFinishReason string `json:"native_finish_reason,omitzero"`

	// Log probabilities of the new tokens.
	Logprobs *Logprobs `json:"logprobs,omitzero"`

	// The error, as some providers report it.
	Error *ErrorDetail `json:"error,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ChunkChoice) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ChunkChoice) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ChunkDebug: Debug output.
type ChunkDebug struct {
	object

	// The request body sent to the provider.
	EchoUpstreamBody map[string]any `json:"echo_upstream_body,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ChunkDebug) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ChunkDebug) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ChunkDelta is the new content of a completion. Concatenate the strings of successive chunks.
type ChunkDelta struct {
	object

	// Always "assistant"; in the first chunk.
	Role string `json:"role,omitzero"`

	// The next piece of the text.
	Content string `json:"content,omitzero"`

	// The next piece of the refusal.
	Refusal string `json:"refusal,omitzero"`

	// The next piece of the reasoning.
	Reasoning string `json:"reasoning,omitzero"`

	// The next pieces of the reasoning details; pieces of one detail share an "index".
	ReasoningDetails []ReasoningDetail `json:"reasoning_details,omitzero"`

	// The next pieces of the tool calls.
	ToolCalls []ToolCallDelta `json:"tool_calls,omitzero"`

	// Images that the model generated.
	Images []AssistantImage `json:"images,omitzero"`

	// The next piece of the audio.
	Audio *AssistantAudio `json:"audio,omitzero"`

	// Citations and parsed files.
	Annotations []Annotation `json:"annotations,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ChunkDelta) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ChunkDelta) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// FinishReason says why the model stopped generating, normalized across providers.
//
// The API may add other values.
type FinishReason string

// The known values of FinishReason.
const (
	// The model finished or reached a stop sequence.
	FinishReasonStop FinishReason = "stop"
	// The completion reached the token limit.
	FinishReasonLength FinishReason = "length"
	// The model requested tool calls.
	FinishReasonToolCalls FinishReason = "tool_calls"
	// The provider's content filter intervened.
	FinishReasonContentFilter FinishReason = "content_filter"
	// Generation failed before the end.
	FinishReasonError FinishReason = "error"
)

// FunctionCallDelta is the next piece of a function call.
type FunctionCallDelta struct {
	object

	// Display name.
	Name string `json:"name,omitzero"`

	// The next piece of the JSON string.
	Arguments string `json:"arguments,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FunctionCallDelta) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FunctionCallDelta) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Logprobs: Log probabilities of the tokens.
type Logprobs struct {
	object

	// Tokens of the content.
	Content []TokenLogprob `json:"content"`

	// Tokens of the refusal.
	Refusal []TokenLogprob `json:"refusal,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Logprobs) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Logprobs) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// SafeguardResult is the result of the plugin "armor".
type SafeguardResult struct {
	object

	// The kind of check, such as "dangerous_tool_use".
	Type string `json:"type"`

	// The results by the ID of the tool call, in "tool_uses".
	Status map[string]any `json:"status"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SafeguardResult) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SafeguardResult) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// TokenLogprob is a token with its log probability.
type TokenLogprob struct {
	object

	// The token.
	Token string `json:"token"`

	// Log probability (natural logarithm) of the token.
	Logprob float64 `json:"logprob"`

	// The token's UTF-8 bytes.
	Bytes []int64 `json:"bytes"`

	// The most likely tokens at this position.
	TopLogprobs []TopLogprob `json:"top_logprobs"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TokenLogprob) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TokenLogprob) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolCallDelta is a piece of a tool call. The first piece of an Index contains the ID and the name; later
// pieces continue the arguments.
type ToolCallDelta struct {
	object

	// Index of the tool call.
	Index int64 `json:"index"`

	// ID of the tool call.
	ID string `json:"id,omitzero"`

	// Always "function".
	Type string `json:"type,omitzero"`

	// The next piece of the function call.
	Function *FunctionCallDelta `json:"function,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolCallDelta) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolCallDelta) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// TopLogprob is one of the most likely tokens at a position.
type TopLogprob struct {
	object

	// The token.
	Token string `json:"token"`

	// Log probability (natural logarithm) of the token.
	Logprob float64 `json:"logprob"`

	// The token's UTF-8 bytes.
	Bytes []int64 `json:"bytes"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TopLogprob) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TopLogprob) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
