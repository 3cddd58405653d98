package overlay

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func goroot(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// sources are the toolchain files that the edits touch.
func sources(t *testing.T) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	for _, e := range edits {
		b, err := os.ReadFile(filepath.Join(goroot(t), "src", e.file))
		if err != nil {
			t.Fatal(err)
		}
		m[e.file] = &fstest.MapFile{Data: b}
	}
	return m
}

func TestEditsMatchOnce(t *testing.T) {
	src := sources(t)
	for _, e := range edits {
		if n := strings.Count(string(src[e.file].Data), e.old); n != 1 {
			t.Errorf("%s: %q occurs %d times", e.file, e.old, n)
		}
	}
	files, err := Files(src)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range edits {
		if !strings.Contains(string(files[e.file]), e.new) {
			t.Errorf("%s lacks %q", e.file, e.new)
		}
	}
}

// TestDoctored: a source in which a text is missing or occurs twice is refused.
func TestDoctored(t *testing.T) {
	clean := sources(t)
	for _, e := range edits {
		for what, doctor := range map[string]func(string) string{
			"0 times": func(s string) string { return strings.Replace(s, e.old, "\n", 1) },
			"2 times": func(s string) string { return s + e.old },
		} {
			src := fstest.MapFS{}
			for name, f := range clean {
				src[name] = f
			}
			src[e.file] = &fstest.MapFile{Data: []byte(doctor(string(clean[e.file].Data)))}
			if _, err := Files(src); err == nil || !strings.Contains(err.Error(), "matches "+what) {
				t.Errorf("%s: %q: got %v, want %s", e.file, e.old, err, what)
			}
		}
	}
	delete(clean, "runtime/stack.go")
	if _, err := Files(clean); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing file: got %v", err)
	}
}

func TestCheckVersion(t *testing.T) {
	for _, v := range []string{GoVersion, GoVersion + " X:nodwarf5"} {
		if err := CheckVersion(v); err != nil {
			t.Error(err)
		}
	}
	for _, v := range []string{"", "go1.26.7", "go1.26", GoVersion + "0", "devel " + GoVersion} {
		if err := CheckVersion(v); !errors.Is(err, ErrToolchain) {
			t.Errorf("%q: got %v", v, err)
		}
	}
}

func TestWrite(t *testing.T) {
	files, err := Files(sources(t))
	if err != nil {
		t.Fatal(err)
	}
	dir, root := t.TempDir(), goroot(t)
	name, err := Write(dir, root, files)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var lay struct{ Replace map[string]string }
	if err := json.Unmarshal(b, &lay); err != nil {
		t.Fatal(err)
	}
	if len(lay.Replace) != len(files) {
		t.Errorf("%d replacements for %d files", len(lay.Replace), len(files))
	}
	for file, want := range files {
		got, err := os.ReadFile(lay.Replace[filepath.Join(root, "src", file)])
		if err != nil || string(got) != string(want) {
			t.Errorf("%s: %v", file, err)
		}
	}
	if _, err := os.Stat(filepath.Join(root, "src", addedFile)); err == nil {
		t.Errorf("%s exists in the toolchain", addedFile)
	}
	if _, err := Write("relative", root, files); err == nil {
		t.Error("relative directory accepted")
	}
}

func TestDigest(t *testing.T) {
	a := Digest(map[string][]byte{"a": {1}, "b": {2}})
	if b := Digest(map[string][]byte{"b": {2}, "a": {1}}); a != b {
		t.Errorf("digest depends on order")
	}
	for _, other := range []map[string][]byte{{"a": {1}}, {"a": {2}, "b": {1}}, {"a": {1}, "c": {2}}} {
		if Digest(other) == a {
			t.Errorf("%v has the same digest", other)
		}
	}
}
