//go:build !amd64 || purego

package dft

import "github.com/ashlar-labs/ashlar/stark/field"

func forwardWide(a []field.Element, log int) bool { return false }
func inverseWide(a []field.Element, log int) bool { return false }

func interpolateWide(dst, src []field.Element, log int) bool  { return false }
func bitReverseToWide(dst, src []field.Element, log int) bool { return false }
