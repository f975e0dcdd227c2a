// The published openai-go and go-openai, with only a base URL and a key. Prints the result of each case as JSON.
// Usage: client BASE_URL
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
	"github.com/openai/openai-go/v3/shared"
	goopenai "github.com/sashabaranov/go-openai"
)

const (
	apiKey         = "sk-or-v1-go"
	model          = "openai/gpt-5-mini"
	embeddingModel = "openai/text-embedding-3-small"
)

type result struct {
	Name   string `json:"name"`
	OK     bool   `json:"ok"`
	Detail string `json:"detail"`
}

var (
	ctx     = context.Background()
	results = []result{}
	weather = map[string]any{
		"type":       "object",
		"properties": map[string]any{"city": map[string]any{"type": "string"}},
		"required":   []string{"city"},
	}
)

func run(name string, test func() error) {
	err := test()
	one := result{Name: name, OK: err == nil}
	if err != nil {
		one.Detail = err.Error()
	}
	results = append(results, one)
}

func expect(condition bool, format string, values ...any) error {
	if condition {
		return nil
	}
	return fmt.Errorf(format, values...)
}

// answer adds a rule that answers chats whose last message has this text with these replies, in order.
func answer(baseURL, text string, replies ...any) error {
	body, _ := json.Marshal(map[string]any{"match": map[string]any{"userMessage": text}, "reply": replies})
	control := strings.Replace(baseURL, "/api/v1", "/_patchbay", 1)
	response, err := http.Post(control+"/rules", "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	return expect(response.StatusCode == 201, "the rule was refused with %d", response.StatusCode)
}

func openaiGo(baseURL string) {
	client := openai.NewClient(option.WithBaseURL(baseURL), option.WithAPIKey(apiKey), option.WithMaxRetries(0))
	user := func(text string) openai.ChatCompletionNewParams {
		return openai.ChatCompletionNewParams{
			Model:    model,
			Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage(text)},
		}
	}
	function := openai.ChatCompletionFunctionTool(shared.FunctionDefinitionParam{
		Name:       "get_weather",
		Parameters: shared.FunctionParameters(weather),
	})

	run("openai-go: a chat has text and usage", func() error {
		reply, err := client.Chat.Completions.New(ctx, user("Hello"))
		if err != nil {
			return err
		}
		return expect(reply.Choices[0].Message.Content != "" && reply.Usage.TotalTokens > 0, "%s", reply.RawJSON())
	})
	run("openai-go: a stream is put together by the accumulator", func() error {
		request := user("Hello")
		request.StreamOptions = openai.ChatCompletionStreamOptionsParam{IncludeUsage: openai.Bool(true)}
		stream := client.Chat.Completions.NewStreaming(ctx, request)
		all := openai.ChatCompletionAccumulator{}
		for stream.Next() {
			if !all.AddChunk(stream.Current()) {
				return errors.New("the accumulator refused a chunk")
			}
		}
		if stream.Err() != nil {
			return stream.Err()
		}
		return expect(all.Choices[0].Message.Content != "" && all.Usage.TotalTokens > 0, "%+v", all.Usage)
	})
	run("openai-go: the tool loop runs with ToParam", func() error {
		request := user("What is the weather in Paris?")
		request.Tools = []openai.ChatCompletionToolUnionParam{function}
		request.ToolChoice = openai.ChatCompletionToolChoiceOptionUnionParam{OfAuto: openai.String("required")}
		first, err := client.Chat.Completions.New(ctx, request)
		if err != nil {
			return err
		}
		message := first.Choices[0].Message
		request.Messages = append(request.Messages, message.ToParam())
		for _, call := range message.ToolCalls {
			request.Messages = append(request.Messages, openai.ToolMessage("sunny", call.ID))
		}
		request.ToolChoice = openai.ChatCompletionToolChoiceOptionUnionParam{}
		second, err := client.Chat.Completions.New(ctx, request)
		if err != nil {
			return err
		}
		return expect(strings.Contains(second.Choices[0].Message.Content, "sunny"), "%s", second.Choices[0].Message.Content)
	})
	run("openai-go: an answer without tools is sent back", func() error {
		request := user("Hello")
		reply, err := client.Chat.Completions.New(ctx, request)
		if err != nil {
			return err
		}
		request.Messages = append(request.Messages, reply.Choices[0].Message.ToParam(), openai.UserMessage("And?"))
		_, err = client.Chat.Completions.New(ctx, request)
		return err
	})
	run("openai-go: structured output follows the schema", func() error {
		request := user("Paris")
		request.ResponseFormat = openai.ChatCompletionNewParamsResponseFormatUnion{
			OfJSONSchema: &shared.ResponseFormatJSONSchemaParam{
				JSONSchema: shared.ResponseFormatJSONSchemaJSONSchemaParam{
					Name: "city", Strict: openai.Bool(true), Schema: weather,
				},
			},
		}
		reply, err := client.Chat.Completions.New(ctx, request)
		if err != nil {
			return err
		}
		var city struct{ City *string }
		if err := json.Unmarshal([]byte(reply.Choices[0].Message.Content), &city); err != nil {
			return err
		}
		return expect(city.City != nil, "%s", reply.Choices[0].Message.Content)
	})
	run("openai-go: embeddings and models", func() error {
		input := openai.EmbeddingNewParamsInputUnion{OfArrayOfStrings: []string{"a", "b"}}
		reply, err := client.Embeddings.New(ctx, openai.EmbeddingNewParams{Model: embeddingModel, Input: input})
		if err != nil {
			return err
		}
		count := 0
		models := client.Models.ListAutoPaging(ctx)
		for models.Next() {
			count++
		}
		if models.Err() != nil {
			return models.Err()
		}
		return expect(len(reply.Data) == 2 && len(reply.Data[0].Embedding) == 1536 && count > 10, "%d models", count)
	})
	run("openai-go: errors have the status and the message of the service", func() error {
		unknown := user("Hello")
		unknown.Model = "acme/none"
		_, err := client.Chat.Completions.New(ctx, unknown)
		for text, status := range map[string]int{"go 402": 402, "go 429": 429, "go 503": 503} {
			if err := answer(baseURL, text, map[string]any{"status": status}); err != nil {
				return err
			}
			_, failed := client.Chat.Completions.New(ctx, user(text))
			var known *openai.Error
			if !errors.As(failed, &known) || known.StatusCode != status {
				return fmt.Errorf("expected %d, got %v", status, failed)
			}
		}
		var known *openai.Error
		return expect(errors.As(err, &known) && known.StatusCode == 400 && strings.Contains(known.Message, "acme/none"), "%v", err)
	})
	run("openai-go: 429 and 503 are retried", func() error {
		headers := map[string]string{"retry-after": "0"}
		busy := map[string]any{"status": 429, "headers": headers}
		down := map[string]any{"status": 503, "headers": headers}
		if err := answer(baseURL, "go retry", busy, down, "Recovered"); err != nil {
			return err
		}
		reply, err := client.Chat.Completions.New(ctx, user("go retry"), option.WithMaxRetries(2))
		if err != nil {
			return err
		}
		return expect(reply.Choices[0].Message.Content == "Recovered", "%s", reply.Choices[0].Message.Content)
	})
	run("openai-go: thirty chats at once", func() error {
		var group sync.WaitGroup
		failures := make(chan error, 30)
		for range 30 {
			group.Go(func() {
				_, err := client.Chat.Completions.New(ctx, user("Hello"))
				failures <- err
			})
		}
		group.Wait()
		close(failures)
		for err := range failures {
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func goOpenAI(baseURL string) {
	config := goopenai.DefaultConfig(apiKey)
	config.BaseURL = baseURL
	client := goopenai.NewClientWithConfig(config)
	hello := []goopenai.ChatCompletionMessage{{Role: "user", Content: "What is the weather in Paris?"}}

	run("go-openai: a stream ends with io.EOF", func() error {
		request := goopenai.ChatCompletionRequest{Model: model, Messages: hello}
		stream, err := client.CreateChatCompletionStream(ctx, request)
		if err != nil {
			return err
		}
		defer stream.Close()
		for count := 0; ; count++ {
			_, err := stream.Recv()
			if errors.Is(err, io.EOF) {
				return expect(count > 3, "only %d chunks", count)
			}
			if err != nil {
				return err
			}
		}
	})
	run("go-openai: a tool loop with a function that has no parameters, which it sends as null", func() error {
		tools := []goopenai.Tool{
			{Type: "function", Function: &goopenai.FunctionDefinition{Name: "get_weather", Parameters: weather}},
			{Type: "function", Function: &goopenai.FunctionDefinition{Name: "now", Description: "The time"}},
		}
		request := goopenai.ChatCompletionRequest{Model: model, Messages: hello, Tools: tools, ToolChoice: "required"}
		first, err := client.CreateChatCompletion(ctx, request)
		if err != nil {
			return err
		}
		message := first.Choices[0].Message
		messages := append(hello, message)
		for _, call := range message.ToolCalls {
			messages = append(messages, goopenai.ChatCompletionMessage{Role: "tool", ToolCallID: call.ID, Content: "sunny"})
		}
		_, err = client.CreateChatCompletion(ctx, goopenai.ChatCompletionRequest{Model: model, Messages: messages, Tools: tools})
		return err
	})
	run("go-openai: embeddings and models", func() error {
		reply, err := client.CreateEmbeddings(ctx, goopenai.EmbeddingRequest{Model: embeddingModel, Input: []string{"a"}})
		if err != nil {
			return err
		}
		models, err := client.ListModels(ctx)
		if err != nil {
			return err
		}
		return expect(len(reply.Data) == 1 && len(models.Models) > 10, "%d models", len(models.Models))
	})
	run("go-openai: an error has the status of the service", func() error {
		_, err := client.CreateChatCompletion(ctx, goopenai.ChatCompletionRequest{Model: "acme/none", Messages: hello})
		var known *goopenai.APIError
		return expect(errors.As(err, &known) && known.HTTPStatusCode == 400, "%v", err)
	})
}

func main() {
	baseURL := os.Args[1]
	openaiGo(baseURL)
	goOpenAI(baseURL)
	json.NewEncoder(os.Stdout).Encode(results)
}
