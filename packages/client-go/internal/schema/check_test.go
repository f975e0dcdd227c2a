package schema

import (
	"math/big"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// decode reads a text into a T. It returns the paths of the issues, or "text" if it has no JSON.
func decode[T any](t *testing.T, text string) (T, []string) {
	t.Helper()
	var out T
	schema := schemaOf[T](t)
	found, err := schema.Read(text, false)
	if err != nil {
		return out, []string{"text"}
	}
	var paths []string
	for _, issue := range schema.Decode(found, reflect.ValueOf(&out)) {
		if issue.Message == "" {
			t.Errorf("the issue of %s has no message", issue.Path)
		}
		paths = append(paths, issue.Path)
	}
	return out, paths
}

func TestDecodeReportsEachViolation(t *testing.T) {
	const wind = `"wind":null,"rain":0,"level":null`
	tests := []struct {
		text string
		want []string
	}{
		{`{"city":"Oslo","sky":"clear","days":[1],"note":null,` + wind + `}`, nil},
		{`{"city":"Oslo","sky":"clear","days":[1],"rain":0}`, nil},
		{`{"city":"Oslo","sky":"clear","days":[1.0,1e2],` + wind + `}`, nil},
		{`{"city":"Oslo","sky":"clear","days":[1.5,"x",null],` + wind + `}`, []string{"/days/0", "/days/1", "/days/2"}},
		{`{"city":1,"sky":"x","days":{},"rain":"0"}`, []string{"/city", "/sky", "/days", "/rain"}},
		{`{"sky":"clear","rain":0}`, []string{"/city", "/days"}},
		{`{"city":"Oslo","City":"x","sky":"clear","days":[],"a/b~c":1,` + wind + `}`, []string{"/City", "/a~1b~0c"}},
		{`{"city":null,"sky":"clear","days":[],` + wind + `}`, []string{"/city"}},
		{`{"city":"Oslo","sky":"clear","days":[],"wind":{"speed":300},"rain":1e999}`, []string{"/wind/speed", "/rain"}},
		{`{"city":"Oslo","sky":"clear","days":[],"wind":{"speed":-1},"rain":0,"level":3}`, []string{"/wind/speed", "/level"}},
		{`{"city":"Oslo","sky":"clear","days":[],"wind":null,"rain":0,"level":2.0}`, nil},
		{`{"city":"Oslo","sky":"clear","days":[1e999999999],` + wind + `}`, []string{"/days/0"}},
		{`[]`, []string{""}},
		{`In Oslo.`, []string{"text"}},
	}
	for _, test := range tests {
		if _, got := decode[weather](t, test.text); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestDecodeChecksTheGoType(t *testing.T) {
	valid := `{"at":"2026-01-31T12:00:00Z","address":"::1","data":"aGk=","count":123456789012345678901234567890,"pair":[true,false]}`
	out, issues := decode[moment](t, valid)
	if issues != nil || out.At.Year() != 2026 || string(out.Data) != "hi" || out.Count.String() != "123456789012345678901234567890" || !out.Pair[0] {
		t.Fatalf("got %+v, %q", out, issues)
	}
	_, issues = decode[moment](t, `{"at":"today","address":"x","data":"%","count":null,"pair":[true]}`)
	if want := []string{"/at", "/address", "/data", "/pair"}; !slices.Equal(issues, want) {
		t.Errorf("got %q, want %q", issues, want)
	}
	if _, issues = decode[map[int]string](t, `{"x":"a"}`); len(issues) != 1 {
		t.Errorf("the key of a map: got %q", issues)
	}
	if _, issues = decode[map[string][]int](t, `{"b":[1],"a":[1,"x"]}`); !slices.Equal(issues, []string{"/a/1"}) {
		t.Errorf("the values of a map: got %q", issues)
	}
	if out, issues := decode[tree](t, `{"value":"a","children":[{"value":1,"children":[]}]}`); !slices.Equal(issues, []string{"/children/0/value"}) || out.Value != "" {
		t.Errorf("got %+v, %q", out, issues)
	}
	if out, issues := decode[painted](t, `{"color":"#fff"}`); issues != nil || out.Color.name != "#fff" {
		t.Errorf("got %+v, %q", out, issues)
	}
	if out, issues := decode[any](t, `{"a":[1]}`); issues != nil || !reflect.DeepEqual(out, map[string]any{"a": []any{1.0}}) {
		t.Errorf("got %v, %q", out, issues)
	}
}

// Whole numbers are exact in every form, as for math/big.
func TestIntegersAreReadInEveryForm(t *testing.T) {
	for _, text := range []string{
		"0", "-0", "-0.0", "0e400", "0.000e-5", "1.0", "1e3", "-1E+3", "120e-1", "12e-1", "1.5", "0.1e1", "1e18", "1e19", "9007199254740993.0",
		"9223372036854775807", "9223372036854775808", "-9223372036854775808.00", "-9223372036854775809", "922337203685477580.70e1",
		"12345678901234567890.0", "18446744073709551615", "18446744073709551616", "1e-400", "1e400", "100e-2", "1e30", "123.456e3", "123.456e2",
	} {
		exact, _ := new(big.Rat).SetString(text)
		signed, issues := decode[int64](t, text)
		if fits := exact.IsInt() && exact.Num().IsInt64(); fits != (issues == nil) || fits && signed != exact.Num().Int64() {
			t.Errorf("%s as int64: got %d, %q", text, signed, issues)
		}
		unsigned, issues := decode[uint64](t, text)
		if fits := exact.IsInt() && exact.Num().IsUint64(); fits != (issues == nil) || fits && unsigned != exact.Num().Uint64() {
			t.Errorf("%s as uint64: got %d, %q", text, unsigned, issues)
		}
		large, issues := decode[big.Int](t, text)
		if text != "1e400" && (exact.IsInt() != (issues == nil) || exact.IsInt() && large.Cmp(exact.Num()) != 0) {
			t.Errorf("%s as big.Int: got %s, %q", text, &large, issues)
		}
	}
	for _, text := range []string{"1e99999999999", "-1e2147483648", "1e-99999999999"} {
		if _, issues := decode[int64](t, text); len(issues) != 1 {
			t.Errorf("%s: got %q", text, issues)
		}
	}
}

func TestAFailureLeavesTheValueUnchanged(t *testing.T) {
	out := weather{City: "Bergen"}
	schema := schemaOf[weather](t)
	found, _ := schema.Read(`{"city":"Oslo"}`, false)
	if issues := schema.Decode(found, reflect.ValueOf(&out)); len(issues) == 0 || out.City != "Bergen" {
		t.Errorf("got %+v, %v", out, issues)
	}
}

func TestReadFindsTheOutput(t *testing.T) {
	const want = `{"name":"a } b"}`
	texts := []string{
		want,
		"\ufeff" + want,
		" \n" + want + "\n",
		"```json\n" + want + "\n```",
		"```\n" + want + "\n```",
		"```JSON5\n" + want + "```",
		"Here it is:\n```\n" + want + "\n```\nAnything else?",
		"<think>Is it {\"name\":1}?</think>" + want,
		"<Reasoning>\n{\"name\":1}</Reasoning>\n```json\n" + want + "\n```",
		"It is {\"name\":1}.</think>" + want,
		"The name is " + want + ", I think.",
		"The list [1] and " + want,
		"{x} " + want,
	}
	for _, text := range texts {
		if out, issues := decode[place](t, text); issues != nil || out.Name != "a } b" {
			t.Errorf("%q: got %+v, %q", text, out, issues)
		}
	}
	inside := `{"name":"the tag </think> and ` + "```" + ` a fence"}`
	if out, issues := decode[place](t, "```json\n"+inside+"\n```"); issues != nil || !strings.Contains(out.Name, "</think>") {
		t.Errorf("got %+v, %q", out, issues)
	}
	if out, issues := decode[[]int](t, `{"a":1} and [1,2]`); issues != nil || len(out) != 2 {
		t.Errorf("got %v, %q", out, issues)
	}
}

func TestReadRefusesWhatIsNotTheOutput(t *testing.T) {
	for _, text := range []string{"", "Oslo", "{", `{"name":"a"`, `{"outer":{"name":"a"}`, "```json\n{\"name\":\n```", `NaN`, "[1]x"} {
		if out, issues := decode[place](t, text); !slices.Equal(issues, []string{"text"}) {
			t.Errorf("%q: got %+v, %q", text, out, issues)
		}
	}
}

func TestReadOfScalars(t *testing.T) {
	if out, issues := decode[string](t, "In Oslo."); issues != nil || out != "In Oslo." {
		t.Errorf("a string without quotes: got %q, %q", out, issues)
	}
	if _, issues := decode[string](t, "  "); issues == nil {
		t.Error("an empty text is not a string")
	}
	if out, issues := decode[int](t, "12"); issues != nil || out != 12 {
		t.Errorf("got %d, %q", out, issues)
	}
	for _, schema := range []*Schema{schemaOf[int](t), schemaOf[float64](t)} {
		if found, err := schema.Read("12", true); err == nil {
			t.Errorf("a truncated number was read as %v", found)
		}
	}
	if _, err := schemaOf[string](t).Read("In Os", true); err == nil {
		t.Error("a truncated text was read")
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"{\"name\":\"a\"}", "```json\n{}\n```", "<think>x</think>[", "a {\"b\\\"", "``````"} {
		f.Add(seed)
	}
	schema, err := Of(reflect.TypeFor[place]())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		found, err := schema.Read(text, false)
		if err != nil {
			return
		}
		var out place
		schema.Decode(found, reflect.ValueOf(&out))
	})
}
