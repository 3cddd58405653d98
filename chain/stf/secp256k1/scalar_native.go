//go:build !(ashlar_guest && riscv64)

package secp256k1

import "math/bits"

// foldN is 2^256 mod n, three limbs.
var foldN = [3]uint64{0x402da1732fc9bebf, 0x4551231950b75fc4, 1}

// product is x·y.
func product(x, y *[4]uint64) (t [8]uint64) {
	for i := range 4 {
		var carry uint64
		for j := range 4 {
			hi, lo := bits.Mul64(x[i], y[j])
			var c uint64
			lo, c = bits.Add64(lo, t[i+j], 0)
			hi += c
			t[i+j], c = bits.Add64(lo, carry, 0)
			carry = hi + c
		}
		t[i+4] = carry
	}
	return t
}

// reduceWide is t modulo n. Each fold replaces hi·2^256 by hi·foldN: 512 bits become 386, then 261, then 257 bits, and then the high limbs are zero.
func reduceWide(t [8]uint64) (z scalar) {
	for t[4]|t[5]|t[6]|t[7] != 0 {
		var next [8]uint64
		copy(next[:4], t[:4])
		for i := range 4 {
			var carry, c uint64
			for j := 0; i+j < 8; j++ {
				var hi, lo uint64
				if j < len(foldN) {
					hi, lo = bits.Mul64(t[4+i], foldN[j])
				}
				lo, c = bits.Add64(lo, carry, 0)
				hi += c
				next[i+j], c = bits.Add64(next[i+j], lo, 0)
				carry = hi + c
			}
		}
		t = next
	}
	z = scalar(t[:4])
	if !less((*[4]uint64)(&z), &groupOrder) {
		subtract((*[4]uint64)(&z), &groupOrder)
	}
	return z
}

func (z *scalar) mul(x, y *scalar) { *z = reduceWide(product((*[4]uint64)(x), (*[4]uint64)(y))) }

func (z *scalar) invert(x *scalar) { *z = scalar(inverse((*[4]uint64)(x), &groupOrder)) }

// shiftedProduct is round(k·g / 2^384).
func shiftedProduct(k, g *scalar) scalar {
	t := product((*[4]uint64)(k), (*[4]uint64)(g))
	z := [4]uint64{t[6], t[7]}
	increase(&z, &[4]uint64{t[5] >> 63})
	return scalar(z)
}

// maxDigits is the number of digits of a half-size scalar: 129 bits and one for the last carry.
const maxDigits = 131

// recode writes k, taken as the integer nearest to 0 modulo n and of at most 129 bits, as Σ digits[i]·2^i with odd digits below 2^(width-1) in amount or zero,
// at least width-1 zeros after each that is not. It returns the number of digits.
func recode(digits *[maxDigits]int8, k *scalar, width uint) int {
	t, sign := [4]uint64(*k), int8(1)
	if less(&halfOrder, &t) {
		sign = -1
		var n scalar
		n.negate(k)
		t = [4]uint64(n)
	}
	length := 0
	for i := 0; i < maxDigits && t != [4]uint64{}; i++ {
		if t[0]&1 != 0 {
			d := int64(t[0] & (1<<width - 1))
			if d >= 1<<(width-1) {
				d -= 1 << width
				increase(&t, &[4]uint64{uint64(-d)})
			} else {
				t[0] -= uint64(d)
			}
			digits[i] = sign * int8(d)
			length = i + 1
		}
		halve(&t, 0)
	}
	return length
}
