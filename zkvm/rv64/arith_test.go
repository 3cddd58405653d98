package rv64

import (
	"math"
	"testing"
)

const (
	minInt64 = 1 << 63
	minInt32 = 0xffff_ffff_8000_0000
	ones     = math.MaxUint64
)

// TestEdges states the results that the manual singles out, so that they are
// tested without an oracle too.
func TestEdges(t *testing.T) {
	for _, c := range []struct {
		name       string
		op, f3, f7 uint32
		a, b, want uint64
	}{
		{"div by zero", 0x33, 4, 1, 7, 0, ones},
		{"divu by zero", 0x33, 5, 1, 7, 0, ones},
		{"rem by zero", 0x33, 6, 1, 7, 0, 7},
		{"remu by zero", 0x33, 7, 1, ones, 0, ones},
		{"div overflow", 0x33, 4, 1, minInt64, ones, minInt64},
		{"rem overflow", 0x33, 6, 1, minInt64, ones, 0},
		{"div rounds to zero", 0x33, 4, 1, ones - 6, 2, ones - 2},
		{"rem has the dividend's sign", 0x33, 6, 1, ones - 6, 2, ones},
		{"divw by zero", 0x3b, 4, 1, 7, 1 << 32, ones},
		{"divuw by zero", 0x3b, 5, 1, 7, 1 << 32, ones},
		{"remw by zero", 0x3b, 6, 1, 0x8000_0000, 0, minInt32},
		{"remuw by zero", 0x3b, 7, 1, 0x8000_0000, 0, minInt32},
		{"divw overflow", 0x3b, 4, 1, minInt32, ones, minInt32},
		{"remw overflow", 0x3b, 6, 1, minInt32, ones, 0},
		{"divuw sign extends", 0x3b, 5, 1, 0xffff_fffe, 1, 0xffff_ffff_ffff_fffe},
		{"sll masks by 63", 0x33, 1, 0, 1, 64 + 3, 8},
		{"sra masks by 63", 0x33, 5, 0x20, minInt64, 127, ones},
		{"sllw masks by 31", 0x3b, 1, 0, 1, 32 + 31, minInt32},
		{"srlw is unsigned, result signed", 0x3b, 5, 0, minInt32, 32, minInt32},
		{"sraw ignores the high half", 0x3b, 5, 0x20, 0x7_8000_0000, 31, ones},
		{"addw wraps", 0x3b, 0, 0, math.MaxInt32, 1, minInt32},
		{"subw wraps", 0x3b, 0, 0x20, minInt32, 1, math.MaxInt32},
		{"mulh", 0x33, 1, 1, minInt64, minInt64, 1 << 62},
		{"mulhsu", 0x33, 2, 1, ones, ones, ones},
		{"mulhsu of a positive", 0x33, 2, 1, 2, ones, 1},
		{"mulhu", 0x33, 3, 1, ones, ones, ones - 1},
		{"slt", 0x33, 2, 0, ones, 0, 1},
		{"sltu", 0x33, 3, 0, ones, 0, 0},
	} {
		h := testHart(t, []uint32{rtype(c.op, c.f3, c.f7, 7, 5, 6), ecall}, nil)
		h.X[5], h.X[6] = c.a, c.b
		if stop := h.Run(10); stop.Kind != StopEcall || h.Cycles != 1 {
			t.Errorf("%s: stopped with %v after %d", c.name, stop, h.Cycles)
		}
		if h.X[7] != c.want {
			t.Errorf("%s: got %#x, want %#x", c.name, h.X[7], c.want)
		}
	}
}

func TestZeroRegister(t *testing.T) {
	h := testHart(t, []uint32{addi(0, 0, 5), jal(0, 4), lui(0, 1), ld(0, 8, 0), addi(7, 0, 0), ecall}, nil)
	h.X[8] = testData
	h.Run(10)
	if h.X[0] != 0 || h.X[7] != 0 {
		t.Errorf("x0 is %#x, x7 is %#x", h.X[0], h.X[7])
	}
}
