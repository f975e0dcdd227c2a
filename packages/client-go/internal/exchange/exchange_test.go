package exchange

import (
	"net/http"
	"testing"
	"time"
)

func TestHostsAreEncodedForDNS(t *testing.T) {
	for host, expected := range map[string]string{
		"bücher.example": "xn--bcher-kva.example",
		"例え.テスト":         "xn--r8jz45g.xn--zckzah",
		"www.Köln.de":    "www.xn--kln-sna.de",
		"россия.рф":      "xn--h1alffa9f.xn--p1ai",
		"fassü.de":       "xn--fass-3ra.de",
		"münchen-ost.de": "xn--mnchen-ost-9db.de",
		"ẑ.example":      "xn--6jg.example",
		"plain.example":  "plain.example",
	} {
		if got := toASCIIHost(host); got != expected {
			t.Errorf("expected %s for %s, got %s", expected, host, got)
		}
	}
}

func TestIdleConnectionsAreClosedBeforeServersCloseThem(t *testing.T) {
	transport, ok := Default().Transport.(*http.Transport)
	if !ok || transport.IdleConnTimeout <= 0 || transport.IdleConnTimeout >= time.Minute {
		t.Errorf("got the transport %v", transport)
	}
}
