package patchbay_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
	"time"

	"github.com/patchbay/patchbay/packages/client-go"
)

func Example() {
	// patchbay.New() reads the API key from OPENROUTER_API_KEY.
	reply, err := client.Chat.Completions.Create(ctx, patchbay.ChatCompletionParams{
		Model:     patchbay.String("openai/gpt-5-mini"),
		Messages:  []patchbay.ChatMessage{patchbay.System("Be brief."), patchbay.User("What is the capital of Norway?")},
		MaxTokens: patchbay.Int(100),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(reply.Choices[0].Message.Content)
	fmt.Println(reply.Provider, reply.Usage.TotalTokens)
	// Output:
	// Oslo.
	// OpenAI 17
}

func ExampleClient_WithOptions() {
	patient := client.WithOptions(patchbay.WithTimeout(20*time.Minute), patchbay.WithMaxRetries(5))
	reply, err := patient.Chat.Completions.Create(ctx, params)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(patchbay.TextOf(reply))
	// Output: Oslo.
}

func ExampleChatCompletionsService_Stream() {
	stream, err := client.Chat.Completions.Stream(ctx, params)
	if err != nil {
		log.Fatal(err)
	}
	defer stream.Close()
	for text, err := range stream.Text() {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Print(text, "|")
	}
	reply, err := stream.Final()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("\n"+reply.Choices[0].Message.Content, reply.Choices[0].FinishReason)
	// Output:
	// Os|lo.|
	// Oslo. stop
}

func ExampleChatStream_Events() {
	stream, err := client.Chat.Completions.Stream(ctx, params)
	if err != nil {
		log.Fatal(err)
	}
	for event, err := range stream.Events() {
		if err != nil {
			log.Fatal(err)
		}
		switch event := event.(type) {
		case *patchbay.ChatTextDelta:
			fmt.Println("text", event.Text)
		case *patchbay.ChatToolCallDone:
			fmt.Println("call", event.Call.Function.Name, event.Call.Function.Arguments)
		case *patchbay.ChatFinish:
			fmt.Println("finish", event.Reason)
		}
	}
	// Output:
	// text Os
	// text lo.
	// finish stop
}

func ExampleChatCompletionsService_Parse() {
	var tower struct {
		City   string   `json:"city" description:"The name in English."`
		Height *float64 `json:"height"` // can be null
	}
	params := patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.User("Where is the Eiffel Tower, and how high is it in meters?")},
	}
	if _, err := client.Chat.Completions.Parse(ctx, params, &tower); err != nil {
		log.Fatal(err)
	}
	fmt.Println(tower.City, *tower.Height)
	// Output: Paris 330
}

func ExampleError() {
	_, err := client.Chat.Completions.Create(ctx, patchbay.ChatCompletionParams{
		Model:     patchbay.String("openai/gpt-5-mini"),
		Messages:  []patchbay.ChatMessage{patchbay.User("Write a novel.")},
		MaxTokens: patchbay.Int(9000),
	})
	var failed *patchbay.Error
	if errors.As(err, &failed) && failed.Code == patchbay.CodeInsufficientCredits {
		fmt.Println(failed.Status, failed.AffordableTokens, failed.RequestID)
	}
	// Output: 402 500 req-1
}

func ExampleFallback() {
	models := patchbay.NewFallback([]string{"broken/model", "openai/gpt-5-mini"}, patchbay.FallbackRetryDelay(0))
	result, err := models.Chat(ctx, client, params)
	if err != nil {
		log.Fatal(err) // patchbay.AttemptsOf(err) has all attempts
	}
	for _, attempt := range result.Attempts {
		fmt.Printf("%s: %s (%s)\n", attempt.Model, attempt.Outcome, attempt.FailureKind)
	}
	fmt.Println(result.Model, result.Value.Choices[0].Message.Content)
	// Output:
	// broken/model: failed (server_error)
	// broken/model: failed (server_error)
	// openai/gpt-5-mini: succeeded ()
	// openai/gpt-5-mini Oslo.
}

