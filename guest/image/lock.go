package image

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/ashlar-labs/ashlar/internal/file"
)

// ErrLock reports a guest that is not the one its lock file pins.
var ErrLock = errors.New("guest differs from image.lock")

// Lock is the content of an image.lock file: what a guest must be built from and
// what must come out.
type Lock struct {
	Package   string   `json:"package"`
	Toolchain string   `json:"toolchain"`
	Flags     []string `json:"flags"`
	Overlay   string   `json:"overlay"`
	Digest    string   `json:"digest"`
}

// LockOf returns the lock of a guest.
func LockOf(g *Guest) Lock {
	i := g.Info
	return Lock{Package: i.Package, Toolchain: i.Toolchain, Flags: i.Flags, Overlay: i.Overlay, Digest: i.Digest}
}

// Check compares a guest with the lock; the first difference that explains the
// others is named.
func (l Lock) Check(g *Guest) error {
	have := LockOf(g)
	for _, c := range []struct {
		what       string
		want, have string
	}{
		{"package", l.Package, have.Package},
		{"toolchain", l.Toolchain, have.Toolchain},
		{"flags", fmt.Sprintf("%q", l.Flags), fmt.Sprintf("%q", have.Flags)},
		{"runtime overlay", l.Overlay, have.Overlay},
		{"digest", l.Digest, have.Digest},
	} {
		if c.want != c.have {
			return fmt.Errorf("%w: %s is %s, locked is %s", ErrLock, c.what, c.have, c.want)
		}
	}
	if d := DigestOf(g.Image).String(); d != l.Digest {
		return fmt.Errorf("%w: image has digest %s, locked is %s", ErrLock, d, l.Digest)
	}
	return nil
}

// ReadLock reads a lock file.
func ReadLock(name string) (Lock, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return Lock{}, fmt.Errorf("image lock: %w", err)
	}
	l, err := ParseLock(b)
	if err != nil {
		return Lock{}, fmt.Errorf("%s: %w", name, err)
	}
	return l, nil
}

// ParseLock reads the content of a lock file. Unknown fields are refused.
func ParseLock(b []byte) (l Lock, err error) {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&l); err != nil {
		return Lock{}, fmt.Errorf("image lock: %w", err)
	}
	if len(l.Digest) != 64 || l.Package == "" || l.Toolchain == "" {
		return Lock{}, errors.New("image lock: incomplete")
	}
	return l, nil
}

// UpdateLock writes the lock of a guest. It reports whether the file changed.
func UpdateLock(name string, g *Guest) (bool, error) {
	l := LockOf(g)
	if old, err := ReadLock(name); err == nil && slices.Equal(old.Flags, l.Flags) && old.Check(g) == nil {
		return false, nil
	}
	b, err := json.MarshalIndent(l, "", "  ")
	if err != nil {
		return false, fmt.Errorf("image lock: %w", err)
	}
	return true, file.Write(name, append(b, '\n'))
}
