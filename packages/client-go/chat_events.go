package patchbay

import "encoding/json"

// ChatStreamEvent is an event of a streamed chat completion, a pointer to one of these structs:
//
//	*ChatTextDelta  *ChatReasoningDelta  *ChatRefusalDelta  *ChatToolCallDelta  *ChatToolCallDone  *ChatAnnotationAdded
//	*ChatImageAdded  *ChatAudioDelta  *ChatFinish  *ChatUsageReported  *ChatDone
//
// Versions to come can have more. Its JSON has the type of the event as "type".
type ChatStreamEvent interface {
	// EventType returns the type of the event, such as "text-delta".
	EventType() string
	isChatStreamEvent()
}

// ChatTextDelta is the next text of a choice. No text ends in the middle of a character.
type ChatTextDelta struct {
	// Index is the index of the choice.
	Index int    `json:"index"`
	Text  string `json:"text"`
}

// ChatReasoningDelta is the next reasoning of a choice.
type ChatReasoningDelta struct {
	// Index is the index of the choice.
	Index int `json:"index"`
	// Text is empty if the reasoning has only details.
	Text    string            `json:"text"`
	Details []ReasoningDetail `json:"details,omitempty"`
}

// ChatRefusalDelta is the next text of a refusal.
type ChatRefusalDelta struct {
	// Index is the index of the choice.
	Index int    `json:"index"`
	Text  string `json:"text"`
}

// ChatToolCallDelta is a piece of a tool call.
type ChatToolCallDelta struct {
	// Index is the index of the choice.
	Index int `json:"index"`
	// Call is the index of the call in the choice.
	Call int `json:"call"`
	// ID and Name are empty if the piece has none.
	ID   string `json:"id,omitempty"`
	Name string `json:"name,omitempty"`
	// Arguments is the next part of the JSON text.
	Arguments string `json:"arguments"`
}

// ChatToolCallDone is a complete tool call.
type ChatToolCallDone struct {
	// Index is the index of the choice.
	Index int      `json:"index"`
	Call  ToolCall `json:"call"`
}

// ChatAnnotationAdded is an annotation, such as a citation.
type ChatAnnotationAdded struct {
	// Index is the index of the choice.
	Index      int        `json:"index"`
	Annotation Annotation `json:"annotation"`
}

// ChatImageAdded is a generated image.
type ChatImageAdded struct {
	// Index is the index of the choice.
	Index int            `json:"index"`
	Image AssistantImage `json:"image"`
}

// ChatAudioDelta is the next piece of audio.
type ChatAudioDelta struct {
	// Index is the index of the choice.
	Index int            `json:"index"`
	Audio AssistantAudio `json:"audio"`
}

// ChatFinish is the end of a choice.
type ChatFinish struct {
	// Index is the index of the choice.
	Index  int          `json:"index"`
	Reason FinishReason `json:"reason"`
}

// ChatUsageReported has the usage of the completion.
type ChatUsageReported struct {
	Usage Usage `json:"usage"`
}

// ChatDone is the last event: the completion is complete.
type ChatDone struct {
	Completion *ChatCompletion `json:"completion"`
}

func (*ChatTextDelta) isChatStreamEvent()       {}
func (*ChatReasoningDelta) isChatStreamEvent()  {}
func (*ChatRefusalDelta) isChatStreamEvent()    {}
func (*ChatToolCallDelta) isChatStreamEvent()   {}
func (*ChatToolCallDone) isChatStreamEvent()    {}
func (*ChatAnnotationAdded) isChatStreamEvent() {}
func (*ChatImageAdded) isChatStreamEvent()      {}
func (*ChatAudioDelta) isChatStreamEvent()      {}
func (*ChatFinish) isChatStreamEvent()          {}
func (*ChatUsageReported) isChatStreamEvent()   {}
func (*ChatDone) isChatStreamEvent()            {}

// EventType returns "text-delta".
func (*ChatTextDelta) EventType() string { return "text-delta" }

// EventType returns "reasoning-delta".
func (*ChatReasoningDelta) EventType() string { return "reasoning-delta" }

// EventType returns "refusal-delta".
func (*ChatRefusalDelta) EventType() string { return "refusal-delta" }

