// Credits: the balance of the account, the limit of a key, and an error that says what to do.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/patchbay/patchbay/packages/client-go"
)

func main() {
	ctx := context.Background()
	account := patchbay.New(patchbay.WithManagementKey("sk-or-mgmt-example"))
	credits, err := account.Credits.Get(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%g USD available\n", credits.Data.TotalCredits-credits.Data.TotalUsage)

	// An application gets a key of its own, with a limit. The key is shown only once.
	created, err := account.Keys.Create(ctx, patchbay.CreateKeyParams{
		Name:  "Example application",
		Limit: patchbay.Float(0.000001),
	})
	if err != nil {
		log.Fatal(err)
	}
	application := patchbay.New(patchbay.WithAPIKey(created.Key))
	_, err = application.Chat.Completions.Create(ctx, patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.User("What is the capital of Norway?")},
	})
	fmt.Println(err)
	if _, err := account.Keys.Delete(ctx, created.Data.Hash); err != nil {
		log.Fatal(err)
	}

	var apiErr *patchbay.Error
	if !errors.As(err, &apiErr) || apiErr.Code != patchbay.CodeInsufficientCredits {
		log.Fatal("the limit of the key was ignored")
	}
}
