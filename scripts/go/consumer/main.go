// Command consumer is a program in a module outside of the repository. scripts/go/check-module.ts builds it from a copy of the
// client. Its argument is the base URL of a mock server.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

func main() {
	log.SetFlags(0)
	ctx := context.Background()
	client := patchbay.New(patchbay.WithAPIKey("sk-or-v1-consumer"), patchbay.WithBaseURL(os.Args[1]))
	params := patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.User("one two three")},
	}
	reply, err := client.Chat.Completions.Create(ctx, params)
	if err != nil {
		log.Fatal("the call failed: ", err)
	}
	text := readStream(ctx, client, params)
	if answer := reply.Choices[0].Message.Content; answer == "" || text != answer {
		log.Fatalf("the reply is %q, and its stream is %q", answer, text)
	}
	params.Temperature = patchbay.Float(9)
	var failure *patchbay.Error
	if _, err = client.Chat.Completions.Create(ctx, params); !errors.As(err, &failure) || failure.Code != patchbay.CodeBadRequest {
		log.Fatalf("an invalid request does not fail as such: %v", err)
	}
	fmt.Println("a module outside of the repository builds the client and calls the server")
}

func readStream(ctx context.Context, client *patchbay.Client, params patchbay.ChatCompletionParams) string {
	stream, err := client.Chat.Completions.Stream(ctx, params)
	if err != nil {
		log.Fatal("the stream did not open: ", err)
	}
	defer stream.Close()
	var text string
	for piece, err := range stream.Text() {
		if err != nil {
			log.Fatal("the stream failed: ", err)
		}
		text += piece
	}
	return text
}
