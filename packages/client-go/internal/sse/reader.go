// Package sse reads server-sent events by the rules of the HTML standard: a byte order mark, all three line endings, comments
// and data over several lines. A last event without its blank line counts too.
package sse

import (
	"bytes"
	"io"
)

const (
	// bufferSize is how much a read asks for.
	bufferSize = 8 << 10
	// maxKept is the largest buffer that is kept after a large event.
	maxKept = 256 << 10
	// maxNames bounds the names of events that are remembered.
	maxNames = 64
)

var byteOrderMark = []byte("\xef\xbb\xbf")

// Event is one event: its name, "message" by default, and its data.
type Event struct {
	Name, Data string
}

// Reader splits the bytes of a body into events. Its time is linear in the size of the body, however the body is split into
// reads. It allocates the data of each event and nothing else.
type Reader struct {
	source io.Reader
	// buf[start:] has not been read yet.
	buf   []byte
	start int
	// The next LF and CR are not before these places in buf, so that no byte is searched twice.
	nextLF, nextCR int

	// err is what the next call of Fill returns, after bytes that arrived with an error.
	err   error
	ended bool
	begun bool
	// afterCR: an LF that follows belongs to the line that has ended.
	afterCR bool

	name    string
	data    []byte
	hasData bool
	names   map[string]string

	hasEvents bool
	other     []byte
}

// NewReader returns a reader of the events of source.
func NewReader(source io.Reader) *Reader {
	return &Reader{source: source, names: map[string]string{"message": "message"}}
}

// Ended says whether the body was read to its end.
func (r *Reader) Ended() bool { return r.ended }

// Drained says whether the body was read to its end, and Poll has returned its last event.
func (r *Reader) Drained() bool {
	return r.ended && r.start == len(r.buf) && !r.hasData && r.name == ""
}

// Other returns the lines of a body that do not belong to events: JSON or HTML in place of a stream. It is empty after the
// first event with data.
func (r *Reader) Other() string { return string(r.other) }

// Fill reads more bytes. At the end of the body it returns nil, and Ended is true. After an error there are no more bytes.
func (r *Reader) Fill() error {
	if r.ended || r.err != nil {
		return r.err
	}
	r.makeRoom()
	n, err := r.source.Read(r.buf[len(r.buf):cap(r.buf)])
	r.buf = r.buf[:len(r.buf)+n]
	if err == io.EOF {
		r.ended = true
		return nil
	}
	r.err = err
	if n > 0 {
		return nil
	}
	return err
}

// makeRoom moves what is left to the start of the buffer, or grows it if more than half of it is left.
func (r *Reader) makeRoom() {
	left := len(r.buf) - r.start
	if cap(r.buf)-len(r.buf) >= bufferSize/4 && left > 0 {
		return
	}
	into := r.buf[:0]
	switch {
	case left == 0 && cap(r.buf) > maxKept:
		into = make([]byte, 0, bufferSize)
	case left >= cap(r.buf)/2:
		into = make([]byte, 0, max(bufferSize, 2*cap(r.buf)))
	}
	r.buf = append(into, r.buf[r.start:]...)
	r.nextLF = max(r.nextLF-r.start, 0)
	r.nextCR = max(r.nextCR-r.start, 0)
	r.start = 0
}

// Poll returns the next event that has arrived completely; false if there is none.
func (r *Reader) Poll() (Event, bool) {
	if !r.begun && !r.skipMark() {
		return Event{}, false
	}
	for {
		line, ok := r.line()
		if !ok {
			return Event{}, false
		}
		if len(line) > 0 {
			r.read(line)
		} else if event, ok := r.dispatch(); ok {
			return event, true
		}
	}
}

// skipMark skips a byte order mark. It returns false while more bytes decide whether there is one.
func (r *Reader) skipMark() bool {
	if len(r.buf) < len(byteOrderMark) && !r.ended && bytes.HasPrefix(byteOrderMark, r.buf) {
		return false
	}
	r.begun = true
	if bytes.HasPrefix(r.buf, byteOrderMark) {
		r.start = len(byteOrderMark)
	}
	return true
}

// line returns the next line without its end. At the end of the body, what is left is a line, and an empty line follows it
// while an event is open.
func (r *Reader) line() ([]byte, bool) {
	if r.afterCR && r.start < len(r.buf) {
		r.afterCR = false
		if r.buf[r.start] == '\n' {
			r.start++
		}
	}
	end := min(r.find(&r.nextLF, '\n'), r.find(&r.nextCR, '\r'))
	if end < len(r.buf) {
		line := r.buf[r.start:end]
		r.afterCR = r.buf[end] == '\r'
		r.start = end + 1
		return line, true
	}
	if !r.ended || r.Drained() {
		return nil, false
	}
	line := r.buf[r.start:]
	r.start = len(r.buf)
	return line, true
}

// find returns the place of the next such byte, or the length of the buffer.
func (r *Reader) find(next *int, char byte) int {
	if *next < r.start {
		*next = r.start
	}
	if *next < len(r.buf) && r.buf[*next] != char {
		if at := bytes.IndexByte(r.buf[*next:], char); at >= 0 {
			*next += at
		} else {
			*next = len(r.buf)
		}
	}
	return *next
}

// read handles a line that is not empty.
func (r *Reader) read(line []byte) {
	name, value, _ := bytes.Cut(line, []byte(":"))
	value = bytes.TrimPrefix(value, []byte(" "))
	switch string(name) {
	case "data":
		if r.hasData {
			r.data = append(r.data, '\n')
		}
		r.data = append(r.data, value...)
		r.hasData = true
	case "event":
		r.name = r.intern(value)
	case "":
		// A comment has no name.
	case "id", "retry":
		if len(r.other) > 0 {
			r.addOther(line)
		}
	default:
		r.addOther(line)
	}
}

// addOther keeps a line that does not belong to an event, until there is an event.
func (r *Reader) addOther(line []byte) {
	switch {
	case r.hasEvents:
		return
	case len(r.other) > 0:
		r.other = append(r.other, '\n')
	case len(bytes.TrimSpace(line)) == 0:
		return
	}
	r.other = append(r.other, line...)
}

// intern returns the name of an event. The names of a stream are few, so they are not allocated each time.
func (r *Reader) intern(value []byte) string {
	if name, ok := r.names[string(value)]; ok {
		return name
	}
	name := string(value)
	if len(r.names) < maxNames {
		r.names[name] = name
	}
	return name
}

// dispatch ends an event. By the standard, an event without data is ignored; an "error" event without data is an error.
func (r *Reader) dispatch() (Event, bool) {
	event := Event{Name: r.name, Data: string(r.data)}
	ok := r.hasData || r.name == "error"
	if ok {
		r.hasEvents = true
		r.other = nil
	}
	if event.Name == "" {
		event.Name = "message"
	}
	r.name, r.hasData = "", false
	r.data = r.data[:0]
	if cap(r.data) > maxKept {
		r.data = nil
	}
	return event, ok
}
