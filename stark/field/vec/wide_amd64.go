//go:build !purego

package vec

import (
	"golang.org/x/sys/cpu"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// useWide is set once at start and switched by the tests only.
var useWide = cpu.X86.HasAVX512F

// Each of these does blocks*16 elements; blocks is at least one.

//go:noescape
func addAVX512(dst, a, b *field.Element, blocks int)

//go:noescape
func subAVX512(dst, a, b *field.Element, blocks int)

//go:noescape
func mulAVX512(dst, a, b *field.Element, blocks int)

//go:noescape
func scaleAVX512(dst, a *field.Element, s uint64, blocks int)

//go:noescape
func addScaledAVX512(dst, a *field.Element, s uint64, blocks int)

// dotAVX512 leaves sixteen partial sums below p*2^32.
//
//go:noescape
func dotAVX512(sums *[lanes]uint64, a, b *field.Element, blocks int)

// The functions below return how many elements, from the first, they have done.

func addWide(dst, a, b []field.Element) int {
	n := wideLen(dst)
	if n != 0 {
		addAVX512(&dst[0], &a[0], &b[0], n/lanes)
	}
	return n
}

func subWide(dst, a, b []field.Element) int {
	n := wideLen(dst)
	if n != 0 {
		subAVX512(&dst[0], &a[0], &b[0], n/lanes)
	}
	return n
}

func mulWide(dst, a, b []field.Element) int {
	n := wideLen(dst)
	if n != 0 {
		mulAVX512(&dst[0], &a[0], &b[0], n/lanes)
	}
	return n
}

func scaleWide(dst, a []field.Element, s field.Element) int {
	n := wideLen(dst)
	if n != 0 {
		scaleAVX512(&dst[0], &a[0], uint64(s), n/lanes)
	}
	return n
}

func addScaledWide(dst, a []field.Element, s field.Element) int {
	n := wideLen(dst)
	if n != 0 {
		addScaledAVX512(&dst[0], &a[0], uint64(s), n/lanes)
	}
	return n
}

// dotWide also returns the sum of what it has done.
func dotWide(a, b []field.Element) (n int, sum field.Element) {
	n = wideLen(a)
	if n != 0 {
		var sums [lanes]uint64
		dotAVX512(&sums, &a[0], &b[0], n/lanes)
		for _, s := range sums {
			sum = sum.Add(field.Reduce(s))
		}
	}
	return n, sum
}

func wideLen(dst []field.Element) int {
	if !useWide {
		return 0
	}
	return len(dst) &^ (lanes - 1)
}
