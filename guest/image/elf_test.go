package image

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// segment is a program header with its content.
type segment struct {
	kind, flags uint32
	addr        uint64
	data        []byte
}

// bareELF writes an executable without sections.
func bareELF(entry uint64, segments ...segment) []byte {
	le := binary.LittleEndian
	b := append([]byte{0x7f, 'E', 'L', 'F', 2, 1, 1}, make([]byte, 9)...)
	b = le.AppendUint16(b, 2)
	b = le.AppendUint16(b, 243)
	b = le.AppendUint32(b, 1)
	for _, v := range []uint64{entry, 64, 0} {
		b = le.AppendUint64(b, v)
	}
	b = le.AppendUint32(b, 0)
	for _, v := range []uint16{64, 56, uint16(len(segments)), 64, 0, 0} {
		b = le.AppendUint16(b, v)
	}
	at := uint64(64 + 56*len(segments))
	for _, s := range segments {
		b = le.AppendUint32(b, s.kind)
		b = le.AppendUint32(b, s.flags)
		for _, v := range []uint64{at, s.addr, s.addr, uint64(len(s.data)), uint64(len(s.data)), 8} {
			b = le.AppendUint64(b, v)
		}
		at += uint64(len(s.data))
	}
	for _, s := range segments {
		b = append(b, s.data...)
	}
	return b
}

func words(ws ...uint32) []byte {
	var b []byte
	for _, w := range ws {
		b = binary.LittleEndian.AppendUint32(b, w)
	}
	return b
}

// bareCode halts with output sp, x1, the word at 0x20000, x31.
func bareCode() []byte {
	return words(
		0x0002_02b7, // lui t0, 0x20
		0x0001_0593, // mv a1, sp
		0x0000_8613, // mv a2, ra
		0x0002_b683, // ld a3, 0(t0)
		0x000f_8713, // mv a4, t6
		0x0000_0513, // li a0, 0
		0x05d0_0893, // li a7, 93
		0x0000_0073, // ecall
	)
}

const (
	load    = 1
	dynamic = 2
	rx, rw  = 5, 6
)

func TestBareELF(t *testing.T) {
	file := bareELF(0x10100, segment{load, rx, 0x10100, bareCode()}, segment{load, rw, 0x20000, []byte{1, 2, 3, 4, 5}})
	m, symbols, err := FromELF(file)
	if err != nil || symbols != nil {
		t.Fatal(symbols, err)
	}
	machine, err := rv64.New(m)
	if err != nil {
		t.Fatal(err)
	}
	r, err := machine.Run(context.Background(), nil, rv64.Limits{})
	if err != nil || r.Cycles != 8 {
		t.Fatalf("%+v, %v", r, err)
	}
	for i, want := range []uint64{abi.StackTop, 0, 0x05_0403_0201, 0} {
		if got := binary.LittleEndian.Uint64(r.Output[8*i:]); got != want {
			t.Errorf("output word %d is %#x, want %#x", i, got, want)
		}
	}
}

