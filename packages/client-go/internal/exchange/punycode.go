package exchange

import (
	"strings"
	"unicode/utf8"
)

// toASCIIHost encodes a host name as DNS knows it (RFC 3492): each label with characters outside ASCII becomes "xn--…".
func toASCIIHost(host string) string {
	if isASCII(host) {
		return host
	}
	labels := strings.Split(strings.ToLower(host), ".")
	for at, label := range labels {
		if !isASCII(label) {
			labels[at] = "xn--" + punycode([]rune(label))
		}
	}
	return strings.Join(labels, ".")
}

// The parameters of Punycode.
const (
	punyBase        = 36
	punyMin         = 1
	punyMax         = 26
	punySkew        = 38
	punyDamp        = 700
	punyInitialBias = 72
	punyDigits      = "abcdefghijklmnopqrstuvwxyz0123456789"
)

// punycode encodes the characters outside ASCII as differences between code points and positions.
func punycode(label []rune) string {
	var encoded strings.Builder
	for _, char := range label {
		if char < utf8.RuneSelf {
			encoded.WriteRune(char)
		}
	}
	basic := encoded.Len()
	if basic > 0 {
		encoded.WriteByte('-')
	}
	code, delta, bias := rune(utf8.RuneSelf), 0, punyInitialBias
	for handled := basic; handled < len(label); {
		next := rune(utf8.MaxRune)
		for _, char := range label {
			if char >= code {
				next = min(next, char)
			}
		}
		delta += int(next-code) * (handled + 1)
		code = next
		for _, char := range label {
			if char < code {
				delta++
			}
			if char == code {
				writePuny(&encoded, delta, bias)
				bias = adapt(delta, handled+1, handled == basic)
				delta = 0
				handled++
			}
		}
		delta++
		code++
	}
	return encoded.String()
}

// writePuny writes a number with digits of variable weight.
func writePuny(encoded *strings.Builder, number, bias int) {
	for place := punyBase; ; place += punyBase {
		threshold := min(max(place-bias, punyMin), punyMax)
		if number < threshold {
			encoded.WriteByte(punyDigits[number])
			return
		}
		encoded.WriteByte(punyDigits[threshold+(number-threshold)%(punyBase-threshold)])
		number = (number - threshold) / (punyBase - threshold)
	}
}

func adapt(delta, length int, isFirst bool) int {
	delta /= 2
	if isFirst {
		delta = delta * 2 / punyDamp
	}
	delta += delta / length
	place := 0
	for delta > (punyBase-punyMin)*punyMax/2 {
		delta /= punyBase - punyMin
		place += punyBase
	}
	return place + (punyBase-punyMin+1)*delta/(delta+punySkew)
}
