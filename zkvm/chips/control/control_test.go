package control

import (
	"math"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/forge"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// edges are operands at the borders of limbs, halves and signs.
var edges = []uint64{
	0, 1, math.MaxUint64, math.MaxUint64 - 1, 1 << 63, math.MaxInt64, 1<<63 + 1, 1 << 31, 1<<31 - 1, 1 << 32, 1<<32 - 1,
	1 << 16, 1<<16 - 1, 1 << 48, 1<<48 - 1, 0x8000_7fff_8000_7fff, 0x0123_4567_89ab_cdef,
}

// operands are rs1 and rs2: apart, the same, x0, scratch.
var operands = [][2]uint8{{6, 7}, {5, 5}, {0, 7}, {7, 0}, {bus.Scratch, bus.Scratch + 2}, {31, 1}}

func zeroed(r uint8, v uint64) uint64 {
	if r == 0 {
		return 0
	}
	return v
}

func branchCases(ops ...rv64.Op) (out []forge.Case) {
	for _, op := range ops {
		for j, a := range edges {
			for k, b := range edges {
				r := operands[(j+2*k)%len(operands)]
				pc := uint32(len(out))
				row := rom.Row{PC: pc, Op: op, Rs1: r[0], Rs2: uint32(r[1])}
				// Forward, backward, to itself, to the next, to the ends of the range.
				row.Imm[0] = []uint32{pc + 100, pc / 2, pc, pc + 1, 0, 1<<30 - 1, bus.MicroPC + 3}[(j+k)%7]
				out = append(out, forge.Case{Row: row, A: zeroed(r[0], a), B: zeroed(r[1], b)})
			}
		}
	}
	return out
}

// kept: with another sum of flags, real, a row demands real times an operation, or the sum of
// two, which happens to be none that fits. The chips do not rest on the numbers of operations.
var kept = []string{"real is a bit", "is_jal is a bit", "is_jalr is a bit"}

func TestBranchEqual(t *testing.T) {
	// Where limbs are equal, or an earlier one differs, an inverse may be anything: the one bit
	// that the inverses are for is determined all the same.
	free := []string{"inverse0", "inverse1", "inverse2", "inverse3"}
	forge.Suite(t, BranchEqual(), rom.BranchEqual, branchCases(rv64.Beq, rv64.Bne), forge.Allowed{Free: free, Kept: kept})
}

func TestBranchLess(t *testing.T) {
	forge.Suite(t, BranchLess(), rom.BranchLess, branchCases(rv64.Blt, rv64.Bge, rv64.Bltu, rv64.Bgeu), forge.Allowed{Kept: kept})
}

func limbs(v uint64) [4]uint32 {
	return [4]uint32{uint32(v & 0xffff), uint32(v >> 16 & 0xffff), uint32(v >> 32 & 0xffff), uint32(v >> 48)}
}

func TestJump(t *testing.T) {
	var cases []forge.Case
	for i, v := range edges {
		for j, next := range []uint32{0, uint32(17*i + 1), 1<<30 - 1, bus.MicroPC + 9} {
			row := rom.Row{PC: uint32(17*i + j), Op: rv64.Jal, Rd: []uint8{1, bus.Sink, 31, bus.Scratch}[(i+j)%4], Rs2: next, Imm: limbs(v)}
			cases = append(cases, forge.Case{Row: row})
		}
	}
	forge.Suite(t, Jump(), rom.Jump, cases, forge.Allowed{Kept: kept})
}

// jalrCases jump to targets with bit 1 clear, by all kinds of carries.
func jalrCases() (out []forge.Case) {
	targets := []uint64{0, 1, 4, 5, 0xfffc, 0xfffd, 0x1_0000, 0x1_0001, 0x7fff_fffc, 0x8000_0000, 0xffff_fffc, 0xffff_fffd, 0x1234_5678}
	for i, target := range targets {
		for j, imm := range []int64{0, 1, -1, 4, 2047, -2048, 255, -256} {
			r := [][2]uint8{{1, 5}, {5, 5}, {bus.Sink, 1}, {1, 1}, {31, bus.Scratch}}[(i+j)%5]
			pc := []uint32{uint32(len(out)), 1<<30 - 2 - uint32(len(out)), 1<<14 - 1}[(i+j)%3]
			row := rom.Row{PC: pc, Op: rv64.Jalr, Rd: r[0], Rs1: r[1], Imm: limbs(uint64(imm))}
			out = append(out, forge.Case{Row: row, A: target - uint64(imm)})
		}
	}
	return out
}

func TestJalr(t *testing.T) {
	forge.Suite(t, Jalr(), rom.Jalr, jalrCases(), forge.Allowed{Kept: kept})
}

// A jump to an address with bit 1 set, beyond 2^32, or by an instruction at a pc that no
// address has, is refused with whatever next pc.
func TestJalrRefuses(t *testing.T) {
	row := rom.Row{PC: 0x4000, Op: rv64.Jalr, Rd: 1, Rs1: 5}
	micro := row
	micro.PC = bus.MicroPC + 1
	for _, c := range []forge.Case{
		{Row: row, A: 2}, {Row: row, A: 3}, {Row: row, A: 0xffff_fffe}, {Row: row, A: 1 << 32}, {Row: row, A: 1<<63 + 4},
		{Row: row, A: math.MaxUint64 - 3}, {Row: micro, A: 4},
	} {
		if err := forge.Try(Jalr(), rom.Jalr, forge.Steps([]forge.Case{c})); err == nil {
			t.Errorf("jump from pc %#x to %#x is accepted", c.Row.PC, c.A)
		}
	}
}

func TestTablesInOrder(t *testing.T) {
	for i, table := range Tables() {
		if want := (rom.BranchEqual + rom.Table(i)).String(); table.Chip.Name != want {
			t.Errorf("table %d is %s, want %s", i, table.Chip.Name, want)
		}
	}
}

func TestInverses(t *testing.T) {
	for _, d := range []int32{1, -1, 2, -2, 255, 1<<16 - 1, 1 - 1<<16, 32768} {
		inverse := field.New(uint64(inverseOf(d)))
		e := field.New(uint64(max(d, -d)))
		if d < 0 {
			e = e.Neg()
		}
		if inverse.Mul(e) != field.One {
			t.Errorf("inverse of %d is wrong", d)
		}
	}
}
