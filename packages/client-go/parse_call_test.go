package patchbay

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

type capital struct {
	City string `json:"city"`
	Days []int  `json:"days,omitempty"`
}

func chatWith(reply fakeReply) (*fakeAPI, *Client, ChatCompletionParams) {
	api := &fakeAPI{replies: map[string][]fakeReply{first: {reply}}}
	params := hello()
	params.Model = String(first)
	return api, api.client(), params
}

func TestParseSendsTheSchemaAndStoresTheOutput(t *testing.T) {
	api, client, params := chatWith(says(`{"city":"Oslo","days":[1]}`))
	var out capital
	reply, err := client.Chat.Completions.Parse(t.Context(), params, &out)
	if err != nil || out.City != "Oslo" || len(out.Days) != 1 || reply.ID != "gen-1" {
		t.Fatalf("got %+v, %v", out, err)
	}
	sent, _ := json.Marshal(api.bodies[0]["response_format"])
	want := `{"json_schema":{"name":"capital","schema":{"additionalProperties":false,"properties":{"city":{"type":"string"},` +
		`"days":{"anyOf":[{"items":{"type":"integer"},"type":"array"},{"type":"null"}]}},"required":["city","days"],"type":"object"},"strict":true},"type":"json_schema"}`
	if string(sent) != want {
		t.Errorf("got  %s\nwant %s", sent, want)
	}
	if params.ResponseFormat.Value() != nil {
		t.Error("the parameters of the caller were changed")
	}
}

func TestParseKeepsAResponseFormatOfTheCaller(t *testing.T) {
	api, client, params := chatWith(says(`{"city":"Oslo"}`))
	params.ResponseFormat.OfJSONObjectFormat = &JSONObjectFormat{}
	var out map[string]any
	if _, err := client.Chat.Completions.Parse(t.Context(), params, &out); err != nil || out["city"] != "Oslo" {
		t.Fatalf("got %v, %v", out, err)
	}
	if want := map[string]any{"type": "json_object"}; !reflect.DeepEqual(api.bodies[0]["response_format"], want) {
		t.Errorf("got %v", api.bodies[0]["response_format"])
	}
}

func TestParseReportsOutputThatDoesNotFit(t *testing.T) {
	_, client, params := chatWith(says(`{"city":1,"days":["x"]}`))
	out := capital{City: "Bergen"}
	reply, err := client.Chat.Completions.Parse(t.Context(), params, &out)
	failed := asError(err)
	if failed == nil || failed.Kind != KindOutput || reply != nil || out.City != "Bergen" {
		t.Fatalf("got %v, %v, %+v", reply, err, out)
	}
	if len(failed.Issues) != 2 || failed.Issues[0].Path != "/city" || failed.Issues[1].Path != "/days/0" || failed.Attempts != 1 || failed.Status != 200 {
		t.Errorf("got %+v", failed.Issues)
	}
	partial, ok := failed.Partial.(*ChatCompletion)
	if !ok || partial.ID != "gen-1" || failed.Text != `{"city":1,"days":["x"]}` || !strings.Contains(failed.Message, "/days/0 must be an integer") {
		t.Errorf("got %s with %v", failed, failed.Partial)
	}
	for text, want := range map[string]string{"": "has no text", " \n": "has no text", "{": `starts with "{"`} {
		_, client, params = chatWith(says(text))
		if _, err = client.Chat.Completions.Parse(t.Context(), params, &out); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v", text, err)
		}
	}
	for reason, want := range map[string]string{"content_filter": "content filter", "length": "max_tokens", "tool_calls": "called tools", "stop": "relax"} {
		body := `{"choices":[{"message":{"content":"{}"},"finish_reason":"` + reason + `"}]}`
		_, client, params = chatWith(fakeReply{body: body})
		if _, err = client.Chat.Completions.Parse(t.Context(), params, &out); err == nil || !strings.Contains(err.Error(), "/city is required, but missing. ") ||
			!strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", reason, err)
		}
	}
	_, client, params = chatWith(says("In Oslo."))
	_, err = client.Chat.Completions.Parse(t.Context(), params, &out)
	if failed := asError(err); failed == nil || failed.Kind != KindOutput || len(failed.Issues) != 0 || !strings.Contains(failed.Message, "In Oslo.") {
		t.Errorf("got %v", err)
	}
}

func TestParseRefusesWhatHasNoSchemaBeforeItSends(t *testing.T) {
	api, client, params := chatWith(says(`{}`))
	for _, out := range []any{nil, capital{}, (*capital)(nil), new(chan int), new(func())} {
		_, err := client.Chat.Completions.Parse(t.Context(), params, out)
		if failed := asError(err); failed == nil || failed.Kind != KindUsage {
			t.Errorf("%T: got %v", out, err)
		}
		_, err = client.Responses.Parse(t.Context(), ResponsesParams{}, out)
		if failed := asError(err); failed == nil || failed.Kind != KindUsage {
			t.Errorf("%T: got %v", out, err)
		}
	}
	if len(api.requests) > 0 {
		t.Errorf("got the requests %q", api.requests)
	}
}

func TestParseOfAResponse(t *testing.T) {
	body := `{"id":"resp_1","object":"response","created_at":1,"model":"a","status":"completed","output":[{"id":"m","type":"message","role":"assistant",` +
		`"status":"completed","content":[{"type":"output_text","text":"{\"city\":\"Oslo\"}","annotations":[]}]}],"error":null,"incomplete_details":null}`
	api := &fakeAPI{replies: map[string][]fakeReply{first: {{body: body}}}}
	text := &ResponseTextOptions{Verbosity: Some(VerbosityLow)}
	params := ResponsesParams{Model: String(first), Input: ResponsesText("Hello"), Text: text}
	var out capital
	if _, err := api.client().Responses.Parse(t.Context(), params, &out); err != nil || out.City != "Oslo" {
		t.Fatalf("got %+v, %v", out, err)
	}
	sent, _ := api.bodies[0]["text"].(map[string]any)
	format, _ := sent["format"].(map[string]any)
	if sent["verbosity"] != "low" || format["type"] != "json_schema" || format["name"] != "capital" || format["strict"] != true || format["schema"] == nil {
		t.Errorf("got %v", sent)
	}
	if text.Format.Value() != nil {
		t.Error("the parameters of the caller were changed")
	}
}
