package conformance

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

// limits are the options that a client and each of its calls have. Times are milliseconds.
type limits struct {
	TimeoutMs          *float64 `json:"timeoutMs"`
	IdleTimeoutMs      *float64 `json:"idleTimeoutMs"`
	TotalTimeoutMs     *float64 `json:"totalTimeoutMs"`
	MaxRetries         *int     `json:"maxRetries"`
	RetryNonIdempotent *bool    `json:"retryNonIdempotent"`
}

// callSettings are the options of a step.
type callSettings struct {
	limits
	IdempotencyKey *string                    `json:"idempotencyKey"`
	Headers        map[string]*string         `json:"headers"`
	Query          map[string]any             `json:"query"`
	Body           map[string]json.RawMessage `json:"body"`
	Poll           bool                       `json:"poll"`
}

// clientSettings are the options of a client.
type clientSettings struct {
	limits
	// APIKey is a text, null, or a list with a key for each attempt.
	APIKey        any                `json:"apiKey"`
	ManagementKey *string            `json:"managementKey"`
	BaseURL       string             `json:"baseURL"`
	Headers       map[string]*string `json:"headers"`
	App           *struct {
		URL        string   `json:"url"`
		Title      string   `json:"title"`
		Categories []string `json:"categories"`
	} `json:"app"`
	LogLevel string `json:"logLevel"`
}

// merge returns the options of a step: those of the run, which the step overrides one by one.
func merge(shared, own map[string]json.RawMessage) (json.RawMessage, error) {
	all := maps.Clone(shared)
	maps.Copy(all, own)
	return json.Marshal(all)
}

// options converts the limits to options of the SDK.
func (l limits) options() []patchbay.Option {
	var options []patchbay.Option
	if l.TimeoutMs != nil {
		options = append(options, patchbay.WithTimeout(milliseconds(*l.TimeoutMs)))
	}
	if l.IdleTimeoutMs != nil {
		options = append(options, patchbay.WithIdleTimeout(milliseconds(*l.IdleTimeoutMs)))
	}
	if l.TotalTimeoutMs != nil {
		options = append(options, patchbay.WithTotalTimeout(milliseconds(*l.TotalTimeoutMs)))
	}
	if l.MaxRetries != nil {
		options = append(options, patchbay.WithMaxRetries(*l.MaxRetries))
	}
	if l.RetryNonIdempotent != nil {
		options = append(options, patchbay.WithRetryNonIdempotent(*l.RetryNonIdempotent))
	}
	return options
}

// options converts the settings of a step to options of the SDK.
func (s callSettings) options() []patchbay.Option {
	options := append(s.limits.options(), headers(s.Headers)...)
	if s.IdempotencyKey != nil {
		options = append(options, patchbay.WithIdempotencyKey(*s.IdempotencyKey))
	}
	for _, name := range slices.Sorted(maps.Keys(s.Query)) {
		options = append(options, patchbay.WithQuery(name, s.Query[name]))
	}
	for name, value := range s.Body {
		options = append(options, patchbay.WithBodyField(name, value))
	}
	if s.Poll {
		options = append(options, patchbay.WithPoll(patchbay.Poll{}))
	}
	return options
}

// options converts the settings of a client to options of the SDK.
func (s clientSettings) options(logs *lines) ([]patchbay.Option, error) {
	options := append(s.limits.options(), headers(s.Headers)...)
	options = append(options, patchbay.WithBaseURL(s.BaseURL))
	switch key := s.APIKey.(type) {
	case string:
		options = append(options, patchbay.WithAPIKey(key))
	case []any:
		options = append(options, patchbay.WithAPIKeyFunc(keysInTurn(key)))
	}
	if s.ManagementKey != nil {
		options = append(options, patchbay.WithManagementKey(*s.ManagementKey))
	}
	if s.App != nil {
		app := patchbay.App{URL: s.App.URL, Title: s.App.Title, Categories: s.App.Categories}
		options = append(options, patchbay.WithApp(app))
	}
	if s.LogLevel != "" {
		var level slog.Level
		if err := level.UnmarshalText([]byte(s.LogLevel)); err != nil {
			return nil, err
		}
		handler := slog.NewTextHandler(logs, &slog.HandlerOptions{Level: level})
		options = append(options, patchbay.WithLogger(slog.New(handler)))
	}
	return options, nil
}

// headers converts headers to options of the SDK. Null removes a header.
func headers(given map[string]*string) []patchbay.Option {
	var options []patchbay.Option
	for name, value := range given {
		if value == nil {
			options = append(options, patchbay.WithoutHeader(name))
		} else {
			options = append(options, patchbay.WithHeader(name, *value))
		}
	}
	return options
}

// keysInTurn returns a function that gives one key per attempt.
func keysInTurn(keys []any) func(context.Context) (string, error) {
	var mutex sync.Mutex
	next := 0
	return func(context.Context) (string, error) {
		mutex.Lock()
		defer mutex.Unlock()
		if next == len(keys) {
			return "", errors.New("the case has no further key")
		}
		next++
		return fmt.Sprint(keys[next-1]), nil
	}
}

func milliseconds(value float64) time.Duration {
	return time.Duration(value * float64(time.Millisecond))
}

// lines collects log lines.
type lines struct {
	mutex sync.Mutex
	list  []string
}

// Write adds a line.
func (l *lines) Write(text []byte) (int, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.list = append(l.list, strings.TrimSpace(string(text)))
	return len(text), nil
}

// all returns the lines that were collected.
func (l *lines) all() []string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return append([]string{}, l.list...)
}
