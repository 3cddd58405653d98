package accel

import "math/bits"

// secpFold is 2^256 mod p.
const secpFold = 0x1000003d1

// mulSecp is x·y mod p, reduced, for any x, y below 2^256.
func mulSecp(x, y *[4]uint64) (z [4]uint64) {
	t := product(x, y)
	// high·secpFold + low is below 2^290; its top word is folded once more.
	top := fold((*[4]uint64)(t[:4]), (*[4]uint64)(t[4:]), &z)
	carry := fold((*[4]uint64)(z[:]), &[4]uint64{top}, &z)
	// At most one fold more: after a carry out of 2^256 what is left is small.
	fold(&z, &[4]uint64{carry}, &z)
	if !less(&z, &SecpPrime) {
		subtract(&z, &SecpPrime)
	}
	return z
}

// fold sets z = low + high·secpFold modulo 2^256 and returns what is above.
func fold(low, high, z *[4]uint64) uint64 {
	var carry uint64
	for i := range 4 {
		hi, lo := bits.Mul64(high[i], secpFold)
		var c uint64
		lo, c = bits.Add64(lo, carry, 0)
		hi += c
		z[i], c = bits.Add64(low[i], lo, 0)
		carry = hi + c
	}
	return carry
}

// subMod is x - y mod p, both below p.
func subMod(x, y *[4]uint64) [4]uint64 {
	z := *x
	if subtract(&z, y) != 0 {
		var c uint64
		for i := range 4 {
			z[i], c = bits.Add64(z[i], SecpPrime[i], c)
		}
	}
	return z
}

// less reports x < y.
func less(x, y *[4]uint64) bool {
	t := *x
	return subtract(&t, y) != 0
}

// subtract sets x = x - y modulo 2^256 and returns the borrow.
func subtract(x, y *[4]uint64) (b uint64) {
	for i := range 4 {
		x[i], b = bits.Sub64(x[i], y[i], b)
	}
	return b
}
