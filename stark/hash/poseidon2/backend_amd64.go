//go:build !purego

package poseidon2

import (
	"golang.org/x/sys/cpu"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// available lists the back ends that the processor has, the best first.
func available() (all []backend) {
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512IFMA {
		all = append(all, avx512)
	}
	if cpu.X86.HasAVX2 {
		all = append(all, avx2)
	}
	return append(all, portable)
}

// permuteWide16 reports whether there was assembly to do it.
func permuteWide16(s *[16][Lanes]field.Element, forward bool) bool {
	switch chosen {
	case avx512:
		permute16AVX512(s, &wideRC16[0], wideTable, forwardMask(forward))
	case avx2:
		permute16AVX2(s, &avx2RC16[0], forwardMask(forward))
	}
	return chosen != portable
}

// permuteWide24 reports whether there was assembly to do it.
func permuteWide24(s *[24][Lanes]field.Element, forward bool) bool {
	switch chosen {
	case avx512:
		permute24AVX512(s, &wideRC24[0], wideTable, forwardMask(forward))
	case avx2:
		permute24AVX2(s, &avx2RC24[0], forwardMask(forward))
	}
	return chosen != portable
}

// forwardMask keeps or drops the input that compression adds to the output.
func forwardMask(forward bool) uint64 {
	if forward {
		return 1<<64 - 1
	}
	return 0
}
