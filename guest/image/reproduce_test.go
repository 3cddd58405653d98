//go:build reproduce

package image

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// TestReproducible builds the same program twice from nothing, in different
// directories, with different build caches, temporary directories and environments.
// It compiles the standard library twice: go test -tags reproduce.
func TestReproducible(t *testing.T) {
	var digests []string
	for i, home := range []string{t.TempDir(), filepath.Join(t.TempDir(), "deeper", "still")} {
		t.Run("", func(t *testing.T) {
			t.Setenv("GOCACHE", filepath.Join(home, "gocache"))
			t.Setenv("TMPDIR", filepath.Join(home, "tmp"))
			t.Setenv("LANG", []string{"C", "de_DE.UTF-8"}[i])
			t.Setenv("GOFLAGS", []string{"", "-gcflags=-N"}[i])
			if err := os.MkdirAll(filepath.Join(home, "tmp"), 0o755); err != nil {
				t.Fatal(err)
			}
			g, err := Build(context.Background(), Options{Package: "./prog", Dir: module1(t), NoCache: true})
			if err != nil {
				t.Fatal(err)
			}
			digests = append(digests, g.Info.Digest)
		})
	}
	if len(digests) != 2 || digests[0] != digests[1] {
		t.Errorf("digests differ: %v", digests)
	}
}
