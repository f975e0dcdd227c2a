// npx patchbay-mock --port 4010, then: go test
package weather

import (
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"testing"
)

// call sends JSON and decodes the JSON response into out.
func call(t *testing.T, method, url, body string, out any) int {
	t.Helper()
	request, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer sk-or-v1-test")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if out != nil {
		if err := json.NewDecoder(response.Body).Decode(out); err != nil {
			t.Fatal(err)
		}
	}
	return response.StatusCode
}

// mock creates a session for a test, with its own rules, credits and journal, and deletes it afterwards.
func mock(t *testing.T) string {
	server := os.Getenv("PATCHBAY_URL")
	if server == "" {
		server = "http://127.0.0.1:4010"
	}
	name := strings.ReplaceAll(t.Name(), "/", "-") // subtests have slashes
	call(t, "POST", server+"/s/"+name+"/_patchbay/reset", `{"credits": 1}`, nil)
	t.Cleanup(func() { call(t, "DELETE", server+"/_patchbay/sessions/"+name, "", nil) })
	return server + "/s/" + name
}

func TestRetriesAfter503(t *testing.T) {
	base := mock(t)
	rule := `{"match": {"userMessage": "weather"}, "reply": [{"status": 503}, "Sunny."]}`
	if status := call(t, "POST", base+"/_patchbay/rules", rule, nil); status != 201 {
		t.Fatalf("the rule was rejected with %d", status)
	}

	// The code under test goes here. It sends a chat request and retries it after a 503.
	var reply struct {
		Choices []struct{ Message struct{ Content string } }
	}
	question := `{"model": "openai/gpt-5-mini", "messages": [{"role": "user", "content": "What is the weather?"}]}`
	for call(t, "POST", base+"/api/v1/chat/completions", question, &reply) == 503 {
	}

	if got := reply.Choices[0].Message.Content; got != "Sunny." {
		t.Errorf("got %q", got)
	}
	var journal struct{ Entries []struct{ Status int } }
	call(t, "GET", base+"/_patchbay/journal", "", &journal)
	if len(journal.Entries) != 2 || journal.Entries[0].Status != 503 {
		t.Errorf("got the journal %+v", journal)
	}
}
