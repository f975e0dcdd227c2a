package merge

// scanner reads JSON that is itself the content of JSON strings, piece by piece, without decoding the strings. Only brackets,
// quotes and backslashes matter to it.
type scanner struct {
	depth               int
	isString, isEscaped bool
	// isComplete says whether the last bracket outside of strings closes the first one.
	isComplete bool
}

// add reads the next piece: what is between the quotes of a JSON string.
func (s *scanner) add(inner string) {
	for at := 0; at < len(inner); {
		char, size := decodeByte(inner[at:])
		at += size
		s.read(char)
	}
}

func (s *scanner) read(char byte) {
	switch {
	case s.isEscaped:
		s.isEscaped = false
	case char == '"':
		s.isString = !s.isString
	case s.isString:
		s.isEscaped = char == '\\'
	case char == '{' || char == '[':
		s.depth++
	case char == '}' || char == ']':
		s.depth--
		s.isComplete = s.depth == 0
	}
}

func isSpace(char byte) bool { return char == ' ' || '\t' <= char && char <= '\r' }

// decodeByte returns the first character of a valid JSON string, and the length of its JSON. A character outside ASCII is
// returned as one that has no meaning in JSON.
func decodeByte(inner string) (char byte, size int) {
	if inner[0] != '\\' {
		return inner[0], 1
	}
	switch inner[1] {
	case 'n':
		return '\n', 2
	case 't':
		return '\t', 2
	case 'r':
		return '\r', 2
	case 'f':
		return '\f', 2
	case 'b':
		return '\b', 2
	case 'u':
		return decodeHex(inner[2:6]), 6
	default:
		return inner[1], 2
	}
}

func decodeHex(digits string) byte {
	code := 0
	for i := range len(digits) {
		digit := digits[i]
		if digit >= 'A' {
			digit = digit&^0x20 - 'A' + '9' + 1
		}
		code = code<<4 | int(digit-'0')
	}
	if code >= 0x80 {
		return 0x80
	}
	return byte(code)
}

// maxBlank is the length from which on a text is not searched for an empty object.
const maxBlank = 16

// isBlankObject says whether the content of a JSON string is an empty object and white space.
func isBlankObject(inner string) bool {
	length, state := 0, byte('{')
	for at := 0; at < len(inner); {
		char, size := decodeByte(inner[at:])
		at += size
		length++
		switch {
		case length >= maxBlank:
			return false
		case isSpace(char):
		case char != state:
			return false
		case char == '{':
			state = '}'
		default:
			// Nothing else may follow.
			state = 0
		}
	}
	return state == 0
}

// isBlankText says whether the content of a JSON string is white space, or empty.
func isBlankText(inner string) bool {
	for at := 0; at < len(inner); {
		char, size := decodeByte(inner[at:])
		if !isSpace(char) {
			return false
		}
		at += size
	}
	return true
}
