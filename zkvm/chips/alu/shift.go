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

// Shift is the table of sll, srl, sra and their W forms. The amount is the lower 6 bits of b,
// 5 in W forms; the rest of its lowest limb is split off in parts:
// b0 = amount + 32 ignored (W forms) + 64 rest0 + 2048 rest1, rest0 and rest1 < 2^5.
func Shift() chips.Table {
	b := adapter.New(rom.Shift.String())
	in := b.Instruction(rv64.Sll, rv64.Srl, rv64.Sra, rv64.Sllw, rv64.Srlw, rv64.Sraw)
	s := newShift(in, [6]rv64.Op{rv64.Sll, rv64.Srl, rv64.Sra, rv64.Sllw, rv64.Srlw, rv64.Sraw})
	y := in.ReadRs2()
	ignored := in.Main("b_bit5", "bit, zero but in W forms")
	in.Zero("b_bit5 is a bit in W forms, else zero", ignored.Mul(ignored.Sub(s.word)))
	rest := [2]adapter.Col{in.Main("b_rest0", "u5 (RANGE5)"), in.Main("b_rest1", "u5 (RANGE5)")}
	in.Range5(rest[0].Expr, rest[1].Expr)
	// All parts are in range and of disjoint weights below 2^16: no wrap, one solution.
	split := s.amount.Add(ignored.Scale(32)).Add(rest[0].Scale(64)).Add(rest[1].Scale(2048))
	in.Zero("b0 has the amount", y.Limbs[0].Sub(split))
	in.WriteRd(s.result())
	in.Finish(in.Sequential())
	return adapter.Table(rom.Shift, b, func(row []uint32, st *record.Step) {
		in.Put(row, st)
		amount := uint32(st.Rs2 & 0xffff)
		rest[0].Put(row, amount>>6&31)
		rest[1].Put(row, amount>>11)
		if st.Row.Op >= rv64.Sllw {
			ignored.Put(row, amount>>5&1)
			amount &= 31
		}
		s.put(row, st.Row.Op, st.Rs1, amount&63, st.Rd)
	})
}

// ShiftImm is the table of the immediate forms; an amount in the ROM
// that is not below 64, in W forms 32, is unprovable.
func ShiftImm() chips.Table {
	b := adapter.New(rom.ShiftImm.String())
	in := b.Instruction(rv64.Slli, rv64.Srli, rv64.Srai, rv64.Slliw, rv64.Srliw, rv64.Sraiw)
	s := newShift(in, [6]rv64.Op{rv64.Slli, rv64.Srli, rv64.Srai, rv64.Slliw, rv64.Srliw, rv64.Sraiw})
	imm := in.Main("imm", "u6 (ROM)")
	in.Imm[0] = imm.Expr
	in.Zero("imm is the amount", imm.Sub(s.amount))
	in.WriteRd(s.result())
	in.Finish(in.Sequential())
	return adapter.Table(rom.ShiftImm, b, func(row []uint32, st *record.Step) {
		in.Put(row, st)
		amount := st.Row.Imm[0]
		imm.Put(row, amount)
		s.put(row, st.Row.Op, st.Rs1, amount, st.Rd)
	})
}

// shift is the part that both chips share. With the amount n = fine + 8 coarse + 16 limbs,
// fine < 8, a left shift is a shift up by n. A right shift is the upper half of a shift up by
// 64 - n = (8 - fine) + 8 (1 - coarse) + 16 (3 - limbs), so that both move bits up by k = fine or
// 8 - fine, then bytes by one or none, then whole limbs, up or down.
type shift struct {
	in *adapter.Instruction
	// Flags: left and right shifts of 64 bits, and of 32, and W forms.
	left, right, left32, right32, word air.Expr

	a         adapter.Word // the register that is read
	a2, a3    adapter.Col  // its upper limbs, which W forms replace in a
	top, sign adapter.Col  // byte with the sign in arithmetic shifts, else zero, and its bit
	high      adapter.Word // of every byte of a the upper k bits, in their place

	fine, power    adapter.Col    // fine and 2^fine
	times, rest    adapter.Col    // 2^k and 2^(8-k)
	coarse, byteUp adapter.Col    // of the amount; and whether bytes move up
	limbs          [3]adapter.Col // one-hot for 1, 2, 3; none for 0
	amount         air.Expr
	moved          [5]adapter.Col // limbs after the moves of bits and bytes
	c              adapter.Word
	cSign          adapter.Col
	first          rv64.Op // the left shift of 64 bits
}

