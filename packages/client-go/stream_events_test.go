package patchbay_test

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go"
)

// delta is a chunk with a delta of a choice.
func delta(choice int, fields string) string {
	return fmt.Sprintf(`data: {"object":"chat.completion.chunk","choices":[{"index":%d,"delta":{%s},"finish_reason":null}]}`+"\n\n", choice, fields)
}

func eventsOf(t *testing.T, body string) []string {
	t.Helper()
	var events []string
	for event, err := range openChat(t, newCanned(body+doneEvent)).Events() {
		if err != nil {
			t.Fatal(err)
		}
		if done, ok := event.(*patchbay.ChatDone); ok {
			if done.Completion == nil {
				t.Error("the last event has no completion")
			}
			events = append(events, done.EventType())
			continue
		}
		text, err := json.Marshal(event)
		if err != nil {
			t.Fatal(err)
		}
		events = append(events, string(text))
	}
	return events
}

func TestTypedEvents(t *testing.T) {
	for name, test := range map[string]struct {
		body   string
		wanted []string
	}{
		"all kinds": {
			delta(0, `"reasoning":"Hm","reasoning_details":[{"type":"reasoning.text","text":"Hm"}],"content":"a","refusal":"No"`) +
				delta(0, `"annotations":[{"type":"url_citation","url_citation":{"url":"https://a.example"}}]`) +
				delta(0, `"images":[{"type":"image_url","image_url":{"url":"data:x"}}],"audio":{"data":"AA"}`) +
				`data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":1}}` + "\n\n",
			[]string{
				`{"type":"reasoning-delta","index":0,"text":"Hm","details":[{"type":"reasoning.text","text":"Hm"}]}`,
				`{"type":"text-delta","index":0,"text":"a"}`,
				`{"type":"refusal-delta","index":0,"text":"No"}`,
				`{"type":"annotation","index":0,"annotation":{"type":"url_citation","url_citation":{"url":"https://a.example"}}}`,
				`{"type":"image","index":0,"image":{"type":"image_url","image_url":{"url":"data:x"}}}`,
				`{"type":"audio-delta","index":0,"audio":{"data":"AA"}}`,
				`{"type":"finish","index":0,"reason":"stop"}`,
				`{"type":"usage","usage":{"prompt_tokens":1}}`,
				"done",
			},
		},
		"halves of characters": {
			delta(0, `"content":"\ud83e"`) + delta(1, `"content":"\ud83e"`) + delta(0, `"content":""`) + delta(0, `"content":"\udd9c"`) + lastEvent,
			[]string{
				`{"type":"text-delta","index":0,"text":"🦜"}`,
				`{"type":"finish","index":0,"reason":"stop"}`,
				`{"type":"text-delta","index":1,"text":"` + "\uFFFD" + `"}`,
				"done",
			},
		},
		"interleaved calls": {
			delta(0, `"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{\"x\""}},{"index":1,"id":"b","function":{"name":"g","arguments":"{"}}]`) +
				delta(0, `"tool_calls":[{"index":0,"function":{"arguments":":1}"}},{"index":1,"function":{"arguments":"}"}}]`) + lastEvent,
			[]string{
				`{"type":"tool-call-delta","index":0,"call":0,"id":"a","name":"f","arguments":"{\"x\""}`,
				`{"type":"tool-call-delta","index":0,"call":1,"id":"b","name":"g","arguments":"{"}`,
				`{"type":"tool-call-delta","index":0,"call":0,"arguments":":1}"}`,
				`{"type":"tool-call-delta","index":0,"call":1,"arguments":"}"}`,
				`{"type":"tool-call","index":0,"call":{"id":"a","type":"function","function":{"name":"f","arguments":"{\"x\":1}"}}}`,
				`{"type":"tool-call","index":0,"call":{"id":"b","type":"function","function":{"name":"g","arguments":"{}"}}}`,
				`{"type":"finish","index":0,"reason":"stop"}`,
				"done",
			},
		},
		"calls with one index": {
			delta(0, `"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}]`) +
				delta(0, `"tool_calls":[{"index":0,"id":"b","function":{"name":"g","arguments":"{}"}}]`) + lastEvent,
			[]string{
				`{"type":"tool-call-delta","index":0,"call":0,"id":"a","name":"f","arguments":"{}"}`,
				`{"type":"tool-call","index":0,"call":{"id":"a","type":"function","function":{"name":"f","arguments":"{}"}}}`,
				`{"type":"tool-call-delta","index":0,"call":1,"id":"b","name":"g","arguments":"{}"}`,
				`{"type":"tool-call","index":0,"call":{"id":"b","type":"function","function":{"name":"g","arguments":"{}"}}}`,
				`{"type":"finish","index":0,"reason":"stop"}`,
				"done",
			},
		},
	} {
		if got := eventsOf(t, test.body); !reflect.DeepEqual(got, test.wanted) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(test.wanted, "\n"))
		}
	}
}

