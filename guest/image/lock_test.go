package image

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

func locked() *Guest {
	g := &Guest{Image: small(), Info: Info{Package: "p", Toolchain: "go1", Flags: []string{"-a", "-b"}, Overlay: "o"}}
	g.Info.Digest = DigestOf(g.Image).String()
	return g
}

func TestLock(t *testing.T) {
	name := filepath.Join(t.TempDir(), "image.lock")
	if changed, err := UpdateLock(name, locked()); !changed || err != nil {
		t.Fatal(changed, err)
	}
	if changed, err := UpdateLock(name, locked()); changed || err != nil {
		t.Fatal("an equal lock was written again", err)
	}
	l, err := ReadLock(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Check(locked()); err != nil {
		t.Error(err)
	}
	for want, change := range map[string]func(*Guest){
		"package is q":         func(g *Guest) { g.Info.Package = "q" },
		"toolchain is go2":     func(g *Guest) { g.Info.Toolchain = "go2" },
		`flags is ["-a"]`:      func(g *Guest) { g.Info.Flags = g.Info.Flags[:1] },
		"runtime overlay is x": func(g *Guest) { g.Info.Overlay = "x" },
		"digest is 00":         func(g *Guest) { g.Info.Digest = "00" },
		"image has digest":     func(g *Guest) { g.Image.PC += 4 },
	} {
		g := locked()
		change(g)
		if err := l.Check(g); !errors.Is(err, ErrLock) || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	g := locked()
	g.Image.X[5]++
	g.Info.Digest = DigestOf(g.Image).String()
	if changed, err := UpdateLock(name, g); !changed || err != nil {
		t.Fatal(changed, err)
	}
	if l, err = ReadLock(name); err != nil || l.Check(g) != nil {
		t.Error(err)
	}
}

func TestReadLockRejects(t *testing.T) {
	good := `{"package":"p","toolchain":"t","flags":[],"overlay":"o","digest":"` + strings.Repeat("0", 64) + `"}`
	name := filepath.Join(t.TempDir(), "image.lock")
	write(t, name, good)
	if _, err := ReadLock(name); err != nil {
		t.Fatal(err)
	}
	for want, text := range map[string]string{
		"unknown field": strings.Replace(good, "package", "packet", 1),
		"incomplete":    strings.Replace(good, "00", "0", 1),
		"unexpected":    good[:20],
		"EOF":           "",
	} {
		write(t, name, text)
		if _, err := ReadLock(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	if _, err := ReadLock(name + ".none"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestLoadSymbols(t *testing.T) {
	g := locked()
	g.Symbols = rv64.Symbols{{Addr: 0x10000, Bytes: 8, Name: "f"}, {Addr: 0x10010, Bytes: 4, Name: "g"}}
	p, err := g.Load()
	if err != nil {
		t.Fatal(err)
	}
	for addr, want := range map[uint64]string{0: "", 0x10000: "f", 0x10007: "f", 0x10008: "", 0x10010: "g", 0x10014: ""} {
		if got := p.Symbols().Find(addr); got != want {
			t.Errorf("%#x is in %q, want %q", addr, got, want)
		}
	}
}
