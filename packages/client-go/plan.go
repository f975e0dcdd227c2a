package patchbay

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/url"
	goruntime "runtime"
	"strings"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
	"github.com/patchbay/patchbay/packages/client-go/internal/exchange"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// plan is a call that is ready to be sent: everything that it specifies, read and checked once.
type plan struct {
	op       *contract.Operation
	settings *settings
	streams  bool
	budget   exchange.Budget
	url      *url.URL
	body     []byte
	// idempotencyKey is the value of its header; nil for none.
	idempotencyKey []string
	// hasAuthorization: the caller sets or removes this header, so no key is sent.
	hasAuthorization bool
}

// plan reads a call. With streams, the request asks for a stream. Its error is an *Error of kind usage.
func (r *runtime) plan(op *contract.Operation, req request, opts []Option, streams bool) (*plan, error) {
	s := r.settings.with(opts)
	if s.err != nil {
		return nil, s.err.copied()
	}
	p := &plan{op: op, settings: s, streams: streams, budget: exchange.NewBudget(s.totalTimeout)}
	for at := range s.headers {
		p.hasAuthorization = p.hasAuthorization || s.headers[at].Name == "Authorization"
	}
	if !p.hasAuthorization && s.apiKey == nil && s.managementKey == nil {
		return nil, usageError("Missing API key. Pass WithAPIKey to New, or set the environment variable %s.", generated.Client.EnvAPIKey)
	}
	if err := p.build(req); err != nil {
		return nil, err
	}
	switch {
	case s.idempotencyKey != nil:
		p.idempotencyKey = s.idempotencyKey
	case !op.Idempotent:
		p.idempotencyKey = []string{newUUID()}
	}
	return p, nil
}

// build makes the URL and the body.
func (p *plan) build(req request) error {
	query, err := queryOf(req)
	if err != nil {
		return p.wrongInput(err)
	}
	encoded := ""
	if len(query) > 0 || len(p.settings.query) > 0 {
		encoded = exchange.EncodeQuery(query, p.settings.query)
	}
	if p.url, err = p.settings.baseURL.Join(p.op.ID, p.op.Path, req.path, encoded); err != nil {
		return usageError("The request was not sent: %s.", err)
	}
	if !p.op.HasBody {
		return nil
	}
	fields := p.settings.body
	if p.streams || p.op.Stream != nil && asksForStream(req.params) {
		fields = append(fields[:len(fields):len(fields)], codec.Field{Name: "stream", Value: p.streams})
	}
	params := req.params
	if params == nil {
		params = &object{}
	}
	if p.body, err = codec.Body(params, fields...); err != nil {
		return p.wrongInput(err)
	}
	return nil
}

// asksForStream says whether params have the field "stream", such as those that a proxy decoded. The method takes precedence.
func asksForStream(params any) bool {
	object, ok := params.(interface {
		Extra(name string) (json.RawMessage, bool)
	})
	if !ok {
		return false
	}
	value, ok := object.Extra("stream")
	return ok && string(value) != "false"
}

func (p *plan) wrongInput(err error) *Error {
	failed := usageError("The input of %s cannot be sent: %s. Change the value and send it again.", p.op.ID, err)
	failed.cause = err
	return failed
}

// queryOf returns the query parameters of a call.
func queryOf(req request) ([][2]string, error) {
	if req.params == nil {
		return req.query, nil
	}
	given, err := codec.Query(req.params)
	if err != nil || len(req.query) == 0 {
		return given, err
	}
	query := req.query
	for _, pair := range given {
		if !hasName(req.query, pair[0]) {
			query = append(query[:len(query):len(query)], pair)
		}
	}
	return query, nil
}

func hasName(pairs [][2]string, name string) bool {
	for _, pair := range pairs {
		if pair[0] == name {
			return true
		}
	}
	return false
}

