package secp256k1

import "math/bits"

// scalar is an integer modulo the group order n, below n, little-endian limbs.
type scalar [4]uint64

var groupOrder = [4]uint64{0xbfd25e8cd0364141, 0xbaaedce6af48a03b, 0xfffffffffffffffe, 0xffffffffffffffff}

// halfOrder is (n-1)/2.
var halfOrder = [4]uint64{0xdfe92f46681b20a0, 0x5d576e7357a4501d, 0xffffffffffffffff, 0x7fffffffffffffff}

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

func (z *scalar) negate(x *scalar) {
	t := scalar(groupOrder)
	subtractMod((*[4]uint64)(&t), (*[4]uint64)(x), &groupOrder)
	if *x == (scalar{}) {
		t = scalar{}
	}
	*z = t
}

func (z *scalar) add(x, y *scalar) {
	t := [4]uint64(*x)
	if increase(&t, (*[4]uint64)(y)) != 0 || !less(&t, &groupOrder) {
		subtract(&t, &groupOrder)
	}
	*z = scalar(t)
}

func (z *scalar) invert(x *scalar) { *z = scalar(inverse((*[4]uint64)(x), &groupOrder)) }

// Constants of the endomorphism (x, y) → (β·x, y), which multiplies a point by λ. They come from the short lattice basis (a1, b1), (a2, b2) of all (a, b) with a + b·λ = 0 modulo n;
// g1 = round(2^384·b2/n) and g2 = round(-2^384·b1/n).
var (
	lambda  = scalar{0xdf02967c1b23bd72, 0x122e22ea20816678, 0xa5261c028812645a, 0x5363ad4cc05c30e0}
	beta    = element{0xc1396c28719501ee, 0x9cf0497512f58995, 0x6e64479eac3434e9, 0x7ae96a2b657c0710}
	glvG1   = scalar{0xe893209a45dbb031, 0x3daa8a1471e8ca7f, 0xe86c90e49284eb15, 0x3086d221a7d46bcd}
	glvG2   = scalar{0x1571b4ae8ac47f71, 0x221208ac9df506c6, 0x6f547fa90abfe4c4, 0xe4437ed6010e8828}
	minusB1 = scalar{0x6f547fa90abfe4c3, 0xe4437ed6010e8828}
	minusB2 = scalar{0xd765cda83db1562c, 0x8a280ac50774346d, 0xfffffffffffffffe, 0xffffffffffffffff}
)

// split finds k1, k2 with k = k1 + k2·λ modulo n, each within 2^129 of 0 modulo n.
func split(k *scalar) (k1, k2 scalar) {
	c1, c2 := shiftedProduct(k, &glvG1), shiftedProduct(k, &glvG2)
	c1.mul(&c1, &minusB1)
	c2.mul(&c2, &minusB2)
	k2.add(&c1, &c2)
	k1.mul(&k2, &lambda)
	k1.negate(&k1)
	k1.add(&k1, k)
	return k1, k2
}

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
