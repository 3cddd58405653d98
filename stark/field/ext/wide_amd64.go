//go:build !purego

package ext

import (
	"golang.org/x/sys/cpu"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// useWide is set once at start and switched by the tests only.
var useWide = cpu.X86.HasAVX512F

// lanes is the number of elements the assembly handles at once.
const lanes = 16

// mulAVX512 sets the first blocks*16 elements of v to a * b, blocks at least one. b
// advances by step bytes a block: 64, or 0 to use its first block for all.
//
//go:noescape
func mulAVX512(v, a, b *Vector, step, blocks int)

// mulWide returns how many elements, from the first, it has done.
func mulWide(v, a, b Vector) int {
	blocks := v.Len() / lanes
	if !useWide || blocks == 0 {
		return 0
	}
	mulAVX512(&v, &a, &b, 4*lanes, blocks)
	return blocks * lanes
}

// scaleWide is mulWide with one factor for all elements.
func scaleWide(v, a Vector, s E6) int {
	blocks := v.Len() / lanes
	if !useWide || blocks == 0 {
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
	mulAVX512(&v, &a, &b, 0, blocks)
	return blocks * lanes
}
