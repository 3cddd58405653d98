package control

import (
	"sync"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// BranchEqual is the table of beq and bne.
func BranchEqual() chips.Table {
	b := adapter.New(rom.BranchEqual.String())
	in := b.Instruction(rv64.Beq, rv64.Bne)
	x, y := in.ReadRs1(), in.ReadRs2()
	equal := in.Main("equal", "bit (constraints)")
	var inverse [4]adapter.Col
	found := in.Const(0)
	for i := range inverse {
		inverse[i] = in.Main("inverse"+string(rune('0'+i)), "field: of the first difference, 1/(a - b), else 0")
		d := x.Limbs[i].Sub(y.Limbs[i])
		found = found.Add(d.Mul(inverse[i].Expr))
		in.Zero("equal words have equal limbs "+string(rune('0'+i)), equal.Mul(d))
	}
	// Either all limbs are equal, then found = 0 and equal is one on real rows; or one is not,
	// then equal is zero.
	in.Zero("words that are not equal differ", found.Sub(in.Real).Add(equal.Expr))
	taken := in.Flag(rv64.Beq).Mul(equal.Expr).Add(in.Flag(rv64.Bne).Mul(equal.Not()))
	put := branch(in, taken)
	return adapter.Table(rom.BranchEqual, b, func(row []uint32, s *record.Step) {
		put(row, s)
		equal.PutBool(row, s.Rs1 == s.Rs2)
		for i := range inverse {
			d := int32(s.Rs1>>(16*i)&0xffff) - int32(s.Rs2>>(16*i)&0xffff)
			if d != 0 {
				inverse[i].Put(row, inverseOf(d))
				break
			}
		}
	})
}

// BranchLess is the table of blt, bge, bltu, bgeu.
func BranchLess() chips.Table {
	b := adapter.New(rom.BranchLess.String())
	in := b.Instruction(rv64.Blt, rv64.Bge, rv64.Bltu, rv64.Bgeu)
	x, y := in.ReadRs1(), in.ReadRs2()
	less := in.Less(in.Any(rv64.Blt, rv64.Bge), x.Limbs, y.Limbs)
	taken := in.Any(rv64.Blt, rv64.Bltu).Mul(less.Result).Add(in.Any(rv64.Bge, rv64.Bgeu).Mul(less.Result.Not()))
	put := branch(in, taken)
	return adapter.Table(rom.BranchLess, b, func(row []uint32, s *record.Step) {
		put(row, s)
		less.Put(row, s.Row.Op == rv64.Blt || s.Row.Op == rv64.Bge, s.Rs1, s.Rs2)
	})
}

// branch adds target and next pc and finishes the row. Taken has degree two, is a bit on
// real rows and zero on padding rows, where hence next = pc.
func branch(in *adapter.Instruction, taken air.Expr) func(row []uint32, s *record.Step) {
	target, next := in.Main("target", "u31 (ROM)"), in.Main("next", "u31: target or pc + 1")
	in.Imm[0] = target.Expr
	in.Zero("next is the target or pc + 1",
		next.Sub(in.Sequential()).Sub(taken.Mul(target.Sub(in.PC.Expr).SubInt(1))))
	in.Finish(next.Expr)
	return func(row []uint32, s *record.Step) {
		in.Put(row, s)
		target.Put(row, s.Row.Imm[0])
		next.Put(row, s.NextPC)
	}
}

// inverses of 1 to 2^16 - 1 as values, made on first use by one inversion.
var inverses = sync.OnceValue(func() *[1 << 16]uint32 {
	var products [1 << 16]field.Element
	products[0] = field.One
	for i := 1; i < len(products); i++ {
		products[i] = products[i-1].Mul(field.New(uint64(i)))
	}
	out := new([1 << 16]uint32)
	inverse := products[len(products)-1].Inv()
	for i := len(products) - 1; i > 0; i-- {
		out[i] = inverse.Mul(products[i-1]).Uint32()
		inverse = inverse.Mul(field.New(uint64(i)))
	}
	return out
})

// inverseOf is 1/d as a value, for 0 < |d| < 2^16.
func inverseOf(d int32) uint32 {
	if d < 0 {
		return field.Modulus - inverses()[-d]
	}
	return inverses()[d]
}
