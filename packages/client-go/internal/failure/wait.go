package failure

import (
	"math"
	"net/http"
	"net/mail"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// RateLimit is a rate limit that was reached. A number is nil if the API does not report it.
type RateLimit struct {
	Limit, Remaining *float64
	// ResetAt is the zero time if unknown.
	ResetAt time.Time
}

// readRateLimit reads the rate limit from the headers, or from the error, where the API reports some limits.
func readRateLimit(header http.Header, detail *Detail) *RateLimit {
	names := &generated.Client.RateLimit
	var inside codec.Node
	if detail != nil {
		inside = metadataField(detail, names.Field)
	}
	read := func(name string) *float64 {
		if values := header.Values(name); len(values) > 0 {
			return textNumber(values[0])
		}
		return nodeNumber(inside.Get(name))
	}
	limit, reset := read(names.Limit), read(names.Reset)
	if limit == nil && reset == nil {
		return nil
	}
	return &RateLimit{Limit: limit, Remaining: read(names.Remaining), ResetAt: unixTime(reset)}
}

// metadataField returns the value at a path in the error. The metadata can be next to the error instead.
func metadataField(detail *Detail, path string) codec.Node {
	if rest, ok := strings.CutPrefix(path, "metadata."); ok {
		return detail.Metadata.Path(rest)
	}
	return detail.Field(path)
}

// retryAfter returns how long an error response asks to wait: the first source of the contract that is a number of 0 or more.
// A date is compared with the response's own date, because the local clock may be wrong.
func retryAfter(status int, header http.Header, detail *Detail, limit *RateLimit) (time.Duration, bool) {
	start, ok := parseDate(header.Get("Date"))
	if !ok {
		start = time.Now()
	}
	for at := range generated.Retry.RetryAfter {
		source := &generated.Retry.RetryAfter[at]
		if len(source.Statuses) > 0 && !slices.Contains(source.Statuses, status) {
			continue
		}
		if seconds, ok := readSource(source, header, detail, limit, start); ok && seconds >= 0 {
			return toDuration(seconds), true
		}
	}
	return 0, false
}

// readSource returns the seconds that one source asks for.
func readSource(source *contract.RetryAfterSource, header http.Header, detail *Detail, limit *RateLimit, start time.Time) (float64, bool) {
	if source.RateLimit != "" {
		if limit == nil || limit.ResetAt.IsZero() {
			return 0, false
		}
		return limit.ResetAt.Sub(start).Seconds(), true
	}
	text := header.Get(source.Header)
	number := textNumber(text)
	if source.Field != "" {
		number = nodeNumber(detail.Field(source.Field))
	}
	switch {
	case source.Format == "http_date":
		date, ok := parseDate(text)
		return date.Sub(start).Seconds(), ok && number == nil
	case number == nil:
		return 0, false
	case source.Format == "ms":
		return *number / 1000, true
	default:
		return *number, true
	}
}

func toDuration(seconds float64) time.Duration {
	if seconds >= math.MaxInt64/float64(time.Second) {
		return math.MaxInt64
	}
	return time.Duration(seconds * float64(time.Second))
}

var digits = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$`)
})

// textNumber reads a text of digits; nil for anything else.
func textNumber(text string) *float64 {
	if text == "" || !digits().MatchString(text) {
		return nil
	}
	number, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil {
		return nil
	}
	return &number
}

// nodeNumber reads a number, or a string of digits; nil for anything else.
func nodeNumber(value codec.Node) *float64 {
	if text, ok := value.Str(); ok {
		return textNumber(text)
	}
	if number, ok := value.Float(); ok {
		return &number
	}
	return nil
}

// parseDate reads a date of HTTP, of a mail, or of RFC 3339.
func parseDate(text string) (time.Time, bool) {
	if text == "" {
		return time.Time{}, false
	}
	if date, err := http.ParseTime(text); err == nil {
		return date, true
	}
	if date, err := mail.ParseDate(text); err == nil {
		return date, true
	}
	for _, layout := range [...]string{time.RFC3339, "2006-01-02T15:04:05", time.DateTime, time.DateOnly} {
		if date, err := time.Parse(layout, text); err == nil {
			return date, true
		}
	}
	return time.Time{}, false
}

// unixTime reads the reset of a rate limit. OpenRouter sends milliseconds since 1970; other APIs send seconds.
func unixTime(reset *float64) time.Time {
	// The last second of the year 9999.
	const last = 253_402_300_799
	if reset == nil {
		return time.Time{}
	}
	seconds := *reset
	if seconds >= 1e11 {
		seconds /= 1000
	}
	if math.Abs(seconds) > last {
		return time.Time{}
	}
	return time.UnixMilli(int64(math.Round(seconds * 1000))).UTC()
}
