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

// half is a scalar within 2^129 of 0 modulo n, as sign and amount.
type half struct {
	amount   [4]uint64
	negative bool
}

func halfOf(k *scalar) (h half) {
	h.amount = *k
	if less(&halfOrder, &h.amount) {
		h.amount = groupOrder
		subtract(&h.amount, (*[4]uint64)(k))
		h.negative = true
	}
	return h
}

// digit is digit i of the amount in base 2^width with digits from -2^(width-1) to 2^(width-1): the bits of place i, less 2^width when the highest of them
// is set, and one more when the highest of the place below is. The amount is below 2^129, so places up to bit 129 hold all of it.
func (h *half) digit(i, width uint) int {
	at := i * width // of the lowest bit
	low := h.amount[at>>6&3]>>(at&63) | h.amount[(at>>6+1)&3]<<1<<(63-at&63)
	d := int(low & (1<<width - 1))
	d -= d >> (width - 1) << width
	if at > 0 {
		d += int(h.amount[(at-1)>>6&3] >> ((at - 1) & 63) & 1)
	}
	return d
}
