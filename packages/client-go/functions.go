package patchbay

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/schema"
)

// FunctionOf describes a function for a model. The JSON Schema of its arguments is that of T, a struct; see
// [ChatCompletionsService.Parse] for the tags. Pass the result to [Tool], [ResponsesFunction] or [MessagesFunction]. They send the
// properties in the order of the struct.
//
//	type weather struct {
//		City string `json:"city" description:"The name of the city, such as Oslo."`
//	}
//	function, err := patchbay.FunctionOf[weather]("get_weather", "The current weather of a city.")
func FunctionOf[T any](name, description string) (FunctionDefinition, error) {
	arguments, err := schema.Of(reflect.TypeFor[T]())
	if err == nil && arguments.Kind != "object" {
		err = fmt.Errorf("%s is not a struct", reflect.TypeFor[T]())
	}
	if err != nil {
		return FunctionDefinition{}, usageError("The arguments of %q have no JSON Schema: %v.", name, err)
	}
	function := FunctionDefinition{Name: name, Strict: Bool(arguments.Strict)}
	if description != "" {
		function.Description = String(description)
	}
	function.SetExtra("parameters", arguments.JSON)
	// What was decoded has Parameters to read and to change, and is encoded in the same order.
	var decoded FunctionDefinition
	codec.ToParam(&function, &decoded)
	return decoded, nil
}

// ResponsesFunction returns a tool of the Responses API: a function that the caller runs. See [FunctionOf].
func ResponsesFunction(function FunctionDefinition) ResponseTool {
	tool := &ResponseFunctionTool{}
	codec.ToParam(&function, tool)
	// A constant is only added to what did not arrive as JSON.
	tool.Type = "function"
	return ResponseTool{OfResponseFunctionTool: tool}
}

// MessagesFunction returns a tool of the Messages API: a function that the caller runs. See [FunctionOf]. Without Parameters, the
// function has no arguments.
func MessagesFunction(function FunctionDefinition) MessagesTool {
	tool := &MessagesCustomTool{}
	encoded, err := codec.Marshal(&function)
	if err == nil && !rootOf(string(encoded)).Get("parameters").Exists() {
		function.Parameters = map[string]any{"type": "object", "properties": map[string]any{}}
		encoded, err = codec.Marshal(&function)
	}
	if err == nil {
		err = codec.Unmarshal(renamed(encoded, "parameters", "input_schema"), tool)
	}
	if err != nil {
		// It keeps the error for the request.
		codec.ToParam(&function, tool)
	}
	return MessagesTool{OfMessagesCustomTool: tool}
}

// renamed returns an object with another name for one of its fields.
func renamed(object []byte, from, to string) []byte {
	out := []byte{'{'}
	for name, value := range rootOf(string(object)).Fields() {
		if name == from {
			name = to
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		key, _ := codec.Marshal(name)
		out = append(append(append(out, key...), ':'), value.Raw()...)
	}
	return append(out, '}')
}

// ParseArguments checks the arguments that a model wrote and stores them in what out points to. The error is an *Error of the kind
// output; send its message back to the model as the result of the call, so that it can correct the arguments.
func (v FunctionCall) ParseArguments(out any) error { return parseArguments(v.Name, v.Arguments, out) }

// ParseArguments checks the arguments that a model wrote and stores them in what out points to. See [FunctionCall.ParseArguments].
func (v ResponseFunctionCall) ParseArguments(out any) error {
	return parseArguments(v.Name, v.Arguments, out)
}

// ParseInput checks the input that a model wrote and stores it in what out points to. See [FunctionCall.ParseArguments].
func (v ToolUseBlock) ParseInput(out any) error {
	encoded, err := v.MarshalJSON()
	if err != nil {
		return usageError("The input of %q cannot be encoded as JSON: %v.", v.Name, err)
	}
	return parseArguments(v.Name, rootOf(string(encoded)).Get("input").Raw(), out)
}

func parseArguments(name, text string, out any) error {
	form, err := newOutputForm(out)
	if err != nil {
		return err
	}
	if strings.TrimSpace(text) == "" {
		// Models write nothing for a function without arguments.
		text = "{}"
	}
	problem := form.store(text, outputFailure{})
	if problem == nil {
		return nil
	}
	// The model reads the message.
	if len(problem.issues) > 0 {
		problem.message = fmt.Sprintf("The arguments of %s do not match the schema: %s. Correct them and call the function again.", name, problem.list())
	} else {
		problem.message = fmt.Sprintf("The arguments of %s are not valid JSON: they start with %s. Call the function again with one JSON object.", name, quoteShort(text))
	}
	return problem.of(nil)
}