func newShift(in *adapter.Instruction, ops [6]rv64.Op) *shift {
	s := &shift{
		in:   in,
		left: in.Flag(ops[0]), right: in.Any(ops[1], ops[2]),
		left32: in.Flag(ops[3]), right32: in.Any(ops[4], ops[5]),
		word:  in.Any(ops[3:]...),
		first: ops[0],
	}
	s.operand(in.Flag(ops[2]), in.Flag(ops[5]))
	s.amounts()
	s.bits()
	return s
}

// operand reads rs1. Its bytes are columns; in W forms the upper four are not those of the
// register but copies of the sign, which is zero except in arithmetic shifts.
func (s *shift) operand(arithmetic, arithmetic32 air.Expr) {
	in := s.in
	s.a = in.ByteWord("a", fromAnd)
	s.a2, s.a3 = in.Main("a_limb2", adapter.FromMemory), in.Main("a_limb3", adapter.FromMemory)
	s.top, s.sign = in.Main("sign_byte", "byte (a7, a3 or 0)"), in.Main("sign", "bit (AND)")
	in.Zero("sign_byte is the top byte", s.top.Sub(arithmetic.Mul(s.a.Bytes[7])).Sub(arithmetic32.Mul(s.a.Bytes[3])))
	in.Demand(bus.And, in.One(), s.top.Expr, in.Int(128), s.sign.Scale(128))
	fill := s.sign.Scale(0xffff)
	in.Zero("a4 and a5 are limb 2, or the sign", s.a.Limbs[2].Sub(s.a2.Expr).Sub(s.word.Mul(fill.Sub(s.a2.Expr))))
	in.Zero("a6 and a7 are limb 3, or the sign", s.a.Limbs[3].Sub(s.a3.Expr).Sub(s.word.Mul(fill.Sub(s.a3.Expr))))
	read := s.a
	read.Limbs[2], read.Limbs[3] = s.a2.Expr, s.a3.Expr
	in.ReadRs1As(read)
}

// amounts splits the amount.
func (s *shift) amounts() {
	in := s.in
	s.fine, s.power = in.Main("fine", "u3 (POW2, RANGE5)"), in.Main("fine_power", "2^fine (POW2)")
	in.Demand(bus.Pow2, in.Real, s.fine.Expr, s.power.Expr)
	in.Range5(s.fine.Scale(4)) // fine < 16 by POW2, on real rows; so 4 fine < 32 is fine < 8
	s.times, s.rest = in.Main("times", "2^k"), in.Main("rest", "2^(8-k)")
	// power is 2^fine, fine < 8, so the other factor is 2^(8-fine), exactly. All are zero on
	// padding rows.
	lefts, rights := s.left.Add(s.left32), s.right.Add(s.right32)
	in.Zero("fine_power is times or rest", s.power.Sub(lefts.Mul(s.times.Expr)).Sub(rights.Mul(s.rest.Expr)))
	in.Zero("times and rest make a byte", s.times.Mul(s.rest.Expr).Sub(in.Real.Scale(256)))

	s.coarse, s.byteUp = in.Bit("coarse"), in.Main("byte_up", "bit (coarse)")
	in.Zero("byte_up is coarse, negated in right shifts",
		s.byteUp.Sub(lefts.Mul(s.coarse.Expr)).Sub(rights.Mul(s.coarse.Not())))
	any, limbs := in.Const(0), in.Const(0)
	for i := range s.limbs {
		s.limbs[i] = in.Bit("limbs" + digit(i+1))
		any = any.Add(s.limbs[i].Expr)
		limbs = limbs.Add(s.limbs[i].Scale(int64(i + 1)))
	}
	in.Bool("sum of limbs", any)
	in.Zero("W forms shift by less than 32", s.word.Mul(s.limbs[1].Add(s.limbs[2].Expr)))
	s.amount = s.fine.Add(s.coarse.Scale(8)).Add(limbs.Scale(16))
}

