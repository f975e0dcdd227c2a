package toolloop_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/patchbay/patchbay/examples/go/toolloop"
	"github.com/patchbay/patchbay/packages/client-go"
)

type arguments struct {
	City string `json:"city"`
}

// answer is a completion that costs 0.01 USD.
func answer(message string) string {
	return `{"id":"gen-1","object":"chat.completion","created":1,"model":"a/b","choices":[{"index":0,"message":` + message +
		`,"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2,"cost":0.01}}`
}

func text(text string) string { return answer(`{"role":"assistant","content":"` + text + `"}`) }

// calls is a completion with calls of tools: pairs of a name and arguments.
func calls(pairs ...string) string {
	var list []string
	for i := 0; i < len(pairs); i += 2 {
		quoted, _ := json.Marshal(pairs[i+1])
		list = append(list, `{"id":"call_`+string(rune('1'+i/2))+`","type":"function","function":{"name":"`+pairs[i]+`","arguments":`+string(quoted)+`}}`)
	}
	return answer(`{"role":"assistant","content":null,"tool_calls":[` + strings.Join(list, ",") + `]}`)
}

// newClient returns a client of a server that sends the replies in order; the last one repeats. The requests are kept.
func newClient(t *testing.T, replies ...string) (*patchbay.Client, *[]string) {
	t.Helper()
	var requests []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		reply := replies[min(len(requests), len(replies)-1)]
		requests = append(requests, string(body))
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, reply)
	}))
	t.Cleanup(server.Close)
	return patchbay.New(patchbay.WithBaseURL(server.URL), patchbay.WithAPIKey("sk-or-v1-test")), &requests
}

func question() patchbay.ChatCompletionParams {
	return patchbay.ChatCompletionParams{
		Model:      patchbay.String("a/b"),
		Messages:   []patchbay.ChatMessage{patchbay.User("How is the weather?")},
		ToolChoice: patchbay.ChooseTools(patchbay.ToolChoiceModeRequired),
	}
}

func TestCallsOfAStepRunAtTheSameTime(t *testing.T) {
	client, requests := newClient(t, calls("weather", `{"city":"Oslo"}`, "weather", `{"city":"Bergen"}`), text("Cold."))
	var both sync.WaitGroup
	both.Add(2)
	weather := toolloop.Func("weather", "", func(_ context.Context, arguments arguments) (any, error) {
		both.Done()
		both.Wait() // neither returns before the other one has started
		return "Cold in " + arguments.City, nil
	})
	params := question()
	reply, messages, err := toolloop.Run(t.Context(), client, params, []toolloop.Tool{weather}, 5)
	if err != nil || reply.Choices[0].Message.Content != "Cold." {
		t.Fatalf("got %v", err)
	}
	if len(messages) != 5 || len(params.Messages) != 1 || params.Tools != nil {
		t.Errorf("got %d messages; those of the caller: %d", len(messages), len(params.Messages))
	}
	second := (*requests)[1]
	if oslo, bergen := strings.Index(second, "Cold in Oslo"), strings.Index(second, "Cold in Bergen"); oslo < 0 || bergen < oslo {
		t.Errorf("the results are not in the order of the calls: %s", second)
	}
	if !strings.Contains((*requests)[0], `"tool_choice"`) || strings.Contains(second, `"tool_choice"`) {
		t.Error("the forced choice applies to the first step only")
	}
}

func TestTheModelReceivesErrors(t *testing.T) {
	client, requests := newClient(t, calls("weather", `{"town":"Oslo"}`, "other", `{}`, "broken", `{"city":"Oslo"}`), text("Sorry."))
	weather := toolloop.Func("weather", "", func(context.Context, arguments) (any, error) { panic("called with wrong arguments") })
	broken := toolloop.Func("broken", "", func(context.Context, arguments) (any, error) { return nil, errors.New("the sensor is offline") })
	_, _, err := toolloop.Run(t.Context(), client, question(), []toolloop.Tool{weather, broken}, 5)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"/city is required", "/town is not a property", `there is no tool \"other\"`, "the sensor is offline"} {
		if !strings.Contains((*requests)[1], want) {
			t.Errorf("the model did not receive %q: %s", want, (*requests)[1])
		}
	}
}

func TestTruncatedCallsDoNotRun(t *testing.T) {
	client, requests := newClient(t, strings.Replace(calls("ping", "{}"), `"stop"`, `"length"`, 1))
	ping := toolloop.Func("ping", "", func(context.Context, struct{}) (any, error) { panic("a truncated call ran") })
	reply, _, err := toolloop.Run(t.Context(), client, question(), []toolloop.Tool{ping}, 3)
	if err != nil || reply.Choices[0].FinishReason != patchbay.FinishReasonLength || len(*requests) != 1 {
		t.Errorf("got %v after %d requests", err, len(*requests))
	}
}

func TestStepsAndCostAreLimited(t *testing.T) {
	ping := toolloop.Func("ping", "", func(context.Context, struct{}) (any, error) { return map[string]int{"ms": 1}, nil })
	client, requests := newClient(t, calls("ping", ""))
	_, messages, err := toolloop.Run(t.Context(), client, question(), []toolloop.Tool{ping}, 3)
	if !errors.Is(err, toolloop.ErrSteps) || len(*requests) != 3 || len(messages) != 7 {
		t.Errorf("got %v after %d requests and %d messages", err, len(*requests), len(messages))
	}
	budget := patchbay.NewBudget(patchbay.MustParseUSD("0.02"))
	client, requests = newClient(t, calls("ping", "{}"))
	_, _, err = toolloop.Run(t.Context(), client, question(), []toolloop.Tool{ping}, 10, patchbay.WithBudget(budget))
	var exceeded *patchbay.Error
	if !errors.As(err, &exceeded) || exceeded.Code != patchbay.CodeBudgetExceeded || len(*requests) != 2 {
		t.Errorf("got %v after %d requests", err, len(*requests))
	}
}
