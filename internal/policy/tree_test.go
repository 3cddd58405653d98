package policy

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const module = "github.com/ashlar-labs/ashlar"

// root is the repository's top folder.
func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// trackedFiles are the files that git knows, relative to the root: build products and downloaded packages are not ours to judge.
func trackedFiles(t *testing.T) []string {
	t.Helper()
	cmd := exec.Command("git", "ls-files")
	cmd.Dir = root(t)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git ls-files: %v", err)
	}
	return strings.Fields(string(out))
}

// source is one parsed Go file.
type source struct {
	path      string // relative to the root
	generated bool
	file      *ast.File
	fset      *token.FileSet
}

func goSources(t *testing.T) []source {
	t.Helper()
	var out []source
	fset := token.NewFileSet()
	for _, path := range trackedFiles(t) {
		if !strings.HasSuffix(path, ".go") {
			continue
		}
		f, err := parser.ParseFile(fset, filepath.Join(root(t), path), nil, parser.ParseComments)
		if _, gone := err.(*fs.PathError); gone {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, source{path, ast.IsGenerated(f), f, fset})
	}
	if len(out) < 50 {
		t.Fatalf("only %d Go files found: the walk is broken", len(out))
	}
	return out
}
