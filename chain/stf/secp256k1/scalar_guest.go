//go:build ashlar_guest && riscv64

package secp256k1

import (
	"math/bits"

	"github.com/ashlar-labs/ashlar/guest/accel"
)

func (z *scalar) mul(x, y *scalar) {
	accel.MulMod256((*[4]uint64)(z), (*[4]uint64)(x), (*[4]uint64)(y), &groupOrder)
}

// invert sets z = 1/x for x not zero modulo n, which is prime.
func (z *scalar) invert(x *scalar) {
	accel.InvMod256((*[4]uint64)(z), (*[4]uint64)(x), &groupOrder)
}

// shiftedProduct is round(k·g / 2^384), or one less when the fraction is within 2^-62 above one half: the lowest words of k and g, which it leaves out,
// add less than 2^322. split bears that: one less moves its parts by one vector of the lattice basis, below 2^128, times 2^-62.
func shiftedProduct(k, g *scalar) scalar {
	// Rows of the product of k[1..3] and g[1..3]; t0 has the weight 2^128.
	var c, t1, t2, t3, t4, t5 uint64
	c, _ = bits.Mul64(k[1], g[1])
	c, t1 = madd(k[1], g[2], c)
	t3, t2 = madd(k[1], g[3], c)
	c, t1 = madd(k[2], g[1], t1)
	c, t2 = madd2(k[2], g[2], t2, c)
	t4, t3 = madd2(k[2], g[3], t3, c)
	c, t2 = madd(k[3], g[1], t2)
	c, t3 = madd2(k[3], g[2], t3, c)
	t5, t4 = madd2(k[3], g[3], t4, c)
	_ = t1
	lo, carry := bits.Add64(t4, t3>>63, 0)
	return scalar{lo, t5 + carry}
}

// madd is x·y + c in two words.
func madd(x, y, c uint64) (hi, lo uint64) {
	hi, lo = bits.Mul64(x, y)
	lo, c = bits.Add64(lo, c, 0)
	return hi + c, lo
}

// madd2 is x·y + t + c in two words.
func madd2(x, y, t, c uint64) (hi, lo uint64) {
	hi, lo = bits.Mul64(x, y)
	lo, c = bits.Add64(lo, c, 0)
	hi += c
	lo, c = bits.Add64(lo, t, 0)
	return hi + c, lo
}

// halfDigits writes a scalar within 2^129 of 0 modulo n in base 2^width, lowest digit first, with digits from -2^(width-1) to 2^(width-1), into as many digits
// as 130 bits have. What is above 2^(width-1) becomes negative and carries one to the next digit; there is none to carry above bit 129.
func halfDigits(digits []int16, k *scalar, width uint) {
	t, sign := [4]uint64(*k), 0
	if less(&halfOrder, &t) {
		t, sign = groupOrder, -1
		subtract(&t, (*[4]uint64)(k))
	}
	k0, k1, k2 := t[0], t[1], t[2]
	full, most, carry := 1<<width, 1<<(width-1), 0
	width &= 63
	for i := range digits {
		d := int(k0&uint64(full-1)) + carry
		k0 = k0>>width | k1<<(64-width&63)
		k1 = k1>>width | k2<<(64-width&63)
		k2 = k2 >> width
		if carry = 0; d > most {
			d, carry = d-full, 1
		}
		digits[i] = int16((d ^ sign) - sign)
	}
}
