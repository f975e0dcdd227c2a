// Package toolloop lets a model call Go functions until it has its final answer. Copy it, and adapt it to your application.
package toolloop

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/patchbay/patchbay/packages/client-go"
)

// Tool is a function that the model can call.
type Tool struct {
	definition patchbay.FunctionDefinition
	run        func(ctx context.Context, call patchbay.FunctionCall) (any, error)
}

// Func makes a tool of a function whose arguments are a struct. It panics if the struct has no JSON Schema.
func Func[T any](name, description string, run func(ctx context.Context, arguments T) (any, error)) Tool {
	definition, err := patchbay.FunctionOf[T](name, description)
	if err != nil {
		panic(err)
	}
	return Tool{definition, func(ctx context.Context, call patchbay.FunctionCall) (any, error) {
		var arguments T
		if err := call.ParseArguments(&arguments); err != nil {
			return nil, err
		}
		return run(ctx, arguments)
	}}
}

// ErrSteps is the error of a run whose model still calls tools in the last step.
var ErrSteps = errors.New("the model still calls tools in the last step")

// Run sends the messages, runs the tools that the model calls, sends their results, and so on. It returns the final response and
// the whole conversation. WithBudget limits the cost of all steps.
func Run(ctx context.Context, client *patchbay.Client, params patchbay.ChatCompletionParams, tools []Tool, maxSteps int, opts ...patchbay.Option) (*patchbay.ChatCompletion, []patchbay.ChatMessage, error) {
	byName := map[string]Tool{}
	params.Messages, params.Tools = slices.Clip(params.Messages), slices.Clip(params.Tools)
	for _, tool := range tools {
		byName[tool.definition.Name] = tool
		params.Tools = append(params.Tools, patchbay.Tool(tool.definition))
	}
	for range maxSteps {
		reply, err := client.Chat.Completions.Create(ctx, params, opts...)
		if err != nil {
			return nil, params.Messages, err
		}
		if len(reply.Choices) == 0 {
			return reply, params.Messages, nil
		}
		message := reply.Choices[0].Message
		params.Messages = append(params.Messages, message.ToParam())
		// Calls that were cut off at the token limit do not run.
		if len(message.ToolCalls) == 0 || reply.Choices[0].FinishReason == patchbay.FinishReasonLength {
			return reply, params.Messages, nil
		}
		params.Messages = append(params.Messages, runAll(ctx, byName, message.ToolCalls)...)
		// A choice that forces a call applies to the first step.
		params.ToolChoice = patchbay.ToolChoice{}
	}
	return nil, params.Messages, ErrSteps
}

// runAll runs the calls of a step at the same time. The results have the order of the calls.
func runAll(ctx context.Context, tools map[string]Tool, calls []patchbay.ToolCall) []patchbay.ChatMessage {
	results := make([]patchbay.ChatMessage, len(calls))
	var group sync.WaitGroup
	for i, call := range calls {
		group.Go(func() { results[i] = patchbay.ToolResult(call.ID, runOne(ctx, tools, call.Function)) })
	}
	group.Wait()
	return results
}

// runOne returns what the model receives. It can correct arguments that do not fit, and react to an error of the function.
func runOne(ctx context.Context, tools map[string]Tool, call patchbay.FunctionCall) string {
	tool, ok := tools[call.Name]
	if !ok {
		return fmt.Sprintf("Error: there is no tool %q.", call.Name)
	}
	result, err := tool.run(ctx, call)
	if err != nil {
		return "Error: " + err.Error()
	}
	if text, ok := result.(string); ok {
		return text
	}
	encoded, err := json.Marshal(result)
	if err != nil {
		return "Error: " + err.Error()
	}
	return string(encoded)
}
