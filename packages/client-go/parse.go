package patchbay

import (
	"context"
	"fmt"
	"reflect"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/schema"
)

// Parse creates a chat completion whose output has the JSON Schema of the type of out, a pointer, and stores the output there.
//
//	var answer struct {
//		City string   `json:"city" description:"The capital."`
//		Size string   `json:"size" enum:"small,large"`
//		Area *float64 `json:"area"` // can be null
//	}
//	reply, err := client.Chat.Completions.Parse(ctx, params, &answer)
//
// The schema has the fields that encoding/json writes. All are required; a pointer, an Opt, or a field with the option omitempty or
// omitzero, can be null. A type with an UnmarshalJSON of its own needs a method JSONSchema() json.RawMessage. If
// params.ResponseFormat is set, it is sent in place of the schema.
//
// Output that is missing, is not JSON, or does not fit the type is an *Error of the kind output, with the response as Partial.
// Out is then unchanged. Output that was truncated, refused, filtered or replaced by tool calls is such an error, too.
func (s *ChatCompletionsService) Parse(ctx context.Context, params ChatCompletionParams, out any, opts ...Option) (*ChatCompletion, error) {
	form, err := newOutputForm(out)
	if err != nil {
		return nil, err
	}
	if params.ResponseFormat.Value() == nil && params.ResponseFormat.Tag() == "" {
		named := NamedJSONSchema{Name: form.Name, Strict: Bool(form.Strict)}
		named.SetExtra("schema", form.JSON)
		params.ResponseFormat.OfJSONSchemaFormat = &JSONSchemaFormat{JSONSchema: named}
	}
	reply, err := s.Create(ctx, params, opts...)
	if err != nil {
		return nil, err
	}
	text, failure := chatOutput(reply.RawJSON())
	if problem := form.store(text, failure); problem != nil {
		return nil, problem.of(reply)
	}
	return reply, nil
}

// Parse creates a response whose output has the JSON Schema of the type of out, a pointer, and stores the output there. See
// [ChatCompletionsService.Parse]; params.Text.Format takes the place of ResponseFormat.
func (s *ResponsesService) Parse(ctx context.Context, params ResponsesParams, out any, opts ...Option) (*ResponseObject, error) {
	form, err := newOutputForm(out)
	if err != nil {
		return nil, err
	}
	text := ResponseTextOptions{}
	if params.Text != nil {
		text = *params.Text
	}
	if text.Format.Value() == nil && text.Format.Tag() == "" {
		named := ResponseTextFormatJSONSchema{Name: form.Name, Strict: Bool(form.Strict)}
		named.SetExtra("schema", form.JSON)
		text.Format.OfResponseTextFormatJSONSchema = &named
		params.Text = &text
	}
	reply, err := s.Create(ctx, params, opts...)
	if err != nil {
		return nil, err
	}
	output, failure := responseOutput(reply.RawJSON())
	if problem := form.store(output, failure); problem != nil {
		return nil, problem.of(reply)
	}
	return reply, nil
}

// outputForm is the schema of an output and the place for it.
type outputForm struct {
	*schema.Schema
	out reflect.Value
}

func newOutputForm(out any) (*outputForm, error) {
	place := reflect.ValueOf(out)
	if place.Kind() != reflect.Pointer || place.IsNil() {
		return nil, usageError("`out` must be a pointer to a value for the output, got %T. Example: &answer.", out)
	}
	found, err := schema.Of(place.Type().Elem())
	if err != nil {
		return nil, usageError("`out` has no JSON Schema: %v.", err)
	}
	return &outputForm{found, place}, nil
}

// store checks the output in a text and stores it. Failure is why the response has no complete output.
func (f *outputForm) store(text string, failure outputFailure) *outputProblem {
	found, err := f.Read(text, failure.isTruncated)
	if err != nil {
		reason := failure.reason
		switch {
		case reason != "":
		case strings.TrimSpace(text) == "":
			reason = "the response has no text. Send the request again, or use another model."
		default:
			reason = fmt.Sprintf("it starts with %s. Send the request again, or use another model.", quoteShort(text))
		}
		return &outputProblem{message: "The output is not valid JSON: " + reason, text: text, cause: err}
	}
	issues := f.Decode(found, f.out)
	if len(issues) == 0 {
		return nil
	}
	problem := &outputProblem{text: text}
	for _, one := range issues {
		problem.issues = append(problem.issues, Issue{one.Path, one.Message})
	}
	advice := "Send the request again, or relax the schema."
	if failure.reason != "" {
		advice = "The output is incomplete: " + failure.reason
	}
	problem.message = fmt.Sprintf("The output does not match the schema: %s. %s", problem.list(), advice)
	return problem
}

