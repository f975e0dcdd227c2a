// Package exchange builds HTTP requests, sends them within their timeouts, and computes the waits between attempts. It knows
// neither the types of the API nor the error type of the SDK.
package exchange

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"sync"

	"github.com/patchbay/patchbay/packages/client-go/internal/show"
)

// BaseURL is the URL of an API, without a slash at its end.
type BaseURL struct {
	scheme, host string
	// path is unescaped; rawPath is the escaped form if it differs from the default encoding.
	path, rawPath string
}

// ParseBaseURL reads the URL of an API. The message of its error contains no credentials.
func ParseBaseURL(text string) (BaseURL, error) {
	parsed, err := url.Parse(text)
	if err == nil && parsed.User != nil {
		return BaseURL{}, fmt.Errorf("the base URL must not contain credentials. Remove them, and pass a proxy's password with WithHeader")
	}
	if err != nil || parsed.Hostname() == "" || parsed.Scheme != "http" && parsed.Scheme != "https" || strings.ContainsAny(text, "?# \t\r\n") {
		shown := show.Quote(text)
		// Text after "@", "?" or "#" can be a secret, and text before "@" is one.
		if strings.ContainsAny(text, "@?#") {
			shown = "one that may contain a secret"
		}
		return BaseURL{}, fmt.Errorf("the base URL must be an http(s) URL without a query, got %s. Example: https://openrouter.ai/api/v1", shown)
	}
	return BaseURL{
		scheme:  parsed.Scheme,
		host:    parsed.Host,
		path:    strings.TrimRight(parsed.Path, "/"),
		rawPath: strings.TrimRight(parsed.RawPath, "/"),
	}, nil
}

// Join returns the URL of an operation: template is its path with {name} for each value, and query its encoded query.
func (b *BaseURL) Join(operation, template string, values []string, query string) (*url.URL, error) {
	result := &url.URL{Scheme: b.scheme, Host: b.host, Path: b.path + template, RawPath: b.rawPath, RawQuery: query}
	if len(values) == 0 {
		if b.rawPath != "" {
			result.RawPath += template
		}
		return result, nil
	}
	path, raw, err := fill(operation, template, values)
	if err != nil {
		return nil, err
	}
	result.Path = b.path + path
	if b.rawPath != "" {
		result.RawPath = b.rawPath + raw
	} else {
		result.RawPath = (&url.URL{Path: b.path}).EscapedPath() + raw
	}
	return result, nil
}

// fill puts values into a path, once unchanged and once escaped.
func fill(operation, template string, values []string) (path, raw string, err error) {
	var plain, escaped strings.Builder
	rest := template
	for _, value := range values {
		before, after, _ := strings.Cut(rest, "{")
		name, after, _ := strings.Cut(after, "}")
		if err := checkSegment(operation, name, value); err != nil {
			return "", "", err
		}
		value = strings.ToValidUTF8(value, "\uFFFD")
		plain.WriteString(before)
		plain.WriteString(value)
		escaped.WriteString(before)
		escaped.WriteString(escapeSegment(value))
		rest = after
	}
	return plain.String() + rest, escaped.String() + rest, nil
}

var separators = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)[/\\]|%2f|%5c`) })
var dots = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)%2e`) })

// checkSegment refuses a value that would lead to another path.
func checkSegment(operation, name, value string) error {
	if strings.TrimSpace(value) == "" {
		return fmt.Errorf("the path parameter %q of %s must be a non-empty string, got %s. Pass the value of the resource", name, operation, show.Quote(value))
	}
	if !strings.ContainsAny(value, ".%") {
		return nil
	}
	// Servers and proxies decode a path before they resolve dots.
	for _, part := range separators().Split(dots().ReplaceAllString(value, "."), -1) {
		if part == "." || part == ".." {
			return fmt.Errorf("the path parameter %q of %s must not contain \".\" or \"..\" as a path segment, got %s: it would lead to another path. Check the value",
				name, operation, show.Quote(value))
		}
	}
	return nil
}

const upperHex = "0123456789ABCDEF"

// escapeSegment escapes a value as one segment of a path. A colon, as in "model:free", needs no escape.
func escapeSegment(value string) string {
	return escape(value, func(c byte) bool { return isUnreserved(c) || strings.IndexByte(":!*'()", c) >= 0 })
}

// escape percent-encodes the bytes of a text that are not safe.
func escape(text string, isSafe func(byte) bool) string {
	unsafe := 0
	for at := range len(text) {
		if !isSafe(text[at]) {
			unsafe++
		}
	}
	if unsafe == 0 {
		return text
	}
	escaped := make([]byte, 0, len(text)+2*unsafe)
	for at := range len(text) {
		if c := text[at]; isSafe(c) {
			escaped = append(escaped, c)
		} else {
			escaped = append(escaped, '%', upperHex[c>>4], upperHex[c&15])
		}
	}
	return string(escaped)
}

func isUnreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_' || c == '.' || c == '~'
}
