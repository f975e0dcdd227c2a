package patchbaytest

import (
	"crypto/rand"
	"net/http"
	"regexp"
	"testing"
	"time"

	patchbay "github.com/patchbay/patchbay/packages/client-go"
)

// The keys of the account "test", which starts with 100 USD.
const (
	APIKey        = "sk-or-v1-test"
	ManagementKey = "sk-or-mgmt-test"
)

// Server is a session of the mock server: a server of one test, with its own rules, credits, clock and journal. Its methods
// fail the test if the server refuses a request, so call them in the goroutine of the test.
type Server struct {
	// URL is the base URL of the API, for any client.
	URL string

	t testing.TB
	// control is the URL of the control API of the session.
	control string
}

// NewServer makes a session for a test, and deletes it after the test. The first call in a process starts the server. It fails
// the test if there is no server; see the documentation of the package.
func NewServer(t testing.TB, options ...Option) *Server {
	t.Helper()
	url, err := sharedURL()
	if err != nil {
		t.Fatalf("patchbaytest: the mock server is not available: %v", err)
	}
	return newServer(t, url, options...)
}

func newServer(t testing.TB, url string, options ...Option) *Server {
	t.Helper()
	// Several processes can share a server.
	name := nameOf(t.Name()) + "-" + rand.Text()[:12]
	control := url + "/s/" + name
	server := &Server{URL: control + "/api/v1", t: t, control: control}
	server.Reset(options...)
	t.Cleanup(func() {
		if t.Failed() {
			server.logRequests()
		}
		// The server may have ended, or may have discarded the session.
		_ = call(url, http.MethodDelete, "/sessions/"+name, nil, nil)
	})
	return server
}

var special = regexp.MustCompile(`[^A-Za-z0-9_.-]+`)

// nameOf returns a name for the session of a test.
func nameOf(test string) string {
	name := special.ReplaceAllString(test, "-")
	return name[:min(len(name), 60)]
}

// Client returns a client of this session, with its keys. Options are added to these.
func (s *Server) Client(options ...patchbay.Option) *patchbay.Client {
	own := []patchbay.Option{
		patchbay.WithBaseURL(s.URL),
		patchbay.WithAPIKey(APIKey),
		patchbay.WithManagementKey(ManagementKey),
	}
	return patchbay.New(append(own, options...)...)
}

// Reply sets the replies to all requests, in order. One reply repeats; after the last of several, other rules and the default
// reply apply. A later rule takes precedence.
func (s *Server) Reply(replies ...Reply) {
	s.t.Helper()
	s.On(Match{}).Reply(replies...)
}

// On begins a rule for the requests that meet all conditions of the match:
//
//	server.On(patchbaytest.Match{UserMessage: "weather"}).Reply(patchbaytest.Text("Sunny."))
func (s *Server) On(match Match) *RuleBuilder { return &RuleBuilder{s, Rule{Match: match}} }

// RuleBuilder is a rule without its replies.
type RuleBuilder struct {
	server *Server
	rule   Rule
}

// Reply adds the rule, with replies in order. One reply repeats; after the last of several, other rules and the default reply
// apply.
func (b *RuleBuilder) Reply(replies ...Reply) {
	b.server.t.Helper()
	b.rule.Replies = replies
	b.server.AddRules(b.rule)
}

// AddRules adds rules. A later rule takes precedence over an earlier one.
func (s *Server) AddRules(rules ...Rule) {
	s.t.Helper()
	for _, rule := range rules {
		if len(rule.Replies) == 0 {
			s.t.Fatalf("patchbaytest: a rule for %+v has no reply. Add one, such as patchbaytest.Text(\"Sunny.\").", rule.Match)
		}
	}
	if len(rules) > 0 {
		s.call(http.MethodPost, "/rules", rules, nil)
	}
}

// ClearRules removes all rules.
func (s *Server) ClearRules() {
	s.t.Helper()
	s.call(http.MethodDelete, "/rules", nil, nil)
}

// SetProvider sets the state of a provider, such as "mistral", or of an endpoint, such as "deepinfra/turbo".
func (s *Server) SetProvider(name string, state ProviderState) {
	s.t.Helper()
	s.call(http.MethodPost, "/providers", map[string]ProviderState{name: state}, nil)
}

// SetCredits sets the balance of the account "test".
func (s *Server) SetCredits(amount patchbay.USD) {
	s.t.Helper()
	s.call(http.MethodPost, "/credits", map[string]any{"set": toNumber(amount)}, nil)
}

// AddCredits adds to the balance of the account "test"; a negative amount subtracts.
func (s *Server) AddCredits(amount patchbay.USD) {
	s.t.Helper()
	s.call(http.MethodPost, "/credits", map[string]any{"add": toNumber(amount)}, nil)
}

// AdvanceTime moves the clock of the server, on which rate limits, keys and spending depend.
func (s *Server) AdvanceTime(duration time.Duration) {
	s.t.Helper()
	s.call(http.MethodPost, "/clock", map[string]any{"advanceMs": toMilliseconds(duration)}, nil)
}

// Reset discards all state of the session, including its rules, and starts again with the options.
func (s *Server) Reset(options ...Option) {
	s.t.Helper()
	given := scenario{}
	for _, option := range options {
		if option != nil {
			option(given)
		}
	}
	s.call(http.MethodPost, "/reset", given, nil)
}

// call sends a request to the control API, and fails the test if that is not possible.
func (s *Server) call(method, path string, body, result any) {
	s.t.Helper()
	if err := call(s.control, method, path, body, result); err != nil {
		s.t.Fatalf("patchbaytest: %v", err)
	}
}
