package patchbay

import (
	"context"
	"log/slog"
	"net/http"
	"time"
)

// Option configures a client, or one call. An option of a call takes precedence over that of its client.
type Option func(*settings)

// Doer sends HTTP requests, as *http.Client does.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

// Next sends a request: the next middleware, or the HTTP client.
type Next func(*http.Request) (*http.Response, error)

// Middleware handles one attempt. It may change the request before it calls next, and must return the response of next or
// one of its own.
type Middleware func(request *http.Request, next Next) (*http.Response, error)

// App describes the application in OpenRouter's rankings.
type App struct {
	// URL identifies the application. Sent as HTTP-Referer.
	URL string
	// Title is the display name. Sent as X-OpenRouter-Title.
	Title string
	// Categories are categories such as "cli-agent". Sent as X-OpenRouter-Categories.
	Categories []string
}

// RetryEvent is a retry that is about to happen.
type RetryEvent struct {
	// Attempt is the number of the failed attempt, from 1.
	Attempt int
	// Delay is the time until the next attempt.
	Delay time.Duration
	// Err is the error of the failed attempt.
	Err *Error
}

// Poll says how to wait for a resource that is not available yet. The zero value has the defaults of the contract: up to 40
// attempts, 250 ms apart.
type Poll struct {
	// Delay is the time between two attempts. Default: 250 ms.
	Delay time.Duration
	// MaxAttempts is the number of attempts. Default: 40.
	MaxAttempts int
}

// RawResponse is a response before it is parsed.
type RawResponse struct {
	Status int
	Header http.Header
	// Body is the body as it came; empty for a stream.
	Body []byte
}

// WithAPIKey sets the API key. Default: the environment variable OPENROUTER_API_KEY.
func WithAPIKey(key string) Option {
	return func(s *settings) { s.apiKey = s.readKey("WithAPIKey", key) }
}

// WithAPIKeyFunc sets a function that returns the API key before each attempt, so that keys can be rotated.
func WithAPIKeyFunc(key func(context.Context) (string, error)) Option {
	return func(s *settings) { s.apiKey = s.readKeyFunc("WithAPIKeyFunc", key) }
}

// WithManagementKey sets the key for credits, keys and activity. Default: the API key.
func WithManagementKey(key string) Option {
	return func(s *settings) { s.managementKey = s.readKey("WithManagementKey", key) }
}

// WithManagementKeyFunc sets a function that returns the management key before each attempt.
func WithManagementKeyFunc(key func(context.Context) (string, error)) Option {
	return func(s *settings) { s.managementKey = s.readKeyFunc("WithManagementKeyFunc", key) }
}

// WithBaseURL sets the URL of the API. Default: the environment variable OPENROUTER_BASE_URL, otherwise
// https://openrouter.ai/api/v1.
func WithBaseURL(baseURL string) Option {
	return func(s *settings) { s.readBaseURL("WithBaseURL", baseURL) }
}

// WithTimeout limits one attempt: until the response is complete, or until the first event of a stream. It never ends a
// stream that has begun. 0 means no limit. Default: 10 minutes.
func WithTimeout(limit time.Duration) Option {
	return func(s *settings) { s.timeout = s.readDuration("WithTimeout", limit) }
}

// WithIdleTimeout limits the time between two events of a stream. Keep-alive comments are not events, and the time in which
// the caller handles an event does not count. 0 means no limit. Default: 5 minutes.
func WithIdleTimeout(limit time.Duration) Option {
	return func(s *settings) { s.idleTimeout = s.readDuration("WithIdleTimeout", limit) }
}

// WithTotalTimeout limits the whole call: attempts, waits and stream. 0 means no limit, which is the default.
func WithTotalTimeout(limit time.Duration) Option {
	return func(s *settings) { s.totalTimeout = s.readDuration("WithTotalTimeout", limit) }
}

