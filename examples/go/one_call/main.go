// One call: a chat completion, what it cost, and which provider served it.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/patchbay/patchbay/packages/client-go"
)

func main() {
	client := patchbay.New()
	reply, err := client.Chat.Completions.Create(context.Background(), patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.User("What is the capital of Norway?")},
	})
	if err != nil {
		log.Fatal(err)
	}
	text := reply.Choices[0].Message.Content
	fmt.Println(text)

	cost, known := patchbay.CostOf(reply)
	fmt.Printf("%s, %d + %d tokens, %s USD\n", reply.Provider, reply.Usage.PromptTokens, reply.Usage.CompletionTokens, cost)

	info, _ := patchbay.InfoOf(reply)
	fmt.Printf("generation %s, %d attempt\n", info.GenerationID, info.Attempts)

	if text != "Oslo." || !known {
		log.Fatal("the scenario replies with another text, or without a cost")
	}
}
