//go:build !purego

package vec

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/backend"
)

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

//go:noescape
func addAVX2(dst, a, b *field.Element, blocks int)

//go:noescape
func subAVX2(dst, a, b *field.Element, blocks int)

//go:noescape
func mulAVX2(dst, a, b *field.Element, blocks int)

//go:noescape
func scaleAVX2(dst, a *field.Element, s uint64, blocks int)

//go:noescape
func addScaledAVX2(dst, a *field.Element, s uint64, blocks int)

// dotAVX2 leaves the sums of the low halves of products, four times less than blocks*2^32, and
// those of the high halves.
//
//go:noescape
func dotAVX2(sums *[8]uint64, a, b *field.Element, blocks int)

// The functions below return how many elements, from the first, they have done.

func addWide(dst, a, b []field.Element) int {
	n := wideLen(dst)
	switch {
	case n == 0:
	case use == backend.AVX512:
		addAVX512(&dst[0], &a[0], &b[0], n/lanes)
	case use == backend.AVX2:
		addAVX2(&dst[0], &a[0], &b[0], n/lanes)
	}
	return n
}

func subWide(dst, a, b []field.Element) int {
	n := wideLen(dst)
	switch {
	case n == 0:
	case use == backend.AVX512:
		subAVX512(&dst[0], &a[0], &b[0], n/lanes)
	case use == backend.AVX2:
		subAVX2(&dst[0], &a[0], &b[0], n/lanes)
	}
	return n
}

func mulWide(dst, a, b []field.Element) int {
	n := wideLen(dst)
	switch {
	case n == 0:
	case use == backend.AVX512:
		mulAVX512(&dst[0], &a[0], &b[0], n/lanes)
	case use == backend.AVX2:
		mulAVX2(&dst[0], &a[0], &b[0], n/lanes)
	}
	return n
}

func scaleWide(dst, a []field.Element, s field.Element) int {
	n := wideLen(dst)
	switch {
	case n == 0:
	case use == backend.AVX512:
		scaleAVX512(&dst[0], &a[0], uint64(s), n/lanes)
	case use == backend.AVX2:
		scaleAVX2(&dst[0], &a[0], uint64(s), n/lanes)
	}
	return n
}

func addScaledWide(dst, a []field.Element, s field.Element) int {
	n := wideLen(dst)
	switch {
	case n == 0:
	case use == backend.AVX512:
		addScaledAVX512(&dst[0], &a[0], uint64(s), n/lanes)
	case use == backend.AVX2:
		addScaledAVX2(&dst[0], &a[0], uint64(s), n/lanes)
	}
	return n
}

// dotWide also returns the sum of what it has done.
func dotWide(a, b []field.Element) (n int, sum field.Element) {
	n = wideLen(a)
	switch {
	case n == 0:
	case use == backend.AVX512:
		var sums [lanes]uint64
		dotAVX512(&sums, &a[0], &b[0], n/lanes)
		for _, s := range sums {
			sum = sum.Add(field.Reduce(s))
		}
	case use == backend.AVX2:
		var sums [8]uint64
		dotAVX2(&sums, &a[0], &b[0], n/lanes)
		for i, low := range sums[:4] { // (high*2^32 + low) * 2^-32
			high := field.Element(sums[4+i] % field.Modulus)
			sum = sum.Add(high).Add(field.Reduce(low % (field.Modulus << 32)))
		}
	}
	return n, sum
}

func wideLen(dst []field.Element) int {
	if use == backend.Portable {
		return 0
	}
	return len(dst) &^ (lanes - 1)
}
