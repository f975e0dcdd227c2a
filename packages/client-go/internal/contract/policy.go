package contract

// RetryPolicy says which failures a client retries, and how long it waits. Durations are in milliseconds.
type RetryPolicy struct {
	Statuses []int
	// StatusFrom: every status from this one on is retryable.
	StatusFrom int
	// ShouldRetryHeader decides instead of the status: "true" or "false".
	ShouldRetryHeader string
	// RetryableField is a path in the error. If the value is false, the response is not retryable.
	RetryableField string
	// IdempotencyHeader is sent with every attempt of an operation that is not idempotent.
	IdempotencyHeader string
	MaxRetries        int
	InitialDelayMs    int
	Multiplier        float64
	MaxDelayMs        int
	// RetryAfter has the places with the wait that a response asks for. The first one that is a number of 0 or more counts.
	RetryAfter []RetryAfterSource
	// MaxRetryAfterMs: a response that asks for a longer wait is not retryable.
	MaxRetryAfterMs int
}

// RetryAfterSource is one place with a wait: a header, a path in the error, or the reset of the rate limit.
type RetryAfterSource struct {
	Header    string
	Field     string
	RateLimit string
	// Format is "ms", "s", "http_date" or "unix_time".
	Format string
	// Statuses is empty for every status.
	Statuses []int
}

// ClientPolicy has the defaults of a client, and the headers that it reads.
type ClientPolicy struct {
	BaseURL       string
	TimeoutMs     int
	IdleTimeoutMs int
	// TotalTimeoutMs is 0 for no limit.
	TotalTimeoutMs     int
	RetryNonIdempotent bool
	LogLevel           string
	// The environment variables.
	EnvAPIKey, EnvBaseURL, EnvLogLevel string
	Poll                               Poll
	// RequestIDHeaders and GenerationIDHeaders: the first one that the response has counts.
	RequestIDHeaders    []string
	GenerationIDHeaders []string
	RateLimit           RateLimitHeaders
	// Options are the options that are sent as headers.
	Options []HeaderOption
}

// Poll says how to wait for a resource while the response has a status.
type Poll struct {
	Status      int
	DelayMs     int
	MaxAttempts int
}

// RateLimitHeaders names the headers of the rate limit. Field is the path in the error of an object that repeats them.
type RateLimitHeaders struct {
	Limit, Remaining, Reset, Field string
}

// HeaderOption is an option that is sent as a header. Name may have a dot, as in "app.title".
type HeaderOption struct {
	Name   string
	Header string
	// Scope is "client" or "call".
	Scope string
	// Encoding is "percent", "url" or empty.
	Encoding string
	// Separator joins the values of a list; empty for one value.
	Separator string
}

// ErrorPolicy says how a client reads errors.
type ErrorPolicy struct {
	// Codes maps a status to its stable code.
	Codes map[int]string
	// Types are the known values of metadata.error_type.
	Types []ErrorType
	// StatusWords: the first pattern that matches an error code in lower case gives the status.
	StatusWords   []StatusWord
	DefaultStatus int
	// MessageFields are the fields with the message of an error, in order.
	MessageFields []string
}

// ErrorType is a known value of metadata.error_type.
type ErrorType struct {
	Type      string
	Status    int
	Retryable bool
}

// StatusWord is a pattern of a regular expression and the status that it stands for.
type StatusWord struct {
	Pattern string
	Status  int
}

// FallbackPolicy classifies a failed attempt, and says what a fallback over several models does next.
type FallbackPolicy struct {
	Kinds []FailureKind
	// Rules: the first rule whose conditions all hold classifies an error.
	Rules           []FailureRule
	Phrases         map[string]Phrases
	RetryDelayMs    int
	MaxRetryAfterMs int
	Cooldown        Cooldown
}

// Cooldown says when a model is left out for a time.
type Cooldown struct {
	Failures    int
	DurationMs  int
	RateLimitMs int
	NotFoundMs  int
}

// FailureKind is a kind of failure with its default action: "retry", "next" or "throw".
type FailureKind struct {
	Kind, Action                         string
	MayBeBilled, BlamesModel, SameForAll bool
}

// FailureRule has the conditions of a kind. A zero value sets no condition.
type FailureRule struct {
	Kind        string
	Shown       *bool
	Error       string
	RequestSent *bool
	Types       []string
	Statuses    []int
	StatusFrom  int
	StatusBelow int
	Says        string
	HasOutput   *bool
}

// Phrases are patterns for a text in lower case: one of Certain, or one of Any and none of Unless.
type Phrases struct {
	// MessageOnly: only the message of the error is searched, not its details.
	MessageOnly          bool
	Certain, Any, Unless []string
}
