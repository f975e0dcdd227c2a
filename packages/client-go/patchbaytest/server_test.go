package patchbaytest

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

func TestMain(m *testing.M) {
	if os.Getenv("PATCHBAY_MOCK_URL") == "" && os.Getenv("PATCHBAY_MOCK_COMMAND") == "" {
		_ = os.Setenv("PATCHBAY_MOCK_COMMAND", "node --conditions=@patchbay/source ../../mock-server/src/cli.ts")
		// The Node.js of the repository: the one that is installed may be too old to run TypeScript.
		if programs, err := filepath.Abs("../../../node_modules/.bin"); err == nil {
			_ = os.Setenv("PATH", programs+string(os.PathListSeparator)+os.Getenv("PATH"))
		}
	}
	os.Exit(m.Run())
}

// post sends a question without the client, and returns the status and the text of the answer.
func post(t *testing.T, server *Server, question string) (int, string) {
	t.Helper()
	body, err := json.Marshal(map[string]any{
		"model":    "openai/gpt-5-mini",
		"messages": []map[string]string{{"role": "user", "content": question}},
	})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+"/chat/completions", strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+APIKey)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, err.Error()
	}
	defer response.Body.Close()
	var answer struct {
		Choices []struct {
			Message struct {
				Content string `json:"content"`
			} `json:"message"`
		} `json:"choices"`
	}
	_ = json.NewDecoder(response.Body).Decode(&answer)
	if len(answer.Choices) == 0 {
		return response.StatusCode, ""
	}
	return response.StatusCode, answer.Choices[0].Message.Content
}

func TestRepliesAreUsedInOrder(t *testing.T) {
	t.Parallel()
	server := NewServer(t, WithEcho())
	server.On(Match{UserMessage: "weather"}).Reply(Failure(503), Text("Sunny."))

	if status, _ := post(t, server, "How is the weather?"); status != 503 {
		t.Errorf("the first status is %d, expected 503", status)
	}
	if status, text := post(t, server, "How is the weather?"); status != 200 || text != "Sunny." {
		t.Errorf("the second reply is %d %q, expected 200 %q", status, text, "Sunny.")
	}
	if _, text := post(t, server, "How is the weather?"); text != "How is the weather?" {
		t.Errorf("after its replies, the rule still applies: %q", text)
	}
	requests := server.Requests()
	if len(requests) != 3 || requests[0].Status != 503 || requests[1].Status != 200 || requests[2].Rule != "" {
		t.Errorf("the journal has %s", describe(requests))
	}
}

func TestSessionsAreSeparate(t *testing.T) {
	t.Parallel()
	one, other := NewServer(t), NewServer(t)
	one.Reply(Text("One."))
	other.Reply(Text("Other."))

	_, first := post(t, one, "Hello")
	_, second := post(t, other, "Hello")
	if first != "One." || second != "Other." || len(one.Requests()) != 1 || len(other.Requests()) != 1 {
		t.Errorf("got %q and %q", first, second)
	}
}

func TestRequestsHaveInputAndOutcome(t *testing.T) {
	t.Parallel()
	server := NewServer(t)
	server.On(Match{UserMessage: "/^good (morning|evening)/i"}).Reply(Text("Hello."))

	if _, text := post(t, server, "Good Evening!"); text != "Hello." {
		t.Fatalf("the regular expression does not match: %q", text)
	}
	request := server.Requests()[0]
	if request.ID != 1 || request.Operation != "chat.completions.create" || request.Method != http.MethodPost || request.Rule != "rule 1" {
		t.Errorf("got %+v", request)
	}
	if request.Input["model"] != "openai/gpt-5-mini" || !strings.Contains(request.Body, "Good Evening!") {
		t.Errorf("the input is %v, the body %q", request.Input, request.Body)
	}
	if request.Cost.Sign() <= 0 || request.Time.IsZero() || request.Ended == nil || !request.Ended.Complete {
		t.Errorf("cost %s, time %s, ended %v", request.Cost, request.Time, request.Ended)
	}
	if got := request.Header.Get("Authorization"); strings.Contains(got, APIKey) {
		t.Errorf("the journal has the key: %q", got)
	}
	server.ClearRequests()
	if requests := server.Requests(); len(requests) != 0 {
		t.Errorf("the journal was cleared, but has %s", describe(requests))
	}
}

func TestStateOfTheServer(t *testing.T) {
	t.Parallel()
	server := NewServer(t, WithCredits(patchbay.MustParseUSD("0")))
	if status, _ := post(t, server, "Hello"); status != 402 {
		t.Errorf("without credits the status is %d, expected 402", status)
	}
	server.AddCredits(patchbay.MustParseUSD("0.5"))
	if status, _ := post(t, server, "Hello"); status != 200 {
		t.Errorf("with credits the status is %d, expected 200", status)
	}
	server.SetCredits(patchbay.MustParseUSD("-1.5"))
	if status, _ := post(t, server, "Hello"); status != 402 {
		t.Errorf("below zero the status is %d, expected 402", status)
	}
	server.Reset()
	server.SetProvider("openai", ProviderDown)
	server.SetProvider("azure", ProviderDown)
	if status, _ := post(t, server, "Hello"); status < 500 {
		t.Errorf("without its providers the status is %d, expected 500 or above", status)
	}
	server.AdvanceTime(time.Hour)
	if ahead := time.Until(server.lastTime(t)); ahead < 50*time.Minute {
		t.Errorf("the clock is %s ahead, expected an hour", ahead)
	}
}

