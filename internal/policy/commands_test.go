package policy

import (
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	testCommand   = regexp.MustCompile("go test ([^`#\n]*)")
	binaryCommand = regexp.MustCompile("`ashlar ([a-z][a-z-]*)")
	commandName   = regexp.MustCompile(`Use:\s+"([a-z-]+)`)
	testName      = regexp.MustCompile(`^(Test|Benchmark|Fuzz|Example)`)
)

// testsOf are the names of tests, benchmarks, fuzz targets and examples by folder.
func testsOf(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for _, s := range goSources(t) {
		if !strings.HasSuffix(s.path, "_test.go") {
			continue
		}
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && testName.MatchString(f.Name.Name) {
				dir := filepath.Dir(s.path)
				out[dir] = append(out[dir], f.Name.Name)
			}
		}
	}
	return out
}

// words splits a command of a document as a shell does, as far as documents go: blanks, quotes, and | that a table escapes.
func words(command string) (out []string) {
	word, quote, open := "", rune(0), false
	for _, c := range strings.ReplaceAll(command, `\|`, "|") {
		switch {
		case quote != 0 && c == quote:
			quote = 0
		case quote != 0:
			word += string(c)
		case c == '\'' || c == '"':
			quote, open = c, true
		case c == ' ':
			if word != "" || open {
				out = append(out, word)
			}
			word, open = "", false
		default:
			word += string(c)
		}
	}
	if word != "" || open {
		out = append(out, word)
	}
	return out
}

// TestCommandsInDocs wants a test for every alternative of every `go test … -run` and -bench in the documents, and a command for every `ashlar …`.
func TestCommandsInDocs(t *testing.T) {
	tests, commands := testsOf(t), map[string]bool{"help": true}
	for _, s := range goSources(t) {
		if filepath.Dir(s.path) == "cmd/ashlar" {
			text, err := os.ReadFile(filepath.Join(root(t), s.path))
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range commandName.FindAllStringSubmatch(string(text), -1) {
				commands[m[1]] = true
			}
		}
	}
	checked := 0
	for _, path := range trackedFiles(t) {
		if filepath.Ext(path) != ".md" {
			continue
		}
		text, err := os.ReadFile(filepath.Join(root(t), path))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range testCommand.FindAllStringSubmatch(string(text), -1) {
			checked++
			checkCommand(t, path, m[1], tests)
		}
		for _, m := range binaryCommand.FindAllStringSubmatch(string(text), -1) {
			if !commands[m[1]] {
				t.Errorf("%s: there is no command `ashlar %s`", path, m[1])
			}
		}
	}
	if checked < 50 {
		t.Errorf("%d commands of tests in the documents", checked)
	}
}

func checkCommand(t *testing.T, path, command string, tests map[string][]string) {
	t.Helper()
	var names, patterns []string
	fields := words(command)
	for i, f := range fields {
		switch {
		case strings.HasPrefix(f, "./"):
			pkg := strings.TrimRight(filepath.Clean(f), ".,;:)")
			if prefix, all := strings.CutSuffix(filepath.Clean(f), "/..."); all {
				for dir, of := range tests {
					if dir == prefix || strings.HasPrefix(dir, prefix+"/") {
						names = append(names, of...)
					}
				}
			} else {
				names = append(names, tests[pkg]...)
			}
		case (f == "-run" || f == "-bench") && i+1 < len(fields):
			for _, alternative := range alternatives(fields[i+1]) {
				if first, _, _ := strings.Cut(alternative, "/"); !slices.Contains([]string{"xxx", "^$", ".", "$^"}, first) {
					patterns = append(patterns, first)
				}
			}
		}
	}
	if len(names) == 0 && strings.Contains(command, "./") && !strings.Contains(command, "./...") {
		t.Errorf("%s: no tests in the packages of: go test %s", path, command)
	}
	for _, p := range patterns {
		r, err := regexp.Compile(strings.TrimRight(p, ".,;:"))
		if err != nil {
			t.Errorf("%s: go test %s: %v", path, command, err)
		} else if len(names) > 0 && !slices.ContainsFunc(names, func(n string) bool { return r.MatchString(n) || r.MatchString(testName.ReplaceAllString(n, "")) }) {
			t.Errorf("%s: no test matches %q of: go test %s", path, p, command)
		}
	}
}

// alternatives splits a pattern at | outside of parentheses.
func alternatives(pattern string) (out []string) {
	depth, last := 0, 0
	for i, c := range pattern {
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		case '|':
			if depth == 0 {
				out, last = append(out, pattern[last:i]), i+1
			}
		}
	}
	return append(out, pattern[last:])
}

func TestWordsOfCommands(t *testing.T) {
	for command, want := range map[string][]string{
		`./e2e -run 'A\|B' -v`: {"./e2e", "-run", "A|B", "-v"}, `./x  -run '' "a b"`: {"./x", "-run", "", "a b"}, "": nil,
	} {
		if got := words(command); !slices.Equal(got, want) {
			t.Errorf("%q: %q", command, got)
		}
	}
	if got := alternatives("A|B(c|d)|E"); !slices.Equal(got, []string{"A", "B(c|d)", "E"}) {
		t.Errorf("%q", got)
	}
}
