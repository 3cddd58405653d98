package rv64

import (
	"math"
	"math/bits"
)

// The operations whose results need more than one Go expression: the high
// products, and division, where RISC-V defines what other machines trap on
// (chapter 13.2: division by zero gives all ones and the dividend; overflow gives
// the dividend and zero).

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

func mulh(a, b uint64) uint64 {
	hi, _ := bits.Mul64(a, b)
	// Each negative operand a = a' - 2^64 takes 2^64*b from the unsigned product.
	return hi - uint64(int64(a)>>63)&b - uint64(int64(b)>>63)&a
}

func mulhsu(a, b uint64) uint64 {
	hi, _ := bits.Mul64(a, b)
	return hi - uint64(int64(a)>>63)&b
}

func div(a, b uint64) uint64 {
	switch x, y := int64(a), int64(b); {
	case y == 0:
		return math.MaxUint64
	case x == math.MinInt64 && y == -1:
		return a
	default:
		return uint64(x / y)
	}
}

func divu(a, b uint64) uint64 {
	if b == 0 {
		return math.MaxUint64
	}
	return a / b
}

func rem(a, b uint64) uint64 {
	switch x, y := int64(a), int64(b); {
	case y == 0:
		return a
	case x == math.MinInt64 && y == -1:
		return 0
	default:
		return uint64(x % y)
	}
}

func remu(a, b uint64) uint64 {
	if b == 0 {
		return a
	}
	return a % b
}

func divw(a, b uint64) uint64 {
	// In 64 bits the one overflowing quotient, 2^31, needs no special case.
	if int32(b) == 0 {
		return math.MaxUint64
	}
	return uint64(int64(int32(int64(int32(a)) / int64(int32(b)))))
}

func divuw(a, b uint64) uint64 {
	if uint32(b) == 0 {
		return math.MaxUint64
	}
	return uint64(int64(int32(uint32(a) / uint32(b))))
}

func remw(a, b uint64) uint64 {
	if int32(b) == 0 {
		return uint64(int64(int32(a)))
	}
	return uint64(int64(int32(int64(int32(a)) % int64(int32(b)))))
}

func remuw(a, b uint64) uint64 {
	if uint32(b) == 0 {
		return uint64(int64(int32(a)))
	}
	return uint64(int64(int32(uint32(a) % uint32(b))))
}