// Values of headers that all requests share. Package net/http does not change them, and a middleware replaces them.
var (
	acceptJSON   = []string{"application/json"}
	acceptStream = []string{"text/event-stream"}
	userAgent    = []string{"patchbay-client/" + version + " " + strings.Replace(goruntime.Version(), "go", "go/", 1)}
	noUserAgent  = []string{""}

	idempotencyHeader = http.CanonicalHeaderKey(generated.Retry.IdempotencyHeader)
)

// header returns the headers of one attempt. authorization is nil for none.
func (p *plan) header(authorization []string) http.Header {
	header := make(http.Header, 8)
	header["Accept"] = acceptJSON
	if p.streams {
		header["Accept"] = acceptStream
	}
	header["User-Agent"] = userAgent
	if p.op.HasBody {
		header["Content-Type"] = acceptJSON
	}
	if p.idempotencyKey != nil {
		header[idempotencyHeader] = p.idempotencyKey
	}
	if authorization != nil {
		header["Authorization"] = authorization
	}
	for _, changes := range [...][]exchange.HeaderChange{p.settings.app, p.settings.headers} {
		for at := range changes {
			if changes[at].Values == nil {
				delete(header, changes[at].Name)
			} else {
				header[changes[at].Name] = changes[at].Values
			}
		}
	}
	if _, ok := header["User-Agent"]; !ok {
		// Otherwise package net/http would send its own name.
		header["User-Agent"] = noUserAgent
	}
	return header
}

// next decides on what follows a failed attempt: it returns the wait before the next one, and whether there is one.
func (p *plan) next(ctx context.Context, failed *Error, attempt int) (time.Duration, bool) {
	s := p.settings
	polls := s.poll != nil && p.op.Pollable && failed.Kind == KindAPI && failed.Status == generated.Client.Poll.Status && attempt < s.poll.MaxAttempts
	if !polls && (attempt > s.maxRetries || !shouldRetry(failed, p.op.Idempotent || s.retryNonIdempotent)) {
		return 0, false
	}
	wait, asks := failed.RetryAfter.Get()
	switch {
	case polls:
		wait = s.poll.Delay
	case !asks:
		wait = exchange.Backoff(&generated.Retry, attempt, s.random)
	}
	if !p.budget.Allows(wait) {
		return 0, false
	}
	// A wait that the context ends would hide the error.
	if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < wait {
		return 0, false
	}
	if s.onRetry != nil {
		s.onRetry(RetryEvent{Attempt: attempt, Delay: wait, Err: failed})
	}
	return wait, true
}

// shouldRetry says whether a failed attempt is repeated. Retryable has the decision of the API. After a failure with an unknown
// outcome, the first request may be charged, so only a safe request is repeated.
func shouldRetry(failed *Error, isSafe bool) bool {
	switch failed.Kind {
	case KindAPI:
		isUnusable := failed.Code == CodeInvalidResponse
		if !isUnusable && !failed.hasOutput {
			return failed.Retryable
		}
		return isSafe && (isUnusable || failed.Retryable)
	case KindConnection:
		return isSafe || !failed.RequestSent
	case KindTimeout:
		return failed.Phase == PhaseAttempt && (isSafe || !failed.RequestSent)
	case KindStream:
		// Within an attempt, a stream fails only in place of its first event.
		return isSafe && (failed.Reason == ReasonInterrupted || failed.Reason == ReasonTruncated)
	}
	return false
}

// newUUID returns a random UUID of version 4.
func newUUID() string {
	var random [16]byte
	_, _ = rand.Read(random[:]) // never fails
	random[6] = random[6]&0x0f | 0x40
	random[8] = random[8]&0x3f | 0x80
	text := []byte("00000000-0000-0000-0000-000000000000")
	hex.Encode(text[0:8], random[0:4])
	hex.Encode(text[9:13], random[4:6])
	hex.Encode(text[14:18], random[6:8])
	hex.Encode(text[19:23], random[8:10])
	hex.Encode(text[24:36], random[10:16])
	return string(text)
}
