package exchange

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http/httptrace"
	"sync/atomic"
)

// Trace observes how far the request of an attempt got.
type Trace struct {
	hooks     httptrace.ClientTrace
	connects  atomic.Bool
	sent      atomic.Bool
	responded atomic.Bool
	replays   atomic.Int32
}

// Observe returns a context whose request the trace observes.
func (t *Trace) Observe(ctx context.Context) context.Context {
	t.hooks.GetConn = t.connecting
	t.hooks.WroteHeaders = t.wroteHeaders
	t.hooks.GotFirstResponseByte = t.gotResponse
	return httptrace.WithClientTrace(ctx, &t.hooks)
}

// connecting also counts the requests that package net/http repeats by itself: it does so with idempotent ones if a connection
// that was used before breaks. A redirect has a response.
func (t *Trace) connecting(string) {
	t.connects.Store(true)
	if wasSent, hadResponse := t.sent.Swap(false), t.responded.Swap(false); wasSent && !hadResponse {
		t.replays.Add(1)
	}
}

func (t *Trace) wroteHeaders() { t.sent.Store(true) }

func (t *Trace) gotResponse() { t.responded.Store(true) }

// Replays returns how many times package net/http repeated the request by itself.
func (t *Trace) Replays() int { return int(t.replays.Load()) }

// MayBeSent says whether the request may have reached the server before an error. An HTTP client that is not traced shows it by
// the type of its error.
func (t *Trace) MayBeSent(err error) bool {
	if t.sent.Load() || t.replays.Load() > 0 {
		return true
	}
	if t.connects.Load() {
		return false
	}
	var operation *net.OpError
	if errors.As(err, &operation) && (operation.Op == "dial" || operation.Op == "proxyconnect") {
		return false
	}
	var dns *net.DNSError
	return !errors.As(err, &dns) && !IsTLS(err)
}

// IsTLS says whether no TLS session could be established.
func IsTLS(err error) bool {
	var certificate *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var authority x509.UnknownAuthorityError
	var host x509.HostnameError
	var invalid x509.CertificateInvalidError
	return errors.As(err, &certificate) || errors.As(err, &record) || errors.As(err, &authority) ||
		errors.As(err, &host) || errors.As(err, &invalid)
}
