// Package vec is arithmetic on slices of KoalaBear elements.
//
// Every function but [Dot] writes to dst, which may be one of the operands but must not overlap
// them otherwise. All slices of a call have one length: a difference is a mistake of the
// program and panics. Elements are reduced on the way in (see package field) and on the
// way out. Nothing is allocated.
//
// On amd64 with AVX-512 (F) or AVX2 the work is done sixteen elements at a time in assembly,
// use at run time; elsewhere, with the build tag purego, and for the last few elements
// by the portable loops. All give the same words, for the reduced representation of a
// value is unique.
package vec

import "github.com/ashlar-labs/ashlar/stark/field"

// lanes is the number of elements of a block, the least that the assembly handles.
const lanes = 16

// Add sets dst to a + b.
func Add(dst, a, b []field.Element) {
	match(dst, len(a), len(b))
	n := addWide(dst, a, b)
	dst, a, b = dst[n:], a[n:], b[n:]
	for i := range dst {
		dst[i] = a[i].Add(b[i])
	}
}

// Sub sets dst to a - b.
func Sub(dst, a, b []field.Element) {
	match(dst, len(a), len(b))
	n := subWide(dst, a, b)
	dst, a, b = dst[n:], a[n:], b[n:]
	for i := range dst {
		dst[i] = a[i].Sub(b[i])
	}
}

// Mul sets dst to a * b.
func Mul(dst, a, b []field.Element) {
	match(dst, len(a), len(b))
	n := mulWide(dst, a, b)
	dst, a, b = dst[n:], a[n:], b[n:]
	for i := range dst {
		dst[i] = a[i].Mul(b[i])
	}
}

// Scale sets dst to a * s.
func Scale(dst, a []field.Element, s field.Element) {
	match(dst, len(a))
	n := scaleWide(dst, a, s)
	dst, a = dst[n:], a[n:]
	for i := range dst {
		dst[i] = a[i].Mul(s)
	}
}

// AddScaled adds a * s to dst.
func AddScaled(dst, a []field.Element, s field.Element) {
	match(dst, len(a))
	n := addScaledWide(dst, a, s)
	dst, a = dst[n:], a[n:]
	for i := range dst {
		dst[i] = dst[i].Add(a[i].Mul(s))
	}
}

// Dot returns the sum of a[i] * b[i].
func Dot(a, b []field.Element) field.Element {
	match(a, len(b))
	n, sum := dotWide(a, b)
	var rest uint64 // below p*2^32 between steps
	b = b[:len(a)]
	for i := n; i < len(a); i++ {
		rest = field.Fold(rest + uint64(a[i])*uint64(b[i]))
	}
	return sum.Add(field.Reduce(rest))
}

func match(dst []field.Element, lengths ...int) {
	for _, n := range lengths {
		if n != len(dst) {
			panic("vec: slices differ in length")
		}
	}
}
