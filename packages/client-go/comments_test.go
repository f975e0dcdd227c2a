package patchbay

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// packageFiles parses the files of the package, without its tests.
func packageFiles(t *testing.T) (files []*ast.File) {
	t.Helper()
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// declared has the names of the package, and those of all methods and fields, whichever type has them.
func declared(files []*ast.File) (names, members map[string]bool) {
	names, members = map[string]bool{}, map[string]bool{}
	for _, file := range files {
		ast.Inspect(file, func(node ast.Node) bool {
			switch x := node.(type) {
			case *ast.FuncDecl:
				if x.Recv == nil {
					names[x.Name.Name] = true
				} else {
					members[x.Name.Name] = true
				}
			case *ast.TypeSpec:
				names[x.Name.Name] = true
			case *ast.ValueSpec:
				for _, name := range x.Names {
					names[name.Name] = true
				}
			case *ast.Field:
				for _, name := range x.Names {
					members[name.Name] = true
				}
			}
			return true
		})
	}
	return names, members
}

var docLink = regexp.MustCompile(`\[\*?([A-Z]\w*)(?:\.([A-Z]\w*))?\]`)

func TestLinksInCommentsLeadToNamesThatExist(t *testing.T) {
	files := packageFiles(t)
	names, members := declared(files)
	count := 0
	for _, file := range files {
		for _, comment := range file.Comments {
			for _, link := range docLink.FindAllStringSubmatch(comment.Text(), -1) {
				count++
				if !names[link[1]] || link[2] != "" && !members[link[2]] {
					t.Errorf("%s leads nowhere in: %s", link[0], comment.Text())
				}
			}
		}
	}
	if count < 100 {
		t.Errorf("%d links were found", count)
	}
}

func TestEveryExportedDeclarationHasAComment(t *testing.T) {
	for _, file := range packageFiles(t) {
		for _, declaration := range file.Decls {
			switch x := declaration.(type) {
			case *ast.FuncDecl:
				if x.Name.IsExported() && isExportedReceiver(x.Recv) && !strings.HasPrefix(x.Doc.Text(), x.Name.Name+" ") {
					t.Errorf("the comment of %s must begin with its name: %q", x.Name, x.Doc.Text())
				}
			case *ast.GenDecl:
				checkSpecs(t, x)
			}
		}
	}
}

func isExportedReceiver(receiver *ast.FieldList) bool {
	if receiver == nil {
		return true
	}
	expr := receiver.List[0].Type
	if star, ok := expr.(*ast.StarExpr); ok {
		expr = star.X
	}
	if index, ok := expr.(*ast.IndexExpr); ok {
		expr = index.X
	}
	name, ok := expr.(*ast.Ident)
	return !ok || name.IsExported()
}

// checkSpecs checks the declarations of a group, which may have one comment together.
func checkSpecs(t *testing.T, group *ast.GenDecl) {
	t.Helper()
	for _, spec := range group.Specs {
		switch x := spec.(type) {
		case *ast.TypeSpec:
			text := group.Doc.Text() + x.Doc.Text()
			if x.Name.IsExported() && !regexp.MustCompile(`^(An? )?`+x.Name.Name+`\b`).MatchString(text) {
				t.Errorf("the comment of %s must begin with its name: %q", x.Name, text)
			}
		case *ast.ValueSpec:
			if x.Names[0].IsExported() && group.Doc == nil && x.Doc == nil {
				t.Errorf("%s has no comment", x.Names[0])
			}
		}
	}
}
