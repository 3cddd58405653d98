package poseidon2

import (
	"math/bits"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// The kernels hold the state as signed 64-bit words congruent to the Montgomery
// form. Additions are plain; a word is brought back only where it would grow too
// far or where it enters a product. The bounds that make this exact are checked by
// TestBounds, which runs the same operations on worst-case magnitudes:
//
//   - words of the state stay below 2^38 in magnitude, so no sum overflows;
//   - an S-box input is at most 80 * 2^31, so that the products in it stay below 2^63.

const p = field.Modulus

// fold returns a word congruent to x mod p. For |x| <= h*2^31 the result is at most
// 2^30 + (h+1)*2^24 in magnitude, because 2^31 = 2^24 - 1 mod p.
func fold(x int64) int64 {
	return x - ((x+(1<<30))>>31)*p
}

// mont returns x * 2^-32 mod p, for any x. With m = x/p mod 2^32, x and m*p agree in the
// low 32 bits, so the difference of what is above them is exact; it lies between
// x/2^32 - p and x/2^32. One product gives m in the high half of a word, and the high word
// of the next is m*p >> 32.
func mont(x int64) int64 {
	hi, _ := bits.Mul64(uint64(x)*(field.ModulusInv<<32), p)
	return x>>32 - int64(hi)
}

// sbox returns (x + rc)^3 in Montgomery form, at most 1.6 * 2^31 in magnitude, for
// |x| <= 80 * 2^31 and rc in [0, p).
func sbox(x, rc int64) int64 {
	z := fold(x + rc)
	return mont(mont(z*z) * z)
}

// divPow2 returns a word congruent to x / 2^k for k <= 24, of magnitude at most
// |x|/2^k + 2^31. It uses that p = 1 mod 2^24: x - (x mod 2^k)*p is a multiple of 2^k.
func divPow2(x int64, k uint) int64 {
	return (x - (x&(1<<k-1))*p) >> k
}

// finish returns the element congruent to x, for |x| <= 2^38.
func finish(x int64) field.Element {
	x = fold(x) // at most 2^30 + 129 * 2^24 in magnitude: above -2p and below 2p
	if x < 0 {
		x += p
	}
	if x < 0 {
		x += p
	}
	if x >= p {
		x -= p
	}
	return field.Element(x)
}

// montgomery turns canonical round constants into the form that the state has.
func montgomery(c uint32) int64 { return int64(field.New(uint64(c))) }
