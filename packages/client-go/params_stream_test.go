package patchbay_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go"
)

func TestTheMethodDecidesWhetherTheResponseIsAStream(t *testing.T) {
	s := newServer(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.Header.Get("Accept"), "text/event-stream") {
			w.Header().Set("Content-Type", "text/event-stream")
			_, _ = w.Write([]byte(chatEvents + "data: [DONE]\n\n"))
			return
		}
		reply(w, 200, completion)
	})
	client := s.client(t)
	for _, stream := range []string{"true", "false", "null"} {
		// The request of another client, in a proxy.
		var decoded patchbay.ChatCompletionParams
		if err := json.Unmarshal([]byte(`{"stream":`+stream+`,"messages":[{"role":"user","content":"Hi"}]}`), &decoded); err != nil {
			t.Fatal(err)
		}
		built := patchbay.ChatCompletionParams{Messages: []patchbay.ChatMessage{patchbay.User("Hi")}}
		built.SetExtra("stream", json.RawMessage(stream))
		for name, params := range map[string]patchbay.ChatCompletionParams{"decoded": decoded, "built": built} {
			if _, err := client.Chat.Completions.Create(t.Context(), params); err != nil {
				t.Fatal(err)
			}
			opened, err := client.Chat.Completions.Stream(t.Context(), params)
			if err != nil {
				t.Fatal(err)
			}
			_ = opened.Close()
			requests := s.all()
			for i, want := range []bool{false, true} {
				if body := requests[len(requests)-2+i].body; strings.Contains(body, `"stream":true`) != want || strings.Count(body, `"stream"`) != 1 {
					t.Errorf("%s with %s: got %s, want %t", name, stream, body, want)
				}
			}
		}
	}
	if _, err := client.Chat.Completions.Create(t.Context(), patchbay.ChatCompletionParams{Messages: []patchbay.ChatMessage{patchbay.User("Hi")}}); err != nil {
		t.Fatal(err)
	}
	requests := s.all()
	if body := requests[len(requests)-1].body; strings.Contains(body, "stream") {
		t.Errorf("got %s", body)
	}
}
