package patchbay

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/exchange"
	"github.com/patchbay/patchbay/packages/client-go/internal/failure"
)

// attempt is one attempt while its response is read. Its methods are for one goroutine.
type attempt struct {
	plan   *plan
	number int
	status int
	header http.Header

	// ctx is that of the caller.
	ctx        context.Context
	start      time.Time
	deadline   *exchange.Deadline
	trace      exchange.Trace
	sentHeader http.Header
	// sentBody is the body of the request that the client makes, until a middleware replaces it.
	sentBody io.ReadCloser
	body     io.ReadCloser
	length   int64
	// secrets must not appear in errors: the API may repeat them.
	secrets    [2]string
	networkErr error
	known      *ResponseInfo
	isSent     bool
	isClosed   bool
}

// send sends a call until an attempt succeeds or no retry is left. read makes the result from an open response: the body of a
// success, or the first event of a stream. If read fails, send closes the attempt and decides on a retry; if it succeeds, read
// has closed the attempt, or the result closes it later.
func send[T any](ctx context.Context, p *plan, read func(*attempt) (T, error)) (T, error) {
	var none T
	if ctx == nil {
		return none, usageError("The context is nil. Pass context.Background().")
	}
	if err := p.admit(); err != nil {
		return none, err
	}
	for number := 1; ; {
		a := &attempt{plan: p, number: number, ctx: ctx, start: time.Now()}
		result, err := try(a, read)
		if err == nil {
			return result, nil
		}
		p.chargeFailure(a, err)
		number = a.number
		failed := asError(err)
		if failed == nil {
			return none, err
		}
		if failed.Attempts = number; !a.isSent {
			failed.Attempts--
		}
		a.identify(failed)
		wait, ok := p.next(ctx, failed, number)
		if !ok {
			return none, err
		}
		if p.settings.sleep(ctx, wait) != nil {
			return none, canceledError(ctx, number)
		}
		number++
	}
}

// errPanic is how an attempt ended in which a function of the caller panicked.
var errPanic = errors.New("a function of the caller panicked")

// try runs one attempt. The response is closed unless the attempt succeeds.
func try[T any](a *attempt, read func(*attempt) (T, error)) (result T, err error) {
	a.deadline = exchange.NewDeadline(a.ctx, &a.plan.budget)
	a.limit(PhaseAttempt, a.plan.settings.timeout)
	if firstToken := a.plan.settings.firstToken; firstToken > 0 {
		a.limit(PhaseFirstToken, firstToken)
	}
	succeeded := false
	defer func() {
		// Also after a panic of a function of the caller.
		if !succeeded && err == nil {
			err = errPanic
		}
		if !succeeded {
			a.close(err)
		}
	}()
	if err = a.open(); err != nil {
		return result, err
	}
	if result, err = read(a); err != nil {
		return result, err
	}
	succeeded = true
	return result, nil
}

// open sends the request and waits for the headers of the response.
func (a *attempt) open() error {
	if err := a.expired(); err != nil {
		return err
	}
	request, err := a.newRequest()
	if err != nil {
		if ended := a.expired(); ended != nil {
			return ended
		}
		return err
	}
	response, err := a.dispatch(request)
	a.number += a.trace.Replays()
	if err != nil {
		return a.failedRequest(err)
	}
	if response == nil || response.Body == nil {
		return usageError("The HTTP client or a middleware returned no response and no error. Return the response of next, or an error.")
	}
	exchange.Decode(response)
	a.status, a.header, a.body, a.length = response.StatusCode, response.Header, response.Body, response.ContentLength
	if raw := a.plan.settings.raw; raw != nil {
		*raw = RawResponse{Status: a.status, Header: a.header}
	}
	return nil
}

// failedRequest returns the error of a request that has no response. What a function of the caller returned stays unchanged.
func (a *attempt) failedRequest(err error) error {
	if ended := a.expired(); ended != nil {
		return ended
	}
	if asError(err) == nil && a.networkErr != nil && errors.Is(err, a.networkErr) {
		return a.connectionError(err)
	}
	return err
}

// Read reads the body. Its errors are io.EOF and *Error: a timeout, a canceled context or a broken connection.
func (a *attempt) Read(p []byte) (int, error) {
	n, err := a.body.Read(p)
	if err == io.EOF {
		return n, err
	}
	// Also without an error: the body of the caller's HTTP client may ignore the context.
	if ended := a.expired(); ended != nil {
		return n, ended
	}
	if err != nil {
		return n, a.connectionError(err)
	}
	return n, nil
}

// readAll reads the rest of the body. Its error is an *Error.
func (a *attempt) readAll() (string, error) {
	// A server can announce any length.
	const most = 1 << 20
	size := int64(4096)
	if a.length >= 0 {
		size = min(a.length+1, most)
	}
	buffer := make([]byte, 0, size)
	for {
		n, err := a.Read(buffer[len(buffer):cap(buffer)])
		buffer = buffer[:len(buffer)+n]
		switch {
		case err == io.EOF:
			return codec.TextOf(buffer), nil
		case err != nil:
			return "", err
		case len(buffer) == cap(buffer):
			buffer = slices.Grow(buffer, cap(buffer))
		}
	}
}

// limit starts a timeout in place of the current one. It is cheap enough for every event of a stream. 0 means no limit.
func (a *attempt) limit(phase TimeoutPhase, timeout time.Duration) {
	a.deadline.Limit(string(phase), timeout)
}

// pause stops the current timeout. That of the whole call stays.
func (a *attempt) pause() { a.deadline.Pause() }

// expired returns the error of the timeout or the context that has ended the attempt; nil while it is alive.
func (a *attempt) expired() error {
	err := a.deadline.Err()
	if err == nil {
		return nil
	}
	var timeout *exchange.Timeout
	if errors.As(err, &timeout) {
		failed := timeoutError(TimeoutPhase(timeout.Phase), timeout.Limit)
		if failed.Phase == PhaseAttempt && a.plan.streams {
			failed.Message = fmt.Sprintf("The stream sent no event within %s. Raise WithTimeout.", timeout.Limit)
		}
		failed.RequestSent = a.body != nil || a.trace.MayBeSent(nil)
		failed.Attempts = a.number
		return failed
	}
	return canceledError(a.ctx, a.number)
}

// info is what is known about the response.
func (a *attempt) info() *ResponseInfo {
	if a.known == nil {
		a.known = &ResponseInfo{
			Status:       a.status,
			Header:       a.header,
			Attempts:     a.number,
			RequestID:    failure.RequestID(a.header),
			GenerationID: failure.GenerationID(a.header),
		}
	}
	return a.known
}

// identify adds the headers of the response to an error that came after them.
func (a *attempt) identify(failed *Error) {
	if a.header == nil || failed.Header != nil || failed.Kind == KindUsage {
		return
	}
	info := a.info()
	failed.Header = exchange.HeaderWithoutSecrets(a.header, a.secrets[:]...)
	failed.RequestID, failed.GenerationID = info.RequestID, info.GenerationID
}

// close closes the response, and logs the result of the attempt: nil for a success. Only the first call has an effect.
// A body that was read to its end leaves the connection to the next request.
func (a *attempt) close(result error) {
	if a.isClosed {
		return
	}
	a.isClosed = true
	a.deadline.End()
	if a.body != nil {
		_ = a.body.Close() // the result of the attempt is known
	}
	a.logAttempt(result)
}
