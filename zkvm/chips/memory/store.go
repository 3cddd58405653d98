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

func storeDouble() chips.Table {
	f := newFrame("store_double", 0, rv64.Sd)
	value := f.ReadRs2()
	f.WriteMemory(f.cell, func(adapter.Limbs) adapter.Limbs { return value.Limbs })
	return f.table(rom.StoreDouble, func(row []uint32, s *record.Step) { f.put(row, s) })
}

// storeWord is sw and sh: limbs of the cell become the low limbs of the value, two at bit 2
// of the address or one at bits 2 and 1.
func storeWord() chips.Table {
	f := newFrame("store_word", 2, rv64.Sw, rv64.Sh)
	word := f.Flag(rv64.Sw)
	f.Zero("words are aligned", word.Mul(f.two()))
	value, after := f.ReadRs2(), f.Word("new", computed)
	before := f.WriteMemory(f.cell, func(adapter.Limbs) adapter.Limbs { return after.Limbs })

	flags, v := f.limbFlags(), value.Limbs
	for i := range after.Limbs {
		old := before.Limbs[i]
		change := flags[i].Mul(v[0].Sub(old))
		// For a word the flag of the upper limb is zero, as the bit of weight 2 is.
		switch i {
		case 1:
			change = change.Add(word.Mul(f.four().Not()).Mul(v[1].Sub(old)))
		case 3:
			change = change.Add(word.Mul(f.four()).Mul(v[1].Sub(old)))
		}
		f.merge(i, after.Limbs[i], old, change)
	}
	return f.table(rom.StoreWord, func(row []uint32, s *record.Step) {
		f.put(row, s)
		after.Put(row, s.CellValue)
	})
}

// storeByte is sb. In the limb at bits 2 and 1 of the address the byte x at bit 0 becomes
// the low byte of the value, value0 - 256 rest; the other byte stays.
func storeByte() chips.Table {
	f := newFrame("store_byte", 3, rv64.Sb)
	value, after := f.ReadRs2(), f.Word("new", computed)
	before := f.WriteMemory(f.cell, func(adapter.Limbs) adapter.Limbs { return after.Limbs })
	x, other := f.Main("x", "byte (BYTES)"), f.Main("other", "byte (BYTES)")
	rest := f.Main("rest", "byte (BYTES)")
	change := f.Main("change", "difference of two u16 (constraint)")

	low := value.Limbs[0].Sub(rest.Scale(256))
	f.Demand(bus.Bytes, f.One(), x.Expr, other.Expr)
	f.Demand(bus.Bytes, f.One(), low, rest.Expr)
	f.Zero("the limb is its bytes", f.pair(x.Expr, other.Expr).Sub(f.selected(before.Limbs)))
	// The old limb is pair(x, other) and the new one pair(low, other), both u16.
	f.Zero("change of the limb", change.Sub(f.pair(low, other.Expr)).Add(f.pair(x.Expr, other.Expr)))
	for i, flag := range f.limbFlags() {
		f.merge(i, after.Limbs[i], before.Limbs[i], flag.Mul(change.Expr))
	}
	return f.table(rom.StoreByte, func(row []uint32, s *record.Step) {
		address := f.put(row, s)
		after.Put(row, s.CellValue)
		at := address & 7
		was, is := uint32(s.CellOld>>(8*at)&0xff), uint32(s.Rs2&0xff)
		x.Put(row, was)
		other.Put(row, uint32(s.CellOld>>(8*(at^1))&0xff))
		rest.Put(row, uint32(s.Rs2>>8&0xff))
		change.Put(row, difference(is<<(8*(at&1)), was<<(8*(at&1))))
	})
}

// merge demands that a limb is the old one with a change, of degree three.
func (f *frame) merge(i int, limb, old, change air.Expr) {
	f.Zero("limb "+string(rune('0'+i)), limb.Sub(old).Sub(change))
}

// difference is a - b as an element's value, for u16 a and b.
func difference(a, b uint32) uint32 {
	if a >= b {
		return a - b
	}
	return field.Modulus - (b - a)
}