func TestTheTextIsThatOfTheFirstChoice(t *testing.T) {
	for body, wanted := range map[string]string{
		delta(1, `"content":"x"`) + delta(0, `"content":"a"`) + delta(1, `"content":"y"`) + delta(0, `"content":"b"`): "ab",
		delta(2, `"content":"x"`) + delta(1, `"content":"a\ud83e"`) + delta(1, `"content":"\udd9c"`):                  "a🦜",
		delta(0, `"content":"a\\ud83e"`) + delta(0, `"content":"b\ud83e"`):                                            "a\\ud83eb\uFFFD",
		delta(0, `"content":[{"type":"text","text":"a"},{"type":"thinking","thinking":"b"}]`):                         "a",
	} {
		got := ""
		for text, err := range openChat(t, newCanned(body+doneEvent)).Text() {
			if err != nil {
				t.Fatal(err)
			}
			got += text
		}
		if got != wanted {
			t.Errorf("got %q, want %q", got, wanted)
		}
	}
}

const responsesBody = "event: response.created\n" + `data: {"response":{"id":"r1","object":"response","status":"in_progress","output":[]}}` + "\n\n" +
	`data: {"type":"response.future","x":[1]}` + "\n\n" +
	`data: {"type":"response.output_text.delta","output_index":0,"item_id":"m1","content_index":0,"delta":"one"}` + "\n\n"

func TestAResponsesStream(t *testing.T) {
	end := `data: {"type":"response.completed","response":{"id":"r1","object":"response","status":"completed"}}` + "\n\n"
	client := newCanned(responsesBody + end)
	open := func() *patchbay.ResponsesStream {
		stream, err := client.Responses.Stream(context.Background(), patchbay.ResponsesParams{Model: patchbay.String("m"), Input: patchbay.ResponsesText("x")})
		if err != nil {
			t.Fatal(err)
		}
		return stream
	}
	var kinds []string
	for event, err := range open().All() {
		if err != nil {
			t.Fatal(err)
		}
		switch event := event.Value().(type) {
		case *patchbay.ResponseTextDeltaEvent:
			kinds = append(kinds, event.Delta)
		case *patchbay.UnknownResponseEvent:
			kinds = append(kinds, "unknown "+event.RawJSON())
		default:
			kinds = append(kinds, fmt.Sprintf("%T", event))
		}
	}
	wanted := []string{"*patchbay.ResponseCreatedEvent", `unknown {"type":"response.future","x":[1]}`, "one", "*patchbay.ResponseCompletedEvent"}
	if !reflect.DeepEqual(kinds, wanted) {
		t.Errorf("got %q", kinds)
	}
	response, err := open().Final()
	if err != nil || response.Status != "completed" || len(response.Output) != 1 {
		t.Errorf("got %v, %v", response, err)
	}
	text := ""
	for piece, err := range open().Text() {
		if err != nil {
			t.Fatal(err)
		}
		text += piece
	}
	if text != "one" {
		t.Errorf("got the text %q", text)
	}
}

func TestAFailedResponseHasWhatArrived(t *testing.T) {
	end := `data: {"type":"response.failed","response":{"id":"r1","object":"response","status":"failed","error":{"code":"server_error","message":"No"}}}` + "\n\n"
	stream, err := newCanned(responsesBody+end).Responses.Stream(context.Background(), patchbay.ResponsesParams{Model: patchbay.String("m"), Input: patchbay.ResponsesText("x")})
	if err != nil {
		t.Fatal(err)
	}
	_, err = stream.Final()
	failed := failureOf(t, err)
	partial, ok := failed.Partial.(*patchbay.ResponseObject)
	if failed.Kind != patchbay.KindAPI || failed.Status != 500 || !ok || partial.Status != "failed" || len(partial.Output) != 1 {
		t.Errorf("got %v with the partial response %v", failed, failed.Partial)
	}
}

func TestAMessagesStream(t *testing.T) {
	body := "event: message_start\n" + `data: {"message":{"id":"m1","role":"assistant","content":[],"usage":{"input_tokens":5,"output_tokens":1}}}` + "\n\n" +
		`data: {"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"t","name":"f","input":{}}}` + "\n\n" +
		`data: {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\"a\":[1"}}` + "\n\n"
	end := `data: {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":",2]}"}}` + "\n\n" +
		`data: {"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":7}}` + "\n\n" + `data: {"type":"message_stop"}` + "\n\n"
	open := func(body string) *patchbay.MessagesStream {
		stream, err := newCanned(body).Messages.Stream(context.Background(), patchbay.MessagesParams{
			Model: "m", MaxTokens: patchbay.Int(5), Messages: []patchbay.MessagesMessage{patchbay.MessagesUser("x")},
		})
		if err != nil {
			t.Fatal(err)
		}
		return stream
	}
	message, err := open(body + end).Final()
	if err != nil {
		t.Fatal(err)
	}
	if input := message.RawJSON(); !strings.Contains(input, `"input":{"a":[1,2]}`) || message.Usage.OutputTokens != 7 {
		t.Errorf("got %s", input)
	}
	_, err = open(body).Final()
	failed := failureOf(t, err)
	partial, ok := failed.Partial.(*patchbay.MessagesResponse)
	if failed.Reason != patchbay.ReasonTruncated || !ok || !strings.Contains(partial.RawJSON(), `"input":{"a":[1]}`) && !strings.Contains(partial.RawJSON(), `"input":{"a":[]}`) {
		t.Errorf("got %v with the partial message %v", failed, failed.Partial)
	}
}
