package exchange

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"sync"

	"github.com/patchbay/patchbay/packages/client-go/internal/show"
)

const hidden = "***"

// Compiled when a header is logged: most programs log none.
var secretName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`cookie|(?:^|-|_)(?:key|pat|otp|pin|sso|cert)$|api-?key|token$|secret|passw|credential|signature` +
		`|hmac|jwt|oidc|dpop|bearer|assertion|session|principal|appcheck|^sig$`)
})

// IsSecretName says whether a header or a query parameter of this name contains a credential.
func IsSecretName(name string) bool {
	name = strings.ToLower(name)
	switch name {
	case "idempotency-key", "www-authenticate":
		return false
	}
	return hasAuth(name) || secretName().MatchString(name)
}

// hasAuth finds "auth" in a name, but not in "author".
func hasAuth(name string) bool {
	for {
		_, rest, found := strings.Cut(name, "auth")
		if !found {
			return false
		}
		if !strings.HasPrefix(rest, "or") || strings.HasPrefix(rest, "oris") || strings.HasPrefix(rest, "oriz") {
			return true
		}
		name = rest
	}
}

// ShownHeader returns headers for a log, without credentials.
func ShownHeader(header http.Header) map[string]string {
	shown := make(map[string]string, len(header))
	for name, values := range header {
		shown[strings.ToLower(name)] = shownValue(name, strings.Join(values, ", "))
	}
	return shown
}

// ShownURL returns a URL for a log, without credentials in its query.
func ShownURL(u *url.URL) string {
	copied := *u
	copied.User = nil
	query := u.Query()
	for name, values := range query {
		for at := range values {
			values[at] = shownValue(name, values[at])
		}
	}
	copied.RawQuery = query.Encode()
	return copied.String()
}

func shownValue(name, value string) string {
	if IsSecretName(name) {
		return hidden
	}
	return show.WithoutKeys(value)
}

// WithoutSecrets replaces the secrets of a call in a text. An API may repeat a key in its response.
func WithoutSecrets(text string, secrets ...string) string {
	for _, secret := range secrets {
		if secret != "" && strings.Contains(text, secret) {
			text = strings.ReplaceAll(text, secret, hidden)
		}
	}
	return text
}

// HeaderWithoutSecrets returns the headers without the secrets of a call: the same map if they contain none.
func HeaderWithoutSecrets(header http.Header, secrets ...string) http.Header {
	var copied http.Header
	for name, values := range header {
		for at, value := range values {
			text := WithoutSecrets(value, secrets...)
			if text == value {
				continue
			}
			if copied == nil {
				copied = header.Clone()
			}
			copied[name][at] = text
		}
	}
	if copied == nil {
		return header
	}
	return copied
}
