package patchbay

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
	"github.com/patchbay/patchbay/packages/client-go/internal/fallback"
)

// attemptFailure is why an attempt cannot be used.
type attemptFailure struct {
	kind       contract.FailureKind
	err        error
	retryAfter fallback.Wait
}

// classify returns the failure of an error. Shown says whether output was shown before it.
func classify(err error, shown bool) attemptFailure {
	var apiErr *Error
	if !errors.As(err, &apiErr) {
		return attemptFailure{kind: classifier().Classify(fallback.Failure{Shown: shown}), err: err}
	}
	classified := attemptFailure{kind: classifier().Classify(factsOf(apiErr, shown)), err: err}
	if wait, ok := apiErr.RetryAfter.Get(); ok && !shown {
		classified.retryAfter = fallback.Wait{Duration: wait, Set: true}
	}
	return classified
}

// messagePrefix is the status and the code before the text of the API, such as "400 bad_request: ".
var messagePrefix = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\d+ \w+: `) })

func factsOf(err *Error, shown bool) fallback.Failure {
	facts := fallback.Failure{
		Shown:       shown,
		RequestSent: err.RequestSent,
		Status:      err.Status,
		Type:        err.Type,
		Message:     messagePrefix().ReplaceAllString(err.Message, ""),
		HasOutput:   err.Code == CodeInvalidResponse || err.hasOutput || hasText(err.Partial),
	}
	switch err.Kind {
	case KindTimeout, KindConnection, KindStream, KindAPI:
		// The contract has the same names for these classes.
		facts.Class = string(err.Kind)
	}
	if code := err.Metadata["provider_code"]; code != nil {
		facts.Details = fmt.Sprint(code)
	}
	if raw := err.Metadata["raw"]; raw != nil {
		facts.Details += " " + textOf(raw)
	}
	return facts
}

// textOf returns a string unchanged, and the JSON of any other value.
func textOf(value any) string {
	if text, ok := value.(string); ok {
		return text
	}
	encoded, err := json.Marshal(value)
	if err != nil {
		return ""
	}
	return string(encoded)
}

// hasText says whether a part of a response contains text of the model.
func hasText(partial any) bool {
	switch partial := partial.(type) {
	case *ChatCompletion:
		return partial != nil && slices.ContainsFunc(partial.Choices, func(choice ChatCompletionChoice) bool { return choice.Message.Content != "" })
	case *ResponseObject:
		return partial != nil && len(partial.Output) > 0
	case *MessagesResponse:
		return partial != nil && len(partial.Content) > 0
	}
	return false
}

// isEmpty says whether a completion has nothing to show or run. A truncated or filtered one counts as a response.
func isEmpty(completion *ChatCompletion) bool {
	if len(completion.Choices) == 0 {
		return true
	}
	choice := completion.Choices[0]
	if choice.FinishReason == FinishReasonLength || choice.FinishReason == FinishReasonContentFilter {
		return false
	}
	message := choice.Message
	if len(message.ToolCalls) > 0 || len(message.Images) > 0 || message.Audio != nil {
		return false
	}
	text := message.Content + message.Refusal
	if content, ok := message.Extra("content"); ok && text == "" {
		// Some providers send a list of parts.
		text = contentText(rootOf(string(content)))
	}
	return strings.TrimSpace(text) == ""
}
