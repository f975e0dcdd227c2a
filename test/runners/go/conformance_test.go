package conformance

import (
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"
)

const (
	language = "go"
	features = "stream,pages,parse,raw,embed,responses,messages,retries,logs,fallback,cancel"
)

func TestMain(m *testing.M) {
	for _, name := range []string{"OPENROUTER_API_KEY", "OPENROUTER_BASE_URL", "PATCHBAY_LOG"} {
		_ = os.Unsetenv(name)
	}
	// Most cases wait for the server. The flag -parallel overrides this.
	_ = flag.Set("test.parallel", "8")
	flag.Parse()
	code := m.Run()
	stopJudge()
	os.Exit(code)
}

// TestConformance runs each variant of each case. Its subtests are group, name and variant.
func TestConformance(t *testing.T) {
	cases, err := ask[[]listedCase]("/_patchbay/cases?language="+language+"&needs="+features, nil)
	if err != nil {
		t.Fatal(err)
	}
	groups := map[string][]listedCase{}
	for _, one := range cases {
		group, _, _ := strings.Cut(one.ID, "/")
		groups[group] = append(groups[group], one)
	}
	for group, cases := range groups {
		t.Run(group, func(t *testing.T) {
			for _, one := range cases {
				t.Run(strings.TrimPrefix(one.ID, group+"/"), func(t *testing.T) { testCase(t, one) })
			}
		})
	}
}

func testCase(t *testing.T, one listedCase) {
	if len(one.Missing) > 0 {
		t.Skipf("needs %s", strings.Join(one.Missing, ", "))
	}
	for _, variant := range one.Variants {
		t.Run(variant, func(t *testing.T) {
			t.Parallel()
			testVariant(t, one.ID, variant)
		})
	}
}

func testVariant(t *testing.T, id, variant string) {
	given, err := ask[run]("/_patchbay/runs", map[string]string{"case": id, "variant": variant, "language": language})
	if err != nil {
		t.Fatal(err)
	}
	report, err := runSteps(t.Context(), given)
	if err != nil {
		t.Fatal(err)
	}
	result, err := ask[verdict]("/s/"+given.Run+"/_patchbay/outcome", report)
	if err != nil {
		t.Fatal(err)
	}
	if !result.OK {
		problems, _ := json.MarshalIndent(result.Problems, "", "  ")
		t.Errorf("the judge found problems: %s", problems)
	}
}
