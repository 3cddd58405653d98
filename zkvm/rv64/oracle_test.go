package rv64

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The oracle is QEMU's user-mode emulator. A test program works on data it finds at
// x8, stores its results at x9 and writes them to standard output; the hart under
// test stops at that system call and its memory is compared.

func qemu(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"qemu-riscv64", "qemu-riscv64-static"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("qemu-riscv64 is not installed (Debian: apt-get install qemu-user): no independent oracle for the instruction set")
	return ""
}

// oracle is a test program under construction.
type oracle struct {
	code   []uint32
	data   []byte
	result int // bytes of results
}

const resultOffset = 4 << 20 // of the results, from testData

func newOracle() *oracle {
	o := &oracle{}
	o.emit(lui(8, testData>>12), lui(9, (testData+resultOffset)>>12))
	return o
}

func (o *oracle) emit(words ...uint32) { o.code = append(o.code, words...) }

// operands loads x5, x6 from fresh data.
func (o *oracle) operands(a, b uint64) {
	o.data = binary.LittleEndian.AppendUint64(o.data, a)
	o.data = binary.LittleEndian.AppendUint64(o.data, b)
	o.emit(ld(5, 8, 0), ld(6, 8, 8), addi(8, 8, 16))
}

// keep stores a register as the next result.
func (o *oracle) keep(reg uint32) {
	o.emit(sd(reg, 9, 0), addi(9, 9, 8))
	o.result += 8
}

func (o *oracle) compare(t *testing.T) {
	t.Helper()
	bin := qemu(t)
	o.emit(addi(10, 0, 1), lui(11, (testData+resultOffset)>>12))
	o.emit(li(12, int32(o.result))...)
	o.emit(addi(17, 0, 64), ecall, addi(10, 0, 0), addi(17, 0, 93), ecall)
	if len(o.data) > resultOffset {
		t.Fatalf("%d bytes of data", len(o.data))
	}
	data := append(o.data, make([]byte, resultOffset+o.result-len(o.data))...)
	name := filepath.Join(t.TempDir(), "case.elf")
	if err := os.WriteFile(name, testELF(o.code, data), 0o755); err != nil {
		t.Fatal(err)
	}
	want, err := exec.Command(bin, name).Output()
	if err != nil || len(want) != o.result {
		t.Fatalf("qemu: %v, %d bytes of %d", err, len(want), o.result)
	}
	h := testHart(t, o.code, data)
	if stop := h.Run(1 << 30); stop.Kind != StopEcall || h.X[17] != 64 {
		t.Fatalf("stopped at %#x: %v", h.PC, stop)
	}
	got := make([]byte, o.result)
	h.Read(testData+resultOffset, got)
	for i := 0; i < o.result; i += 8 {
		if !bytes.Equal(got[i:i+8], want[i:i+8]) {
			t.Fatalf("result %d: got %#x, qemu has %#x", i/8,
				binary.LittleEndian.Uint64(got[i:]), binary.LittleEndian.Uint64(want[i:]))
		}
	}
	t.Logf("%d results agree", o.result/8)
}

var edges = []uint64{
	0, 1, 2, 3, 7, 31, 32, 33, 63, 64, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff,
	math.MaxInt32, 1 << 31, math.MaxUint32, 1 << 32, 1<<32 + 1, 0xffff_ffff_8000_0000,
	math.MaxInt64, 1 << 63, 1<<63 + 1, math.MaxUint64, math.MaxUint64 - 1, 0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210,
}

// regOps are (opcode, funct3, funct7) of every register-register operation.
var regOps = [][3]uint32{
	{0x33, 0, 0}, {0x33, 0, 0x20}, {0x33, 1, 0}, {0x33, 2, 0}, {0x33, 3, 0}, {0x33, 4, 0}, {0x33, 5, 0},
	{0x33, 5, 0x20}, {0x33, 6, 0}, {0x33, 7, 0},
	{0x3b, 0, 0}, {0x3b, 0, 0x20}, {0x3b, 1, 0}, {0x3b, 5, 0}, {0x3b, 5, 0x20},
	{0x33, 0, 1}, {0x33, 1, 1}, {0x33, 2, 1}, {0x33, 3, 1}, {0x33, 4, 1}, {0x33, 5, 1}, {0x33, 6, 1}, {0x33, 7, 1},
	{0x3b, 0, 1}, {0x3b, 4, 1}, {0x3b, 5, 1}, {0x3b, 6, 1}, {0x3b, 7, 1},
}

