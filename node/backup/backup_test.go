package backup

import (
	"archive/tar"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestReadRefuses: a stream decides neither where files go nor what they are. Nothing is left of one that is refused.
func TestReadRefuses(t *testing.T) {
	for _, h := range []tar.Header{
		{Name: "../outside", Typeflag: tar.TypeReg}, {Name: "/absolute", Typeflag: tar.TypeReg}, {Name: "chain/../../outside", Typeflag: tar.TypeReg},
		{Name: "link", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"}, {Name: "device", Typeflag: tar.TypeChar},
		{Name: "file", Typeflag: tar.TypeReg}, // no manifest
	} {
		var b bytes.Buffer
		w := tar.NewWriter(&b)
		if err := errors.Join(w.WriteHeader(&h), w.Close()); err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		to := filepath.Join(dir, "in", "backup")
		if _, err := Read(&b, to); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v, want ErrDamaged", h.Name, err)
		}
		for _, path := range []string{to, to + ".partial", filepath.Join(dir, "in", "outside"), filepath.Join(dir, "outside")} {
			if _, err := os.Lstat(path); err == nil {
				t.Errorf("%s: left %s", h.Name, path)
			}
		}
	}
}

// TestClean removes the scratch folders, and nothing else.
func TestClean(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{scratchPrefix + "123/chain", "chain", "blobs"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := Clean(dir); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 2 {
		t.Errorf("left: %v, %v", left, err)
	}
}
