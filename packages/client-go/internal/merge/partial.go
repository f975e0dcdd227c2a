package merge

import (
	"slices"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// partial is JSON that arrives as pieces of text, in place of the value before it.
type partial struct {
	text   text
	before value
}

// addJSON adds a piece of JSON.
func (a *Accumulator) addJSON(at place, n codec.Node) {
	found := a.get(at)
	if found == nil {
		a.set(at, value{node: &partial{}})
		found = a.get(at)
	}
	p, ok := found.node.(*partial)
	if !ok {
		p = &partial{before: *found}
		*found = value{node: p}
	}
	if n.Kind() == codec.String {
		p.text.add(n)
	}
}

func (p *partial) isAbsent() bool { return p.before.isAbsent() && p.read() == "" }

func (p *partial) write(dst []byte) []byte {
	if raw := p.read(); raw != "" {
		return append(dst, raw...)
	}
	return p.before.write(dst)
}

// read returns the value of the pieces; empty if they are not JSON, or null.
func (p *partial) read() string {
	whole := closeJSON(p.text.decode())
	doc, err := codec.Parse(whole)
	if err != nil || doc.Root().IsNull() {
		return ""
	}
	return doc.Root().Raw()
}

// closeJSON ends a JSON text that may be cut: at its last bracket, or before its last comma, outside of strings. The objects
// and lists that are open there are closed.
func closeJSON(text string) string {
	var s scanner
	var open, openAtEnd []byte
	end := -1
	for at := range len(text) {
		char := text[at]
		isToken := !s.isString && !s.isEscaped
		s.read(char)
		if !isToken {
			continue
		}
		switch char {
		case '{':
			open = append(open, '}')
		case '[':
			open = append(open, ']')
		case '}', ']':
			open = open[:max(len(open)-1, 0)]
		case ',':
			end, openAtEnd = at, append(openAtEnd[:0], open...)
			continue
		default:
			continue
		}
		end, openAtEnd = at+1, append(openAtEnd[:0], open...)
	}
	// A number, a string or a literal has no bracket that ends it.
	if end < 0 {
		return text
	}
	slices.Reverse(openAtEnd)
	return text[:end] + string(openAtEnd)
}
