// Tools: typed functions that the model calls, with a limit on the cost.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/patchbay/patchbay/examples/go/toolloop"
	"github.com/patchbay/patchbay/packages/client-go"
)

type weatherArguments struct {
	City string `json:"city" description:"The name of the city, such as Oslo."`
}

type weather struct {
	City    string `json:"city"`
	Celsius int    `json:"celsius"`
}

func getWeather(_ context.Context, arguments weatherArguments) (any, error) {
	fmt.Printf("get_weather(%s)\n", arguments.City)
	return weather{arguments.City, 7}, nil
}

func main() {
	budget := patchbay.NewBudget(patchbay.MustParseUSD("0.05"))
	params := patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.User("How is the weather in Oslo?")},
	}
	tools := []toolloop.Tool{toolloop.Func("get_weather", "The current weather of a city.", getWeather)}
	reply, messages, err := toolloop.Run(context.Background(), patchbay.New(), params, tools, 8, patchbay.WithBudget(budget))
	if err != nil {
		log.Fatal(err)
	}
	text := reply.Choices[0].Message.Content
	fmt.Printf("%s %s USD, %d messages\n", text, budget.Spent(), len(messages))
	if text != "It is 7 °C in Oslo." {
		log.Fatal("another answer was expected")
	}
}
