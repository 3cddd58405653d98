package image

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/guest/overlay"
	"github.com/ashlar-labs/ashlar/internal/file"
)

// listed is what `go list` tells about a package.
type listed struct {
	ImportPath, Dir         string
	Standard                bool
	GoFiles, SFiles, HFiles []string
	EmbedFiles              []string
	Module                  *module
	DepOnly                 bool
}

type module struct {
	Path, Version, Sum string
	Replace            *module
}

// sourceKey names everything that shapes the image: toolchain, flags, overlay, and
// the sources of all packages. Released modules count by version and sum, others by
// the content of their files.
func (t *toolchain) sourceKey(ctx context.Context, pkg string) (string, error) {
	out, err := t.run(ctx, "list", "-deps", "-tags="+BuildTag, "-json=ImportPath,Dir,Standard,GoFiles,SFiles,HFiles,"+
		"EmbedFiles,Module,DepOnly", "--", pkg)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	fmt.Fprintf(h, "%d %d %d %s %q %q %s %s\n", buildVersion, FormatVersion, abi.Version, t.version, flags(), target,
		overlay.Digest(t.files), t.importPath)
	dec := json.NewDecoder(bytes.NewReader(out))
	for {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return hex.EncodeToString(h.Sum(nil)), nil
		} else if err != nil {
			return "", fmt.Errorf("image: go list: %w", err)
		}
		if err := p.hash(h); err != nil {
			return "", err
		}
	}
}

func (p *listed) hash(h io.Writer) error {
	if p.Standard {
		return nil // the toolchain's version says it
	}
	fmt.Fprintln(h, p.ImportPath)
	if m := p.Module; m != nil && m.Version != "" && m.Replace == nil {
		fmt.Fprintln(h, m.Path, m.Version, m.Sum)
		return nil
	}
	names := slices.Concat(p.GoFiles, p.SFiles, p.HFiles, p.EmbedFiles)
	if !p.DepOnly {
		names = append(names, "default.pgo")
	}
	for _, name := range names {
		b, err := os.ReadFile(filepath.Join(p.Dir, name))
		if errors.Is(err, os.ErrNotExist) && name == "default.pgo" {
			continue
		}
		if err != nil {
			return fmt.Errorf("image: %w", err)
		}
		fmt.Fprintf(h, "%s %x\n", name, sha256.Sum256(b))
	}
	return nil
}

// The cache holds three files per key. info.json is written last and names the
// digest, so a half-written entry is not an entry.

func readCache(dir, key string) (*Guest, error) {
	base := filepath.Join(dir, key)
	g := &Guest{}
	b, err := os.ReadFile(base + ".info.json")
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(b, &g.Info); err != nil {
		return nil, err
	}
	if g.Image, err = ReadFile(base + ".image"); err != nil {
		return nil, err
	}
	if d := DigestOf(g.Image).String(); d != g.Info.Digest {
		return nil, fmt.Errorf("image: cached image has digest %s, want %s", d, g.Info.Digest)
	}
	b, err = os.ReadFile(base + ".symbols.json")
	if err != nil {
		return nil, err
	}
	return g, json.Unmarshal(b, &g.Symbols)
}

func writeCache(dir, key string, g *Guest) error {
	base := filepath.Join(dir, key)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("image: cache: %w", err)
	}
	symbols, err := json.Marshal(g.Symbols)
	if err != nil {
		return fmt.Errorf("image: cache: %w", err)
	}
	info, err := json.Marshal(g.Info)
	if err != nil {
		return fmt.Errorf("image: cache: %w", err)
	}
	if err := file.Write(base+".image", Encode(g.Image)); err != nil {
		return fmt.Errorf("image: cache: %w", err)
	}
	if err := file.Write(base+".symbols.json", symbols); err != nil {
		return fmt.Errorf("image: cache: %w", err)
	}
	if err := file.Write(base+".info.json", info); err != nil {
		return fmt.Errorf("image: cache: %w", err)
	}
	return prune(dir)
}

// keepImages bounds the cache; an image with geth in it is 10 MB.
const keepImages = 16

// prune removes the oldest entries. An entry that another process is reading at
// this moment is built anew by it.
func prune(dir string) error {
	names, err := filepath.Glob(filepath.Join(dir, "*.info.json"))
	if err != nil {
		return fmt.Errorf("image: cache: %w", err)
	}
	age := func(name string) time.Time {
		if fi, err := os.Stat(name); err == nil {
			return fi.ModTime()
		}
		return time.Time{} // removed by another process
	}
	slices.SortFunc(names, func(a, b string) int { return age(b).Compare(age(a)) })
	for _, name := range names[min(keepImages, len(names)):] {
		base := strings.TrimSuffix(name, ".info.json")
		for _, ext := range []string{".info.json", ".image", ".symbols.json", ".lock"} {
			if err := os.Remove(base + ext); err != nil && !errors.Is(err, os.ErrNotExist) {
				return fmt.Errorf("image: cache: %w", err)
			}
		}
	}
	return nil
}

// Cached returns an image with this digest that was built before and is in the cache; an empty dir means that of the user. Without one the error is fs.ErrNotExist.
func Cached(dir, digest string) (*Guest, error) {
	o := Options{Package: digest, CacheDir: dir}
	if err := o.Check(); err != nil {
		return nil, err
	}
	names, err := filepath.Glob(filepath.Join(o.CacheDir, "*.info.json"))
	if err != nil {
		return nil, fmt.Errorf("image: cache: %w", err)
	}
	for _, name := range names {
		var info Info
		if b, err := os.ReadFile(name); err != nil || json.Unmarshal(b, &info) != nil || info.Digest != digest {
			continue
		}
		if g, err := readCache(o.CacheDir, strings.TrimSuffix(filepath.Base(name), ".info.json")); err == nil {
			return g, nil
		}
	}
	return nil, fmt.Errorf("image: cache %s: digest %s: %w", o.CacheDir, digest, fs.ErrNotExist)
}
