//go:build !purego

package ext

import (
	"golang.org/x/sys/cpu"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// backends are those that run here, the fastest first.
var backends = available()

func available() (list []backend) {
	if cpu.X86.HasAVX512F {
		list = append(list, avx512)
	}
	if cpu.X86.HasAVX2 {
		list = append(list, avx2)
	}
	return append(list, portable)
}

// lanes is the number of elements the assembly handles at once, AVX2 in two halves.
const lanes = 16

// mulAVX512 sets the first blocks*16 elements of v to a * b, blocks at least one. b
// advances by step bytes a block: 64, or 0 to use its first block for all.
//
//go:noescape
func mulAVX512(v, a, b *Vector, step, blocks int)

// mulAVX2 is the same with blocks of 8 elements, so that a step is 32 or 0.
//
//go:noescape
func mulAVX2(v, a, b *Vector, step, blocks int)

// mulWide returns how many elements, from the first, it has done.
func mulWide(v, a, b Vector) int {
	blocks := v.Len() / lanes
	switch {
	case use == portable || blocks == 0:
		return 0
	case use == avx512:
		mulAVX512(&v, &a, &b, field.Bytes*lanes, blocks)
	default:
		mulAVX2(&v, &a, &b, field.Bytes*lanes/2, 2*blocks)
	}
	return blocks * lanes
}

// scaleWide is mulWide with one factor for all elements.
func scaleWide(v, a Vector, s E6) int {
	blocks := v.Len() / lanes
	if use == portable || blocks == 0 {
		return 0
	}
	var words [Degree][lanes]field.Element
	var b Vector
	for k := range words {
		for i := range words[k] {
			words[k][i] = s[k]
		}
		b[k] = words[k][:]
	}
	if use == avx512 {
		mulAVX512(&v, &a, &b, 0, blocks)
	} else {
		mulAVX2(&v, &a, &b, 0, 2*blocks)
	}
	return blocks * lanes
}
