// Package contract has the shapes of the data that package generated contains: the operations and the policies of the
// OpenAPI contract.
package contract

// Operation is everything that a client needs to send a request and to read its response.
type Operation struct {
	// ID is its name in the contract, such as "chat.completions.create".
	ID string
	// Method is the HTTP method.
	Method string
	// Path is the path below the base URL, with {name} for each path parameter.
	Path string
	// Auth is the kind of API key that may call it.
	Auth Auth
	// HasBody says whether it takes a JSON body.
	HasBody bool
	// Idempotent says whether the same request may be sent again when the outcome of the first one is unknown.
	Idempotent bool
	// Pollable says whether a 404 can mean that the resource is not available yet.
	Pollable bool
	// Essential has the fields without which a response is unusable.
	Essential *Shape
	// Stream is nil if the operation does not stream.
	Stream *Stream
	// Pagination is nil if the operation returns no pages.
	Pagination *Pagination
}

// Auth is the kind of API key that an operation needs.
type Auth string

// The kinds of keys. AuthOptional works without a key.
const (
	AuthInference  Auth = "inference"
	AuthManagement Auth = "management"
	AuthOptional   Auth = "optional"
)

// Shape describes the fields of a usable value. Exactly one of Object and Items is set; if neither is, any value that is not
// null is usable.
type Shape struct {
	Object []ShapeField
	Items  *Shape
}

// ShapeField is one field of an object.
type ShapeField struct {
	Name string
	// Optional says whether the field may be absent or null.
	Optional bool
	Shape    *Shape
}

// Stream describes how an operation streams.
type Stream struct {
	// Accumulator is a key of the merge policy.
	Accumulator string
	// Done is the last data payload, which is not JSON; empty if the stream ends with its last event.
	Done string
	// TypeField is the field of an event that contains its type; empty if events have no type.
	TypeField string
	// TerminalEvents are the types of the events after which the response is complete.
	TerminalEvents []string
	// ErrorEvents maps the type of an event that reports a failure to the path of the error in it. An empty path is the event
	// itself.
	ErrorEvents map[string]string
}

// Pagination names the parameters and response fields that page a list. A dot leads into an object, as in "links.next".
type Pagination struct {
	Offset string
	Limit  string
	Items  string
	Total  string
	Next   string
}
