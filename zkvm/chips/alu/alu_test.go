package alu

import (
	"math"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/forge"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// edges are operands at the borders of limbs, halves and signs.
var edges = []uint64{
	0, 1, 2, math.MaxUint64, math.MaxUint64 - 1, 1 << 63, math.MaxInt64, 1<<63 + 1,
	1 << 31, 1<<31 - 1, 1 << 32, 1<<32 - 1, 0xffff_ffff_8000_0000, 0xffff_ffff_7fff_ffff,
	1 << 15, 1<<15 - 1, 1 << 16, 1<<16 - 1, 0xffff_0000_ffff_0000, 0x8000_7fff_8000_7fff, 1 << 48, 1<<48 - 1,
	0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210,
}

var shiftedEdges = []uint64{1, math.MaxUint64, 1<<63 | 1<<31, 1<<63 - 1, 0x8000_7fff_8000_7fff, 0xfedc_ba98_7654_3210}

// immediates of 12 bits.
var immediates = []int64{0, 1, -1, 2047, -2048, 0x555, -0x556, 255, 256, -256, -255}

// amounts of shifts, valid and beyond: only the lower bits count.
func amounts() (out []uint64) {
	for i := range uint64(64) {
		out = append(out, i)
	}
	return append(out, 64, 65, 95, 96, 127, 128, 2047, 2048, 0xffff, 0xffc0, 0xffe0, 1<<16, 1<<63, math.MaxUint64, math.MaxUint64-31)
}

// registers are rd, rs1, rs2: apart, the same, the sink, x0 and scratch as operands.
var registers = [][3]uint8{
	{5, 6, 7}, {5, 5, 5}, {5, 5, 6}, {5, 6, 5}, {5, 6, 6}, {bus.Sink, 1, 2}, {31, 0, 3}, {31, 3, 0}, {bus.Scratch, bus.Scratch + 1, bus.Scratch + 2},
}

// pcOf gives rows different pcs, from the first to those of micro-sequences.
func pcOf(i int) uint32 {
	return []uint32{uint32(i), 1<<30 - 1 - uint32(i), bus.MicroPC + uint32(i)}[i%3]
}

func limbs(v uint64) [4]uint32 {
	return [4]uint32{uint32(v & 0xffff), uint32(v >> 16 & 0xffff), uint32(v >> 32 & 0xffff), uint32(v >> 48)}
}

// zeroed is the value of a register that is v, or zero for x0.
func zeroed(r uint8, v uint64) uint64 {
	if r == 0 {
		return 0
	}
	return v
}

func registerCases(first, second []uint64, ops ...rv64.Op) (out []forge.Case) {
	for i, op := range ops {
		for j, a := range first {
			for k, b := range second {
				r := registers[(i+3*j+k)%len(registers)]
				out = append(out, forge.Case{
					Row: rom.Row{PC: pcOf(len(out)), Op: op, Rd: r[0], Rs1: r[1], Rs2: uint32(r[2])},
					A:   zeroed(r[1], a), B: zeroed(r[2], b),
				})
			}
		}
	}
	return out
}

func immediateCases(first []uint64, imms []int64, ops ...rv64.Op) (out []forge.Case) {
	for i, op := range ops {
		for j, a := range first {
			for k, imm := range imms {
				r := registers[(i+3*j+k)%len(registers)]
				out = append(out, forge.Case{
					Row: rom.Row{PC: pcOf(len(out)), Op: op, Rd: r[0], Rs1: r[1], Imm: limbs(uint64(imm))},
					A:   zeroed(r[1], a),
				})
			}
		}
	}
	return out
}

func upTo(n int64) (out []int64) {
	for i := range n {
		out = append(out, i)
	}
	return out
}

func TestAdd(t *testing.T) {
	// Were both flags set, the row would demand op 3, an addi of zero, with a = b + c = c.
	move := forge.Case{Row: rom.Row{PC: 0x4000, Op: rv64.Add, Rd: 5, Rs1: 6}, A: 0x1234_5678}
	forge.Suite(t, Add(), rom.Add, append([]forge.Case{move}, registerCases(edges, edges, rv64.Add, rv64.Sub)...), forge.Allowed{})
}

func TestAddImm(t *testing.T) {
	forge.Suite(t, AddImm(), rom.AddImm, immediateCases(edges, immediates, rv64.Addi), forge.Allowed{})
}

func TestAddW(t *testing.T) {
	forge.Suite(t, AddW(), rom.AddW, registerCases(edges, edges, rv64.Addw, rv64.Subw), forge.Allowed{})
}

func TestAddWImm(t *testing.T) {
	forge.Suite(t, AddWImm(), rom.AddWImm, immediateCases(edges, immediates, rv64.Addiw), forge.Allowed{})
}

func TestBitwise(t *testing.T) {
	forge.Suite(t, Bitwise(), rom.Bitwise, registerCases(edges, edges, rv64.And, rv64.Or, rv64.Xor), forge.Allowed{})
}

func TestBitwiseImm(t *testing.T) {
	forge.Suite(t, BitwiseImm(), rom.BitwiseImm, immediateCases(edges, immediates, rv64.Andi, rv64.Ori, rv64.Xori), forge.Allowed{})
}

func TestCompare(t *testing.T) {
	forge.Suite(t, Compare(), rom.Compare, registerCases(edges, edges, rv64.Slt, rv64.Sltu), forge.Allowed{})
}

func TestCompareImm(t *testing.T) {
	forge.Suite(t, CompareImm(), rom.CompareImm, immediateCases(edges, immediates, rv64.Slti, rv64.Sltiu), forge.Allowed{})
}

// kept: with two flags the operation would be the sum of two, which happens to be none that
// fits; the chip does not rest on the numbering of operations.
var kept = forge.Allowed{Kept: []string{"real is a bit"}}

func TestShift(t *testing.T) {
	forge.Suite(t, Shift(), rom.Shift,
		registerCases(shiftedEdges, amounts(), rv64.Sll, rv64.Srl, rv64.Sra, rv64.Sllw, rv64.Srlw, rv64.Sraw), kept)
}

func TestShiftImm(t *testing.T) {
	cases := immediateCases(shiftedEdges, upTo(64), rv64.Slli, rv64.Srli, rv64.Srai)
	cases = append(cases, immediateCases(shiftedEdges, upTo(32), rv64.Slliw, rv64.Srliw, rv64.Sraiw)...)
	forge.Suite(t, ShiftImm(), rom.ShiftImm, cases, kept)
}

func TestTablesInOrder(t *testing.T) {
	all := Tables()
	for i, table := range all {
		if want := (rom.Add + rom.Table(i)).String(); table.Chip.Name != want {
			t.Errorf("table %d is %s, want %s", i, table.Chip.Name, want)
		}
	}
	if len(all) != int(rom.ShiftImm) {
		t.Errorf("%d tables", len(all))
	}
	var _ []chips.Table = all
}