type outputProblem struct {
	message, text string
	issues        []Issue
	cause         error
}

// list returns the issues as text.
func (p *outputProblem) list() string {
	lines := make([]string, len(p.issues))
	for i, one := range p.issues {
		lines[i] = one.Path + " " + one.Message
	}
	return strings.TrimSpace(strings.Join(lines, "; "))
}

func (p *outputProblem) of(response any) *Error {
	err := &Error{Kind: KindOutput, Message: p.message, Text: p.text, Issues: p.issues, Partial: response, cause: p.cause}
	if info, ok := InfoOf(response); response != nil && ok {
		err.Attempts, err.Status, err.Header = info.Attempts, info.Status, info.Header
		err.RequestID, err.GenerationID = info.RequestID, info.GenerationID
	}
	return err
}

// outputFailure is why a response has no complete output.
type outputFailure struct {
	reason      string
	isTruncated bool
}

const (
	cutOff      = "it was truncated at the token limit. Raise `%s`."
	calledTools = "the model called tools. Run them, and send their results; Partial of the error has the calls."
	filtered    = "the provider's content filter stopped it. Change the messages or the model."
	refused     = "the model refused: %s Change the messages or the model."
)

// chatOutput returns the text of the first choice.
func chatOutput(raw string) (string, outputFailure) {
	choice := rootOf(raw).Get("choices").Index(0)
	message, failure := choice.Get("message"), outputFailure{}
	switch FinishReason(choice.Get("finish_reason").Text()) {
	case FinishReasonLength:
		failure = outputFailure{fmt.Sprintf(cutOff, "max_tokens"), true}
	case FinishReasonToolCalls:
		failure.reason = calledTools
	case FinishReasonContentFilter:
		failure.reason = filtered
	}
	if refusal := message.Get("refusal").Text(); refusal != "" {
		failure.reason = refusedWith(refusal)
	}
	return contentText(message.Get("content")), failure
}

// refusedWith returns the reason of a refusal, which can end with or without a period.
func refusedWith(refusal string) string {
	return fmt.Sprintf(refused, strings.TrimRight(strings.TrimSpace(refusal), ".")+".")
}

// contentText returns the text of a content, which some providers send as a list of parts.
func contentText(content codec.Node) string {
	if content.Kind() != codec.List {
		return content.Text()
	}
	var text strings.Builder
	for part := range content.Items() {
		text.WriteString(part.Get("text").Text())
	}
	return text.String()
}

// responseOutput returns the text of the messages of a response, without the commentary that a model writes while it works.
func responseOutput(raw string) (string, outputFailure) {
	root, failure := rootOf(raw), outputFailure{}
	switch root.Path("incomplete_details.reason").Text() {
	case "max_output_tokens":
		failure = outputFailure{fmt.Sprintf(cutOff, "max_output_tokens"), true}
	case "content_filter":
		failure.reason = filtered
	}
	var text strings.Builder
	refusal := ""
	for item := range root.Get("output").Items() {
		switch item.Get("type").Text() {
		case "function_call", "custom_tool_call":
			if failure.reason == "" {
				failure.reason = calledTools
			}
		case "message":
			for part := range item.Get("content").Items() {
				kind := part.Get("type").Text()
				if kind == "output_text" && item.Get("phase").Text() != "commentary" {
					text.WriteString(part.Get("text").Text())
				} else if kind == "refusal" && refusal == "" {
					refusal = part.Get("refusal").Text()
				}
			}
		}
	}
	if refusal != "" {
		failure.reason = refusedWith(refusal)
	}
	return text.String(), failure
}

// rootOf parses the JSON of a response. The result of other texts has no values.
func rootOf(raw string) codec.Node {
	doc, err := codec.Parse(raw)
	if err != nil {
		return codec.Node{}
	}
	return doc.Root()
}
