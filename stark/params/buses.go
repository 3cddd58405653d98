package params

import "math"

// LogUpBits is the bits of a lookup argument with the given number of entries
// (interactions times height, senders and table rows, all buses together) and
// tuples of at most width elements, bus id included. After clearing denominators
// the sum of fractions is a polynomial of degree below entries in the point, and a
// tuple of degree below width in the compressing challenge: entries * width / |F| by
// Schwartz-Zippel, for each of the list traces that fit the commitment.
// LogUp Lemma 3 and section 3.
// Precondition: entries below the characteristic, else multiplicities wrap.
func LogUpBits(fieldBits, list, entries, width float64) float64 {
	return fieldBits - math.Log2(list) - math.Log2(entries) - math.Log2(width)
}

// ProductBits is the bits of a grand product over entries factors, tuples compressed
// by powers: two different multisets give different polynomials of degree at most
// entries in the point, at most entries*width in both. Schwartz-Zippel, for each of
// the list traces that fit the commitment.
func ProductBits(fieldBits, list, entries, width float64) float64 {
	return fieldBits - math.Log2(list) - math.Log2(entries) - math.Log2(width)
}
