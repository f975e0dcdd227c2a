package patchbaytest

import (
	"context"
	"testing"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

func TestClientOfTheServer(t *testing.T) {
	t.Parallel()
	server := NewServer(t)
	server.Reply(Text("Sunny."))
	reply, err := server.Client().Chat.Completions.Create(context.Background(), patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.User("How is the weather?")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if text := reply.Choices[0].Message.Content; text != "Sunny." {
		t.Errorf("the reply is %q, expected %q", text, "Sunny.")
	}
}
