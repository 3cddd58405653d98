package rom

import (
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// limbs are the four u16 limbs of a word.
func limbs(v uint64) [4]uint32 {
	return [4]uint32{uint32(v & 0xffff), uint32(v >> 16 & 0xffff), uint32(v >> 32 & 0xffff), uint32(v >> 48)}
}

// Word is the immediate that four limbs make.
func (r *Row) Word() uint64 {
	return uint64(r.Imm[0]) | uint64(r.Imm[1])<<16 | uint64(r.Imm[2])<<32 | uint64(r.Imm[3])<<48
}

// instruction returns the row of an instruction of the text; false means that it has none
// and that executing it is unprovable.
func (b *builder) instruction(pc uint32, in rv64.Inst) (Row, bool) {
	row := Row{PC: pc, Op: in.Op, Rd: in.Rd, Rs1: in.Rs1, Rs2: uint32(in.Rs2)}
	imm := uint64(int64(in.Imm))
	switch c := in.Op.Class(); {
	case c == rv64.ClassIllegal || in.Op == rv64.Ebreak:
		return Row{}, false
	case in.Op == rv64.Ecall:
		return Row{PC: pc, Op: rv64.Ecall}, true
	case c == rv64.ClassFence:
		return Row{PC: pc, Op: rv64.Addi, Rd: bus.Sink}, true
	case c == rv64.ClassAtomic:
		return b.atomic(row), true
	case c == rv64.ClassBranch:
		to, ok := target(pc, in.Imm)
		row.Rd, row.Imm[0] = 0, to
		return row, ok
	case in.Op == rv64.Lui:
		return jump(pc, in.Rd, pc+1, imm), true
	case in.Op == rv64.Auipc:
		return jump(pc, in.Rd, pc+1, 4*uint64(pc)+imm), true
	case in.Op == rv64.Jal:
		to, ok := target(pc, in.Imm)
		return jump(pc, in.Rd, to, 4*uint64(pc+1)), ok
	case c == rv64.ClassStoreDouble || c == rv64.ClassStoreSub:
		row.Rd = 0
	}
	row.Imm = limbs(imm)
	return row, true
}

// jump is a row that writes a constant and goes to a fixed place.
func jump(pc uint32, rd uint8, to uint32, value uint64) Row {
	return Row{PC: pc, Op: rv64.Jal, Rd: rd, Rs2: to, Imm: limbs(value)}
}

// target is where a direct jump leads. A place outside the text is allowed, for a branch
// may never be taken: there is no row, so going there is unprovable. The jump itself has
// no row when its target is no pc at all.
func target(pc uint32, offset int32) (to uint32, ok bool) {
	at := 4*int64(pc) + int64(offset)
	if offset%4 != 0 || at < 0 || at/4 >= bus.MicroPC {
		return 0, false
	}
	return uint32(at / 4), true
}
