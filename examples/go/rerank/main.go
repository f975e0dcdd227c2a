// Rerank: order documents by their relevance to a question.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/patchbay/patchbay/packages/client-go"
)

var documents = []string{
	"Tin prices rose on Monday.",
	"Oslo is the capital of Norway.",
	"The cat sleeps on the warm mat.",
}

func main() {
	client := patchbay.New()
	ranking, err := client.Rerank.Create(context.Background(), patchbay.RerankParams{
		Model:     "cohere/rerank-v3.5",
		Query:     "What is the capital of Norway?",
		Documents: patchbay.RerankTexts(documents...),
		TopN:      patchbay.Int(2),
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, result := range ranking.Results {
		fmt.Printf("%.3f  %s\n", result.RelevanceScore, documents[result.Index])
	}
	if len(ranking.Results) != 2 || ranking.Results[0].Index != 1 {
		log.Fatal("another document is more relevant")
	}
}
