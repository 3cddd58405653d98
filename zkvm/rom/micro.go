package rom

import (
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// builder collects the micro-sequences.
type builder struct {
	micro  []Row
	origin []uint32
}

// Scratch registers: the old value of the memory cell, and two more.
const (
	regOld  = bus.Scratch
	regNew  = bus.Scratch + 1
	regMask = bus.Scratch + 2
)

// sequence is one micro-sequence under construction.
type sequence struct {
	b  *builder
	pc uint32 // of the instruction
}

func (s sequence) add(op rv64.Op, rd, rs1 uint8, rs2 uint32) {
	s.row(Row{Op: op, Rd: rd, Rs1: rs1, Rs2: rs2})
}

func (s sequence) row(r Row) {
	r.PC = s.next()
	s.b.micro = append(s.b.micro, r)
	s.b.origin = append(s.b.origin, s.pc)
}

// back ends the sequence: it writes a constant and goes to the next instruction.
func (s sequence) back(rd uint8, value uint64) { s.row(jump(0, rd, s.pc+1, value)) }

// next is the pc of the next row.
func (s sequence) next() uint32 { return bus.MicroPC + uint32(len(s.b.micro)) }

// atomic returns the row of an instruction of the A extension, a jump to its sequence.
func (b *builder) atomic(in Row) Row {
	s := sequence{b, in.PC}
	first := jump(in.PC, bus.Sink, s.next(), 0)
	switch in.Op {
	case rv64.LrW, rv64.LrD:
		s.loadReserved(in)
	case rv64.ScW, rv64.ScD:
		s.storeConditional(in)
	default:
		s.amo(in)
	}
	return first
}

// loadReserved loads the value of the reservation and makes it one of the address, and then
// sets rd, which may be the address.
func (s sequence) loadReserved(in Row) {
	s.add(wide(in.Op == rv64.LrD, rv64.Lw, rv64.Ld), bus.ReservedValue, in.Rs1, 0)
	s.add(rv64.Addi, bus.ReservedAddress, in.Rs1, 0)
	if in.Rd != bus.Sink {
		s.add(rv64.Addi, in.Rd, bus.ReservedValue, 0)
	}
	s.back(bus.Sink, 0)
}

// storeConditional has an end for success and one for failure; both end the reservation. The
// load stands first: it proves that the address is memory and hence not zero, which as the
// address of the reservation means that there is none. rd, which may be an operand, comes last.
func (s sequence) storeConditional(in Row) {
	double := in.Op == rv64.ScD
	failure := s.next() + 6
	s.add(wide(double, rv64.Lw, rv64.Ld), regOld, in.Rs1, 0)
	s.unequal(in.Rs1, bus.ReservedAddress, failure)
	s.unequal(regOld, bus.ReservedValue, failure)
	s.add(wide(double, rv64.Sw, rv64.Sd), 0, in.Rs1, in.Rs2)
	s.add(rv64.Addi, bus.ReservedAddress, 0, 0)
	s.back(in.Rd, 0)
	s.add(rv64.Addi, bus.ReservedAddress, 0, 0)
	s.back(in.Rd, 1)
}

// unequal goes to another row when two registers differ.
func (s sequence) unequal(rs1 uint8, rs2, to uint32) {
	s.row(Row{Op: rv64.Bne, Rs1: rs1, Rs2: rs2, Imm: [4]uint32{to}})
}

// amo is load, operation, store, and then rd, which may be an operand.
func (s sequence) amo(in Row) {
	op, double := in.Op, in.Op >= rv64.AmoSwapD
	if !double {
		op += rv64.AmoSwapD - rv64.AmoSwapW
	}
	s.add(wide(double, rv64.Lw, rv64.Ld), regOld, in.Rs1, 0)
	stored := uint32(regNew)
	switch op {
	case rv64.AmoSwapD:
		stored = in.Rs2
	case rv64.AmoAddD:
		s.add(rv64.Add, regNew, regOld, in.Rs2)
	case rv64.AmoXorD:
		s.add(rv64.Xor, regNew, regOld, in.Rs2)
	case rv64.AmoAndD:
		s.add(rv64.And, regNew, regOld, in.Rs2)
	case rv64.AmoOrD:
		s.add(rv64.Or, regNew, regOld, in.Rs2)
	default:
		s.extreme(op, double, in.Rs2)
	}
	// The low half of these results depends on the low halves of the operands only.
	s.add(wide(double, rv64.Sw, rv64.Sd), 0, in.Rs1, stored)
	if in.Rd != bus.Sink {
		s.add(rv64.Addi, in.Rd, regOld, 0)
	}
	s.back(bus.Sink, 0)
}

// extreme leaves the smaller or greater of the old value and rs2 in regNew: with a mask
// of all ones when the old value is wanted, ((old ^ src) & mask) ^ src. W forms compare
// values that are sign-extended from 32 bits, which keeps both orders.
func (s sequence) extreme(op rv64.Op, double bool, rs2 uint32) {
	src := rs2
	if !double {
		s.add(rv64.Addiw, regNew, uint8(rs2), 0)
		src = regNew
	}
	less := rv64.Slt
	if op == rv64.AmoMinuD || op == rv64.AmoMaxuD {
		less = rv64.Sltu
	}
	if op == rv64.AmoMinD || op == rv64.AmoMinuD {
		s.add(less, regMask, regOld, src)
	} else {
		s.add(less, regMask, uint8(src), regOld)
	}
	s.add(rv64.Sub, regMask, 0, regMask)
	s.add(rv64.Xor, regNew, regOld, src)
	s.add(rv64.And, regNew, regNew, regMask)
	s.add(rv64.Xor, regNew, regNew, rs2) // its low half is that of src
}

func wide(double bool, w, d rv64.Op) rv64.Op {
	if double {
		return d
	}
	return w
}
