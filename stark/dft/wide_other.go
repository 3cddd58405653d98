//go:build !amd64 || purego

package dft

import "github.com/ashlar-labs/ashlar/stark/field"

// useWide is never set here; the tests switch it where there is a choice.
var useWide = false

func forwardWide(a []field.Element, log int) bool { return false }
func inverseWide(a []field.Element, log int) bool { return false }

func interpolateWide(dst, src []field.Element, log int) bool  { return false }
func bitReverseToWide(dst, src []field.Element, log int) bool { return false }
