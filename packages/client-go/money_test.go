package patchbay

import (
	"encoding/json"
	"math/big"
	"slices"
	"strings"
	"testing"
)

func TestParseUSDReadsDigitByDigit(t *testing.T) {
	tests := map[string]string{
		"0.1":                    "0.1",
		"0.00000015":             "0.00000015",
		"1e-7":                   "0.0000001",
		"1.5E-7":                 "0.00000015",
		"12":                     "12",
		"1e3":                    "1000",
		" -2.50 ":                "-2.5",
		"+.5":                    "0.5",
		"5.":                     "5",
		"0.0000000000000000015":  "0.000000000000000002",
		"-0.0000000000000000015": "-0.000000000000000002",
		"0.0000000000000000014":  "0.000000000000000001",
		"0":                      "0",
		"-0":                     "0",
		"9223372036854775808.5":  "9223372036854775808.5",
		"1e-400":                 "0",
	}
	for text, want := range tests {
		amount, err := ParseUSD(text)
		if err != nil || amount.String() != want {
			t.Errorf("ParseUSD(%q) = %v, %v; want %s", text, amount, err, want)
		}
	}
}

func TestParseUSDRefusesOtherTexts(t *testing.T) {
	for _, text := range []string{"", " ", "x", ".", "-", "1_0", "١", "NaN", "Inf", "1e999", "1e", "e1", "1.2.3", "--1", "0x10", strings.Repeat("0", 401)} {
		amount, err := ParseUSD(text)
		if err == nil {
			t.Errorf("ParseUSD(%.20q) = %v; want an error", text, amount)
		}
	}
}

func TestStringFixedRoundsHalfUp(t *testing.T) {
	tests := []struct {
		amount   string
		decimals int
		want     string
	}{
		{"0.0001234", 6, "0.000123"},
		{"0.0000005", 6, "0.000001"},
		{"-0.0000005", 6, "-0.000001"},
		{"-0.0000004", 6, "0.000000"},
		{"0.5", 0, "1"},
		{"12.3", 2, "12.30"},
		{"1", -3, "1"},
		{"0.1", 40, "0.100000000000000000"},
	}
	for _, test := range tests {
		if got := MustParseUSD(test.amount).StringFixed(test.decimals); got != test.want {
			t.Errorf("%s with %d decimals: got %s, want %s", test.amount, test.decimals, got, test.want)
		}
	}
}

func TestSumsAreExact(t *testing.T) {
	var total USD
	for range 10 {
		total = total.Add(MustParseUSD("0.1"))
	}
	if total.Cmp(MustParseUSD("1")) != 0 {
		t.Errorf("ten times 0.1 is %s", total)
	}
	if price := MustParseUSD("0.00000015").Times(3_000_000); price.String() != "0.45" {
		t.Errorf("got %s", price)
	}
	if left := total.Sub(MustParseUSD("1.000000000000000001")); left.String() != "-0.000000000000000001" || left.Sign() != -1 {
		t.Errorf("got %s", left)
	}
	if got := MustParseUSD("0.1").Float64(); got != 0.1 {
		t.Errorf("got %v", got)
	}
	if !(USD{}).IsZero() || (USD{}).String() != "0" {
		t.Error("the zero value is not 0")
	}
}

func TestUSDIsAStringInJSON(t *testing.T) {
	encoded, err := json.Marshal(map[string]USD{"cost": MustParseUSD("0.10")})
	if err != nil || string(encoded) != `{"cost":"0.1"}` {
		t.Fatalf("got %s, %v", encoded, err)
	}
	var decoded map[string]USD
	if err := json.Unmarshal(encoded, &decoded); err != nil || decoded["cost"].Cmp(MustParseUSD("0.1")) != 0 {
		t.Errorf("got %v, %v", decoded, err)
	}
	for _, text := range []string{`"x"`, `true`, `[]`, `{}`, `1e999`, `""`} {
		if json.Unmarshal([]byte(`{"cost":`+text+`}`), &decoded) == nil {
			t.Errorf("the invalid amount %s was read", text)
		}
	}
}

func TestUSDReadsANumberDigitByDigit(t *testing.T) {
	var settings struct {
		Limit USD      `json:"limit"`
		Least *USD     `json:"least"`
		Most  Opt[USD] `json:"most"`
		Kept  USD      `json:"kept"`
	}
	settings.Kept = MustParseUSD("2")
	text := `{"limit":0.100000000000000001,"least":1e-7,"most":3.50,"kept":null}`
	if err := json.Unmarshal([]byte(text), &settings); err != nil {
		t.Fatal(err)
	}
	got := []string{settings.Limit.String(), settings.Least.String(), settings.Most.String(), settings.Kept.String()}
	if want := []string{"0.100000000000000001", "0.0000001", "3.5", "2"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

type rawResponse string

func (r rawResponse) RawJSON() string { return string(r) }

func TestCostOf(t *testing.T) {
	tests := []struct {
		body, want string
	}{
		{`{"usage":{"cost":0.0000042}}`, "0.0000042"},
		{`{"usage":{"cost":4.2e-06}}`, "0.0000042"},
		{`{"usage":{"cost":"0.1"}}`, "0.1"},
		{`{"usage":{"cost":0}}`, "0"},
		{`{"usage":{"cost":0.1,"is_byok":true,"cost_details":{"upstream_inference_cost":0.2}}}`, "0.3"},
		{`{"usage":{"cost":0.1,"is_byok":false,"cost_details":{"upstream_inference_cost":0.2}}}`, "0.1"},
		{`{"usage":{"is_byok":true,"cost_details":{"upstream_inference_cost":0.2}}}`, "0.2"},
		{`{"usage":{"is_byok":true,"cost_details":null}}`, "unknown"},
		{`{"usage":{"cost":null}}`, "unknown"},
		{`{"usage":{"cost":-1}}`, "unknown"},
		{`{"usage":{"cost":[1]}}`, "unknown"},
		{`{"usage":{}}`, "unknown"},
		{`{"usage":null}`, "unknown"},
		{`{"usage":"x"}`, "unknown"},
		{`{}`, "unknown"},
		{``, "unknown"},
	}
	for _, test := range tests {
		got := "unknown"
		if cost, known := CostOf(rawResponse(test.body)); known {
			got = cost.String()
		}
		if got != test.want {
			t.Errorf("%s: got %s, want %s", test.body, got, test.want)
		}
	}
}

func FuzzParseUSD(f *testing.F) {
	for _, seed := range []string{"0.1", "-1e-7", "1e400", "+.5e+3", "x"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		amount, err := ParseUSD(text)
		if err != nil {
			return
		}
		again, err := ParseUSD(amount.String())
		if err != nil && len(amount.String()) <= usdLimit {
			t.Fatalf("%q is written as %s, which cannot be read: %v", text, amount, err)
		}
		if err == nil && again.Cmp(amount) != 0 {
			t.Fatalf("%q is written as %s and read as %s", text, amount, again)
		}
		exact, ok := new(big.Rat).SetString(strings.TrimSpace(text))
		if !ok {
			return
		}
		difference := exact.Sub(exact, new(big.Rat).SetFrac(amount.value(), powerOfTen(usdDecimals)))
		if half := big.NewRat(1, 2_000_000_000_000_000_000); difference.Abs(difference).Cmp(half) > 0 {
			t.Fatalf("%q was read as %s", text, amount)
		}
	})
}
