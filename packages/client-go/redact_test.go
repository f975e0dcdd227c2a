package patchbay

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

const secretText = "sk-or-v1-secret"

// decodeAs reads JSON into a type of the API.
func decodeAs[T any](t *testing.T, text string) T {
	t.Helper()
	var value T
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatal(err)
	}
	return value
}

// secretValues has every type with a secret, decoded and built, alone and in the types that contain it.
func secretValues(t *testing.T) map[string]any {
	server := MCPServer{Name: "docs", AuthorizationToken: String(secretText)}
	tool := ResponseMCPTool{Authorization: String(secretText), Headers: map[string]string{"X-Key": secretText}}
	created := decodeAs[CreatedAPIKey](t, `{"key":"sk-or-v1-secret","data":{"name":"shown"}}`)
	return map[string]any{
		"a created key":             created,
		"a pointer to it":           &created,
		"a list of it":              []CreatedAPIKey{created},
		"a map of it":               map[string]CreatedAPIKey{"a": created},
		"a built key":               CreatedAPIKey{Key: secretText},
		"an exchanged key":          decodeAs[ExchangedKey](t, `{"key":"sk-or-v1-secret","user_id":"shown"}`),
		"a code":                    decodeAs[AuthCode](t, `{"data":{"id":"sk-or-v1-secret"}}`),
		"the request of a key":      ExchangeCodeParams{Code: secretText, CodeVerifier: String(secretText)},
		"a user":                    ExternalUser{APIKey: String(secretText)},
		"a server":                  server,
		"a request with a server":   MessagesParams{MCPServers: []MCPServer{server}},
		"a tool":                    tool,
		"a union with a tool":       ResponseTool{OfResponseMCPTool: &tool},
		"a request with a tool":     ResponsesParams{Tools: []ResponseTool{{OfResponseMCPTool: &tool}}},
		"a decoded union of a tool": decodeAs[ResponseTool](t, `{"type":"mcp","authorization":"sk-or-v1-secret"}`),
	}
}

func TestFormattedValuesShowNoSecret(t *testing.T) {
	for name, value := range secretValues(t) {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d", "%T", "%10.3v"} {
			text := fmt.Sprintf(verb, value)
			if strings.Contains(text, secretText) || strings.Contains(text, fmt.Sprintf("%x", secretText)) {
				t.Errorf("%s formatted with %s shows the secret: %s", name, verb, text)
			}
		}
	}
}

func TestLoggedValuesShowNoSecret(t *testing.T) {
	var log bytes.Buffer
	for name, value := range secretValues(t) {
		if strings.HasPrefix(name, "a list") || strings.HasPrefix(name, "a map") {
			continue // slog gives a list to encoding/json, which calls no method for logs.
		}
		log.Reset()
		slog.New(slog.NewTextHandler(&log, nil)).Info("text", "value", value)
		slog.New(slog.NewJSONHandler(&log, nil)).Info("json", "value", value)
		if strings.Contains(log.String(), secretText) {
			t.Errorf("the log of %s shows the secret: %s", name, &log)
		}
	}
}

func TestFormattedValuesShowTheOtherFields(t *testing.T) {
	created := decodeAs[CreatedAPIKey](t, `{"key":"sk-or-v1-secret","data":{"name":"shown"}}`)
	text := fmt.Sprintf("%+v", created)
	for _, part := range []string{"Key:[redacted]", "Name:shown"} {
		if !strings.Contains(text, part) {
			t.Errorf("%s is not in %s", part, text)
		}
	}
	if created.Key != secretText {
		t.Errorf("formatting changed the key to %q", created.Key)
	}
	if empty := fmt.Sprintf("%+v", CreatedAPIKey{}); strings.Contains(empty, redacted) {
		t.Errorf("a key without a secret claims to have one: %s", empty)
	}
}

func TestEncodedValuesHaveTheirSecrets(t *testing.T) {
	text, err := json.Marshal(ExchangeCodeParams{Code: secretText, CodeVerifier: String(secretText)})
	if err != nil || strings.Count(string(text), secretText) != 2 {
		t.Errorf("got %s, %v", text, err)
	}
}
