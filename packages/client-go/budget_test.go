package patchbay

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"
)

func TestABudgetStopsWhenItIsSpent(t *testing.T) {
	budget := NewBudget(MustParseUSD("0.3"))
	for range 2 {
		if err := budget.Check(); err != nil {
			t.Fatal(err)
		}
		budget.AddCostOf(rawResponse(`{"usage":{"cost":0.1}}`))
	}
	if left := budget.Remaining(); left.String() != "0.1" || budget.Check() != nil {
		t.Fatalf("%s USD are left", left)
	}
	budget.Add(MustParseUSD("0.1"))
	var err *Error
	if !errors.As(budget.Check(), &err) || err.Kind != KindUsage || err.Code != CodeBudgetExceeded {
		t.Fatalf("got %v", err)
	}
	budget.Add(MustParseUSD("0.5"))
	if budget.Spent().String() != "0.8" || !budget.Remaining().IsZero() || budget.Limit().String() != "0.3" {
		t.Errorf("spent %s of %s, %s left", budget.Spent(), budget.Limit(), budget.Remaining())
	}
}

func TestAnUnknownCostIsNotZero(t *testing.T) {
	budget := NewBudget(MustParseUSD("0.3"))
	budget.AddCostOf(rawResponse(`{"usage":{"cost":0}}`))
	if budget.Unknown() != 0 {
		t.Error("a cost of 0 is known")
	}
	budget.AddCostOf(rawResponse(`{"usage":{}}`))
	budget.AddUnknown()
	if budget.Unknown() != 2 || !budget.Spent().IsZero() {
		t.Errorf("got %d unknown costs, %s USD", budget.Unknown(), budget.Spent())
	}
	if text := fmt.Sprint(budget); text != "0 of 0.3 USD spent, requests of unknown cost: 2" {
		t.Errorf("got %q", text)
	}
	if text := NewBudget(MustParseUSD("5")).String(); text != "0 of 5 USD spent" {
		t.Errorf("got %q", text)
	}
}

func TestABudgetWithoutALimitAllowsNoCall(t *testing.T) {
	for _, budget := range []*Budget{{}, NewBudget(USD{}), NewBudget(MustParseUSD("-1"))} {
		if budget.Check() == nil {
			t.Errorf("a budget of %s USD allows a call", budget.Limit())
		}
	}
}

func TestConcurrentCallsShareABudget(t *testing.T) {
	budget := NewBudget(MustParseUSD("100"))
	var group sync.WaitGroup
	for range 100 {
		group.Go(func() {
			if budget.Check() == nil {
				budget.Add(MustParseUSD("0.0000001"))
				budget.AddUnknown()
			}
		})
	}
	group.Wait()
	if budget.Spent().String() != "0.00001" || budget.Unknown() != 100 {
		t.Errorf("got %s USD and %d unknown costs", budget.Spent(), budget.Unknown())
	}
}

func TestCallsWithABudget(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {says("Hi.")}, "none": {{body: `{"data":[]}`}}}}
	budget := NewBudget(MustParseUSD("0.15"))
	client := api.client(WithBudget(budget))
	params := hello()
	params.Model = String(first)
	for range 2 {
		if _, err := client.Chat.Completions.Create(t.Context(), params); err != nil {
			t.Fatal(err)
		}
	}
	_, err := client.Chat.Completions.Create(t.Context(), params)
	if exceeded := asError(err); exceeded == nil || exceeded.Code != CodeBudgetExceeded || len(api.requests) != 2 {
		t.Fatalf("got %v after %d requests", err, len(api.requests))
	}
	if budget.Spent().String() != "0.2" || budget.Unknown() != 0 {
		t.Errorf("got %s USD, %d unknown", budget.Spent(), budget.Unknown())
	}
	if _, err := client.Chat.Completions.Create(t.Context(), params, WithBudget(nil)); err != nil {
		t.Errorf("a call without the budget: %v", err)
	}
	if _, err := client.Models.List(t.Context(), ModelsListParams{}); err != nil {
		t.Errorf("a call that is not billed: %v", err)
	}
}

func TestABudgetCountsFailedAttemptsThatMayBeBilled(t *testing.T) {
	broken := errors.New("broken pipe")
	tests := []struct {
		name    string
		replies []fakeReply
		unknown int
		spent   string
	}{
		{"a refused request", []fakeReply{fails(429), says("Hi.")}, 0, "0.1"},
		{"a broken connection", []fakeReply{{err: broken}, says("Hi.")}, 1, "0.1"},
		{"an unusable response", []fakeReply{{body: `{"id":"x"}`}, says("Hi.")}, 1, "0.1"},
		{"a failure with a cost", []fakeReply{{body: `{"error":{"code":502,"message":"x"},"usage":{"cost":0.3}}`}, says("Hi.")}, 0, "0.4"},
		{"a response without a cost", []fakeReply{{body: `{"id":"x","choices":[{"message":{"role":"assistant","content":"Hi."}}],"created":1,"model":"a","object":"chat.completion"}`}}, 1, "0"},
	}
	for _, test := range tests {
		api := &fakeAPI{replies: map[string][]fakeReply{first: test.replies}}
		budget := NewBudget(MustParseUSD("1"))
		client := api.client(WithBudget(budget), WithMaxRetries(1), WithRetryNonIdempotent(true))
		params := hello()
		params.Model = String(first)
		if _, err := client.Chat.Completions.Create(t.Context(), params); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if budget.Unknown() != test.unknown || budget.Spent().String() != test.spent {
			t.Errorf("%s: got %s USD, %d unknown", test.name, budget.Spent(), budget.Unknown())
		}
	}
}

func TestABudgetStopsAFallback(t *testing.T) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {says("")}, second: {says("Hi.")}}}
	models := NewFallback([]string{first, second}, FallbackRetryDelay(0))
	_, err := models.Chat(t.Context(), api.client(), hello(), WithBudget(NewBudget(MustParseUSD("0.15"))))
	if exceeded := asError(err); exceeded == nil || exceeded.Code != CodeBudgetExceeded {
		t.Fatalf("got %v", err)
	}
	if got := outcomes(AttemptsOf(err)); len(got) != 2 || len(api.requests) != 2 {
		t.Errorf("got %q", got)
	}
}

// Every operation whose response has a usage with a cost is billed.
func TestBilledOperations(t *testing.T) {
	client := reflect.TypeFor[Client]()
	services := []reflect.Type{reflect.TypeFor[*ChatCompletionsService]()}
	for i := range client.NumField() {
		services = append(services, client.Field(i).Type)
	}
	found := map[string]bool{}
	for _, service := range services {
		for i := range service.NumMethod() {
			method := service.Method(i)
			if method.Name == "Parse" || method.Type.NumOut() == 0 || method.Type.Out(0).Kind() != reflect.Pointer {
				continue
			}
			response := method.Type.Out(0).Elem()
			if usage, ok := response.FieldByName("Usage"); response.Kind() == reflect.Struct && ok && hasCost(usage.Type) {
				found[service.String()+"."+method.Name] = true
			}
		}
	}
	delete(found, "*patchbay.EmbeddingsService.Embed") // sends EmbeddingsCreate
	if len(found) != 5 {
		t.Errorf("isBilled has 5 operations, the API has %v", found)
	}
}

func hasCost(usage reflect.Type) bool {
	if usage.Kind() == reflect.Pointer {
		usage = usage.Elem()
	}
	_, ok := usage.FieldByName("Cost")
	return ok
}
