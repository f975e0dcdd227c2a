// Streaming: print the text as it arrives, then read the complete response and its cost.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/patchbay/patchbay/packages/client-go"
)

func main() {
	client := patchbay.New()
	stream, err := client.Chat.Completions.Stream(context.Background(), patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.User("Describe a fjord.")},
	})
	if err != nil {
		log.Fatal(err)
	}
	defer stream.Close()

	printed := ""
	for text, err := range stream.Text() {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Print(text)
		printed += text
	}
	reply, err := stream.Final()
	if err != nil {
		log.Fatal(err)
	}
	cost, _ := patchbay.CostOf(reply)
	fmt.Printf("\n%d tokens, %s USD, %s\n", reply.Usage.CompletionTokens, cost, reply.Choices[0].FinishReason)
	if printed != reply.Choices[0].Message.Content {
		log.Fatal("the pieces are not the complete text")
	}
}
