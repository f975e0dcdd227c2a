package patchbay

import (
	"net/http"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
	"github.com/patchbay/patchbay/packages/client-go/internal/failure"
	"github.com/patchbay/patchbay/packages/client-go/internal/normalize"
)

const byteOrderMark = "\uFEFF"

// readBody reads a complete response. Its error is an *Error: of an error response, whatever its status, or of an unusable body.
func (a *attempt) readBody() (codec.Node, error) {
	text, err := a.readAll()
	if err != nil {
		return codec.Node{}, err
	}
	raw := a.plan.settings.raw
	if raw != nil {
		raw.Body = []byte(text)
	}
	body, failed := a.parseBody(text)
	if failed != nil && (raw == nil || !a.isSuccess()) {
		return codec.Node{}, failed
	}
	return body, nil
}

func (a *attempt) isSuccess() bool { return a.status >= 200 && a.status < 300 }

// parseBody parses and checks the text of a complete response.
func (a *attempt) parseBody(text string) (codec.Node, *Error) {
	text = strings.TrimPrefix(text, byteOrderMark)
	if a.status == http.StatusNoContent && text == "" {
		// No content is a valid response if the contract requires no field.
		text = "{}"
	}
	if !a.isSuccess() {
		return codec.Node{}, a.newAPIError(a.status, text, "")
	}
	doc, err := codec.Parse(text)
	if err != nil {
		return codec.Node{}, a.newAPIError(a.status, text, "is not valid JSON")
	}
	body := doc.Root()
	// An error can arrive under HTTP 200.
	if failed := a.errorIn(body); failed != nil {
		return body, failed
	}
	if fault := failure.FaultOf(body, a.plan.op.Essential); fault != "" {
		return body, a.newAPIError(a.status, text, "is unusable: "+fault)
	}
	body, fault := normalize.Response(body)
	if fault != "" {
		failed := streamError(ReasonMalformed, "The completion is malformed: "+fault+". "+failure.Resend)
		failed.Body = []byte(text)
		return body, failed
	}
	return body, nil
}

// partialOf returns the usable part of a failed response of a model, with its usage; missing if there is none.
func partialOf(body codec.Node, essential *contract.Shape) codec.Node {
	if body.Get("object").Text() == "response" {
		return body
	}
	item := choiceShape(essential)
	choices := body.Get("choices")
	if item == nil || !choices.Exists() && !body.Get("usage").Exists() {
		return codec.Node{}
	}
	usable := make([]string, 0, choices.Len())
	for choice := range choices.Items() {
		if failure.FaultOf(choice, item) == "" {
			usable = append(usable, choice.Raw())
		}
	}
	if len(usable) == choices.Len() && choices.Kind() == codec.List {
		return body
	}
	return normalize.Replace(body, "choices", "["+strings.Join(usable, ",")+"]")
}

// choiceShape returns the shape of a choice; nil if the response has no choices.
func choiceShape(essential *contract.Shape) *contract.Shape {
	if essential == nil {
		return nil
	}
	for _, field := range essential.Object {
		if field.Name == "choices" && field.Shape != nil {
			return field.Shape.Items
		}
	}
	return nil
}

// hasOutput says whether a failed response contains a part of an answer.
func hasOutput(partial codec.Node) bool {
	choices := partial.Get("choices")
	if choices.Exists() {
		for choice := range choices.Items() {
			message := choice.Get("message")
			if isFilled(message.Get("content")) || isFilled(message.Get("tool_calls")) {
				return true
			}
		}
		return false
	}
	return isFilled(partial.Get("content")) || isFilled(partial.Get("output"))
}

// isFilled says whether a text, list or object is not empty.
func isFilled(value codec.Node) bool {
	return value.Text() != "" || value.Len() > 0
}
