package image

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ashlar-labs/ashlar/guest/overlay"
	"github.com/ashlar-labs/ashlar/zkvm/rv64/linux"
)

// buildVersion changes when the same sources must be built anew: a change of this
// package or of zkvm/rv64/linux that shows in images.
const buildVersion = 2

// Options say what to build and where.
type Options struct {
	// Package is a main package: an import path, or a path relative to Dir.
	Package string
	// Dir is a directory of the module; empty means the working directory.
	Dir string
	// CacheDir holds built images; empty means "ashlar/guest" in the user's cache.
	CacheDir string
	// NoCache neither reads nor writes the cache of images.
	NoCache bool
	// Go is the go command; empty means "go" in PATH.
	Go string
	// Progress, if set, is told each step as it begins.
	Progress func(step string)
}

// Check completes the defaults.
func (o *Options) Check() error {
	if o.Package == "" {
		return errors.New("image: no package given")
	}
	if o.Go == "" {
		o.Go = "go"
	}
	if o.Progress == nil {
		o.Progress = func(string) {}
	}
	if o.CacheDir == "" && !o.NoCache {
		dir, err := os.UserCacheDir()
		if err != nil {
			return fmt.Errorf("image: cache directory: %w", err)
		}
		o.CacheDir = filepath.Join(dir, "ashlar", "guest")
	}
	return nil
}

// Build returns the guest of a package, from the cache if nothing changed.
func Build(ctx context.Context, o Options) (*Guest, error) {
	if err := o.Check(); err != nil {
		return nil, err
	}
	t, err := newToolchain(ctx, o)
	if err != nil {
		return nil, err
	}
	if o.NoCache {
		return t.build(ctx, o)
	}
	o.Progress("reading sources")
	key, err := t.sourceKey(ctx, o.Package)
	if err != nil {
		return nil, err
	}
	if g, err := readCache(o.CacheDir, key); err == nil {
		return g, nil
	}
	unlock, err := lockKey(ctx, o.CacheDir, key)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if g, err := readCache(o.CacheDir, key); err == nil {
		return g, nil // another process built it meanwhile
	}
	g, err := t.build(ctx, o)
	if err != nil {
		return nil, err
	}
	return g, writeCache(o.CacheDir, key, g)
}

func (t *toolchain) build(ctx context.Context, o Options) (*Guest, error) {
	tmp, err := os.MkdirTemp("", "ashlar-guest-")
	if err != nil {
		return nil, fmt.Errorf("image: %w", err)
	}
	defer os.RemoveAll(tmp)
	o.Progress("compiling " + o.Package)
	file, err := t.compile(ctx, tmp, o.Package)
	if err != nil {
		return nil, err
	}
	start, symbols, err := FromELF(file)
	if err != nil {
		return nil, err
	}
	substituted, err := applySubstitutes(start, symbols)
	if err != nil {
		return nil, err
	}
	undecoded, err := scan(start, symbols)
	if err != nil {
		return nil, fmt.Errorf("image: %w", err)
	}
	o.Progress("running package initialisation")
	boot, err := linux.Start(ctx, start, symbols)
	if err != nil {
		return nil, fmt.Errorf("image: %w", err)
	}
	return &Guest{Image: boot.Image, Symbols: symbols, Info: Info{
		Package:        t.importPath,
		Toolchain:      t.version,
		Flags:          flags(),
		Overlay:        overlay.Digest(t.files),
		Digest:         DigestOf(boot.Image).String(),
		BootCycles:     boot.Cycles,
		BootFloats:     boot.Floats,
		UndecodedWords: undecoded,
		Substituted:    substituted,
	}}, nil
}
