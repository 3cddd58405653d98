// Package overlay derives from the pinned Go toolchain the runtime a guest needs:
// one hart, one thread, no garbage collector, no floating point after start-up,
// no clock, and memory in the fixed regions of guest/abi.
//
// In: the toolchain's own source files. Out: a directory with edited copies and
// the JSON file that `go build -overlay` reads. Every edit replaces a text that
// must occur exactly once; a toolchain other than [GoVersion] is refused. So a
// Go upgrade fails loudly here instead of changing the guest silently.
//
// Not checked here: that the edited runtime behaves (guest/image runs it).
package overlay

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// GoVersion is the toolchain whose runtime the edits were written against.
const GoVersion = "go1.26.8"

// ErrToolchain reports a toolchain other than the pinned one.
var ErrToolchain = errors.New("toolchain is not the pinned one")

// Files returns the edited and added runtime sources, by path relative to
// GOROOT/src, from the toolchain sources in src (the tree at GOROOT/src).
func Files(src fs.FS) (map[string][]byte, error) {
	text := map[string]string{}
	for _, e := range edits {
		cur, ok := text[e.file]
		if !ok {
			b, err := fs.ReadFile(src, e.file)
			if err != nil {
				return nil, fmt.Errorf("overlay: %w", err)
			}
			cur = string(b)
		}
		next, err := e.apply(cur)
		if err != nil {
			return nil, err
		}
		text[e.file] = next
	}
	out := map[string][]byte{addedFile: []byte(addedSource()), addedAssembly: []byte(newobjectSource())}
	for name, s := range text {
		out[name] = []byte(s)
	}
	return out, nil
}

// CheckVersion compares `go env GOVERSION` with the pin.
func CheckVersion(version string) error {
	if v, _, _ := strings.Cut(version, " "); v != GoVersion {
		return fmt.Errorf("overlay: %w: have %q, want %q", ErrToolchain, version, GoVersion)
	}
	return nil
}

// Digest names the content of the overlay.
func Digest(files map[string][]byte) string {
	h := sha256.New()
	for _, name := range sortedNames(files) {
		sum := sha256.Sum256(files[name])
		fmt.Fprintf(h, "%s %x\n", name, sum)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Write puts the overlay for the toolchain at goroot into dir and returns the
// path of the JSON file. Both must be absolute, as `go build` demands.
func Write(dir, goroot string, files map[string][]byte) (string, error) {
	if !filepath.IsAbs(dir) || !filepath.IsAbs(goroot) {
		return "", fmt.Errorf("overlay: paths must be absolute: %q, %q", dir, goroot)
	}
	replace := map[string]string{}
	for name, b := range files {
		// One flat directory per package keeps base names unique and readable.
		to := filepath.Join(dir, filepath.FromSlash(path.Dir(name)), path.Base(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return "", fmt.Errorf("overlay: %w", err)
		}
		if err := os.WriteFile(to, b, 0o644); err != nil {
			return "", fmt.Errorf("overlay: %w", err)
		}
		replace[filepath.Join(goroot, "src", filepath.FromSlash(name))] = to
	}
	b, err := json.MarshalIndent(map[string]any{"Replace": replace}, "", " ")
	if err != nil {
		return "", fmt.Errorf("overlay: %w", err)
	}
	name := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(name, b, 0o644); err != nil {
		return "", fmt.Errorf("overlay: %w", err)
	}
	return name, nil
}

func sortedNames(files map[string][]byte) []string {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
