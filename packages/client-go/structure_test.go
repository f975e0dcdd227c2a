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
	"schema":    {"codec"},
	"show":      {},
	"sse":       {},
	"startup":   {},
}

// impurePackages are the packages of the standard library for the network, files, processes, randomness and logs. An internal
// package decides and converts, so it needs none of them, except for those that it is listed with in allowedImpure.
var impurePackages = []string{"crypto/rand", "io/fs", "log", "log/slog", "math/rand", "math/rand/v2", "net", "net/http", "os", "os/exec"}

var allowedImpure = map[string][]string{
	"exchange": {"net", "net/http"},
	// For the type of headers.
	"failure": {"net/http"},
}

// moduleFiles returns the handwritten files of the module. Slashes separate the names of folders.
func moduleFiles(t *testing.T) []string {
	t.Helper()
	files := glob(t, "*.go", "internal/*/*.go", "patchbaytest/*.go")
	return slices.DeleteFunc(files, func(file string) bool {
		return strings.HasPrefix(file, "zz_generated_") || strings.HasPrefix(file, "internal/generated/")
	})
}

// sourceFiles returns the handwritten files of the module that are not tests.
func sourceFiles(t *testing.T) []string {
	t.Helper()
	return slices.DeleteFunc(moduleFiles(t), func(file string) bool { return strings.HasSuffix(file, "_test.go") })
}

func glob(t *testing.T, patterns ...string) []string {
	t.Helper()
	var files []string
	for _, pattern := range patterns {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range found {
			files = append(files, filepath.ToSlash(file))
		}
	}
	return files
}

// importsOf returns the paths that a file imports.
func importsOf(t *testing.T, name string) []string {
	t.Helper()
	_, file := parseFile(t, name)
	var paths []string
	for _, one := range file.Imports {
		imported, err := strconv.Unquote(one.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, imported)
	}
	return paths
}

func parseFile(t *testing.T, name string) (*token.FileSet, *ast.File) {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution|parser.ParseComments)
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
	for _, name := range sourceFiles(t) {
		folder, isInternal := strings.CutPrefix(path.Dir(name), "internal/")
		if !isInternal {
			continue
		}
		for _, imported := range importsOf(t, name) {
			rest, isOwn := strings.CutPrefix(imported, modulePath)
			if isOwn && !slices.Contains(allowedImports[folder], strings.TrimPrefix(rest, "/internal/")) {
				t.Errorf("%s imports %s", name, imported)
			}
			if slices.Contains(impurePackages, imported) && !slices.Contains(allowedImpure[folder], imported) {
				t.Errorf("%s imports %s; its caller must pass what it needs", name, imported)
			}
		}
	}
}

func TestThePackageOfTestsUsesThePublicInterface(t *testing.T) {
	for _, name := range glob(t, "patchbaytest/*.go") {
		for _, imported := range importsOf(t, name) {
			if strings.HasPrefix(imported, modulePath+"/internal/") {
				t.Errorf("%s imports %s", name, imported)
			}
		}
	}
}

func TestOnlyTestsImportTheHelpersOfTests(t *testing.T) {
	for _, name := range sourceFiles(t) {
		isForTests := strings.HasPrefix(name, "patchbaytest/") || strings.HasPrefix(name, "internal/linear/")
		for _, imported := range importsOf(t, name) {
			if !isForTests && (imported == "testing" || imported == modulePath+"/internal/linear" || imported == modulePath+"/patchbaytest") {
				t.Errorf("%s imports %s", name, imported)
			}
		}
	}
}

func TestEveryPackageHasAComment(t *testing.T) {
	documented := map[string]bool{}
	for _, name := range glob(t, "*.go", "internal/*/*.go", "patchbaytest/*.go") {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		_, file := parseFile(t, name)
		hasComment := strings.HasPrefix(file.Doc.Text(), "Package "+file.Name.Name+" ")
		documented[path.Dir(name)] = documented[path.Dir(name)] || hasComment
	}
	for folder, hasComment := range documented {
		if !hasComment {
			t.Errorf("the package in %s has no comment", folder)
		}
	}
}

func TestFilesAndFunctionsAreShort(t *testing.T) {
	// The other modules of the repository have no tests of their structure.
	others := glob(t, "../../test/runners/go/*.go", "../../examples/go/*/*.go", "../../bench/go/*.go", "../../bench/go/*/*.go")
	for _, name := range append(moduleFiles(t), others...) {
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
