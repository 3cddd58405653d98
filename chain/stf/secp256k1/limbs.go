package secp256k1

import "math/bits"

// less reports x < y.
func less(x, y *[4]uint64) bool {
	_, b := bits.Sub64(x[0], y[0], 0)
	_, b = bits.Sub64(x[1], y[1], b)
	_, b = bits.Sub64(x[2], y[2], b)
	_, b = bits.Sub64(x[3], y[3], b)
	return b != 0
}

// subtract sets x = x - y modulo 2^256 and returns the borrow.
func subtract(x, y *[4]uint64) (b uint64) {
	x[0], b = bits.Sub64(x[0], y[0], 0)
	x[1], b = bits.Sub64(x[1], y[1], b)
	x[2], b = bits.Sub64(x[2], y[2], b)
	x[3], b = bits.Sub64(x[3], y[3], b)
	return b
}

// increase sets x = x + y modulo 2^256 and returns the carry.
func increase(x, y *[4]uint64) (c uint64) {
	x[0], c = bits.Add64(x[0], y[0], 0)
	x[1], c = bits.Add64(x[1], y[1], c)
	x[2], c = bits.Add64(x[2], y[2], c)
	x[3], c = bits.Add64(x[3], y[3], c)
	return c
}

// subtractMod sets x = x - y modulo m; both below m.
func subtractMod(x, y, m *[4]uint64) {
	if subtract(x, y) != 0 {
		increase(x, m)
	}
}
