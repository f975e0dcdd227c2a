package patchbaytest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

// Request is a request that the session received, and its outcome. The server replaces secrets by "[redacted]".
type Request struct {
	// ID is the number of the request, from 1.
	ID int
	// Time is when it arrived, by the clock of the server.
	Time   time.Time
	Method string
	// Path is the path of the URL, without the query.
	Path   string
	Query  url.Values
	Header http.Header
	// Body is the body as it was received.
	Body string
	// Input has the query, the path parameters and the fields of the body.
	Input map[string]any
	// Operation is the name of the operation, such as "chat.completions.create"; empty for an unknown path.
	Operation string
	// Status is the HTTP status; 0 if the connection was broken before it was sent.
	Status int
	// Rule is the name of the rule that applied; empty if none did.
	Rule string
	// NearMisses are the rules that nearly matched, if none did.
	NearMisses []NearMiss
	// Faults are the faults of the response.
	Faults []FaultReport
	// Attempts are the endpoints that the server called, in order.
	Attempts []Attempt
	// Cost is the cost; 0 until a stream has ended.
	Cost patchbay.USD
	// Duration is the time until the response was ready to be sent.
	Duration time.Duration
	// Ended says how sending ended; nil while the response is being sent.
	Ended *Ended
	// Response is the JSON of the response, a list of the payloads of its events, or its text.
	Response json.RawMessage
}

// NearMiss is a rule that nearly matched a request.
type NearMiss struct {
	Rule        string     `json:"rule"`
	Differences []Mismatch `json:"differences"`
}

// Mismatch is a condition of a rule that a request did not meet.
type Mismatch struct {
	// Field is the condition, such as "userMessage".
	Field    string `json:"field"`
	Expected string `json:"expected"`
	Received string `json:"received"`
}

// FaultReport is a fault of a response.
type FaultReport struct {
	Kind string `json:"kind"`
	// Applied says whether the fault was applied. Reason says why it was not.
	Applied bool   `json:"applied"`
	Reason  string `json:"reason"`
}

// Attempt is an endpoint that the server called for a request.
type Attempt struct {
	Provider string `json:"provider"`
	Model    string `json:"model"`
	Status   int    `json:"status"`
}

// Ended says how sending a response ended.
type Ended struct {
	// Sent is the number of events that were sent; 1 without a stream.
	Sent int `json:"sent"`
	// Complete is false if the client closed the connection early.
	Complete bool `json:"complete"`
}

// entry is a request in the form of the control API.
type entry struct {
	ID         int               `json:"id"`
	Timestamp  float64           `json:"timestamp"`
	Method     string            `json:"method"`
	Path       string            `json:"path"`
	Query      [][2]string       `json:"query"`
	Headers    map[string]string `json:"headers"`
	Body       string            `json:"body"`
	Input      map[string]any    `json:"input"`
	Operation  string            `json:"operation"`
	Status     int               `json:"status"`
	Rule       string            `json:"rule"`
	NearMisses []NearMiss        `json:"nearMisses"`
	Faults     []FaultReport     `json:"faults"`
	Attempts   []Attempt         `json:"attempts"`
	Cost       json.Number       `json:"cost"`
	DurationMs float64           `json:"durationMs"`
	Ended      *Ended            `json:"ended"`
	Response   json.RawMessage   `json:"response"`
}

func (e entry) request() (Request, error) {
	cost, err := patchbay.ParseUSD(e.Cost.String())
	if err != nil {
		return Request{}, fmt.Errorf("the cost of the request %d: %w", e.ID, err)
	}
	header, query := http.Header{}, url.Values{}
	for name, value := range e.Headers {
		header.Set(name, value)
	}
	for _, pair := range e.Query {
		query.Add(pair[0], pair[1])
	}
	return Request{
		ID: e.ID, Time: time.UnixMilli(int64(e.Timestamp)), Method: e.Method, Path: e.Path, Query: query, Header: header,
		Body: e.Body, Input: e.Input, Operation: e.Operation, Status: e.Status, Rule: e.Rule, NearMisses: e.NearMisses,
		Faults: e.Faults, Attempts: e.Attempts, Cost: cost, Ended: e.Ended, Response: e.Response,
		Duration: time.Duration(e.DurationMs * float64(time.Millisecond)),
	}, nil
}

// Requests returns the requests that the session received, oldest first.
func (s *Server) Requests() []Request {
	s.t.Helper()
	requests, err := s.readJournal()
	if err != nil {
		s.t.Fatalf("patchbaytest: %v", err)
	}
	return requests
}

// ClearRequests discards the requests that the session received.
func (s *Server) ClearRequests() {
	s.t.Helper()
	s.call(http.MethodDelete, "/journal", nil, nil)
}

func (s *Server) readJournal() ([]Request, error) {
	requests := []Request{}
	for after := 0; ; {
		var page struct {
			Entries []entry `json:"entries"`
			Next    *int    `json:"next"`
		}
		if err := call(s.control, http.MethodGet, fmt.Sprintf("/journal?after=%d", after), nil, &page); err != nil {
			return nil, err
		}
		for _, entry := range page.Entries {
			request, err := entry.request()
			if err != nil {
				return nil, err
			}
			requests = append(requests, request)
		}
		if page.Next == nil {
			return requests, nil
		}
		after = *page.Next
	}
}

// logRequests logs what the session received, after a failed test.
func (s *Server) logRequests() {
	requests, err := s.readJournal()
	if err != nil {
		s.t.Logf("patchbaytest: %v", err)
		return
	}
	s.t.Logf("patchbaytest: %s", describe(requests))
}

func describe(requests []Request) string {
	if len(requests) == 0 {
		return "the mock server received no request"
	}
	lines := []string{"the mock server received"}
	for _, request := range requests {
		input, _ := json.Marshal(request.Input)
		line := fmt.Sprintf("%d. %s %s: %d", request.ID, request.Method, request.Path, request.Status)
		if request.Rule != "" {
			line += ", " + request.Rule
		}
		lines = append(lines, fmt.Sprintf("%s %.160s", line, input))
		for _, miss := range request.NearMisses {
			for _, one := range miss.Differences {
				lines = append(lines, fmt.Sprintf("   %s does not apply: %s must be %s, got %s", miss.Rule, one.Field, one.Expected, one.Received))
			}
		}
	}
	return strings.Join(lines, "\n")
}
