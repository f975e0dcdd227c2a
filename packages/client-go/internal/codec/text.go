package codec

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"
)

// hex4 reads four hexadecimal digits; -1 if there are none.
func hex4(text string) rune {
	if len(text) < 4 {
		return -1
	}
	value := rune(0)
	for i := range 4 {
		switch c := text[i]; {
		case '0' <= c && c <= '9':
			value = value<<4 | rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			value = value<<4 | rune(c|0x20-'a'+10)
		default:
			return -1
		}
	}
	return value
}

var unescaped = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// unescape returns the content of a valid string with escapes. A lone surrogate becomes U+FFFD, as in encoding/json.
func unescape(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for {
		at := strings.IndexByte(text, '\\')
		if at < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:at])
		if text[at+1] != 'u' {
			b.WriteByte(unescaped[text[at+1]])
			text = text[at+2:]
			continue
		}
		r := hex4(text[at+2:])
		text = text[at+6:]
		if utf16.IsSurrogate(r) {
			r, text = surrogate(r, text)
		}
		b.WriteRune(r)
	}
}

// surrogate combines the first half of a pair with the escape of the second one.
func surrogate(first rune, rest string) (rune, string) {
	if strings.HasPrefix(rest, `\u`) {
		if r := utf16.DecodeRune(first, hex4(rest[2:])); r != utf8.RuneError {
			return r, rest[6:]
		}
	}
	return utf8.RuneError, rest
}

// TextOf returns bytes that nothing changes any more as a string. It does not copy them, unless they are in a much larger buffer.
func TextOf(buffer []byte) string {
	if cap(buffer)-len(buffer) > len(buffer)/8 {
		return string(buffer)
	}
	return unsafe.String(unsafe.SliceData(buffer), len(buffer))
}

// plain has the characters that a string contains without an escape, of those in ASCII.
var plain = func() (table [256]bool) {
	for c := byte(' '); c < utf8.RuneSelf; c++ {
		table[c] = c != '"' && c != '\\'
	}
	return table
}()

const hexDigits = "0123456789abcdef"

// appendString writes a string as encoding/json does without HTML escapes.
func appendString(buf []byte, text string) []byte {
	buf = append(buf, '"')
	start := 0
	for i := 0; i < len(text); {
		c := text[i]
		if plain[c] {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(text[i:])
			if escape := escapeRune(r, size); escape != "" {
				buf = append(append(buf, text[start:i]...), escape...)
				start = i + size
			}
			i += size
			continue
		}
		buf = appendEscape(append(buf, text[start:i]...), c)
		i++
		start = i
	}
	return append(append(buf, text[start:]...), '"')
}

// escapeRune returns the escape of a rune outside ASCII; empty if it needs none. Line separators are escaped because they end
// a line in JavaScript.
func escapeRune(r rune, size int) string {
	switch {
	case r == utf8.RuneError && size == 1:
		return `\ufffd`
	case r == '\u2028':
		return `\u2028`
	case r == '\u2029':
		return `\u2029`
	}
	return ""
}

func appendEscape(buf []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(buf, '\\', c)
	case '\b':
		return append(buf, `\b`...)
	case '\f':
		return append(buf, `\f`...)
	case '\n':
		return append(buf, `\n`...)
	case '\r':
		return append(buf, `\r`...)
	case '\t':
		return append(buf, `\t`...)
	}
	return append(buf, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xf])
}
