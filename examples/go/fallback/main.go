// Fallback: on the server with Models, and in the client with a report of every attempt.
package main

import (
	"context"
	"fmt"
	"log"
	"time"

	"github.com/patchbay/patchbay/packages/client-go"
)

func main() {
	ctx := context.Background()
	client := patchbay.New()
	params := patchbay.ChatCompletionParams{
		Models:   []string{"openai/gpt-5-mini", "anthropic/claude-haiku-4.5"},
		Messages: []patchbay.ChatMessage{patchbay.User("What is the capital of Norway?")},
	}

	// The service tries the models in this order and reports the one that replied.
	reply, err := client.Chat.Completions.Create(ctx, params)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("The service used", reply.Model)

	// The client tries the models itself. It also switches when the service cannot be reached in time.
	models := patchbay.NewFallback([]string{"mistralai/mistral-medium-3.1", "openai/gpt-5-mini"},
		patchbay.FallbackFirstTokenTimeout(8*time.Second))
	params.Models = nil
	result, err := models.Chat(ctx, client, params)
	if err != nil {
		log.Fatal(err)
	}
	for _, attempt := range result.Attempts {
		fmt.Printf("  %s: %s %s\n", attempt.Model, attempt.Outcome, attempt.FailureKind)
	}
	fmt.Println("The client used", result.Model)
	if result.Model != "openai/gpt-5-mini" {
		log.Fatal("the second model was expected")
	}
}
