package patchbay_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go"
)

// What the examples share.
var (
	ctx    = context.Background()
	client = patchbay.New(patchbay.WithAPIKey("sk-or-v1-test"), patchbay.WithHTTPClient(exampleAPI{}), patchbay.WithMaxRetries(0))
	params = patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.User("What is the capital of Norway?")},
	}
)

// exampleAPI replies as the API does.
type exampleAPI struct{}

func (exampleAPI) Do(request *http.Request) (*http.Response, error) {
	body := ""
	if request.Body != nil {
		read, err := io.ReadAll(request.Body)
		if err != nil {
			return nil, err
		}
		body = string(read)
	}
	status, kind, reply := exampleReply(request.URL.Path, request.URL.Query().Get("offset"), body)
	return &http.Response{
		StatusCode: status,
		Header:     http.Header{"Content-Type": {kind}, "X-Request-Id": {"req-1"}},
		Body:       io.NopCloser(strings.NewReader(reply)),
	}, nil
}

func exampleReply(path, offset, body string) (status int, kind, reply string) {
	const json = "application/json"
	asks := func(text string) bool { return strings.Contains(body, text) }
	switch {
	case strings.HasSuffix(path, "/models"):
		if offset == "1" {
			return 200, json, `{"data":[{"id":"anthropic/claude-sonnet-4.5"}],"total_count":2}`
		}
		return 200, json, `{"data":[{"id":"openai/gpt-5-mini"}],"total_count":2,"links":{"next":"/api/v1/models?offset=1"}}`
	case strings.HasSuffix(path, "/embeddings"):
		return 200, json, `{"object":"list","model":"m","data":[{"index":1,"embedding":[0,1]},{"index":0,"embedding":[1,0]}]}`
	case asks("broken/model"):
		return 503, json, `{"error":{"code":503,"message":"No provider can currently serve the request."}}`
	case asks("Write a novel"):
		return 402, json, `{"error":{"code":402,"message":"More credits are required. You requested up to 9000 tokens, but can only afford 500."}}`
	case asks(`"stream":true`):
		return 200, "text/event-stream", exampleStream("Os", "lo.")
	case asks(`"role":"tool"`):
		return 200, json, exampleChat(`"content":"It is 7 °C in Oslo."`)
	case asks(`"tools"`):
		return 200, json, exampleChat(`"content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"get_weather","arguments":"{\"city\":\"Oslo\"}"}}]`)
	case asks(`"response_format"`):
		return 200, json, exampleChat(`"content":"{\"city\":\"Paris\",\"height\":330}"`)
	}
	return 200, json, exampleChat(`"content":"Oslo."`)
}

const exampleUsage = `"usage":{"prompt_tokens":14,"completion_tokens":3,"total_tokens":17,"cost":0.0000095}`

func exampleChat(message string) string {
	return `{"id":"gen-1","object":"chat.completion","created":1,"model":"openai/gpt-5-mini","provider":"OpenAI","choices":[{"index":0,` +
		`"message":{"role":"assistant",` + message + `},"finish_reason":"stop"}],` + exampleUsage + `}`
}

func exampleStream(texts ...string) string {
	chunk := `data: {"id":"gen-1","object":"chat.completion.chunk","created":1,"model":"openai/gpt-5-mini","provider":"OpenAI","choices":[{"index":0,` +
		`"delta":{"content":%q},"finish_reason":%s}],` + exampleUsage + "}\n\n"
	stream := ""
	for _, text := range texts {
		stream += fmt.Sprintf(chunk, text, "null")
	}
	return stream + fmt.Sprintf(chunk, "", `"stop"`) + "data: [DONE]\n\n"
}
