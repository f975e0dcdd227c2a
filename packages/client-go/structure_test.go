package patchbay

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	modulePath = "github.com/patchbay/patchbay/packages/client-go"

	// The limits of the repository for every language.
	maxFileLines     = 320
	maxFunctionLines = 79
)

// allowedImports are the packages of the module that an internal package may import. The package patchbay may import all of them,
// and none of them imports it.
var allowedImports = map[string][]string{
	"codec":     {},
	"contract":  {},
	"exchange":  {"contract", "show"},
	"failure":   {"codec", "contract", "generated", "show"},
	"fallback":  {"contract"},
	"generated": {"contract"},
	"linear":    {},
	"merge":     {"codec", "contract", "normalize"},
	"normalize": {"codec"},
	"schema":    {},
	"show":      {},
	"sse":       {},
}

// goFiles returns the handwritten files of the module that are not tests.
func goFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	for _, pattern := range []string{"*.go", "internal/*/*.go", "patchbaytest/*.go"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	return slices.DeleteFunc(files, func(file string) bool {
		isGenerated := strings.HasPrefix(file, "zz_generated_") || strings.HasPrefix(filepath.ToSlash(file), "internal/generated/")
		return isGenerated || strings.HasSuffix(file, "_test.go")
	})
}

func parseFile(t *testing.T, name string) (*token.FileSet, *ast.File) {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return set, file
}

func TestInternalPackagesImportOnlyWhatTheirStageNeeds(t *testing.T) {
	folders, err := os.ReadDir("internal")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		if _, ok := allowedImports[folder.Name()]; !ok {
			t.Errorf("internal/%s is not in the list of allowed imports; add it there and to ARCHITECTURE.md", folder.Name())
		}
	}
	for _, name := range goFiles(t) {
		folder, isInternal := strings.CutPrefix(path.Dir(filepath.ToSlash(name)), "internal/")
		if !isInternal {
			continue
		}
		_, file := parseFile(t, name)
		for _, one := range file.Imports {
			imported, _ := strconv.Unquote(one.Path.Value)
			rest, isOwn := strings.CutPrefix(imported, modulePath)
			if isOwn && !slices.Contains(allowedImports[folder], strings.TrimPrefix(rest, "/internal/")) {
				t.Errorf("%s imports %s", name, imported)
			}
		}
	}
}

func TestThePackageOfTestsUsesThePublicInterface(t *testing.T) {
	for _, name := range goFiles(t) {
		if path.Dir(filepath.ToSlash(name)) != "patchbaytest" {
			continue
		}
		_, file := parseFile(t, name)
		for _, one := range file.Imports {
			if strings.Contains(one.Path.Value, modulePath+"/internal/") {
				t.Errorf("%s imports %s", name, one.Path.Value)
			}
		}
	}
}

func TestFilesAndFunctionsAreShort(t *testing.T) {
	for _, name := range goFiles(t) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if lines := bytes.Count(text, []byte("\n")); lines > maxFileLines {
			t.Errorf("%s has %d lines; split it", name, lines)
		}
		set, file := parseFile(t, name)
		for _, declaration := range file.Decls {
			function, ok := declaration.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if lines := set.Position(function.End()).Line - set.Position(function.Pos()).Line + 1; lines > maxFunctionLines {
				t.Errorf("%s: %s has %d lines; split it", name, function.Name.Name, lines)
			}
		}
	}
}
