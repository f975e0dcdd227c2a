// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// AssistantMessage is an earlier message from the model. Send it back unchanged, with its ReasoningDetails in
// order. As the last message, it is a prefill that the model continues.
type AssistantMessage struct {
	object

	// Always "assistant". It can be left empty.
	Role string `json:"role" const:"assistant"`

	// A string, or a list of parts. Absent or null if the model only called tools.
	Content MessageContent `json:"content,omitzero"`

	// Name of the participant.
	Name Opt[string] `json:"name,omitzero"`

	// The model's refusal message.
	Refusal Opt[string] `json:"refusal,omitzero"`

	// The reasoning as plain text.
	Reasoning Opt[string] `json:"reasoning,omitzero"`

	// Alias of Reasoning.
	ReasoningContent Opt[string] `json:"reasoning_content,omitzero"`

	// The reasoning details as received, with signatures and encrypted parts. Some models require them to
	// continue after a tool call.
	ReasoningDetails []ReasoningDetail `json:"reasoning_details,omitzero"`

	// The tool calls that the model requested. Each requires a "tool" message with its result.
	ToolCalls []ToolCall `json:"tool_calls,omitzero"`

	// Images that the model generated.
	Images []AssistantImage `json:"images,omitzero"`

	// Audio that the model generated. Its "id" is sufficient.
	Audio *AssistantAudio `json:"audio,omitzero"`

	// Citations and parsed files of the completion. A parsed file that is sent back is not parsed again.
	Annotations []Annotation `json:"annotations,omitzero"`

	// The model that generated this message.
	Model Opt[string] `json:"model,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v AssistantMessage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *AssistantMessage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ChatMessage is a message of the conversation.
//
// Set one of its fields. The field "role" of the JSON selects the member.
type ChatMessage struct {
	object

	_ struct{} `discriminator:"role"`

	OfSystemMessage    *SystemMessage    `values:"system"`
	OfDeveloperMessage *DeveloperMessage `values:"developer"`
	OfUserMessage      *UserMessage      `values:"user"`
	OfAssistantMessage *AssistantMessage `values:"assistant"`
	OfToolMessage      *ToolMessage      `values:"tool"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ChatMessage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ChatMessage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ChatMessage) Value() any { return codec.Member(&v) }

// Tag returns the value of "role", also that of a member which this version does not know.
func (v ChatMessage) Tag() string { return codec.Tag(&v) }

// ConfigurationUpdate has settings that change during a conversation.
type ConfigurationUpdate struct {
	object

	// The new reasoning settings.
	Reasoning ReasoningUpdate `json:"reasoning"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ConfigurationUpdate) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ConfigurationUpdate) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// DeveloperMessage: Instructions for the model, under the role that newer OpenAI models use. Other models
// receive it as "system".
type DeveloperMessage struct {
	object

	// Always "developer". It can be left empty.
	Role string `json:"role" const:"developer"`

	// The instructions.
	Content TextContent `json:"content"`

	// Name of the participant.
	Name Opt[string] `json:"name,omitzero"`

	// Changes model settings from this message on.
	ConfigurationUpdate *ConfigurationUpdate `json:"configuration_update,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v DeveloperMessage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *DeveloperMessage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ReasoningUpdate: New reasoning settings.
type ReasoningUpdate struct {
	object

	// The new effort.
	Effort ReasoningEffort `json:"effort"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ReasoningUpdate) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ReasoningUpdate) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// SystemMessage: Instructions for the model.
type SystemMessage struct {
	object

	// Always "system". It can be left empty.
	Role string `json:"role" const:"system"`

	// The instructions.
	Content TextContent `json:"content"`

	// Name of the participant. For models other than OpenAI's, it is inserted before the text.
	Name Opt[string] `json:"name,omitzero"`

	// Changes model settings from this message on.
	ConfigurationUpdate *ConfigurationUpdate `json:"configuration_update,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SystemMessage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SystemMessage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolMessage is the result of a tool call.
type ToolMessage struct {
	object

	// Always "tool". It can be left empty.
	Role string `json:"role" const:"tool"`

	// The result, as a string or a list of parts.
	Content MessageContent `json:"content"`

	// The "id" of the tool call.
	ToolCallID string `json:"tool_call_id"`

	// Name of the tool. Optional.
	Name Opt[string] `json:"name,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolMessage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolMessage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// UserMessage is a message from the user.
type UserMessage struct {
	object

	// Always "user". It can be left empty.
	Role string `json:"role" const:"user"`

	// A string, or a list of parts.
	Content MessageContent `json:"content"`

	// Name of the participant. For models other than OpenAI's, it is inserted before the text.
	Name Opt[string] `json:"name,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UserMessage) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UserMessage) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
