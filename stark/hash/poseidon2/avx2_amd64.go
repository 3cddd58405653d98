//go:build !purego

package poseidon2

import "github.com/ashlar-labs/ashlar/stark/field"

// The assembly does eight states at a time, the even and the odd ones apart: a word of four
// states in the 64-bit lanes of one register, or on the stack. Words are congruent to
// value*2^56 and never negative; the products of 32-bit factors are reduced by 2^32. The linear
// layers need no reduction: before it is cubed a word is divided by 2^16, which leaves 32 bits
// of up to 48. Most coefficients of the internal matrix come in pairs c, -c, of which a partial
// round has to touch one word only; see pair in gen. TestAVX2Bounds runs the schedule on worst
// cases.

//go:noescape
func permute16AVX2(s *[16][Lanes]field.Element, rc *[4]uint64, forward uint64)

//go:noescape
func permute24AVX2(s *[24][Lanes]field.Element, rc *[4]uint64, forward uint64)

var (
	avx2RC16 = newAVX2RC(16, rows(&initial16), partial16[:], rows(&final16))
	avx2RC24 = newAVX2RC(24, rows(&initial24), partial24[:], rows(&final24))
)

// newAVX2RC lists the constants times 2^56 in the order of use, as newWideRC does, each in all
// lanes. Multiples of p make a word that is divided by 2^k at least p*2^k, which keeps the
// quotient positive: k is 16 before an S-box and 24 at the end.
func newAVX2RC(width int, initial [][]uint32, partial []uint32, final [][]uint32) (out [][4]uint64) {
	put := func(v uint64) { out = append(out, [4]uint64{v, v, v, v}) }
	before := func(row []uint32, k int) {
		growth := uint64(7 * (width/4 + 1)) // the sum of a row of the external matrix
		for _, c := range beforeExternal(width, row) {
			put(timesPower(c, 56) + (1<<k/growth+1)*p)
		}
	}
	for _, row := range initial {
		before(row, 16)
	}
	before(partial[:1], 0)
	for _, c := range partial[1:] {
		put(timesPower(field.New(uint64(c)), 56) + p<<16)
	}
	for _, c := range final[0] {
		put(timesPower(field.New(uint64(c)), 56) + p<<16)
	}
	for _, row := range final[1:] {
		before(row, 16)
	}
	before(nil, 24)
	return out
}
