package patchbaytest

import (
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"time"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

// Rule defines the response to the requests that match. A later rule takes precedence over an earlier one.
type Rule struct {
	// Name is the name in the journal. Default: "rule" and a number.
	Name string
	// Match has the conditions. The zero value matches every request.
	Match Match
	// Replies are used in order. If Times is larger than their number, the last one repeats.
	Replies []Reply
	// Times is how often the rule applies. Default: the number of replies; without a limit if there is only one.
	Times patchbay.Opt[int64]
	// Probability is the probability from 0 to 1 that the rule applies to a matching request. It depends on the seed. Default: 1.
	Probability patchbay.Opt[float64]
}

// MarshalJSON returns the rule in the form of the control API.
func (r Rule) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Name        string                `json:"name,omitempty"`
		Match       Match                 `json:"match"`
		Reply       []Reply               `json:"reply"`
		Times       patchbay.Opt[int64]   `json:"times,omitzero"`
		Probability patchbay.Opt[float64] `json:"probability,omitzero"`
	}{r.Name, r.Match, r.Replies, r.Times, r.Probability})
}

// Match has the conditions of a rule. A request must meet all of them. A zero field is not compared.
type Match struct {
	// Operation is the name of the operation, such as "chat.completions.create"; * matches any text.
	Operation string `json:"operation,omitempty"`
	// Model is the model of the request; * matches any text.
	Model string `json:"model,omitempty"`
	// UserMessage is text in the last user message.
	UserMessage Pattern `json:"userMessage,omitzero"`
	// Turn is the number of user messages.
	Turn int `json:"turn,omitempty"`
	// ToolResult says whether the last message other than system messages is that of a tool.
	ToolResult patchbay.Opt[bool] `json:"toolResult,omitzero"`
	// Headers has text in the value of each header.
	Headers map[string]Pattern `json:"headers,omitempty"`
	// APIKey is the secret of the API key.
	APIKey string `json:"apiKey,omitempty"`
	// Body maps JSON pointers into the input to the value there, as in "/temperature": 0.5.
	Body map[string]any `json:"body,omitempty"`
}

// Pattern is text that another text contains, or a regular expression of JavaScript between slashes with its flags:
// "/^good (morning|evening)/i". Text such as "/usr/bin", which does not end with flags of JavaScript, is text.
type Pattern string

var expression = regexp.MustCompile(`(?s)^/(.+)/([dgimsuvy]*)$`)

// MarshalJSON returns the pattern in the form of the control API.
func (p Pattern) MarshalJSON() ([]byte, error) {
	parts := expression.FindStringSubmatch(string(p))
	if parts == nil || isRepeated(parts[2]) {
		return json.Marshal(string(p))
	}
	return json.Marshal(struct {
		Regex string `json:"regex"`
		Flags string `json:"flags,omitempty"`
	}{parts[1], parts[2]})
}

// isRepeated says whether a flag occurs twice, which JavaScript does not allow.
func isRepeated(flags string) bool {
	for i, flag := range flags {
		if strings.ContainsRune(flags[i+1:], flag) {
			return true
		}
	}
	return false
}

// Reply is what happens to a request. With Status or Body, the API itself responds, and no model runs. With Raw, the response is
// sent byte by byte. Otherwise the model replies, and the server charges and streams as usual. The functions Text, Failure, JSON,
// CallTool and Stream make the usual ones.
type Reply struct {
	// Content is the model's reply. An empty text needs the function Text.
	Content string `json:"-"`
	// Reasoning is the model's reasoning before the reply.
	Reasoning string `json:"reasoning,omitempty"`
	// ToolCalls are the tool calls that the model requests.
	ToolCalls []ToolCall `json:"toolCalls,omitempty"`
	// Images are data URLs of images that the model generates.
	Images []string `json:"images,omitempty"`
	// FinishReason is why the model stops. Default: "tool_calls" with tool calls, otherwise "stop".
	FinishReason string `json:"finishReason,omitempty"`
	// Error is how the provider fails. Without content the next endpoint is tried; with content the completion is interrupted.
	Error *ProviderError `json:"error,omitempty"`

	// Status is the HTTP status of a response without a model.
	Status int `json:"status,omitempty"`
	// Message is the message of the error, for a status of 400 and above. Default: the API's own message.
	Message string `json:"message,omitempty"`
	// Body is encoded as the JSON of a response without a model.
	Body any `json:"body,omitempty"`
	// Raw is the exact response.
	Raw *RawResponse `json:"raw,omitempty"`

	// Header has headers in addition to the default ones.
	Header http.Header `json:"headers,omitempty"`
	// Delay is the time before the response starts.
	Delay time.Duration `json:"-"`
	// Faults are injected into the response.
	Faults []Fault `json:"fault,omitempty"`

	hasContent bool
}

// MarshalJSON returns the reply in the form of the control API.
func (r Reply) MarshalJSON() ([]byte, error) {
	type plain Reply
	wire := struct {
		plain
		Content *string      `json:"content,omitempty"`
		Delay   milliseconds `json:"delay,omitempty"`
	}{plain: plain(r), Delay: toMilliseconds(r.Delay)}
	if r.hasContent || r.Content != "" {
		wire.Content = &r.Content
	}
	return json.Marshal(wire)
}

// With returns the reply with faults.
func (r Reply) With(faults ...Fault) Reply {
	r.Faults = append(r.Faults[:len(r.Faults):len(r.Faults)], faults...)
	return r
}

// After returns the reply with a delay before the response starts.
func (r Reply) After(delay time.Duration) Reply {
	r.Delay = delay
	return r
}

// Text is a reply of the model.
func Text(content string) Reply { return Reply{Content: content, hasContent: true} }

// Failure is an error of the API with a status of 400 and above, with its documented body.
func Failure(status int) Reply { return Reply{Status: status} }

// RateLimited is an error of the API with the status 429 that asks to wait.
func RateLimited(wait time.Duration) Reply {
	text, _ := json.Marshal(toMilliseconds(wait))
	return Reply{Status: http.StatusTooManyRequests, Header: http.Header{"Retry-After-Ms": {string(text)}}}
}

// JSON is a response with status 200 and any JSON as its body.
func JSON(body any) Reply {
	if body == nil {
		body = json.RawMessage("null")
	}
	return Reply{Body: body}
}

// CallTool is a reply of the model that calls a tool. The arguments are encoded as JSON; a json.RawMessage is sent unchanged.
func CallTool(name string, arguments any) Reply {
	return Reply{ToolCalls: []ToolCall{{Name: name, Arguments: arguments}}}
}

// ToolCall is a tool call that the model requests.
type ToolCall struct {
	Name string `json:"name"`
	// Arguments is encoded as JSON. A string is sent unchanged. Default: {}.
	Arguments any `json:"arguments,omitempty"`
	// ID is the ID of the call. Default: one that the server generates.
	ID string `json:"id,omitempty"`
}

// ProviderError is how a provider fails.
type ProviderError struct {
	// Status is the HTTP status, of 400 and above.
	Status  int    `json:"status"`
	Message string `json:"message"`
	// ErrorType is the error_type, such as "context_length_exceeded". Default: derived from the status.
	ErrorType string `json:"errorType,omitempty"`
}

// milliseconds is a duration in JSON.
type milliseconds float64

func toMilliseconds(duration time.Duration) milliseconds {
	return milliseconds(float64(duration) / float64(time.Millisecond))
}