func TestOracleRegister(t *testing.T) {
	o := newOracle()
	for _, a := range edges {
		for _, b := range edges {
			o.operands(a, b)
			for _, op := range regOps {
				o.emit(rtype(op[0], op[1], op[2], 7, 5, 6))
				o.keep(7)
			}
			// Destination equal to a source, and x0 as destination and source.
			o.emit(rtype(0x33, 0, 1, 5, 5, 6), rtype(0x33, 0, 0x20, 0, 5, 6), rtype(0x33, 0, 0, 7, 0, 5))
			o.keep(7)
			o.keep(0)
		}
	}
	o.compare(t)
}

func TestOracleImmediate(t *testing.T) {
	o := newOracle()
	for _, a := range edges {
		o.operands(a, 0)
		for _, imm := range []int32{0, 1, -1, 5, 2047, -2048, 0x555, -0x2aa} {
			for _, f3 := range []uint32{0, 2, 3, 4, 6, 7} {
				o.emit(itype(0x13, f3, 7, 5, imm))
				o.keep(7)
			}
			o.emit(itype(0x1b, 0, 7, 5, imm))
			o.keep(7)
		}
		for _, n := range []uint32{0, 1, 2, 31, 32, 33, 62, 63} {
			o.emit(shift(0x13, 1, 0, 7, 5, n))
			o.keep(7)
			o.emit(shift(0x13, 5, 0, 7, 5, n))
			o.keep(7)
			o.emit(shift(0x13, 5, 0x10, 7, 5, n))
			o.keep(7)
			if n < 32 {
				o.emit(shift(0x1b, 1, 0, 7, 5, n))
				o.keep(7)
				o.emit(shift(0x1b, 5, 0, 7, 5, n))
				o.keep(7)
				o.emit(shift(0x1b, 5, 0x10, 7, 5, n))
				o.keep(7)
			}
		}
	}
	for _, imm := range []uint32{0, 1, 0x7ffff, 0x80000, 0xfffff} {
		o.emit(lui(7, imm))
		o.keep(7)
		o.emit(auipc(7, imm))
		o.keep(7)
	}
	o.compare(t)
}

func TestOracleBranchAndJump(t *testing.T) {
	o := newOracle()
	for _, a := range edges {
		for _, b := range edges {
			o.operands(a, b)
			o.emit(addi(7, 0, 0))
			for i, f3 := range []uint32{0, 1, 4, 5, 6, 7} {
				o.emit(btype(f3, 5, 6, 8), addi(7, 7, 1<<i))
			}
			o.keep(7)
		}
	}
	// Backwards: a loop of five, and a jump over a jump back.
	o.emit(addi(5, 0, 5), addi(7, 0, 0), addi(7, 7, 3), addi(5, 5, -1), btype(1, 5, 0, -8))
	o.keep(7)
	o.emit(jal(7, 12), addi(6, 0, 1), jal(0, 8), jal(5, -8), addi(28, 0, 2))
	o.keep(5)
	o.keep(6)
	o.keep(7)
	o.keep(28)
	// jalr: link and target may be the same register; bit 0 is cleared; x0 links nowhere.
	o.emit(auipc(5, 0), jalr(5, 5, 12), addi(6, 0, 77))
	o.keep(5)
	o.keep(6)
	o.emit(auipc(5, 0), jalr(6, 5, 13), addi(5, 0, 77))
	o.keep(5)
	o.keep(6)
	o.emit(auipc(5, 0), jalr(0, 5, 12), addi(5, 0, 77))
	o.keep(5)
	o.compare(t)
}

func TestOracleMemory(t *testing.T) {
	o := newOracle()
	for _, v := range edges {
		o.operands(v, ^v) // at x8-16 and x8-8
		for _, off := range []int32{-16, -15, -14, -13, -12, -11, -10, -9, -8} {
			for f3, size := range []int32{1, 2, 4, 8, 1, 2, 4} {
				if off%size == 0 {
					o.emit(itype(0x03, uint32(f3), 7, 8, off))
					o.keep(7)
				}
			}
		}
		for f3, size := range []int32{1, 2, 4, 8} {
			for off := int32(-16); off < 0; off += size {
				o.emit(stype(uint32(f3), 8, 6, off), ld(7, 8, -16), ld(28, 8, -8))
				o.keep(7)
				o.keep(28)
				o.emit(sd(5, 8, -16), sd(6, 8, -8))
			}
		}
	}
	o.compare(t)
}

