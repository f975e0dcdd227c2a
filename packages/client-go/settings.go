package patchbay

import (
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
	"github.com/patchbay/patchbay/packages/client-go/internal/exchange"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
	"github.com/patchbay/patchbay/packages/client-go/internal/show"
)

// settings are the options of a client or a call, complete. Slices are never changed, only replaced, because the settings of a
// call share them with its client.
type settings struct {
	// err is the first mistake in the options.
	err                *Error
	apiKey             *secret
	managementKey      *secret
	baseURL            exchange.BaseURL
	timeout            time.Duration
	idleTimeout        time.Duration
	totalTimeout       time.Duration
	maxRetries         int
	retryNonIdempotent bool
	doer               Doer
	middleware         []Middleware
	// app are the headers of WithApp, and headers those of WithHeader and WithoutHeader.
	app            []exchange.HeaderChange
	headers        []exchange.HeaderChange
	query          [][2]string
	body           []codec.Field
	idempotencyKey []string
	logger         *slog.Logger
	onRetry        func(RetryEvent)
	poll           *Poll
	raw            *RawResponse
	spending       *Budget
	firstToken     time.Duration
	// sleep waits before a retry, and random returns a number from 0 to 1 for its wait. Tests replace them.
	sleep  func(context.Context, time.Duration) error
	random func() float64
}

// secret is an API key, or a function that returns one. The settings have a pointer to it, so that no format of package fmt
// prints it.
type secret struct {
	option string
	// header is the value of the header Authorization.
	header []string
	key    string
	source func(context.Context) (string, error)
}

// newSettings returns the settings of a client: the options, the environment variables, and the defaults of the contract.
func newSettings(opts []Option) *settings {
	policy := &generated.Client
	s := &settings{
		timeout:            milliseconds(policy.TimeoutMs),
		idleTimeout:        milliseconds(policy.IdleTimeoutMs),
		totalTimeout:       milliseconds(policy.TotalTimeoutMs),
		maxRetries:         generated.Retry.MaxRetries,
		retryNonIdempotent: policy.RetryNonIdempotent,
		sleep:              exchange.Sleep,
		random:             rand.Float64,
	}
	for _, option := range opts {
		s.apply(option)
	}
	if s.apiKey == nil {
		if key := os.Getenv(policy.EnvAPIKey); key != "" {
			s.apiKey = s.readKey("the environment variable "+policy.EnvAPIKey, key)
		}
	}
	if s.baseURL == (exchange.BaseURL{}) {
		if text := os.Getenv(policy.EnvBaseURL); text != "" {
			s.readBaseURL("The environment variable "+policy.EnvBaseURL, text)
		} else {
			s.readBaseURL("The default", policy.BaseURL)
		}
	}
	if s.logger == nil {
		s.logger = s.environmentLogger(os.Getenv(policy.EnvLogLevel))
	}
	if s.doer == nil {
		s.doer = exchange.Default()
	}
	return s
}

// with returns the settings with further options. Without options, it returns the same settings.
func (s *settings) with(opts []Option) *settings {
	if len(opts) == 0 {
		return s
	}
	copied := *s
	for _, option := range opts {
		copied.apply(option)
	}
	return &copied
}

func (s *settings) apply(option Option) {
	if option == nil {
		s.fail("An option is nil. Remove it, or pass the result of a function such as WithTimeout.")
		return
	}
	option(s)
}

// keyFor returns the key of an operation; nil if there is none.
func (s *settings) keyFor(op *contract.Operation) *secret {
	if op.Auth == contract.AuthManagement && s.managementKey != nil {
		return s.managementKey
	}
	return s.apiKey
}

// fail remembers the first mistake.
func (s *settings) fail(format string, values ...any) {
	if s.err == nil {
		s.err = usageError(format, values...)
	}
}

func (s *settings) readKey(option, key string) *secret {
	if key == "" {
		s.fail("%s needs a key, got an empty string. Check where it is read from.", option)
		return nil
	}
	if err := checkKey(option, key); err != nil {
		s.err = firstError(s.err, err)
		return nil
	}
	return &secret{option: option, key: key, header: []string{"Bearer " + key}}
}

func (s *settings) readKeyFunc(option string, source func(context.Context) (string, error)) *secret {
	if source == nil {
		s.fail("%s needs a function, got nil.", option)
		return nil
	}
	return &secret{option: option, source: source}
}

// checkKey refuses a key that cannot be a header. It never shows the key.
func checkKey(option, key string) *Error {
	for at := range len(key) {
		if key[at] <= ' ' || key[at] > '~' {
			return usageError("The key of %s contains a space, a line break or another character that is not allowed in a header. Check where it is read from.", option)
		}
	}
	return nil
}

func firstError(first, second *Error) *Error {
	if first != nil {
		return first
	}
	return second
}

