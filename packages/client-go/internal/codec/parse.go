package codec

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxDepth is the nesting at which encoding/json gives up, too.
const maxDepth = 10_000

// node is one value of a document. The values of a list follow their list. The fields of an object follow it as pairs of key
// and value.
type node struct {
	start, end uint32
	// next is the index of the node after this value and everything in it.
	next uint32
	// info is the kind in the lowest byte. Above it: for a string whether it has escapes, for a list or object its length.
	info uint32
}

const (
	infoShift    = 8
	escaped      = 1 << infoShift
	maxCount     = 1<<(32-infoShift) - 1
	maxTextBytes = math.MaxUint32
)

func (n node) kind() Kind { return Kind(n.info & 0xff) }

type parser struct {
	text    string
	nodes   []node
	objects int
	depth   int
}

// SyntaxError says why a text is not JSON.
type SyntaxError struct {
	// Offset is the position in bytes at which the error was found.
	Offset int
	reason string
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("invalid JSON at byte %d: %s", e.Offset, e.reason)
}

func (p *parser) fail(at int, reason string) (int, error) {
	if at >= len(p.text) {
		reason = "the text ends too early"
	}
	return 0, &SyntaxError{at, reason}
}

// document reads the only value of the text.
func (p *parser) document() error {
	if uint64(len(p.text)) > maxTextBytes {
		return &SyntaxError{0, "the text is longer than 4 GiB"}
	}
	at, err := p.value(p.space(0))
	if err != nil {
		return err
	}
	if at = p.space(at); at < len(p.text) {
		_, err = p.fail(at, "there is text after the value")
	}
	return err
}

// space returns the position of the next byte that is not white space.
func (p *parser) space(at int) int {
	for at < len(p.text) {
		if c := p.text[at]; c > ' ' || c != ' ' && c != '\n' && c != '\r' && c != '\t' {
			break
		}
		at++
	}
	return at
}

// value reads the value that begins at a position, and returns the position after it.
func (p *parser) value(at int) (int, error) {
	if at >= len(p.text) {
		return p.fail(at, "")
	}
	switch c := p.text[at]; c {
	case '"':
		return p.string(at)
	case '{':
		return p.object(at)
	case '[':
		return p.list(at)
	case 't':
		return p.word(at, "true", True)
	case 'f':
		return p.word(at, "false", False)
	case 'n':
		return p.word(at, "null", NullValue)
	default:
		if c == '-' || '0' <= c && c <= '9' {
			return p.number(at)
		}
		return p.fail(at, "a value is expected")
	}
}

// grow makes room for the nodes of the rest of the text, if it is like the part before a position.
func (p *parser) grow(at int) {
	count := len(p.nodes)
	estimate := int(float64(count)*float64(len(p.text))/float64(at+1)) + 16
	p.nodes = slices.Grow(p.nodes, min(max(estimate-count, count/2), 3*count+32))
}

// scalar adds the node of a value without parts.
func (p *parser) scalar(start, end int, info uint32) {
	if len(p.nodes) == cap(p.nodes) {
		p.grow(start)
	}
	p.nodes = append(p.nodes, node{uint32(start), uint32(end), uint32(len(p.nodes)) + 1, info})
}

func (p *parser) word(at int, word string, kind Kind) (int, error) {
	if !strings.HasPrefix(p.text[at:], word) {
		return p.fail(at, "a value is expected")
	}
	p.scalar(at, at+len(word), uint32(kind))
	return at + len(word), nil
}

func (p *parser) string(start int) (int, error) {
	info := uint32(String)
	for at := start + 1; at < len(p.text); at++ {
		switch c := p.text[at]; {
		case plain[c]:
		case c == '"':
			p.scalar(start, at+1, info)
			return at + 1, nil
		case c == '\\':
			info |= escaped
			if at++; !p.escape(at) {
				return p.fail(at, "the escape is invalid")
			}
		case c < ' ':
			return p.fail(at, "a control character must be escaped")
		}
	}
	return p.fail(len(p.text), "")
}

