//go:build !purego

package poseidon2

import (
	"github.com/ashlar-labs/ashlar/stark/field"
)

//go:generate go run ./gen

// The assembly does eight states at a time, a word of the state in the 64-bit lanes of
// one register, with the 52-bit multiply-add of AVX-512 IFMA. Words are congruent to
// value*2^52 and never negative; products are reduced by 2^52. As a factor may have 52
// bits, the linear layers need no reduction but of the words that double or more in each
// partial round, folded every second one, and of the sum of all words. Words whose
// internal coefficient is negative are held negated after every second partial round:
// a division then always adds. TestWideBounds runs the schedule on worst cases.

const wideTableLen = 43

var (
	wideTable = newWideTable()
	wideRC16  = newWideRC(16, rows(&initial16), partial16[:], rows(&final16), nil)
	wideRC24  = newWideRC(24, rows(&initial24), partial24[:], rows(&final24),
		[]int{6, 7, 8, 16, 17, 18, 19, 20, 21, 22, 23})
)

// wideNeg and wideNegSum are multiples of p: above the folded sum of all words, and above
// the sum of the words that are held negated.
const (
	wideNeg    = p << 7
	wideNegSum = p << 13
)

//go:noescape
func permute16AVX512(s *[16][Lanes]field.Element, rc *uint64, table *[wideTableLen]uint64, forward uint64)

//go:noescape
func permute24AVX512(s *[24][Lanes]field.Element, rc *uint64, table *[wideTableLen]uint64, forward uint64)

// newWideTable fills the places that gen/arith.go names.
func newWideTable() *[wideTableLen]uint64 {
	inv := uint64(field.ModulusInv)
	inv = inv * (2 - p*inv) & low52 // Newton's iteration, from 32 bits to 52
	in, out := powerOfTwo(72), uint64(1<<32)
	t := &[wideTableLen]uint64{
		p, inv, 1<<31 - 1, 1<<24 - 1, wideNeg, wideNegSum,
		in, in * inv & low52, out, out * inv & low52, 2, 3, 4,
	}
	half := field.New(2).Inv()
	for k := 1; k <= 9; k++ {
		copy(t[10+3*k:], []uint64{1<<k - 1, 1 << (52 - k), uint64(half.Exp(uint64(k)).Uint32())})
	}
	copy(t[40:], []uint64{1<<24 - 1, 1 << (52 - 24), 127})
	return t
}

const low52 = 1<<52 - 1

func powerOfTwo(k uint64) uint64 { return uint64(field.New(2).Exp(k).Uint32()) }
