package memory

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Tables are the chips of loads and stores.
func Tables() []chips.Table {
	return []chips.Table{loadDouble(), loadWord(), loadByte(), storeDouble(), storeWord(), storeByte()}
}

// frame is the frame of a load or store: an instruction with its address.
type frame struct {
	*adapter.Instruction
	number   adapter.Col // of the base register
	low      adapter.Col // v0 and v1, the base
	high     adapter.Col
	imm      adapter.Col // i0, s
	sign     adapter.Col
	base     adapter.Access
	offset   []adapter.Col // bits of the address, down from bit 2
	weighted air.Expr      // sum of the bits
	cell     air.Expr
}

// newFrame reads the base and proves the address; bits is how many bits of it choose a part
// of the cell: bit 2, bit 1, bit 0.
func newFrame(name string, bits int, ops ...rv64.Op) *frame {
	b := adapter.New(name)
	f := &frame{Instruction: b.Instruction(ops...)}
	f.number = b.Main("rs1", adapter.Register)
	f.low, f.high = b.Main("base0", adapter.FromMemory), b.Main("base1", adapter.FromMemory)
	f.imm, f.sign = b.Main("imm0", adapter.FromROM), b.Main("sign", "bit (ROM)")
	f.Rs1 = f.number.Expr
	extension := f.sign.Scale(0xffff)
	f.Imm = adapter.Limbs{f.imm.Expr, extension, extension, extension}
	zero := b.Const(0)
	f.base = b.Read("rs1", adapter.RegisterCell(f.number.Expr), f.At(bus.FirstSlot), f.Real,
		adapter.Limbs{f.low.Expr, f.high.Expr, zero, zero})

	f.weighted = zero
	for i := range bits {
		bit := b.Bit("offset" + string(rune('0'+4>>i)))
		f.offset = append(f.offset, bit)
		f.weighted = f.weighted.Add(bit.Scale(4 >> i))
	}
	n := f.low.Add(f.imm.Expr).Sub(f.weighted).Mul(b.Const(field.New(8).Inv()))
	b.RangeCheck(n)
	f.cell = n.Add(f.high.Sub(f.sign.Expr).Scale(1 << 13))
	return f
}

// four, two and one are the bits of the offset.
func (f *frame) four() air.Expr { return f.offset[0].Expr }
func (f *frame) two() air.Expr  { return f.offset[1].Expr }
func (f *frame) one() air.Expr  { return f.offset[2].Expr }

// limbFlags are one for the limb that the bits of weight 4 and 2 choose and zero for the
// others, of degree two.
func (f *frame) limbFlags() [4]air.Expr {
	h, l := f.four(), f.two()
	return [4]air.Expr{h.Not().Mul(l.Not()), h.Not().Mul(l), h.Mul(l.Not()), h.Mul(l)}
}

// selected is the limb of a cell that the flags choose, of degree three.
func (f *frame) selected(limbs adapter.Limbs) air.Expr {
	sum := f.Const(0)
	for i, flag := range f.limbFlags() {
		sum = sum.Add(flag.Mul(limbs[i]))
	}
	return sum
}

// pair is the limb of a byte x at the place that the bit of weight 1 says and of the byte
// other at the other place.
func (f *frame) pair(x, other air.Expr) air.Expr {
	return x.Add(other.Scale(256)).Add(f.one().Mul(x.Sub(other)).Scale(255))
}

// put writes the columns of the frame and returns the address.
func (f *frame) put(row []uint32, s *record.Step) uint32 {
	f.Put(row, s)
	f.number.Put(row, uint32(s.Row.Rs1))
	f.low.Put(row, uint32(s.Rs1&0xffff))
	f.high.Put(row, uint32(s.Rs1>>16&0xffff))
	f.imm.Put(row, s.Row.Imm[0])
	f.sign.Put(row, s.Row.Imm[1]&1)
	f.base.Put(row, s.Time+bus.FirstSlot, s.Rs1Time)
	address := uint32(s.Rs1) + s.Row.Imm[0]&0xffff - s.Row.Imm[1]&1<<16
	for i, bit := range f.offset {
		bit.Put(row, address>>(2-i)&1)
	}
	return address
}

// table finishes the chip.
func (f *frame) table(t rom.Table, put func(row []uint32, s *record.Step)) chips.Table {
	f.Finish(f.Sequential())
	return adapter.Table(t, f.Builder, put)
}
