package patchbay

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
)

// TestAValueThatCannotBeConvertedFailsWhenItIsSent changes answers into values that JSON does not have.
func TestAValueThatCannotBeConvertedFailsWhenItIsSent(t *testing.T) {
	message := decodeAs[ChatCompletionMessage](t, `{"role":"assistant","content":"hi"}`)
	message.SetExtra("score", math.NaN())
	block := decodeAs[ContentBlock](t, `{"type":"text","text":"hi","citations":null}`)
	block.OfThinkingBlock = &ThinkingBlock{}
	for name, params := range map[string]any{
		"a message":        ChatCompletionParams{Messages: []ChatMessage{User("hello"), message.ToParam()}},
		"a copied message": ChatCompletionParams{Messages: append([]ChatMessage{}, message.ToParam())},
		"a union":          block.ToParam(),
	} {
		text, err := json.Marshal(params)
		if err == nil {
			t.Errorf("%s was sent as %s", name, text)
		}
	}
	_, err := json.Marshal(ChatCompletionParams{Messages: []ChatMessage{User("hello"), message.ToParam()}})
	if err == nil || !strings.Contains(err.Error(), "messages[1]") {
		t.Errorf("the error does not say where the value is: %v", err)
	}
}

func TestAConvertedMessageKeepsWhatArrived(t *testing.T) {
	text := `{"role":"assistant","content":null,"reasoning":"r","x_new":1.50,"tool_calls":[]}`
	param := decodeAs[ChatCompletionMessage](t, text).ToParam()
	got, err := json.Marshal(param)
	if err != nil || string(got) != text {
		t.Errorf("got %s, %v; want %s", got, err, text)
	}
}

// An item of another kind stays in the list, as in a message that is sent back as a whole.
func TestItemsOfAnyKindAreSentBack(t *testing.T) {
	for _, item := range []string{`null`, `5`, `"text"`, `[]`, `{}`, `{"type":null}`, `{"type":"new","x":1.50}`} {
		list := `[` + item + `,` + item + `]`
		response := decodeAs[ResponseObject](t, `{"output":`+list+`}`)
		if got, err := json.Marshal(response.ToParams()); err != nil || string(got) != list {
			t.Errorf("%s: got %s, %v", item, got, err)
		}
		reply := decodeAs[MessagesResponse](t, `{"content":`+list+`}`)
		if got, err := json.Marshal(reply.ToParam()); err != nil || string(got) != `{"role":"assistant","content":`+list+`}` {
			t.Errorf("%s: got %s, %v", item, got, err)
		}
		message := decodeAs[ChatCompletionMessage](t, `{"role":"assistant","reasoning_details":`+list+`}`)
		if got, err := json.Marshal(message.ToParam()); err != nil || string(got) != message.RawJSON() {
			t.Errorf("%s: got %s, %v", item, got, err)
		}
	}
}
