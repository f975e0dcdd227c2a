package patchbay

import (
	"encoding/json"
	"fmt"
	"testing"
)

func printJSON(value any) {
	text, err := json.Marshal(value)
	fmt.Println(string(text), err)
}

func ExampleSystem() {
	printJSON([]ChatMessage{System("Be brief."), User("Hello")})
	// Output: [{"role":"system","content":"Be brief."},{"role":"user","content":"Hello"}] <nil>
}

func ExampleUserParts() {
	printJSON(UserParts(Text("What is this?"), Image("https://example.com/cat.png")))
	// Output: {"role":"user","content":[{"type":"text","text":"What is this?"},{"type":"image_url","image_url":{"url":"https://example.com/cat.png"}}]} <nil>
}

func ExampleToolResult() {
	var message ChatCompletionMessage
	text := `{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"now","arguments":"{}"}}]}`
	if err := json.Unmarshal([]byte(text), &message); err != nil {
		fmt.Println(err)
		return
	}
	messages := []ChatMessage{User("What time is it?"), message.ToParam()}
	for _, call := range message.ToolCalls {
		messages = append(messages, ToolResult(call.ID, "12:00"))
	}
	printJSON(messages[1])
	printJSON(messages[2])
	// Output:
	// {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"now","arguments":"{}"}}]} <nil>
	// {"role":"tool","content":"12:00","tool_call_id":"call_1"} <nil>
}

func ExampleTool() {
	printJSON(Tool(FunctionDefinition{
		Name:        "get_weather",
		Description: String("The weather of a city."),
		Parameters:  map[string]any{"type": "object", "properties": map[string]any{"city": map[string]any{"type": "string"}}},
	}))
	// Output: {"type":"function","function":{"name":"get_weather","description":"The weather of a city.","parameters":{"properties":{"city":{"type":"string"}},"type":"object"}}} <nil>
}

func ExampleChooseFunction() {
	printJSON(ChooseFunction("get_weather"))
	printJSON(ChooseTools(ToolChoiceModeRequired))
	// Output:
	// {"type":"function","function":{"name":"get_weather"}} <nil>
	// "required" <nil>
}

func ExampleResponsesItems() {
	printJSON(ResponsesItems(
		ResponsesMessage(ResponseInputMessageRoleUser, "What time is it?"),
		ResponsesToolResult("call_1", "12:00"),
	))
	// Output: [{"role":"user","content":"What time is it?"},{"type":"function_call_output","call_id":"call_1","output":"12:00"}] <nil>
}

func ExampleMessagesUserBlocks() {
	printJSON(MessagesUserBlocks(MessagesToolResult("toolu_1", "12:00"), MessagesText("And tomorrow?")))
	// Output: {"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_1","content":"12:00"},{"type":"text","text":"And tomorrow?"}]} <nil>
}

func ExampleDataURL() {
	fmt.Println(DataURL("image/png", []byte("a")))
	fmt.Println(DataURL("", []byte("%PDF-1.7")))
	// Output:
	// data:image/png;base64,YQ==
	// data:application/pdf;base64,JVBERi0xLjc=
}

func ExampleMessagesImage() {
	printJSON(MessagesUserBlocks(MessagesImage("https://example.com/a.png"), MessagesImage(DataURL("image/png", []byte("a")))))
	// Output: {"role":"user","content":[{"type":"image","source":{"type":"url","url":"https://example.com/a.png"}},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"YQ=="}}]} <nil>
}

func ExampleResponsesParts() {
	printJSON(ResponsesParts(ResponseInputMessageRoleUser, ResponsesTextPart("What is it?"), ResponsesImagePart("https://example.com/a.png")))
	// Output: {"role":"user","content":[{"type":"input_text","text":"What is it?"},{"type":"input_image","image_url":"https://example.com/a.png"}]} <nil>
}

func ExampleMessagesThinking() {
	printJSON(MessagesThinking(2000))
	// Output: {"type":"enabled","budget_tokens":2000} <nil>
}

func ExampleSome() {
	printJSON(ChatCompletionParams{
		Messages:        []ChatMessage{User("Hello")},
		Temperature:     Float(0), // 0 is sent; an absent temperature is not.
		ReasoningEffort: Some(ReasoningEffortHigh),
		Seed:            Null[int64](),
	})
	// Output: {"messages":[{"role":"user","content":"Hello"}],"temperature":0,"seed":null,"reasoning_effort":"high"} <nil>
}

func TestConstructorsSendWhatTheyAreGiven(t *testing.T) {
	for want, value := range map[string]any{
		`{"role":"developer","content":"a"}`: Developer("a"),
		`{"role":"assistant","content":""}`:  Assistant(""),
		`{"role":"user","content":[]}`:       UserParts(),
		`["a","b"]`:                          Stop("a", "b"),
		`[]`:                                 Stop(),
		`["x"]`:                              EmbeddingTexts("x"),
		`["x","y"]`:                          RerankTexts("x", "y"),
		`"Hi"`:                               ResponsesText("Hi"),
		`"sys"`:                              MessagesSystem("sys"),
		`{"role":"user","content":"u"}`:      MessagesUser("u"),
		`{"role":"assistant","content":"m"}`: MessagesAssistant("m"),
		`[{"role":"user","content":[{"type":"text","text":"<\u2028>"}]}]`:            []ChatMessage{UserParts(Text("<\u2028>"))},
		`{"model":"m","input":["a"]}`:                                                EmbeddingParams{Model: "m", Input: EmbeddingTexts("a")},
		`{"input":"a","model":"m","tool_choice":"none","metadata":{"a":"1","b":""}}`: ResponsesParams{Model: String("m"), Input: ResponsesText("a"), ToolChoice: ResponseToolChoice{OfToolChoiceMode: Some(ToolChoiceModeNone)}, Metadata: map[string]string{"b": "", "a": "1"}},
	} {
		text, err := json.Marshal(value)
		var got, wanted any
		if err != nil || json.Unmarshal(text, &got) != nil || json.Unmarshal([]byte(want), &wanted) != nil {
			t.Fatalf("%s: %v", want, err)
		}
		if fmt.Sprint(got) != fmt.Sprint(wanted) {
			t.Errorf("got  %s\nwant %s", text, want)
		}
	}
}

func TestAResponseIsSentBackWithWhatTheTypeDoesNotHave(t *testing.T) {
	var message MessagesResponse
	if err := json.Unmarshal([]byte(`{"role":"assistant","content":[{"type":"text","text":"a","n":1.0},{"type":"new","x":null}]}`), &message); err != nil {
		t.Fatal(err)
	}
	var response ResponseObject
	if err := json.Unmarshal([]byte(`{"output":[{"type":"message","role":"assistant","content":[{"type":"output_text","text":"a","y":12345678901234567890}]},{"type":"new"}]}`), &response); err != nil {
		t.Fatal(err)
	}
	for want, value := range map[string]any{
		`{"role":"assistant","content":[{"type":"text","text":"a","n":1.0},{"type":"new","x":null}]}`:                                   message.ToParam(),
		`[{"type":"message","role":"assistant","content":[{"type":"output_text","text":"a","y":12345678901234567890}]},{"type":"new"}]`: response.ToParams(),
	} {
		text, err := json.Marshal(value)
		if err != nil || string(text) != want {
			t.Errorf("got  %s %v\nwant %s", text, err, want)
		}
	}
}
