package conformance

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"strings"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

// outcome is what the runner reports about a case.
type outcome struct {
	Steps []*report `json:"steps"`
	Logs  []string  `json:"logs"`
}

// report is what happened in a step. Absent parts are zero; an empty list is not absent.
type report struct {
	Value        json.RawMessage   `json:"value,omitzero"`
	Parsed       json.RawMessage   `json:"parsed,omitzero"`
	Items        []json.RawMessage `json:"items,omitzero"`
	Events       []json.RawMessage `json:"events,omitzero"`
	Text         *string           `json:"text,omitzero"`
	Info         map[string]any    `json:"info,omitzero"`
	Error        map[string]any    `json:"error,omitzero"`
	Retries      []float64         `json:"retries"`
	Attempts     []attempt         `json:"attempts,omitzero"`
	ElapsedMs    float64           `json:"elapsedMs"`
	InputChanged bool              `json:"inputChanged"`
}

// toInfo reports how a call went.
func toInfo(result any) map[string]any {
	info, ok := patchbay.InfoOf(result)
	if !ok {
		return nil
	}
	return compact(map[string]any{
		"attempts":     info.Attempts,
		"requestId":    info.RequestID,
		"generationId": info.GenerationID,
		"status":       info.Status,
		"headers":      toHeaders(info.Header),
	})
}

// toError reports an error under the names of the judge.
func toError(err error) map[string]any {
	if err == nil {
		return nil
	}
	report := map[string]any{
		"class":   "other",
		"message": err.Error(),
		"printed": fmt.Sprintf("%v %+v %#v", err, err, err),
	}
	var own *patchbay.Error
	if !errors.As(err, &own) {
		return report
	}
	report["class"] = string(own.Kind)
	if own.Kind == patchbay.KindCanceled {
		report["class"] = "abort"
	}
	maps.Copy(report, facts(own))
	return report
}

// facts are the fields of an error. A field that the error lacks is absent.
func facts(err *patchbay.Error) map[string]any {
	facts := compact(map[string]any{
		"attempts":     err.Attempts,
		"status":       err.Status,
		"code":         err.Code,
		"errorType":    err.Type,
		"provider":     err.Provider,
		"requestId":    err.RequestID,
		"generationId": err.GenerationID,
		"responseText": string(err.Body),
		"phase":        err.Phase,
		"reason":       err.Reason,
	})
	facts["retryable"] = err.Retryable
	facts["requestSent"] = err.RequestSent
	if err.Metadata != nil {
		facts["metadata"] = err.Metadata
	}
	if err.Header != nil {
		facts["headers"] = toHeaders(err.Header)
	}
	if json.Valid(err.Body) {
		facts["body"] = json.RawMessage(err.Body)
	}
	if wait, ok := err.RetryAfter.Get(); ok {
		facts["retryAfterMs"] = wait.Milliseconds()
	}
	if tokens, ok := err.AffordableTokens.Get(); ok {
		facts["affordableTokens"] = tokens
	}
	if err.RateLimit != nil {
		facts["rateLimit"] = toRateLimit(*err.RateLimit)
	}
	if err.Kind == patchbay.KindOutput {
		facts["text"] = err.Text
		facts["issues"] = toIssues(err.Issues)
	}
	if err.Partial != nil {
		facts["partial"] = err.Partial
	}
	return facts
}

func toRateLimit(limit patchbay.RateLimit) map[string]any {
	report := map[string]any{}
	if value, ok := limit.Limit.Get(); ok {
		report["limit"] = value
	}
	if value, ok := limit.Remaining.Get(); ok {
		report["remaining"] = value
	}
	if !limit.ResetAt.IsZero() {
		report["resetAt"] = limit.ResetAt.UnixMilli()
	}
	return report
}

func toIssues(issues []patchbay.Issue) []map[string]string {
	list := []map[string]string{}
	for _, issue := range issues {
		list = append(list, map[string]string{"path": issue.Path, "message": issue.Message})
	}
	return list
}

// compact removes empty texts and zeros.
func compact(values map[string]any) map[string]any {
	for name, value := range values {
		if value == "" || value == 0 || fmt.Sprint(value) == "" {
			delete(values, name)
		}
	}
	return values
}

func toHeaders(header http.Header) map[string]string {
	headers := map[string]string{}
	for name, values := range header {
		headers[strings.ToLower(name)] = strings.Join(values, ", ")
	}
	return headers
}
