package patchbay

import (
	"go/ast"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// readmeTable returns the cells of the table whose first column has a heading.
func readmeTable(t *testing.T, heading string) [][]string {
	t.Helper()
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^\| ` + regexp.QuoteMeta(heading) + ` .*\n\|[ -|]+\n((?:\|.*\n)+)`).FindStringSubmatch(string(text))
	if found == nil {
		t.Fatalf("README.md has no table with the heading %q", heading)
	}
	var rows [][]string
	for line := range strings.Lines(found[1]) {
		var cells []string
		for cell := range strings.SplitSeq(strings.Trim(line, "|\n"), " | ") {
			cells = append(cells, strings.TrimSpace(cell))
		}
		rows = append(rows, cells)
	}
	return rows
}

var codeSpan = regexp.MustCompile("`([^`]+)`")

// spans returns the code spans of a cell.
func spans(cell string) []string {
	var names []string
	for _, found := range codeSpan.FindAllStringSubmatch(cell, -1) {
		names = append(names, found[1])
	}
	return names
}

func equalSets(t *testing.T, what string, shown, actual []string) {
	t.Helper()
	slices.Sort(shown)
	slices.Sort(actual)
	if !slices.Equal(shown, actual) {
		t.Errorf("%s in README.md\ngot  %q\nwant %q", what, shown, actual)
	}
}

func TestTheReadmeHasEveryCodeWithItsStatus(t *testing.T) {
	var shown []string
	for _, row := range readmeTable(t, "`Code`") {
		codes, statuses := spans(row[0]), regexp.MustCompile(`\b\d{3}\b`).FindAllString(row[1], -1)
		shown = append(shown, codes...)
		for i, text := range statuses {
			status, _ := strconv.Atoi(text)
			if got := generated.Errors.Codes[status]; got != codes[i] {
				t.Errorf("status %d has the code %q, but README.md shows %q", status, got, codes[i])
			}
		}
	}
	actual := []string{CodeInvalidResponse, CodeUnknown, CodeBudgetExceeded}
	for _, code := range generated.Errors.Codes {
		actual = append(actual, code)
	}
	equalSets(t, "the codes", shown, actual)
}

func TestTheReadmeHasEveryOption(t *testing.T) {
	var shown []string
	for _, row := range readmeTable(t, "Option") {
		shown = append(shown, spans(row[0])...)
	}
	var actual []string
	for _, function := range functionsOfPackage(t) {
		results := function.Type.Results
		if function.Recv != nil || !function.Name.IsExported() || results == nil {
			continue
		}
		if result, ok := results.List[0].Type.(*ast.Ident); ok && result.Name == "Option" {
			actual = append(actual, function.Name.Name)
		}
	}
	equalSets(t, "the options", shown, actual)
}

// functionsOfPackage returns the handwritten functions of the package, apart from tests.
func functionsOfPackage(t *testing.T) []*ast.FuncDecl {
	t.Helper()
	var functions []*ast.FuncDecl
	for _, name := range sourceFiles(t) {
		if strings.ContainsAny(name, `/\`) {
			continue
		}
		_, file := parseFile(t, name)
		for _, declaration := range file.Decls {
			if function, ok := declaration.(*ast.FuncDecl); ok {
				functions = append(functions, function)
			}
		}
	}
	return functions
}

func TestTheReadmeHasEveryMethodOfTheAPI(t *testing.T) {
	var shown []string
	for _, row := range readmeTable(t, "Method") {
		service := ""
		for _, name := range spans(row[0]) {
			if dot := strings.LastIndex(name, "."); dot > 0 {
				service = name[:dot]
			}
			shown = append(shown, service+name[strings.LastIndex(name, "."):])
		}
	}
	var actual []string
	var add func(path string, service reflect.Type)
	add = func(path string, service reflect.Type) {
		for method := range service.Methods() {
			actual = append(actual, path+method.Name)
		}
		for field := range service.Elem().Fields() {
			if field.IsExported() {
				add(path+field.Name+".", field.Type)
			}
		}
	}
	add("", reflect.TypeFor[*Client]())
	actual = slices.DeleteFunc(actual, func(name string) bool { return name == "WithOptions" })
	equalSets(t, "the methods", shown, actual)
}

func TestTheReadmeHasEveryKindOfErrorWithFieldsThatExist(t *testing.T) {
	var shown []string
	for _, row := range readmeTable(t, "`Kind`") {
		shown = append(shown, spans(row[0])...)
		for _, name := range spans(row[2]) {
			if _, ok := reflect.TypeFor[Error]().FieldByName(name); !ok && name[0] >= 'A' && name[0] <= 'Z' {
				t.Errorf("README.md has the field %q, which an Error does not have", name)
			}
		}
	}
	equalSets(t, "the kinds of errors", shown, []string{"KindAPI", "KindCanceled", "KindConnection", "KindOutput", "KindStream", "KindTimeout", "KindUsage"})
}

func TestTheReadmeHasTheDefaultsOfTheContract(t *testing.T) {
	rows := map[string]string{}
	for _, row := range readmeTable(t, "Option") {
		rows[spans(row[0])[0]] = row[1]
	}
	if want := strconv.Itoa(generated.Retry.MaxRetries); rows["WithMaxRetries"] != want {
		t.Errorf("got the default %q of WithMaxRetries, want %s", rows["WithMaxRetries"], want)
	}
	minutes := func(ms int64) string { return strconv.FormatInt(ms/60_000, 10) + " min" }
	want := minutes(int64(generated.Client.TimeoutMs)) + ", " + minutes(int64(generated.Client.IdleTimeoutMs)) + ", none"
	if rows["WithTimeout"] != want {
		t.Errorf("got the default %q of WithTimeout, want %s", rows["WithTimeout"], want)
	}
}

func TestTheReadmeNamesWhatThePackageHas(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	declared := map[string]bool{}
	for _, name := range files {
		_, file := parseFile(t, name)
		for _, declaration := range file.Decls {
			switch declaration := declaration.(type) {
			case *ast.FuncDecl:
				declared[declaration.Name.Name] = true
			case *ast.GenDecl:
				for _, spec := range declaration.Specs {
					noteNames(declared, spec)
				}
			}
		}
	}
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile("\\bpatchbay\\.([A-Z]\\w+)|`\\*?((?:Code|Kind|Fallback|Chat\\w*(?:Delta|Added|Done|Finish|Reported))\\w*)`").FindAllStringSubmatch(string(text), -1)
	if len(found) < 100 {
		t.Fatalf("only %d names were found", len(found))
	}
	for _, names := range found {
		if name := names[1] + names[2]; !declared[name] && name != "Code" && name != "Kind" {
			t.Errorf("README.md has %q, which the package does not have", name)
		}
	}
}

func noteNames(declared map[string]bool, spec ast.Spec) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		declared[spec.Name.Name] = true
	case *ast.ValueSpec:
		for _, name := range spec.Names {
			declared[name.Name] = true
		}
	}
}
