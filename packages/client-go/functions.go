package patchbay

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/schema"
)

// FunctionOf describes a function for a model. The JSON Schema of its arguments is that of T, a struct; see
// [ChatCompletionsService.Parse] for the tags. Pass the result to [Tool].
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
	return function, nil
}

// ParseArguments checks the arguments that a model wrote and stores them in what out points to. The error is an *Error of the kind
// output; send its message back to the model as the result of the call, so that it can correct the arguments.
func (v FunctionCall) ParseArguments(out any) error {
	form, err := newOutputForm(out)
	if err != nil {
		return err
	}
	text := v.Arguments
	if strings.TrimSpace(text) == "" {
		// Models write nothing for a function without arguments.
		text = "{}"
	}
	if problem := form.store(text, outputFailure{reason: "expected the arguments of " + v.Name + " as one object."}); problem != nil {
		return problem.of(nil)
	}
	return nil
}
