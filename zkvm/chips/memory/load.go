package memory

import (
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// computed is the range of columns that a constraint puts together from values in range.
const computed = "u16 (constraint)"

func loadDouble() chips.Table {
	f := newFrame("load_double", 0, rv64.Ld)
	f.WriteRd(f.ReadMemory(f.cell).Limbs)
	return f.table(rom.LoadDouble, func(row []uint32, s *record.Step) { f.put(row, s) })
}

// loadWord is lw, lwu, lh and lhu. The value is (r0, r1, e, e): for a word the limbs at
// bit 2 of the address, for a half the limb at bits 2 and 1 and r1 = e, where e is
// 2^16 - 1 times the sign.
func loadWord() chips.Table {
	f := newFrame("load_word", 2, rv64.Lw, rv64.Lwu, rv64.Lh, rv64.Lhu)
	word := f.Any(rv64.Lw, rv64.Lwu)
	f.Zero("words are aligned", word.Mul(f.two()))
	m := f.ReadMemory(f.cell)
	r0, r1 := f.Main("r0", computed), f.Main("r1", computed)
	sign := f.Bit("negative")
	extension := sign.Scale(0xffff)

	f.Zero("low limb", r0.Sub(f.selected(m.Limbs)))
	upper := m.Limbs[1].Add(f.four().Mul(m.Limbs[3].Sub(m.Limbs[1])))
	f.Zero("high limb", word.Mul(r1.Sub(upper)).Add(word.Not().Mul(r1.Sub(extension))))
	// For a u16 x and a bit s, 2x - 2^16 s is a u16 exactly when s is the top bit of x.
	f.Demand(bus.Range16, f.Flag(rv64.Lh), r0.Scale(2).Sub(sign.Scale(1<<16)))
	f.Demand(bus.Range16, f.Flag(rv64.Lw), r1.Scale(2).Sub(sign.Scale(1<<16)))
	f.Zero("unsigned is not negative", f.Any(rv64.Lh, rv64.Lw).Not().Mul(sign.Expr))
	f.WriteRd(adapter.Limbs{r0.Expr, r1.Expr, extension, extension})

	return f.table(rom.LoadWord, func(row []uint32, s *record.Step) {
		f.put(row, s)
		r0.Put(row, uint32(s.Rd&0xffff))
		r1.Put(row, uint32(s.Rd>>16&0xffff))
		sign.Put(row, uint32(s.Rd>>63))
	})
}

// loadByte is lb and lbu. The limb at bits 2 and 1 of the address consists of the byte x at
// bit 0 and of another one.
func loadByte() chips.Table {
	f := newFrame("load_byte", 3, rv64.Lb, rv64.Lbu)
	m := f.ReadMemory(f.cell)
	x, other := f.Main("x", "byte (BYTES)"), f.Main("other", "byte (BYTES)")
	sign := f.Bit("negative")
	signed := f.Flag(rv64.Lb)

	f.Demand(bus.Bytes, f.One(), x.Expr, other.Expr)
	f.Zero("the limb is its bytes", f.pair(x.Expr, other.Expr).Sub(f.selected(m.Limbs)))
	// For a byte x and a bit s, 2x - 256 s is a byte exactly when s is the top bit of x.
	f.Demand(bus.Bytes, signed, x.Scale(2).Sub(sign.Scale(256)), f.Const(0))
	f.Zero("unsigned is not negative", signed.Not().Mul(sign.Expr))
	extension := sign.Scale(0xffff)
	f.WriteRd(adapter.Limbs{x.Add(sign.Scale(0xff00)), extension, extension, extension})

	return f.table(rom.LoadByte, func(row []uint32, s *record.Step) {
		address := f.put(row, s)
		x.Put(row, uint32(s.Rd&0xff))
		other.Put(row, uint32(s.CellOld>>(8*(address&7^1))&0xff))
		sign.Put(row, uint32(s.Rd>>63))
	})
}
