//go:build !purego

package poseidon2

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/backend"
)

// permuteWide16 reports whether there was assembly to do it.
func permuteWide16(s *[16][Lanes]field.Element, forward bool) bool {
	switch use {
	case backend.AVX512:
		permute16AVX512(s, &wideRC16[0], wideTable, forwardMask(forward))
	case backend.AVX2:
		permute16AVX2(s, &avx2RC16[0], forwardMask(forward))
	}
	return use != backend.Portable
}

// permuteWide24 reports whether there was assembly to do it.
func permuteWide24(s *[24][Lanes]field.Element, forward bool) bool {
	switch use {
	case backend.AVX512:
		permute24AVX512(s, &wideRC24[0], wideTable, forwardMask(forward))
	case backend.AVX2:
		permute24AVX2(s, &avx2RC24[0], forwardMask(forward))
	}
	return use != backend.Portable
}

// forwardMask keeps or drops the input that compression adds to the output.
func forwardMask(forward bool) uint64 {
	if forward {
		return 1<<64 - 1
	}
	return 0
}
