//go:build !amd64 || purego

package ext

import "github.com/ashlar-labs/ashlar/stark/field"

func mulWide(v, a, b Vector) int      { return 0 }
func scaleWide(v, a Vector, s E6) int { return 0 }

func addScaledColumnsWide(v Vector, columns [][]field.Element, first int, scalars []E6) int { return 0 }

func addInnerProductsWide(sums []E6, a Vector, columns [][]field.Element, first int) int { return 0 }
