package forge

import (
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Exec returns what a row writes and the next pc, for operands a and b, of which b is the
// immediate in immediate forms. The row is one of package alu or control; the target of a
// jalr must have a pc.
func Exec(r *rom.Row, a, b uint64) (rd uint64, next uint32) {
	next = r.PC + 1
	switch rom.TableOf(r.Op) {
	case rom.BranchEqual, rom.BranchLess:
		if taken(r.Op, a, b) {
			next = r.Imm[0]
		}
		return 0, next
	case rom.Jump:
		return r.Word(), r.Rs2
	case rom.Jalr:
		return 4 * uint64(next), uint32((a + b) >> 2)
	case rom.Shift, rom.ShiftImm:
		return shifted(r.Op, a, b), next
	}
	return computed(r.Op, a, b), next
}

// Second is the second operand of a step: the immediate where there is no rs2.
func Second(s *record.Step) uint64 {
	if uses(s.Row).rs2 {
		return s.Rs2
	}
	return s.Row.Word()
}

func taken(op rv64.Op, a, b uint64) bool {
	switch op {
	case rv64.Beq:
		return a == b
	case rv64.Bne:
		return a != b
	case rv64.Blt:
		return int64(a) < int64(b)
	case rv64.Bge:
		return int64(a) >= int64(b)
	case rv64.Bltu:
		return a < b
	}
	return a >= b
}

func computed(op rv64.Op, a, b uint64) uint64 {
	less := false
	switch op {
	case rv64.Add, rv64.Addi:
		return a + b
	case rv64.Sub:
		return a - b
	case rv64.Addw, rv64.Addiw:
		return extended(a + b)
	case rv64.Subw:
		return extended(a - b)
	case rv64.And, rv64.Andi:
		return a & b
	case rv64.Or, rv64.Ori:
		return a | b
	case rv64.Xor, rv64.Xori:
		return a ^ b
	case rv64.Slt, rv64.Slti:
		less = int64(a) < int64(b)
	case rv64.Sltu, rv64.Sltiu:
		less = a < b
	}
	if less {
		return 1
	}
	return 0
}

func shifted(op rv64.Op, a, b uint64) uint64 {
	switch op {
	case rv64.Sll, rv64.Slli:
		return a << (b & 63)
	case rv64.Srl, rv64.Srli:
		return a >> (b & 63)
	case rv64.Sra, rv64.Srai:
		return uint64(int64(a) >> (b & 63))
	case rv64.Sllw, rv64.Slliw:
		return extended(a << (b & 31))
	case rv64.Srlw, rv64.Srliw:
		return extended(uint64(uint32(a) >> (b & 31)))
	}
	return extended(uint64(int64(int32(a)) >> (b & 31)))
}

func extended(v uint64) uint64 { return uint64(int64(int32(v))) }