func TestOracleAtomic(t *testing.T) {
	o := newOracle()
	for _, a := range edges {
		for _, b := range edges {
			o.operands(a, b)
			o.emit(addi(28, 8, -16))
			for _, f5 := range []uint32{1, 0, 4, 12, 8, 16, 20, 24, 28} {
				for _, f3 := range []uint32{2, 3} {
					o.emit(amoword(f5, f3, 7, 28, 6), ld(29, 28, 0), sd(5, 28, 0))
					o.keep(7)
					o.keep(29)
				}
			}
			for _, f3 := range []uint32{2, 3} {
				o.emit(amoword(2, f3, 7, 28, 0), amoword(3, f3, 29, 28, 6), ld(30, 28, 0), sd(5, 28, 0))
				o.keep(7)
				o.keep(29)
				o.keep(30)
			}
		}
	}
	o.compare(t)
}

// TestOracleReservation runs random sequences of lr, sc, stores and AMOs on the three words of
// two cells, with values that let words and double words be equal. Left out is an sc.w behind an
// lr.d: QEMU compares the low halves and may store, and yet return one.
func TestOracleReservation(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	o := newOracle()
	values := []uint64{0, 1, math.MaxInt32, math.MaxUint64, 0xffff_ffff_8000_0000, 1<<32 + 1, 1 << 63}
	double := false // the reservation, which lasts into the next round
	for range 500 {
		o.operands(values[r.IntN(len(values))], values[r.IntN(len(values))]) // at x8-16 and x8-8
		o.emit(addi(10, 8, -16), addi(11, 8, -12), addi(12, 8, -8))
		for range 12 {
			base, source, width := 10+uint32(r.IntN(3)), []uint32{0, 5, 6, 7}[r.IntN(4)], 2+uint32(r.IntN(2))
			k := r.IntN(9)
			if k < 6 && base == 11 {
				width = 2
			}
			switch {
			case k < 3:
				double = width == 3
				o.emit(amoword(2, width, []uint32{0, 7, 28}[r.IntN(3)], base, 0))
			case k < 6:
				if double {
					base, width = base&^1, 3
				}
				double = false
				o.emit(amoword(3, width, 7, base, source))
				o.keep(7)
			case k == 6:
				o.emit(stype(uint32(r.IntN(4)), 8, source, []int32{-16, -8}[r.IntN(2)]))
			case k == 7:
				o.emit(amoword(1, width, 28, 10, source))
			default:
				o.emit(ld(28, 8, -16))
				o.keep(28)
			}
		}
		o.emit(ld(7, 8, -16), ld(28, 8, -8))
		o.keep(7)
		o.keep(28)
	}
	o.compare(t)
}

// TestOracleRandom runs random straight programs with forward branches over all
// free registers and a scratch buffer.
func TestOracleRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	o := newOracle()
	free := []uint32{1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31}
	reg := func() uint32 { return free[r.IntN(len(free))] }
	for range 64 {
		for _, x := range free {
			o.data = binary.LittleEndian.AppendUint64(o.data, r.Uint64()>>r.IntN(64))
			o.emit(ld(x, 8, 0), addi(8, 8, 8))
		}
		o.data = append(o.data, make([]byte, 256)...)
		for range 400 {
			o.random(r, reg)
		}
		o.emit(addi(8, 8, 256))
		for _, x := range free {
			o.keep(x)
		}
	}
	o.compare(t)
}

func (o *oracle) random(r *rand.Rand, reg func() uint32) {
	switch r.IntN(8) {
	case 0:
		size := r.IntN(4)
		o.emit(stype(uint32(size), 8, reg(), int32(r.IntN(256>>size)<<size)))
	case 1:
		size := r.IntN(4)
		f3 := uint32(size)
		if size < 3 && r.IntN(2) == 0 {
			f3 += 4
		}
		o.emit(itype(0x03, f3, reg(), 8, int32(r.IntN(256>>size)<<size)))
	case 2:
		// Skip the next instruction, which is a single word.
		o.emit(btype([]uint32{0, 1, 4, 5, 6, 7}[r.IntN(6)], reg(), reg(), 8), addi(reg(), reg(), int32(r.IntN(4096))-2048))
	case 3:
		o.emit(itype(0x13, []uint32{0, 2, 3, 4, 6, 7}[r.IntN(6)], reg(), reg(), int32(r.IntN(4096))-2048))
	case 4:
		f := [][2]uint32{{1, 0}, {5, 0}, {5, 0x10}}[r.IntN(3)]
		if r.IntN(2) == 0 {
			o.emit(shift(0x13, f[0], f[1], reg(), reg(), uint32(r.IntN(64))))
		} else {
			o.emit(shift(0x1b, f[0], f[1], reg(), reg(), uint32(r.IntN(32))))
		}
	default:
		op := regOps[r.IntN(len(regOps))]
		o.emit(rtype(op[0], op[1], op[2], reg(), reg(), reg()))
	}
}
