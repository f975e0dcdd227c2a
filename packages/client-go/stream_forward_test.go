package patchbay_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go"
)

// forwards returns a client of a proxy that forwards the streams of an API with a body, and the errors of forwarding.
func forwards(t *testing.T, body string) (*patchbay.Client, <-chan error) {
	upstream := newServer(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		_, _ = io.WriteString(w, body)
	})
	client, errs := upstream.client(t), make(chan error, 1)
	proxy := newServer(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		var err error
		switch {
		case strings.HasSuffix(r.URL.Path, "/messages"):
			stream, failed := client.Messages.Stream(r.Context(), patchbay.MessagesParams{Model: "m"})
			if err = failed; err == nil {
				err = stream.Forward(w)
			}
		case strings.HasSuffix(r.URL.Path, "/responses"):
			stream, failed := client.Responses.Stream(r.Context(), patchbay.ResponsesParams{Input: patchbay.ResponsesText("Hi")})
			if err = failed; err == nil {
				err = stream.Forward(w)
			}
		default:
			stream, failed := client.Chat.Completions.Stream(r.Context(), patchbay.ChatCompletionParams{Messages: []patchbay.ChatMessage{patchbay.User("Hi")}})
			if err = failed; err == nil {
				err = stream.Forward(w)
			}
		}
		errs <- err
	})
	return proxy.client(t), errs
}

const (
	chatEvents = `data: {"id":"a","choices":[{"index":0,"delta":{"role":"assistant","content":"<b> é"},"finish_reason":null}],"future":1.50}` + "\n\n" +
		`data: {"id":"a","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"cost":0.1}}` + "\n\n"
	messageEvents = `event: message_start` + "\n" + `data: {"type":"message_start","message":{"id":"a","type":"message","role":"assistant","content":[],"usage":{}}}` + "\n\n" +
		`event: content_block_start` + "\n" + `data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":"Oslo"}}` + "\n\n" +
		`event: future` + "\n" + `data: {"type":"future","x":1e3}` + "\n\n" +
		`event: message_stop` + "\n" + `data: {"type":"message_stop"}` + "\n\n"
	responseEvents = `event: response.created` + "\n" + `data: {"type":"response.created","response":{"id":"a","status":"in_progress","output":[]}}` + "\n\n" +
		`event: response.completed` + "\n" + `data: {"type":"response.completed","response":{"id":"a","status":"completed","output":[]}}` + "\n\n"
)

// forwarded is what a client of the proxy receives.
func forwarded(t *testing.T, client *patchbay.Client, path string) string {
	t.Helper()
	var text string
	keep := patchbay.WithMiddleware(func(request *http.Request, next patchbay.Next) (*http.Response, error) {
		response, err := next(request)
		if err != nil {
			return nil, err
		}
		if kind := response.Header.Get("Content-Type") + " " + response.Header.Get("Cache-Control"); kind != "text/event-stream no-cache" {
			t.Errorf("got the headers %q", kind)
		}
		body, err := io.ReadAll(response.Body)
		text = string(body)
		response.Body = io.NopCloser(strings.NewReader(text))
		return response, err
	})
	switch path {
	case "messages":
		_, _ = client.Messages.Stream(t.Context(), patchbay.MessagesParams{Model: "m"}, keep)
	case "responses":
		_, _ = client.Responses.Stream(t.Context(), patchbay.ResponsesParams{Input: patchbay.ResponsesText("Hi")}, keep)
	default:
		_, _ = client.Chat.Completions.Stream(t.Context(), patchbay.ChatCompletionParams{Messages: []patchbay.ChatMessage{patchbay.User("Hi")}}, keep)
	}
	return text
}

func TestForwardWritesTheEventsThatArrived(t *testing.T) {
	for _, c := range []struct{ path, sent, want string }{
		{"chat", chatEvents + "data: [DONE]\n\n", chatEvents + "data: [DONE]\n\n"},
		{"chat", ": keep-alive\n\n" + strings.Replace(chatEvents, `,"choices"`, ",\ndata: \"choices\"", 1) + "data: [DONE]\n\n",
			strings.Replace(chatEvents, `,"choices"`, `, "choices"`, 1) + "data: [DONE]\n\n"},
		{"messages", messageEvents, messageEvents},
		{"responses", responseEvents + "data: [DONE]\n\n", responseEvents + "data: [DONE]\n\n"},
	} {
		client, errs := forwards(t, c.sent)
		if got := forwarded(t, client, c.path); got != c.want {
			t.Errorf("%s\ngot  %q\nwant %q", c.path, got, c.want)
		}
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

func TestForwardWritesTheErrorOfTheAPI(t *testing.T) {
	begin, _, _ := strings.Cut(chatEvents, "\n\n")
	failure := `data: {"id":"a","choices":[],"error":{"code":502,"message":"The provider failed."}}` + "\n\n"
	messageBegin, _, _ := strings.Cut(messageEvents, "\n\n")
	messageFailure := "event: error\n" + `data: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}` + "\n\n"
	for path, sent := range map[string]string{"chat": begin + "\n\n" + failure, "messages": messageBegin + "\n\n" + messageFailure} {
		client, errs := forwards(t, sent)
		if got := forwarded(t, client, path); got != sent {
			t.Errorf("%s\ngot  %q\nwant %q", path, got, sent)
		}
		wantError(t, <-errs, patchbay.KindAPI)
	}
	client, errs := forwards(t, begin+"\n\n")
	if got := forwarded(t, client, "chat"); got != begin+"\n\n" {
		t.Errorf("a truncated stream: got %q", got)
	}
	if failed := wantError(t, <-errs, patchbay.KindStream); failed.Reason != patchbay.ReasonTruncated {
		t.Errorf("got %v", failed)
	}
}

// brokenWriter is a response to a client that has left.
type brokenWriter struct{ *httptest.ResponseRecorder }

var errLeft = errors.New("the client left")

func (brokenWriter) Write([]byte) (int, error)       { return 0, errLeft }
func (brokenWriter) WriteString(string) (int, error) { return 0, errLeft }

func TestForwardClosesTheStreamWhenItCannotWrite(t *testing.T) {
	client := newCanned(chatEvents + "data: [DONE]\n\n")
	params := patchbay.ChatCompletionParams{Messages: []patchbay.ChatMessage{patchbay.User("Hi")}}
	stream, err := client.Chat.Completions.Stream(t.Context(), params)
	if err != nil {
		t.Fatal(err)
	}
	if err := stream.Forward(brokenWriter{httptest.NewRecorder()}); !errors.Is(err, errLeft) {
		t.Errorf("got %v", err)
	}
	if _, err := stream.Final(); wantError(t, err, patchbay.KindStream).Partial == nil {
		t.Error("the part that arrived is lost")
	}

	stream, err = client.Chat.Completions.Stream(t.Context(), params)
	if err != nil {
		t.Fatal(err)
	}
	recorder := httptest.NewRecorder()
	recorder.Header().Set("Cache-Control", "no-store")
	if err := stream.Forward(recorder); err != nil || recorder.Header().Get("Cache-Control") != "no-store" || !recorder.Flushed {
		t.Errorf("got %v, %v", err, recorder.Header())
	}
	if reply, err := stream.Final(); err != nil || patchbay.TextOf(reply) != "<b> é" {
		t.Errorf("got %v, %v", reply, err)
	}
	if failed := wantError(t, stream.Forward(recorder), patchbay.KindStream); failed.Reason != patchbay.ReasonAlreadyConsumed {
		t.Errorf("got %v", failed)
	}
}
