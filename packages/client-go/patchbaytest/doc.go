// Package patchbaytest tests programs against the mock server of the OpenRouter API, with replies, faults and failures that the
// test defines. It is for tests, like net/http/httptest.
//
//	func TestRetries(t *testing.T) {
//		server := patchbaytest.NewServer(t)
//		server.On(patchbaytest.Match{UserMessage: "weather"}).
//			Reply(patchbaytest.Failure(503), patchbaytest.Text("Sunny."))
//
//		answer := ask(t, server.Client(), "How is the weather?")
//
//		if answer != "Sunny." || len(server.Requests()) != 2 {
//			t.Errorf("got %q after %d requests", answer, len(server.Requests()))
//		}
//	}
//
// One server runs for all tests of a process, and each call of NewServer makes a session of its own: rules, credits, clock and
// journal. Tests can therefore run in parallel. When a test fails, its requests are logged.
//
// The server is found in this order: the one at the URL in the environment variable PATCHBAY_MOCK_URL; the command in
// PATCHBAY_MOCK_COMMAND; patchbay-mock on the PATH; and npx, which installs the package @patchbay/mock-server if necessary. The
// last two need Node.js 22 or later.
package patchbaytest