// bits splits every byte at bit 8 - k and makes the moved limbs.
func (s *shift) bits() {
	in := s.in
	s.high = in.ByteWord("high", fromAnd)
	// The mask 256 - 2^(8-k) has the upper k bits of a byte. It is zero on padding rows.
	mask := in.Real.Scale(256).Sub(s.rest.Expr)
	for i := range s.a.Bytes {
		in.Demand(bus.And, in.One(), s.a.Bytes[i], mask, s.high.Bytes[i])
	}
	// After the move of bits, byte i is 2^k times the lower part of byte i, which is below
	// 2^(8-k), plus the upper part of byte i-1 over 2^(8-k) = 256 / 2^k: disjoint bits. Byte 8
	// has as its lower part the copies of the sign, sign * (2^(8-k) - 1).
	byteAt := func(i int) air.Expr {
		low, below := in.Const(0), in.Const(0)
		if i < 8 && i >= 0 {
			low = s.a.Bytes[i].Sub(s.high.Bytes[i])
		}
		if i > 0 && i <= 8 {
			below = s.high.Bytes[i-1].Mul(in.Const(inverse8))
		}
		switch {
		case i == 8:
			return s.sign.Mul(in.Int(256).Sub(s.times.Expr)).Add(s.times.Mul(below))
		case i > 8:
			return s.sign.Scale(255)
		}
		return s.times.Mul(low.Add(below))
	}
	for i := range s.moved {
		s.moved[i] = in.Main("moved"+digit(i), "u16 (from bytes)")
		same := byteAt(2 * i).Add(byteAt(2*i + 1).Scale(256))
		up := byteAt(2*i - 1).Add(byteAt(2 * i).Scale(256))
		in.Zero("moved"+digit(i)+" is made of bytes",
			s.moved[i].Sub(s.byteUp.Not().Mul(same)).Sub(s.byteUp.Mul(up)))
	}
}

// result selects limbs by the limb count: limb i of a left shift is moved limb i - limbs, of
// a right shift i + limbs + 1. In W forms the upper half is the sign of limb 1, proven by the
// lookup of 2 c1 - 2^16 sign as c1 is u16.
func (s *shift) result() adapter.Limbs {
	in := s.in
	s.c, s.cSign = in.Word("c", "u16 (from bytes)"), in.Main("c_sign", "bit, zero but in W forms")
	in.Zero("c_sign is a bit in W forms, else zero", s.cSign.Mul(s.cSign.Sub(s.word)))
	in.Demand(bus.Range16, s.word, s.c.Limbs[1].Scale(2).Sub(s.cSign.Scale(1<<16)))
	none := in.One().Sub(s.limbs[0].Expr).Sub(s.limbs[1].Expr).Sub(s.limbs[2].Expr)
	selectors := [4]air.Expr{none, s.limbs[0].Expr, s.limbs[1].Expr, s.limbs[2].Expr}
	fill := s.sign.Scale(0xffff)
	for i := range s.c.Limbs {
		up, down := in.Const(0), in.Const(0)
		for n, selector := range selectors {
			if i-n >= 0 {
				up = up.Add(selector.Mul(s.moved[i-n].Expr))
			}
			from := fill
			if i+n+1 < len(s.moved) {
				from = s.moved[i+n+1].Expr
			}
			down = down.Add(selector.Mul(from))
		}
		var want air.Expr
		if i < 2 {
			want = s.left.Add(s.left32).Mul(up).Add(s.right.Add(s.right32).Mul(down))
		} else {
			want = s.left.Mul(up).Add(s.right.Mul(down)).Add(s.cSign.Scale(0xffff))
		}
		in.Zero("c"+digit(i)+" is the result", s.c.Limbs[i].Sub(want))
	}
	return s.c.Limbs
}
