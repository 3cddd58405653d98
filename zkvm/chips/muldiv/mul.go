package muldiv

import (
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// operands are the values of rs1 and rs2 as bytes.
type operands struct {
	x, y           factor
	xUpper, yUpper upperBytes
}

func newOperands(in *adapter.Instruction) *operands {
	a, b := in.ReadRs1(), in.ReadRs2()
	o := &operands{}
	x, xUpper := split(in.Builder, "a.byte", a.Limbs[:]...)
	y, yUpper := split(in.Builder, "b.byte", b.Limbs[:]...)
	o.x, o.y, o.xUpper, o.yUpper = factor(x), factor(y), xUpper, yUpper
	return o
}

func (o *operands) put(row []uint32, s *record.Step) {
	o.xUpper.put(row, s.Rs1)
	o.yUpper.put(row, s.Rs2)
}

// newMul is mul, the low half of the product, and mulw, its low 32 bits with their sign.
func newMul() chips.Table {
	b := adapter.New("mul")
	in := b.Instruction(rv64.Mul, rv64.Mulw)
	isMul, isWord := in.Flag(rv64.Mul), in.Flag(rv64.Mulw)
	o := newOperands(in)
	r := b.Word("r", adapter.Checked)
	b.RangeCheck(r.Limbs[:]...)
	sign := b.Bit("negative")
	columns, carry := newCarries(b, 4, 0, in.Real)

	for k := range 4 {
		identity := digit(&o.x, &o.y, k).Add(carry[k]).Sub(r.Limbs[k]).Sub(carry[k+1].Scale(1 << 16))
		if k < 2 {
			b.Zero("digit "+string(rune('0'+k)), identity)
			continue
		}
		b.Zero("digit "+string(rune('0'+k)), isMul.Mul(identity))
		b.Zero("word, limb "+string(rune('0'+k)), isWord.Mul(r.Limbs[k].Sub(sign.Scale(u16Mask))))
		// Nothing depends on the carry then; it is not left open.
		b.Zero("word, carry "+string(rune('1'+k)), isWord.Mul(carry[k+1]))
	}
	b.Demand(bus.Range16, isWord, r.Limbs[1].Scale(2).Sub(sign.Scale(1<<16)))
	b.Zero("only words have a sign", isWord.Not().Mul(sign.Expr))
	in.WriteRd(r.Limbs)
	in.Finish(in.Sequential())

	return adapter.Table(rom.Mul, b, func(row []uint32, s *record.Step) {
		in.Put(row, s)
		o.put(row, s)
		r.Put(row, s.Rd)
		n := 4
		if s.Row.Op == rv64.Mulw {
			n = 2
			sign.Put(row, uint32(s.Rd>>63))
		}
		sums := digitsOf(s.Rs1, s.Rs2)
		columns.put(row, sums[:n])
	})
}

// newMulHigh is the high half of the product. A negative factor x stands for x - 2^64: it
// takes 2^64 y off the product of the unsigned numbers; the 2^128 of two of them is out of
// reach.
func newMulHigh() chips.Table {
	b := adapter.New("mul_high")
	in := b.Instruction(rv64.Mulh, rv64.Mulhsu, rv64.Mulhu)
	o := newOperands(in)
	low, high := b.Word("low", adapter.Checked), b.Word("high", adapter.Checked)
	b.RangeCheck(low.Limbs[:]...)
	b.RangeCheck(high.Limbs[:]...)
	xSign, ySign := b.Bit("a.negative"), b.Bit("b.negative")
	b.Demand(bus.Bytes, b.One(), o.x[7].Scale(2).Sub(xSign.Scale(256)), o.y[7].Scale(2).Sub(ySign.Scale(256)))
	columns, carry := newCarries(b, 8, 8, in.Real)

	xTakes, yTakes := in.Any(rv64.Mulh, rv64.Mulhsu).Mul(xSign.Expr), in.Flag(rv64.Mulh).Mul(ySign.Expr)
	x, y := o.x.limbs(), o.y.limbs()
	for k := range 8 {
		sum := digit(&o.x, &o.y, k).Add(carry[k])
		if k < 4 {
			sum = sum.Sub(low.Limbs[k])
		} else {
			sum = sum.Sub(xTakes.Mul(y[k-4])).Sub(yTakes.Mul(x[k-4])).Sub(high.Limbs[k-4])
		}
		b.Zero("digit "+string(rune('0'+k)), sum.Sub(carry[k+1].Scale(1<<16)))
	}
	in.WriteRd(high.Limbs)
	in.Finish(in.Sequential())

	return adapter.Table(rom.MulHigh, b, func(row []uint32, s *record.Step) {
		in.Put(row, s)
		o.put(row, s)
		low.Put(row, s.Rs1*s.Rs2)
		high.Put(row, s.Rd)
		xSign.Put(row, uint32(s.Rs1>>63))
		ySign.Put(row, uint32(s.Rs2>>63))
		sums := digitsOf(s.Rs1, s.Rs2)
		var taken [2]uint64 // what negative factors take off the high half
		if s.Row.Op != rv64.Mulhu && s.Rs1>>63 == 1 {
			taken[0] = s.Rs2
		}
		if s.Row.Op == rv64.Mulh && s.Rs2>>63 == 1 {
			taken[1] = s.Rs1
		}
		for k := range 4 {
			sums[k+4] -= limb(taken[0], k) + limb(taken[1], k)
		}
		columns.put(row, sums[:])
	})
}
