package alu

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// fromAnd is the range of bytes that a lookup in AND proves.
const fromAnd = "byte (AND)"

// Bitwise is the table of and, or, xor. Both operands are split into bytes, which is unique
// because AND holds bytes only; a or b = a + b - (a and b), a xor b = a + b - 2 (a and b).
func Bitwise() chips.Table {
	b := adapter.New(rom.Bitwise.String())
	in := b.Instruction(rv64.And, rv64.Or, rv64.Xor)
	x, y := in.ReadRs1As(in.ByteWord("a", fromAnd)), in.ReadRs2As(in.ByteWord("b", fromAnd))
	and := in.ByteWord("and", fromAnd)
	for i := range and.Bytes {
		in.Demand(bus.And, in.One(), x.Bytes[i], y.Bytes[i], and.Bytes[i])
	}
	z := in.Word("c", "u16 (from bytes)")
	for i := range z.Limbs {
		or := x.Limbs[i].Add(y.Limbs[i]).Sub(and.Limbs[i])
		choose(in, rv64.And, rv64.Or, rv64.Xor, i, z.Limbs[i], and.Limbs[i], or)
	}
	in.WriteRd(z.Limbs)
	in.Finish(in.Sequential())
	return adapter.Table(rom.Bitwise, b, func(row []uint32, s *record.Step) {
		in.Put(row, s)
		and.Put(row, s.Rs1&s.Rs2)
		z.Put(row, s.Rd)
	})
}

// BitwiseImm is the table of andi, ori, xori. The upper three limbs of the immediate are all
// ones or all zeros: a and b is sign * a there, and only the lowest limb needs bytes.
func BitwiseImm() chips.Table {
	b := adapter.New(rom.BitwiseImm.String())
	in := b.Instruction(rv64.Andi, rv64.Ori, rv64.Xori)
	x := newSplit(in, "a")
	in.ReadRs1As(x.word)
	y, sign := in.Immediate()
	yLow, and := in.Main("imm_byte", fromAnd), [2]adapter.Col{in.Main("and0", fromAnd), in.Main("and1", fromAnd)}
	yHigh := y[0].Sub(yLow.Expr).Mul(in.Const(inverse8)) // a byte by AND, hence imm = imm_byte + 256 byte
	in.Demand(bus.And, in.One(), x.low.Expr, yLow.Expr, and[0].Expr)
	in.Demand(bus.And, in.One(), x.high, yHigh, and[1].Expr)
	z := in.Word("c", "u16 (from bytes, or from a and a bit)")
	for i := range z.Limbs {
		both := sign.Mul(x.word.Limbs[i])
		if i == 0 {
			both = and[0].Add(and[1].Scale(256))
		}
		choose(in, rv64.Andi, rv64.Ori, rv64.Xori, i, z.Limbs[i], both, x.word.Limbs[i].Add(y[i]).Sub(both))
	}
	in.WriteRd(z.Limbs)
	in.Finish(in.Sequential())
	return adapter.Table(rom.BitwiseImm, b, func(row []uint32, s *record.Step) {
		in.Put(row, s)
		imm := s.Row.Imm[0]
		x.low.Put(row, uint32(s.Rs1&0xff))
		yLow.Put(row, imm&0xff)
		and[0].Put(row, uint32(s.Rs1)&imm&0xff)
		and[1].Put(row, uint32(s.Rs1)&imm>>8)
		z.Put(row, s.Rd)
	})
}

// split is a word of limbs with the bytes of the lowest one: the lower byte is a column,
// the higher one (limb - lower) / 256. Once both are bytes, limb = lower + 256 higher.
type split struct {
	word adapter.Word
	low  adapter.Col
	high air.Expr
}

func newSplit(in *adapter.Instruction, name string) split {
	w, low := in.Word(name, adapter.FromMemory), in.Main(name+"_byte", fromAnd)
	return split{w, low, w.Limbs[0].Sub(low.Expr).Mul(in.Const(inverse8))}
}

// choose demands that limb i of the result is and, or, or xor = or - and, by the flags; zero
// on padding rows. All are u16 when the operands are.
func choose(in *adapter.Instruction, opAnd, opOr, opXor rv64.Op, i int, z, and, or air.Expr) {
	want := in.Flag(opAnd).Mul(and)
	want = want.Add(in.Flag(opOr).Mul(or))
	want = want.Add(in.Flag(opXor).Mul(or.Sub(and)))
	in.Zero("c"+digit(i)+" is the result", z.Sub(want))
}
