package exchange

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
	"github.com/patchbay/patchbay/packages/client-go/internal/show"
)

// HeaderChange sets a header, or removes it if Values is nil.
type HeaderChange struct {
	// Name is in the canonical form of package net/http.
	Name   string
	Values []string
}

// NewHeader returns the change that sets a header. option names it in an error.
func NewHeader(option, name, value string) (HeaderChange, error) {
	if err := checkName(option, name); err != nil {
		return HeaderChange{}, err
	}
	canonical := http.CanonicalHeaderKey(name)
	switch canonical {
	case "Content-Length", "Transfer-Encoding", "Upgrade", "Expect", "Keep-Alive":
		return HeaderChange{}, fmt.Errorf("%s cannot set %s: the HTTP client sets this header itself. Remove it", option, canonical)
	}
	text, err := CheckHeaderValue(option+" of "+canonical, value)
	if err != nil {
		return HeaderChange{}, err
	}
	return HeaderChange{canonical, []string{text}}, nil
}

// NoHeader returns the change that removes a header.
func NoHeader(option, name string) (HeaderChange, error) {
	if err := checkName(option, name); err != nil {
		return HeaderChange{}, err
	}
	return HeaderChange{Name: http.CanonicalHeaderKey(name)}, nil
}

func checkName(option, name string) error {
	for at := range len(name) {
		if c := name[at]; !isUnreserved(c) && strings.IndexByte("!#$%&'*+^`|", c) < 0 {
			return fmt.Errorf("%s needs a valid header name, got %s. Use letters, digits and dashes", option, show.Quote(name))
		}
	}
	if name == "" {
		return fmt.Errorf("%s needs the name of a header, got \"\". Use letters, digits and dashes", option)
	}
	return nil
}

// CheckHeaderValue returns the value of a header without the spaces around it. place names it in an error, which does not
// contain the value.
func CheckHeaderValue(place, value string) (string, error) {
	text := strings.Trim(value, " \t")
	for _, char := range text {
		if char != '\t' && (char < ' ' || char > '~' && char < 0x80 || char > 0xff) {
			return "", fmt.Errorf("%s contains the character %s, which is not allowed in an HTTP header. Encode the value, for example with url.QueryEscape",
				place, show.Rune(char))
		}
	}
	return latin1(text), nil
}

// latin1 encodes the characters of a header value as one byte each.
func latin1(text string) string {
	if isASCII(text) {
		return text
	}
	bytes := make([]byte, 0, len(text))
	for _, char := range text {
		bytes = append(bytes, byte(char))
	}
	return string(bytes)
}

func isASCII(text string) bool {
	for at := range len(text) {
		if text[at] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// OptionHeader returns the header of an option of the contract, such as app.title, with its encoding. It must have
// at least one value.
func OptionHeader(option *contract.HeaderOption, values []string) (HeaderChange, error) {
	encoded := make([]string, len(values))
	for at, value := range values {
		text, err := encodeOption(option, value)
		if err != nil {
			return HeaderChange{}, err
		}
		encoded[at] = text
	}
	return HeaderChange{http.CanonicalHeaderKey(option.Header), []string{strings.Join(encoded, option.Separator)}}, nil
}

func encodeOption(option *contract.HeaderOption, value string) (string, error) {
	place := "the option " + option.Name
	if isASCII(value) {
		return CheckHeaderValue(place, value)
	}
	switch option.Encoding {
	case "percent":
		return CheckHeaderValue(place, escape(strings.ToValidUTF8(value, "\uFFFD"), func(c byte) bool { return c < utf8.RuneSelf && c != '%' }))
	case "url":
		parsed, err := url.Parse(value)
		if err != nil || parsed.Scheme == "" || parsed.Host == "" {
			return "", fmt.Errorf("%s must be a URL, got %s. Example: https://app.example", place, show.Quote(value))
		}
		return CheckHeaderValue(place, asciiURL(parsed))
	}
	return CheckHeaderValue(place, value)
}

// asciiURL encodes a URL: its host as DNS knows it, and the rest as UTF-8 with percent signs.
func asciiURL(u *url.URL) string {
	host := toASCIIHost(u.Hostname())
	if port := u.Port(); port != "" {
		host += ":" + port
	}
	copied := *u
	copied.Host = host
	return escape(copied.String(), func(c byte) bool { return c < utf8.RuneSelf })
}