// escape says whether the characters after a backslash are valid.
func (p *parser) escape(at int) bool {
	if at >= len(p.text) {
		return false
	}
	if p.text[at] != 'u' {
		return strings.IndexByte(`"\/bfnrt`, p.text[at]) >= 0
	}
	return hex4(p.text[at+1:]) >= 0
}

func (p *parser) digits(at int) int {
	for at < len(p.text) && p.text[at]-'0' <= 9 {
		at++
	}
	return at
}

func (p *parser) number(start int) (int, error) {
	at := start
	if p.text[at] == '-' {
		at++
	}
	first := at
	at = p.digits(at)
	if at == first || p.text[first] == '0' && at > first+1 {
		return p.fail(first+min(1, at-first), "the number is invalid")
	}
	if at < len(p.text) && p.text[at] == '.' {
		end := p.digits(at + 1)
		if end == at+1 {
			return p.fail(end, "a digit is expected")
		}
		at = end
	}
	if at < len(p.text) && p.text[at]|0x20 == 'e' {
		at++
		if at < len(p.text) && (p.text[at] == '+' || p.text[at] == '-') {
			at++
		}
		end := p.digits(at)
		if end == at {
			return p.fail(end, "a digit is expected")
		}
		at = end
	}
	p.scalar(start, at, uint32(Number))
	return at, nil
}

// open adds the node of an object or a list, and returns its index.
func (p *parser) open(at int) (int, error) {
	if p.depth++; p.depth > maxDepth {
		return 0, &SyntaxError{at, fmt.Sprintf("values are nested deeper than %d", maxDepth)}
	}
	if len(p.nodes) == cap(p.nodes) {
		p.grow(at)
	}
	p.nodes = append(p.nodes, node{start: uint32(at)})
	return len(p.nodes) - 1, nil
}

// close completes the node of an object or a list.
func (p *parser) close(index, end, count int, kind Kind) int {
	p.depth--
	n := &p.nodes[index]
	n.end = uint32(end)
	n.next = uint32(len(p.nodes))
	n.info = uint32(kind) | uint32(min(count, maxCount))<<infoShift
	return end
}

func (p *parser) list(at int) (int, error) {
	index, err := p.open(at)
	if err != nil {
		return 0, err
	}
	at = p.space(at + 1)
	if at < len(p.text) && p.text[at] == ']' {
		return p.close(index, at+1, 0, List), nil
	}
	for count := 1; ; count++ {
		if at, err = p.value(p.space(at)); err != nil {
			return 0, err
		}
		at = p.space(at)
		switch {
		case at < len(p.text) && p.text[at] == ',':
			at++
		case at < len(p.text) && p.text[at] == ']':
			return p.close(index, at+1, count, List), nil
		default:
			return p.fail(at, "a comma or ] is expected")
		}
	}
}

func (p *parser) object(at int) (int, error) {
	index, err := p.open(at)
	if err != nil {
		return 0, err
	}
	p.objects++
	at = p.space(at + 1)
	if at < len(p.text) && p.text[at] == '}' {
		return p.close(index, at+1, 0, Map), nil
	}
	for count := 1; ; count++ {
		if at, err = p.field(p.space(at)); err != nil {
			return 0, err
		}
		at = p.space(at)
		switch {
		case at < len(p.text) && p.text[at] == ',':
			at++
		case at < len(p.text) && p.text[at] == '}':
			return p.close(index, at+1, count, Map), nil
		default:
			return p.fail(at, "a comma or } is expected")
		}
	}
}

func (p *parser) field(at int) (int, error) {
	if at >= len(p.text) || p.text[at] != '"' {
		return p.fail(at, "a key in quotes is expected")
	}
	at, err := p.string(at)
	if err != nil {
		return 0, err
	}
	if at = p.space(at); at >= len(p.text) || p.text[at] != ':' {
		return p.fail(at, "a colon is expected")
	}
	return p.value(p.space(at + 1))
}

// validText replaces each byte that is not valid UTF-8 by U+FFFD, as encoding/json does.
func validText(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		b.WriteRune(r)
	}
	return b.String()
}
