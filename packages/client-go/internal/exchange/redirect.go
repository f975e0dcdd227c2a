package exchange

import (
	"errors"
	"net/http"
)

const maxRedirects = 10

var errRedirects = errors.New("stopped after 10 redirects")

// Redirects returns the function of an HTTP client that decides on redirects. One that would make a POST a GET or leave TLS is
// not followed: its response is the result. Credentials are not sent to another host. next is the function of the caller's
// HTTP client.
func Redirects(next func(*http.Request, []*http.Request) error) func(*http.Request, []*http.Request) error {
	return func(request *http.Request, via []*http.Request) error {
		first := via[0]
		if request.Method != first.Method || first.URL.Scheme == "https" && request.URL.Scheme != "https" {
			return http.ErrUseLastResponse
		}
		if request.URL.Host != first.URL.Host {
			for name := range request.Header {
				if IsSecretName(name) {
					delete(request.Header, name)
				}
			}
			// It has the URL of the API, whose query can contain a key.
			delete(request.Header, "Referer")
		}
		if next != nil {
			return next(request, via)
		}
		if len(via) >= maxRedirects {
			return errRedirects
		}
		return nil
	}
}
