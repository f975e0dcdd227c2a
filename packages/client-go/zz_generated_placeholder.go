package patchbay

// These types hold the place of the generated ones, which replace this file.
type (
	ChatCompletionChunk struct{ object }
	ChatCompletion      struct{ object }
	ResponseStreamEvent struct{ object }
	ResponseObject      struct{ object }
	MessageStreamEvent  struct{ object }
	MessagesResponse    struct{ object }
)
