//go:build !purego

package dft

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/backend"
)

// The kernels of both back ends, use by use. The pair kernels do two layers on count
// blocks of 4*quarter elements, quarter a multiple of 16; the single ones one layer on
// count blocks of 32; the leaf ones the four narrowest layers on count blocks of 16. count
// is at least one.

func forwardPairWide(a, w, v *field.Element, quarter, count int) {
	if use == backend.AVX512 {
		forwardPairAVX512(a, w, v, quarter, count)
	} else {
		forwardPairAVX2(a, w, v, quarter, count)
	}
}

//go:noescape
func forwardPairAVX512(a, w, v *field.Element, quarter, count int)

//go:noescape
func forwardPairAVX2(a, w, v *field.Element, quarter, count int)

func forwardSingleWide(a, w *field.Element, count int) {
	if use == backend.AVX512 {
		forwardSingleAVX512(a, w, count)
	} else {
		forwardSingleAVX2(a, w, count)
	}
}

//go:noescape
func forwardSingleAVX512(a, w *field.Element, count int)

//go:noescape
func forwardSingleAVX2(a, w *field.Element, count int)

func forwardLeafWide(a *field.Element, twiddles *leafTwiddles, count int) {
	if use == backend.AVX512 {
		forwardLeafAVX512(a, twiddles, count)
	} else {
		forwardLeafAVX2(a, twiddles, count)
	}
}

//go:noescape
func forwardLeafAVX512(a *field.Element, twiddles *leafTwiddles, count int)

//go:noescape
func forwardLeafAVX2(a *field.Element, twiddles *leafTwiddles, count int)

func inversePairWide(a, w, v *field.Element, quarter, count int) {
	if use == backend.AVX512 {
		inversePairAVX512(a, w, v, quarter, count)
	} else {
		inversePairAVX2(a, w, v, quarter, count)
	}
}

//go:noescape
func inversePairAVX512(a, w, v *field.Element, quarter, count int)

//go:noescape
func inversePairAVX2(a, w, v *field.Element, quarter, count int)

func inverseSingleWide(a, w *field.Element, count int) {
	if use == backend.AVX512 {
		inverseSingleAVX512(a, w, count)
	} else {
		inverseSingleAVX2(a, w, count)
	}
}

//go:noescape
func inverseSingleAVX512(a, w *field.Element, count int)

//go:noescape
func inverseSingleAVX2(a, w *field.Element, count int)

func inverseLeafWide(a *field.Element, twiddles *leafTwiddles, count int) {
	if use == backend.AVX512 {
		inverseLeafAVX512(a, twiddles, count)
	} else {
		inverseLeafAVX2(a, twiddles, count)
	}
}

//go:noescape
func inverseLeafAVX512(a *field.Element, twiddles *leafTwiddles, count int)

//go:noescape
func inverseLeafAVX2(a *field.Element, twiddles *leafTwiddles, count int)

// inverseTileWide turns round a tile, 16 rows of 16 elements that lie stride bytes apart,
// as readTile and writeTile do; where layers is not zero it does the four narrowest layers
// of the inverse on the rows it writes, with the powers of the inverse root of order 16.
// That needs no exchange within registers before the tile is turned. The rows at
// next are brought to the cache.
func inverseTileWide(dst, src, next *field.Element, twiddles *[8]field.Element, stride, layers int) {
	if use == backend.AVX512 {
		inverseTileAVX512(dst, src, next, twiddles, stride, layers)
	} else {
		inverseTileAVX2(dst, src, next, twiddles, stride, layers)
	}
}

//go:noescape
func inverseTileAVX512(dst, src, next *field.Element, twiddles *[8]field.Element, stride, layers int)

//go:noescape
func inverseTileAVX2(dst, src, next *field.Element, twiddles *[8]field.Element, stride, layers int)
