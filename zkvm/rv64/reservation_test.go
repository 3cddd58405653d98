package rv64

import (
	"slices"
	"testing"
)

// Sequences of lr and sc on memory whose first cell holds cellValue. x5 is the address of the
// cell, x6 that of its upper word, x7 that of the next cell, x8 is 9.
const cellValue = 0x8000_0000_1234_5678

func reservationHart(t *testing.T, code ...uint32) *Hart {
	t.Helper()
	setup := []uint32{lui(5, testData>>12), addi(6, 5, 4), addi(7, 5, 8), addi(8, 0, 9)}
	return testHart(t, slices.Concat(setup, code, []uint32{ecall}), []byte{0x78, 0x56, 0x34, 0x12, 0, 0, 0, 0x80})
}

func lr(width, rd, rs1 uint32) uint32      { return amoword(2, width, rd, rs1, 0) }
func sc(width, rd, rs1, rs2 uint32) uint32 { return amoword(3, width, rd, rs1, rs2) }

func TestReservation(t *testing.T) {
	const w, d = 2, 3
	for name, c := range map[string]struct {
		code []uint32
		want []uint64 // what the scs return, in x10, x11, ...
		cell uint64
	}{
		"sc without lr":               {[]uint32{sc(d, 10, 5, 8)}, []uint64{1}, cellValue},
		"sc.w without lr":             {[]uint32{sc(w, 10, 5, 8)}, []uint64{1}, cellValue},
		"lr.d, sc.d":                  {[]uint32{lr(d, 9, 5), sc(d, 10, 5, 8)}, []uint64{0}, 9},
		"lr.w, sc.w":                  {[]uint32{lr(w, 9, 5), sc(w, 10, 5, 8)}, []uint64{0}, 0x8000_0000_0000_0009},
		"upper words":                 {[]uint32{lr(w, 9, 6), sc(w, 10, 6, 8)}, []uint64{0}, 0x9_1234_5678},
		"the sc ends it":              {[]uint32{lr(d, 9, 5), sc(d, 10, 5, 8), sc(d, 11, 5, 0)}, []uint64{0, 1}, 9},
		"an sc that fails ends it":    {[]uint32{lr(d, 9, 5), sc(d, 10, 7, 8), sc(d, 11, 5, 0)}, []uint64{1, 1}, cellValue},
		"another cell":                {[]uint32{lr(d, 9, 7), sc(d, 10, 5, 8)}, []uint64{1}, cellValue},
		"another word of the cell":    {[]uint32{lr(w, 9, 5), sc(w, 10, 6, 8)}, []uint64{1}, cellValue},
		"the last lr counts":          {[]uint32{lr(d, 9, 5), lr(d, 9, 7), sc(d, 10, 5, 8)}, []uint64{1}, cellValue},
		"an lr again":                 {[]uint32{lr(d, 9, 7), lr(d, 9, 5), sc(d, 10, 5, 8)}, []uint64{0}, 9},
		"a store of the same value":   {[]uint32{lr(d, 9, 5), sd(9, 5, 0), sc(d, 10, 5, 8)}, []uint64{0}, 9},
		"a store of another value":    {[]uint32{lr(d, 9, 5), sd(0, 5, 0), sc(d, 10, 5, 8)}, []uint64{1}, 0},
		"a store to the other word":   {[]uint32{lr(w, 9, 5), stype(2, 5, 0, 4), sc(w, 10, 5, 8)}, []uint64{0}, 9},
		"an amo that changes nothing": {[]uint32{lr(d, 9, 5), amoword(0, 3, 0, 5, 0), sc(d, 10, 5, 8)}, []uint64{0}, 9},
		"an amo that changes it":      {[]uint32{lr(d, 9, 5), amoword(0, 3, 0, 5, 8), sc(d, 10, 5, 8)}, []uint64{1}, cellValue + 9},
		"lr.w, sc.d of another value": {[]uint32{lr(w, 9, 5), sc(d, 10, 5, 8)}, []uint64{1}, cellValue},
		"lr.w, sc.d of its value":     {[]uint32{stype(2, 5, 0, 4), lr(w, 9, 5), sc(d, 10, 5, 8)}, []uint64{0}, 9},
		"lr.d, sc.w of another value": {[]uint32{lr(d, 9, 5), sc(w, 10, 5, 8)}, []uint64{1}, cellValue},
		"lr.d, sc.w of its value":     {[]uint32{stype(2, 5, 0, 4), lr(d, 9, 5), sc(w, 10, 5, 8)}, []uint64{0}, 9},
		"x0":                          {[]uint32{lr(d, 0, 5), sc(d, 0, 5, 8), sc(d, 10, 5, 0)}, []uint64{1}, 9},
		"rd is the address":           {[]uint32{addi(12, 5, 0), lr(d, 12, 12), sc(d, 10, 5, 12)}, []uint64{0}, cellValue},
		"rd of sc is the address":     {[]uint32{addi(10, 5, 0), lr(d, 9, 10), sc(d, 10, 10, 8)}, []uint64{0}, 9},
	} {
		h := reservationHart(t, c.code...)
		if stop := h.Run(100); stop.Kind != StopEcall {
			t.Errorf("%s: %v", name, stop)
		}
		if got := h.mem.cell(testData); got != c.cell || !slices.Equal(h.X[10:10+len(c.want)], c.want) || h.X[0] != 0 {
			t.Errorf("%s: x10.. %d, want %d; cell %#x, want %#x", name, h.X[10:10+len(c.want)], c.want, got, c.cell)
		}
		h.Reset()
		if h.reserved != 0 || h.reservedValue != 0 {
			t.Errorf("%s: a reset keeps a reservation", name)
		}
	}
}

// An sc that fails traps, too, when its address is none for it.
func TestReservationTraps(t *testing.T) {
	text := lui(12, testText>>12)
	for name, c := range map[string]struct {
		code []uint32
		want StopKind
	}{
		"misaligned sc":       {[]uint32{sc(3, 10, 6, 8)}, StopMisaligned},
		"sc at address zero":  {[]uint32{sc(3, 10, 0, 8)}, StopAccess},
		"sc to the text":      {[]uint32{text, lr(3, 9, 12), sc(3, 10, 12, 8)}, StopTextWrite},
		"it fails and is not": {[]uint32{text, sc(3, 10, 12, 8)}, StopEcall},
	} {
		h := reservationHart(t, c.code...)
		if stop := h.Run(100); stop.Kind != c.want {
			t.Errorf("%s: %v", name, stop)
		}
	}
	// A snapshot is the state without it.
	h := reservationHart(t, lr(3, 9, 5), addi(0, 0, 0), sc(3, 10, 5, 8))
	if stop := h.Run(5); stop.Kind != StopLimit || h.reserved != testData {
		t.Fatalf("%v, reservation of %#x", stop, h.reserved)
	}
	p, err := Load(h.Snapshot(), nil)
	if err != nil {
		t.Fatal(err)
	}
	again := NewHart(p)
	if stop := again.Run(100); stop.Kind != StopEcall || again.X[10] != 1 {
		t.Errorf("%v, sc returns %d", stop, again.X[10])
	}
}
