package patchbay

import (
	"encoding/json"
	"testing"
)

func TestOptWithEncodingJSON(t *testing.T) {
	type mine struct {
		Text  Opt[string]         `json:"text,omitzero"`
		Count Opt[int64]          `json:"count,omitzero"`
		Map   map[string]Opt[int] `json:"map,omitzero"`
		Ptr   *Opt[bool]          `json:"ptr,omitzero"`
	}
	for _, text := range []string{
		`{}`,
		`{"text":"","count":0}`,
		`{"text":null,"count":12}`,
		`{"map":{"a":1,"b":null},"ptr":true}`,
	} {
		var value mine
		if err := json.Unmarshal([]byte(text), &value); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		written, err := json.Marshal(value)
		if err != nil || string(written) != text {
			t.Errorf("got %s %v, want %s", written, err, text)
		}
	}
	var value mine
	if err := json.Unmarshal([]byte(`{"count":"12"}`), &value); err == nil {
		t.Errorf("a string was read as the integer %v", value.Count)
	}
}
