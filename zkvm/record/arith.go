package record

import (
	"math"
	"math/bits"

	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// result is what an operation writes, by its first operand and the second or the
// immediate. The switch is longer than functions are elsewhere for the same reason as the
// executor's; it was written apart from that one, and a test compares both.
func result(op rv64.Op, a, b uint64) uint64 {
	switch op {
	case rv64.Add, rv64.Addi:
		return a + b
	case rv64.Sub:
		return a - b
	case rv64.Addw, rv64.Addiw:
		return word(a + b)
	case rv64.Subw:
		return word(a - b)
	case rv64.And, rv64.Andi:
		return a & b
	case rv64.Or, rv64.Ori:
		return a | b
	case rv64.Xor, rv64.Xori:
		return a ^ b
	case rv64.Slt, rv64.Slti:
		return bit(int64(a) < int64(b))
	case rv64.Sltu, rv64.Sltiu:
		return bit(a < b)
	case rv64.Sll, rv64.Slli:
		return a << (b & 63)
	case rv64.Srl, rv64.Srli:
		return a >> (b & 63)
	case rv64.Sra, rv64.Srai:
		return uint64(int64(a) >> (b & 63))
	case rv64.Sllw, rv64.Slliw:
		return word(a << (b & 31))
	case rv64.Srlw, rv64.Srliw:
		return word(uint64(uint32(a) >> (b & 31)))
	case rv64.Sraw, rv64.Sraiw:
		return uint64(int64(int32(a)) >> (b & 31))
	case rv64.Mul:
		return a * b
	case rv64.Mulw:
		return word(a * b)
	}
	if op >= rv64.Div {
		return quotient(op, a, b)
	}
	return high(op, a, b)
}

// high is the upper half of a product. A negative operand counts 2^64 too much.
func high(op rv64.Op, a, b uint64) uint64 {
	h, _ := bits.Mul64(a, b)
	if op != rv64.Mulhu && int64(a) < 0 {
		h -= b
	}
	if op == rv64.Mulh && int64(b) < 0 {
		h -= a
	}
	return h
}

// quotient is division and remainder: by zero they give all ones and the dividend, and
// the one quotient that does not fit gives the dividend and zero.
func quotient(op rv64.Op, a, b uint64) uint64 {
	switch op {
	case rv64.Divw, rv64.Remw:
		a, b = word(a), word(b)
	case rv64.Divuw, rv64.Remuw:
		a, b = uint64(uint32(a)), uint64(uint32(b))
	}
	unsigned := op == rv64.Divu || op == rv64.Remu || op == rv64.Divuw || op == rv64.Remuw
	q, r := uint64(math.MaxUint64), a
	switch {
	case b == 0:
	case unsigned:
		q, r = a/b, a%b
	case b == math.MaxUint64:
		q, r = -a, 0
	default:
		q, r = uint64(int64(a)/int64(b)), uint64(int64(a)%int64(b))
	}
	switch op {
	case rv64.Div, rv64.Divu:
		return q
	case rv64.Rem, rv64.Remu:
		return r
	case rv64.Divw, rv64.Divuw:
		return word(q)
	}
	return word(r)
}

// taken says whether a branch is.
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

// loaded is the value of a load from a cell.
func loaded(op rv64.Op, cell, addr uint64) uint64 {
	v := cell >> (8 * (addr & 7))
	switch op {
	case rv64.Ld:
		return v
	case rv64.Lw:
		return word(v)
	case rv64.Lwu:
		return uint64(uint32(v))
	case rv64.Lh:
		return uint64(int64(int16(v)))
	case rv64.Lhu:
		return uint64(uint16(v))
	case rv64.Lb:
		return uint64(int64(int8(v)))
	}
	return uint64(uint8(v))
}

// stored is a cell after the low bytes of v were stored in it.
func stored(cell, v, addr, bytes uint64) uint64 {
	if bytes == 8 {
		return v
	}
	shift := 8 * (addr & 7)
	mask := (uint64(1)<<(8*bytes) - 1) << shift
	return cell&^mask | v<<shift&mask
}

func word(v uint64) uint64 { return uint64(int64(int32(v))) }

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
