package program

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// built is the batch program of these sources; package image keeps it between runs.
func built(t *testing.T) *image.Guest {
	t.Helper()
	g, where, err := Find(t.Context(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(where, "the source tree ") {
		t.Fatalf("the program is from %s", where)
	}
	return g
}

// away are options that find neither the source tree nor a cache.
func away(t *testing.T) Options {
	return Options{Dir: t.TempDir(), CacheDir: t.TempDir(), ChainDir: t.TempDir(), Go: "no-such-go"}
}

// TestFind: each place where the program can be is enough, and gives the locked program.
func TestFind(t *testing.T) {
	g, l := built(t), must(Lock())(t)
	if err := l.Check(g); err != nil {
		t.Fatalf("%v; when the change of the guest is intended: go test ./guest/stf -run Lock -args -update", err)
	}
	finds := func(o Options, where string) {
		t.Helper()
		if err := Check(o); err != nil {
			t.Error(err)
		}
		found, at, err := Find(t.Context(), o)
		if err != nil || !strings.Contains(at, where) || image.DigestOf(found.Image).String() != l.Digest {
			t.Errorf("from %q, want %q, %v", at, where, err)
		}
	}
	o := away(t)
	if err := Keep(o.ChainDir, g.Image); err != nil {
		t.Fatal(err)
	}
	finds(o, filepath.Join(o.ChainDir, File))
	before := must(os.Stat(filepath.Join(o.ChainDir, File)))(t)
	if err := Keep(o.ChainDir, g.Image); err != nil || !must(os.Stat(filepath.Join(o.ChainDir, File)))(t).ModTime().Equal(before.ModTime()) {
		t.Errorf("the program was written again, %v", err)
	}
	o = away(t)
	o.CacheDir = ""
	finds(o, "the cache")
}

// TestFindsNone: without a place, and with places that hold something else, the reason is said and nothing is given.
func TestFindsNone(t *testing.T) {
	g := built(t)
	other := *g.Image
	other.X[5]++
	file := func(name string, write func(name string) error) Options {
		o := away(t)
		if err := write(filepath.Join(o.ChainDir, name)); err != nil {
			t.Fatal(err)
		}
		return o
	}
	raw := func(change func([]byte) []byte) func(string) error {
		return func(name string) error {
			if err := image.WriteFile(name, g.Image); err != nil {
				return err
			}
			b, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			return os.WriteFile(name, change(b), 0o644)
		}
	}
	noDir := away(t)
	noDir.ChainDir = ""
	foreign := away(t)
	foreign.Go = ""
	if err := os.WriteFile(filepath.Join(foreign.Dir, "go.mod"), []byte("module example.org/other\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		o     Options
		words string
	}{
		"nothing":         {away(t), "does not have it as " + File},
		"no directory":    {noDir, "is in no source tree"},
		"another module":  {foreign, "is in no source tree"},
		"another version": {file(File, func(name string) error { return image.WriteFile(name, &other) }), "the program of another version"},
		"cut off":         {file(File, raw(func(b []byte) []byte { return b[:len(b)/2] })), "unexpected EOF"},
		"flipped":         {file(File, raw(func(b []byte) []byte { b[len(b)/2] ^= 1; return b })), File},
		"wrong sum":       {file(File, raw(func(b []byte) []byte { b[len(b)-8] ^= 1; return b })), "checksum"},
		"no image":        {file(File, func(name string) error { return os.WriteFile(name, []byte("batch program"), 0o644) }), "not an image file"},
		"a folder":        {file(File, func(name string) error { return os.Mkdir(name, 0o755) }), "directory"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := Check(c.o); !errors.Is(err, ErrNone) || !strings.Contains(err.Error(), c.words) {
				t.Errorf("Check: %v, want %q", err, c.words)
			}
			if found, where, err := Find(t.Context(), c.o); found != nil || !errors.Is(err, ErrNone) {
				t.Errorf("found in %s, %v", where, err)
			}
		})
	}
}

// TestKeep: only the program of this version is put into a chain's directory, where it takes the place of another's.
func TestKeep(t *testing.T) {
	g := built(t)
	dir := t.TempDir()
	other := *g.Image
	other.X[5]++
	if err := Keep(dir, &other); !errors.Is(err, image.ErrLock) {
		t.Errorf("another program is kept: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, File)); !errors.Is(err, os.ErrNotExist) {
		t.Error("it was written")
	}
	if err := image.WriteFile(filepath.Join(dir, File), &other); err != nil {
		t.Fatal(err)
	}
	if err := Keep(dir, g.Image); err != nil {
		t.Fatal(err)
	}
	if m := must(image.ReadFile(filepath.Join(dir, File)))(t); image.DigestOf(m) != image.DigestOf(g.Image) {
		t.Error("the program of another version stayed")
	}
	if err := Keep(filepath.Join(dir, "none"), g.Image); err == nil {
		t.Error("written into a directory that is not there")
	}
}

// TestEmbedded: a binary that was built with the tag finds the program in itself, without the go command, sources or a cache; one whose embedded image is another program refuses it.
func TestEmbedded(t *testing.T) {
	g := built(t)
	other := *g.Image
	other.X[5]++
	for name, c := range map[string]struct {
		image *rv64.Image
		words string
	}{"the program": {g.Image, "this binary " + g.Info.Digest}, "another": {&other, "the program of another version"}} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			packed, overlay, binary := filepath.Join(dir, File), filepath.Join(dir, "overlay.json"), filepath.Join(dir, "where")
			if err := image.WriteFile(packed, c.image); err != nil {
				t.Fatal(err)
			}
			here := must(filepath.Abs(File))(t)
			if err := os.WriteFile(overlay, []byte(`{"Replace": {"`+here+`": "`+packed+`"}}`), 0o644); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.CommandContext(t.Context(), "go", "build", "-overlay", overlay, "-tags", "ashlar_program", "-o", binary, "./testdata/where").CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			cmd := exec.CommandContext(t.Context(), binary)
			cmd.Dir, cmd.Env = dir, []string{"PATH=" + dir}
			if out, _ := cmd.CombinedOutput(); !strings.Contains(string(out), c.words) {
				t.Errorf("%q, want %q", out, c.words)
			}
		})
	}
}

func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
