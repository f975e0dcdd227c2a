package failure

import (
	"net/url"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/show"
)

// Resend is the advice for malformed data.
const Resend = "The provider or a proxy sent malformed data. Send the request again, or use another model."

// explain returns the message of an error: what failed, in the words of the API and the provider, and what to do.
func explain(code string, detail *Detail, response Response) string {
	text := show.WithoutKeys(findText(detail, response))
	advice := adviceOn(code, detail, response.Fault, text)
	if advice == "" {
		advice = adviceOnRedirect(response)
	}
	switch {
	case advice == "":
		return text
	case strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, ")"):
		return text + " " + advice
	default:
		return text + ". " + advice
	}
}

func findText(detail *Detail, response Response) string {
	plain := show.Cut(strings.TrimSpace(response.Text), 300)
	// A compressed body, an image or UTF-16.
	isText := utf8.ValidString(response.Text) && !strings.ContainsRune(plain, 0)
	switch kind := response.Body.Kind(); {
	case response.Fault != "" && plain != "" && isText:
		return "The response body " + response.Fault + ": " + plain
	case response.Fault != "":
		return "The response body " + response.Fault
	case detail != nil:
		return withReason(detail)
	case kind == codec.Map || kind == codec.List:
		return messageOf(response.Body)
	case !isText:
		return "The response body is not text"
	case plain != "":
		return plain
	default:
		return "The response body is empty"
	}
}

// withReason adds the provider's message: OpenRouter often reports only "Provider returned error".
func withReason(detail *Detail) string {
	text := detail.Message
	if reason := reasonOf(detail.Metadata.Get("raw")); reason != "" && !strings.Contains(text, reason) {
		text = strings.TrimRight(text, ".!?:") + ": " + reason
	}
	if provider := detail.Metadata.Get("provider_name").Text(); provider != "" && !strings.Contains(text, provider) {
		text += " (" + show.Cut(provider, 100) + ")"
	}
	return text
}

// reasonOf returns the message of a provider's own error: an object, its JSON, or a string.
func reasonOf(raw codec.Node) string {
	reason := findMessage(raw, 0)
	if reason == "" && (raw.Kind() == codec.Map || raw.Kind() == codec.List) && raw.Len() > 0 {
		reason = toJSON(raw)
	}
	return show.Cut(reason, 500)
}

var (
	managementText = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)management`) })
	policyText     = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)data policy`) })
)

// adviceOn says what to do, unless the API's message already does.
func adviceOn(code string, detail *Detail, fault, text string) string {
	if fault != "" {
		return "Check the base URL, or send the request again."
	}
	if others := detail.Field("availability.fallback_models"); others.Len() > 0 && others.Kind() == codec.List {
		return show.Cut("Available fallback models: "+strings.Join(firstTexts(others, 5), ", ")+".", 500)
	}
	if strings.Contains(text, "openrouter.ai/") {
		return ""
	}
	switch {
	case code == "unauthorized":
		return "Check the key that WithAPIKey sets, or the variable OPENROUTER_API_KEY."
	case code == "insufficient_credits":
		return "Add credits at https://openrouter.ai/settings/credits, or lower MaxTokens."
	case code == "forbidden" && managementText().MatchString(text):
		return "Pass a management key with WithManagementKey."
	case code == "not_found" && policyText().MatchString(text):
		return "Change the data policy of the account at https://openrouter.ai/settings/privacy, or Provider of the request."
	}
	return ""
}

// adviceOnRedirect says where a response redirects to, without what can be a secret.
func adviceOnRedirect(response Response) string {
	location, err := url.Parse(response.Header.Get("Location"))
	if response.Status < 300 || response.Status > 399 || err != nil || location.Path == "" && location.Host == "" {
		return ""
	}
	target := url.URL{Scheme: location.Scheme, Host: location.Host, Path: location.Path}
	return "The API redirects to " + show.Quote(target.String()) + ", which the client does not follow: the request would lose its method, body or TLS. Check the base URL."
}

func firstTexts(list codec.Node, count int) []string {
	texts := make([]string, 0, count)
	for item := range list.Items() {
		if len(texts) == count {
			break
		}
		if text, ok := item.Str(); ok {
			texts = append(texts, text)
		} else {
			texts = append(texts, toJSON(item))
		}
	}
	return texts
}