// WithMaxRetries sets the number of retries after the first attempt. Default: 2.
func WithMaxRetries(retries int) Option {
	return func(s *settings) {
		if retries < 0 {
			s.fail("WithMaxRetries needs a number of 0 or more, got %d.", retries)
		}
		s.maxRetries = retries
	}
}

// WithRetryNonIdempotent says whether to also retry a request that is not idempotent after a failure with an unknown outcome,
// such as a broken connection. The first request may be charged. Default: false.
func WithRetryNonIdempotent(retry bool) Option {
	return func(s *settings) { s.retryNonIdempotent = retry }
}

// WithHTTPClient sets the HTTP client, usually an *http.Client, for proxies, certificates and tests. Of an *http.Client, a
// copy without its Timeout is used, because that would end streams; see WithTimeout. Default: a client with the proxy variables of the environment.
func WithHTTPClient(client Doer) Option {
	return func(s *settings) { s.readDoer(client) }
}

// WithMiddleware adds a function that handles every attempt. The first one that is added is the outermost one.
func WithMiddleware(middleware Middleware) Option {
	return func(s *settings) {
		if middleware == nil {
			s.fail("WithMiddleware needs a function, got nil.")
			return
		}
		s.middleware = append(s.middleware[:len(s.middleware):len(s.middleware)], middleware)
	}
}

// WithHeader sets a header of every request, also in place of one of the client's own.
func WithHeader(name, value string) Option {
	return func(s *settings) { s.setHeader("WithHeader", name, value) }
}

// WithoutHeader removes a header, also one of the client's own.
func WithoutHeader(name string) Option {
	return func(s *settings) { s.removeHeader("WithoutHeader", name) }
}

// WithQuery adds a query parameter: a string, a number or a boolean. A slice repeats the parameter; nil adds nothing.
func WithQuery(name string, value any) Option {
	return func(s *settings) { s.addQuery(name, value) }
}

// WithBodyField sets a field of the request body that the params have no field for, or replaces one. The value is encoded as
// JSON; nil is sent as null. An operation without a body ignores it.
func WithBodyField(name string, value any) Option {
	return func(s *settings) {
		s.addBodyField(name, value)
	}
}

// WithIdempotencyKey sets the key that all attempts of a call have in common. Default: a random key for each call of an
// operation that is not idempotent.
func WithIdempotencyKey(key string) Option {
	return func(s *settings) { s.idempotencyKey = s.readIdempotencyKey("WithIdempotencyKey", key) }
}

// WithApp sets how OpenRouter's rankings show the application.
func WithApp(app App) Option {
	return func(s *settings) { s.setApp(app) }
}

// WithLogger sets the destination of log records: one of level Info per attempt, with the headers if the logger has level Debug.
// Keys, cookies, bodies and messages of the API are never logged. Default: none, unless the environment variable PATCHBAY_LOG is
// info or debug, which prints the records to standard error.
func WithLogger(logger *slog.Logger) Option {
	return func(s *settings) {
		if logger == nil {
			s.fail("WithLogger needs a logger, got nil. To log nothing, pass slog.New(slog.DiscardHandler).")
			return
		}
		s.logger = logger
	}
}

// WithOnRetry sets a function that is called before the wait for each retry.
func WithOnRetry(notify func(RetryEvent)) Option {
	return func(s *settings) { s.onRetry = notify }
}

// WithPoll waits for a resource that is not available yet: a call of an operation such as Generations.Get repeats its request
// while the status is 404.
func WithPoll(poll Poll) Option {
	return func(s *settings) { s.readPoll(poll) }
}

// WithRawResponse stores the status, headers and body of the response as they came. Use it for one call. The body then need not be
// usable: a body without the expected fields does not fail the call.
func WithRawResponse(response *RawResponse) Option {
	return func(s *settings) {
		if response == nil {
			s.fail("WithRawResponse needs a pointer to a RawResponse, got nil.")
			return
		}
		s.raw = response
	}
}
