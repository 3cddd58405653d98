// Package backend names the ways in which the kernels of the proof system run: in assembly
// for AVX-512 or for AVX2, or in portable Go. All give the same words, which the tests of
// every package with kernels check by going through [Available].
//
// With the build tag purego, and on other processors than amd64, there is portable Go only.
package backend

// Backend is one of the ways.
type Backend string

// Back ends, the slowest first. AVX512 needs the extensions F and IFMA: processors with the
// first alone do not run all kernels, and take AVX2.
const (
	Portable Backend = "portable"
	AVX2     Backend = "AVX2"
	AVX512   Backend = "AVX-512"
)

// Available lists what this processor runs, the fastest first; Portable is the last.
func Available() []Backend { return append(assembly(), Portable) }

// Best is the fastest back end.
func Best() Backend { return Available()[0] }
