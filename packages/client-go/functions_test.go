package patchbay

import (
	"encoding/json"
	"errors"
	"math"
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

type cityAndDays struct {
	City string `json:"city" description:"The name of the city."`
	Days *int   `json:"days"`
}

func TestAFunctionIsAToolOfEachAPI(t *testing.T) {
	function, err := FunctionOf[cityAndDays]("get_weather", "The weather.")
	if err != nil || function.Parameters["type"] != "object" {
		t.Fatalf("got %v, %v", function.Parameters, err)
	}
	function.SetExtra("future", 1)
	const schema = `{"type":"object","properties":{"city":{"description":"The name of the city.","type":"string"},` +
		`"days":{"type":["integer","null"]}},"required":["city","days"],"additionalProperties":false}`
	const head, common = `{"name":"get_weather","description":"The weather.","strict":true,`, `"future":1`
	same := func(name string, tool any, want string) {
		t.Helper()
		if encoded, err := json.Marshal(tool); err != nil || string(encoded) != want {
			t.Errorf("%s:\ngot  %s, %v\nwant %s", name, encoded, err, want)
		}
	}
	same("chat", Tool(function), `{"type":"function","function":`+head+`"parameters":`+schema+`,`+common+`}}`)
	same("Responses", ResponsesFunction(function), head+`"parameters":`+schema+`,`+common+`,"type":"function"}`)
	tool := MessagesFunction(function)
	same("Messages", tool, head+`"input_schema":`+schema+`,`+common+`}`)
	tool.OfMessagesCustomTool.InputSchema["additionalProperties"] = true
	same("a change", tool, head+`"input_schema":`+strings.Replace(schema, "false", "true", 1)+`,`+common+`}`)
	same("no parameters", MessagesFunction(FunctionDefinition{Name: "now"}), `{"name":"now","input_schema":{"properties":{},"type":"object"}}`)

	removed, nothing := function, `{"type":"object","properties":{}}`
	removed.Parameters = nil
	encoded, err := json.Marshal(MessagesFunction(removed))
	if err != nil || !strings.Contains(string(encoded), `"input_schema":`) || strings.Contains(string(encoded), "city") {
		t.Errorf("removed parameters: got %s, %v", encoded, err)
	}
	removed.SetExtra("parameters", json.RawMessage(nothing))
	same("extra parameters", MessagesFunction(removed), head+common+`,"input_schema":`+nothing+`}`)

	function.Parameters["maximum"] = math.Inf(1)
	for name, tool := range map[string]any{"Responses": ResponsesFunction(function), "Messages": MessagesFunction(function)} {
		if encoded, err := json.Marshal(tool); err == nil || !strings.Contains(err.Error(), "maximum") {
			t.Errorf("%s: got %s, %v", name, encoded, err)
		}
	}
}

func TestArgumentsOfEachAPI(t *testing.T) {
	block := ToolUseBlock{}
	if err := json.Unmarshal([]byte(`{"type":"tool_use","id":"a","name":"get_weather","input":{"city":"Oslo","days":9007199254740993}}`), &block); err != nil {
		t.Fatal(err)
	}
	parse := map[string]func(out any) error{
		"Responses": ResponseFunctionCall{Name: "get_weather", Arguments: `{"city":"Oslo","days":9007199254740993}`}.ParseArguments,
		"Messages":  block.ParseInput,
		"built":     ToolUseBlock{Name: "get_weather", Input: map[string]any{"city": "Oslo", "days": int64(9007199254740993)}}.ParseInput,
	}
	for name, parse := range parse {
		var out cityAndDays
		if err := parse(&out); err != nil || out.City != "Oslo" || *out.Days != 9007199254740993 {
			t.Errorf("%s: got %+v, %v", name, out, err)
		}
		var other struct {
			Town string `json:"town"`
		}
		var problem *Error
		if err := parse(&other); !errors.As(err, &problem) || problem.Kind != KindOutput || problem.Issues[0].Path != "/town" {
			t.Errorf("%s: got %v", name, err)
		}
	}
	var none struct{}
	if err := (ToolUseBlock{}).ParseInput(&none); err != nil {
		t.Errorf("no input: %v", err)
	}
	var usage *Error
	err := ToolUseBlock{Name: "sum", Input: map[string]any{"x": math.NaN()}}.ParseInput(&none)
	if !errors.As(err, &usage) || usage.Kind != KindUsage || !strings.Contains(usage.Message, "sum") {
		t.Errorf("got %v", err)
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
	if _, err := parse(`{"town":"Oslo"}`); err == nil || !strings.Contains(err.Message, "get_weather do not match") || err.Kind != KindOutput || len(err.Issues) != 2 || err.Issues[0].Path != "/city" {
		t.Errorf("got %+v", err)
	}
	if _, err := parse(`{"city":`); err == nil || len(err.Issues) != 0 || !strings.Contains(err.Message, "get_weather") || err.Text != `{"city":` {
		t.Errorf("got %+v", err)
	}
	for text, want := range map[string]string{
		`{"days":1,"city":2}`: "The arguments of get_weather do not match the schema: /city ",
		`{"city":`:            `The arguments of get_weather are not valid JSON: they start with "{\"city\":". Call the function again with one JSON object.`,
	} {
		// The model reads it, and cannot send the request again or change the schema.
		if _, err := parse(text); err == nil || !strings.HasPrefix(err.Message, want) || strings.Contains(err.Message, "request") {
			t.Errorf("got  %v\nwant %s", err, want)
		}
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