func ExampleBudget() {
	budget := patchbay.NewBudget(patchbay.MustParseUSD("0.00001"))
	for range 5 {
		_, err := client.Chat.Completions.Create(ctx, params, patchbay.WithBudget(budget))
		var failed *patchbay.Error
		if errors.As(err, &failed) && failed.Code == patchbay.CodeBudgetExceeded {
			fmt.Println("stopped after", budget.Spent(), "USD")
			return
		}
	}
	// Output: stopped after 0.000019 USD
}

func ExampleCostOf() {
	reply, err := client.Chat.Completions.Create(ctx, params)
	if err != nil {
		log.Fatal(err)
	}
	if cost, known := patchbay.CostOf(reply); known {
		fmt.Println(cost, cost.Times(1000).StringFixed(2))
	}
	// Output: 0.0000095 0.01
}

func ExampleModelsService_ListAll() {
	for model, err := range client.Models.ListAll(ctx, patchbay.ModelsListParams{Limit: patchbay.Int(1)}) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(model.ID)
	}
	// Output:
	// openai/gpt-5-mini
	// anthropic/claude-sonnet-4.5
}

func ExampleEmbeddingsService_Embed() {
	embedded, err := client.Embeddings.Embed(ctx, patchbay.EmbeddingParams{
		Model: "openai/text-embedding-3-small",
		Input: patchbay.EmbeddingTexts("Dogs bark.", "Cats purr."),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(embedded.Vectors)
	// Output: [[1 0] [0 1]]
}

func ExampleOpt() {
	params := patchbay.ChatCompletionParams{Messages: []patchbay.ChatMessage{patchbay.User("Hi")}}
	params.Temperature = patchbay.Float(0)   // a value
	params.Seed = patchbay.Null[int64]()     // null
	params.MaxTokens = patchbay.Opt[int64]{} // absent
	body, err := json.Marshal(params)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(body))
	fmt.Println(params.MaxTokens.Or(100), params.Seed.IsNull())
	// Output:
	// {"messages":[{"role":"user","content":"Hi"}],"temperature":0,"seed":null}
	// 100 true
}

func ExampleFunctionOf() {
	type weather struct {
		City string `json:"city" description:"The name of the city, such as Oslo."`
	}
	function, err := patchbay.FunctionOf[weather]("get_weather", "The current weather of a city.")
	if err != nil {
		log.Fatal(err)
	}
	params := patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.User("How is the weather in Oslo?")},
		Tools:    []patchbay.ChatTool{patchbay.Tool(function)},
	}
	for range 5 {
		reply, err := client.Chat.Completions.Create(ctx, params)
		if err != nil {
			log.Fatal(err)
		}
		message := reply.Choices[0].Message
		if len(message.ToolCalls) == 0 {
			fmt.Println(message.Content)
			return
		}
		params.Messages = append(params.Messages, message.ToParam())
		for _, call := range message.ToolCalls {
			var arguments weather
			result := "7 °C"
			if err := call.Function.ParseArguments(&arguments); err != nil {
				result = err.Error() // the model can correct its arguments
			}
			params.Messages = append(params.Messages, patchbay.ToolResult(call.ID, result))
		}
	}
	// Output: It is 7 °C in Oslo.
}

func ExampleWithMiddleware() {
	count := patchbay.WithMiddleware(func(request *http.Request, next patchbay.Next) (*http.Response, error) {
		request.Header.Set("X-Tenant", "ada")
		response, err := next(request)
		if err == nil {
			fmt.Println(request.Method, request.URL.Path, response.StatusCode)
		}
		return response, err
	})
	if _, err := client.Chat.Completions.Create(ctx, params, count); err != nil {
		log.Fatal(err)
	}
	// Output: POST /api/v1/chat/completions 200
}

func ExampleWithLogger() {
	withoutTime := func(_ []string, attr slog.Attr) slog.Attr {
		if attr.Key == slog.TimeKey || attr.Key == "duration_ms" {
			return slog.Attr{}
		}
		return attr
	}
	logger := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: withoutTime}))
	if _, err := client.Chat.Completions.Create(ctx, params, patchbay.WithLogger(logger)); err != nil {
		log.Fatal(err)
	}
	// Output: level=INFO msg="patchbay: request done" operation=chat.completions.create attempt=1 method=POST path=/api/v1/chat/completions status=200 request_id=req-1
}
