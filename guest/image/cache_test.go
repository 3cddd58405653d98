package image

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// TestCache: a second build reads the cache; a damaged entry is built anew; a
// changed source has another key.
func TestCache(t *testing.T) {
	dir := module1(t)
	compiled := 0
	o := Options{Package: "./prog", Dir: dir, CacheDir: filepath.Join(t.TempDir(), "cache"), Progress: func(step string) {
		if strings.HasPrefix(step, "compiling") {
			compiled++
		}
	}}
	build := func(want int) string {
		t.Helper()
		g, err := Build(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		if compiled != want {
			t.Fatalf("compiled %d times, want %d", compiled, want)
		}
		if len(g.Symbols) == 0 || DigestOf(g.Image).String() != g.Info.Digest {
			t.Fatalf("%d symbols, digest %s", len(g.Symbols), g.Info.Digest)
		}
		return g.Info.Digest
	}
	first := build(1)
	if build(1) != first {
		t.Error("the cached image differs")
	}
	names, err := filepath.Glob(filepath.Join(o.CacheDir, "*.image"))
	if err != nil || len(names) != 1 {
		t.Fatal(names, err)
	}
	b, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)-1] ^= 1
	write(t, names[0], string(b))
	if build(2) != first {
		t.Error("the rebuilt image differs")
	}
	write(t, filepath.Join(dir, "prog", "main.go"), strings.Replace(program1, "{}", "{1}", 1))
	if build(3) == first {
		t.Error("a changed source gives the same image")
	}
}

// TestCacheConcurrent: builds that start together compile once.
func TestCacheConcurrent(t *testing.T) {
	var compiled atomic.Int32
	o := Options{Package: "./prog", Dir: module1(t), CacheDir: t.TempDir(), Progress: func(step string) {
		if strings.HasPrefix(step, "compiling") {
			compiled.Add(1)
		}
	}}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			if _, err := Build(context.Background(), o); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if n := compiled.Load(); n != 1 {
		t.Errorf("compiled %d times", n)
	}
}

// TestPrune: the oldest entries go, with all their files.
func TestPrune(t *testing.T) {
	dir := t.TempDir()
	for i := range keepImages + 2 {
		g := locked()
		g.Image.X[5] = uint64(i)
		g.Info.Digest = DigestOf(g.Image).String()
		key := string(rune('a' + i))
		if err := writeCache(dir, key, g); err != nil {
			t.Fatal(err)
		}
		old := time.Now().Add(time.Duration(i-100) * time.Hour)
		if err := os.Chtimes(filepath.Join(dir, key+".info.json"), old, old); err != nil {
			t.Fatal(err)
		}
	}
	if err := prune(dir); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 3*keepImages {
		t.Errorf("%d files, %v", len(files), err)
	}
	if _, err := readCache(dir, "a"); !os.IsNotExist(err) {
		t.Errorf("the oldest entry is there: %v", err)
	}
	if _, err := readCache(dir, string(rune('a'+keepImages+1))); err != nil {
		t.Errorf("the newest entry: %v", err)
	}
}

const program1 = `package main

import "github.com/ashlar-labs/ashlar/guest"

func main() { guest.Main(func([]byte) [32]byte { return [32]byte{} }) }
`

// module1 is a copy of the guest packages as a module of its own, with a program.
func module1(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module github.com/ashlar-labs/ashlar\n\ngo 1.26.8\n")
	for _, pkg := range []string{"guest", "guest/abi"} {
		if err := os.MkdirAll(filepath.Join(dir, pkg), 0o755); err != nil {
			t.Fatal(err)
		}
		from := filepath.Join("..", "..", pkg)
		entries, err := os.ReadDir(from)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if ext := filepath.Ext(e.Name()); (ext == ".go" || ext == ".s") && !strings.HasSuffix(e.Name(), "_test.go") {
				b, err := os.ReadFile(filepath.Join(from, e.Name()))
				if err != nil {
					t.Fatal(err)
				}
				write(t, filepath.Join(dir, pkg, e.Name()), string(b))
			}
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, "prog"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "prog", "main.go"), program1)
	return dir
}
