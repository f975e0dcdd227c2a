package conformance

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"reflect"
	"strings"
	"sync"
	"time"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

// step is one call of a case.
type step struct {
	Op            string                     `json:"op"`
	As            string                     `json:"as"`
	Input         map[string]json.RawMessage `json:"input"`
	Schema        *schema                    `json:"schema"`
	Options       callSettings               `json:"options"`
	Client        map[string]json.RawMessage `json:"client"`
	Fallback      *fallbackSettings          `json:"fallback"`
	Streams       bool                       `json:"streams"`
	Keep          map[string]string          `json:"keep"`
	StopAfter     int                        `json:"stopAfter"`
	CancelAfterMs *float64                   `json:"cancelAfterMs"`
	WaitMs        float64                    `json:"waitMs"`
	PauseMs       float64                    `json:"pauseMs"`
	ReadTwice     bool                       `json:"readTwice"`
}

// state is what the steps of a case share.
type state struct {
	logs lines
	// kept maps names to values of earlier steps.
	kept map[string]any
	// clients maps the options of a client, as JSON, to the client.
	clients map[string]*patchbay.Client
	// fallbacks maps the settings of a fallback, as JSON, to the fallback.
	fallbacks map[string]*patchbay.Fallback
	// http has the connections of this run alone: the server breaks those of some runs, also after a response.
	http *http.Client
}

// runSteps runs all steps, also after one that failed. Steps whose client options are equal share a client.
func runSteps(ctx context.Context, given run) (outcome, error) {
	transport := &http.Transport{Proxy: http.ProxyFromEnvironment}
	defer transport.CloseIdleConnections()
	all := &state{
		kept:      map[string]any{},
		clients:   map[string]*patchbay.Client{},
		fallbacks: map[string]*patchbay.Fallback{},
		http:      &http.Client{Transport: transport},
	}
	var reports []*report
	for _, text := range given.Steps {
		step, err := readStep(text, all.kept)
		if err != nil {
			return outcome{}, err
		}
		time.Sleep(milliseconds(step.WaitMs))
		report, err := all.runStep(ctx, step, given.Client)
		if err != nil {
			return outcome{}, err
		}
		if err := all.keep(step, report); err != nil {
			return outcome{}, err
		}
		reports = append(reports, report)
	}
	return outcome{reports, all.logs.all()}, nil
}

// runStep makes the call of a step. Its error is a fault of the runner; that of the call is in the report.
func (s *state) runStep(ctx context.Context, step step, shared map[string]json.RawMessage) (*report, error) {
	client, err := s.client(step, shared)
	if err != nil {
		return nil, err
	}
	call, err := newCall(client, step)
	if err != nil {
		return nil, err
	}
	if step.Fallback != nil {
		if call.fallback, err = s.fallback(step.Fallback); err != nil {
			return nil, err
		}
	}
	ctx, cancel := cancelAfter(ctx, step.CancelAfterMs)
	defer cancel()
	started := time.Now()
	call.report.Error = toError(call.run(ctx))
	call.report.ElapsedMs = float64(time.Since(started).Microseconds()) / 1000
	call.report.InputChanged = call.inputChanged()
	return call.report, call.fault
}

// client returns the client of a step.
func (s *state) client(step step, shared map[string]json.RawMessage) (*patchbay.Client, error) {
	text, err := merge(shared, step.Client)
	if err != nil {
		return nil, err
	}
	if client := s.clients[string(text)]; client != nil {
		return client, nil
	}
	var settings clientSettings
	if err := json.Unmarshal(text, &settings); err != nil {
		return nil, err
	}
	options, err := settings.options(&s.logs)
	if err != nil {
		return nil, err
	}
	s.clients[string(text)] = patchbay.New(append(options, patchbay.WithHTTPClient(s.http))...)
	return s.clients[string(text)], nil
}

// cancelAfter cancels a context after a time in milliseconds; 0 at once.
func cancelAfter(ctx context.Context, after *float64) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	switch {
	case after == nil:
	case *after == 0:
		cancel()
	default:
		time.AfterFunc(milliseconds(*after), cancel)
	}
	return ctx, cancel
}

// call is a step that is being run, and what it reports.
type call struct {
	step
	client *patchbay.Client
	// fallback is nil for one model.
	fallback *patchbay.Fallback
	method   method
	// params is the input, and copy an equal one that the SDK never sees.
	params, copy reflect.Value
	options      []patchbay.Option
	report       *report
	// fault is a mistake of the runner.
	fault error
}

// verbs maps how a step reads to the method that it calls in place of that of the operation.
var verbs = map[string]string{
	"stream": "Stream", "text": "Stream", "events": "Stream", "final": "Stream", "parse": "Parse", "vectors": "Embed",
}

func newCall(client *patchbay.Client, step step) (*call, error) {
	verb := verbs[step.As]
	if step.As == "pages" {
		verb = step.Op[strings.LastIndex(step.Op, ".")+1:] + "All"
	}
	method, err := findMethod(client, step.Op, verb)
	if err != nil {
		return nil, err
	}
	params, more, err := method.params(step.Input)
	if err != nil {
		return nil, err
	}
	copy, _, err := method.params(step.Input)
	if err != nil {
		return nil, err
	}
	report := &report{Retries: []float64{}}
	var mutex sync.Mutex
	options := append(step.Options.options(), more...)
	options = append(options, patchbay.WithOnRetry(func(event patchbay.RetryEvent) {
		mutex.Lock()
		defer mutex.Unlock()
		report.Retries = append(report.Retries, math.Round(event.Delay.Seconds()*1000))
	}))
	return &call{step: step, client: client, method: method, params: params, copy: copy, options: options, report: report}, nil
}

// inputChanged says whether the SDK has changed the struct that it got.
func (c *call) inputChanged() bool {
	return c.params.IsValid() && !reflect.DeepEqual(c.params.Interface(), c.copy.Interface())
}

// readStep decodes a step, and replaces each "$name" of a kept value.
func readStep(text json.RawMessage, kept map[string]any) (step, error) {
	var result step
	if len(kept) > 0 {
		var value any
		if err := json.Unmarshal(text, &value); err != nil {
			return result, err
		}
		filled, err := json.Marshal(fill(value, kept))
		if err != nil {
			return result, err
		}
		text = filled
	}
	return result, json.Unmarshal(text, &result)
}

func fill(value any, kept map[string]any) any {
	switch value := value.(type) {
	case string:
		if found, ok := kept[strings.TrimPrefix(value, "$")]; ok && strings.HasPrefix(value, "$") {
			return found
		}
	case []any:
		for i := range value {
			value[i] = fill(value[i], kept)
		}
	case map[string]any:
		for name := range value {
			value[name] = fill(value[name], kept)
		}
	}
	return value
}

// keep stores the values that later steps use.
func (s *state) keep(step step, report *report) error {
	if len(step.Keep) == 0 || report.Value == nil {
		return nil
	}
	var value any
	if err := json.Unmarshal(report.Value, &value); err != nil {
		return fmt.Errorf("the value of a step: %w", err)
	}
	for name, pointer := range step.Keep {
		s.kept[name] = valueAt(value, pointer)
	}
	return nil
}
