package image

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// small is an image of three pages.
func small() *rv64.Image {
	page := func(addr uint64, b byte) rv64.ImagePage {
		return rv64.ImagePage{Addr: addr, Data: &[rv64.ImagePageBytes]byte{b}}
	}
	m := &rv64.Image{TextAddr: 0x10000, TextBytes: 64, PC: 0x10004}
	m.X[1], m.X[31] = 1, 1<<63
	m.Pages = []rv64.ImagePage{page(0x10000, 0x13), page(0x12000, 1), page(abi.StackTop-rv64.ImagePageBytes, 2)}
	return m
}

func TestFormat(t *testing.T) {
	m := small()
	name := filepath.Join(t.TempDir(), "x.image")
	if err := WriteFile(name, m); err != nil {
		t.Fatal(err)
	}
	got, err := ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(Encode(got), Encode(m)) || got.X != m.X || got.PC != m.PC || len(got.Pages) != 3 {
		t.Errorf("got %+v", got)
	}
	// The format is fixed: this digest changes only with FormatVersion or abi.Version.
	const want = "77578a3384e5a957ba961d10406be22be73d99c4782e81bb08c789f6de6a6423"
	if d := DigestOf(m).String(); d != want {
		t.Errorf("digest %s, want %s", d, want)
	}
	packed := name + ".gz"
	if err := WriteFile(packed, m); err != nil {
		t.Fatal(err)
	}
	if got, err = ReadFile(packed); err != nil || !bytes.Equal(Encode(got), Encode(m)) {
		t.Errorf("compressed and back: %+v, %v", got, err)
	}
	b, err := os.ReadFile(packed)
	if err != nil || len(b) >= len(Encode(m)) {
		t.Errorf("%d bytes compressed, %v", len(b), err)
	}
	for n := range b { // no part of a compressed file is an image
		if _, err := Read(bytes.NewReader(b[:n])); err == nil {
			t.Fatalf("the first %d of %d bytes are taken for an image", n, len(b))
		}
	}
	if _, err := ReadFile(filepath.Join(t.TempDir(), "none")); !os.IsNotExist(unwrap(err)) {
		t.Errorf("got %v", err)
	}
}

func unwrap(err error) error {
	for {
		u, ok := err.(interface{ Unwrap() error })
		if !ok {
			return err
		}
		err = u.Unwrap()
	}
}

func TestDecodeRejects(t *testing.T) {
	pageAt := func(i int) int { return headerBytes + i*pageBytes }
	put32 := func(b []byte, at int, v uint32) []byte { binary.LittleEndian.PutUint32(b[at:], v); return b }
	for want, damage := range map[string]func([]byte) []byte{
		"not an image file":        func(b []byte) []byte { b[0] = 'x'; return b },
		"format version 2":         func(b []byte) []byte { return put32(b, 8, 2) },
		"abi version 9":            func(b []byte) []byte { return put32(b, 12, 9) },
		"want 3 pages":             func(b []byte) []byte { return append(b, 0) },
		"16400 bytes of pages":     func(b []byte) []byte { return append(b, make([]byte, pageBytes)...) },
		"want 4294967295 pages":    func(b []byte) []byte { return put32(b, headerBytes-4, 1<<32-1) },
		"8200 bytes of pages":      func(b []byte) []byte { return b[:len(b)-pageBytes] },
		"outside the image region": func(b []byte) []byte { return put32(b, 16, 0x1000) },
		"pc 0x10005":               func(b []byte) []byte { b[32]++; return b },
		"out of order":             func(b []byte) []byte { return put32(b, pageAt(1), 0x10) },
		"outside the memory":       func(b []byte) []byte { return put32(b, pageAt(2), 0xfffff) },
		"is zero":                  func(b []byte) []byte { b[pageAt(1)+4] = 0; return b },
	} {
		if _, err := Decode(damage(Encode(small()))); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	full := Encode(small())
	for n := range full {
		if n > headerBytes && n%97 != 0 {
			continue
		}
		if _, err := Decode(full[:n]); err == nil {
			t.Errorf("accepted %d of %d bytes", n, len(full))
		}
	}
}

func FuzzDecode(f *testing.F) {
	b := Encode(small())
	f.Add(b)
	f.Add(b[:headerBytes])
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := Decode(b)
		if err != nil {
			return
		}
		if !bytes.Equal(Encode(m), b) {
			t.Fatal("accepted bytes are not the encoding")
		}
		if _, err := rv64.Load(m, nil); err != nil {
			t.Fatalf("decoded image does not load: %v", err)
		}
	})
}
