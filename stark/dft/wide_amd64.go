//go:build !purego

package dft

import (
	"sync"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/backend"
)

const (
	// leafLog: sixteen elements are one register or two, and the last four layers stay there.
	leafLog = 4
	// cacheLog: 2^12 elements and their twiddles take 32 KiB, the first-level cache.
	cacheLog = 12
)

// leafTwiddles are the factors of the layers of 16, 8 and 4 elements, lane by lane: one
// in the lower half of each group, a power of the root in the upper half.
type leafTwiddles [3][1 << leafLog]field.Element

var leafForward, leafInverse = sync.OnceValue(func() *leafTwiddles { return newLeafTwiddles(forwardTable) }),
	sync.OnceValue(func() *leafTwiddles { return newLeafTwiddles(inverseTable) })

func newLeafTwiddles(powers func(log int) []field.Element) *leafTwiddles {
	var out leafTwiddles
	for row := range out {
		half := 8 >> row
		for lane := range out[row] {
			out[row][lane] = field.One
			if lane&half != 0 {
				out[row][lane] = powers(leafLog - row)[lane&(half-1)]
			}
		}
	}
	return &out
}

// forwardWide is forward in assembly; it declines what is too short or cannot run here.
func forwardWide(a []field.Element, log int) bool {
	if use == backend.Portable || log < leafLog {
		return false
	}
	if log > cacheLog {
		q := len(a) / 4
		forwardPairWide(&a[0], &forwardTable(log)[0], &forwardTable(log - 1)[0], q, 1)
		for i := range 4 {
			forwardWide(a[i*q:(i+1)*q], log-2)
		}
		return true
	}
	l := log
	for ; l >= leafLog+2; l -= 2 {
		forwardPairWide(&a[0], &forwardTable(l)[0], &forwardTable(l - 1)[0], 1<<(l-2), len(a)>>l)
	}
	if l > leafLog {
		forwardSingleWide(&a[0], &forwardTable(l)[0], len(a)>>l)
	}
	forwardLeafWide(&a[0], leafForward(), len(a)>>leafLog)
	return true
}

// inverseWide is inverse in assembly, under the same conditions.
func inverseWide(a []field.Element, log int) bool {
	if use == backend.Portable || log < leafLog {
		return false
	}
	inverseLayers(a, log, true)
	return true
}

// inverseLayers does all layers, or where the leaves are done those above them.
func inverseLayers(a []field.Element, log int, leaves bool) {
	if log > cacheLog {
		q := len(a) / 4
		for i := range 4 {
			inverseLayers(a[i*q:(i+1)*q], log-2, leaves)
		}
		inversePairWide(&a[0], &inverseTable(log)[0], &inverseTable(log - 1)[0], q, 1)
		return
	}
	if leaves {
		inverseLeafWide(&a[0], leafInverse(), len(a)>>leafLog)
	}
	l := leafLog
	if (log-leafLog)%2 == 1 {
		l++
		inverseSingleWide(&a[0], &inverseTable(l)[0], len(a)>>l)
	}
	for l < log {
		l += 2
		inversePairWide(&a[0], &inverseTable(l)[0], &inverseTable(l - 1)[0], 1<<(l-2), len(a)>>l)
	}
}

// interpolateWide sets dst to what inverse makes of src in bit-reversed order, under the
// conditions of inverseWide and for more than a tile.
func interpolateWide(dst, src []field.Element, log int) bool {
	if use == backend.Portable || log < 2*tileLog {
		return false
	}
	eachTile(dst, src, log, 1)
	inverseLayers(dst, log, false)
	return true
}

func bitReverseToWide(dst, src []field.Element, log int) bool {
	if use == backend.Portable || log < 2*tileLog {
		return false
	}
	eachTile(dst, src, log, 0)
	return true
}

// eachTile goes through the tiles in the order of dst: reads that miss overlap, writes
// less so.
func eachTile(dst, src []field.Element, log, layers int) {
	mid, stride := log-2*tileLog, field.Bytes<<(log-tileLog)
	twiddles := (*[8]field.Element)(inverseTable(leafLog))
	from := 0
	for r := range 1 << mid {
		next := reverseBits(min(r+1, 1<<mid-1), mid)
		inverseTileWide(&dst[r<<tileLog], &src[from<<tileLog], &src[next<<tileLog], twiddles, stride, layers)
		from = next
	}
}
