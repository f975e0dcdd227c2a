// An evaluation loop: ask several models the same questions at once, and score the replies.
package main

import (
	"context"
	"fmt"
	"log"
	"strings"
	"sync"

	"github.com/patchbay/patchbay/packages/client-go"
)

var models = []string{"openai/gpt-5-mini", "anthropic/claude-haiku-4.5"}

var questions = map[string]string{
	"What is the capital of Norway?": "Oslo",
	"What is 6 times 7?":             "42",
}

type score struct {
	mutex   sync.Mutex
	correct int
	cost    patchbay.USD
}

func (s *score) add(reply *patchbay.ChatCompletion, expected string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if strings.Contains(reply.Choices[0].Message.Content, expected) {
		s.correct++
	}
	if cost, known := patchbay.CostOf(reply); known {
		s.cost = s.cost.Add(cost)
	}
}

func main() {
	client := patchbay.New(patchbay.WithMaxRetries(3))
	for _, model := range models {
		var total score
		var group sync.WaitGroup
		for question, expected := range questions {
			group.Go(func() {
				reply, err := client.Chat.Completions.Create(context.Background(), patchbay.ChatCompletionParams{
					Model:       patchbay.String(model),
					Messages:    []patchbay.ChatMessage{patchbay.User(question)},
					Temperature: patchbay.Float(0),
					Seed:        patchbay.Int(1),
				})
				if err != nil {
					log.Fatal(err)
				}
				total.add(reply, expected)
			})
		}
		group.Wait()
		fmt.Printf("%-32s %d/%d correct, %s USD\n", model, total.correct, len(questions), total.cost.StringFixed(9))
		if total.correct != len(questions) {
			log.Fatal("a reply is wrong")
		}
	}
}
