package exchange

import (
	"net/http"
	"sync"
	"time"
)

// Default returns the HTTP client that all clients share, so that a program that creates many of them reuses connections. It has
// the proxy variables of the environment, and no timeout of its own for a response.
var Default = sync.OnceValue(func() *http.Client {
	client := &http.Client{CheckRedirect: Redirects(nil)}
	if standard, ok := http.DefaultTransport.(*http.Transport); ok {
		transport := standard.Clone()
		// The default of 2 closes most connections of a program that sends many requests to one host at once.
		transport.MaxIdleConns = 0
		transport.MaxIdleConnsPerHost = 100
		// Many servers and load balancers close an idle connection after 60 seconds. A request that is sent at that moment fails,
		// and one that may be charged is not repeated.
		transport.IdleConnTimeout = 30 * time.Second
		client.Transport = transport
	}
	return client
})

// Adopt returns the caller's HTTP client with the same connections, but without a timeout, which would cut streams, and without
// following redirects that Redirects refuses.
func Adopt(client *http.Client) *http.Client {
	copied := *client
	copied.Timeout = 0
	copied.CheckRedirect = Redirects(client.CheckRedirect)
	return &copied
}
