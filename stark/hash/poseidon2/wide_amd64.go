//go:build !purego

package poseidon2

import (
	"golang.org/x/sys/cpu"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// The assembly does eight states at a time, a word of the state in the 64-bit lanes of
// one register, with the 52-bit multiply-add of AVX-512 IFMA. Words are congruent to
// value*2^52 and never negative; products are reduced by 2^52. As a factor may have 52
// bits, the linear layers need no reduction but of the words that double or more in each
// partial round, folded every second one, and of the sum of all words. Words whose
// internal coefficient is negative are held negated after every second partial round:
// a division then always adds. TestWideBounds runs the schedule on worst cases.

// useWide is set once at start and switched by the tests only.
var useWide = cpu.X86.HasAVX512F && cpu.X86.HasAVX512IFMA

const wideTableLen = 41

var (
	wideTable = newWideTable()
	wideRC16  = newWideRC(rows(&initial16), partial16[:], rows(&final16))
	wideRC24  = newWideRC(rows(&initial24), partial24[:], rows(&final24))
)

// wideNeg and wideNegSum are multiples of p: above the folded sum of all words, and above
// the sum of the words that are held negated.
const (
	wideNeg    = p << 5
	wideNegSum = p << 11
)

//go:noescape
func permute16AVX512(s *[16][Lanes]field.Element, rc *uint64, table *[wideTableLen]uint64)

//go:noescape
func permute24AVX512(s *[24][Lanes]field.Element, rc *uint64, table *[wideTableLen]uint64)

func permuteWide16(s *[16][Lanes]field.Element) bool {
	if useWide {
		permute16AVX512(s, &wideRC16[0], wideTable)
	}
	return useWide
}

func permuteWide24(s *[24][Lanes]field.Element) bool {
	if useWide {
		permute24AVX512(s, &wideRC24[0], wideTable)
	}
	return useWide
}

// newWideTable fills the places that wide_amd64.h names.
func newWideTable() *[wideTableLen]uint64 {
	t := &[wideTableLen]uint64{
		p, inverse52(), 1<<31 - 1, 1<<24 - 1, wideNeg, wideNegSum, 2, 3, 4,
		powerOfTwo(72), 1 << 32,
	}
	half := field.New(2).Inv()
	for k := 1; k <= 9; k++ {
		t[8+3*k], t[9+3*k] = 1<<k-1, 1<<(52-k)
		t[10+3*k] = uint64(half.Exp(uint64(k)).Uint32())
	}
	t[38], t[39], t[40] = 1<<24-1, 1<<(52-24), 127
	return t
}

// inverse52 is p^-1 mod 2^52, by Newton's iteration from the 32 bits that are known.
func inverse52() uint64 {
	x := uint64(field.ModulusInv)
	return x * (2 - p*x) & (1<<52 - 1)
}

func powerOfTwo(k uint64) uint64 { return uint64(field.New(2).Exp(k).Uint32()) }

// newWideRC lists the constants times 2^52 in the order of use. From the second partial
// round on, up to the first word of the final rounds, 4p is added: the S-box input is a
// difference there.
func newWideRC(initial [][]uint32, partial []uint32, final [][]uint32) []uint64 {
	var out []uint64
	shift := field.New(powerOfTwo(52))
	add := func(c uint32) { out = append(out, uint64(field.New(uint64(c)).Mul(shift).Uint32())) }
	for _, row := range initial {
		for _, c := range row {
			add(c)
		}
	}
	first := len(out)
	for _, c := range partial {
		add(c)
	}
	for _, row := range final {
		for _, c := range row {
			add(c)
		}
	}
	for i := range partial {
		out[first+1+i] += 4 * p
	}
	return out
}

func rows[A [16]uint32 | [24]uint32](m *[halfFull]A) (out [][]uint32) {
	for i := range m {
		switch row := any(&m[i]).(type) {
		case *[16]uint32:
			out = append(out, row[:])
		case *[24]uint32:
			out = append(out, row[:])
		}
	}
	return out
}
