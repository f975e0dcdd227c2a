package conformance

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

// TestInputs checks that a program can build the input of every case without JSON, unless it breaks the contract.
func TestInputs(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(root, "test/cases/*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("found no cases: %v", err)
	}
	client := patchbay.New()
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var cases []struct {
			ID        string `json:"id"`
			Malformed bool   `json:"malformed"`
			Steps     []step `json:"steps"`
		}
		if err := json.Unmarshal(text, &cases); err != nil {
			t.Fatal(err)
		}
		for _, one := range cases {
			for _, step := range one.Steps {
				if !one.Malformed && step.As != "run" {
					testInput(t, client, one.ID, step)
				}
			}
		}
	}
}

func testInput(t *testing.T, client *patchbay.Client, id string, step step) {
	method, err := findMethod(client, step.Op, "")
	if err != nil {
		t.Errorf("%s: %v", id, err)
		return
	}
	params, options, err := method.params(step.Input)
	if err != nil {
		t.Errorf("%s: %v", id, err)
		return
	}
	if len(options) > 0 {
		t.Errorf("%s: the struct has no field for some query parameters of %s", id, step.Op)
	}
	if !params.IsValid() {
		return
	}
	raw := params.Interface().(object).RawJSON()
	// Values of earlier steps have not been filled in.
	if raw != "" && !strings.Contains(raw, `"$`) {
		built, err := json.Marshal(build(params).Interface())
		t.Errorf("%s: a program cannot build the input\n%s\ngot %s %v", id, raw, built, err)
	}
}
