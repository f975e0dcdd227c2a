// Switching models: the same request to several models, with the exact cost of each reply.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/patchbay/patchbay/packages/client-go"
)

func main() {
	client := patchbay.New()
	params := patchbay.ChatCompletionParams{
		Messages: []patchbay.ChatMessage{patchbay.User("What is the capital of Norway?")},
	}
	var total patchbay.USD
	for _, model := range []string{"openai/gpt-5-mini", "anthropic/claude-haiku-4.5", "google/gemini-2.5-flash"} {
		params.Model = patchbay.String(model)
		reply, err := client.Chat.Completions.Create(context.Background(), params)
		if err != nil {
			log.Fatal(err)
		}
		cost, known := patchbay.CostOf(reply)
		if !known {
			log.Fatalf("%s did not report its cost", model)
		}
		total = total.Add(cost)
		fmt.Printf("%-32s %s USD  %s\n", model, cost.StringFixed(9), reply.Choices[0].Message.Content)
	}
	fmt.Printf("%-32s %s USD\n", "total", total.StringFixed(9))
	if total.IsZero() {
		log.Fatal("the replies were free")
	}
}
