package image

import (
	"encoding/binary"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// jumpsTo follows the two instructions of a redirected function.
func jumpsTo(t *testing.T, m *rv64.Image, at uint64) uint64 {
	t.Helper()
	p, err := rv64.Load(m, nil)
	if err != nil {
		t.Fatal(err)
	}
	high, low := rv64.Decode(p.Word(at)), rv64.Decode(p.Word(at+4))
	if high.Op != rv64.Auipc || low.Op != rv64.Jalr || low.Rd != rv64.Sink || low.Rs1 != high.Rd || high.Rd != 31 {
		t.Fatalf("not a jump: %v, %v", high, low)
	}
	return at + uint64(int64(high.Imm)) + uint64(int64(low.Imm))
}

func TestRedirect(t *testing.T) {
	const text = 0x10_0000
	image := func() *rv64.Image {
		m := &rv64.Image{TextAddr: text, TextBytes: 0x3000, PC: text}
		for a := uint64(text); a < text+0x3000; a += rv64.ImagePageBytes {
			m.Pages = append(m.Pages, rv64.ImagePage{Addr: a, Data: &[rv64.ImagePageBytes]byte{1}})
		}
		return m
	}
	// The second case lies across two pages.
	for _, c := range []struct{ from, to uint64 }{
		{text, text + 8}, {text + 0xffc, text + 0x1800}, {text + 0x2000, text}, {text + 0x1000, text + 0x1000 + 0x7fc}, {text + 0x1000, text + 0x1000 + 0x800},
	} {
		m := image()
		if err := redirect(m, rv64.Symbol{Addr: c.from, Bytes: 8}, c.to); err != nil {
			t.Fatal(err)
		}
		if got := jumpsTo(t, m, c.from); got != c.to {
			t.Errorf("from %#x: jumps to %#x, want %#x", c.from, got, c.to)
		}
	}
	for what, c := range map[string]struct {
		from rv64.Symbol
		to   uint64
	}{
		"only 4 bytes": {rv64.Symbol{Addr: text, Bytes: 4}, text + 8},
		"too far":      {rv64.Symbol{Addr: text, Bytes: 8}, text + 1<<32},
		"no code":      {rv64.Symbol{Addr: text + 0x3000, Bytes: 8}, text},
	} {
		if err := redirect(image(), c.from, c.to); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: got %v", what, err)
		}
	}
}

// TestApplySubstitutes: a function is redirected when the program links both.
func TestApplySubstitutes(t *testing.T) {
	const text = 0x10_0000
	s := substitutes[0]
	both := rv64.Symbols{{Addr: text, Bytes: 64, Name: s.function}, {Addr: text + 64, Bytes: 64, Name: s.by}}
	for n, symbols := range map[int]rv64.Symbols{1: both, 0: both[:1]} {
		m := &rv64.Image{TextAddr: text, TextBytes: 128, PC: text, Pages: []rv64.ImagePage{{Addr: text, Data: &[rv64.ImagePageBytes]byte{7}}}}
		done, err := applySubstitutes(m, symbols)
		if err != nil || len(done) != n {
			t.Errorf("%d symbols: %q, %v", len(symbols), done, err)
		}
		if n == 1 {
			if got := jumpsTo(t, m, text); got != text+64 {
				t.Errorf("jumps to %#x", got)
			}
		} else if binary.LittleEndian.Uint32(m.Pages[0].Data[:]) != 7 {
			t.Error("changed without a substitute")
		}
	}
}
