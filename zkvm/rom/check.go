package rom

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/zkvm/bus"
)

// lastRegister is the last register, those of micro-sequences included.
const lastRegister = bus.ReservedValue

// Registers is the number of register cells, in whole rows of four of the image's table; no row
// of the ROM names those behind the last register.
const Registers = (lastRegister + 4) / 4 * 4

// writes says whether rows of a table write a register.
func (t Table) writes() bool {
	switch t {
	case NoTable, BranchEqual, BranchLess, StoreDouble, StoreWord, StoreByte, Ecall:
		return false
	}
	return true
}

// Check refuses a row that no chip can prove, and above all one that would write x0: that
// x0 is zero rests on there being no such row.
func (r *Row) Check() error {
	t := TableOf(r.Op)
	switch {
	case t == NoTable:
		return r.refuse("no table proves it")
	case t.writes() && (r.Rd == 0 || r.Rd > lastRegister):
		return r.refuse("it writes register %d", r.Rd)
	case !t.writes() && r.Rd != 0:
		return r.refuse("it has a destination, register %d", r.Rd)
	case r.Rs1 > lastRegister, t != Jump && r.Rs2 > lastRegister:
		return r.refuse("it reads registers %d and %d", r.Rs1, r.Rs2)
	case t == Jump && r.Rs2 >= bus.Halted:
		return r.refuse("it jumps to pc %#x", r.Rs2)
	case t == Ecall && *r != (Row{PC: r.PC, Op: r.Op}):
		return r.refuse("it has operands")
	}
	return r.checkImm(t)
}

func (r *Row) checkImm(t Table) error {
	if t == BranchEqual || t == BranchLess {
		if r.Imm[0] >= bus.Halted || r.Imm[1]|r.Imm[2]|r.Imm[3] != 0 {
			return r.refuse("it branches to pc %#x", r.Imm)
		}
		return nil
	}
	for _, l := range r.Imm {
		if l > 0xffff {
			return r.refuse("immediate %#x is not four limbs", r.Imm)
		}
	}
	return nil
}

func (r *Row) refuse(format string, args ...any) error {
	return fmt.Errorf("row %v at pc %#x: %s", r.Op, r.PC, fmt.Sprintf(format, args...))
}
