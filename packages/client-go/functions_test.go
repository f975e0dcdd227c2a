package patchbay

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

type weatherArguments struct {
	City string `json:"city" description:"The name of the city."`
	Days *int   `json:"days"`
	// An Opt can be null, as a pointer.
	Unit Opt[string] `json:"unit,omitzero"`
}

func TestFunctionOfHasTheSchemaOfTheType(t *testing.T) {
	function, err := FunctionOf[weatherArguments]("get_weather", "The weather.")
	if err != nil {
		t.Fatal(err)
	}
	encoded, err := json.Marshal(function)
	want := `{"name":"get_weather","description":"The weather.","strict":true,"parameters":{"type":"object","properties":{` +
		`"city":{"description":"The name of the city.","type":"string"},"days":{"type":["integer","null"]},"unit":{"type":["string","null"]}},` +
		`"required":["city","days","unit"],"additionalProperties":false}}`
	if err != nil || string(encoded) != want {
		t.Errorf("got  %s, %v\nwant %s", encoded, err, want)
	}
	for name, err := range map[string]error{
		"a list":           errorOf(FunctionOf[[]int]("list", "")),
		"a channel inside": errorOf(FunctionOf[struct{ C chan int }]("channel", "")),
	} {
		var usage *Error
		if !errors.As(err, &usage) || usage.Kind != KindUsage {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func errorOf[T any](_ T, err error) error { return err }

func TestParseArguments(t *testing.T) {
	parse := func(text string) (weatherArguments, *Error) {
		var out weatherArguments
		err := FunctionCall{Name: "get_weather", Arguments: text}.ParseArguments(&out)
		var problem *Error
		errors.As(err, &problem)
		return out, problem
	}
	if out, err := parse(`{"city":"Oslo","days":2}`); err != nil || out.City != "Oslo" || *out.Days != 2 {
		t.Errorf("got %+v, %v", out, err)
	}
	if out, err := parse(`{"city":"Oslo","unit":"C"}`); err != nil || out.Unit != String("C") {
		t.Errorf("got %+v, %v", out, err)
	}
	if out, err := parse(`{"city":"Oslo","unit":null}`); err != nil || !out.Unit.IsNull() {
		t.Errorf("got %+v, %v", out, err)
	}
	if _, err := parse(`{"city":"Oslo","unit":1}`); err == nil || len(err.Issues) != 1 || err.Issues[0].Path != "/unit" {
		t.Errorf("got %+v", err)
	}
	if _, err := parse(`{"town":"Oslo"}`); err == nil || err.Kind != KindOutput || len(err.Issues) != 2 || err.Issues[0].Path != "/city" {
		t.Errorf("got %+v", err)
	}
	if _, err := parse(`{"city":`); err == nil || len(err.Issues) != 0 || !strings.Contains(err.Message, "get_weather") || err.Text != `{"city":` {
		t.Errorf("got %+v", err)
	}
	var none struct{}
	if err := (FunctionCall{Arguments: " "}).ParseArguments(&none); err != nil {
		t.Errorf("a call without arguments: %v", err)
	}
	for _, out := range []any{nil, none, (*weatherArguments)(nil)} {
		var usage *Error
		if err := (FunctionCall{}).ParseArguments(out); !errors.As(err, &usage) || usage.Kind != KindUsage {
			t.Errorf("%T: got %v", out, err)
		}
	}
}
