package control

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Jump is the table of jal, lui and auipc: a constant is written and the next pc is a
// constant, both of the ROM.
func Jump() chips.Table {
	b := adapter.New(rom.Jump.String())
	in := b.Instruction(rv64.Jal)
	next, value := in.Main("next", "u31 (ROM)"), in.Word("value", adapter.FromROM)
	in.Zero("padding keeps the pc", in.Real.Not().Mul(next.Sub(in.PC.Expr)))
	in.Rs2, in.Imm = next.Expr, value.Limbs
	in.WriteRd(value.Limbs)
	in.Finish(next.Expr)
	return adapter.Table(rom.Jump, b, func(row []uint32, s *record.Step) {
		in.Put(row, s)
		next.Put(row, s.NextPC)
		value.Put(row, s.Rd)
	})
}

var inverse16 = field.New(1 << 16).Inv()

// Jalr is the table of jalr. The target t = rs1 + offset modulo 2^64 is below 2^32:
//
//	t = odd + 4 quarter + 2^16 high, the next pc is quarter + 2^14 high
//
// where bit 0, which jalr clears, is odd, and bit 1 has no place: such a jump is unprovable.
// The link value is 4 (pc + 1) = 4 link + 2^16 link_high.
func Jalr() chips.Table {
	b := adapter.New(rom.Jalr.String())
	in := b.Instruction(rv64.Jalr)
	x := in.ReadRs1()
	offset, _ := in.Immediate()

	odd, quarter, high := in.Bit("odd"), in.Main("quarter", "u14 (RANGE16 twice)"), in.Main("high", adapter.Checked)
	// quarter is u16, so 4 quarter is an integer below 2^18, and being u16 it shows quarter < 2^14.
	in.RangeCheck(quarter.Expr, quarter.Scale(4), high.Expr)
	target := adapter.Limbs{odd.Add(quarter.Scale(4)), high.Expr, in.Const(0), in.Const(0)}
	carry := in.Const(0)
	for i := range target {
		// All limbs are u16 and the carry before is a bit, so the numerator is an integer in
		// (-2^16, 2^17), divisible by 2^16 when the quotient is a bit. The last carry is lost.
		carry = x.Limbs[i].Add(offset[i]).Add(carry).Sub(target[i]).Mul(in.Const(inverse16))
		in.Bool("carry "+string(rune('0'+i)), carry)
	}
	next := quarter.Add(high.Scale(1 << 14)) // below 2^30
	in.Zero("padding keeps the pc", in.Real.Not().Mul(next.Sub(in.PC.Expr)))

	linkHigh := in.Main("link_high", adapter.Checked)
	// link is below 2^14 as quarter is, so link + 2^14 link_high < 2^30 does not wrap and is
	// the only way to write pc + 1; rows of micro-sequences from pc 2^30 on have none.
	link := in.Sequential().Sub(linkHigh.Scale(1 << 14))
	in.RangeCheck(link, link.Scale(4), linkHigh.Expr)
	in.WriteRd(adapter.Limbs{link.Scale(4), linkHigh.Expr, in.Const(0), in.Const(0)})
	in.Finish(next)
	return adapter.Table(rom.Jalr, b, func(row []uint32, s *record.Step) {
		in.Put(row, s)
		t := uint32(s.Rs1 + s.Row.Word())
		odd.Put(row, t&1)
		quarter.Put(row, t>>2&0x3fff)
		high.Put(row, t>>16)
		linkHigh.Put(row, (s.Row.PC+1)>>14)
	})
}
