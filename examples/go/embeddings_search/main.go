// Semantic search: embed a question and some notes, and order the notes by similarity.
package main

import (
	"cmp"
	"context"
	"fmt"
	"log"
	"slices"

	"github.com/patchbay/patchbay/packages/client-go"
)

var notes = []string{
	"The cat sleeps on the warm mat.",
	"Tin prices rose on Monday.",
	"Patch the microphone into channel two.",
}

type match struct {
	note  string
	score float32
}

func main() {
	client := patchbay.New()
	embedded, err := client.Embeddings.Embed(context.Background(), patchbay.EmbeddingParams{
		Model: "openai/text-embedding-3-small",
		Input: patchbay.EmbeddingTexts(append([]string{"Where does the cat sleep?"}, notes...)...),
	})
	if err != nil {
		log.Fatal(err)
	}
	question, vectors := embedded.Vectors[0], embedded.Vectors[1:]

	matches := make([]match, len(notes))
	for i, vector := range vectors {
		matches[i] = match{notes[i], similarity(question, vector)}
	}
	slices.SortFunc(matches, func(a, b match) int { return cmp.Compare(b.score, a.score) })
	for _, one := range matches {
		fmt.Printf("%.3f  %s\n", one.score, one.note)
	}
	if matches[0].note != notes[0] {
		log.Fatal("another note is more similar to the question")
	}
}

// similarity is the dot product, because the vectors have the length 1.
func similarity(a, b []float32) (sum float32) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}
