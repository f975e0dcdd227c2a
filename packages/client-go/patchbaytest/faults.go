package patchbaytest

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"time"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

// Fault is something that goes wrong in a response. Make one with the functions, or from its kind and fields.
type Fault struct {
	// Kind is the kind of the fault, such as "truncated".
	Kind string `json:"kind"`
	// AfterEvents is the number of stream events before the fault. Without a stream, 0 sends nothing of the body, and any other
	// number half of it.
	AfterEvents patchbay.Opt[int64] `json:"afterEvents,omitzero"`
	// AfterBytes is the number of bytes before the fault.
	AfterBytes patchbay.Opt[int64] `json:"afterBytes,omitzero"`
	// Status is the code of an error. Default: 502.
	Status int `json:"status,omitempty"`
	// Message is the message of an error.
	Message string `json:"message,omitempty"`
	// Count is the number of comments.
	Count patchbay.Opt[int64] `json:"count,omitzero"`
	// Duration is how long a stall lasts, indefinitely by default, or how long a connection is kept.
	Duration time.Duration `json:"-"`
	// Every is the time between two comments.
	Every time.Duration `json:"-"`
	// Value is a content type, or a finish reason.
	Value patchbay.Opt[string] `json:"value,omitzero"`
	// How is "missing" or "duplicate", for a fault of the usage.
	How string `json:"how,omitempty"`
	// Bytes is the number of bytes that are added to an event or a body.
	Bytes int64 `json:"bytes,omitempty"`
}

// MarshalJSON returns the fault in the form of the control API.
func (f Fault) MarshalJSON() ([]byte, error) {
	type plain Fault
	return json.Marshal(struct {
		plain
		Duration milliseconds `json:"ms,omitempty"`
		Every    milliseconds `json:"everyMs,omitempty"`
	}{plain(f), toMilliseconds(f.Duration), toMilliseconds(f.Every)})
}

// ConnectionReset resets the connection before the headers. With AfterEvents it breaks a stream.
func ConnectionReset() Fault { return Fault{Kind: "connection_reset"} }

// ResetAfter resets the connection after a number of stream events.
func ResetAfter(events int64) Fault {
	return Fault{Kind: "connection_reset", AfterEvents: patchbay.Int(events)}
}

// Truncated ends the body after a number of stream events.
func Truncated(events int64) Fault {
	return Fault{Kind: "truncated", AfterEvents: patchbay.Int(events)}
}

// Stalled sends nothing after a number of stream events.
func Stalled(events int64) Fault { return Fault{Kind: "stall", AfterEvents: patchbay.Int(events)} }

// MidStreamError sends an error with a code such as 502 after a number of stream events.
func MidStreamError(events int64, code int) Fault {
	return Fault{Kind: "mid_stream_error", AfterEvents: patchbay.Int(events), Status: code}
}

// ErrorIn200 sends an error with a code such as 502 under the HTTP status 200.
func ErrorIn200(code int) Fault { return Fault{Kind: "error_in_200", Status: code} }

// MalformedJSON sends a body, or the second event of a stream, that is not valid JSON.
func MalformedJSON() Fault { return Fault{Kind: "malformed_json"} }

// InvalidToolArguments makes the arguments of tool calls invalid JSON.
func InvalidToolArguments() Fault { return Fault{Kind: "invalid_tool_arguments"} }

// KeepAliveComments sends comments before the first event of a stream.
func KeepAliveComments(count int64, every time.Duration) Fault {
	return Fault{Kind: "keep_alive_comments", Count: patchbay.Int(count), Every: every}
}

// FinishReason makes the model stop for another reason, such as "length".
func FinishReason(reason string) Fault {
	return Fault{Kind: "finish_reason", Value: patchbay.String(reason)}
}

// RawResponse is a response byte by byte.
type RawResponse struct {
	// Status is the HTTP status. Default: 200.
	Status int
	// Header has the only headers, apart from those that HTTP requires.
	Header http.Header
	// Body is sent in one piece.
	Body []byte
	// Chunks is sent piece by piece, in place of Body.
	Chunks [][]byte
	// Gap is the time between two chunks.
	Gap time.Duration
	// End is what follows the last byte: "end", the end of the body, which is the default; "cut", the end of the connection;
	// "stall", nothing; or "reset", a connection reset.
	End string
}

// Stream is a response with status 200 and the content type of a stream. Each text is sent unchanged, in a piece of its own.
func Stream(chunks ...string) Reply {
	raw := &RawResponse{Header: http.Header{"Content-Type": {"text/event-stream"}}}
	for _, chunk := range chunks {
		raw.Chunks = append(raw.Chunks, []byte(chunk))
	}
	return Reply{Raw: raw}
}

type rawChunk struct {
	Base64 string `json:"base64"`
}

// MarshalJSON returns the response in the form of the control API.
func (r RawResponse) MarshalJSON() ([]byte, error) {
	wire := struct {
		Status int          `json:"status,omitempty"`
		Header http.Header  `json:"headers,omitempty"`
		Base64 string       `json:"base64,omitempty"`
		Chunks []rawChunk   `json:"chunks,omitempty"`
		Gap    milliseconds `json:"gap,omitempty"`
		End    string       `json:"end,omitempty"`
	}{Status: r.Status, Header: r.Header, Gap: toMilliseconds(r.Gap), End: r.End}
	for _, chunk := range r.Chunks {
		wire.Chunks = append(wire.Chunks, rawChunk{base64.StdEncoding.EncodeToString(chunk)})
	}
	if len(r.Chunks) == 0 {
		wire.Base64 = base64.StdEncoding.EncodeToString(r.Body)
	}
	return json.Marshal(wire)
}
