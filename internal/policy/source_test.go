package policy

import (
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const (
	maxFileLines = 500
	maxFuncLines = 80
)

// exempt lists what may be longer, with the reason.
var exempt = map[string]string{
	"zkvm/rv64/run.go:Run": "the interpreter's dispatch loop: one switch keeps program counter and registers in machine registers",
}

func TestPackageDocs(t *testing.T) {
	docs, seen := map[string]int{}, map[string]bool{}
	for _, s := range goSources(t) {
		if strings.HasSuffix(s.path, "_test.go") {
			continue
		}
		dir := filepath.Dir(s.path)
		seen[dir] = seen[dir] || !s.generated
		if s.file.Doc != nil && strings.TrimSpace(s.file.Doc.Text()) != "" {
			docs[dir]++
			if want := "Package " + s.file.Name.Name; s.file.Name.Name != "main" && !strings.HasPrefix(s.file.Doc.Text(), want) {
				t.Errorf("%s: the package comment does not start with %q", s.path, want)
			}
		}
	}
	for dir, handWritten := range seen {
		if handWritten && docs[dir] != 1 {
			t.Errorf("%s: %d package comments, want 1", dir, docs[dir])
		}
	}
}

func TestSizes(t *testing.T) {
	for _, s := range goSources(t) {
		if s.generated {
			continue
		}
		if n := s.fset.Position(s.file.End()).Line; n > maxFileLines && exempt[s.path] == "" {
			t.Errorf("%s: %d lines, at most %d", s.path, n, maxFileLines)
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Body == nil {
				continue
			}
			key := s.path + ":" + f.Name.Name
			if n := s.fset.Position(f.End()).Line - s.fset.Position(f.Pos()).Line; n > maxFuncLines && exempt[key] == "" {
				t.Errorf("%s: %d lines, at most %d", key, n, maxFuncLines)
			}
		}
	}
}

func TestExemptionsAreUsed(t *testing.T) {
	for key := range exempt {
		path, _, _ := strings.Cut(key, ":")
		if _, err := os.Stat(filepath.Join(root(t), path)); err != nil {
			t.Errorf("exemption of %s, which is not there", key)
		}
	}
}

// banned are package names that say nothing and paths that exist on one machine only.
var (
	bannedPackages = regexp.MustCompile(`(^|/)(utils?|common|helpers?|manager|legacy|misc|v2)$`)
	bannedText     = regexp.MustCompile(`(^|[^.\w])/(work|root|home/[a-z]+)/`)
	unfinished     = regexp.MustCompile(`\b(TODO|FIXME|XXX)\b`)
)

func TestWords(t *testing.T) {
	for _, s := range goSources(t) {
		if dir := filepath.Dir(s.path); bannedPackages.MatchString(dir) {
			t.Errorf("%s: the package name says nothing", dir)
		}
	}
	text := map[string]bool{".go": true, ".sol": true, ".md": true, ".js": true, ".mjs": true, ".ts": true, ".json": true, ".toml": true, ".s": true, "": true}
	for _, path := range trackedFiles(t) {
		if !text[filepath.Ext(path)] || path == "internal/policy/source_test.go" {
			continue
		}
		b, err := os.ReadFile(filepath.Join(root(t), path))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(b), "\n") {
			if bannedText.MatchString(line) {
				t.Errorf("%s:%d: a path of one machine", path, i+1)
			}
			if unfinished.MatchString(line) && filepath.Ext(path) != ".json" {
				t.Errorf("%s:%d: unfinished work without a tracked reason", path, i+1)
			}
		}
	}
}
