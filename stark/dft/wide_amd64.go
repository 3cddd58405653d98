//go:build !purego

package dft

import (
	"sync"

	"golang.org/x/sys/cpu"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// useWide is set once at start and switched by the tests only.
var useWide = cpu.X86.HasAVX512F

const (
	// leafLog: sixteen elements fill a register, and the last four layers stay in it.
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

// The pair kernels do two layers on count blocks of 4*quarter elements, quarter a
// multiple of 16; the single ones one layer on count blocks of 32; the leaf ones the four
// narrowest layers on count blocks of 16. count is at least one.

//go:noescape
func forwardPairAVX512(a, w, v *field.Element, quarter, count int)

//go:noescape
func inversePairAVX512(a, w, v *field.Element, quarter, count int)

//go:noescape
func forwardSingleAVX512(a, w *field.Element, count int)

//go:noescape
func inverseSingleAVX512(a, w *field.Element, count int)

//go:noescape
func forwardLeafAVX512(a *field.Element, twiddles *leafTwiddles, count int)

//go:noescape
func inverseLeafAVX512(a *field.Element, twiddles *leafTwiddles, count int)

// forwardWide is forward in assembly; it declines what is too short or cannot run here.
func forwardWide(a []field.Element, log int) bool {
	if !useWide || log < leafLog {
		return false
	}
	if log > cacheLog {
		q := len(a) / 4
		forwardPairAVX512(&a[0], &forwardTable(log)[0], &forwardTable(log - 1)[0], q, 1)
		for i := range 4 {
			forwardWide(a[i*q:(i+1)*q], log-2)
		}
		return true
	}
	l := log
	for ; l >= leafLog+2; l -= 2 {
		forwardPairAVX512(&a[0], &forwardTable(l)[0], &forwardTable(l - 1)[0], 1<<(l-2), len(a)>>l)
	}
	if l > leafLog {
		forwardSingleAVX512(&a[0], &forwardTable(l)[0], len(a)>>l)
	}
	forwardLeafAVX512(&a[0], leafForward(), len(a)>>leafLog)
	return true
}

// inverseWide is inverse in assembly, under the same conditions.
func inverseWide(a []field.Element, log int) bool {
	if !useWide || log < leafLog {
		return false
	}
	if log > cacheLog {
		q := len(a) / 4
		for i := range 4 {
			inverseWide(a[i*q:(i+1)*q], log-2)
		}
		inversePairAVX512(&a[0], &inverseTable(log)[0], &inverseTable(log - 1)[0], q, 1)
		return true
	}
	inverseLeafAVX512(&a[0], leafInverse(), len(a)>>leafLog)
	l := leafLog
	if (log-leafLog)%2 == 1 {
		l++
		inverseSingleAVX512(&a[0], &inverseTable(l)[0], len(a)>>l)
	}
	for l < log {
		l += 2
		inversePairAVX512(&a[0], &inverseTable(l)[0], &inverseTable(l - 1)[0], 1<<(l-2), len(a)>>l)
	}
	return true
}