// EventType returns "tool-call-delta".
func (*ChatToolCallDelta) EventType() string { return "tool-call-delta" }

// EventType returns "tool-call".
func (*ChatToolCallDone) EventType() string { return "tool-call" }

// EventType returns "annotation".
func (*ChatAnnotationAdded) EventType() string { return "annotation" }

// EventType returns "image".
func (*ChatImageAdded) EventType() string { return "image" }

// EventType returns "audio-delta".
func (*ChatAudioDelta) EventType() string { return "audio-delta" }

// EventType returns "finish".
func (*ChatFinish) EventType() string { return "finish" }

// EventType returns "usage".
func (*ChatUsageReported) EventType() string { return "usage" }

// EventType returns "done".
func (*ChatDone) EventType() string { return "done" }

// MarshalJSON returns the JSON of the event with its type.
func (e *ChatTextDelta) MarshalJSON() ([]byte, error) {
	type fields ChatTextDelta
	return json.Marshal(struct {
		Type string `json:"type"`
		*fields
	}{e.EventType(), (*fields)(e)})
}

// MarshalJSON returns the JSON of the event with its type.
func (e *ChatReasoningDelta) MarshalJSON() ([]byte, error) {
	type fields ChatReasoningDelta
	return json.Marshal(struct {
		Type string `json:"type"`
		*fields
	}{e.EventType(), (*fields)(e)})
}

// MarshalJSON returns the JSON of the event with its type.
func (e *ChatRefusalDelta) MarshalJSON() ([]byte, error) {
	type fields ChatRefusalDelta
	return json.Marshal(struct {
		Type string `json:"type"`
		*fields
	}{e.EventType(), (*fields)(e)})
}

// MarshalJSON returns the JSON of the event with its type.
func (e *ChatToolCallDelta) MarshalJSON() ([]byte, error) {
	type fields ChatToolCallDelta
	return json.Marshal(struct {
		Type string `json:"type"`
		*fields
	}{e.EventType(), (*fields)(e)})
}

// MarshalJSON returns the JSON of the event with its type.
func (e *ChatToolCallDone) MarshalJSON() ([]byte, error) {
	type fields ChatToolCallDone
	return json.Marshal(struct {
		Type string `json:"type"`
		*fields
	}{e.EventType(), (*fields)(e)})
}

// MarshalJSON returns the JSON of the event with its type.
func (e *ChatAnnotationAdded) MarshalJSON() ([]byte, error) {
	type fields ChatAnnotationAdded
	return json.Marshal(struct {
		Type string `json:"type"`
		*fields
	}{e.EventType(), (*fields)(e)})
}

// MarshalJSON returns the JSON of the event with its type.
func (e *ChatImageAdded) MarshalJSON() ([]byte, error) {
	type fields ChatImageAdded
	return json.Marshal(struct {
		Type string `json:"type"`
		*fields
	}{e.EventType(), (*fields)(e)})
}

// MarshalJSON returns the JSON of the event with its type.
func (e *ChatAudioDelta) MarshalJSON() ([]byte, error) {
	type fields ChatAudioDelta
	return json.Marshal(struct {
		Type string `json:"type"`
		*fields
	}{e.EventType(), (*fields)(e)})
}

// MarshalJSON returns the JSON of the event with its type.
func (e *ChatFinish) MarshalJSON() ([]byte, error) {
	type fields ChatFinish
	return json.Marshal(struct {
		Type string `json:"type"`
		*fields
	}{e.EventType(), (*fields)(e)})
}

// MarshalJSON returns the JSON of the event with its type.
func (e *ChatUsageReported) MarshalJSON() ([]byte, error) {
	type fields ChatUsageReported
	return json.Marshal(struct {
		Type string `json:"type"`
		*fields
	}{e.EventType(), (*fields)(e)})
}

// MarshalJSON returns the JSON of the event with its type.
func (e *ChatDone) MarshalJSON() ([]byte, error) {
	type fields ChatDone
	return json.Marshal(struct {
		Type string `json:"type"`
		*fields
	}{e.EventType(), (*fields)(e)})
}
