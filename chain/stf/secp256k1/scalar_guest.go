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

// A half is a scalar within 2^129 of 0 modulo n. It is written in base 2^w, lowest digit first, with digits from 1-2^(w-1) to 2^(w-1), in as many digits as 130
// bits have: what is above 2^(w-1) becomes negative and carries one to the next digit; there is none to carry above bit 129.

// amount is the amount of a half, and 0 or, for a negative one, -1.
func amount(k *scalar) (k0, k1, k2 uint64, sign int) {
	t := [4]uint64(*k)
	if less(&halfOrder, &t) {
		t, sign = groupOrder, -1
		subtract(&t, (*[4]uint64)(k))
	}
	return t[0], t[1], t[2], sign
}

// pointDigits writes a half in base 2^pointWidth.
func pointDigits(out *[digits]int16, k *scalar) {
	k0, k1, k2, sign := amount(k)
	carry := 0
	for i := range out {
		d := int(k0%(1<<pointWidth)) + carry
		k0 = k0>>pointWidth | k1<<(64-pointWidth)
		k1 = k1>>pointWidth | k2<<(64-pointWidth)
		k2 >>= pointWidth
		carry = (d + 1<<(pointWidth-1) - 1) >> pointWidth
		d -= carry << pointWidth
		out[i] = int16((d ^ sign) - sign)
	}
}

// baseDigits writes a half in base 2^baseWidth.
func baseDigits(out *[digits / 2]int16, k *scalar) {
	k0, k1, k2, sign := amount(k)
	carry := 0
	for i := range out {
		d := int(k0%(1<<baseWidth)) + carry
		k0 = k0>>baseWidth | k1<<(64-baseWidth)
		k1 = k1>>baseWidth | k2<<(64-baseWidth)
		k2 >>= baseWidth
		carry = (d + 1<<(baseWidth-1) - 1) >> baseWidth
		d -= carry << baseWidth
		out[i] = int16((d ^ sign) - sign)
	}
}
