package patchbaytest

import (
	"errors"
	"testing"
	"time"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

func weather() patchbay.ChatCompletionParams {
	return patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.User("How is the weather?")},
	}
}

func TestClientRetriesWithTheServer(t *testing.T) {
	t.Parallel()
	server := NewServer(t)
	server.On(Match{UserMessage: "weather"}).Reply(RateLimited(time.Millisecond), Text("Sunny."))

	reply, err := server.Client().Chat.Completions.Create(t.Context(), weather())
	if err != nil {
		t.Fatal(err)
	}
	if text := reply.Choices[0].Message.Content; text != "Sunny." || len(server.Requests()) != 2 {
		t.Errorf("the reply is %q after %d requests, expected %q after 2", text, len(server.Requests()), "Sunny.")
	}
}

func TestOptionsOfTheClient(t *testing.T) {
	t.Parallel()
	server := NewServer(t)
	server.Reply(Failure(503))

	_, err := server.Client(patchbay.WithMaxRetries(0)).Chat.Completions.Create(t.Context(), weather())
	var failure *patchbay.Error
	if !errors.As(err, &failure) || failure.Status != 503 || failure.Attempts != 1 || len(server.Requests()) != 1 {
		t.Errorf("got %v after %d requests", err, len(server.Requests()))
	}
	if _, err := server.Client().Keys.List(t.Context(), patchbay.KeysListParams{}); !errors.As(err, &failure) || failure.Status != 503 {
		t.Errorf("a rule without conditions does not apply to keys: %v", err)
	}
	server.ClearRules()
	if _, err := server.Client().Keys.List(t.Context(), patchbay.KeysListParams{}); err != nil {
		t.Errorf("the client has no management key: %v", err)
	}
}
