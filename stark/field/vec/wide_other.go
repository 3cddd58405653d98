//go:build !amd64 || purego

package vec

import "github.com/ashlar-labs/ashlar/stark/field"

func addWide(dst, a, b []field.Element) int                     { return 0 }
func subWide(dst, a, b []field.Element) int                     { return 0 }
func mulWide(dst, a, b []field.Element) int                     { return 0 }
func scaleWide(dst, a []field.Element, s field.Element) int     { return 0 }
func addScaledWide(dst, a []field.Element, s field.Element) int { return 0 }

func dotWide(a, b []field.Element) (int, field.Element) { return 0, 0 }
