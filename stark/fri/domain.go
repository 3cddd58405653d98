package fri

import (
	"math/bits"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// Shift is s_h, the shift of the evaluation domain of 2^logSize points, logSize in
// [0, 24]. s_h squared is s_(h-1). Its order is 127 * 2^logSize, and 127 does not
// divide a power of two, so no point of a domain lies in a subgroup of order 2^k: a
// domain never meets a trace domain.
func Shift(logSize int) field.Element {
	return field.Generator.Exp(1 << (field.TwoAdicity - logSize))
}

// Point is the point that index i of a word over the domain of 2^logSize points
// belongs to: s_h * w_h^rev(i). Precondition: 0 <= index < 2^logSize, logSize <= 24.
func Point(logSize, index int) field.Element {
	return Shift(logSize).Mul(field.RootOfUnity(logSize).Exp(uint64(reverse(index, logSize))))
}

// reverse turns the low logSize bits of index round.
func reverse(index, logSize int) int {
	return int(bits.Reverse32(uint32(index)) >> (32 - logSize))
}
