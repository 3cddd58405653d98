// Package alu has the chips of the arithmetic without products: sums, bitwise operations,
// comparisons and shifts, with a register or with an immediate as the second operand.
//
// In: the steps of a segment. Out: the tables of the segment system, see [Tables]. A word
// is four u16 limbs, the first operand a, the second b, the result c; a number behind a
// name is the limb or the byte. Every chip proves, for the values that it read, that the
// value it writes is the one of the ISA, and that its limbs are u16: by lookups, or because
// they are made of parts in range. Frames, accesses and ranges of what is read are those of
// package adapter.
//
// Not checked here: that the row of the ROM is what the program says.
package alu

import (
	"github.com/ashlar-labs/ashlar/zkvm/chips"
)

// Tables are the chips of the package, in the order of rom.Table.
func Tables() []chips.Table {
	return []chips.Table{
		Add(), AddImm(), AddW(), AddWImm(),
		Bitwise(), BitwiseImm(),
		Compare(), CompareImm(),
		Shift(), ShiftImm(),
	}
}