func TestELFRejects(t *testing.T) {
	code := segment{load, rx, 0x10100, bareCode()}
	patch := func(at int, v byte) []byte {
		b := bareELF(0x10100, code)
		b[at] = v
		return b
	}
	for want, file := range map[string][]byte{
		"bad magic number":                 patch(0, 0),
		"ELFCLASS64 ELFDATA2LSB EM_X86_64": patch(18, 62),
		"ET_DYN":                           patch(16, 3),
		"dynamically linked":               bareELF(0x10100, code, segment{dynamic, rw, 0x20000, []byte{1}}),
		"segment 0 at 0x1000":              bareELF(0x1000, segment{load, rx, 0x1000, bareCode()}),
		"segment 1 at 0x40000000":          bareELF(0x10100, code, segment{load, rw, abi.HeapBase, []byte{1}}),
		"nothing is executable":            bareELF(0x10100, segment{load, rw, 0x10100, bareCode()}),
		"pc 0x20000 is not in the text":    bareELF(0x20000, code, segment{load, rw, 0x20000, []byte{1}}),
		"pc 0x10102 is not in the text":    bareELF(0x10102, code),
		"longer than 64 MiB":               bareELF(0x10100, code, segment{load, rx, 0x10000000, bareCode()}),
		"segment 0 is larger":              patch(64+32+2, 1),
		"not an ELF file: ":                bareELF(0x10100, code)[:100],
	} {
		if _, _, err := FromELF(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

// A file may name the same bytes again and again. What is loaded is bounded all the same, and so is what is
// unpacked.
func TestELFIsNoBomb(t *testing.T) {
	le := binary.LittleEndian
	const size = 1 << 20
	file := bareELF(0x10100, slices.Concat([]segment{{load, rx, 0x10100, bareCode()}}, slices.Repeat([]segment{{kind: load, flags: rw, addr: 0x20000}}, 600),
		[]segment{{load, rw, 0x200000, make([]byte, size)}})...)
	for i := 1; i <= 601; i++ { // all of them are the last mebibyte of the file
		le.PutUint64(file[64+56*i+8:], uint64(len(file)-size))
		le.PutUint64(file[64+56*i+32:], size)
	}
	if _, _, err := FromELF(file); err == nil || !strings.Contains(err.Error(), "more to load than the image region has") {
		t.Errorf("601 MiB of one: %v", err)
	}

	// Two sections: text, and zeros that are packed.
	var packed bytes.Buffer
	packed.Write(le.AppendUint64(le.AppendUint64(le.AppendUint64(nil, 1), 8<<20), 1)) // zlib, size, alignment
	w := zlib.NewWriter(&packed)
	w.Write(make([]byte, 8<<20))
	w.Close()
	withSections := func(flags uint64, kind uint32) []byte {
		b := bareELF(0x10100, segment{load, rx, 0x10100, bareCode()})
		code := len(b) - len(bareCode())
		at := len(b)
		b = append(b, packed.Bytes()...)
		headers := len(b)
		le.PutUint64(b[40:], uint64(headers))
		le.PutUint16(b[60:], 3)
		section := func(kind uint32, flags, addr uint64, at, size int) {
			b = le.AppendUint32(b, 0)
			b = le.AppendUint32(b, kind)
			for _, v := range []uint64{flags, addr, uint64(at), uint64(size)} {
				b = le.AppendUint64(b, v)
			}
			b = le.AppendUint64(b, 0)
			b = le.AppendUint64(b, 8)
			b = le.AppendUint64(b, 24)
		}
		section(0, 0, 0, 0, 0)
		section(1, 6, 0x10100, code, len(bareCode())) // SHT_PROGBITS, allocated and executable
		section(kind, flags, 0x20000, at, packed.Len())
		return b
	}
	const allocated, compressed = 2, 0x800
	if _, _, err := FromELF(withSections(allocated|compressed, 1)); err == nil || !strings.Contains(err.Error(), "non-allocable") {
		t.Errorf("memory that is compressed: %v", err)
	}
	if _, symbols, err := FromELF(withSections(compressed, 2)); err != nil || symbols != nil { // SHT_SYMTAB
		t.Errorf("symbols that are compressed: %v, %v", symbols, err)
	}
	if _, _, err := FromELF(withSections(allocated, 1)); err != nil {
		t.Errorf("the same bytes as they are: %v", err)
	}
}

func TestScan(t *testing.T) {
	image := func(ws ...uint32) *rv64.Image {
		m, _, err := FromELF(bareELF(0x10000, segment{load, rx, 0x10000, words(ws...)}))
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	const nop, fadd, compressed = 0x13, 0x0200_0053, 0x0001_4501
	if n, err := scan(image(nop, 0, fadd, nop), nil); err != nil || n != 2 {
		t.Errorf("%d undecoded words, %v", n, err)
	}
	_, err := scan(image(nop, compressed), rv64.Symbols{{Addr: 0x10004, Bytes: 4, Name: "f"}})
	if want := "compressed instruction 0x4501 at 0x10004 (f)"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func FuzzFromELF(f *testing.F) {
	f.Add(bareELF(0x10100, segment{load, rx, 0x10100, bareCode()}, segment{load, rw, 0x20000, []byte{1}}))
	f.Add([]byte("\x7fELF"))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, _, err := FromELF(b)
		if err != nil {
			return
		}
		if err := m.Check(); err != nil {
			t.Fatal(err)
		}
	})
}
