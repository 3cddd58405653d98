//go:build !amd64 || purego

package poseidon2

import "github.com/ashlar-labs/ashlar/stark/field"

func permuteWide16(s *[16][Lanes]field.Element, forward bool) bool { return false }
func permuteWide24(s *[24][Lanes]field.Element, forward bool) bool { return false }
