// Command ours asks a model with the client. Its size is compared with that of the same program with openai-go.
package main

import (
	"context"
	"fmt"

	"github.com/patchbay/patchbay/packages/client-go"
)

func main() {
	client := patchbay.New()
	reply, err := client.Chat.Completions.Create(context.Background(), patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.User("Hello!")},
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(reply.Choices[0].Message.Content)
}
