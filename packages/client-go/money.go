package patchbay

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// USD is an exact amount of US dollars, to 18 decimals. The zero value is 0. Values are immutable; compare them with Cmp.
//
//	total := patchbay.MustParseUSD("0.05")
//	if cost, known := patchbay.CostOf(reply); known {
//		total = total.Sub(cost)
//	}
//	fmt.Println(total)
type USD struct {
	_ [0]func() // not comparable with ==
	// units is the amount in units of 10⁻¹⁸ USD: exact for every price and cost of the API. Nil is 0.
	units *big.Int
}

const (
	usdDecimals = 18
	// The longest text and the largest exponent of an amount.
	usdLimit = 400
)

// ParseUSD reads a decimal number of US dollars, such as "0.25" or "1.5e-7", digit by digit. Digits beyond the 18th decimal are
// rounded half up. The error is an *Error of the kind usage.
func ParseUSD(text string) (USD, error) {
	amount, ok := parseUSD(text)
	if !ok {
		return USD{}, usageError("The amount must be a decimal number of USD, got %s. Example: \"0.25\".", quoteShort(text))
	}
	return amount, nil
}

// MustParseUSD is ParseUSD for constants. It panics if the text is not a decimal number.
func MustParseUSD(text string) USD {
	amount, err := ParseUSD(text)
	if err != nil {
		panic(err)
	}
	return amount
}

func parseUSD(text string) (USD, bool) {
	text = strings.TrimSpace(text)
	if len(text) > usdLimit {
		return USD{}, false
	}
	mantissa, power := text, 0
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		parsed, err := strconv.Atoi(text[i+1:])
		if err != nil || parsed > usdLimit || parsed < -usdLimit {
			return USD{}, false
		}
		mantissa, power = text[:i], parsed
	}
	sign := ""
	if mantissa != "" && (mantissa[0] == '-' || mantissa[0] == '+') {
		sign, mantissa = mantissa[:1], mantissa[1:]
	}
	whole, part, _ := strings.Cut(mantissa, ".")
	digits := whole + part
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return USD{}, false
	}
	units, _ := new(big.Int).SetString(digits, 10)
	units = shifted(units, usdDecimals-len(part)+power)
	if sign == "-" {
		units.Neg(units)
	}
	return USD{units: units}, true
}

// shifted returns the value, which is not negative, with its decimal point moved to the right. It rounds half up.
func shifted(value *big.Int, places int) *big.Int {
	if places >= 0 {
		return new(big.Int).Mul(value, powerOfTen(places))
	}
	step := powerOfTen(-places)
	half := new(big.Int).Rsh(step, 1)
	return half.Add(half, value).Quo(half, step)
}

func powerOfTen(exponent int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(exponent)), nil)
}

func (u USD) value() *big.Int {
	if u.units == nil {
		return new(big.Int)
	}
	return u.units
}

// Add returns the exact sum.
func (u USD) Add(other USD) USD { return USD{units: new(big.Int).Add(u.value(), other.value())} }

// Sub returns the exact difference.
func (u USD) Sub(other USD) USD { return USD{units: new(big.Int).Sub(u.value(), other.value())} }

// Times returns the exact product, such as that of a price and a number of tokens.
func (u USD) Times(count int64) USD {
	return USD{units: new(big.Int).Mul(u.value(), big.NewInt(count))}
}

// Cmp returns -1 if u is less than other, 0 if they are equal, and +1 if it is greater.
func (u USD) Cmp(other USD) int { return u.value().Cmp(other.value()) }

// Sign returns -1, 0 or +1.
func (u USD) Sign() int { return u.value().Sign() }

// IsZero says whether the amount is 0.
func (u USD) IsZero() bool { return u.Sign() == 0 }

// Float64 returns the nearest float64, for statistics and charts. Sums of these are not exact.
func (u USD) Float64() float64 {
	value, _ := new(big.Rat).SetFrac(u.value(), powerOfTen(usdDecimals)).Float64()
	return value
}

// String returns all digits, such as "0.0001234".
func (u USD) String() string {
	text := u.StringFixed(usdDecimals)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// StringFixed returns the amount with a number of decimals from 0 to 18, rounded half up. A number outside of this range counts
// as the nearest one.
func (u USD) StringFixed(decimals int) string {
	decimals = min(max(decimals, 0), usdDecimals)
	digits := shifted(new(big.Int).Abs(u.value()), decimals-usdDecimals).String()
	if missing := decimals + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	text := digits
	if point := len(digits) - decimals; decimals > 0 {
		text = digits[:point] + "." + digits[point:]
	}
	if u.Sign() < 0 && strings.Trim(text, "0.") != "" {
		return "-" + text
	}
	return text
}

// MarshalText returns all digits. In JSON, an amount is written as a string.
func (u USD) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (u *USD) UnmarshalText(text []byte) error {
	amount, err := ParseUSD(string(text))
	if err == nil {
		*u = amount
	}
	return err
}

// UnmarshalJSON reads a string or a number, digit by digit. Null changes nothing.
func (u *USD) UnmarshalJSON(data []byte) error {
	node := rootOf(string(data))
	if node.IsNull() {
		return nil
	}
	text, isString := node.Str()
	if !isString {
		text = string(data)
	}
	return u.UnmarshalText([]byte(text))
}

// CostOf returns the exact cost of a response, and whether the response reports one. With a key of your own at the provider
// (BYOK), it includes the charge of the provider. An unknown cost is not 0: the response may be billed.
//
//	cost, known := patchbay.CostOf(reply)
func CostOf(response interface{ RawJSON() string }) (cost USD, known bool) {
	return costOf(rootOf(response.RawJSON()).Get("usage"))
}

func costOf(usage codec.Node) (USD, bool) {
	cost, hasCost := amountOf(usage.Get("cost"))
	if isBYOK, _ := usage.Get("is_byok").Bool(); !isBYOK {
		return cost, hasCost
	}
	upstream, hasUpstream := amountOf(usage.Path("cost_details.upstream_inference_cost"))
	return cost.Add(upstream), hasCost || hasUpstream
}

// amountOf reads a number or a string with one. A negative amount is not a cost.
func amountOf(node codec.Node) (USD, bool) {
	text, isString := node.Str()
	if !isString && node.Kind() == codec.Number {
		text = node.Raw()
	}
	amount, ok := parseUSD(text)
	if !ok || amount.Sign() < 0 {
		return USD{}, false
	}
	return amount, true
}

// quoteShort quotes a text for a message, and leaves out what is too long.
func quoteShort(text string) string {
	const longest = 60
	if runes := []rune(text); len(runes) > longest {
		return strconv.Quote(string(runes[:longest])) + "…"
	}
	return strconv.Quote(text)
}
