//go:build !purego

package ext

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/backend"
)

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
	case use == backend.Portable || blocks == 0:
		return 0
	case use == backend.AVX512:
		mulAVX512(&v, &a, &b, field.Bytes*lanes, blocks)
	default:
		mulAVX2(&v, &a, &b, field.Bytes*lanes/2, 2*blocks)
	}
	return blocks * lanes
}

// scaleWide is mulWide with one factor for all elements.
func scaleWide(v, a Vector, s E6) int {
	blocks := v.Len() / lanes
	if use == backend.Portable || blocks == 0 {
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
	if use == backend.AVX512 {
		mulAVX512(&v, &a, &b, 0, blocks)
	} else {
		mulAVX2(&v, &a, &b, 0, 2*blocks)
	}
	return blocks * lanes
}
