package patchbay

import (
	"errors"
	"io"
	"net/http"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// Forward writes the rest of the stream to an HTTP response, such as that of a proxy to a browser: the events with all fields that
// arrived, as server-sent events, each at once, and the end mark of the API. It sets the Content-Type and, unless it is set, the
// Cache-Control. Partial, Final and [InfoOf] work after it.
//
// An error of the API is written as the event that reported it. After any other error the response ends without its end mark; to
// break the connection, too, panic with [http.ErrAbortHandler]. The error is that of the stream, or that of writing, which closes
// the stream. Keep-alive comments and pings are not forwarded.
//
//	stream, err := client.Chat.Completions.Stream(request.Context(), params)
//	if err != nil {
//		http.Error(w, err.Error(), http.StatusBadGateway)
//		return
//	}
//	err = stream.Forward(w)
func (s *Stream[E, R]) Forward(w http.ResponseWriter) error {
	defer s.Close()
	if err := s.claim(); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/event-stream")
	if w.Header().Get("Cache-Control") == "" {
		w.Header().Set("Cache-Control", "no-cache")
	}
	op := s.core.attempt.plan.op.Stream
	out := eventWriter{w, http.NewResponseController(w), op.TypeField}
	for s.advance() {
		if err := out.write(s.core.event); err != nil {
			return err
		}
	}
	var failed *Error
	if errors.As(s.err, &failed) && failed.Kind == KindAPI {
		if event := rootOf(string(failed.Body)); event.Exists() {
			if err := out.write(event); err != nil {
				return errors.Join(s.err, err)
			}
		}
	}
	if s.err != nil || op.Done == "" {
		return s.err
	}
	return out.send("data: " + op.Done + "\n\n")
}

// eventWriter writes server-sent events.
type eventWriter struct {
	w          http.ResponseWriter
	controller *http.ResponseController
	// typeField is the field of an event with its type, which is also its name; empty if events have no name.
	typeField string
}

// newlines are white space in JSON, and end a line of an event.
var newlines = strings.NewReplacer("\r", " ", "\n", " ")

func (o eventWriter) write(event codec.Node) error {
	text := "data: " + newlines.Replace(event.Raw()) + "\n\n"
	if o.typeField != "" {
		text = "event: " + newlines.Replace(event.Get(o.typeField).Text()) + "\n" + text
	}
	return o.send(text)
}

func (o eventWriter) send(text string) error {
	if _, err := io.WriteString(o.w, text); err != nil {
		return err
	}
	// A writer that cannot flush, such as that of a test, has the whole response at the end.
	if err := o.controller.Flush(); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	return nil
}
