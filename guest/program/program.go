package program

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

const (
	module = "github.com/ashlar-labs/ashlar"
	// Package is the batch program.
	Package = module + "/guest/stf"
	// File is the program in a chain's directory, compressed.
	File = "program.img.gz"
	// LockFile pins the program, relative to the module.
	LockFile = "guest/program/image.lock"
)

//go:embed image.lock
var lock []byte

// ErrNone says that the program is nowhere.
var ErrNone = errors.New("the batch program is not at hand")

// Lock says which program belongs to this build.
func Lock() (image.Lock, error) { return image.ParseLock(lock) }

// Embedded says whether the program is in this binary.
func Embedded() bool { return len(embedded) > 0 }

// Options say where to look.
type Options struct {
	ChainDir string // a chain's directory; empty: none
	CacheDir string // of images that were built; empty: that of package image
	Dir      string // where the search for the source tree begins; empty: the working directory
	Go       string // the go command; empty: "go" in PATH
	Progress func(step string)
}

// found is a way to the program.
type found struct {
	where string
	load  func(context.Context) (*image.Guest, error)
}

// Check says whether Find would find something to load or to build; it builds nothing.
func Check(o Options) error {
	_, err := locate(&o)
	return err
}

// Find returns the program and where it was: in the binary, else built from the source tree that the working directory is in, else from the cache, else from the chain's directory.
func Find(ctx context.Context, o Options) (*image.Guest, string, error) {
	f, err := locate(&o)
	if err != nil {
		return nil, "", err
	}
	g, err := f.load(ctx)
	return g, f.where, err
}

func locate(o *Options) (*found, error) {
	l, err := Lock()
	if err != nil {
		return nil, err
	}
	if Embedded() {
		g, err := pinned(&l, func() (*rv64.Image, error) { return image.Read(bytes.NewReader(embedded)) })
		return at("this binary", g), err
	}
	if o.Go == "" {
		o.Go = "go"
	}
	if tree := sourceTree(o.Dir); tree != "" {
		if _, err := exec.LookPath(o.Go); err == nil {
			return &found{"the source tree " + tree, func(ctx context.Context) (*image.Guest, error) {
				return image.Build(ctx, image.Options{Package: Package, Dir: tree, CacheDir: o.CacheDir, Go: o.Go, Progress: o.Progress})
			}}, nil
		}
	}
	g, err := image.Cached(o.CacheDir, l.Digest)
	if err == nil {
		return at("the cache of images", g), nil
	}
	none := fmt.Errorf("%w: neither in this binary nor in the user's cache, and %s is in no source tree that it could be built from", ErrNone, cmp.Or(o.Dir, "the working directory"))
	if o.ChainDir == "" {
		return nil, none
	}
	name := filepath.Join(o.ChainDir, File)
	switch g, err = pinned(&l, func() (*rv64.Image, error) { return image.ReadFile(name) }); {
	case err == nil:
		return at(name, g), nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%w; %s does not have it as %s", none, o.ChainDir, File)
	}
	return nil, fmt.Errorf("%w; %s: %w", none, name, err)
}

func at(where string, g *image.Guest) *found {
	return &found{where, func(context.Context) (*image.Guest, error) { return g, nil }}
}

// pinned reads an image and refuses every program but the locked one.
func pinned(l *image.Lock, read func() (*rv64.Image, error)) (*image.Guest, error) {
	m, err := read()
	if err != nil {
		return nil, err
	}
	g := &image.Guest{Image: m, Info: image.Info{Package: l.Package, Toolchain: l.Toolchain, Flags: l.Flags, Overlay: l.Overlay, Digest: image.DigestOf(m).String()}}
	if g.Info.Digest != l.Digest {
		return nil, fmt.Errorf("%w: it is the program of another version, with digest %s; this version's is %s", image.ErrLock, g.Info.Digest, l.Digest)
	}
	return g, nil
}

// Keep writes the program into a chain's directory, so that whoever has the directory has the program. One that is there already stays; one of another version is replaced. A guest that
// is not the program of this version is refused with image.ErrLock.
func Keep(chainDir string, m *rv64.Image) error {
	l, err := Lock()
	if err != nil {
		return err
	}
	if d := image.DigestOf(m).String(); d != l.Digest {
		return fmt.Errorf("%w: the program in use has digest %s; this version's is %s", image.ErrLock, d, l.Digest)
	}
	name := filepath.Join(chainDir, File)
	if _, err := pinned(&l, func() (*rv64.Image, error) { return image.ReadFile(name) }); err == nil {
		return nil
	}
	return image.WriteFile(name, m)
}

// sourceTree is the root of the module's sources around a directory, empty when it is outside of them.
func sourceTree(dir string) string {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	for {
		if b, err := os.ReadFile(filepath.Join(dir, "go.mod")); err == nil {
			if moduleOf(b) == module {
				return dir
			}
			return ""
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// moduleOf is the path in a go.mod file.
func moduleOf(mod []byte) string {
	for lines := bufio.NewScanner(bytes.NewReader(mod)); lines.Scan(); {
		if fields := strings.Fields(lines.Text()); len(fields) >= 2 && fields[0] == "module" {
			return strings.Trim(fields[1], `"`)
		}
	}
	return ""
}