// lastTime returns the time of a new request.
func (s *Server) lastTime(t *testing.T) time.Time {
	post(t, s, "Hello")
	requests := s.Requests()
	return requests[len(requests)-1].Time
}

func TestStrictServerNamesTheRuleThatNearlyMatched(t *testing.T) {
	t.Parallel()
	server := NewServer(t, WithStrict(), WithSeed(7))
	server.AddRules(Rule{Name: "weather", Match: Match{UserMessage: "weather"}, Replies: []Reply{Text("Sunny.")}})

	if status, _ := post(t, server, "Hello"); status != 400 {
		t.Errorf("the status is %d, expected 400", status)
	}
	text := describe(server.Requests())
	if !strings.Contains(text, "weather does not apply: userMessage must be") {
		t.Errorf("a failed test would log %q", text)
	}
	server.ClearRules()
	if text := describe(nil); text != "the mock server received no request" {
		t.Errorf("got %q", text)
	}
}

// recorder is a test that notes how it fails.
type recorder struct {
	testing.TB
	message string
}

func (r *recorder) Helper() {}

func (r *recorder) Fatalf(format string, values ...any) {
	r.message = fmt.Sprintf(format, values...)
	panic(r)
}

func TestServerRefusesAnInvalidRule(t *testing.T) {
	t.Parallel()
	server := NewServer(t)
	test := &recorder{TB: t}
	server.t = test
	// Fatalf ends the test.
	ends := func(add func()) {
		defer func() { _ = recover() }()
		add()
	}
	ends(func() { server.Reply() })
	if !strings.Contains(test.message, "has no reply") {
		t.Errorf("a rule without a reply: the test fails with %q", test.message)
	}
	ends(func() { server.AddRules(Rule{Replies: []Reply{Failure(99)}}) })
	server.t = t
	if !strings.Contains(test.message, "400") || !strings.Contains(test.message, "status") {
		t.Errorf("the test fails with %q, expected the status and the reason", test.message)
	}
}

func TestListsWithoutRulesAndOptionsChangeNothing(t *testing.T) {
	t.Parallel()
	server := NewServer(t, nil, WithRules(), WithEcho())
	server.AddRules()
	if _, text := post(t, server, "Hello"); text != "Hello" {
		t.Errorf("got %q", text)
	}
}

func TestMissingServerSaysWhatToInstall(t *testing.T) {
	missing := func(string) (string, error) { return "", exec.ErrNotFound }
	if _, err := findCommand("", missing); err == nil || !strings.Contains(err.Error(), "Node.js 22") {
		t.Errorf("got %v", err)
	}
	if _, err := start([]string{"patchbay-not-there"}, time.Minute); !errors.Is(err, exec.ErrNotFound) {
		t.Errorf("got %v", err)
	}
	if _, err := start([]string{"node", "--eval", "console.error('broken'); process.exit(3)", "--"}, time.Minute); err == nil || !strings.Contains(err.Error(), "broken") {
		t.Errorf("got %v", err)
	}
	if _, err := start([]string{"node", "--eval", "setInterval(() => {}, 1000)", "--"}, 10*time.Millisecond); err == nil || !strings.Contains(err.Error(), "10ms") {
		t.Errorf("got %v", err)
	}
	if _, err := checkRunning("http://127.0.0.1:9/api/v1"); err == nil || !strings.Contains(err.Error(), "PATCHBAY_MOCK_URL") {
		t.Errorf("got %v", err)
	}
}

func TestServerSurvivesGarbageCollection(t *testing.T) {
	t.Parallel()
	server := NewServer(t)
	for range 3 {
		runtime.GC()
		time.Sleep(20 * time.Millisecond)
	}
	if status, _ := post(t, server, "Hello"); status != 200 {
		t.Errorf("the status is %d, expected 200", status)
	}
}

func TestCommandIsFoundInOrder(t *testing.T) {
	find := func(known ...string) func(string) (string, error) {
		return func(name string) (string, error) {
			for _, one := range known {
				if one == name {
					return "/bin/" + name, nil
				}
			}
			return "", exec.ErrNotFound
		}
	}
	for _, test := range []struct {
		given    string
		known    []string
		expected string
	}{
		{"node cli.js", []string{"patchbay-mock", "npx"}, "node cli.js"},
		{"", []string{"patchbay-mock", "npx"}, "/bin/patchbay-mock"},
		{"", []string{"npx"}, "/bin/npx --yes --package=@patchbay/mock-server -- patchbay-mock"},
	} {
		command, err := findCommand(test.given, find(test.known...))
		if got := strings.Join(command, " "); err != nil || got != test.expected {
			t.Errorf("got %q %v, expected %q", got, err, test.expected)
		}
	}
}
