package codec

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// parseInt reads a valid JSON number. It is false for a number with a fraction or outside the range of int64.
func parseInt(text string) (int64, bool) {
	if value, err := strconv.ParseInt(text, 10, 64); err == nil {
		return value, true
	}
	mantissa, exponentText := text, ""
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		mantissa, exponentText = text[:i], text[i+1:]
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits, negative := strings.CutPrefix(whole+fraction, "-")
	trimmed := strings.TrimRight(digits, "0")
	trimmed = strings.TrimLeft(trimmed, "0")
	if trimmed == "" {
		return 0, true
	}
	// An exponent that is too long for an int is out of range.
	exponent := 0
	if exponentText != "" {
		var err error
		if exponent, err = strconv.Atoi(exponentText); err != nil || exponent > math.MaxInt32 || exponent < math.MinInt32 {
			return 0, false
		}
	}
	zeros := exponent - len(fraction) + len(digits) - len(strings.TrimRight(digits, "0"))
	if zeros < 0 || len(trimmed)+zeros > 19 {
		return 0, false
	}
	if negative {
		trimmed = "-" + trimmed
	}
	value, err := strconv.ParseInt(trimmed+strings.Repeat("0", zeros), 10, 64)
	return value, err == nil
}

// powers of ten that float64 has exactly.
var powers = [...]float64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
}

// parseFloat reads a valid JSON number. It is false outside the range of float64. A number with few digits and without an
// exponent is the quotient of two exact numbers, which is faster than strconv: embeddings are read in 60% of the time.
func parseFloat(text string) (float64, bool) {
	digits := uint64(0)
	point := len(text)
	for i := range len(text) {
		switch c := text[i]; {
		case '0' <= c && c <= '9':
			digits = digits*10 + uint64(c-'0')
		case c == '.':
			point = i + 1
		case c == '-' && i == 0:
		default:
			return parseAnyFloat(text)
		}
	}
	if len(text) > 17 || digits > 1<<53 {
		return parseAnyFloat(text)
	}
	value := float64(digits) / powers[len(text)-point]
	if text[0] == '-' {
		value = -value
	}
	return value, true
}

func parseAnyFloat(text string) (float64, bool) {
	value, err := strconv.ParseFloat(text, 64)
	return value, err == nil
}

// appendFloat writes a number as encoding/json does: the shortest digits, with an exponent where JavaScript has one.
func appendFloat(buf []byte, value float64, bits int) ([]byte, error) {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return buf, fmt.Errorf("%v is not a JSON number; use a finite number", value)
	}
	format := byte('f')
	if size := math.Abs(value); size != 0 && (bits == 64 && (size < 1e-6 || size >= 1e21) ||
		bits == 32 && (float32(size) < 1e-6 || float32(size) >= 1e21)) {
		format = 'e'
	}
	buf = strconv.AppendFloat(buf, value, format, -1, bits)
	if n := len(buf); format == 'e' && n >= 4 && buf[n-4] == 'e' && (buf[n-3] == '-' || buf[n-3] == '+') && buf[n-2] == '0' {
		buf[n-2] = buf[n-1]
		buf = buf[:n-1]
	}
	return buf, nil
}

// uint returns a number that is an integer in the range of uint64.
func (n Node) uint() (uint64, bool) {
	if number, ok := n.Int(); ok {
		return uint64(number), number >= 0
	}
	if n.Kind() != Number {
		return 0, false
	}
	number, err := strconv.ParseUint(n.Raw(), 10, 64)
	return number, err == nil
}
