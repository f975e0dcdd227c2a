package exchange

import (
	"compress/gzip"
	"io"
	"net/http"
	"strings"
)

// Decode removes the gzip encoding of a response. Package net/http does so only if it asked for gzip itself: some servers compress
// without being asked, and a caller can set Accept-Encoding.
func Decode(response *http.Response) {
	switch encoding := response.Header.Get("Content-Encoding"); {
	case response.StatusCode == http.StatusSwitchingProtocols:
		// What follows is another protocol, without an end.
		_ = response.Body.Close() // the response is complete
		response.Body, response.ContentLength = http.NoBody, 0
	case strings.EqualFold(encoding, "gzip"), strings.EqualFold(encoding, "x-gzip"):
		response.Body, response.ContentLength = &gzipBody{body: response.Body}, -1
		response.Header.Del("Content-Encoding")
		response.Header.Del("Content-Length")
	}
}

// gzipBody is a body that is decompressed while it is read.
type gzipBody struct {
	body   io.ReadCloser
	reader *gzip.Reader
	err    error
}

func (g *gzipBody) Read(p []byte) (int, error) {
	if g.err != nil {
		return 0, g.err
	}
	if g.reader == nil {
		if g.reader, g.err = gzip.NewReader(g.body); g.err != nil {
			return 0, g.err
		}
	}
	return g.reader.Read(p)
}

func (g *gzipBody) Close() error { return g.body.Close() }