// read returns the key of an attempt, and the value of its header.
func (k *secret) read(ctx context.Context) (string, []string, error) {
	if k.source == nil {
		return k.key, k.header, nil
	}
	key, err := k.source(ctx)
	if err != nil {
		return "", nil, err
	}
	if strings.TrimSpace(key) == "" {
		return "", nil, usageError("The function of %s must return a key, got an empty string. No request was sent.", k.option)
	}
	if err := checkKey(k.option, key); err != nil {
		return "", nil, err
	}
	return key, []string{"Bearer " + key}, nil
}

func (s *settings) readBaseURL(option, text string) {
	baseURL, err := exchange.ParseBaseURL(text)
	if err != nil {
		s.fail("%s is not valid: %s.", option, err)
		return
	}
	s.baseURL = baseURL
}

func (s *settings) readDuration(option string, limit time.Duration) time.Duration {
	if limit < 0 {
		s.fail("%s needs a duration of 0 or more, got %s. 0 means no limit.", option, limit)
	}
	return limit
}

func (s *settings) readDoer(doer Doer) {
	if show.IsNil(doer) {
		s.fail("WithHTTPClient needs an HTTP client, got nil. Pass an *http.Client, or omit the option.")
		return
	}
	if client, ok := doer.(*http.Client); ok {
		doer = exchange.Adopt(client)
	}
	s.doer = doer
}

func (s *settings) setHeader(option, name, value string) {
	change, err := exchange.NewHeader(option, name, value)
	s.changeHeader(change, err)
}

func (s *settings) removeHeader(option, name string) {
	change, err := exchange.NoHeader(option, name)
	s.changeHeader(change, err)
}

func (s *settings) changeHeader(change exchange.HeaderChange, err error) {
	if err != nil {
		s.fail("%s.", err)
		return
	}
	s.headers = append(s.headers[:len(s.headers):len(s.headers)], change)
}

func (s *settings) addQuery(name string, value any) {
	pairs, err := exchange.QueryPairs(name, value)
	if err != nil {
		s.fail("%s.", err)
		return
	}
	s.query = append(s.query[:len(s.query):len(s.query)], pairs...)
}

func (s *settings) addBodyField(name string, value any) {
	if name == "stream" {
		s.fail("WithBodyField cannot set \"stream\": the method decides it. Call Stream for a stream.")
		return
	}
	s.body = append(s.body[:len(s.body):len(s.body)], codec.Field{Name: name, Value: value})
}

func (s *settings) readIdempotencyKey(option, key string) []string {
	text, err := exchange.CheckHeaderValue("The key of "+option, key)
	if err != nil {
		s.fail("%s.", err)
		return nil
	}
	if text == "" {
		s.fail("%s needs a key, got %s. Omit the option to use a random key.", option, show.Quote(key))
	}
	return []string{text}
}

// setApp makes the headers of the options of the contract whose names start with "app.".
func (s *settings) setApp(app App) {
	values := map[string][]string{"app.url": {app.URL}, "app.title": {app.Title}, "app.categories": app.Categories}
	s.app = nil
	for at := range generated.Client.Options {
		option := &generated.Client.Options[at]
		given := values[option.Name]
		if len(given) == 0 || len(given) == 1 && given[0] == "" {
			continue
		}
		change, err := exchange.OptionHeader(option, given)
		if err != nil {
			s.fail("WithApp is not valid: %s.", err)
			return
		}
		s.app = append(s.app, change)
	}
}

func (s *settings) readPoll(poll Poll) {
	if poll.Delay < 0 || poll.MaxAttempts < 0 {
		s.fail("WithPoll needs a delay and a number of attempts of 0 or more, got %s and %d. 0 means the default.", poll.Delay, poll.MaxAttempts)
		return
	}
	if poll.Delay == 0 {
		poll.Delay = milliseconds(generated.Client.Poll.DelayMs)
	}
	if poll.MaxAttempts == 0 {
		poll.MaxAttempts = generated.Client.Poll.MaxAttempts
	}
	s.poll = &poll
}

// environmentLogger returns the logger of the level that the environment variable names; nil if it logs no attempts.
func (s *settings) environmentLogger(level string) *slog.Logger {
	if level == "" {
		level = generated.Client.LogLevel
	}
	logger, err := newLogger(level)
	if err != nil {
		s.fail("The environment variable %s must be one of off, error, warn, info, debug; got %s.", generated.Client.EnvLogLevel, show.Quote(level))
	}
	return logger
}

func milliseconds(count int) time.Duration { return time.Duration(count) * time.Millisecond }

// asError returns the *Error in a chain of errors; nil if there is none.
func asError(err error) *Error {
	var found *Error
	if errors.As(err, &found) {
		return found
	}
	return nil
}
