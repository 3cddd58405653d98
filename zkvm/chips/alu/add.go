package alu

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Add is the table of add and sub: c = a + b, or a = c + b, modulo 2^64.
func Add() chips.Table {
	b := adapter.New(rom.Add.String())
	in := b.Instruction(rv64.Add, rv64.Sub)
	x, y := in.ReadRs1(), in.ReadRs2()
	z := in.Word("c", adapter.Checked)
	in.RangeCheck(z.Limbs[:]...)
	sum(in, in.Flag(rv64.Add), "add", x.Limbs[:], y.Limbs[:], z.Limbs[:])
	sum(in, in.Flag(rv64.Sub), "sub", z.Limbs[:], y.Limbs[:], x.Limbs[:])
	in.WriteRd(z.Limbs)
	in.Finish(in.Sequential())
	return adapter.Table(rom.Add, b, func(row []uint32, s *record.Step) {
		in.Put(row, s)
		z.Put(row, s.Rd)
	})
}

// AddImm is the table of addi: c = a + immediate modulo 2^64.
func AddImm() chips.Table {
	b := adapter.New(rom.AddImm.String())
	in := b.Instruction(rv64.Addi)
	x := in.ReadRs1()
	y, _ := in.Immediate()
	z := in.Word("c", adapter.Checked)
	in.RangeCheck(z.Limbs[:]...)
	sum(in, in.Real, "addi", x.Limbs[:], y[:], z.Limbs[:])
	in.WriteRd(z.Limbs)
	in.Finish(in.Sequential())
	return adapter.Table(rom.AddImm, b, func(row []uint32, s *record.Step) {
		in.Put(row, s)
		z.Put(row, s.Rd)
	})
}

// AddW is the table of addw and subw: the sum or difference of the lower halves, modulo
// 2^32 and sign-extended.
func AddW() chips.Table {
	b := adapter.New(rom.AddW.String())
	in := b.Instruction(rv64.Addw, rv64.Subw)
	x, y := in.ReadRs1(), in.ReadRs2()
	z := newSigned(in)
	sum(in, in.Flag(rv64.Addw), "addw", x.Limbs[:2], y.Limbs[:2], z.limbs[:2])
	sum(in, in.Flag(rv64.Subw), "subw", z.limbs[:2], y.Limbs[:2], x.Limbs[:2])
	in.WriteRd(z.limbs)
	in.Finish(in.Sequential())
	return adapter.Table(rom.AddW, b, func(row []uint32, s *record.Step) {
		in.Put(row, s)
		z.put(row, s.Rd)
	})
}

// AddWImm is the table of addiw.
func AddWImm() chips.Table {
	b := adapter.New(rom.AddWImm.String())
	in := b.Instruction(rv64.Addiw)
	x := in.ReadRs1()
	y, _ := in.Immediate()
	z := newSigned(in)
	sum(in, in.Real, "addiw", x.Limbs[:2], y[:2], z.limbs[:2])
	in.WriteRd(z.limbs)
	in.Finish(in.Sequential())
	return adapter.Table(rom.AddWImm, b, func(row []uint32, s *record.Step) {
		in.Put(row, s)
		z.put(row, s.Rd)
	})
}

// sum demands z = x + y modulo 2^(16 n) where flag is one, for n limbs. The carries are not
// columns: carry k is (x + y + carry before - z) / 2^16 in the field, and a bit. Limbs are
// u16 and the carry before is a bit, so x + y + carry - z is an integer in (-2^16, 2^17);
// it is 0 or 2^16 mod p only when it is 0 or 2^16.
func sum(in *adapter.Instruction, flag air.Expr, name string, x, y, z []air.Expr) {
	inverse := in.Const(inverse16)
	carry := in.Const(0)
	for i := range x {
		carry = x[i].Add(y[i]).Add(carry).Sub(z[i]).Mul(inverse)
		in.Zero(name+": carry "+digit(i)+" is a bit", flag.Mul(carry).Mul(carry.SubInt(1)))
	}
}

// signed is a word that is sign-extended from 32 bits: two limbs and the sign.
type signed struct {
	limbs     adapter.Limbs
	low, high adapter.Col
	sign      adapter.Col
}

// newSigned adds the columns. The lower limb is u16 by a lookup, and so is 2 high - 2^16
// sign. Then high is u16 and sign is its upper bit, provided that high is an integer of less
// than 2^18 on either side of zero, which the caller's sum shows: 2 high - 2^16 sign is then
// an integer below 2^20, so it is even and high = 2^15 sign + something below 2^15.
func newSigned(in *adapter.Instruction) *signed {
	s := &signed{low: in.Main("c0", adapter.Checked), high: in.Main("c1", "u16 (RANGE16, with sign)")}
	s.sign = in.Bit("c_sign")
	in.RangeCheck(s.low.Expr, s.high.Scale(2).Sub(s.sign.Scale(1<<16)))
	upper := s.sign.Scale(0xffff)
	s.limbs = adapter.Limbs{s.low.Expr, s.high.Expr, upper, upper}
	return s
}

func (s *signed) put(row []uint32, v uint64) {
	row[s.low.At], row[s.high.At], row[s.sign.At] = uint32(v&0xffff), uint32(v>>16&0xffff), uint32(v>>63)
}
