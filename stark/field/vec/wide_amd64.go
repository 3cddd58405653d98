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

func wideLen(dst []field.Element) int {
	if !useWide {
		return 0
	}
	return len(dst) &^ (lanes - 1)
}
